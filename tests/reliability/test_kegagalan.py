"""A pack that fails harms no other.

Slow, because the notebooks of a copy of the project are run for real.
"""

import json
import shutil
from pathlib import Path

import nbformat
import pytest

from kla_lib.letak import FOLDER_PROYEK
from kla_lib.publish.terbitan.simpan import check_utuh
from tests.pembantu.keluaran_uji import Jalan, check_tanpa_mesin, kla_run

RAPAT = Path("params/rapat/ogan-ilir-2024.yaml")
HANYA = ("--only", "klaster_1", "klaster_2")
NIK = "3201" + "010101" + "010001"


def salin_proyek(ke: Path) -> Path:
    for nama in ("kla_lib", "params", "notebooks"):
        shutil.copytree(FOLDER_PROYEK / nama, ke / nama, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(FOLDER_PROYEK / "requirements.lock", ke)
    return ke


def rusakkan_klaster_2(proyek: Path) -> None:
    path = proyek / "notebooks" / "30_paket_klaster.ipynb"
    nb = nbformat.read(path, as_version=4)
    kode = f'assert klaster != "klaster_2", "sengaja gagal <b>\\n" + "{NIK[:4]}" + "{NIK[4:]}"'
    nb.cells.append(nbformat.v4.new_code_cell(kode, id="rusak"))
    nbformat.write(nb, path)


def isi(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("gagal")


@pytest.fixture(scope="module")
def baik(folder: Path) -> dict[str, bytes]:
    proyek = salin_proyek(folder / "proyek")
    jalan = kla_run(proyek / RAPAT, folder / "keluar", *HANYA, proyek=proyek)
    assert jalan.kode == 0, jalan.pesan
    return isi(folder / "keluar" / "ogan-ilir-2024")


@pytest.fixture(scope="module")
def gagal(folder: Path, baik: dict[str, bytes]) -> Jalan:
    rusakkan_klaster_2(folder / "proyek")
    return kla_run(folder / "proyek" / RAPAT, folder / "keluar", *HANYA, proyek=folder / "proyek")


def test_it_exits_with_one_and_names_the_pack(gagal: Jalan) -> None:
    assert gagal.kode == 1
    assert "klaster_2: AssertionError: sengaja gagal <b>" in gagal.pesan
    assert "klaster_2 GAGAL" in gagal.pesan


def test_the_others_finish(gagal: Jalan, folder: Path) -> None:
    keluar = folder / "keluar" / "ogan-ilir-2024"
    assert check_utuh(keluar / "klaster_1") == check_utuh(keluar / "ringkasan") == []
    manifes = json.loads((keluar / "manifest.json").read_text(encoding="utf-8"))
    assert {k: v["keadaan"] for k, v in manifes["paket"].items()} == {
        "klaster_1": "berhasil",
        "klaster_2": "gagal",
        "ringkasan": "berhasil",
    }


def test_the_last_good_pack_stays_byte_for_byte(gagal: Jalan, baik: dict[str, bytes], folder: Path) -> None:
    sekarang = isi(folder / "keluar" / "ogan-ilir-2024")
    lama = {k: v for k, v in baik.items() if k.startswith("klaster_2/")}
    isi_paket = ("fakta.json", "interaktif.html", "paket.ipynb", "paket.json", "ringkas.html")
    assert sorted(lama) == [f"klaster_2/{n}" for n in isi_paket]
    assert {k: sekarang[k] for k in lama} == lama


def test_the_failing_cell_is_shown_as_text_beside_it(gagal: Jalan, folder: Path) -> None:
    halaman = (folder / "keluar" / "ogan-ilir-2024" / "klaster_2" / "gagal.html").read_text(encoding="utf-8")
    assert "sengaja gagal &lt;b&gt;" in halaman
    assert "assert klaster != &#34;klaster_2&#34;" in halaman
    assert "Paket terakhir yang berhasil tetap ada" in halaman
    assert str(folder) not in halaman
    check_tanpa_mesin(folder / "keluar")


def test_its_log_holds_the_fault_and_no_folder_of_this_machine(gagal: Jalan, folder: Path) -> None:
    log = folder / "keluar" / "ogan-ilir-2024" / "log"
    assert {p.name for p in log.iterdir()} == {"klaster_1.log", "klaster_2.log", "ringkasan.log"}
    isi = (log / "klaster_2.log").read_text(encoding="utf-8")
    assert ", gagal: AssertionError\nassert klaster != " in isi
    assert "AssertionError: sengaja gagal <b>\n" in isi
    assert str(folder) not in isi
    assert "Tidak ada sel yang mencetak apa pun." in (log / "klaster_1.log").read_text(encoding="utf-8")


def test_personal_data_in_the_fault_reach_neither_a_file_nor_the_terminal(gagal: Jalan, folder: Path) -> None:
    assert NIK not in gagal.keluar + gagal.pesan
    berkas = isi(folder / "keluar")
    assert any(nama.endswith(".jurnal.jsonl") for nama in berkas)
    assert [nama for nama, b in berkas.items() if NIK.encode() in b] == []


def test_the_run_ends_with_a_table_that_says_where_to_look(gagal: Jalan) -> None:
    *tabel, akhir = gagal.keluar.splitlines()
    assert tabel[0].split() == ["Paket", "Keadaan", "Detik", "Di", "mana"]
    assert [(b.split()[0], b.split()[1], b.split()[-1]) for b in tabel[1:]] == [
        ("klaster_1", "selesai", "klaster_1/ringkas.html"),
        ("klaster_2", "GAGAL", "log/klaster_2.log"),
        ("ringkasan", "tidak", "ringkasan/ringkas.html"),  # its notebook has not changed
    ]
    assert akhir.startswith("Buka ")


def test_the_manifest_tells_seconds_per_part_and_the_parameters(
    gagal: Jalan, folder: Path, baik: dict[str, bytes]
) -> None:
    dulu = json.loads(baik["manifest.json"])["waktu"]
    assert {"muat", "hitung_bersama", "lampiran", "indeks"} <= dulu["bagian"].keys()
    manifes = json.loads((folder / "keluar" / "ogan-ilir-2024" / "manifest.json").read_text(encoding="utf-8"))
    waktu = manifes["waktu"]
    assert "lampiran" not in waktu["bagian"]  # the sheets have not changed
    assert waktu["bagian_paket"]["ringkasan"] == dulu["bagian_paket"]["ringkasan"]
    assert waktu["bagian_paket"]["klaster_1"].keys() == {"jalan", "gambar", "halaman", "simpan"}
    assert waktu["bagian_paket"]["klaster_2"].keys() == {"jalan"}
    assert manifes["paket"]["klaster_1"]["parameter"] == {
        "rapat": "ogan-ilir-2024",
        "klaster": "klaster_1",
        "skenario": "",
        "untuk": "publik",
    }


def test_the_index_says_so(gagal: Jalan, folder: Path) -> None:
    index = (folder / "keluar" / "ogan-ilir-2024" / "index.html").read_text(encoding="utf-8")
    assert "Pembuatan terakhir gagal; ini paket sebelumnya." in index
    assert 'href="klaster_2/gagal.html"' in index


def test_nothing_is_left_lying_about(gagal: Jalan, folder: Path) -> None:
    keluar = folder / "keluar" / "ogan-ilir-2024"
    manifes = json.loads((keluar / "manifest.json").read_text(encoding="utf-8"))
    paket = {p.name for p in keluar.iterdir()} - {lampiran.split("/")[0] for lampiran in manifes["lampiran"]}
    milik_run = {".gembok", ".jurnal.jsonl", "log", "index.html", "manifest.json"}
    assert paket == milik_run | {"klaster_1", "klaster_2", "ringkasan"}
