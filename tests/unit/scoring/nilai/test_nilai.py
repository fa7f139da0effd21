import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from kla_lib.scoring.nilai.nilai import jumlah_per_induk, nilai_indikator, nilai_klaster, nilai_total

INDUK = np.array([0, 0, 1, 2, 2, 2])
MAKSIMAL = np.array([10.0, 5.0, 12.0])


def test_points_add_to_their_parent() -> None:
    assert jumlah_per_induk(np.array([1.0, 2.0, 3.0, 4.0, 5.0, 6.0]), INDUK, 3).tolist() == [3, 3, 15]


def test_a_parent_without_children_has_no_points() -> None:
    assert jumlah_per_induk(np.array([1.0]), np.array([2]), 4).tolist() == [0, 0, 1, 0]


def test_points_that_were_not_recorded_add_nothing() -> None:
    assert jumlah_per_induk(np.array([1.0, np.nan, np.nan, 4.0, np.nan, 6.0]), INDUK, 3).tolist() == [1, 0, 10]


def test_an_indikator_is_capped_at_its_maximum() -> None:
    assert nilai_indikator(np.array([6.0, 6.0, 5.0, 4.0, 4.0, 4.5]), INDUK, MAKSIMAL).tolist() == [10, 5, 12]


def test_a_klaster_is_the_plain_sum_of_its_indikator() -> None:
    assert nilai_klaster(np.array([10.0, 5.0, 12.0]), np.array([0, 1, 1]), 2).tolist() == [10, 17]


def test_six_marks_worth_exactly_600_total_exactly_600() -> None:
    nilai = np.array([147.37, 101.63, 83.55, 135.40, 77.35, 54.70])
    assert float(nilai.sum()) != 600  # this is why the total is rounded
    assert float(nilai_total(nilai)) == 600.0


@pytest.mark.parametrize(
    ("nilai", "total"), [([0.1, 0.2], 0.3), ([1.004], 1.0), ([1.006], 1.01), ([np.nan, 5.0], 5.0), ([np.nan], 0.0)]
)
def test_the_total_has_two_decimals_and_passes_over_unknown_points(nilai: list[float], total: float) -> None:
    assert float(nilai_total(np.array(nilai))) == total


def test_no_points_are_negative_or_averaged_for_many_cities_at_once() -> None:
    kota = np.array([[1.0, 2.0, 3.0, 4.0, 5.0, 6.0], [0.0, 0.0, np.nan, 0.0, 0.0, 0.0]])
    assert jumlah_per_induk(kota, INDUK, 3).tolist() == [[3, 3, 15], [0, 0, 0]]
    assert nilai_total(jumlah_per_induk(kota, INDUK, 3)).tolist() == [21, 0]


POIN = st.one_of(st.just(np.nan), st.floats(0, 12, width=32).map(float))


@given(arrays(float, (4, 6), elements=POIN))
def test_many_draws_at_once_are_the_same_as_one_by_one(nilai: np.ndarray) -> None:
    sekaligus = nilai_indikator(nilai, INDUK, MAKSIMAL)
    satu_satu = np.stack([nilai_indikator(baris, INDUK, MAKSIMAL) for baris in nilai])
    assert np.array_equal(sekaligus, satu_satu)
    assert np.array_equal(nilai_total(sekaligus), [nilai_total(baris) for baris in satu_satu])


@given(arrays(float, (2, 3, 6), elements=POIN))
def test_draws_of_many_cities_keep_their_axes(nilai: np.ndarray) -> None:
    hasil = nilai_indikator(nilai, INDUK, MAKSIMAL)
    assert hasil.shape == (2, 3, 3)
    assert np.array_equal(hasil[1, 2], nilai_indikator(nilai[1, 2], INDUK, MAKSIMAL))


@given(arrays(float, 6, elements=POIN))
def test_an_indikator_is_never_above_its_maximum_nor_below_zero(nilai: np.ndarray) -> None:
    hasil = nilai_indikator(nilai, INDUK, MAKSIMAL)
    assert (hasil <= MAKSIMAL).all()
    assert (hasil >= 0).all()


@given(arrays(float, 6, elements=POIN), st.integers(0, 5), st.floats(0, 12))
def test_more_points_never_lower_a_score(nilai: np.ndarray, letak: int, tambah: float) -> None:
    lebih = nilai.copy()
    lebih[letak] = np.nan_to_num(lebih[letak]) + tambah
    assert (nilai_indikator(lebih, INDUK, MAKSIMAL) >= nilai_indikator(nilai, INDUK, MAKSIMAL)).all()
