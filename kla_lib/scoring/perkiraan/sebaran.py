"""Draw and weigh: Betas from their middle and spread, chances of an interval, resampling by weight."""

import numpy as np
import numpy.typing as npt

from kla_lib.scoring.nilai.nilai import Larik

PALING_LEBAR = 3.0
"""The least strength (a + b) of a Beta: below it a spread says "almost all or almost nothing"."""


def bentuk_beta(tengah: Larik | float, simpangan: Larik | float) -> tuple[Larik, Larik]:
    """Return a and b of Betas with these middles (0 to 1) and standard deviations, any shape."""
    m, s = np.asarray(tengah, dtype=float), np.asarray(simpangan, dtype=float)
    kuat = np.maximum(m * (1 - m) / s**2 - 1, PALING_LEBAR)
    return m * kuat, (1 - m) * kuat


def peluang_antara(tengah: Larik, simpangan: Larik, rendah: float, tinggi: float) -> Larik:
    """Return the chance that a normal amount lies between two ends; a lower end of 0 stands for none."""
    from scipy.special import ndtr  # here: scipy takes a third of a second, and most pages forecast nothing

    bawah = ndtr((rendah - tengah) / simpangan) if rendah > 0 else 0.0
    return np.asarray(ndtr((tinggi - tengah) / simpangan) - bawah)


def ambil_menurut(bobot: Larik, banyak: int, mulai: float) -> npt.NDArray[np.intp]:
    """Return so many positions, each as often as its weight asks to within one; systematic resampling.

    bobot (n,): not negative, not all 0.  mulai: 0 to 1, the only chance in it.
    """
    jumlah = np.cumsum(bobot)
    letak = np.searchsorted(jumlah / jumlah[-1], (np.arange(banyak) + mulai) / banyak)
    return np.minimum(letak, len(bobot) - 1)
