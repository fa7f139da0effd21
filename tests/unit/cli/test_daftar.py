"""`kla worklist`: a book or a meeting in, one workbook out."""

import argparse
import json
from pathlib import Path

import openpyxl
import pytest

from kla_lib.cli import daftar
from kla_lib.data.buku import load_buku
from kla_lib.data.tulis import tables_of, write_buku
from kla_lib.errors import KlaError
from kla_lib.letak import FOLDER_PARAMS
from kla_lib.rules.rapat import path_buku
from tests.pembantu.kerja_uji import tulis_buku
from tests.pembantu.params_uji import PARAMS


def jalankan(*argumen: str) -> int:
    parser = argparse.ArgumentParser()
    daftar.add_commands(parser.add_subparsers(required=True))
    args = parser.parse_args(["worklist", *argumen])
    return args.jalankan(args)


@pytest.mark.parametrize(
    "sumber", ["contoh:kota-contoh", "kota-contoh-1", str(FOLDER_PARAMS / "rapat" / "kota-contoh-1.yaml")]
)
def test_a_book_a_meeting_and_its_file_give_the_same_list(
    sumber: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "daftar.xlsx"
    assert jalankan(sumber, "-o", str(path), "--json") == 0
    keluar = capsys.readouterr()
    hasil = json.loads(keluar.out.strip().splitlines()[-1])
    assert hasil["berkas"] == str(path)
    assert ["Sampul", *hasil["lembar"]] == openpyxl.load_workbook(path).sheetnames
    assert "Ditulis" in keluar.err
    assert openpyxl.load_workbook(path)["Dokumen"].max_row == 165


def test_a_book_of_a_city_without_a_file_of_its_own_is_listed_too(tmp_path: Path) -> None:
    buku = tulis_buku(
        tmp_path,
        ["em", "klaster_1", "4", "5", 2],
        keterangan={"daerah": "kota-antah", "tanggal_data": None, "contoh": "tidak"},
    )
    assert jalankan(str(buku), "-o", str(tmp_path / "d.xlsx")) == 0
    halaman = openpyxl.load_workbook(tmp_path / "d.xlsx")["Kerjakan dulu"]
    assert halaman["A2"].value == (
        "kota-antah, tahun yang dinilai 2024. Data: tanggalnya tidak dicatat. Bukan nilai resmi."
    )


def test_the_data_book_itself_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "buku.xlsx"
    write_buku(tables_of(load_buku(PARAMS, path_buku("contoh:kota-contoh"))), path)
    lama = path.read_bytes()
    with pytest.raises(KlaError, match="bukan berkas yang kita tulis"):
        jalankan(str(path), "-o", str(path))
    assert path.read_bytes() == lama


@pytest.mark.parametrize(
    ("sumber", "tujuan", "pesan"),
    [
        ("contoh:kota-contoh", "daftar.pdf", "daftar kerja ditulis sebagai XLSX"),
        ("contoh:kota-cntoh", "daftar.xlsx", "Maksud Anda 'kota-contoh'?"),
        ("rapat-yang-tidak-ada", "daftar.xlsx", "rapat-yang-tidak-ada.yaml"),
    ],
)
def test_what_cannot_be_read_or_written_is_said_and_nothing_is_written(
    sumber: str, tujuan: str, pesan: str, tmp_path: Path
) -> None:
    with pytest.raises(KlaError) as e:
        jalankan(sumber, "-o", str(tmp_path / tujuan))
    assert pesan in str(e.value)
    assert not list(tmp_path.iterdir())
