"""Write agenda, invitations and attendance of a meeting as one workbook, ready for A4."""

import textwrap
from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet

from kla_lib.bahasa import _
from kla_lib.data.tulis import save_bytes, write_text
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.publish.halaman.kop import atas_halaman, kaki_halaman
from kla_lib.publish.lembar.daftar_kerja import HURUF, KEPALA, TINGGI_BARIS
from kla_lib.views.rapat.agenda import agenda_sesi, baris_agenda, kolom_agenda
from kla_lib.views.rapat.sesi import daftar_sesi, sebut_jadwal
from kla_lib.views.rapat.sesi_anggota import baris_hadir, baris_undangan, catatan_undangan, kolom_hadir, kolom_undangan
from kla_lib.views.rupa.spanduk import teks_spanduk

LEBAR_AGENDA, LEBAR_UNDANGAN, LEBAR_HADIR = (16, 64, 10), (6, 44, 18, 22), (5, 28, 14, 24, 20, 22)
"""Widths in letters; each fills a portrait page."""

TINGGI_TANDA_TANGAN = 27.0
GARIS = Border(*[Side(style="thin", color="BFBFBF")] * 4)


def workbook_rapat(keadaan: Keadaan) -> bytes:
    """Return the workbook; the same book and meeting give the same bytes."""
    buku = Workbook()
    buku.remove(buku.active)
    agenda = _Lembar(buku.create_sheet(_("Agenda")), keadaan, LEBAR_AGENDA)
    undangan = _Lembar(buku.create_sheet(_("Undangan")), keadaan, LEBAR_UNDANGAN)
    hadir = _Lembar(buku.create_sheet(_("Daftar hadir")), keadaan, LEBAR_HADIR)
    for nomor, sesi in enumerate(daftar_sesi(keadaan)):
        jadwal = sebut_jadwal(keadaan, sesi)
        usul = agenda_sesi(keadaan, sesi)
        agenda.add_bagian(sesi.nama, jadwal)
        agenda.add_baris([k.judul for k in kolom_agenda(usul)], kepala=True)
        for acara in baris_agenda(usul):
            agenda.add_baris(list(acara.values()))
        agenda.add_kalimat(usul.catatan)

        undangan.add_bagian(sesi.nama, jadwal)
        if sesi.anggota:
            undangan.add_baris([k.judul for k in kolom_undangan()], kepala=True)
            for anggota in baris_undangan(keadaan, sesi):
                undangan.add_baris(list(anggota.values()))
        else:
            undangan.add_kalimat(_("Anggota sesi ini belum ditulis dalam berkas rapat."))
        undangan.add_kalimat(catatan_undangan(keadaan, sesi))

        hadir.add_bagian(sesi.nama, jadwal, halaman_baru=nomor > 0)
        hadir.add_baris(kolom_hadir(), kepala=True)
        for orang in baris_hadir(sesi):
            hadir.add_baris(orang, tinggi=TINGGI_TANDA_TANGAN)
    return save_bytes(buku)


class _Lembar:
    """A sheet that is filled from top to bottom: sections, each with sentences and a table."""

    def __init__(self, halaman: Worksheet, keadaan: Keadaan, lebar: Sequence[int]) -> None:
        self.halaman, self.lebar, self.baris = halaman, lebar, 0
        for nomor, n in enumerate(lebar, start=1):
            halaman.column_dimensions[get_column_letter(nomor)].width = n
        self.add_kalimat(halaman.title, Font(name=HURUF, size=14, bold=True))
        self.add_kalimat(atas_halaman(keadaan))
        for teks in teks_spanduk(keadaan):
            self.add_kalimat(teks, Font(name=HURUF, size=10, bold=True, color="8A1C00"))
        _siapkan_cetak(halaman, keadaan)

    def add_bagian(self, judul: str, jadwal: str, halaman_baru: bool = False) -> None:
        """Begin a section, on a new page of the print where asked."""
        if halaman_baru:
            self.halaman.row_breaks.append(Break(id=self.baris))
        else:
            self.baris += 1
        self.add_kalimat(judul, Font(name=HURUF, size=12, bold=True))
        self.add_kalimat(jadwal)

    def add_kalimat(self, teks: str, huruf: Font | None = None) -> None:
        """Add a sentence over the whole width; an empty one leaves no row."""
        if not teks:
            return
        self.baris += 1
        sel = self.halaman.cell(self.baris, 1)
        write_text(sel, teks)
        sel.font = huruf or Font(name=HURUF, size=10)
        sel.alignment = Alignment(wrap_text=True, vertical="top")
        self.halaman.merge_cells(start_row=self.baris, end_row=self.baris, start_column=1, end_column=len(self.lebar))
        besar = (sel.font.size or 10) / 10
        self.halaman.row_dimensions[self.baris].height = TINGGI_BARIS * besar * _banyak_baris(teks, sum(self.lebar)) + 2

    def add_baris(self, isi: Sequence[str], kepala: bool = False, tinggi: float = 0.0) -> None:
        """Add a row of a table, high enough for its longest cell and to sign where asked."""
        self.baris += 1
        for nomor, teks in enumerate(isi, start=1):
            sel = self.halaman.cell(self.baris, nomor)
            if teks:
                write_text(sel, teks)
            sel.font = Font(name=HURUF, size=10, bold=kepala)
            sel.border = GARIS
            sel.alignment = Alignment(wrap_text=True, vertical="center" if tinggi else "top")
            if kepala:
                sel.fill = KEPALA
        banyak = max(_banyak_baris(teks, n) for teks, n in zip(isi, self.lebar, strict=True))
        self.halaman.row_dimensions[self.baris].height = max(tinggi, TINGGI_BARIS * banyak + 3)


def _banyak_baris(teks: str, lebar: int) -> int:
    """Return how many lines a text takes when it is wrapped between words; the margin takes one letter."""
    return sum(len(textwrap.wrap(t, lebar - 1)) or 1 for t in teks.split("\n"))


def _siapkan_cetak(halaman: Worksheet, keadaan: Keadaan) -> None:
    """Fit the width of A4 portrait, and number the pages."""
    halaman.page_setup.orientation = "portrait"
    halaman.page_setup.paperSize = halaman.PAPERSIZE_A4
    halaman.page_setup.fitToWidth = 1
    halaman.page_setup.fitToHeight = 0
    halaman.sheet_properties.pageSetUpPr.fitToPage = True
    halaman.page_margins = PageMargins(left=0.5, right=0.5, top=0.5, bottom=0.7, footer=0.3)
    # In a footer "&" begins a code, and a doubled one is printed as one.
    halaman.oddFooter.left.text = kaki_halaman(keadaan).replace("&", "&&")
    halaman.oddFooter.right.text = "&P/&N"
