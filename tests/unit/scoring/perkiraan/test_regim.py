"""The effect that one city and its verifier have in common."""

import numpy as np
import pytest
from scipy import stats

from kla_lib.scoring.perkiraan.regim import Regim, logistik, logit, regim_of, riwayat_daerah, undi_regim
from tests.pembantu.perkiraan_uji import VERIFIKASI, dengan_pasangan, pasangan


def test_a_posterior_worked_out_by_hand() -> None:
    # logit(.75) = 1.0986 and logit(.50) = 0: mean .5493, squares about it .6035.
    # Centre (2 x 1 + 2 x .5493) / 4 = .7747.  Scale: (3 x 1 + .6035 + 2 x 2 / 4 x (.5493 - 1)^2) / 5 = .7613,
    # times 1 + 1/4: .9517, root .9755.
    r = regim_of(dengan_pasangan(pasangan("A", 0.75), pasangan("B", 0.50)), "em_va")
    assert (round(r.pusat, 4), round(r.skala, 4), r.derajat, r.banyak) == (0.7747, 0.9755, 5, 2)


def test_without_pairs_the_prior_speaks() -> None:
    r = regim_of(dengan_pasangan(), "em_va")
    assert (r.pusat, r.derajat, r.banyak) == (1.0, 3, 0)
    assert r.skala == pytest.approx(np.sqrt(1.5))


def test_each_step_knows_only_its_own_pairs() -> None:
    assert regim_of(VERIFIKASI, "em_va").banyak == 8
    assert regim_of(VERIFIKASI, "va_vf").banyak == 2


def test_own_history_moves_the_centre_part_of_the_way_and_narrows_the_spread() -> None:
    # w = .49 / (.49 + .25) = .6622; centre .6622 x 2.1972 + .3378 x 1 = 1.7928.
    v = dengan_pasangan()
    r = regim_of(v, "em_va", [pasangan("Kota", 0.90)])
    assert round(r.pusat, 4) == 1.7928
    assert r.skala < regim_of(v, "em_va").skala
    lama = regim_of(v, "em_va", [pasangan("Kota", 0.90)] * 50)
    assert 1.7928 < lama.pusat < logit(0.90)
    assert lama.skala > 0.5 / np.sqrt(0.74) * 0.99, "one city still differs from year to year"


def test_a_city_among_the_published_ones_does_not_count_twice() -> None:
    sendiri = riwayat_daerah(VERIFIKASI, "Kabupaten Kotawaringin Timur", 2024)
    em_va = [p for p in sendiri if p.langkah == "em_va"]
    assert len(em_va) == 3
    r = regim_of(VERIFIKASI, "em_va", sendiri)
    assert r.derajat == regim_of(VERIFIKASI, "em_va", tanpa=["Kabupaten Kotawaringin Timur"]).derajat == 8


def test_history_is_of_earlier_years_only() -> None:
    assert riwayat_daerah(VERIFIKASI, "Kabupaten Bekasi", 2025) == ()
    assert len(riwayat_daerah(VERIFIKASI, "Kabupaten Bekasi", 2026)) == 2


def test_logit_and_logistic_undo_each_other() -> None:
    p = np.array([0.001, 0.3, 0.5, 0.97])
    assert logistik(logit(p)) == pytest.approx(p)


def peringkat(faktor: float, ulang: int = 2000, undian: int = 99) -> np.ndarray:
    """Simulate from the prior, fit, and rank a new city among the predicted ones."""
    acak = np.random.default_rng(7)
    v = dengan_pasangan()
    hasil = []
    for _ in range(ulang):
        sigma = np.sqrt(v.nu0 * v.s0**2 / acak.chisquare(v.nu0))
        mu = acak.normal(v.m0, sigma / np.sqrt(v.n0))
        z = np.clip(acak.normal(mu, sigma, 7), -12, 12)
        lihat = [pasangan(str(n), float(b)) for n, b in enumerate(logistik(z[:6]))]
        r = regim_of(dengan_pasangan(*lihat, bagian_tertinggi=1 - 1e-9), "em_va")
        r = Regim(r.pusat, r.skala * faktor, r.derajat, r.banyak)
        hasil.append(int((undi_regim(r, undian, acak) < z[6]).sum()))
    return np.bincount(np.array(hasil) // 10, minlength=10)


def test_ranks_of_simulated_cities_are_level_and_would_not_be_with_half_the_spread() -> None:
    assert stats.chisquare(peringkat(1.0)).pvalue > 0.01
    assert stats.chisquare(peringkat(0.5)).pvalue < 1e-6
