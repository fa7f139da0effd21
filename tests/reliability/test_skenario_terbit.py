"""Packs under a scenario stand beside the official ones, carry its name and the official result, and claim no category.

Slow, because the notebooks of one klaster and the summary are run for real.
"""

import json
import re
import shutil
from pathlib import Path

import pytest

from kla_lib.letak import FOLDER_PARAMS, SKENARIO_LAIN
from kla_lib.publish.terbitan.simpan import hash_isi
from tests.pembantu.keluaran_uji import Jalan, kla_run, rapat_terbit

RAPAT = FOLDER_PARAMS / "rapat" / "kota-contoh-1.yaml"
HANYA = ("--only", "klaster_1")
NAMA = "akta-lebih-berat"
SKENARIO = """\
nama: akta-lebih-berat
penulis: Evaluator A
alasan: Menguji apakah <b>akta</b> mengubah kategori
dibuat: 2025-02-10
instrumen: "2024"
hash_data: sha256:0
bobot: {klaster_1: 0.3}
nilai: {"4": 15}
"""


@pytest.fixture(scope="module")
def keluar(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("skenario")


@pytest.fixture(scope="module")
def resmi(keluar: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    shutil.copytree(rapat_terbit(tmp_path_factory, RAPAT.stem).parent, keluar / "outputs")
    return berkas(keluar / "outputs" / "kota-contoh-1")


@pytest.fixture(scope="module")
def jalan(keluar: Path, resmi: dict[str, bytes]) -> Jalan:
    (keluar / "params").mkdir()
    (keluar / "params" / f"{NAMA}.yaml").write_text(SKENARIO, encoding="utf-8")
    with pytest.MonkeyPatch.context() as m:
        m.setenv(SKENARIO_LAIN, str(keluar / "params"))
        return kla_run(RAPAT, keluar / "outputs", *HANYA, "--skenario", NAMA)


@pytest.fixture(scope="module")
def folder(keluar: Path, jalan: Jalan) -> Path:
    assert jalan.kode == 0, jalan.pesan
    return keluar / "outputs" / "kota-contoh-1" / "skenario" / NAMA


def berkas(folder: Path) -> dict[str, bytes]:
    ada = (p for p in sorted(folder.rglob("*")) if p.is_file() and p.name != ".jurnal.jsonl")
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in ada}


def teks(path: Path) -> str:
    isi = re.sub(r"<style>.*?</style>|<svg.*?</svg>", " ", path.read_text(encoding="utf-8"), flags=re.S)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", isi))


def test_every_page_carries_the_name_of_the_scenario(folder: Path) -> None:
    halaman = sorted(folder.rglob("*.html"))
    assert [p.relative_to(folder).as_posix() for p in halaman] == [
        "index.html",
        "klaster_1/interaktif.html",
        "klaster_1/ringkas.html",
        "ringkasan/ringkas.html",
    ]
    for p in halaman:
        assert f"skenario {NAMA}" in teks(p), p
        assert "Skenario akta-lebih-berat, 10 Februari 2025" in teks(p), p
        assert "Evaluator A" not in teks(p), "who made it is named on internal pages only"


def test_the_official_result_stands_beside_that_of_the_scenario(folder: Path) -> None:
    assert "Tanpa skenario ini: 763,25, setara Nindya." in teks(folder / "ringkasan" / "ringkas.html")
    assert "Tanpa skenario ini: 95,5 dari 115 poin." in teks(folder / "klaster_1" / "ringkas.html")


def test_other_weights_claim_no_category(folder: Path) -> None:
    isi = teks(folder / "ringkasan" / "ringkas.html").replace("Tanpa skenario ini: 763,25, setara Nindya.", "")
    assert "tidak ada kategori yang diperoleh" in isi
    sebutan = re.findall(r"\b(?:Pratama|Madya|Nindya|Utama)\b(.{17})", isi)
    assert len(sebutan) > 10
    # what stays plain is no claim: "di bawah Pratama", and the edges in the list of assumptions
    telanjang = [s for s in sebutan if not s.startswith(" (skala simulasi)")]
    assert telanjang == [s for s in telanjang if s.startswith((",", " –", " dimulai"))], telanjang


def test_data_that_are_not_those_of_the_scenario_are_pointed_out(folder: Path) -> None:
    assert "Skenario ini dibuat di atas data lain" in teks(folder / "klaster_1" / "ringkas.html")


def test_the_words_of_a_scenario_stay_words(folder: Path) -> None:
    assert "&lt;b&gt;akta&lt;/b&gt;" in (folder / "index.html").read_text(encoding="utf-8")


def test_the_official_packs_stay_as_they_are_but_for_the_way_to_the_scenario(
    keluar: Path, resmi: dict[str, bytes], folder: Path
) -> None:
    sesudah = {n: b for n, b in berkas(keluar / "outputs" / "kota-contoh-1").items() if not n.startswith("skenario/")}
    assert sesudah.keys() == resmi.keys()
    assert [n for n in resmi if sesudah[n] != resmi[n]] == ["index.html", "manifest.json"]
    lama, baru = json.loads(resmi["manifest.json"]), json.loads(sesudah["manifest.json"])
    assert lama.pop("indeks") != baru.pop("indeks") == hash_isi(sesudah["index.html"])
    assert lama == baru
    assert f'href="skenario/{NAMA}/index.html"' in sesudah["index.html"].decode()
    assert 'href="../../index.html"' in (folder / "index.html").read_text(encoding="utf-8")


def test_its_manifest_names_the_scenario_and_no_forecast_of_it_is_kept(keluar: Path, folder: Path) -> None:
    assert json.loads((folder / "manifest.json").read_text(encoding="utf-8"))["skenario"] == NAMA
    catatan = (keluar / "outputs" / "perkiraan" / "kota-contoh.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(catatan) == 1


def test_an_unknown_scenario_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    jalan = kla_run(RAPAT, tmp_path / "keluar", "--skenario", "tidak-ada")
    assert jalan.kode == 2
    assert "tidak-ada.yaml: berkas tidak ditemukan" in jalan.pesan
    assert not (tmp_path / "keluar").exists()
