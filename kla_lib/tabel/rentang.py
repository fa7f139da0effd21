"""Understand the address of a range of cells, such as G51:G53."""

import re
from dataclasses import dataclass

RENTANG = re.compile(r"([A-Z]{1,3})([0-9]{1,7})(?::([A-Z]{1,3})([0-9]{1,7}))?")


def nomor_kolom(huruf: str) -> int:
    """Return the number of a spreadsheet's column, counted from one: A → 1, AA → 27."""
    nomor = 0
    for h in huruf:
        nomor = nomor * 26 + ord(h) - 64
    return nomor


@dataclass(frozen=True)
class Rentang:
    """A block of cells, rows and columns counted from one, first and last included."""

    kiri: int
    atas: int
    kanan: int
    bawah: int

    @classmethod
    def baca(cls, alamat: str) -> "Rentang":
        """Return the range of an address ("G51:G53", or "G51" alone); raises ValueError where it is none."""
        a, b, c, d = _cocok(alamat).groups()
        return cls(nomor_kolom(a), int(b), nomor_kolom(c or a), int(d or b))


def berbaris(alamat: str) -> bool:
    """Return whether a range has more than one row; raises ValueError where it is no range."""
    a, b = _cocok(alamat).group(2, 4)
    return bool(b) and int(b) > int(a)


def _cocok(alamat: str) -> re.Match[str]:
    cocok = RENTANG.fullmatch(alamat)
    if not cocok:
        raise ValueError(f"no range of cells: {alamat[:20]}")
    return cocok
