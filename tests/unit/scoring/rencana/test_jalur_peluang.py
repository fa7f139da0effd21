"""The cheapest plan for a chance: exact over the stated futures, honest on fresh ones."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kla_lib.rules.verifikasi import UTAMA
from kla_lib.scoring.perkiraan.susunan import KEADAAN_DOKUMEN
from kla_lib.scoring.rencana.kegiatan import DaftarKegiatan, Tempat
from kla_lib.scoring.rencana.masalah import Masalah
from kla_lib.scoring.rencana.peluang import (
    MasaDepan,
    best_chance,
    cheapest_for_chance,
    cost_chance_curve,
    peluang_rencana,
    syarat_peluang,
    tambah_per_poin,
)
from kla_lib.scoring.rencana.pemecah import AKAR, Jatah, Syarat, selesaikan
from tests.pembantu.jalur_uji import masalah, masalah_acak, masalah_em_acak, semua_rencana
from tests.pembantu.perkiraan_uji import undian_kota


def masa_depan(m: Masalah, benih: int, n: int = 12) -> MasaDepan:
    acak = np.random.default_rng(benih)
    return MasaDepan(acak.normal(100, 3, n), acak.beta(4, 2, (n, len(m.ruang))))


@given(masalah_acak(), st.integers(0, 10_000), st.sampled_from([0.3, 0.5, 0.8, 0.9]))
def test_the_cheapest_plan_for_a_chance_is_the_best_of_all_plans(m: Masalah, benih: int, minta: float) -> None:
    s, semua = masa_depan(m, benih), semua_rencana(m)
    cukup = semua.peluang(s, 102) >= minta - 1e-9
    solusi = cheapest_for_chance(m, s, 102, minta)
    assert (solusi is not None) == cukup.any()
    if solusi is None:
        return
    letak = int(np.flatnonzero((semua.pilih == solusi.pilih).all(axis=1))[0])
    assert solusi.terbukti and cukup[letak]
    assert tuple(semua.ukuran(m)[letak]) == semua.termurah(m, cukup)


@given(masalah_em_acak(), st.integers(0, 10_000), st.sampled_from([0.3, 0.8]))
def test_the_cheapest_plan_for_a_chance_closes_the_distance_of_the_em(m: Masalah, benih: int, minta: float) -> None:
    s, semua = masa_depan(m, benih), semua_rencana(m)
    cukup = semua.peluang(s, 102) >= minta - 1e-9
    solusi = cheapest_for_chance(m, s, 102, minta)
    assert (solusi is not None) == cukup.any()
    if solusi is not None:
        letak = int(np.flatnonzero((semua.pilih == solusi.pilih).all(axis=1))[0])
        assert tuple(semua.ukuran(m)[letak]) == semua.termurah(m, cukup)


@given(masalah_acak(), st.integers(0, 10_000))
def test_the_best_chance_is_the_best_of_all_plans(m: Masalah, benih: int) -> None:
    s, semua = masa_depan(m, benih), semua_rencana(m)
    solusi = best_chance(m, s, 104)
    letak = int(np.flatnonzero((semua.pilih == solusi.pilih).all(axis=1))[0])
    assert solusi.terbukti
    assert semua.peluang(s, 104)[letak] == semua.peluang(s, 104).max()


def test_a_city_that_already_has_the_chance_needs_no_action() -> None:
    s = MasaDepan(np.array([801.0] * 9 + [700.0]), np.ones((10, 1)))
    solusi = cheapest_for_chance(masalah([1], [5]), s, 800.01, 0.9)
    assert solusi is not None and not solusi.pilih.any()


def test_a_chance_out_of_reach_has_no_plan() -> None:
    s = MasaDepan(np.full(10, 700.0), np.ones((10, 1)))
    assert cheapest_for_chance(masalah([1], [5]), s, 800.01, 0.8) is None
    assert not best_chance(masalah([1], [5]), s, 800.01).pilih.any()


def test_the_action_whose_points_survive_is_worth_more_than_the_one_with_more_points() -> None:
    s = MasaDepan(np.full(10, 98.0), np.tile([0.9, 0.2], (10, 1)))
    solusi = cheapest_for_chance(masalah([1, 1], [3, 5]), s, 100, 0.8)
    assert solusi is not None and list(solusi.pilih) == [True, False]


def test_the_monte_carlo_error_is_that_of_a_share() -> None:
    s = MasaDepan(np.r_[np.full(64, 900.0), np.zeros(36)], np.zeros((100, 1)))
    p = peluang_rencana(masalah([1], [5]), s, np.array([False]), 800)
    assert (p.besaran, p.galat) == (0.64, pytest.approx(0.048))


def test_fresh_futures_confirm_the_chance_within_a_few_points_in_a_hundred() -> None:
    m = masalah([3, 2, 4, 1, 5, 2], [4, 3, 5, 1, 6, 2])
    banyak, segar = masa_depan(m, 1, 10_000), masa_depan(m, 2, 10_000)
    solusi = cheapest_for_chance(m, banyak.merata(300), 103, 0.8)
    assert solusi is not None
    assert peluang_rencana(m, segar, solusi.pilih, 103).besaran == pytest.approx(0.8, abs=0.06)


def test_even_futures_keep_the_spread_of_all_of_them() -> None:
    semua = MasaDepan(np.random.default_rng(3).normal(700, 50, 9_000), np.ones((9_000, 1)))
    sedikit = semua.merata(100)
    assert np.median(sedikit.dasar) == pytest.approx(np.median(semua.dasar), abs=2)
    assert np.std(sedikit.dasar) == pytest.approx(np.std(semua.dasar), rel=0.03)


def test_the_curve_rises_in_cost_and_in_chance() -> None:
    m = masalah([3, 2, 4, 1, 5, 2], [4, 3, 5, 1, 6, 2])
    kurva = cost_chance_curve(m, masa_depan(m, 5, 200), 104, [0.1, 0.3, 0.5, 0.7, 0.9, 0.99])
    assert len(kurva) >= 4
    assert [b for b, _p, _s in kurva] == sorted(b for b, _p, _s in kurva)
    assert [p for _b, p, _s in kurva] == sorted({p for _b, p, _s in kurva})


def tempat(keadaan: str) -> Tempat:
    return Tempat(("klaster_1", "4", "4"), 5.0, (("R1", (1.0, 1.0, 1.0)),), False, keadaan, 0.0, "a")


def test_a_new_point_brings_what_survives_and_a_recorded_one_only_the_difference() -> None:
    tempat_semua = tuple(tempat(k) for k in ("", "tanpa", "belum", "lengkap"))
    daftar = DaftarKegiatan("berdokumen", 0.0, (), tempat_semua, ())
    bagian = {"lengkap": np.array([0.9, 0.8]), "tanpa": np.array([0.3, 0.2]), "belum": np.array([0.7, 0.5])}
    tambah = tambah_per_poin(daftar, bagian, np.array([0.85, 0.75]))
    assert tambah == pytest.approx(np.array([[0.85, 0.6, 0.2, 0.0], [0.75, 0.6, 0.3, 0.0]]))


def test_points_that_a_verifier_has_seen_gain_nothing_by_documents_and_new_ones_come_as_before() -> None:
    daftar = DaftarKegiatan("em", 0.0, (), (tempat(""), tempat("tanpa")), ())
    u = undian_kota(700, va=600)[UTAMA]
    tambah = tambah_per_poin(daftar, {nama: u.akhir(k) for k, nama in enumerate(KEADAAN_DOKUMEN)}, u.baru)
    assert not tambah[:, 1].any()
    assert tambah[:, 0] == pytest.approx(u.q * u.r)


def test_a_document_never_takes_points_away() -> None:
    daftar = DaftarKegiatan("berdokumen", 0.0, (), (tempat("tanpa"),), ())
    bagian = {"lengkap": np.array([0.5]), "tanpa": np.array([0.6])}
    assert tambah_per_poin(daftar, bagian, np.array([0.5])) == np.array([[0.0]])


def test_a_search_that_may_not_work_still_gives_a_plan_that_is_enough_and_says_that_it_is_not_proven() -> None:
    m = masalah([3, 2, 4, 1, 5, 2], [4, 3, 5, 1, 6, 2])
    s = masa_depan(m, 5, 200)
    solusi = cheapest_for_chance(m, s, 104, 0.5, kerja=0)
    assert solusi is not None and not solusi.terbukti
    assert peluang_rencana(m, s, solusi.pilih, 104).besaran >= 0.5
    assert not best_chance(m, s, 104, kerja=0).terbukti


def test_a_search_takes_no_more_work_than_it_may_and_ends_at_the_same_place_each_time() -> None:
    acak = np.random.default_rng(4)
    m = masalah([float(n) for n in acak.integers(1, 9, 40)], [float(n) / 4 for n in acak.integers(1, 25, 40)])
    s = masa_depan(m, 1, 120)
    syarat, tambahan = syarat_peluang(m, s, 130, 0.6) or (Syarat(), 0)
    tujuan = np.r_[m.utama + 0.01 * np.arange(40), np.zeros(len(m.ruang) + tambahan)]
    kerja = 3 * len(syarat.isi)
    jatah = [Jatah(kerja), Jatah(kerja)]
    jawab = [selesaikan(m, tujuan, syarat, j, tambahan) for j in jatah]
    assert not jawab[0][1]
    assert kerja - jatah[0].sisa <= (AKAR + 3) * len(syarat.isi)
    assert jatah[0].sisa == jatah[1].sisa and jawab[0][1] == jawab[1][1]
    assert np.array_equal(jawab[0][0], jawab[1][0])
    assert selesaikan(m, tujuan, syarat, jatah[0], tambahan) == (None, False)
