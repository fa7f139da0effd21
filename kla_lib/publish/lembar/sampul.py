"""Put a cover before the sheets of a workbook: what it is, how to read it, what it rests on, what it holds."""

from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.page import PageMargins

from kla_lib.bahasa import _, format_tanggal
from kla_lib.data.bingkai import beri_sifat, mark_tabel
from kla_lib.data.tulis import write_text
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.publish.halaman.kop import atas_halaman, kaki_halaman
from kla_lib.publish.lembar.gaya import HURUF, KEPALA, TINGGI_BARIS
from kla_lib.views.nilai.dasar import sebut_sumber
from kla_lib.views.rupa.spanduk import teks_spanduk

LEBAR = (30, 90)
"""Widths in letters: names, then sentences."""


def nama_sampul() -> str:
    """Return the name of the cover's sheet."""
    return _("Sampul")


def add_sampul(buku: Workbook, keadaan: Keadaan, judul: str, cara: Sequence[str] = ()) -> None:
    """Add the cover in front; the workbook still opens at the sheet behind it.

    cara: how to use it.  What a sheet holds is the text of its first cell.
    """
    isi = [(nama, str(buku[nama].cell(1, 1).value or nama)) for nama in buku.sheetnames if _terlihat(buku, nama)]
    halaman = buku.create_sheet(nama_sampul(), 0)
    biasa, tebal = Font(name=HURUF, size=10), Font(name=HURUF, size=10, bold=True)
    atas = [
        (judul, Font(name=HURUF, size=14, bold=True)),
        (atas_halaman(keadaan), biasa),
        *((teks, Font(name=HURUF, size=10, bold=True, color="8A1C00")) for teks in teks_spanduk(keadaan)),
        *((teks, biasa) for teks in (*cara, *_catatan(keadaan))),
    ]
    for baris, (teks, huruf) in enumerate(atas, start=1):
        sel = halaman.cell(baris, 1)
        write_text(sel, teks)
        sel.font, sel.alignment = huruf, Alignment(wrap_text=True, vertical="top")
        halaman.merge_cells(start_row=baris, end_row=baris, start_column=1, end_column=len(LEBAR))
        halaman.row_dimensions[baris].height = TINGGI_BARIS * (huruf.size / 10) * -(-len(teks) // sum(LEBAR)) + 2
    kepala = len(atas) + 2
    for nomor, (nama, teks) in enumerate([(_("Lembar"), _("Isinya")), *isi], start=kepala):
        for kolom, tulisan in enumerate((nama, teks), start=1):
            sel = halaman.cell(nomor, kolom)
            write_text(sel, tulisan)
            sel.font, sel.alignment = (tebal if nomor == kepala else biasa), Alignment(wrap_text=True, vertical="top")
            if nomor == kepala:
                sel.fill = KEPALA
        if nomor > kepala:
            sel = halaman.cell(nomor, 1)
            sel.hyperlink = Hyperlink(ref=sel.coordinate, location=f"'{nama.replace(chr(39), chr(39) * 2)}'!A1")
            sel.font = Font(name=HURUF, size=10, color="0B5394", underline="single")
    mark_tabel(halaman, kepala, 2, kepala + len(isi))
    for huruf, lebar in zip("AB", LEBAR, strict=True):
        halaman.column_dimensions[huruf].width = lebar
    halaman.page_setup.paperSize, halaman.page_setup.fitToHeight = halaman.PAPERSIZE_A4, 0
    halaman.sheet_properties.pageSetUpPr.fitToPage = True
    halaman.page_margins = PageMargins(left=0.5, right=0.5, top=0.5, bottom=0.7, footer=0.3)
    # In a footer "&" begins a code, and a doubled one is printed as one.
    halaman.oddFooter.left.text = kaki_halaman(keadaan).replace("&", "&&")
    halaman.freeze_panes = halaman.cell(2, 1)
    buku.active = 1
    beri_sifat(buku, f"{judul} · {keadaan.daerah.nama}")


def _terlihat(buku: Workbook, nama: str) -> bool:
    return bool(buku[nama].sheet_state == "visible")


def _catatan(keadaan: Keadaan) -> list[str]:
    """Return what holds on every sheet, and where the numbers come from."""
    k, kepala = keadaan.buku.keterangan, keadaan.instrumen.kepala
    tanggal = format_tanggal(k.tanggal_data) if k.tanggal_data else _("tanggalnya tidak dicatat")
    return [
        _("Catatan: sel kosong berarti belum diketahui, bukan 0; bukan nilai resmi."),
        _("Sumber data: {sumber} Data: {tanggal}.").format(
            sumber=sebut_sumber(keadaan.params, k.sumber), tanggal=tanggal
        ),
        _("Sumber form: {judul}. {sumber}").format(
            judul=kepala.judul, sumber=sebut_sumber(keadaan.params, kepala.sumber.dokumen)
        ),
    ]
