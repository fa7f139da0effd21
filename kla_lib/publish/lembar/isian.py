"""Lay out a template as a workbook: locked codes, drop-downs, checks that Excel applies, a note per column."""

import math
import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from kla_lib.bahasa import _, gabung
from kla_lib.data.bentuk import (
    ASAL,
    CAPAIAN,
    DATA_DUKUNG,
    DOKUMEN_PERTANYAAN,
    KETERANGAN,
    PENILAIAN,
    RAD,
    TINDAK_LANJUT,
    WILAYAH,
)
from kla_lib.data.bingkai import beri_sifat, mark_tabel
from kla_lib.data.kumpul.isian import Isian
from kla_lib.data.kumpul.isian_baru import BARU
from kla_lib.data.tulis import add_lembar, save_bytes, to_teks, write_cell, write_text
from kla_lib.publish.lembar.catatan_kolom import catatan_kolom, contoh_baris
from kla_lib.publish.lembar.petunjuk import add_petunjuk
from kla_lib.tabel.bentuk import Bentuk, Kolom

BARIS_JUDUL, BARIS_CARA, BARIS_CONTOH, BARIS_KEPALA = 1, 2, 3, 4

DIISI: dict[Bentuk, tuple[str, ...]] = {
    KETERANGAN: ("isi",),
    PENILAIAN: ("nilai", "dikonfirmasi", "catatan"),
    DATA_DUKUNG: (
        *("judul", "jenis", "tahun_dokumen", "tahun_data", "tanggal_dokumen", "status", "tautan", "catatan"),
        *("tahun_ini", "tahun_lalu", "penyebut", "tanda_tangan", "terbaca"),
    ),
    DOKUMEN_PERTANYAAN: ("id_dokumen", "wajib"),
    CAPAIAN: ("nilai", "pembilang", "penyebut", "target", "sumber", "letak", "terpilah", "kelompok"),
    WILAYAH: ("isi", "diterima"),
    RAD: ("realisasi", "status", "kendala"),
    TINDAK_LANJUT: ("hasil", "status", "tanggal_status"),
}
"""The columns that an office fills; all others are locked."""

PANDUAN: dict[Bentuk, tuple[tuple[str, str], ...]] = {
    PENILAIAN: (
        ("pertanyaan", "_pertanyaan"),
        ("_pertanyaan", "_maksimal"),
        ("_maksimal", "_peran"),
        ("_peran", "_diminta"),
        ("_diminta", "_sebelumnya"),
    ),
    DOKUMEN_PERTANYAAN: (("pertanyaan", "_pertanyaan"),),
    WILAYAH: (("pertanyaan", "_pertanyaan"),),
    CAPAIAN: (("indikator", "_indikator"), ("wilayah", "_sebelumnya")),
}
"""Columns of guidance, each with the column that it follows."""

TERSEMBUNYI = frozenset({"tahap", "klaster", "catatan_verifikator", "hash", "diperiksa_oleh", "kode_wilayah"})
"""Columns that the book needs and an office need not see."""

DI_BUKU = frozenset({"hash", "kode_wilayah"})
"""Those of them that stay hidden in the book of the whole city."""

LEBAR = {
    **{"_pertanyaan": 48, "judul": 44, "catatan": 40, "ukuran": 40, "kegiatan": 44, "keputusan": 44, "kendala": 30},
    **{"hasil": 30, "sumber": 34, "_diminta": 26, "_peran": 18, "tautan": 24, "id_dokumen": 24, "isi": 44, "nama": 28},
    **{"indikator": 10, "pertanyaan": 11, "nilai": 9, "_maksimal": 10, "wajib": 8, "_indikator": 30},
}
LEBAR_BIASA = 15
TINGGI = 15
"""Height of one line of text, in points."""

BUKAN_NAMA = r"[^\w.-]"
"""What the code of an area may hold and the name of a file may not."""

BARIS_TAMBAHAN = 20
"""Empty lines at the end of the link table, for a second document of a question."""

ABU, KEPALA_ISI, KEPALA_KUNCI, KUNING, JINGGA = (
    PatternFill("solid", fgColor=w) for w in ("F2F2F2", "0072B2", "595959", "FFF4CC", "FBE0C4")
)
GARIS = Border(bottom=Side(style="hair", color="BFBFBF"))
DIISI_KANTOR, TERKUNCI = "KLA diisi", "KLA terkunci"
"""Names of the two looks of cells, as the program that opens the workbook lists them."""


