"""What was published can be proved: its files are those of the manifest, and its facts come out the same again.

Slow, because the notebooks of one klaster and the summary are run for real, and once more for the proof.
"""

import json
import shutil
from pathlib import Path

import openpyxl
import pytest

from kla_lib.cli import main
from kla_lib.letak import FOLDER_PARAMS
from kla_lib.publish.periksa_terbit import check_berkas
from tests.keluaran_uji import kla_run

RAPAT = FOLDER_PARAMS / "rapat" / "sumbawa-2022.yaml"


@pytest.fixture(scope="module")
def terbit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("terbit")
    jalan = kla_run(RAPAT, folder, "--only", "klaster_1")
    assert jalan.kode == 0, jalan.pesan
    return folder


@pytest.fixture
def salinan(terbit: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(terbit, tmp_path / "keluar"))


def verify(outputs: Path, *pilihan: str) -> int:
    return main(["verify", str(RAPAT), "--outputs", str(outputs), *pilihan])


def test_what_was_just_published_is_whole_and_gives_the_same_facts(
    terbit: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert verify(terbit, "--json") == 0
    hasil = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert hasil["terbukti"]
    assert hasil["fakta_berbeda"] == hasil["bahan_berubah"] == []


def test_files_that_are_missing_changed_or_unknown_are_each_named(
    salinan: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rapat = salinan / RAPAT.stem
    (rapat / "pimpinan.html").unlink()
    (rapat / "klaster_1" / "fakta.json").write_text("[]", encoding="utf-8")
    (rapat / "catatan.txt").write_text("milik orang lain", encoding="utf-8")
    assert verify(salinan, "--quick") == 1
    keluar = capsys.readouterr().out
    assert "pimpinan.html: hilang" in keluar
    assert "klaster_1/fakta.json: berubah sesudah diterbitkan" in keluar
    assert "catatan.txt: tidak tercatat di manifes" in keluar


def test_a_sheet_that_was_filled_in_is_told_and_is_no_fault(salinan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lembar = salinan / RAPAT.stem / "keputusan.xlsx"
    buku = openpyxl.load_workbook(lembar)
    buku.active["A2"] = "Diisi dalam rapat"
    buku.save(lembar)
    assert verify(salinan, "--quick") == 0
    assert "keputusan.xlsx: diisi sesudah diterbitkan" in capsys.readouterr().out
    assert check_berkas(salinan / RAPAT.stem).terisi == ("keputusan.xlsx",)


def test_inputs_that_have_changed_since_are_named_first(salinan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    manifes = salinan / RAPAT.stem / "manifest.json"
    isi = json.loads(manifes.read_text(encoding="utf-8"))
    isi["hash_data"] = "sha256:lain"
    isi["aturan"]["params/kategori.yaml"] = "sha256:lain"
    manifes.write_text(json.dumps(isi), encoding="utf-8")
    assert verify(salinan, "--quick") == 0
    assert "Berubah sejak diterbitkan" in (keluar := capsys.readouterr().out)
    assert "params/kategori.yaml dan buku data" in keluar


def test_facts_that_come_out_otherwise_are_a_fault_of_the_pack(
    salinan: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A pack forged whole, hashes and all, is found by making it again."""
    from kla_lib.publish.simpan import hash_isi

    rapat = salinan / RAPAT.stem
    fakta = rapat / "klaster_1" / "fakta.json"
    fakta.write_bytes(fakta.read_bytes().replace(b'"nilai": ', b'"nilai": 1', 1))
    for berkas in (rapat / "klaster_1" / "paket.json", rapat / "manifest.json"):
        isi = json.loads(berkas.read_text(encoding="utf-8"))
        tempat = isi if "berkas" in isi else isi["paket"]["klaster_1"]
        tempat["berkas"]["fakta.json"] = hash_isi(fakta.read_bytes())
        berkas.write_text(json.dumps(isi), encoding="utf-8")
    assert verify(salinan) == 1
    assert "fakta berbeda di klaster_1" in capsys.readouterr().out


def test_without_a_manifest_there_is_nothing_to_prove(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert verify(tmp_path) == 2
    assert "Terbitkan dulu rapat ini dengan kla run." in capsys.readouterr().err
