"""Ranks over regions are ranges: they are as wide as weights and chance make them, and no wider."""

import numpy as np
import pytest

from kla_lib.scoring.provinsi.peringkat import banyak_mencapai, peringkat_bobot, rentang_peringkat


def test_regions_that_never_change_places_have_one_rank_and_every_pair_is_settled() -> None:
    r = rentang_peringkat(np.tile([700.0, 500.0, 600.0], (400, 1)))
    assert r.rendah.tolist() == r.tinggi.tolist() == [1, 3, 2]
    assert (r.terpisah, r.galat, r.draws) == (1.0, 0.0, 400)


def test_two_equal_regions_share_all_ranks_between_them_and_no_pair_is_settled() -> None:
    acak = np.random.default_rng(1)
    r = rentang_peringkat(acak.normal(600, 50, (4000, 2)))
    assert (r.rendah.tolist(), r.tinggi.tolist(), r.terpisah) == ([1, 1], [2, 2], 0.0)


def test_the_error_told_shrinks_with_more_draws() -> None:
    acak = np.random.default_rng(2)
    total = acak.normal(np.linspace(500, 700, 20), 60, (8000, 20))
    sedikit, banyak = rentang_peringkat(total[:200]), rentang_peringkat(total)
    assert 0 < banyak.galat < sedikit.galat


def test_weights_move_only_regions_that_are_strong_in_different_klaster() -> None:
    maks = np.array([100.0, 100.0])
    berbeda = peringkat_bobot(np.array([[90.0, 50.0], [50.0, 90.0], [10.0, 10.0]]), maks, 0.25, seed=1)
    assert berbeda.rendah.tolist() == [1, 1, 3]
    assert berbeda.tinggi.tolist() == [2, 2, 3]
    serupa = peringkat_bobot(np.array([[90.0, 90.0], [50.0, 50.0]]), maks, 0.25, seed=1)
    assert serupa.rendah.tolist() == serupa.tinggi.tolist() == [1, 2]


def test_how_many_regions_reach_a_category_is_counted_draw_by_draw() -> None:
    """Two regions with one chance in two each: their luck may go together or against each other."""
    lempar = np.arange(1000) % 2 == 0
    assert banyak_mencapai([lempar, lempar]) == (1.0, 0, 2)
    assert banyak_mencapai([lempar, ~lempar]) == (1.0, 1, 1)


@pytest.mark.parametrize("banyak", [2, 5])
def test_equal_totals_share_the_better_rank(banyak: int) -> None:
    r = rentang_peringkat(np.full((100, banyak), 640.0))
    assert r.tinggi.tolist() == [1] * banyak
