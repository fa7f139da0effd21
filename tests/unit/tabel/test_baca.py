import io
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msoffcrypto.format.ooxml import OOXMLFile

from kla_lib.errors import KlaError
from kla_lib.tabel.baca import TabelMentah, daftar_lembar, huruf_kolom, read_csv, read_kisi, read_lembar
from kla_lib.tabel.sel import Persen, tampil
from tests.pembantu.berkas_lain import ole
from tests.pembantu.buku_uji import write_xlsx


def csv_dari(folder: Path, isi: str | bytes) -> TabelMentah:
    path = folder / "tabel.csv"
    path.write_bytes(isi.encode() if isinstance(isi, str) else isi)
    return read_csv(path, "tabel.csv")


def pesan_csv(folder: Path, isi: str | bytes) -> list[str]:
    with pytest.raises(KlaError) as e:
        csv_dari(folder, isi)
    return [str(k) for k in e.value.kesalahan]


def pesan_lembar(path: Path) -> list[str]:
    try:
        _tabel, salah = read_lembar(path, path.name, daftar_lembar(path, path.name))
    except KlaError as e:
        salah = list(e.kesalahan)
    assert salah, "the workbook was accepted"
    return [str(k) for k in salah]


def isi(tabel: TabelMentah) -> dict[int, list[object]]:
    return {int(n): list(baris) for n, baris in zip(tabel.isi.index, tabel.isi.itertuples(index=False), strict=True)}


