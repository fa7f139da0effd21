"""Know what a cell may hold: text, code, number, whole number, date, yes or no.

A cell arrives as XLSX types it (text, float, bool, date) or, from CSV, as
text.  Each kind says whether the cell is right, converts it, and tells what to
write instead.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from kla_lib.bahasa import _

ANGKA = re.compile(r"[+-]?\d+(\.\d+)?")
KOMA_DESIMAL = re.compile(r"[+-]?\d[\d.]*,\d+")
PERSEN = re.compile(r".*%\s*")
TERBESAR = 1e15
"""From here on a spreadsheet no longer holds every digit of a number."""
HARI = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True)
class Jenis:
    """A kind of cell: is it right, what is it worth, what is wrong and how to mend it."""

    nama: str
    sah: Callable[[Any], bool]
    ubah: Callable[[Any], Any]
    nasihat: Callable[[Any], tuple[str, str]]


def tampil(isi: Any) -> str:
    """Return a cell's content as the evaluator sees it."""
    if isinstance(isi, bool):
        return "TRUE" if isi else "FALSE"
    if isinstance(isi, float):
        return f"{isi:.15g}"
    return str(isi)


def _angka_sah(isi: Any) -> bool:
    if isinstance(isi, str):
        return ANGKA.fullmatch(isi) is not None and abs(float(isi)) < TERBESAR
    return isinstance(isi, int | float) and not isinstance(isi, bool) and abs(isi) < TERBESAR


def _nasihat_angka(isi: Any) -> tuple[str, str]:
    teks = tampil(isi)
    if PERSEN.fullmatch(teks):
        return (
            _("'{isi}' memuat tanda persen").format(isi=teks),
            _("Tulis angkanya saja, misalnya 93.5; tanda % ditulis di kolom satuan bila ada."),
        )
    if KOMA_DESIMAL.fullmatch(teks):
        return (
            _("'{isi}' memakai koma desimal").format(isi=teks),
            _("Tulis dengan titik (misalnya 12.5) di CSV, atau jadikan sel angka di XLSX."),
        )
    if isinstance(isi, float) or ANGKA.fullmatch(teks):
        return _("'{isi}' terlalu besar").format(isi=teks), _("Tulis angka dengan paling banyak 15 digit.")
    return (
        _("'{isi}' bukan angka").format(isi=teks),
        _("Tulis angka, misalnya 12.5; kosongkan sel bila belum dicatat."),
    )


def _bulat_sah(isi: Any) -> bool:
    return _angka_sah(isi) and float(isi).is_integer()


def _kode_sah(isi: Any) -> bool:
    return isinstance(isi, str) or (isinstance(isi, int | float) and _bulat_sah(isi))


def _tanggal_sah(isi: Any) -> bool:
    if isinstance(isi, date):
        return True
    try:
        return isinstance(isi, str) and HARI.fullmatch(isi) is not None and bool(date.fromisoformat(isi))
    except ValueError:
        return False


def _ke_tanggal(isi: Any) -> date:
    if isinstance(isi, datetime):
        return isi.date()
    return isi if isinstance(isi, date) else date.fromisoformat(isi)


def _tetap(salah: str, perbaikan: str) -> Callable[[Any], tuple[str, str]]:
    return lambda isi: (_(salah).format(isi=tampil(isi)), _(perbaikan))


ANGKA_DESIMAL = Jenis("angka", _angka_sah, float, _nasihat_angka)
BULAT = Jenis(
    "bulat",
    _bulat_sah,
    lambda isi: int(float(isi)),
    _tetap("'{isi}' bukan bilangan bulat", "Tulis bilangan bulat, misalnya 2024."),
)
KODE = Jenis(
    "kode",
    _kode_sah,
    lambda isi: isi if isinstance(isi, str) else str(int(isi)),
    _tetap(
        "kode terbaca sebagai '{isi}', bukan teks",
        "Ubah format sel menjadi Teks lalu tulis ulang kodenya, misalnya 21A.",
    ),
)
TANGGAL = Jenis(
    "tanggal",
    _tanggal_sah,
    _ke_tanggal,
    _tetap("'{isi}' bukan tanggal", "Tulis TTTT-BB-HH, misalnya 2025-03-18."),
)
TEKS = Jenis("teks", lambda _isi: True, tampil, _tetap("'{isi}' bukan teks", "Tulis teks."))
YA_TIDAK = Jenis(
    "ya_tidak",
    lambda isi: isinstance(isi, bool) or isi in ("ya", "tidak"),
    lambda isi: isi in (True, "ya"),
    _tetap("'{isi}' bukan ya atau tidak", "Tulis ya atau tidak."),
)
