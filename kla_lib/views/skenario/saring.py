"""Find rows by klaster and by words, a page of them at a time."""

from collections.abc import Sequence
from dataclasses import dataclass

HALAMAN = 8
"""Rows of a page."""


@dataclass(frozen=True)
class Butir:
    """Something that can be changed: its code, the klaster it serves, its words."""

    kode: str
    klaster: tuple[str, ...]
    judul: str
    rinci: str = ""


def saring(butir: Sequence[Butir], klaster: str, cari: str) -> list[Butir]:
    """Return the rows of a klaster ("" for all) that hold every word that is looked for.

    A code finds its row first: "5/1" is not "25/1".
    """
    kata = cari.casefold().split()
    cocok = [
        b
        for b in butir
        if (not klaster or klaster in b.klaster) and all(k in f"{b.judul} {b.rinci}".casefold() for k in kata)
    ]
    return sorted(cocok, key=lambda b: not b.kode.casefold().startswith(kata[0])) if kata else cocok


def banyak_halaman(butir: Sequence[Butir]) -> int:
    """Return how many pages there are, at least one."""
    return max(1, -(-len(butir) // HALAMAN))


def halaman(butir: Sequence[Butir], nomor: int) -> list[Butir]:
    """Return the rows of a page, the first is 1."""
    return list(butir[HALAMAN * (nomor - 1) : HALAMAN * nomor])
