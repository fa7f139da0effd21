"""Recognise the numbers of identity and family cards, however they were typed.

Both have sixteen digits: six of the area, six of a date (a woman's day plus
40), four of a series.
"""

import re
import unicodedata

SELA = r"[\s._/|:‐-―-]{0,3}"
NIK = re.compile(rf"(?<!\d)(?=(\d(?:{SELA}\d){{15}})(?!\d))")
BUKAN_NIK = re.compile(
    r"(?<![0-9a-z])(?:[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|(?=[0-9]*[a-f])[0-9a-f]{32,})(?![0-9a-z])",
    re.IGNORECASE,
)
"""UUIDs and hashes."""
ALAMAT_WEB = re.compile(r"https?://\S+", re.IGNORECASE)
ILMIAH = re.compile(r"[1-9][.,]\d+E\+?15", re.IGNORECASE)
"""What Excel makes of sixteen digits."""
PECAHAN = re.compile(r"[+-]?(?:\d{1,9}[.,]\d{16,}|\d{1,5}[.,]\d{9,}|\d{7,11}[.,]\d{5,9})(?:[eE][+-]?\d{1,3})?")
"""A number with all the decimals that a computer keeps; six digits before the sign are how a card is written."""
TERPENDEK = len("3.27501E+15")
DUA_TANGGAL = ((2, 2, 4, 2, 2, 4), (4, 2, 2, 4, 2, 2), (8, 8))
PROVINSI = frozenset(range(11, 98))


def has_nik(isi: object) -> bool:
    """Return whether a cell, as text or as a number, holds sixteen digits that can be such a number.

    Sixteen digits in a row are always taken for one.  With signs between them,
    or within a web address, they must have its shape: two dates have not, nor
    have hashes and longer runs of digits.
    """
    if isinstance(isi, int | float) and not isinstance(isi, bool):
        return 1e15 <= abs(isi) < 1e16
    if not isinstance(isi, str) or len(isi) < TERPENDEK:
        return False
    teks = datar(isi)
    if ILMIAH.fullmatch(teks.strip()):
        return True
    if PECAHAN.fullmatch(teks.strip()):
        return False
    teks = BUKAN_NIK.sub("x", teks)
    web = [m.span() for m in ALAMAT_WEB.finditer(teks)]
    for c in NIK.finditer(teks):
        dalam_web = any(a <= c.start() < b for a, b in web)
        if c[1].isdecimal() and not dalam_web:
            return True
        if _berbentuk_nik(c[1]) and not (dalam_web and "/" in c[1]):  # a date in the path of a page is none
            return True
    return False


def datar(teks: str) -> str:
    """Return a text with plain digits and letters, and without signs that nobody sees."""
    teks = unicodedata.normalize("NFKC", teks)
    return teks if teks.isascii() else "".join(h for h in teks if unicodedata.category(h) != "Cf")


def _berbentuk_nik(teks: str) -> bool:
    kelompok = re.findall(r"\d+", teks)
    if tuple(map(len, kelompok)) in DUA_TANGGAL:
        return False
    angka = "".join(str(int(d)) for k in kelompok for d in k)
    hari, bulan = int(angka[6:8]), int(angka[8:10])
    return int(angka[:2]) in PROVINSI and (1 <= hari <= 31 or 41 <= hari <= 71) and 1 <= bulan <= 12
