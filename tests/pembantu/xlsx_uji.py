"""A workbook with colours, notes, formulas and a chart, and ways to look into its parts."""

from pathlib import Path
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest
from lxml import etree
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from kla_lib.data.bentuk import PENILAIAN
from kla_lib.data.buku import Buku, hash_buku, load_buku
from kla_lib.data.sunting.simpan import Ubahan, save_ubahan
from kla_lib.errors import KlaError
from tests.pembantu.params_uji import PARAMS

BUKU = "xl/workbook.xml"


KUNCI = ("em", "klaster_1", "5", "1")


WARNA = PatternFill("solid", fgColor="FFC000")


SLICER = b"<slicers/>  <!-- stands for a slicer, a pivot table, a macro: what openpyxl would lose -->"


def nilai(kunci: tuple[Any, ...], isi: object, kolom: str = "nilai") -> Ubahan:
    return Ubahan(PENILAIAN, kunci, kolom, isi)


def simpan(path: Path, *ubahan: Ubahan, **lain: Any) -> Buku:
    save_ubahan(PARAMS, path, ubahan, hash_buku(path), **lain)
    return load_buku(PARAMS, path)


def pesan(path: Path, *ubahan: Ubahan) -> str:
    """Return the message with which a change is refused; the book must be as it was."""
    lama = path.read_bytes()
    with pytest.raises(KlaError) as e:
        save_ubahan(PARAMS, path, ubahan, hash_buku(path))
    assert path.read_bytes() == lama
    assert not (path.parent / "cadangan").exists()
    return str(e.value)


def hias(s: Worksheet) -> None:
    s["I1"] = "_cek"
    s["I2"] = '=IF(E2>4,"terlalu besar","baik")'
    for k in "ABCDEFGHI":
        s[f"{k}1"].font = Font(bold=True)
        s[f"{k}4"].fill = WARNA
    s["E2"].fill = WARNA
    s["E2"].comment = Comment("Tanya Disdukcapil", "Evaluator")
    s["E4"].number_format = "0.00"
    s.conditional_formatting.add("E2:E9", CellIsRule(operator="greaterThan", formula=["10"], fill=WARNA))
    pilihan = DataValidation(type="list", formula1='"ya,tidak"')
    pilihan.add("F2:F9")
    s.add_data_validation(pilihan)
    s.freeze_panes = "A2"
    chart = BarChart()
    chart.add_data(Reference(s, min_col=5, min_row=1, max_row=4), titles_from_data=True)
    s.add_chart(chart, "K2")


def bagian(path: Path) -> dict[str, bytes]:
    with ZipFile(path) as arsip:
        return {n: arsip.read(n) for n in arsip.namelist()}


def rumus(path: Path, sel: str, isi: Any, lembar: str = "Penilaian") -> None:
    """Put a formula into a cell, as Excel would: with a stored result."""
    wb = openpyxl.load_workbook(path)
    wb[lembar][sel] = isi
    simpan_terhitung(wb, path)


def simpan_terhitung(wb: openpyxl.Workbook, path: Path, **lain: bytes) -> None:
    """Save a workbook with the stored result 1 for every formula, and with further parts."""
    wb.save(path)
    isi = bagian(path)
    for nama in isi:
        if nama.startswith("xl/worksheets/sheet"):
            akar = etree.fromstring(isi[nama])
            for f in akar.iterfind(".//{*}f"):
                f.getnext().text = "1"
            isi[nama] = etree.tostring(akar)
    tulis_bagian(path, isi | lain)


def tulis_bagian(path: Path, isi: dict[str, bytes]) -> None:
    with ZipFile(path, "w") as arsip:
        for nama, b in isi.items():
            arsip.writestr(nama, b)


def sel_openpyxl(path: Path) -> dict[tuple[str, str], tuple[Any, ...]]:
    return {
        (s.title, c.coordinate): (c.value, c.comment.text if c.comment else None, c.style_id, c.number_format)
        for s in openpyxl.load_workbook(path)
        for baris in s.iter_rows()
        for c in baris
        if c.value is not None or c.comment
    }
