"""Write the hand-out of a meeting as a workbook, one sheet per session, ready for A4 landscape."""

import re
import textwrap
from collections.abc import Sequence
from functools import partial
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.worksheet import Worksheet

from kla_lib.bahasa import _
from kla_lib.data.bingkai import mark_tabel
from kla_lib.data.tulis import save_bytes, write_text
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.publish.halaman.kop import atas_halaman, kaki_halaman
from kla_lib.publish.lembar.gaya import HURUF, KEPALA, TINGGI_BARIS, Cap
from kla_lib.publish.lembar.sampul import add_sampul
from kla_lib.views.rapat.bahan_rapat import BagianBahan, baris_bahan_rapat, daftar_bagian, kolom_bahan_rapat
from kla_lib.views.rupa.spanduk import teks_spanduk

LEBAR = {"nomor": 6, "klaster": 13, "nilai": 11, "indikator": 24, "telah": 34, "belum": 30, "data": 28, "opd": 20}
"""Widths in letters; together they fill a landscape page at a size that can still be read."""

HURUF_PER_LEBAR = 1.2
"""A width counts digits of 11 points; of running text in 10 points more letters fit."""

TINGGI_PALING_BESAR = 400
"""In points; a spreadsheet knows no higher row."""

GARIS = Border(*[Side(style="thin", color="BFBFBF")] * 4)
HURUF_LEMBAR = 31
"""A sheet's name holds no more letters, nor the signs below."""
TANDA_TERLARANG = re.compile(r"[\[\]:*?/\\\x00-\x1f]")


def workbook_bahan(keadaan: Keadaan) -> bytes:
    """Return the workbook; the same book and meeting give the same bytes."""
    buku = Workbook()
    buku.remove(buku.active)
    for bagian in daftar_bagian(keadaan):
        add_bagian(buku.create_sheet(nama_lembar(bagian.sesi, buku.sheetnames)), keadaan, bagian)
    add_sampul(buku, keadaan, _("Bahan rapat"))
    return save_bytes(buku)


def nama_lembar(sesi: str, terpakai: Sequence[str]) -> str:
    """Return a sheet's name that spreadsheets accept and that no other sheet has."""
    bersih = " ".join(TANDA_TERLARANG.sub(" ", sesi).split()).strip("'") or _("Bahan")
    sudah = {n.casefold() for n in terpakai}
    nama, nomor = bersih[:HURUF_LEMBAR].strip(), 2
    while nama.casefold() in sudah:
        akhir = f" ({nomor})"
        nama, nomor = bersih[: HURUF_LEMBAR - len(akhir)].strip() + akhir, nomor + 1
    return nama


def add_bagian(halaman: Worksheet, keadaan: Keadaan, bagian: BagianBahan) -> None:
    """Lay out the hand-out of one session on an empty sheet."""
    judul = _("Bahan rapat: {sesi}").format(sesi=bagian.sesi) if bagian.sesi else _("Bahan rapat")
    atas = [
        (judul, Font(name=HURUF, size=14, bold=True)),
        (atas_halaman(keadaan), Font(name=HURUF, size=10)),
        *((teks, Font(name=HURUF, size=10, bold=True, color="8A1C00")) for teks in teks_spanduk(keadaan)),
    ]
    for baris, (teks, huruf) in enumerate(atas, start=1):
        write_text(halaman.cell(baris, 1), teks)
        halaman.cell(baris, 1).font = huruf
    kolom = kolom_bahan_rapat()
    kepala = len(atas) + 1
    isi = baris_bahan_rapat(keadaan, bagian.klaster)
    cap = Cap()
    _add_baris(halaman, kepala, {k.kunci: k.judul for k in kolom}, cap, kepala=True)
    for nomor, baris_isi in enumerate(isi, start=kepala + 1):
        _add_baris(halaman, nomor, baris_isi, cap)
    for nomor, k in enumerate(kolom, start=1):
        halaman.column_dimensions[get_column_letter(nomor)].width = LEBAR[k.kunci]
    mark_tabel(halaman, kepala, len(kolom), kepala + len(isi))
    _siapkan_cetak(halaman, keadaan, kepala, kepala + len(isi))


def _add_baris(halaman: Worksheet, nomor: int, isi: dict[str, Any], cap: Cap, kepala: bool = False) -> None:
    """Put a row of texts into the sheet, high enough for its longest cell."""
    for j, kunci in enumerate(LEBAR, start=1):
        sel = halaman.cell(nomor, j)
        kanan = kunci == "nilai"
        cap.pakai(sel, (kanan, kepala), partial(_gaya, kanan, kepala))
        write_text(sel, str(isi[kunci]))
    baris = max(_banyak_baris(str(isi[kunci]), lebar) for kunci, lebar in LEBAR.items())
    halaman.row_dimensions[nomor].height = min(TINGGI_BARIS * baris + 3, TINGGI_PALING_BESAR)


def _gaya(kanan: bool, kepala: bool) -> dict[str, Any]:
    rata = Alignment(wrap_text=True, vertical="top", horizontal="right" if kanan else "left", indent=1)
    bagian: dict[str, Any] = {"font": Font(name=HURUF, size=10, bold=kepala), "border": GARIS, "alignment": rata}
    return {**bagian, "fill": KEPALA} if kepala else bagian


def _banyak_baris(teks: str, lebar: int) -> int:
    """Return how many lines a text takes when it is wrapped between words; the indent takes a letter."""
    muat = max(int(lebar * HURUF_PER_LEBAR) - 1, 1)
    return sum(len(textwrap.wrap(t, muat)) or 1 for t in teks.split("\n"))


def _siapkan_cetak(halaman: Worksheet, keadaan: Keadaan, kepala: int, akhir: int) -> None:
    """Fit the width of A4 landscape, repeat the head on every page, number the pages."""
    halaman.freeze_panes = halaman.cell(kepala + 1, 1)
    halaman.print_title_rows = f"{kepala}:{kepala}"
    halaman.print_area = f"A1:{get_column_letter(len(LEBAR))}{akhir}"
    halaman.page_setup.orientation = "landscape"
    halaman.page_setup.paperSize = halaman.PAPERSIZE_A4
    halaman.page_setup.fitToWidth = 1
    halaman.page_setup.fitToHeight = 0
    halaman.sheet_properties.pageSetUpPr.fitToPage = True
    halaman.page_margins = PageMargins(left=0.4, right=0.4, top=0.5, bottom=0.6, footer=0.3)
    contoh = [_("data buatan")] if keadaan.buku.keterangan.contoh else []
    # In a footer "&" begins a code, and a doubled one is printed as one.
    kiri = " · ".join([*contoh, kaki_halaman(keadaan)]).replace("&", "&&")
    halaman.oddFooter.left.text = kiri
    halaman.oddFooter.right.text = "&P/&N"
