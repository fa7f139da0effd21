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
from kla_lib.data.bingkai import mark_tabel
from kla_lib.data.tulis import save_bytes, write_text
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.publish.halaman.kop import atas_halaman, kaki_halaman
from kla_lib.publish.lembar.gaya import HURUF, KEPALA, TINGGI_BARIS
from kla_lib.publish.lembar.sampul import add_sampul
from kla_lib.views.rapat.agenda import agenda_sesi, baris_agenda, kolom_agenda
from kla_lib.views.rapat.sesi import daftar_sesi, sebut_jadwal
from kla_lib.views.rapat.sesi_anggota import baris_hadir, baris_undangan, catatan_undangan, kolom_hadir, kolom_undangan
from kla_lib.views.rupa.spanduk import teks_spanduk

LEBAR_AGENDA, LEBAR_UNDANGAN, LEBAR_HADIR = (16, 16, 64, 10), (16, 6, 44, 18, 22), (16, 5, 28, 14, 24, 20, 22)
"""Widths in letters; each fills a landscape page."""

TINGGI_TANDA_TANGAN = 27.0
GARIS = Border(*[Side(style="thin", color="BFBFBF")] * 4)


def workbook_rapat(keadaan: Keadaan) -> bytes:
    """Return the workbook; the same book and meeting give the same bytes.

    One table per sheet, all sessions in it: it can be sorted and filtered, and
    the attendance of each session is printed on pages of its own.
    """
    buku = Workbook()
    buku.remove(buku.active)
    sesi = daftar_sesi(keadaan)
    usul = [agenda_sesi(keadaan, s) for s in sesi]
    jadwal = [f"{s.nama}: {sebut_jadwal(keadaan, s)}" for s in sesi]

    acara = [[s.nama, *a.values()] for s, u in zip(sesi, usul, strict=True) for a in baris_agenda(u)]
    judul = [k.judul for k in kolom_agenda(usul[0])] if usul else []
    agenda = _Lembar(buku.create_sheet(_("Agenda")), keadaan, LEBAR_AGENDA)
    agenda.add_kalimat(*(f"{j} {u.catatan}" for j, u in zip(jadwal, usul, strict=True)))
    agenda.add_tabel([_("Sesi"), *judul], acara)

    undangan = _Lembar(buku.create_sheet(_("Undangan")), keadaan, LEBAR_UNDANGAN)
    tanpa = _("Anggota sesi ini belum ditulis dalam berkas rapat.")
    catatan = [catatan_undangan(keadaan, s) if s.anggota else tanpa for s in sesi]
    undangan.add_kalimat(*(f"{j} {c}" for j, c in zip(jadwal, catatan, strict=True)))
    diundang = [[s.nama, *a.values()] for s in sesi for a in baris_undangan(keadaan, s)]
    undangan.add_tabel([_("Sesi"), *(k.judul for k in kolom_undangan())], diundang)

    hadir = _Lembar(buku.create_sheet(_("Daftar hadir")), keadaan, LEBAR_HADIR)
    hadir.add_kalimat(*jadwal)
    orang = [[s.nama, *b] for s in sesi for b in baris_hadir(s)]
    hadir.add_tabel([_("Sesi"), *kolom_hadir()], orang, TINGGI_TANDA_TANGAN, per_sesi=True)
    add_sampul(buku, keadaan, _("Agenda, undangan, dan daftar hadir"))
    return save_bytes(buku)


class _Lembar:
    """A sheet that is filled from top to bottom: sentences, then one table."""

    def __init__(self, halaman: Worksheet, keadaan: Keadaan, lebar: Sequence[int]) -> None:
        self.halaman, self.lebar, self.baris = halaman, lebar, 0
        for nomor, n in enumerate(lebar, start=1):
            halaman.column_dimensions[get_column_letter(nomor)].width = n
        self._add_atas(halaman.title, Font(name=HURUF, size=14, bold=True))
        self.add_kalimat(atas_halaman(keadaan))
        for teks in teks_spanduk(keadaan):
            self._add_atas(teks, Font(name=HURUF, size=10, bold=True, color="8A1C00"))
        _siapkan_cetak(halaman, keadaan)

    def add_kalimat(self, *teks: str) -> None:
        """Add sentences over the whole width."""
        for t in teks:
            self._add_atas(t, Font(name=HURUF, size=10))

    def _add_atas(self, teks: str, huruf: Font) -> None:
        self.baris += 1
        sel = self.halaman.cell(self.baris, 1)
        write_text(sel, teks)
        sel.font = huruf
        sel.alignment = Alignment(wrap_text=True, vertical="top")
        self.halaman.merge_cells(start_row=self.baris, end_row=self.baris, start_column=1, end_column=len(self.lebar))
        besar = (huruf.size or 10) / 10
        self.halaman.row_dimensions[self.baris].height = TINGGI_BARIS * besar * _banyak_baris(teks, sum(self.lebar)) + 2

    def add_tabel(
        self, kepala: Sequence[str], isi: Sequence[Sequence[str]], tinggi: float = 0.0, per_sesi: bool = False
    ) -> None:
        """Add the table of the sheet; tinggi: of a row in which to sign; per_sesi: each session on a new page."""
        awal = self.baris + 1
        self._add_baris(kepala, kepala=True)
        for nomor, baris in enumerate(isi):
            if per_sesi and nomor and baris[0] != isi[nomor - 1][0]:
                self.halaman.row_breaks.append(Break(id=self.baris))
            self._add_baris(baris, tinggi=tinggi)
        mark_tabel(self.halaman, awal, len(kepala), self.baris)
        self.halaman.freeze_panes = self.halaman.cell(awal + 1, 1)
        self.halaman.print_title_rows = f"{awal}:{awal}"

    def _add_baris(self, isi: Sequence[str], kepala: bool = False, tinggi: float = 0.0) -> None:
        """Add a row, high enough for its longest cell and to sign where asked."""
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
    """Fit the width of A4 landscape, and number the pages."""
    halaman.page_setup.orientation = "landscape"
    halaman.page_setup.paperSize = halaman.PAPERSIZE_A4
    halaman.page_setup.fitToWidth = 1
    halaman.page_setup.fitToHeight = 0
    halaman.sheet_properties.pageSetUpPr.fitToPage = True
    halaman.page_margins = PageMargins(left=0.5, right=0.5, top=0.5, bottom=0.7, footer=0.3)
    # In a footer "&" begins a code, and a doubled one is printed as one.
    halaman.oddFooter.left.text = kaki_halaman(keadaan).replace("&", "&&")
    halaman.oddFooter.right.text = "&P/&N"
