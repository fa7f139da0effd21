"""Read dates as people write them; docs/keputusan/0009 states the rule."""

import re
from datetime import date, datetime, timedelta
from typing import Any

from kla_lib.bahasa import _
from kla_lib.tabel.sel import kutip

ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
ANGKA_SAJA = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})")
BERKATA = re.compile(r"(\d{1,2})[ -]([a-z]+)\.?[ -](\d{4})", re.IGNORECASE)
SERI = re.compile(r"\d{5}(\.0+)?")
BULAN = {
    nama: nomor
    for nomor, daftar in enumerate(
        (
            "januari jan",
            "februari pebruari feb",
            "maret mar",
            "april apr",
            "mei",
            "juni jun",
            "juli jul",
            "agustus agu agt ags",
            "september sep sept",
            "oktober okt",
            "november nopember nov nop",
            "desember des",
        ),
        start=1,
    )
    for nama in daftar.split()
}
TAHUN_HARI = range(1900, 2201)
"""No sheet holds a day before 1900, and none after 2200 is meant."""
HARI_NOL = date(1899, 12, 30)
"""Day 0 of the serial numbers of a spreadsheet."""
SERI_WAJAR = range(20_000, 80_000)
"""Serial numbers from 1954 to 2119: what a date of this century looks like when its format was lost."""


def tanggal_sah(isi: Any) -> bool:
    """Return whether a cell is a date, or text that can be read as one date only."""
    if isinstance(isi, date):
        return isi.year in TAHUN_HARI
    return isinstance(isi, str) and len(_bacaan(isi)) == 1


def ke_tanggal(isi: Any) -> date:
    """Return the date of a cell for which `tanggal_sah` holds."""
    if isinstance(isi, datetime):
        return isi.date()
    return isi if isinstance(isi, date) else _bacaan(isi)[0]


def nasihat_tanggal(isi: Any) -> tuple[str, str]:
    """Return what is wrong with a cell that should hold a date, and what to write instead."""
    bacaan = _bacaan(isi) if isinstance(isi, str) else []
    if len(bacaan) == 2:
        return (
            _("'{isi}' bisa dibaca {a} atau {b}").format(isi=kutip(isi), a=bacaan[0], b=bacaan[1]),
            _("Tulis TTTT-BB-HH, misalnya {a}.").format(a=bacaan[0]),
        )
    seri = _seri(isi)
    if seri is not None:
        return (
            _("'{isi}' nomor urut hari, bukan tanggal").format(isi=kutip(isi)),
            _("Ubah format sel menjadi Tanggal, atau tulis TTTT-BB-HH; mungkin maksudnya {a}.").format(a=seri),
        )
    return _("'{isi}' bukan tanggal").format(isi=kutip(isi)), _("Tulis TTTT-BB-HH, misalnya 2025-03-18.")


def _bacaan(teks: str) -> list[date]:
    """Return the dates that a text can mean, the Indonesian order (day, month, year) first."""
    if ISO.fullmatch(teks):
        return _tanggal(int(teks[:4]), int(teks[5:7]), int(teks[8:]))
    berkata = BERKATA.fullmatch(teks)
    if berkata:
        hari, bulan, tahun = berkata.groups()
        return _tanggal(int(tahun), BULAN.get(bulan.casefold(), 0), int(hari))
    angka = ANGKA_SAJA.fullmatch(teks)
    if not angka:
        return []
    satu, dua, tahun = (int(angka[n]) for n in (1, 3, 4))
    if dua > 12:
        return []  # the American order is no order here
    balik = _tanggal(tahun, satu, dua) if satu <= 12 and satu != dua else []
    return _tanggal(tahun, dua, satu) + balik


def _tanggal(tahun: int, bulan: int, hari: int) -> list[date]:
    try:
        return [date(tahun, bulan, hari)] if tahun in TAHUN_HARI else []
    except ValueError:
        return []


def _seri(isi: Any) -> date | None:
    if isinstance(isi, str) and SERI.fullmatch(isi):
        isi = float(isi)
    if isinstance(isi, bool) or not isinstance(isi, int | float) or abs(isi) >= 1e6 or int(isi) not in SERI_WAJAR:
        return None
    return HARI_NOL + timedelta(days=int(isi))
