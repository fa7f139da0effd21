from pathlib import Path

import pytest

from kla_lib.tabel.buku_kerja.scan_ods import scan_ods
from tests.pembantu.berkas_lain import sel_ods, write_ods

GALAT_LAIN = "sel berisi galat Err:508"


def sel(atribut: str, isi: str = "") -> str:
    return f"<table:table-cell {atribut}>{isi}</table:table-cell>"


@pytest.mark.parametrize(
    ("rumus", "salah"),
    [
        (
            sel('table:formula="of:=1/0" calcext:value-type="error"', "<text:p>#DIV/0!</text:p>"),
            "sel berisi galat #DIV/0!",
        ),
        (
            sel('table:formula="of:=A9" office:value-type="string"', "<text:p>Err:508</text:p>"),
            "sel berisi galat Err:508",
        ),
        (sel('table:formula="of:=1+1"'), "rumus belum dihitung"),
    ],
)
def test_a_formula_without_a_value_is_found(tmp_path: Path, rumus: str, salah: str) -> None:
    temuan = scan_ods(write_ods({"Satu": [["a"], [None, rumus]]}, tmp_path / "a.ods"))["Satu"]
    assert {k: p[0] for k, p in temuan.gagal.items()} == {"B2": salah}


def test_formulas_with_a_value_and_texts_that_look_like_an_error_are_fine(tmp_path: Path) -> None:
    baris = [[sel('table:formula="of:=1+1" office:value-type="float" office:value="2"'), "#N/A dari kantor"]]
    assert scan_ods(write_ods({"Satu": baris}, tmp_path / "a.ods"))["Satu"].gagal == {}


def test_cells_and_rows_written_once_count_as_often_as_they_stand(tmp_path: Path) -> None:
    ulang = sel_ods("abc").replace("<table:table-cell", '<table:table-cell table:number-columns-repeated="5"')
    kosong = '<table:table-cell table:number-columns-repeated="16000"/>'
    temuan = scan_ods(write_ods({"Satu": [[None, ulang, kosong], [kosong]]}, tmp_path / "a.ods"))["Satu"]
    assert (temuan.baris, temuan.kolom, temuan.huruf) == (1, 6, 15)


def test_a_pinned_note_is_no_content_and_is_kept_apart(tmp_path: Path) -> None:
    catatan = sel("", "<office:annotation><text:p>tanya dulu</text:p></office:annotation>")
    temuan = scan_ods(write_ods({"Satu": [["a", catatan]]}, tmp_path / "a.ods"))["Satu"]
    assert (temuan.catatan, temuan.kolom) == ({"B1": "tanya dulu"}, 1)


def test_merged_ranges_of_several_rows_are_found_and_those_of_one_row_are_not(tmp_path: Path) -> None:
    tinggi = sel('table:number-rows-spanned="3" table:number-columns-spanned="2" office:value-type="string"')
    lebar = sel('table:number-columns-spanned="2" office:value-type="string"')
    path = write_ods({"Satu": [[lebar], ["a", tinggi]]}, tmp_path / "a.ods")
    assert scan_ods(path)["Satu"].gabungan == ["B2:C4"]
