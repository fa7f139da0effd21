"""Turn drawn totals into chances, quantiles and marks of how good a forecast was."""

import numpy as np
import numpy.typing as npt

from kla_lib.rules.kategori import DaftarKategori, Kategori
from kla_lib.scoring.nilai.kategori import peringkat_kategori
from kla_lib.scoring.nilai.nilai import Larik

TINGKAT_KUANTIL = tuple(round(0.05 * n, 2) for n in range(1, 20))
"""The quantiles that a forecast keeps: 5 %, 10 %, … 95 %."""

PELUANG_TERKECIL = 0.05
"""A chance below it is "less than 1 out of 10", one above its counterpart "more than 9": nothing is called certain."""


def peluang_kategori(total: Larik, daftar: DaftarKategori) -> dict[str, float]:
    """Return for every category, "below all" included, the share of drawn totals (draws,) in it; they add to 1.

    total: poin, rounded to two decimals.
    """
    banyak = np.bincount(peringkat_kategori(total, daftar), minlength=len(daftar.urutan))
    return genapkan({k: float(n / len(total)) for k, n in zip(daftar.urutan, banyak, strict=True)})


def genapkan(peluang: dict[str, float]) -> dict[str, float]:
    """Return chances whose Python `sum` is exactly 1: decimal shares may miss it in the sixteenth place.

    The largest chance that can close the gap is moved by as little.
    """
    if sum(peluang.values()) == 1.0:
        return dict(peluang)
    for nama in sorted(peluang, key=lambda k: -peluang[k]):
        for langkah in (1, -1, 2, -2, 3, -3, 4, -4):
            calon = {**peluang, nama: peluang[nama] + langkah * TERHALUS}
            if sum(calon.values()) == 1.0:
                return calon
    raise ValueError(f"chances that do not add to one: {peluang}")


TERHALUS = 2.0**-53
"""Half the distance between 1 and the next number."""


def peluang_mencapai(total: Larik, daftar: DaftarKategori) -> dict[str, float]:
    """Return for each category the chance of that one or a better one, from rounded totals (draws,)."""
    return {k.id: float(mencapai(total, k).mean()) for k in daftar.kategori}


def mencapai(total: Larik, sasaran: Kategori) -> npt.NDArray[np.bool_]:
    """Return whether rounded totals (any shape) reach a category, or a better one."""
    return np.asarray(total > sasaran.besaran if sasaran.di_atas else total >= sasaran.besaran)


def galat_monte_carlo(peluang: float, draws: int) -> float:
    """Return the standard error that a chance has because only so many draws were made; never quite zero."""
    p = (peluang * draws + 1) / (draws + 2)
    return float(np.sqrt(p * (1 - p) / draws))


def crps_undian(total: Larik, hasil: float) -> float:
    """Return the continuous ranked probability score (poin) of drawn totals against an outcome; 0 is perfect.

    E|X − y| − E|X − X'| / 2.  For a forecast without spread it is the absolute error.
    """
    x = np.sort(np.asarray(total, dtype=float))
    n = len(x)
    selisih = float(((2 * np.arange(1, n + 1) - n - 1) * x).sum()) / n**2
    return float(np.abs(x - hasil).mean()) - selisih


def crps_kuantil(kuantil: Larik, tingkat: Larik, hasil: float) -> float:
    """Return the same score from quantiles (m,) at evenly spaced levels (m,): twice the mean pinball loss."""
    beda = hasil - np.asarray(kuantil, dtype=float)
    t = np.asarray(tingkat, dtype=float)
    return float(2 * np.maximum(t * beda, (t - 1) * beda).mean())
