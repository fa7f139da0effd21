"""Say words, numbers and dates in the reader's language.

The Indonesian text is the message id of the catalogue, so an untranslated
text is still a correct Indonesian one.
"""

import gettext
import os
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from pathlib import Path

from babel.core import Locale
from babel.dates import format_date
from babel.numbers import format_decimal

FOLDER_KATALOG = Path(__file__).resolve().parent / "katalog"


def bahasa() -> str:
    """Return the language code of the running process; the notebooks of a batch inherit it."""
    return os.environ.get("KLA_BAHASA", "id")


@cache
def _katalog(kode: str) -> gettext.NullTranslations:
    return gettext.translation("kla", FOLDER_KATALOG, languages=[kode], fallback=True)


@cache
def _locale(kode: str) -> Locale:
    return Locale.parse({"id": "id_ID", "en": "en_GB"}.get(kode, kode))


def _(teks: str) -> str:
    return _katalog(bahasa()).gettext(teks)


def format_angka(nilai: float, desimal: int = 2) -> str:
    """Return a number with the reader's separators and at most `desimal` decimals, halves up: 771,81."""
    pola = "#,##0" + ("." + "#" * desimal if desimal else "")
    bulat = Decimal(repr(float(nilai))).quantize(Decimal(1).scaleb(-desimal), ROUND_HALF_UP)
    return format_decimal(bulat or 0, pola, locale=_locale(bahasa()))


def format_tanggal(hari: date) -> str:
    """Return a date in words: 16 Maret 2021."""
    return format_date(hari, "long", locale=_locale(bahasa()))


def gabung(bagian: list[str]) -> str:
    """Join words as a sentence does: "a, b, dan c"."""
    if len(bagian) < 3:
        return _(" dan ").join(bagian)
    return ", ".join(bagian[:-1]) + _(", dan ") + bagian[-1]
