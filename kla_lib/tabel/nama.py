"""Compare names as people see them: what cannot be told apart on a screen is one name.

Names are what joins rows: measures, areas, offices, ids, column names, words of choice.
"""

import re
import unicodedata
from typing import Any

HAMPA = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Letters and patterns that are drawn as nothing."""
GARIS = re.compile("[\u2010-\u2015\u2212\u2e3a\u2e3b\u30fc\ufe58\ufe63\uff0d]")
KUTIP_TUNGGAL = re.compile("[\u2018\u2019\u201b\u02bc\u2032`\u00b4]")
KUTIP_GANDA = re.compile("[\u201c\u201d\u201f\u2033]")
ABJAD_MIRIP = ("CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "COPTIC")
"""Alphabets with letters that look Latin."""
TITIK_DUA = re.compile(r"\s*:\s*")


def tak_tampak(huruf: str) -> bool:
    """Return whether a sign takes no place on a screen, or a place like a blank without being one.

    A tab and a line break are blanks; a control sign is not seen either.
    """
    if huruf in " \t\r\n":
        return False
    return huruf in HAMPA or unicodedata.category(huruf) in ("Cf", "Zs", "Zl", "Zp", "Cc")


def sebut_tak_tampak(teks: str) -> str:
    """Return the unseen signs of a text by code and name: "U+200B ZERO WIDTH SPACE"; "" where it has none."""
    return ", ".join(sebut_huruf(h) for h in dict.fromkeys(teks) if tak_tampak(h))


def sebut_huruf(huruf: str) -> str:
    """Return a sign by its code and its name in Unicode."""
    return f"U+{ord(huruf):04X} {unicodedata.name(huruf, '')}".strip()


def rapi_nama(teks: str) -> str:
    """Return a name as it is seen: nothing unseen, single blanks, plain digits, one kind of dash.

    Letters keep their case; a text that needs nothing comes back as it is.
    """
    if teks.isascii() and teks.isprintable():
        return " ".join(teks.split())
    tampak = "".join(map(_tampak, unicodedata.normalize("NFC", teks)))
    return " ".join(GARIS.sub("-", tampak).split())


def kunci_nama(teks: str) -> str:
    """Return what two spellings of one name have in common: "Anak  kawin:Putri" and "anak kawin: putri"."""
    rapi = KUTIP_GANDA.sub('"', KUTIP_TUNGGAL.sub("'", rapi_nama(teks)))
    return TITIK_DUA.sub(": ", rapi).casefold().strip()


def sama_isi(a: Any, b: Any, nama: bool) -> bool:
    """Return whether two cells hold the same; in a column of names (`nama`) two spellings of one name do."""
    if nama and isinstance(a, str) and isinstance(b, str):
        return kunci_nama(a) == kunci_nama(b)
    return bool(a == b)


def abjad_asing(teks: str) -> str:
    """Return the first letter of a word in Latin letters that only looks Latin (Cyrillic "а"), or ""."""
    for kata in re.findall(r"[^\W\d_]+", teks):
        abjad = {h: unicodedata.name(h, "").partition(" ")[0] for h in kata}
        if "LATIN" in abjad.values():
            asing: list[str] = [h for h, asal in abjad.items() if asal in ABJAD_MIRIP]
            if asing:
                return asing[0]
    return ""


def _tampak(huruf: str) -> str:
    if unicodedata.category(huruf) == "Zs":
        return " "
    if huruf in HAMPA or unicodedata.category(huruf) == "Cf":
        return ""
    if unicodedata.category(huruf) == "Nd":
        return str(unicodedata.digit(huruf))
    return unicodedata.normalize("NFKC", huruf) if unicodedata.east_asian_width(huruf) in "FH" else huruf
