"""How the final score of a region moves over the years, and what its record weighs."""

from dataclasses import replace

import numpy as np
import pytest
from scipy.optimize import minimize
from scipy.stats import norm

from kla_lib.rules.bukti.pengamatan import load_bukti
from kla_lib.scoring.perkiraan.pindah import bobot_rekor, fit_perpindahan, rata_tahun
from tests.pembantu.params_uji import PARAMS
from tests.pembantu.perkiraan_uji import MODEL, VERIFIKASI

BUKTI = load_bukti(PARAMS)


def test_scores_of_a_region_stay_alike_from_year_to_year_and_one_in_ten_starts_anew() -> None:
    p = MODEL.perpindahan
    assert p.banyak == 41
    assert float(p.bobot.sum(axis=(1, 2)) @ np.array(p.asumsi.phi)) == pytest.approx(0.905, abs=0.015)
    assert float(p.bobot.sum(axis=(0, 1)) @ np.array(p.asumsi.pi)) == pytest.approx(0.09, abs=0.03)


def test_mean_and_spread_of_all_regions_are_those_of_the_national_counts() -> None:
    sensus = sorted((p for p in BUKTI if p.jenis == "nasional" and p.tahun == 2025), key=lambda p: p.rendah)
    banyak, tepi = np.array([p.banyak for p in sensus]), np.array([-np.inf, 500, 600, 700, 800, 900, np.inf])

    def minus_log(x):
        bagian = np.diff(norm.cdf(tepi, x[0], x[1]))
        return -banyak @ np.log(np.maximum(bagian, 1e-12))

    tengah, simpangan = minimize(minus_log, (600, 120), method="Nelder-Mead").x
    assert tengah == pytest.approx(VERIFIKASI.pindah.rata[2025], abs=3)
    assert simpangan == pytest.approx(VERIFIKASI.pindah.simpangan, abs=6)


def test_between_two_years_the_mean_lies_between_and_after_the_last_it_stays() -> None:
    a = VERIFIKASI.pindah
    assert rata_tahun(a, 2024) == pytest.approx((599 + 590.3) / 2)
    assert rata_tahun(a, 2030) == 590.3


def test_without_moves_nothing_is_known_but_the_grid() -> None:
    p = fit_perpindahan((), VERIFIKASI.pindah, 500)
    assert p.banyak == 0
    assert np.ptp(p.bobot) == 0


def test_moves_that_stay_in_their_category_raise_the_likeness() -> None:
    tetap = [replace(p, rendah=p.dari_rendah, tinggi=p.dari_tinggi) for p in BUKTI if p.jenis == "vf_vf"]
    awal, baru = MODEL.perpindahan, fit_perpindahan(tetap, VERIFIKASI.pindah, 500)
    phi = np.array(awal.asumsi.phi)
    assert baru.bobot.sum(axis=(1, 2)) @ phi > awal.bobot.sum(axis=(1, 2)) @ phi


def test_a_record_favours_scores_like_it_and_rules_none_out() -> None:
    akhir = np.linspace(300, 1000, 71)
    w = bobot_rekor(MODEL.perpindahan, akhir, 600, 700, 2023, 2025)
    assert 620 <= akhir[w.argmax()] <= 700
    assert w.min() > 0.005
    lama = bobot_rekor(MODEL.perpindahan, akhir, 600, 700, 2021, 2025)
    assert w.max() / w.min() > lama.max() / lama.min()
