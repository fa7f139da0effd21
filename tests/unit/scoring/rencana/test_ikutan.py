"""Which futures a chance has to ask about: the same choices as when every future is asked."""

import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from kla_lib.scoring.rencana.ikutan import bagi_masa_depan, ikut_tercapai


@given(st.integers(0, 10_000), st.integers(1, 10))
def test_the_futures_that_are_asked_about_allow_the_same_points_as_all_of_them(benih: int, perlu: int) -> None:
    acak = np.random.default_rng(benih)
    kisi = np.array(list(itertools.product(np.linspace(0, 1, 6), repeat=3))) * (terbanyak := acak.random(3) * 9)
    tambah, kurang = acak.random((10, 3)).round(1), acak.uniform(1, 6, 10).round(1)
    tambah[3:6], kurang[4:6] = tambah[3], kurang[4]  # futures that differ in the total alone, and two alike
    tercapai = kisi @ tambah.T >= kurang
    b = bagi_masa_depan(tambah, kurang, terbanyak, perlu)
    sisa = tercapai[:, b.bebas].sum(axis=1) >= perlu - b.banyak_wajib
    assert ((tercapai.sum(axis=1) >= perlu) == (tercapai[:, b.wajib].all(axis=1) & sisa)).all()


def test_a_future_that_needs_less_of_the_same_points_follows_and_needs_no_column() -> None:
    tambah, kurang = np.full((4, 2), 0.5), np.array([4.0, 1.0, 3.0, 2.0])
    assert ikut_tercapai(tambah, kurang, np.array([9.0, 9.0])).sum(axis=1).tolist() == [4, 1, 3, 2]
    b = bagi_masa_depan(tambah, kurang, np.array([9.0, 9.0]), 3)
    assert (b.wajib.tolist(), b.banyak_wajib, b.bebas.tolist()) == ([2], 3, [])


def test_a_future_that_needs_other_points_stays_a_choice() -> None:
    tambah, kurang = np.array([[1.0, 0.0], [0.0, 1.0]]), np.array([1.0, 1.0])
    b = bagi_masa_depan(tambah, kurang, np.array([2.0, 2.0]), 1)
    assert (b.wajib.tolist(), b.bebas.tolist()) == ([], [0, 1])
