"""What somebody else wrote is not written over."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from kla_lib.errors import KlaError
from kla_lib.publish.lembar.tujuan import check_tujuan


def buku(path: Path, *lembar: str) -> Path:
    b = Workbook()
    b.active.title = lembar[0]
    for nama in lembar[1:]:
        b.create_sheet(nama)
    b.save(path)
    return path


def milik(lembar: list[str]) -> bool:
    return lembar == ["Daftar", "Kedua"]


def test_a_new_file_and_one_of_ours_may_be_written(tmp_path: Path) -> None:
    check_tujuan(tmp_path / "baru.xlsx", milik)
    check_tujuan(buku(tmp_path / "lama.xlsx", "Daftar", "Kedua"), milik)


def test_a_workbook_with_other_sheets_is_refused_with_what_to_do(tmp_path: Path) -> None:
    path = buku(tmp_path / "lain.xlsx", "Keterangan", "Penilaian")
    with pytest.raises(KlaError) as e:
        check_tujuan(path, milik)
    assert str(e.value) == (
        "lain.xlsx: sudah ada dan bukan berkas yang kita tulis, jadi tidak ditimpa. "
        "Beri nama lain, atau pindahkan dahulu berkas itu."
    )


@pytest.mark.parametrize("isi", [b"", b"bukan buku kerja", b"PK\x03\x04rusak"])
def test_what_is_no_workbook_is_refused(isi: bytes, tmp_path: Path) -> None:
    path = tmp_path / "lain.xlsx"
    path.write_bytes(isi)
    with pytest.raises(KlaError, match="tidak ditimpa"):
        check_tujuan(path, milik)
    assert path.read_bytes() == isi


def test_a_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "buku.xlsx").mkdir()
    with pytest.raises(KlaError, match="tidak ditimpa"):
        check_tujuan(tmp_path / "buku.xlsx", milik)
