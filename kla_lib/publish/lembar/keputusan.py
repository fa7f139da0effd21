"""Lay out the sheet that a meeting fills with its decisions, promises of before and suggestions in it."""

import math
import re
from collections.abc import Mapping, Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.worksheet import Worksheet

from kla_lib.bahasa import _, format_tanggal
from kla_lib.data.bentuk import TINDAK_LANJUT
from kla_lib.data.bingkai import beri_sifat, mark_tabel
from kla_lib.data.keputusan.baca import RAPAT, SEMULA, USULAN
from kla_lib.data.tulis import add_lembar, rows_of, save_bytes, to_teks, write_cell, write_text
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.publish.lembar.petunjuk_keputusan import add_petunjuk, catatan_keputusan
from kla_lib.rules.daerah.daerah import ejaan
from kla_lib.scoring.pekerjaan.janji import TERBUKA
from kla_lib.tabel.bentuk import Kolom
from kla_lib.views.rad.janji import sebut_janji
from kla_lib.views.rapat.usulan import Usulan, usulan_keputusan
from kla_lib.views.rencana.kalimat_em import sebut_poin_em
from kla_lib.views.rupa.sebutan import poin
from kla_lib.views.rupa.spanduk import teks_spanduk

Baris = dict[str, Any]

NAMA = "keputusan.xlsx"
DAFTAR = "_Daftar"
"""Hidden sheet with the offices that the drop-down offers."""

BARIS_KOSONG = 10
"""Rows with an id and nothing else, for what nobody foresaw."""

POLA_ID = re.compile(r"K(\d+)-(\d+)", re.IGNORECASE)
KOLOM_KEADAAN = "_keadaan"

BARIS_KEPALA = 4
LEBAR = {
    **{"id_keputusan": 13, KOLOM_KEADAAN: 15, "rapat": 14, "keputusan": 42, "klaster": 13, "indikator": 10},
    **{"pertanyaan": 11, "opd": 20, "tenggat": 11, "hasil": 28, "status": 11, "tanggal_status": 15},
}
HURUF = "Calibri"
TINGGI = 15
"""Height of one line of text, in points."""

KEPALA, ABU, BIRU = (PatternFill("solid", fgColor=w) for w in ("0072B2", "F2F2F2", "E6F1F8"))
GARIS = Border(bottom=Side(style="hair", color="BFBFBF"))


def berkas_keputusan(keadaan: Keadaan) -> dict[str, bytes]:
    """Return the sheet of decisions by its place under the meeting's folder."""
    return {NAMA: keputusan_bytes(keadaan)}


def keputusan_bytes(keadaan: Keadaan) -> bytes:
    """Return the workbook that the meeting fills and `kla decide` takes in, as the bytes of an XLSX file.

    Its hidden sheets keep how it was made, so that a change is told from what
    stood there before.
    """
    janji, sebutan = _janji(keadaan)
    usulan = usulan_keputusan(keadaan)
    nomor = nomor_baru(_semua_id(keadaan), _id_rapat_ini(keadaan), len(usulan) + BARIS_KOSONG)
    baru = [_baris_usulan(keadaan, i, u) for i, u in zip(nomor, usulan, strict=False)]
    kosong = [{"id_keputusan": i, "rapat": keadaan.rapat.id, "status": "belum"} for i in nomor[len(usulan) :]]
    harga = [poin(u.poin) if u.poin_em is None else sebut_poin_em(u.poin_em) for u in usulan]
    sebutan += [_("usulan, {poin}").format(poin=h) for h in harga] + [""] * len(kosong)
    buku = Workbook()
    buku.remove(buku.active)
    lembar = buku.create_sheet(TINDAK_LANJUT.lembar)
    kantor = daftar_kantor(keadaan)
    _add_tabel(lembar, keadaan, [*janji, *baru, *kosong], sebutan, len(kantor))
    add_petunjuk(buku, keadaan)
    for bentuk, baris in ((SEMULA, janji), (USULAN, [*baru, *kosong]), (RAPAT, _rapat(keadaan))):
        add_lembar(buku, bentuk, baris).sheet_state = "hidden"
    _add_daftar(buku, kantor)
    beri_sifat(buku, _("Lembar keputusan rapat · {daerah}").format(daerah=keadaan.daerah.nama))
    return save_bytes(buku)


