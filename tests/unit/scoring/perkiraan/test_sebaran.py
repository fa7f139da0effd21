"""The table of Beta distributions against the real ones."""

import numpy as np
import pytest
from scipy import stats

from kla_lib.scoring.perkiraan.sebaran import BANYAK_U, LANGKAH_P, baris, halus, tabel_beta, undi_acak

SEMUA = np.arange(1 << 16, dtype=np.uint16)
"""Every random number once: what comes out is the whole distribution, not a sample of it."""


@pytest.mark.parametrize("kekuatan", [4.0, 15.0])
@pytest.mark.parametrize("p", [0.01, 0.1, 0.305, 0.5, 0.731, 0.9, 0.985])
def test_drawn_shares_have_the_mean_spread_and_shape_of_the_beta(kekuatan: float, p: float) -> None:
    a, b = kekuatan * p, kekuatan * (1 - p)
    undian = np.sort(tabel_beta(kekuatan).ambil(baris(halus(np.full(len(SEMUA), p)), SEMUA), SEMUA).astype(float))
    assert undian.mean() == pytest.approx(p, abs=1 / (LANGKAH_P << 6))
    assert undian.std() == pytest.approx(stats.beta.std(a, b), rel=0.01, abs=2e-4)
    u = (np.arange(len(undian)) + 0.5) / len(undian)
    assert np.abs(undian - stats.beta.ppf(u, a, b)).mean() < 0.001, "mean distance between the quantiles"
    if 0.1 <= p <= 0.9:  # further out most of the mass lies on the last few floats before 0 or 1
        assert np.abs(stats.beta.cdf(undian, a, b) - u).max() < 0.005, "Kolmogorov-Smirnov distance"


@pytest.mark.parametrize("kekuatan", [4.0, 15.0])
def test_a_higher_share_never_draws_less_with_the_same_random_number(kekuatan: float) -> None:
    isi = tabel_beta(kekuatan).isi.reshape(LANGKAH_P + 1, BANYAK_U)
    assert (np.diff(isi, axis=0) >= 0).all()
    assert (np.diff(isi, axis=1) >= 0).all()


def test_nothing_and_everything_are_certain() -> None:
    t = tabel_beta(4.0)
    for p in (0.0, 1.0):
        assert set(t.ambil(baris(halus(np.full(len(SEMUA), p)), SEMUA), SEMUA)) == {p}


def test_endless_strength_means_no_spread() -> None:
    undian = tabel_beta(float("inf")).ambil(baris(halus(np.full(len(SEMUA), 0.75)), SEMUA), SEMUA)
    assert set(undian) == {0.75}


def test_random_numbers_are_level_and_repeat_with_their_seed() -> None:
    a = undi_acak(3, 10_001, np.random.default_rng(5))
    assert a.shape == (3, 10_001)
    assert (a == undi_acak(3, 10_001, np.random.default_rng(5))).all()
    assert stats.chisquare(np.bincount(a.ravel() >> 12, minlength=16)).pvalue > 0.01
    assert stats.chisquare(np.bincount(a.ravel() & 15, minlength=16)).pvalue > 0.01
