"""`kla verify`: changed inputs first, then the files, then the facts; exit codes."""

import json
import shutil
from pathlib import Path

import pytest

from kla_lib.cli import main
from kla_lib.cli.keutuhan import sebut_verifikasi
from kla_lib.publish.terbitan.keutuhan import PeriksaBerkas
from kla_lib.publish.terbitan.ulangi import BERBEDA, GAGAL, SAMA, HasilPembuktian
from tests.pembantu.terbitan_uji import ID, lembar, salin_rapat, terbitkan


@pytest.fixture(scope="module")
def asli(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("verifikasi")
    terbitkan(salin_rapat(folder), folder / "keluaran")
    return folder


@pytest.fixture
def folder(asli: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(asli, tmp_path / "rapat"))


def verify(folder: Path, *argumen: str) -> int:
    return main(["verify", str(folder / f"{ID}.yaml"), "--outputs", str(folder / "keluaran"), *argumen])


def test_whole_files_are_proven_without_running_anything(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert verify(folder, "--quick") == 0
    assert capsys.readouterr().out == "Berkas: 28 sama dengan manifesnya.\n"


def test_each_file_at_fault_is_named_and_the_exit_code_is_one(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    keluaran = folder / "keluaran" / ID
    (keluaran / "klaster_1" / "fakta.json").unlink()
    (keluaran / "bahan.xlsx").write_bytes(b"lain")
    (keluaran / "titipan.txt").write_bytes(b"")
    (keluaran / "keputusan.xlsx").write_bytes(lembar("disetujui"))
    assert verify(folder, "--quick", "--json") == 1
    keluar = capsys.readouterr()
    assert keluar.err.splitlines() == [
        "  hilang: klaster_1/fakta.json",
        "  berubah: bahan.xlsx",
        "  tidak disebut manifes: titipan.txt",
        "  diisi sesudah diterbitkan: keputusan.xlsx",
        "Berkas: 25 sama dengan manifesnya, 3 tidak.",
    ]
    isi = json.loads(keluar.out)
    assert (isi["terbukti"], isi["fakta"], isi["fakta_sama"]) == (False, None, None)
    assert isi["berkas"]["diisi"] == ["keputusan.xlsx"]


def test_changed_inputs_are_said_first_and_are_no_fault(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with (folder / f"buku-{ID}" / "penilaian.csv").open("a", encoding="utf-8") as f:
        f.write("\n")
    assert verify(folder, "--quick") == 0
    baris = capsys.readouterr().out.splitlines()
    assert baris[0] == "Sejak rapat ini diterbitkan, ini berubah: buku data."
    assert baris[-1] == "Berkas: 28 sama dengan manifesnya."


def test_a_faulty_book_stops_the_second_half_only(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / f"buku-{ID}" / "penilaian.csv").write_text("bukan,tabel\n1,2\n", encoding="utf-8")
    assert verify(folder) == 2
    keluar = capsys.readouterr().out
    assert "Berkas: 28 sama dengan manifesnya." in keluar
    assert "Fakta: paket tidak bisa dijalankan ulang.\npenilaian.csv" in keluar


def test_a_meeting_that_was_not_published_or_does_not_exist_ends_with_two(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["verify", str(folder / f"{ID}.yaml"), "--outputs", str(folder / "lain")]) == 2
    assert "rapat ini belum diterbitkan di folder ini" in capsys.readouterr().err
    assert main(["verify", str(folder / "tidak-ada.yaml")]) == 2


UTUH = PeriksaBerkas(13)


def test_other_facts_from_the_same_inputs_are_a_fault() -> None:
    v = HasilPembuktian(ID, UTUH, (), {"klaster_1": (BERBEDA, ""), "klaster_2": (SAMA, "")})
    assert not v.terbukti
    assert list(sebut_verifikasi(v))[1:] == [
        "  faktanya berbeda: klaster_1",
        "Fakta: 1 dari 2 paket memberi fakta yang sama ketika dijalankan ulang.",
    ]


def test_other_facts_from_changed_inputs_are_explained_by_them() -> None:
    v = HasilPembuktian(ID, UTUH, ("buku data",), {"klaster_1": (BERBEDA, ""), "klaster_2": (GAGAL, "ValueError: x")})
    assert v.terbukti
    baris = list(sebut_verifikasi(v))
    assert "  gagal dijalankan ulang: klaster_2 (ValueError: x)" in baris
    assert baris[-1] == "Perbedaannya sejalan dengan yang berubah sejak diterbitkan."


def test_damaged_files_stay_a_fault_when_inputs_have_changed() -> None:
    v = HasilPembuktian(ID, PeriksaBerkas(12, hilang=("index.html",)), ("buku data",), {"klaster_1": (SAMA, "")})
    assert not v.terbukti
