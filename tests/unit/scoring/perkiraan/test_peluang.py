"""Chances, their error, and the marks a forecast gets."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kla_lib.scoring.perkiraan.peluang import (
    TINGKAT_KUANTIL,
    crps_kuantil,
    crps_undian,
    galat_monte_carlo,
    genapkan,
    peluang_kategori,
    peluang_mencapai,
)
from tests.pembantu.berisi import berisi
from tests.pembantu.perkiraan_uji import KATEGORI


def test_totals_on_an_edge_fall_where_the_rule_of_fractions_puts_them() -> None:
    total = np.array([499.99, 500.0, 600.0, 600.01, 950.0])
    assert list(peluang_kategori(total, KATEGORI).values()) == [0.2, 0.4, 0.2, 0.0, 0.0, 0.2]
    assert peluang_mencapai(total, KATEGORI) == {"pratama": 0.8, "madya": 0.4, "nindya": 0.2, "utama": 0.2, "kla": 0.2}


@given(st.lists(st.integers(0, 5000), min_size=6, max_size=6).filter(sum))
def test_chances_always_add_to_exactly_one(banyak: list[int]) -> None:
    p = genapkan({str(n): b / sum(banyak) for n, b in enumerate(banyak)})
    assert sum(p.values()) == 1.0
    assert all(x >= 0 for x in berisi(p.values()))


def test_the_error_of_a_chance_falls_with_the_root_of_the_draws_and_is_never_nothing() -> None:
    assert galat_monte_carlo(0.5, 10_000) == pytest.approx(0.005)
    assert galat_monte_carlo(0.5, 40_000) == pytest.approx(0.0025)
    assert 0 < galat_monte_carlo(0.0, 10_000) < 0.0002


def test_the_score_of_a_forecast_without_spread_is_its_distance() -> None:
    assert crps_undian(np.full(50, 600.0), 640.0) == pytest.approx(40)


def test_the_score_of_two_equally_likely_totals_worked_out_by_hand() -> None:
    # E|X - 0| = 5, E|X - X'| / 2 = 10 x 1/2 / 2 = 2.5.
    assert crps_undian(np.array([0.0, 10.0]), 0.0) == pytest.approx(2.5)


def test_kept_quantiles_score_nearly_as_the_draws_do() -> None:
    total = np.random.default_rng(4).normal(600, 80, 20_000)
    kuantil = np.quantile(total, TINGKAT_KUANTIL)
    for hasil in (450.0, 600.0, 730.0):
        assert crps_kuantil(kuantil, np.array(TINGKAT_KUANTIL), hasil) == pytest.approx(
            crps_undian(total, hasil), rel=0.1
        )
