import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kla_lib.rules.kategori import load_kategori
from kla_lib.scoring.nilai.kategori import dekat_ambang, jarak_ambang, kategori_of, peringkat_kategori
from tests.pembantu.params_uji import PARAMS

DAFTAR = load_kategori(PARAMS, 2024)


@pytest.mark.parametrize(
    ("nilai", "kategori"),
    [
        (499.99, "di_bawah_pratama"),
        (500, "pratama"),
        (600, "pratama"),
        (600.01, "madya"),
        (900.01, "kla"),
    ],
)
def test_a_total_falls_into_its_category(nilai: float, kategori: str) -> None:
    assert kategori_of(nilai, DAFTAR) == kategori


def test_many_totals_are_ranked_at_once_in_their_own_shape() -> None:
    nilai = np.array([[0, 500, 650], [750, 850, 950]])
    assert peringkat_kategori(nilai, DAFTAR).tolist() == [[0, 1, 2], [3, 4, 5]]


def test_the_distance_is_what_is_missing_or_negative_what_is_to_spare() -> None:
    jarak = {nama: float(j) for nama, j in jarak_ambang(771.81, DAFTAR).items()}
    assert jarak == {"pratama": -271.81, "madya": -171.81, "nindya": -71.81, "utama": 28.19, "kla": 128.19}


def test_distances_have_two_decimals() -> None:
    assert float(jarak_ambang(600.1, DAFTAR)["utama"]) == 199.9


def test_on_the_edge_the_distance_is_zero_and_the_category_still_missed() -> None:
    assert float(jarak_ambang(800, DAFTAR)["utama"]) == 0
    assert kategori_of(800, DAFTAR) == "nindya"


@pytest.mark.parametrize(
    ("nilai", "dekat"),
    [(599, True), (601, True), (598.99, False), (601.01, False), (500, True), (499, True), (750, False), (1000, False)],
)
def test_a_total_within_a_point_of_an_edge_is_flagged(nilai: float, dekat: bool) -> None:
    assert bool(dekat_ambang(nilai, DAFTAR)) is dekat


def test_many_totals_are_flagged_at_once() -> None:
    assert dekat_ambang(np.array([599.5, 650.0, 900.0]), DAFTAR).tolist() == [True, False, True]


@given(st.lists(st.floats(0, 1000), min_size=2, max_size=30))
def test_a_higher_total_never_has_a_lower_category(nilai: list[float]) -> None:
    peringkat = peringkat_kategori(np.sort(np.array(nilai)), DAFTAR)
    assert (np.diff(peringkat) >= 0).all()


@given(st.integers(0, 100_000).map(lambda n: n / 100))
def test_the_category_is_the_highest_one_that_is_not_missing(nilai: float) -> None:
    jarak = jarak_ambang(nilai, DAFTAR)
    tercapai = [k.id for k in DAFTAR.kategori if (jarak[k.id] < 0 if k.di_atas else jarak[k.id] <= 0)]
    assert kategori_of(nilai, DAFTAR) == (tercapai[-1] if tercapai else "di_bawah_pratama")