@pytest.mark.parametrize(
    ("nomor", "huruf"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")]
)
def test_columns_have_the_letters_of_a_spreadsheet(nomor: int, huruf: str) -> None:
    assert huruf_kolom(nomor) == huruf


@given(st.integers(min_value=0, max_value=16_383))
def test_column_letters_are_those_of_openpyxl(nomor: int) -> None:
    assert huruf_kolom(nomor) == openpyxl.utils.get_column_letter(nomor + 1)


def test_csv_rows_keep_their_numbers_and_empty_cells_are_none(tmp_path: Path) -> None:
    tabel = csv_dari(tmp_path, "kode,isi\n1,a\n2,\n")
    assert isi(tabel) == {2: ["1", "a"], 3: ["2", None]}
    assert tabel.sel("isi", 3) == "sel B3"
    assert (tabel.berkas, tabel.lembar) == ("tabel.csv", "")


@pytest.mark.parametrize("kosong", ["", ",", " , ", '"",""'])
def test_blank_rows_in_the_middle_of_a_csv_keep_the_row_numbers(tmp_path: Path, kosong: str) -> None:
    assert isi(csv_dari(tmp_path, f"kode,isi\n1,a\n{kosong}\n{kosong}\n4,d\n")) == {2: ["1", "a"], 5: ["4", "d"]}


def test_blanks_around_cells_and_column_names_are_dropped(tmp_path: Path) -> None:
    tabel = csv_dari(tmp_path, " kode , isi\n 1 ,  a b \n")
    assert list(tabel.isi.columns) == ["kode", "isi"]
    assert isi(tabel) == {2: ["1", "a b"]}


def test_a_short_csv_row_is_filled_with_empty_cells(tmp_path: Path) -> None:
    assert isi(csv_dari(tmp_path, "kode,isi,catatan\n1\n")) == {2: ["1", None, None]}


def test_the_byte_order_mark_of_excel_is_no_part_of_the_first_column(tmp_path: Path) -> None:
    assert list(csv_dari(tmp_path, b"\xef\xbb\xbfkode,isi\n1,a\n").isi.columns) == ["kode", "isi"]


def test_the_semicolons_of_an_indonesian_excel_separate_columns(tmp_path: Path) -> None:
    assert isi(csv_dari(tmp_path, "kode;isi\r\n1;12,5\r\n2;a\r\n")) == {2: ["1", "12,5"], 3: ["2", "a"]}


def test_a_quoted_cell_may_hold_commas_quotes_and_line_ends(tmp_path: Path) -> None:
    tabel = csv_dari(tmp_path, 'kode,isi\n1,"a, ""b""\nc"\n2,d\n')
    assert isi(tabel) == {2: ["1", 'a, "b"\nc'], 3: ["2", "d"]}


@pytest.mark.parametrize("tanda", ["\u2028", "\u0085", "\x0b", "\x0c", "\x1c"])
def test_signs_that_are_no_line_end_of_csv_stay_inside_their_cell(tmp_path: Path, tanda: str) -> None:
    assert isi(csv_dari(tmp_path, f"kode,isi\n1,a{tanda}b\n2,c\n")) == {2: ["1", f"a{tanda}b"], 3: ["2", "c"]}


def test_a_row_of_names_below_titles_is_found_by_the_names(tmp_path: Path) -> None:
    path = write_xlsx({"Satu": [["Buah, 2024"], [None], ["Kode ", "ISI"], ["1", "a"]]}, tmp_path / "buku.xlsx")
    lembar, salah = read_lembar(path, "buku.xlsx", ["Satu"], {"Satu": ("kode", "isi")})
    assert salah == []
    assert isi(lembar["Satu"]) == {4: ["1", "a"]}
    assert (lembar["Satu"].baris_kepala, lembar["Satu"].sel("isi", 4)) == (3, "sel B4")


def test_a_failed_formula_in_a_title_or_in_a_guidance_column_harms_nobody(tmp_path: Path) -> None:
    baris = [["#N/A"], ["kode", "isi", "_cek"], ["1", "a", "#N/A"], ["2", "#N/A"]]
    path = write_xlsx({"Satu": baris}, tmp_path / "buku.xlsx")
    _lembar, salah = read_lembar(path, "buku.xlsx", ["Satu"], {"Satu": ("kode", "isi")})
    assert [k.sel for k in salah] == ["sel B4"]


def test_a_workbook_under_the_name_of_another_kind_is_refused(tmp_path: Path) -> None:
    write_xlsx({"Satu": [["kode"]]}, tmp_path / "a.xlsx").rename(tmp_path / "buku.ods")
    (pesan,) = pesan_lembar(tmp_path / "buku.ods")
    assert pesan.startswith("buku.ods: berkas tidak terbaca sebagai buku kerja (isinya bukan .ods). ")


def test_an_old_xls_is_refused_with_the_way_out(tmp_path: Path) -> None:
    (tmp_path / "buku.xls").write_bytes(ole("Workbook", b"isi"))
    assert pesan_lembar(tmp_path / "buku.xls") == [
        "buku.xls: format XLS lama; simpan sebagai XLSX. "
        "Buka di Excel atau LibreOffice, pilih Simpan Sebagai, lalu jenis Buku Kerja Excel (.xlsx)."
    ]


def test_a_percentage_keeps_the_number_that_is_stored_and_shows_the_one_that_is_seen(tmp_path: Path) -> None:
    buku = openpyxl.Workbook()
    buku.active.append(["kode", 0.935, 0.5])
    buku.active["B1"].number_format, buku.active["C1"].number_format = '0.0"%"', "0.0 %;[Red]-0.0 %"
    buku.save(tmp_path / "buku.xlsx")
    (kisi,) = read_kisi(tmp_path / "buku.xlsx", "buku.xlsx")
    assert [type(s) for s in kisi.baris[1]] == [str, float, Persen]
    assert [tampil(s) for s in kisi.baris[1]] == ["kode", "0.935", "50%"]


@pytest.mark.parametrize("teks", ["", "\n", ",,\n1,2,3\n", "  \n"])
def test_a_csv_without_names_in_row_1_is_refused(tmp_path: Path, teks: str) -> None:
    assert pesan_csv(tmp_path, teks) == [
        "tabel.csv: tabel kosong: baris 1 tidak memuat nama kolom. Tulis nama kolom di baris 1."
    ]


def test_a_quote_that_is_never_closed_is_refused_instead_of_swallowing_rows(tmp_path: Path) -> None:
    (pesan,) = pesan_csv(tmp_path, 'kode,isi\n1,a\n2,"b\n3,c\n4,d\n')
    assert pesan.startswith("tabel.csv, baris 3: susunan CSV tidak terbaca (tanda kutip tidak berpasangan). ")
    assert pesan.endswith("Periksa tanda kutip ganda mulai baris ini: setiap pembuka perlu satu penutup.")


def test_a_cell_too_long_for_csv_is_refused(tmp_path: Path) -> None:
    (pesan,) = pesan_csv(tmp_path, f"kode,isi\n1,{'a' * 140_000}\n")
    assert pesan.startswith("tabel.csv, baris 2: susunan CSV tidak terbaca (sel ini terlalu panjang). ")


def test_a_column_name_used_twice_is_refused(tmp_path: Path) -> None:
    assert pesan_csv(tmp_path, "kode,isi,kode\n1,a,1\n") == [
        "tabel.csv, sel A1: kolom 'kode' ada dua kali. Baris 1 harus memuat nama kolom, masing-masing sekali."
    ]


def test_content_under_no_column_name_is_refused_cell_by_cell(tmp_path: Path) -> None:
    nasihat = "Beri nama kolom di baris 1, atau hapus isinya."
    assert pesan_csv(tmp_path, "kode,,isi\n1,x,a\n2,,b\n3,,c,lebih\n") == [
        f"tabel.csv, sel B2: ada isi 'x' di kolom tanpa nama. {nasihat}",
        f"tabel.csv, sel D4: ada isi 'lebih' di kolom tanpa nama. {nasihat}",
    ]


def test_a_column_without_name_and_without_content_is_ignored(tmp_path: Path) -> None:
    tabel = csv_dari(tmp_path, "kode,,isi,\n1,,a,\n")
    assert isi(tabel) == {2: ["1", "a"]}
    assert tabel.sel("isi", 2) == "sel C2"


def test_sheets_keep_row_numbers_and_cell_letters_behind_blank_rows_and_columns(tmp_path: Path) -> None:
    path = write_xlsx(
        {"Satu": [["kode", None, "isi"], ["a", None, 1], [None, None, None], ["b", None, 2]]}, tmp_path / "buku.xlsx"
    )
    lembar, salah = read_lembar(path, "buku.xlsx", ["Satu"])
    tabel = lembar["Satu"]
    assert salah == []
    assert isi(tabel) == {2: ["a", 1], 4: ["b", 2]}
    assert tabel.sel("isi", 4) == "sel C4"
    assert (
        str(tabel.kesalahan("x", "salah", "Perbaiki.", "isi", 4)) == "buku.xlsx, lembar Satu, sel C4: salah. Perbaiki."
    )


def test_a_sheet_whose_first_row_is_blank_is_refused(tmp_path: Path) -> None:
    path = write_xlsx({"Satu": [[None], ["kode", "isi"], ["1", "a"]]}, tmp_path / "buku.xlsx")
    assert pesan_lembar(path) == [
        "buku.xlsx, lembar Satu: tabel kosong: baris 1 tidak memuat nama kolom. Tulis nama kolom di baris 1."
    ]


def test_only_the_named_sheets_are_read(tmp_path: Path) -> None:
    path = write_xlsx({"Satu": [["kode"], ["1"]], "_coret": [], "Dua": [["isi"]]}, tmp_path / "buku.xlsx")
    assert daftar_lembar(path, "buku.xlsx") == ["Satu", "_coret", "Dua"]
    assert list(read_lembar(path, "buku.xlsx", ["Dua", "Satu"])[0]) == ["Dua", "Satu"]


def test_the_faults_of_all_sheets_are_told_at_once(tmp_path: Path) -> None:
    path = write_xlsx(
        {"Satu": [["kode", "kode"]], "Dua": [], "Tiga": [["kode", "isi"], [1, 2, 3]]}, tmp_path / "buku.xlsx"
    )
    assert [p.split(":")[0] for p in pesan_lembar(path)] == [
        "buku.xlsx, lembar Satu, sel A1",
        "buku.xlsx, lembar Dua",
        "buku.xlsx, lembar Tiga, sel C2",
    ]


def test_a_stray_cell_or_a_doubled_column_does_not_cost_the_sheet(tmp_path: Path) -> None:
    baris = [["kode", "isi", "isi"], ["a", 1, 1], ["b", 2, 3, "lain"], [None, None, None, "coret"]]
    lembar, salah = read_lembar(write_xlsx({"Satu": baris}, tmp_path / "b.xlsx"), "b.xlsx", ["Satu"])
    assert isi(lembar["Satu"]) == {2: ["a", 1], 3: ["b", 2]}
    assert [(k.sel, k.salah) for k in salah] == [
        ("sel B1", "kolom 'isi' ada dua kali"),
        ("sel B3", "isi kolom 'isi' di B, C tidak sama"),
        ("sel D3", "ada isi 'lain' di kolom tanpa nama"),
    ]


def test_a_number_under_no_column_name_is_shown_as_excel_shows_it(tmp_path: Path) -> None:
    path = write_xlsx({"Satu": [["kode", "isi"], [1, 2, 3], [4, 5, 6]]}, tmp_path / "buku.xlsx")
    (pesan,) = pesan_lembar(path)  # one message for the column, not one per cell
    assert "sel C2: ada isi '3' di kolom tanpa nama" in pesan


def test_a_title_above_the_header_gets_one_message(tmp_path: Path) -> None:
    path = write_xlsx(
        {"Satu": [["Penilaian Kota Contoh"], ["kode", "isi"], *([n, "a"] for n in range(99))]}, tmp_path / "b.xlsx"
    )
    assert pesan_lembar(path) == [
        "b.xlsx, lembar Satu, baris 1: baris 1 berisi satu sel saja, seperti sebuah judul. "
        "Hapus baris judul, supaya nama kolom berada di baris 1."
    ]


def test_a_cell_whose_formula_failed_is_refused_and_not_read_as_empty(tmp_path: Path) -> None:
    path = write_xlsx({"Satu": [["kode", "isi"], ["a", "#DIV/0!"], ["b", "=1+1"]]}, tmp_path / "buku.xlsx")
    assert pesan_lembar(path) == [
        "buku.xlsx, lembar Satu, sel B2: sel berisi galat #DIV/0!. Perbaiki rumusnya, atau tulis nilainya.",
        "buku.xlsx, lembar Satu, sel B3: rumus belum dihitung. "
        "Hitung ulang lalu simpan: di Excel tekan Ctrl+Alt+F9, di LibreOffice Ctrl+Shift+F9; atau tulis nilainya saja.",
    ]


def test_a_password_protected_workbook_is_refused_with_the_way_to_unlock_it(tmp_path: Path) -> None:
    terbuka = write_xlsx({"Satu": [["kode"], ["1"]]}, tmp_path / "terbuka.xlsx")
    path = tmp_path / "terkunci.xlsx"
    with path.open("wb") as f:
        OOXMLFile(io.BytesIO(terbuka.read_bytes())).encrypt("rahasia", f)
    assert pesan_lembar(path) == [
        "terkunci.xlsx: berkas dilindungi kata sandi, atau XLS lama yang diberi nama .xlsx. "
        "Buka di Excel, hapus kata sandinya (Info > Lindungi Buku Kerja), lalu simpan sebagai XLSX."
    ]


@pytest.mark.parametrize("byte", [b"kode,isi\n1,a\n", b"PK\x03\x04", b""])
def test_a_file_that_is_no_workbook_is_refused(tmp_path: Path, byte: bytes) -> None:
    path = tmp_path / "buku.xlsx"
    path.write_bytes(byte)
    (pesan,) = pesan_lembar(path)
    assert pesan.startswith("buku.xlsx: berkas tidak terbaca sebagai buku kerja (")
    assert pesan.endswith("Buka di Excel atau LibreOffice dan simpan ulang sebagai XLSX.")


@pytest.mark.parametrize("bagian", [0.2, 0.5, 0.9, 0.99])
def test_a_workbook_cut_off_while_copying_is_refused(tmp_path: Path, bagian: float) -> None:
    utuh = write_xlsx({"Satu": [["kode"], *([str(n)] for n in range(200))]}, tmp_path / "utuh.xlsx").read_bytes()
    path = tmp_path / "buku.xlsx"
    path.write_bytes(utuh[: int(len(utuh) * bagian)])
    assert "berkas tidak terbaca sebagai buku kerja" in pesan_lembar(path)[0]
