from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kla_lib.errors import KlaError
from kla_lib.tabel.baca import daftar_lembar
from kla_lib.tabel.ole import read_aliran
from kla_lib.tabel.scan_xls import scan_xls
from tests.berkas_lain import ole, write_xls


def test_error_values_and_formulas_with_an_error_are_found_with_their_address(tmp_path: Path) -> None:
    path = write_xls({"Satu": [["nilai", "#DIV/0!"], [1, None, "=1/0"]], "Dua": [[1.5]]}, tmp_path / "a.xls")
    temuan = scan_xls(path)
    assert {n: list(t.gagal) for n, t in temuan.items()} == {"Satu": ["B1", "C2"], "Dua": []}
    assert temuan["Satu"].gagal["B1"][0] == "sel berisi galat #DIV/0!"
    assert (temuan["Satu"].baris, temuan["Satu"].kolom) == (2, 3)


def test_a_locked_workbook_is_told_from_a_broken_one(tmp_path: Path) -> None:
    awal, sandi, akhir = b"\x09\x08\x10\x00\x00\x06\x05\x00" + bytes(12), b"\x2f\x00\x02\x00\x01\x00", b"\x0a\0\0\0"
    (tmp_path / "a.xls").write_bytes(ole("Workbook", awal + sandi + akhir))
    with pytest.raises(KlaError, match=r"^a.xls: berkas dilindungi kata sandi"):
        daftar_lembar(tmp_path / "a.xls", "a.xls")


def test_the_size_that_a_sheet_claims_counts_for_its_reader_reserves_that_much(tmp_path: Path) -> None:
    temuan = scan_xls(write_xls({"Satu": [[1]]}, tmp_path / "a.xls", (70_000, 300)))
    assert (temuan["Satu"].baris, temuan["Satu"].kolom) == (70_000, 300)


@pytest.mark.parametrize("panjang", [1, 4096, 5000, 100_000])
def test_a_stream_comes_out_of_its_container_whole(panjang: int) -> None:
    isi = bytes(i % 251 for i in range(panjang))
    assert read_aliran(ole("Workbook", isi), ("Book", "Workbook")) == isi.ljust(4096, b"\0")
    assert read_aliran(ole("Lain", isi), ("Book", "Workbook")) is None


@given(letak=st.integers(0, 1600), byte=st.binary(min_size=1, max_size=8))
def test_a_damaged_container_gives_some_stream_or_a_fault_and_never_runs_on(letak: int, byte: bytes) -> None:
    isi = bytearray(ole("Workbook", b"isi"))
    isi[letak : letak + len(byte)] = byte
    try:
        aliran = read_aliran(bytes(isi), ("Workbook",))
    except (ValueError, IndexError):
        return
    assert aliran is None or len(aliran) <= 4096