def template_bytes(
    isian: Isian, tenggat: date | None = None, pendamping: Mapping[Bentuk, list[dict[str, Any]]] | None = None
) -> bytes:
    """Return the workbook that an office fills in, as the bytes of an XLSX file.

    pendamping: tables that go along as plain sheets; what came from which cell is hidden.
    """
    buku = Workbook()
    buku.remove(buku.active)
    _add_gaya(buku)
    add_petunjuk(buku, isian, tenggat)
    for bentuk, baris in isian.isi.items():
        if bentuk is not KETERANGAN:
            _add_lembar(buku, isian, bentuk, _tambah(bentuk, baris))
    _add_lembar(buku, isian, KETERANGAN, isian.isi[KETERANGAN])
    for bentuk, baris in (pendamping or {}).items():
        add_lembar(buku, bentuk, baris).sheet_state = "hidden" if bentuk is ASAL else "visible"
    beri_sifat(buku, _("Isian KLA · {daerah}").format(daerah=isian.daerah.nama))
    return save_bytes(buku)


def _add_gaya(buku: Workbook) -> None:
    """Name the looks of the two kinds of cells: one assignment per cell instead of four."""
    sama = {"alignment": Alignment(wrap_text=True, vertical="top"), "border": GARIS}
    buku.add_named_style(NamedStyle(DIISI_KANTOR, protection=Protection(locked=False), **sama))
    buku.add_named_style(NamedStyle(TERKUNCI, protection=Protection(locked=True), fill=ABU, **sama))