def nomor_baru(ada: Sequence[str], milik_rapat: Sequence[str], banyak: int) -> list[str]:
    """Return ids that no decision has: K2-01, K2-02, …; the first number is one above that of earlier meetings.

    A meeting that has such ids already goes on behind its last one.
    """
    cocok = [m for i in ada if (m := POLA_ID.fullmatch(i))]
    sendiri = [m for i in milik_rapat if (m := POLA_ID.fullmatch(i))]
    depan = max((int(m[1]) for m in sendiri or cocok), default=0) + (0 if sendiri else 1)
    awal = max((int(m[2]) for m in cocok if int(m[1]) == depan), default=0) + 1
    return [f"K{depan}-{n:02}" for n in range(awal, awal + banyak)]


def daftar_kantor(keadaan: Keadaan) -> list[str]:
    """Return who can carry a decision: the city's offices, then the invited and recorded who are none."""
    daerah, buku = keadaan.daerah, keadaan.buku
    kantor = sorted({o.nama for o in daerah.opd.values()}, key=str.casefold)
    lain = [a.nama for s in keadaan.rapat.sesi for a in s.anggota]
    for tabel in (buku.rad, buku.tindak_lanjut):
        lain += [] if tabel is None else [str(o) for o in tabel["opd"].dropna()]
    tambahan = {ejaan(n): n for n in lain if daerah.peran_of(n) is None}
    return kantor + sorted(tambahan.values(), key=str.casefold)


def _semua_id(keadaan: Keadaan) -> list[str]:
    tabel = keadaan.buku.tindak_lanjut
    return [] if tabel is None else list(tabel["id_keputusan"])


def _id_rapat_ini(keadaan: Keadaan) -> list[str]:
    tabel = keadaan.buku.tindak_lanjut
    return [] if tabel is None else list(tabel.loc[tabel["rapat"] == keadaan.rapat.id, "id_keputusan"])


def _janji(keadaan: Keadaan) -> tuple[list[Baris], list[str]]:
    """Return the open promises as rows of the table, and in what state each is."""
    janji = keadaan.janji
    if janji is None:
        return [], []
    buka = janji[janji["keadaan"].isin(TERBUKA)]
    sebutan = [sebut_janji(k, n) for k, n in zip(buka["keadaan"], buka["hari_lewat"], strict=True)]
    baris = rows_of(buka[list(TINDAK_LANJUT.nama_kolom)])
    return [r | {"opd": r["opd"] and keadaan.daerah.nama_opd(r["opd"])} for r in baris], sebutan


def _baris_usulan(keadaan: Keadaan, nomor: str, u: Usulan) -> Baris:
    return {
        "id_keputusan": nomor,
        "rapat": keadaan.rapat.id,
        "keputusan": u.keputusan,
        "klaster": u.klaster,
        "indikator": u.indikator,
        "pertanyaan": u.pertanyaan,
        "opd": u.opd and keadaan.daerah.nama_opd(u.opd),
        "tenggat": u.tenggat,
    }


def _rapat(keadaan: Keadaan) -> list[Baris]:
    r = keadaan.rapat
    anggota = list(dict.fromkeys(a.nama for s in r.sesi for a in s.anggota))
    isi = {"id": r.id, "tanggal": r.tanggal.isoformat(), "daerah": r.daerah, "anggota": "\n".join(anggota) or None}
    return [{"kunci": k, "isi": v} for k, v in isi.items()]


def _add_tabel(
    lembar: Worksheet, keadaan: Keadaan, baris: Sequence[Baris], sebutan: Sequence[str], banyak_kantor: int
) -> None:
    judul = _("Keputusan rapat {tanggal} · {daerah}").format(
        tanggal=format_tanggal(keadaan.rapat.tanggal), daerah=keadaan.daerah.nama
    )
    cara = _("Usulan yang status-nya dibiarkan kosong tidak dicatat. Cara mengisi: lembar _Petunjuk.")
    atas = (
        (judul, Font(name=HURUF, bold=True, size=14)),
        (cara, Font(name=HURUF, color="404040")),
        (" ".join(teks_spanduk(keadaan)), Font(name=HURUF, bold=True, color="8A1C00")),
    )
    for i, (teks, huruf) in enumerate(atas, start=1):
        write_text(lembar.cell(i, 1), teks)
        lembar.cell(i, 1).font = huruf
    kolom = list(TINDAK_LANJUT.kolom)
    kolom.insert(1, Kolom(KOLOM_KEADAAN))
    catatan = catatan_keputusan()
    for j, k in enumerate(kolom, start=1):
        _kepala(lembar, j, k.nama, catatan.get(k.nama))
        for i, (b, sebut) in enumerate(zip(baris, sebutan, strict=True), start=BARIS_KEPALA + 1):
            _isi(lembar, i, j, k, sebut or None if k.nama == KOLOM_KEADAAN else b.get(k.nama), b)
        _add_pilihan(lembar, j, k, banyak_kantor, len(baris))
    for i, b in enumerate(baris, start=BARIS_KEPALA + 1):
        perlu = [math.ceil(len(to_teks(b.get(n))) / (lebar - 1)) for n, lebar in LEBAR.items()]
        lembar.row_dimensions[i].height = TINGGI * max(1, *perlu)
    _siapkan(lembar, len(kolom), len(baris))


