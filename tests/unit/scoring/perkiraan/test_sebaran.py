"""Betas by their middle and spread, chances of an interval, resampling by weight."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import norm

from kla_lib.scoring.perkiraan.sebaran import ambil_menurut, bentuk_beta, peluang_antara


def test_a_beta_has_the_middle_and_the_spread_that_were_asked_for() -> None:
    a, b = (float(x) for x in bentuk_beta(0.9, 0.05))
    assert a / (a + b) == pytest.approx(0.9)
    assert np.sqrt(a * b / ((a + b) ** 2 * (a + b + 1))) == pytest.approx(0.05)


def test_a_spread_that_no_share_can_have_is_drawn_as_almost_all_or_almost_nothing() -> None:
    a, b = bentuk_beta(0.5, 10.0)
    assert float(a + b) == 3


def test_the_chance_of_an_interval_is_that_of_the_normal_and_a_lower_end_of_zero_is_none() -> None:
    tengah, simpangan = np.array([600.0, 50.0]), np.array([100.0, 100.0])
    assert peluang_antara(tengah, simpangan, 500, 700) == pytest.approx(
        norm.cdf(700, tengah, simpangan) - norm.cdf(500, tengah, simpangan)
    )
    assert peluang_antara(tengah, simpangan, 0, 700) == pytest.approx(norm.cdf(700, tengah, simpangan))


@given(st.lists(st.floats(0, 10), min_size=1, max_size=20).filter(lambda w: sum(w) > 0), st.floats(0, 0.999))
def test_each_position_is_taken_as_often_as_its_weight_asks_to_within_one(bobot: list[float], mulai: float) -> None:
    banyak = np.bincount(ambil_menurut(np.array(bobot), 100, mulai), minlength=len(bobot))
    assert banyak.sum() == 100
    assert np.abs(banyak - 100 * np.array(bobot) / sum(bobot)).max() <= 1 + 1e-9
