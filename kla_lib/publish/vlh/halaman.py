"""Write the pages of the day of field verification and the board of the hours after it."""

from datetime import datetime
from functools import cache

from kla_lib.bahasa import _, format_angka
from kla_lib.keadaan.vlh import Vlh
from kla_lib.publish.halaman.halaman import FOLDER_HALAMAN
from kla_lib.publish.halaman.kop import atas_halaman, kaki_halaman
from kla_lib.publish.halaman.susun import Isi, page_susunan
from kla_lib.publish.vlh.berkas import LEMBAR, PAPAN
from kla_lib.views.rupa.spanduk import spanduk
from kla_lib.views.rupa.tampilan import daftar_tautan, paragraf, ruas
from kla_lib.views.rupa.tema import TINTA
from kla_lib.views.vlh.bank import baris_klaster, baris_lokus, tabel_tanya
from kla_lib.views.vlh.hari import kalimat_hari, sebut_pengelola, tabel_lokus, tabel_sesi
from kla_lib.views.vlh.papan import (
    belum_ada_permintaan,
    kalimat_jendela,
    kartu_kantor,
    kelompok_kantor,
    kotak_obrolan_kantor,
    sesudah_jendela,
)


def page_vlh(vlh: Vlh) -> bytes:
    """Return the run sheet of the day and the question bank, place by place and klaster by klaster; no script."""
    keadaan = vlh.keadaan
    isi: list[Isi] = [
        kalimat_hari(vlh),
        spanduk(keadaan),
        daftar_tautan([(PAPAN, judul_papan(vlh)), (LEMBAR, _("Lembar latihan dan permintaan (XLSX)"))]),
        _("Susunan hari"),
        tabel_sesi(vlh),
        _("Tempat yang dilihat"),
        tabel_lokus(vlh),
        _("Yang mungkin ditanyakan"),
        paragraf(_("Buka tempat atau klaster kita; yang belum siap menurut latihan ada di atas.")),
    ]
    for p in vlh.hari.lokus:
        judul = f"{p.nama} · {sebut_pengelola(vlh, p)}"
        isi.append(ruas(judul, tabel_tanya(p.nama, baris_lokus(vlh, p))))
    for k in keadaan.instrumen.klaster:
        if baris := baris_klaster(vlh, k.id):
            isi.append(ruas(_("Ruang utama: {klaster}").format(klaster=k.judul), tabel_tanya(k.judul, baris)))
    judul = _("Hari verifikasi lapangan")
    return page_susunan(judul, atas_halaman(keadaan), TINTA, kaki_halaman(keadaan), isi, "mendatar")


def judul_papan(vlh: Vlh) -> str:
    """Return what the board is called: by its hours."""
    return _("Papan {jam} jam").format(jam=format_angka(vlh.jam, 0))


def page_papan(vlh: Vlh, kini: datetime) -> bytes:
    """Return the board: when the hours end, the requests and chat texts of every office; whole without its script."""
    keadaan = vlh.keadaan
    isi: list[Isi] = [
        kalimat_jendela(vlh, kini),
        spanduk(keadaan),
        belum_ada_permintaan(vlh),
    ]
    if (sesudah := sesudah_jendela(vlh, kini)).html:
        isi += [_("Sesudah jendela ditutup"), sesudah]
    for nomor, (opd, kartu) in enumerate(kelompok_kantor(vlh), start=1):
        isi += [
            keadaan.daerah.nama_opd(opd) if opd else _("Belum punya kantor"),
            kartu_kantor(vlh, kartu, kini),
            kotak_obrolan_kantor(vlh, opd, kartu, nomor, kini),
        ]
    return page_susunan(judul_papan(vlh), atas_halaman(keadaan), TINTA, kaki_halaman(keadaan), isi, skrip=_skrip())


@cache
def _skrip() -> str:
    """Return the scripts that count down and that copy."""
    return "\n".join((FOLDER_HALAMAN / nama).read_text(encoding="utf-8") for nama in ("papan.js", "salin.js"))
