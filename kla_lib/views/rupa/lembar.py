"""Hold a table as values, so that a page can show its first rows and a workbook can sort all of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from kla_lib.bahasa import _, format_angka, format_tanggal
from kla_lib.views.rupa.tampilan import Kolom, Tampilan, catatan_kaki, tabel, tumpuk


@dataclass(frozen=True)
class Lembar:
    """A table for readers; cells are texts, numbers, dates, or None for what is not known.

    `kosong` is said where it has no rows.  `cetak`: how many columns from the
    left a sheet of paper shows, where it has no room for all.  `catatan`: what
    a workbook says above it.
    """

    judul: str
    kolom: Sequence[Kolom]
    baris: Sequence[dict[str, Any]]
    kosong: str
    cetak: int | None = None
    catatan: str = ""


def sebut_sel(isi: Any) -> str:
    """Return a cell as a page shows it; whole numbers stay as they are, because years are among them."""
    if isi is None or (isinstance(isi, float) and pd.isna(isi)):
        return "–"
    if isinstance(isi, date):
        return format_tanggal(isi)
    return format_angka(isi) if isinstance(isi, float) else str(isi)


def tampilkan(lembar: Lembar, paling_banyak: int, hanya: Sequence[str] = (), di_daftar_kerja: bool = True) -> Tampilan:
    """Return the first rows of a table as a page shows them, and how many more there are.

    hanya: the columns to show, where a page has no room for all.
    di_daftar_kerja: whether all rows stand in the list of work.
    """
    kolom = [k for k in lembar.kolom if not hanya or k.kunci in hanya]
    baris = [{k.kunci: sebut_sel(b[k.kunci]) for k in kolom} for b in lembar.baris[:paling_banyak]]
    t = tabel(lembar.judul, kolom, baris, lembar.kosong)
    lebih = len(lembar.baris) - len(baris)
    if lebih <= 0:
        return t
    pesan = (
        _("{n} baris lagi tidak ditampilkan di sini; semuanya ada di daftar kerja (kla worklist).")
        if di_daftar_kerja
        else _("{n} baris lagi tidak ditampilkan di sini.")
    ).format(n=lebih)
    return tumpuk(t, catatan_kaki(pesan))
