"""Say words, numbers and dates in the reader's language.

The Indonesian text is the message id of the catalogue, so an untranslated
text is still a correct Indonesian one.
"""

import gettext
import io
import os
import re
from contextlib import AbstractContextManager
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from pathlib import Path
from typing import Any

from babel.core import Locale
from babel.dates import format_date
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal, get_decimal_symbol

from kla_lib.lingkungan import setel

FOLDER_KATALOG = Path(__file__).resolve().parent / "katalog"

KATALOG_LAIN = "KLA_KATALOG"
"""Environment variable naming another folder of catalogues, for whoever tries a translation."""

BAHASA = {"id": "id_ID", "en": "en_GB"}
"""The languages of the pages, with the locale of their numbers and dates."""

PILIHAN = re.compile(r"\[(\w+)\?([^|\[\]]*)\|([^\[\]]*)\]")
"""In a translation, words that follow a number: `{n} [n?document is|documents are] thin`."""

SATU = re.compile(r"[+\u2212-]?1( |$)")

PROSA = re.compile(r"(#+ |\* |)(.*)")


class Teks(str):
    """A translated text whose words follow the numbers that are put into it."""

    __slots__ = ()

    def format(self, *isi: Any, **nilai: Any) -> str:
        """Return the text with its numbers in place, in the singular after exactly 1 ("1", "+1", "1 point")."""
        return str.format(PILIHAN.sub(lambda m: m[2] if SATU.match(str(nilai[m[1]])) else m[3], self), *isi, **nilai)


def bahasa() -> str:
    """Return the language code of the running process; the notebooks of a batch inherit it."""
    return os.environ.get("KLA_BAHASA", "id")


def dalam_bahasa(kode: str) -> AbstractContextManager[None]:
    """Speak another language for a while: here, and in every process that is started meanwhile."""
    return setel("KLA_BAHASA", kode)


def path_katalog(kode: str) -> Path:
    """Return where the catalogue of a language lies, whether there is one or not."""
    return Path(os.environ.get(KATALOG_LAIN) or FOLDER_KATALOG) / kode / "LC_MESSAGES" / "kla.po"


@cache
def _katalog(path: Path) -> gettext.NullTranslations:
    """Return a catalogue; it is read as people write it, so that no second file can disagree with it."""
    if not path.is_file():
        return gettext.NullTranslations()
    biner = io.BytesIO()
    with path.open("rb") as berkas:
        write_mo(biner, read_po(berkas))
    biner.seek(0)
    return gettext.GNUTranslations(biner)


@cache
def _locale(kode: str) -> Locale:
    return Locale.parse(BAHASA.get(kode, kode))


def _(teks: str) -> str:
    kode = bahasa()
    if kode == "id" or not teks:
        return teks
    terjemahan = _katalog(path_katalog(kode)).gettext(teks)
    return Teks(terjemahan) if "?" in terjemahan else terjemahan


def tandai(teks: str) -> str:
    """Mark a text for the catalogue that `_` says later, once the language is known."""
    return teks


def baris_prosa(markdown: str) -> list[tuple[str, str]]:
    """Return the lines of a markdown cell, each as its mark (heading, bullet) and its text."""
    return [(m[1], m[2]) for m in map(PROSA.fullmatch, markdown.split("\n")) if m]


def terjemahkan_prosa(markdown: str) -> str:
    """Return a markdown cell in the reader's language; its headings and bullets stay what they are."""
    return "\n".join(kepala + _(teks) for kepala, teks in baris_prosa(markdown))


def format_angka(nilai: float, desimal: int = 2) -> str:
    """Return a number with the reader's separators and at most `desimal` decimals, halves up: 771,81."""
    pola = "#,##0" + ("." + "#" * desimal if desimal else "")
    bulat = Decimal(repr(float(nilai))).quantize(Decimal(1).scaleb(-desimal), ROUND_HALF_UP)
    return format_decimal(bulat or 0, pola, locale=_locale(bahasa()))


def tulis_angka(nilai: float) -> str:
    """Return a number with every digit that a spreadsheet shows, ungrouped, so that it can be typed again: 1500,125."""
    return f"{nilai:.15g}".replace(".", get_decimal_symbol(_locale(bahasa())))


def format_tanggal(hari: date) -> str:
    """Return a date in words: 16 Maret 2021."""
    return format_date(hari, "long", locale=_locale(bahasa()))


def format_jam(saat: datetime) -> str:
    """Return the time of day: 08.30."""
    return saat.strftime("%H.%M" if bahasa() == "id" else "%H:%M")


def gabung(bagian: list[str]) -> str:
    """Join words as a sentence does: "a, b, dan c"."""
    if len(bagian) < 3:
        return _(" dan ").join(bagian)
    return ", ".join(bagian[:-1]) + _(", dan ") + bagian[-1]