def _kepala(lembar: Worksheet, j: int, nama: str, catatan: str | None) -> None:
    sel = lembar.cell(BARIS_KEPALA, j, nama)
    sel.font, sel.fill = Font(name=HURUF, bold=True, color="FFFFFF"), KEPALA
    sel.alignment = Alignment(wrap_text=True, vertical="center")
    if catatan:
        sel.comment = Comment(catatan, _("Buku kerja KLA"), height=90, width=260)
    lembar.column_dimensions[get_column_letter(j)].width = LEBAR[nama]


def _isi(lembar: Worksheet, i: int, j: int, k: Kolom, nilai: Any, baris: Mapping[str, Any]) -> None:
    sel = lembar.cell(i, j)
    write_cell(sel, k, nilai, lembar.title)
    sel.font, sel.border = Font(name=HURUF), GARIS
    sel.alignment = Alignment(wrap_text=True, vertical="top", horizontal="left")
    if k.nama in ("id_keputusan", KOLOM_KEADAAN, "rapat"):
        sel.fill = ABU
    elif k.nama == "status" and nilai is None and baris.get("keputusan"):
        sel.fill = BIRU  # here a suggestion becomes a decision


def _add_pilihan(lembar: Worksheet, j: int, k: Kolom, banyak_kantor: int, banyak: int) -> None:
    """Offer words and offices; what a person writes otherwise is judged when the sheet is taken in."""
    if k.nama == "opd":
        aturan = DataValidation(type="list", formula1=f"'{DAFTAR}'!$A$1:$A${banyak_kantor}")
        aturan.showErrorMessage = False  # other spellings of an office are read too
    elif k.pilihan:
        aturan = DataValidation(type="list", formula1=f'"{",".join(k.pilihan)}"')
        aturan.error, aturan.errorTitle = _("Pilih salah satu: {daftar}.").format(daftar=", ".join(k.pilihan)), k.nama
        aturan.showErrorMessage = True
    elif k.jenis.nama == "tanggal":
        aturan = DataValidation(type="date", operator="greaterThan", formula1="DATE(1990,1,1)")
        aturan.error, aturan.errorTitle = _("Tulis tanggal, misalnya 2025-03-18."), k.nama
        aturan.showErrorMessage = True
    else:
        return
    aturan.allow_blank = True
    huruf = get_column_letter(j)
    aturan.add(f"{huruf}{BARIS_KEPALA + 1}:{huruf}{BARIS_KEPALA + banyak}")
    lembar.add_data_validation(aturan)


def _add_daftar(buku: Workbook, kantor: Sequence[str]) -> None:
    lembar = buku.create_sheet(DAFTAR)
    for i, nama in enumerate(kantor, start=1):
        write_text(lembar.cell(i, 1), nama)
    lembar.sheet_state = "hidden"


def _siapkan(lembar: Worksheet, kolom: int, baris: int) -> None:
    """Freeze and repeat the head and fit the width of a landscape page."""
    lembar.row_dimensions[BARIS_KEPALA].height = 1.4 * TINGGI
    lembar.freeze_panes = lembar.cell(BARIS_KEPALA + 1, 3)
    mark_tabel(lembar, BARIS_KEPALA, kolom, BARIS_KEPALA + baris)
    lembar.print_title_rows = f"{BARIS_KEPALA}:{BARIS_KEPALA}"
    lembar.page_setup.orientation, lembar.page_setup.paperSize = "landscape", lembar.PAPERSIZE_A4
    lembar.page_setup.fitToHeight = 0
    lembar.sheet_properties.pageSetUpPr.fitToPage = True
    lembar.page_margins = PageMargins(left=0.4, right=0.4, top=0.5, bottom=0.6, footer=0.3)
    lembar.oddFooter.right.text = "&P/&N"
