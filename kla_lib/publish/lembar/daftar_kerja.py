"""Write the list of work as a workbook that an evaluator prints and sorts."""

import math
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pandas as pd
from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.worksheet import Worksheet

from kla_lib.bahasa import _, format_tanggal
from kla_lib.berkas import write_result
from kla_lib.data.bingkai import mark_tabel
from kla_lib.data.tulis import save_bytes, write_text
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.publish.lembar.gaya import HURUF, KEPALA, TINGGI_BARIS, Cap
from kla_lib.publish.lembar.sampul import add_sampul, nama_sampul
from kla_lib.publish.lembar.tujuan import check_tujuan
from kla_lib.views.isi.celah import lembar_celah
from kla_lib.views.isi.dokumen import lembar_dokumen, lembar_unggah
from kla_lib.views.isi.pemulihan import lembar_pemulihan, lembar_tak_pulih, lembar_tentukan
from kla_lib.views.isi.triase import PERTANYAAN_TERATAS, lembar_teratas, lembar_triase
from kla_lib.views.isi.wilayah import lembar_wilayah, lembar_wilayah_pertanyaan
from kla_lib.views.rupa.lembar import Lembar
from kla_lib.views.rupa.spanduk import teks_spanduk
from kla_lib.views.rupa.tampilan import Kolom

LEBAR_PALING_KECIL, LEBAR_PALING_BESAR = 6, 36
"""Width of a column in letters; longer texts are wrapped."""

GARIS = Border(bottom=Side(style="hair", color="BFBFBF"))


def write_daftar_kerja(keadaan: Keadaan, path: Path) -> list[str]:
    """Write the workbook whole and return the names of its sheets.

    Raises KlaError where the file exists and is not a list of work.
    """
    check_tujuan(path, is_daftar_kerja)
    isi = daftar_lembar_kerja(keadaan)
    write_result(path, daftar_kerja_bytes(keadaan, isi))
    return list(isi)


def is_daftar_kerja(lembar: list[str]) -> bool:
    """Tell from its sheets whether a workbook is a list of work, and nothing that somebody added to it."""
    return _utama() in lembar and set(lembar) <= {nama_sampul(), *_semua()}


def _utama() -> str:
    return _("Kerjakan dulu")


def _teratas() -> str:
    return _("{n} teratas").format(n=PERTANYAAN_TERATAS)


def _semua() -> dict[str, Callable[[Keadaan], Lembar]]:
    """Return every sheet that a list of work can have, in its order."""
    return {
        _teratas(): lembar_teratas,
        _utama(): lembar_triase,
        _("Dokumen"): lembar_dokumen,
        _("Unggah"): lembar_unggah,
        _("Wilayah"): lembar_wilayah_pertanyaan,
        _("Kiriman wilayah"): lembar_wilayah,
        _("Celah"): lembar_celah,
        _("2x24 jam"): lembar_pemulihan,
        _("Tentukan dulu"): lembar_tentukan,
        _("Di luar 2x24 jam"): lembar_tak_pulih,
    }


def daftar_lembar_kerja(keadaan: Keadaan) -> dict[str, Lembar]:
    """Return the sheets by name, without those that have no rows.

    The order of work is always there: by it the file is known, and it says why
    others are not.  Its first rows stand on a sheet of their own where it is long.
    """
    isi = {nama: lembar(keadaan) for nama, lembar in _semua().items()}
    utama = isi[_utama()]
    if len(utama.baris) <= PERTANYAAN_TERATAS:
        del isi[_teratas()]
    kosong = [lembar.kosong for nama, lembar in isi.items() if not lembar.baris and nama != _utama()]
    isi[_utama()] = replace(utama, catatan=" ".join(dict.fromkeys(kosong)))
    return {nama: lembar for nama, lembar in isi.items() if lembar.baris or nama == _utama()}


def daftar_kerja_bytes(keadaan: Keadaan, isi: dict[str, Lembar]) -> bytes:
    """Return the workbook as the bytes of an XLSX file."""
    buku = Workbook()
    buku.remove(buku.active)
    for nama, lembar in isi.items():
        add_lembar_kerja(buku.create_sheet(nama), keadaan, lembar)
    add_sampul(buku, keadaan, _("Daftar kerja"))
    return save_bytes(buku)


def add_lembar_kerja(halaman: Worksheet, keadaan: Keadaan, lembar: Lembar) -> None:
    """Lay out a table of a meeting on an empty sheet."""
    add_lembar_cetak(halaman, lembar, _keterangan(keadaan), teks_spanduk(keadaan))


