"""How sure an index is: intervals of values and ranks when weights, normalisation and aggregation are varied together.

A value of 80 by goalposts and one of 0,3 by z-scores are not on one scale, so
values are varied under the index's own normalisation and ranks under all.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy.stats import rankdata

from kla_lib.scoring.indeks.hitung import HasilIndeks
from kla_lib.scoring.indeks.ragam import BIASA, Goyangan, Ragam, compute_ragam, draw_bobot, draw_cara, make_ragam
from kla_lib.scoring.nilai.nilai import Larik

UNDIAN, BENIH = 2_000, 1
BAGIAN = 0.9
"""The share of the draws that an interval holds, as much left out below as above."""
DUA_GALAT = 1.96
"""Standard errors within which 95 of 100 repetitions fall."""


@dataclass(frozen=True)
class Ketidakpastian:
    """Intervals of an index.

    nilai, peringkat: one row per unit with a value: bawah, tengah, atas (of
    the middle 90 %), galat: how far another seed may move an end (95 %).
    undian, benih: how many draws, from which seed.  normalisasi, agregasi: how
    many ways of each were tried.
    """

    nilai: pd.DataFrame
    peringkat: pd.DataFrame
    undian: int
    benih: int
    normalisasi: tuple[str, ...]
    agregasi: int


@dataclass(frozen=True)
class Peluang:
    """In which share of the draws something is so, and how far another seed may move that (95 %)."""

    peluang: float
    galat: float
    undian: int
    benih: int


def vary_indeks(
    hasil: HasilIndeks, goyangan: Goyangan = BIASA, undian: int = UNDIAN, benih: int = BENIH
) -> Ketidakpastian:
    """Return the intervals of the values and ranks of an index; units without a value have none."""
    ragam = make_ragam(hasil, goyangan)
    nilai, semua = _draw(ragam, goyangan, undian, benih)
    peringkat = rank_tinggi(semua, hasil.indeks.desimal)
    return Ketidakpastian(
        _selang(nilai, ragam.satuan),
        _selang(peringkat, ragam.satuan),
        undian,
        benih,
        tuple(ragam.angka),
        len(ragam.agregasi),
    )


def peluang_lebih_tinggi(
    hasil: HasilIndeks,
    a: object,
    b: object,
    goyangan: Goyangan = BIASA,
    undian: int = UNDIAN,
    benih: int = BENIH,
) -> Peluang:
    """Return in which share of the draws unit a has a higher value than unit b; both must have one."""
    ragam = make_ragam(hasil, goyangan)
    _nilai, semua = _draw(ragam, goyangan, undian, benih)
    satu, dua = (semua[:, ragam.satuan.get_loc(u)] for u in (a, b))
    p = float((satu > dua).mean())
    # Wilson's half-width: of no draw out of 2.000 one may not say that it cannot be.
    z2 = DUA_GALAT**2 / undian
    galat = DUA_GALAT * np.sqrt(p * (1 - p) / undian + z2 / (4 * undian)) / (1 + z2)
    return Peluang(p, float(galat), undian, benih)


def rank_tinggi(nilai: Larik, desimal: int) -> Larik:
    """Return ranks (draws, units), 1 the highest; values that are told alike share the better rank."""
    bulat = np.floor(nilai * 10.0**desimal + 0.5)
    hasil: Larik = rankdata(-bulat, method="min", axis=-1)
    return hasil


def _draw(ragam: Ragam, goyangan: Goyangan, undian: int, benih: int) -> tuple[Larik, Larik]:
    """Return the values under the index's own normalisation, and those under all."""
    acak = np.random.default_rng(benih)
    bobot = draw_bobot(ragam, goyangan, undian, acak)
    agregasi = draw_cara(len(ragam.agregasi), undian, acak)
    sendiri = compute_ragam(ragam, bobot, np.zeros(undian, int), agregasi)
    if len(ragam.angka) == 1:
        return sendiri, sendiri
    return sendiri, compute_ragam(ragam, bobot, draw_cara(len(ragam.angka), undian, acak), agregasi)


def _selang(undian: Larik, satuan: pd.Index) -> pd.DataFrame:
    urut = np.sort(undian, axis=0)
    tepi = (1 - BAGIAN) / 2
    kolom = {n: _kuantil(urut, q) for n, q in (("bawah", tepi), ("tengah", 0.5), ("atas", 1 - tepi))}
    kolom["galat"] = np.maximum(_galat(urut, tepi), _galat(urut, 1 - tepi))
    return pd.DataFrame(kolom, index=satuan)


def _kuantil(urut: Larik, q: float) -> Larik:
    """Return a draw that is there, not one between two: a rank stays a rank."""
    hasil: Larik = urut[min(int(q * len(urut)), len(urut) - 1)]
    return hasil


def _galat(urut: Larik, q: float) -> Larik:
    """Return how far the quantile is known: half the way between the draws that enclose it with 95 %."""
    n = len(urut)
    jarak = DUA_GALAT * np.sqrt(n * q * (1 - q))
    rendah, tinggi = (int(np.clip(q * n + t, 0, n - 1)) for t in (-jarak, jarak))
    hasil: Larik = (urut[tinggi] - urut[rendah]) / 2
    return hasil
