"""Give a workbook what machines and screen readers look for: named tables, a title, its language."""

import re

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.table import Table
from openpyxl.worksheet.worksheet import Worksheet

from kla_lib.bahasa import _, bahasa

BAHASA_BERKAS = {"id": "id-ID", "en": "en-GB"}
"""The languages as the properties of a file name them."""

BUKAN_NAMA = re.compile(r"\W+")


def mark_tabel(halaman: Worksheet, kepala: int, kolom: int, akhir: int) -> None:
    """Make a real table, with filters, of the first `kolom` columns from the header row `kepala` to the row `akhir`.

    Its name is made of the sheet's, so a sheet holds one.  Without rows there
    is none: no program accepts it.  ValueError where two headers are alike or
    one is empty: a column is found by its header.
    """
    if akhir <= kepala:
        return
    judul = [halaman.cell(kepala, j).value for j in range(1, kolom + 1)]
    if not all(isinstance(j, str) and j for j in judul) or len({str(j).casefold() for j in judul}) < kolom:
        raise ValueError(f"{halaman.title}: headers of a table have to differ and to be filled: {judul}")
    nama = f"Tabel_{BUKAN_NAMA.sub('_', halaman.title)}"
    halaman.add_table(Table(displayName=nama, ref=f"A{kepala}:{get_column_letter(kolom)}{akhir}"))


def beri_sifat(buku: Workbook, judul: str) -> None:
    """Write title, language and what made it into the properties of a workbook."""
    buku.properties.title, buku.properties.language = judul, BAHASA_BERKAS[bahasa()]
    buku.properties.creator = _("Buku kerja KLA")
