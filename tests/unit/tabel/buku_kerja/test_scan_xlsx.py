import re
from pathlib import Path
from zipfile import ZipFile

import openpyxl

from kla_lib.tabel.buku_kerja.scan_xlsx import scan_xlsx

GALAT = "Perbaiki rumusnya, atau tulis nilainya."
BELUM = "Hitung ulang lalu simpan: di Excel tekan Ctrl+Alt+F9, di LibreOffice Ctrl+Shift+F9; atau tulis nilainya saja."


def rumus_gagal(path: Path) -> dict[str, dict[str, tuple[str, str]]]:
    return {lembar: temuan.gagal for lembar, temuan in scan_xlsx(path).items()}


def tulis(path: Path, **lembar: list[list[object]]) -> Path:
    buku = openpyxl.Workbook()
    buku.remove(buku.active)
    for nama, baris in lembar.items():
        halaman = buku.create_sheet(nama)
        for b in baris:
            halaman.append(b)
    buku.save(path)
    return path


def ganti_xml(path: Path, lama: str, baru: str, bagian: str = "xl/worksheets/sheet1.xml") -> Path:
    """Rewrite the first sheet's XML, for what openpyxl itself cannot write."""
    with ZipFile(path) as asal:
        isi = {nama: asal.read(nama) for nama in asal.namelist()}
    xml, banyak = re.subn(lama, baru, isi[bagian].decode())
    assert banyak == 1
    isi[bagian] = xml.encode()
    with ZipFile(path, "w") as tujuan:
        for nama, byte in isi.items():
            tujuan.writestr(nama, byte)
    return path


def test_every_cell_with_an_error_value_is_found_with_its_address(tmp_path: Path) -> None:
    path = tulis(tmp_path / "buku.xlsx", Satu=[["nilai", "#N/A"], [1, "teks"], [None, None, "#REF!"]])
    assert rumus_gagal(path) == {
        "Satu": {"B1": ("sel berisi galat #N/A", GALAT), "C3": ("sel berisi galat #REF!", GALAT)}
    }


def test_a_formula_that_no_program_calculated_is_found(tmp_path: Path) -> None:
    path = tulis(tmp_path / "buku.xlsx", Satu=[["nilai"], ["=1+1"]])
    assert rumus_gagal(path) == {"Satu": {"A2": ("rumus belum dihitung", BELUM)}}


def test_a_calculated_formula_is_fine(tmp_path: Path) -> None:
    path = ganti_xml(tulis(tmp_path / "buku.xlsx", Satu=[["=1+1"]]), "<v ?/>|<v></v>", "<v>2</v>")
    assert rumus_gagal(path) == {"Satu": {}}


def test_a_formula_whose_answer_is_an_empty_text_is_fine(tmp_path: Path) -> None:
    path = ganti_xml(tulis(tmp_path / "buku.xlsx", Satu=[['=IF(B1=1,"a","")']]), '<c r="A1">', '<c r="A1" t="str">')
    ganti_xml(path, 'fullCalcOnLoad="1"', "", "xl/workbook.xml")
    assert rumus_gagal(path) == {"Satu": {}}


def test_merged_ranges_of_several_rows_are_found_and_those_of_one_row_are_not(tmp_path: Path) -> None:
    path = tulis(tmp_path / "buku.xlsx", Satu=[["a", "b"], [1, 2], [3, 4]])
    buku = openpyxl.load_workbook(path)
    for daerah in ("A1:B1", "A2:A3", "B2:C3"):
        buku["Satu"].merge_cells(daerah)
    buku.save(path)
    assert sorted(scan_xlsx(path)["Satu"].gabungan) == ["A2:A3", "B2:C3"]
