"""Put texts, numbers and formulas into the cells of a sheet, each formula with the value that it has today."""

import math
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.worksheet import Worksheet

from kla_lib.data.bingkai import mark_tabel
from kla_lib.data.tulis import write_text
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.publish.halaman.kop import atas_halaman, kaki_halaman
from kla_lib.publish.lembar.buku_rapat.rumus import sel_di
from kla_lib.publish.lembar.gaya import HURUF, TINGGI_BARIS, Cap
from kla_lib.views.rupa.spanduk import teks_spanduk

GARIS = Border(*[Side(style="thin", color="BFBFBF")] * 4)
POIN, PERSEN, BILANGAN = "#,##0.00", "0%", "0"
"""Formats of numbers; a spreadsheet shows them with the separators of its reader."""

HURUF_PER_LEBAR = 1.2
"""A width counts digits of 11 points; of running text in 10 points more letters fit."""


@dataclass(frozen=True)
class Rumus:
    """A formula, and the value that it has with the marks of the book: a number, or a text."""

    teks: str
    nilai: float | str


@dataclass(frozen=True)
class Gaya:
    """How a cell looks; `terbuka` leaves it open where the sheet is locked."""

    tebal: bool = False
    latar: str = ""
    warna: str = "000000"
    format: str = "General"
    ukuran: float = 10
    kanan: bool = False
    garis: bool = True
    terbuka: bool = False


BIASA = Gaya()
KEPALA = Gaya(tebal=True, latar="D9E4EC")
LEPAS = Gaya(garis=False)
AWAS = Gaya(garis=False, tebal=True, warna="8A1C00")

Isi = str | float | Rumus | None


class Kertas:
    """A sheet that is filled cell by cell; `nilai` holds by address what its formulas come to."""

    def __init__(self, halaman: Worksheet, keadaan: Keadaan, lebar: Sequence[int]) -> None:
        self.halaman, self.keadaan, self.lebar = halaman, keadaan, lebar
        self.nilai: dict[str, float | str] = {}
        self._cap = Cap()
        for nomor, n in enumerate(lebar, start=1):
            halaman.column_dimensions[get_column_letter(nomor)].width = n

    def alamat(self, sel: str) -> str:
        """Return the address of a cell or range of this sheet as other sheets write it."""
        return sel_di(self.halaman.title, sel)

    def tulis(self, baris: int, kolom: int, isi: Isi, gaya: Gaya = BIASA) -> Cell:
        """Fill a cell; a text is never taken for a formula, and None or "" leaves the cell empty."""
        sel = self.halaman.cell(baris, kolom)
        if isinstance(isi, Rumus):
            sel.value = isi.teks
            self.nilai[sel.coordinate] = isi.nilai
        elif isinstance(isi, str) and isi:
            write_text(sel, isi)
        else:
            sel.value = None if isi == "" else isi
        self._cap.pakai(sel, gaya, partial(_bagian_gaya, gaya))
        return sel

    def tulis_kalimat(self, baris: int, teks: str, gaya: Gaya = LEPAS) -> None:
        """Write a sentence over the whole width, on as many lines as it takes."""
        akhir = len(self.lebar)
        self.tulis(baris, 1, teks, gaya)
        self.halaman.merge_cells(start_row=baris, end_row=baris, start_column=1, end_column=akhir)
        banyak = _banyak_baris(teks, sum(self.lebar), gaya)
        self.halaman.row_dimensions[baris].height = TINGGI_BARIS * gaya.ukuran / 10 * banyak + 2

    def tulis_atas(self, judul: str, kalimat: Sequence[str]) -> int:
        """Write the title, whose sheet it is, the warnings of the meeting and some sentences; return the next row."""
        atas = [
            (judul, Gaya(garis=False, tebal=True, ukuran=14)),
            (atas_halaman(self.keadaan), LEPAS),
            *((teks, AWAS) for teks in teks_spanduk(self.keadaan)),
            *((teks, LEPAS) for teks in kalimat if teks),
        ]
        for baris, (teks, gaya) in enumerate(atas, start=1):
            self.tulis_kalimat(baris, teks, gaya)
        return len(atas) + 1

    def atur_tinggi(self, baris: int) -> None:
        """Make a row high enough for its longest text; a spreadsheet does not fit the rows of a file by itself."""
        banyak = [
            _banyak_baris(sel.value, n, BIASA)
            for sel, n in zip(self.halaman[baris], self.lebar, strict=False)
            if isinstance(sel.value, str) and sel.data_type == "s"
        ]
        self.halaman.row_dimensions[baris].height = TINGGI_BARIS * max(banyak, default=1) + 3

    def siapkan_cetak(self, kepala: int, mendatar: bool = True) -> None:
        """Fit the width of A4, freeze the head of the table and repeat it on every page, number the pages."""
        halaman = self.halaman
        halaman.freeze_panes = halaman.cell(kepala + 1, 1)
        halaman.print_title_rows = f"{kepala}:{kepala}"
        halaman.page_setup.orientation = "landscape" if mendatar else "portrait"
        halaman.page_setup.paperSize = halaman.PAPERSIZE_A4
        halaman.page_setup.fitToWidth, halaman.page_setup.fitToHeight = 1, 0
        halaman.sheet_properties.pageSetUpPr.fitToPage = True
        halaman.page_margins = PageMargins(left=0.4, right=0.4, top=0.5, bottom=0.6, footer=0.3)
        # In a footer "&" begins a code, and a doubled one is printed as one.
        halaman.oddFooter.left.text = kaki_halaman(self.keadaan).replace("&", "&&")
        halaman.oddFooter.right.text = "&P/&N"

    def selesai(self, kepala: int, kolom: int, akhir: int, mendatar: bool = True) -> None:
        """Name the table between these rows, prepare the sheet for paper and guard its formulas."""
        mark_tabel(self.halaman, kepala, kolom, akhir)
        self.siapkan_cetak(kepala, mendatar)
        self.kunci()

    def kunci(self) -> None:
        """Guard the formulas against a slip of the hand: no password, columns may be widened, open cells stay open."""
        jaga = self.halaman.protection
        jaga.formatColumns = jaga.formatRows = False
        jaga.enable()


def _bagian_gaya(gaya: Gaya) -> dict[str, Any]:
    bagian = {
        "font": Font(name=HURUF, size=gaya.ukuran, bold=gaya.tebal, color=gaya.warna),
        "alignment": Alignment(
            wrap_text=True, vertical="top", horizontal="right" if gaya.kanan else "left", indent=0 if gaya.kanan else 1
        ),
        "number_format": gaya.format,
        "protection": Protection(locked=not gaya.terbuka),
    }
    if gaya.garis:
        bagian["border"] = GARIS
    if gaya.latar:
        bagian["fill"] = PatternFill("solid", fgColor=gaya.latar)
    return bagian


def _banyak_baris(teks: str, lebar: int, gaya: Gaya) -> int:
    """Return how many lines a text takes when it is wrapped between words; the indent takes a letter."""
    muat = max(math.floor(lebar * HURUF_PER_LEBAR * 10 / gaya.ukuran) - 1, 1)
    return sum(len(textwrap.wrap(t, muat)) or 1 for t in teks.split("\n"))
