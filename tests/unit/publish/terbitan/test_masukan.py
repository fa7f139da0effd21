"""The key of a pack: it changes with everything a pack is made of, and with nothing else."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from kla_lib.data.catatan_perkiraan import CatatanPerkiraan, read_catatan
from kla_lib.data.terbit.keluaran import path_catatan
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.keadaan.muat import load_keadaan
from kla_lib.letak import FOLDER_CONTOH, FOLDER_NOTEBOOKS, FOLDER_PARAMS
from kla_lib.publish.batch.daftar_paket import NOTEBOOK_KLASTER, daftar_paket
from kla_lib.publish.batch.rapat import catat_perkiraan
from kla_lib.publish.terbitan.masukan import hash_berkas, masukan_rapat, sidik_lembar, sidik_paket
from kla_lib.rules.skenario import IsiSkenario
from tests.pembantu.params_uji import PARAMS, params_dengan


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The second example meeting, its book and the meeting before, where they can be changed."""
    shutil.copytree(FOLDER_CONTOH / "kota-contoh-2", tmp_path / "buku")
    for n in (1, 2):
        teks = (FOLDER_PARAMS / "rapat" / f"kota-contoh-{n}.yaml").read_text(encoding="utf-8")
        teks = teks.replace("contoh:kota-contoh-2", "buku")
        (tmp_path / f"kota-contoh-{n}.yaml").write_text(teks, encoding="utf-8")
    return tmp_path


def keadaan_of(folder: Path) -> Keadaan:
    return load_keadaan(PARAMS, str(folder / "kota-contoh-2.yaml"))


def kunci(folder: Path, keadaan: Keadaan | None = None) -> str:
    return sidik_lembar(masukan_rapat(keadaan or keadaan_of(folder), folder / "outputs"))


def test_the_same_inputs_have_the_same_key(folder: Path) -> None:
    assert kunci(folder) == kunci(folder)


def ubah_rapat(folder: Path) -> None:
    path = folder / "kota-contoh-2.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "# catatan\n", encoding="utf-8")


def ubah_rapat_sebelumnya(folder: Path) -> None:
    path = folder / "kota-contoh-1.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "# catatan\n", encoding="utf-8")


def ubah_buku(folder: Path) -> None:
    with (folder / "buku" / "keterangan.csv").open("a", encoding="utf-8") as f:
        f.write("\n")


def terbitkan_fakta_sebelumnya(folder: Path) -> None:
    paket = folder / "outputs" / "kota-contoh-1" / "klaster_1"
    paket.mkdir(parents=True)
    (paket / "fakta.json").write_text("[]")


def terbitkan_perkiraan_sebelumnya(folder: Path) -> None:
    assert catat_perkiraan(load_keadaan(PARAMS, "kota-contoh-1"), path_catatan(folder / "outputs", "kota-contoh"))


@pytest.mark.parametrize(
    "ubah",
    [ubah_rapat, ubah_rapat_sebelumnya, ubah_buku, terbitkan_fakta_sebelumnya, terbitkan_perkiraan_sebelumnya],
)
def test_every_input_changes_the_key(folder: Path, ubah: Callable[[Path], None]) -> None:
    sebelum = kunci(folder)
    ubah(folder)
    assert kunci(folder) != sebelum


def test_a_scenario_and_the_language_change_the_key(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    k = keadaan_of(folder)
    resmi = kunci(folder, k)
    assert kunci(folder, k.dengan(IsiSkenario(nilai={"4": 15.0}))) != resmi
    monkeypatch.setenv("KLA_BAHASA", "en")
    assert kunci(folder, k) != resmi


def test_code_and_the_file_of_versions_change_the_key(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    k = keadaan_of(folder)
    proyek = folder / "proyek"
    (proyek / "kla_lib" / "views").mkdir(parents=True)
    (proyek / "requirements.lock").write_text("altair==1\n")
    monkeypatch.setattr("kla_lib.publish.terbitan.manifes.FOLDER_PROYEK", proyek)
    versi_lain = kunci(folder, k)
    (proyek / "requirements.lock").write_text("altair==2\n")
    assert kunci(folder, k) != versi_lain
    kode_ini = kunci(folder, k)
    (proyek / "kla_lib" / "views" / "x.html").write_text("<p>")
    monkeypatch.setattr("kla_lib.publish.terbitan.masukan.FOLDER_PROYEK", proyek)
    assert kunci(folder, k) != kode_ini


def test_what_the_meeting_itself_has_published_changes_nothing(folder: Path) -> None:
    k = keadaan_of(folder)
    sebelum = kunci(folder, k)
    path = path_catatan(folder / "outputs", "kota-contoh")
    assert catat_perkiraan(k, path)
    assert isinstance(read_catatan(path)[0], CatatanPerkiraan)
    assert kunci(folder, k) == sebelum


def test_each_pack_has_a_key_of_its_own_wherever_it_lies(folder: Path) -> None:
    k = keadaan_of(folder)
    umum = masukan_rapat(k, folder / "outputs")
    paket = daftar_paket(k, folder / "outputs")
    assert len({sidik_paket(p, umum) for p in paket}) == len(paket) == 8
    pindah = replace(paket[0], folder=folder / "lain", folder_rapat=folder, masukan="sha256:0")
    assert sidik_paket(pindah, umum) == sidik_paket(paket[0], umum)
    assert sidik_paket(replace(paket[0], parameter={"rapat": "x"}), umum) != sidik_paket(paket[0], umum)
    assert sidik_paket(replace(paket[0], kaki="lain"), umum) != sidik_paket(paket[0], umum)


def test_a_changed_notebook_changes_the_key_of_its_packs_alone(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    k = keadaan_of(folder)
    umum, paket = masukan_rapat(k, folder / "outputs"), daftar_paket(k, folder / "outputs")
    shutil.copytree(FOLDER_NOTEBOOKS, folder / "notebooks")
    monkeypatch.setattr("kla_lib.publish.batch.templat.FOLDER_NOTEBOOKS", folder / "notebooks")
    sebelum = [sidik_paket(p, umum) for p in paket]
    with (folder / "notebooks" / f"{NOTEBOOK_KLASTER}.ipynb").open("a", encoding="utf-8") as f:
        f.write("\n")
    sesudah = [sidik_paket(p, umum) for p in paket]
    assert [a != b for a, b in zip(sebelum, sesudah, strict=True)] == [p.notebook == NOTEBOOK_KLASTER for p in paket]


def test_the_hash_of_files_covers_names_and_contents_and_passes_over_what_is_absent(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("1")
    (tmp_path / "b").write_text("1")
    a, b, tiada = tmp_path / "a", tmp_path / "b", tmp_path / "tiada"
    assert hash_berkas([a, tiada], tmp_path) == hash_berkas([a], tmp_path) != hash_berkas([b], tmp_path)
    sebelum = hash_berkas([a], tmp_path)
    a.write_text("2")
    assert hash_berkas([a], tmp_path) != sebelum


def test_the_file_of_another_city_changes_no_key(folder: Path) -> None:
    shutil.copytree(FOLDER_PARAMS, folder / "aturan")
    params = params_dengan(folder / "aturan")
    k = load_keadaan(params, str(folder / "kota-contoh-2.yaml"))
    sebelum = kunci(folder, k)
    for daerah, sama in (("ogan-ilir", True), ("kota-contoh", False)):
        with (folder / "aturan" / "daerah" / f"{daerah}.yaml").open("a", encoding="utf-8") as f:
            f.write("# catatan\n")
        assert (kunci(folder, k) == sebelum) == sama