def add_lembar_cetak(halaman: Worksheet, lembar: Lembar, keterangan: str, peringatan: Sequence[str]) -> None:
    """Lay out a table on an empty sheet: what it is, its head and rows, ready to be filtered and printed."""
    biasa, awas = Font(name=HURUF, size=10), Font(name=HURUF, size=10, bold=True, color="8A1C00")
    atas = [
        (lembar.judul, Font(name=HURUF, size=14, bold=True)),
        (keterangan, biasa),
        *((teks, awas) for teks in peringatan),
        *((teks, biasa) for teks in [lembar.catatan] if teks),
    ]
    for baris, (teks, huruf) in enumerate(atas, start=1):
        sel = halaman.cell(baris, 1)
        write_text(sel, teks)
        sel.font = huruf
    kepala = len(atas) + 1
    if not lembar.baris:
        write_text(halaman.cell(kepala, 1), lembar.kosong)
        return
    lebar = [_lebar(k, lembar.baris) for k in lembar.kolom]
    _add_kepala(halaman, kepala, lembar.kolom, lebar)
    cap = Cap()
    for i, isi in enumerate(lembar.baris, start=kepala + 1):
        for j, kolom in enumerate(lembar.kolom, start=1):
            _isi_sel(halaman.cell(i, j), isi[kolom.kunci], cap)
        halaman.row_dimensions[i].height = TINGGI_BARIS * max(
            _banyak_baris(isi[k.kunci], n) for k, n in zip(lembar.kolom, lebar, strict=True)
        )
    _siapkan_cetak(halaman, kepala, len(lembar.kolom), len(lembar.baris))
    if lembar.cetak:
        halaman.print_area = f"A1:{get_column_letter(lembar.cetak)}{kepala + len(lembar.baris)}"


def _add_kepala(halaman: Worksheet, baris: int, kolom: Sequence[Kolom], lebar: Sequence[int]) -> None:
    for j, (k, n) in enumerate(zip(kolom, lebar, strict=True), start=1):
        sel = halaman.cell(baris, j)
        write_text(sel, k.judul)
        sel.font, sel.fill = Font(name=HURUF, size=10, bold=True), KEPALA
        sel.alignment = Alignment(
            wrap_text=True, vertical="center", horizontal="right" if k.angka else "left", indent=0 if k.angka else 1
        )
        halaman.column_dimensions[get_column_letter(j)].width = n
    halaman.row_dimensions[baris].height = TINGGI_BARIS * max(
        _banyak_baris(k.judul, n) for k, n in zip(kolom, lebar, strict=True)
    )


def _keterangan(keadaan: Keadaan) -> str:
    k = keadaan.buku.keterangan
    return _("{daerah}, tahun yang dinilai {tahun}. Data: {tanggal}. Bukan nilai resmi.").format(
        daerah=keadaan.daerah.nama,
        tahun=k.tahun_evaluasi,
        tanggal=format_tanggal(k.tanggal_data) if k.tanggal_data else _("tanggalnya tidak dicatat"),
    )


def _gaya_sel(angka: bool) -> dict[str, Any]:
    rata = Alignment(wrap_text=True, vertical="top", horizontal="right" if angka else "left", indent=0 if angka else 1)
    return {"font": Font(name=HURUF, size=10), "border": GARIS, "alignment": rata}


def _isi_sel(sel: Cell, isi: Any, cap: Cap) -> None:
    """Put a value into a cell as number, day or text; what is not known stays empty, so that it sorts last."""
    angka = isinstance(isi, int | float)
    cap.pakai(sel, angka, partial(_gaya_sel, angka))
    if _kosong(isi):
        return
    if isinstance(isi, date):
        sel.value, sel.number_format = isi, "dd/mm/yyyy"
    elif angka:
        sel.value = round(isi, 2)
    else:
        write_text(sel, str(isi))


def _kosong(isi: Any) -> bool:
    return isi is None or (isinstance(isi, float) and pd.isna(isi))


def _lebar(kolom: Kolom, baris: Sequence[dict[str, Any]]) -> int:
    """Return a width in which three of four filled cells need one line, within the limits of a page."""
    panjang = sorted(_panjang(b[kolom.kunci]) for b in baris if not _kosong(b[kolom.kunci])) or [0]
    biasa = panjang[int(0.75 * (len(panjang) - 1))]
    kata = max(map(len, kolom.judul.split()))
    return min(max(biasa, kata, LEBAR_PALING_KECIL) + 3, LEBAR_PALING_BESAR)


def _panjang(isi: Any) -> int:
    return 10 if isinstance(isi, date) else len(f"{isi:.2f}") if isinstance(isi, float) else len(str(isi))


def _banyak_baris(isi: Any, lebar: int) -> int:
    """Return how many lines a text needs in a column; the indent takes two letters."""
    return max(1, math.ceil(len(isi) / (lebar - 2))) if isinstance(isi, str) else 1


def _siapkan_cetak(halaman: Worksheet, kepala: int, kolom: int, baris: int) -> None:
    """Freeze and repeat the head, filter the columns, and fit the width of a landscape page."""
    halaman.freeze_panes = halaman.cell(kepala + 1, 2)
    mark_tabel(halaman, kepala, kolom, kepala + baris)
    halaman.print_title_rows = f"{kepala}:{kepala}"
    halaman.page_setup.orientation = "landscape"
    halaman.page_setup.paperSize = halaman.PAPERSIZE_A4
    halaman.page_setup.fitToHeight = 0
    halaman.sheet_properties.pageSetUpPr.fitToPage = True
    halaman.page_margins = PageMargins(left=0.4, right=0.4, top=0.5, bottom=0.6, footer=0.3)
    halaman.oddFooter.right.text = "&P/&N"
