"""Whether other weights of the klaster would change the category."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kla_lib.scoring.nilai.kategori import kategori_of
from kla_lib.scoring.skenario.bobot import kotak_bobot, peringkat_daerah, selang_bobot, total_berbobot
from tests.pembantu.berisi import berisi
from tests.pembantu.perkiraan_uji import KATEGORI, buku_contoh

# Kabupaten Sumbawa 2022, final points per klaster as published, kecamatan and desa/kelurahan apart: 505.85, Pratama.
NAMA = ("kelembagaan", "klaster_1", "klaster_2", "klaster_3", "klaster_4", "klaster_5", "kecamatan", "desa")
NILAI = np.array([83.5, 53, 78, 94.5, 44.5, 104.85, 17, 30.5])
MAKS = np.array([150.0, 115, 170, 150, 110, 205, 25, 75])


def test_with_the_weights_of_the_form_a_simulated_total_is_the_sum() -> None:
    assert float(total_berbobot(NILAI, MAKS, MAKS)) == pytest.approx(505.85)
    assert float(total_berbobot(NILAI, MAKS, 7 * MAKS)) == pytest.approx(505.85)


def test_a_quarter_more_or_less_on_every_weight_of_sumbawa_stays_within_the_measured_totals() -> None:
    k = kotak_bobot(NAMA, NILAI, MAKS, KATEGORI, 0.25)
    assert (k.terendah, k.tertinggi) == pytest.approx((489.7, 522.6), abs=0.5)
    assert k.kategori == ("di_bawah_pratama", "pratama")
    assert k.mengubah
    assert k.sendiri == (), "no single weight is enough"


def test_the_corners_give_the_extremes_and_no_point_of_the_box_lies_outside() -> None:
    k = kotak_bobot(NAMA, NILAI, MAKS, KATEGORI, 0.25)
    for sudut, total in ((k.sudut_terendah, k.terendah), (k.sudut_tertinggi, k.tertinggi)):
        assert float(total_berbobot(NILAI, MAKS, MAKS * np.array(list(sudut.values())))) == pytest.approx(
            total, abs=0.01
        )
    acak = MAKS * np.random.default_rng(2).uniform(0.75, 1.25, (5000, len(MAKS)))
    total = total_berbobot(NILAI, MAKS, acak)
    assert k.terendah <= total.min() and total.max() <= k.tertinggi


def test_no_reasonable_weight_changes_the_category_of_a_city_far_from_an_edge() -> None:
    _, hasil, kategori = buku_contoh("ogan-ilir-2024")
    t = hasil.klaster
    nilai, maks = t["nilai"].to_numpy(dtype=float), t["nilai_maksimal"].to_numpy(dtype=float)
    k = kotak_bobot(tuple(t["klaster"]), nilai, maks, kategori, 0.25)
    assert (k.kategori, k.mengubah, k.sendiri) == (("nindya",), False, ())


def test_a_weight_that_changes_the_category_alone_is_named() -> None:
    k = kotak_bobot(("a", "b"), np.array([400.0, 105.0]), np.array([500.0, 500.0]), KATEGORI, 0.25)
    assert k.sendiri == ("a", "b")


def total_dengan(letak: int, bobot: float, nilai: np.ndarray, maks: np.ndarray) -> float:
    w = maks / maks.sum()
    lain = w * (1 - bobot) / (1 - w[letak])
    lain[letak] = bobot
    return float(total_berbobot(nilai, maks, lain))


@given(st.lists(st.integers(1, 99), min_size=3, max_size=7), st.data())
def test_the_category_holds_inside_the_interval_and_not_beyond_its_ends(persen: list[int], data: st.DataObject) -> None:
    maks = np.array(data.draw(st.lists(st.integers(50, 200), min_size=len(persen), max_size=len(persen))), dtype=float)
    maks *= 1000 / maks.sum()
    nilai = maks * np.array(persen) / 100
    resmi = kategori_of(round(float(nilai.sum()), 2), KATEGORI)
    for letak, s in berisi(enumerate(selang_bobot([str(n) for n in range(len(maks))], nilai, maks, KATEGORI))):
        for bagian in (0.02, 0.5, 0.98):
            dalam = s.terendah + bagian * (s.tertinggi - s.terendah)
            total = total_dengan(letak, dalam, nilai, maks)
            dekat = min(abs(total - k.besaran) for k in KATEGORI.kategori) < 0.02
            assert dekat or kategori_of(round(total, 2), KATEGORI) == resmi
        for luar in (s.terendah - 0.02, s.tertinggi + 0.02):
            total = total_dengan(letak, luar, nilai, maks)
            dekat = min(abs(total - k.besaran) for k in KATEGORI.kategori) < 0.02
            assert not 0 < luar < 1 or dekat or kategori_of(round(total, 2), KATEGORI) != resmi


def test_an_interval_worked_out_by_hand() -> None:
    # Shares .8 and .21 of 500 each: total 505.  With weight x of the first: 1000 (.8 x + .21 (1 - x)) = 500 at
    # x = .4915, and 600 at x = .6610.
    a, _ = selang_bobot(("a", "b"), np.array([400.0, 105.0]), np.array([500.0, 500.0]), KATEGORI)
    assert (a.bobot, round(a.terendah, 4), round(a.tertinggi, 4)) == (0.5, 0.4915, 0.6610)


def test_every_corner_is_tried() -> None:
    k = kotak_bobot(("a", "b", "c"), np.array([90.0, 200.0, 300.0]), np.array([300.0, 300.0, 400.0]), KATEGORI, 0.1)
    semua = [
        float(
            total_berbobot(
                np.array([90.0, 200.0, 300.0]), np.array([300.0, 300.0, 400.0]), np.array(f) * [300, 300, 400]
            )
        )
        for f in product((0.9, 1.1), repeat=3)
    ]
    assert (k.terendah, k.tertinggi) == pytest.approx((min(semua), max(semua)), abs=0.006)


def test_ranks_are_those_of_a_plain_count_of_better_cities_and_ties_share_the_better_one() -> None:
    acak = np.random.default_rng(3)
    nilai = MAKS * acak.integers(0, 5, (40, len(MAKS))) / 4
    bobot = np.vstack([MAKS, MAKS * acak.uniform(0.75, 1.25, (300, len(MAKS)))])
    peringkat = peringkat_daerah(nilai, MAKS, bobot)
    total = np.round(total_berbobot(nilai, MAKS, bobot), 2)
    for n in (0, 1, 255, 256, 300):
        assert peringkat[n].tolist() == [1 + int((total[n] > t).sum()) for t in total[n]]