def _tambah(bentuk: Bentuk, baris: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return baris + [{} for _n in range(BARIS_TAMBAHAN)] if bentuk is DOKUMEN_PERTANYAAN else baris


def _urutan(isian: Isian, bentuk: Bentuk, baris: list[dict[str, Any]]) -> list[str]:
    """Return the columns from left to right: the book's, with guidance where it helps; the hidden ones last."""
    nama = [k.nama for k in bentuk.kolom]
    if bentuk is DATA_DUKUNG and not _tahun_diminta(isian) and not any(b.get("tahun_data") for b in baris):
        nama.remove("tahun_data")
    for sesudah, panduan in PANDUAN.get(bentuk, ()):
        if any(b.get(panduan) is not None for b in baris):
            tempat = nama.index(sesudah) if sesudah in nama else nama.index("pertanyaan")
            nama.insert(tempat + 1, panduan)
    tersembunyi = _tersembunyi(isian, bentuk)
    return [n for n in nama if n not in tersembunyi] + [n for n in nama if n in tersembunyi]


def _tahun_diminta(isian: Isian) -> tuple[int, ...]:
    return isian.instrumen.tahun_diminta(isian.tahun)


def _tersembunyi(isian: Isian, bentuk: Bentuk) -> frozenset[str]:
    if isian.opd is None:
        return DI_BUKU
    return TERSEMBUNYI - {"klaster"} if bentuk is RAD else TERSEMBUNYI  # a new action has to say its klaster


def _add_lembar(buku: Workbook, isian: Isian, bentuk: Bentuk, baris: list[dict[str, Any]]) -> None:
    lembar = buku.create_sheet(bentuk.lembar)
    kolom, tersembunyi = _urutan(isian, bentuk, baris), _tersembunyi(isian, bentuk)
    judul = _("{lembar} {tahun} · {kantor}").format(lembar=bentuk.lembar, tahun=isian.tahun, kantor=isian.kantor)
    lembar.cell(BARIS_JUDUL, 1, judul).font = Font(bold=True, size=14)
    lembar.cell(BARIS_CARA, 1, _cara(isian, bentuk)).font = Font(color="404040")
    diisi = _diisi(isian, bentuk)
    baru = [b for b in baris if b.get(BARU)]
    bebas = set(diisi) | (set(kolom) if bentuk in (DATA_DUKUNG, DOKUMEN_PERTANYAAN) else set())
    for j, nama in enumerate(kolom, start=1):
        terbuka = nama in diisi or (not nama.startswith("_") and any(b.get(nama) is None for b in baru))
        _add_kepala(lembar, bentuk, j, nama, terbuka)
        if diisi:
            _add_contoh(lembar, bentuk, j, nama)
        k = next((k for k in bentuk.kolom if k.nama == nama), Kolom(nama))
        for i, b in enumerate(baris, start=BARIS_KEPALA + 1):
            sel = lembar.cell(i, j)
            kosong = (not b and nama in bebas) or (b.get(BARU) and b.get(nama) is None)
            boleh = nama in diisi or (kosong and not nama.startswith("_"))
            sel.style = DIISI_KANTOR if boleh else TERKUNCI
            if nama.startswith("_") and isinstance(b.get(nama), int | float):
                sel.value = b[nama]
            else:
                write_cell(sel, k, b.get(nama), bentuk.lembar)
        if terbuka:
            _add_validasi(lembar, bentuk, k, j, kolom, len(baris))
        huruf = get_column_letter(j)
        lembar.column_dimensions[huruf].width = LEBAR.get(nama, LEBAR_BIASA)
        lembar.column_dimensions[huruf].hidden = nama in tersembunyi
    _add_warna(lembar, isian, bentuk, kolom, len(baris))
    _atur_tinggi(lembar, [n for n in kolom if n not in tersembunyi], baris)
    _siapkan(lembar, kolom, len(baris))


def _diisi(isian: Isian, bentuk: Bentuk) -> tuple[str, ...]:
    """Return the columns to fill; areas give no points, their answers in the sheet of areas make them."""
    return () if bentuk is PENILAIAN and isian.dijawab_wilayah else DIISI[bentuk]


def _cara(isian: Isian, bentuk: Bentuk) -> str:
    contoh = _("DATA BUATAN untuk mencoba. ") if isian.contoh else ""
    if not _diisi(isian, bentuk):
        return contoh + _("Lembar ini tidak diisi di sini. Jawablah di lembar {lembar}.").format(lembar=WILAYAH.lembar)
    cara = _("Isi sel putih; sel abu-abu terkunci. Arahkan kursor ke judul kolom untuk penjelasannya.")
    if bentuk is DATA_DUKUNG and (tahun := _tahun_diminta(isian)):
        cara += _(" Dokumen diminta untuk tahun data {tahun}.").format(tahun=gabung(list(map(str, tahun))))
    return (
        contoh
        + cara
        + (_(" Baris miring di atas judul kolom adalah contoh.") if bentuk.lembar in contoh_baris() else "")
    )


def _add_contoh(lembar: Worksheet, bentuk: Bentuk, j: int, nama: str) -> None:
    contoh = contoh_baris().get(bentuk.lembar, {}).get(nama)
    if contoh:
        sel = lembar.cell(BARIS_CONTOH, j)
        write_text(sel, contoh)
        sel.font = Font(italic=True, color="7F7F7F")


def _add_kepala(lembar: Worksheet, bentuk: Bentuk, j: int, nama: str, diisi: bool) -> None:
    kepala = lembar.cell(BARIS_KEPALA, j, nama)
    kepala.font = Font(bold=True, color="FFFFFF")
    kepala.fill = KEPALA_ISI if diisi else KEPALA_KUNCI
    kepala.alignment = Alignment(wrap_text=True, vertical="center")
    if catatan := catatan_kolom().get(bentuk.lembar, {}).get(nama):
        kepala.comment = Comment(catatan, _("Buku kerja KLA"), height=90, width=260)


def _add_validasi(lembar: Worksheet, bentuk: Bentuk, k: Kolom, j: int, kolom: list[str], banyak: int) -> None:
    """Add what Excel itself refuses: a word outside the list, points above the maximum, a text for a number."""
    aturan = _aturan(bentuk, k, kolom)
    if aturan is None or not banyak:
        return
    aturan.allow_blank, aturan.showErrorMessage, aturan.errorTitle = True, True, k.nama
    huruf = get_column_letter(j)
    aturan.add(f"{huruf}{BARIS_KEPALA + 1}:{huruf}{BARIS_KEPALA + banyak}")
    lembar.add_data_validation(aturan)


def _aturan(bentuk: Bentuk, k: Kolom, kolom: list[str]) -> DataValidation | None:
    if bentuk is PENILAIAN and k.nama == "nilai" and "_maksimal" in kolom:
        maksimal = f"${get_column_letter(kolom.index('_maksimal') + 1)}{BARIS_KEPALA + 1}"
        pesan = _("Tulis angka dari 0 sampai maksimalnya. Kosongkan bila belum diketahui.")
        return DataValidation(type="decimal", operator="between", formula1="0", formula2=maksimal, error=pesan)
    if bentuk is DOKUMEN_PERTANYAAN and k.nama == "id_dokumen":
        rentang = f"'{DATA_DUKUNG.lembar}'!$A${BARIS_KEPALA + 1}:$A$1000"
        return DataValidation(type="list", formula1=rentang, error=_("Pilih nomor dari lembar Data dukung."))
    pilihan = k.pilihan or (("ya", "tidak") if k.jenis.nama == "ya_tidak" else ())
    if pilihan:
        pesan = _("Pilih salah satu: {daftar}.").format(daftar=", ".join(pilihan))
        return DataValidation(type="list", formula1=f'"{",".join(pilihan)}"', error=pesan)
    if k.jenis.nama == "tanggal":
        pesan = _("Tulis tanggal, misalnya 2025-03-18.")
        return DataValidation(type="date", operator="greaterThan", formula1="DATE(1990,1,1)", error=pesan)
    if k.jenis.nama == "bulat":
        pesan = _("Tulis tahun, misalnya 2024.")
        return DataValidation(type="whole", operator="between", formula1="1945", formula2="2100", error=pesan)
    if k.jenis.nama == "angka":
        pesan = _("Tulis angka saja, tanpa tanda persen.")
        batas = "-1E+15" if k.sedikit is None else f"{k.sedikit:g}"
        return DataValidation(type="decimal", operator="greaterThanOrEqual", formula1=batas, error=pesan)
    return None


def _add_warna(lembar: Worksheet, isian: Isian, bentuk: Bentuk, kolom: list[str], banyak: int) -> None:
    """Colour what waits for the office: unconfirmed marks, documents dated after the evaluated year."""
    huruf = {nama: get_column_letter(j) for j, nama in enumerate(kolom, start=1)}
    awal, akhir = BARIS_KEPALA + 1, BARIS_KEPALA + banyak
    aturan: list[tuple[str, str, PatternFill]] = []
    if bentuk is PENILAIAN:
        n, d = huruf["nilai"], huruf["dikonfirmasi"]
        aturan += [(f"{n}{awal}:{d}{akhir}", f'AND(NOT(ISBLANK(${n}{awal})),${d}{awal}<>"ya")', KUNING)]
    if bentuk is DATA_DUKUNG:
        t, y = huruf["tanggal_dokumen"], huruf["tahun_dokumen"]
        aturan += [
            (f"{t}{awal}:{t}{akhir}", f"AND(ISNUMBER(${t}{awal}),YEAR(${t}{awal})>{isian.tahun})", JINGGA),
            (f"{y}{awal}:{y}{akhir}", f"AND(ISNUMBER(${y}{awal}),${y}{awal}>{isian.tahun})", JINGGA),
        ]
    for rentang, rumus, warna in aturan if banyak else ():
        lembar.conditional_formatting.add(rentang, FormulaRule(formula=[rumus], fill=warna))


def _atur_tinggi(lembar: Worksheet, kolom: list[str], baris: list[dict[str, Any]]) -> None:
    """Make every row high enough for its wrapped text: not every program does so when it opens the file."""
    for i, b in enumerate(baris, start=BARIS_KEPALA + 1):
        banyak = max(math.ceil(len(to_teks(b.get(n))) / (LEBAR.get(n, LEBAR_BIASA) - 1)) for n in kolom)
        lembar.row_dimensions[i].height = TINGGI * max(1, banyak)


def _siapkan(lembar: Worksheet, kolom: list[str], banyak: int) -> None:
    """Freeze, lock, filter and prepare for print."""
    beku = next((n for n in ("_pertanyaan", "judul", "ukuran", "kunci") if n in kolom), kolom[0])
    lembar.freeze_panes = lembar.cell(BARIS_KEPALA + 1, kolom.index(beku) + 2)
    mark_tabel(lembar, BARIS_KEPALA, len(kolom), BARIS_KEPALA + banyak)
    jaga = lembar.protection
    jaga.sheet, jaga.autoFilter, jaga.sort, jaga.formatColumns, jaga.formatRows = True, False, False, False, False
    lembar.print_title_rows = f"{BARIS_KEPALA}:{BARIS_KEPALA}"
    lembar.page_setup.orientation, lembar.page_setup.fitToHeight = "landscape", 0
    lembar.sheet_properties.pageSetUpPr.fitToPage = True


def nama_berkas(daerah: str, pengisi: str | None) -> str:
    """Return the usual name of a template's file by who fills it: a role, the code of an area, or None for all.

    `kla collect` reads the office from inside the file.
    """
    return f"{daerah}-{re.sub(BUKAN_NAMA, '-', pengisi)}.xlsx" if pengisi else f"{daerah}.xlsx"
