"""How sure an index is: intervals that closed forms, published ranks and other seeds confirm."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import beta

from kla_lib.scoring.indeks.hitung import HasilIndeks, compute_indeks
from kla_lib.scoring.indeks.ketidakpastian import peluang_lebih_tinggi, vary_indeks
from kla_lib.scoring.indeks.ragam import Goyangan
from tests.unit.scoring.indeks.test_hitung import DUA, indeks, tabel, ukuran
from tests.unit.scoring.indeks.test_terbitan import MENTAH, TAI, baca

HANYA_BOBOT = Goyangan(normalisasi=False, agregasi=False)
DIAM = Goyangan(bobot="terbatas", lebar=0, normalisasi=False, agregasi=False)
ACAK = np.random.default_rng(5)
BANYAK = pd.DataFrame({"x": ACAK.uniform(5, 95, 514), "y": ACAK.uniform(5, 95, 514)})


def tai() -> HasilIndeks:
    return compute_indeks(MENTAH, TAI)


def test_where_nothing_is_varied_every_interval_is_the_value_and_the_rank_itself() -> None:
    k = vary_indeks(tai(), DIAM, undian=50)
    for ujung in ("bawah", "tengah", "atas"):
        assert (k.nilai[ujung] - tai().nilai).abs().max() < 1e-12
        assert (k.peringkat[ujung] == tai().peringkat).all()
    assert k.nilai["galat"].max() < 1e-12


def test_the_interval_of_two_weights_is_the_one_of_the_beta_distribution() -> None:
    hasil = compute_indeks(tabel(x=[0.0], y=[100.0]), indeks(ukuran("x", bobot=3), ukuran("y")))
    (r,) = vary_indeks(hasil, HANYA_BOBOT, undian=8_000).nilai.itertuples()
    assert (r.bawah, r.tengah, r.atas) == pytest.approx(beta(5, 15).ppf((0.05, 0.5, 0.95)), abs=2 * r.galat)
    assert 0 < r.galat < 0.01


def test_bounded_weights_go_no_further_than_their_bounds() -> None:
    hasil = compute_indeks(tabel(x=[0.0], y=[100.0]), indeks(ukuran("x"), ukuran("y")))
    (r,) = vary_indeks(hasil, Goyangan("terbatas", lebar=0.5, agregasi=False), undian=8_000).nilai.itertuples()
    assert 0.25 < r.bawah < 0.35
    assert 0.65 < r.atas < 0.75


def test_one_unit_has_the_interval_that_it_has_among_many() -> None:
    semua = vary_indeks(compute_indeks(BANYAK, DUA), Goyangan(normalisasi=False))
    satu = vary_indeks(compute_indeks(BANYAK.loc[[77]], DUA), Goyangan(normalisasi=False))
    assert len(semua.nilai) == 514
    assert satu.nilai.loc[77].tolist() == pytest.approx(semua.nilai.loc[77].tolist())


def test_the_ranks_that_the_handbook_prints_under_other_weights_lie_in_the_intervals() -> None:
    """Of 23 countries; Japan stands 4 with equal weights and anywhere from 1 to 10 in the intervals."""
    k = vary_indeks(tai()).peringkat
    cetak = baca("tai/peringkat.csv").loc[k.index]
    for cara in ("EW", "BAP", "AHP", "GME"):
        di_dalam = (cetak[cara] >= k["bawah"]) & (cetak[cara] <= k["atas"])
        assert di_dalam.sum() >= 21, cara
    assert k.loc["Japan", ["bawah", "atas"]].tolist() == [1, 10]


def test_the_same_seed_gives_the_same_and_another_moves_an_end_by_no_more_than_is_told() -> None:
    satu, sama, lain = (vary_indeks(tai(), benih=b) for b in (1, 1, 2))
    pd.testing.assert_frame_equal(satu.nilai, sama.nilai)
    ujung = ["bawah", "atas"]
    beda = (satu.nilai[ujung] - lain.nilai[ujung]).abs().max(axis=1)
    assert beda.max() > 0
    assert (beda <= 2 * (satu.nilai["galat"] + lain.nilai["galat"])).all()


def test_units_are_only_compared_with_one_another_where_there_are_eight() -> None:
    tujuh, delapan = (vary_indeks(compute_indeks(BANYAK.head(n), DUA)) for n in (7, 8))
    assert tujuh.normalisasi == ("acuan",)
    assert delapan.normalisasi == ("acuan", "min_maks", "skor_z", "peringkat")
    target = indeks(*(ukuran(n, target=90) for n in "xy"))
    assert vary_indeks(compute_indeks(BANYAK.head(8), target)).normalisasi[-1] == "jarak_target"


def test_a_geometric_mean_is_not_tried_where_a_zero_would_decide_it_alone() -> None:
    def banyak(x: float) -> int:
        return vary_indeks(compute_indeks(tabel(x=[x], y=[10.0]), DUA), undian=100).agregasi

    assert (banyak(40.0), banyak(0.0)) == (2, 1)


def test_what_has_no_value_has_no_interval_and_what_has_one_keeps_it_in_every_draw() -> None:
    hasil = compute_indeks(tabel(x=[40.0, 80.0, None], y=[10.0, None, 60.0]), DUA)
    assert hasil.nilai.notna().tolist() == [True, True, False]
    k = vary_indeks(hasil, HANYA_BOBOT)
    assert list(k.nilai.index) == ["p", "q"]
    assert k.nilai.loc["q", ["bawah", "atas"]].tolist() == pytest.approx([0.8, 0.8])


def test_a_table_in_which_nothing_has_a_value_has_no_intervals() -> None:
    k = vary_indeks(compute_indeks(tabel(x=[None], y=[60.0]), DUA))
    assert k.nilai.empty
    assert k.peringkat.empty


def test_the_chance_to_be_higher_is_told_with_its_error_and_is_the_one_of_the_beta_distribution() -> None:
    hasil = compute_indeks(tabel(x=[0.0, 60.0], y=[100.0, 60.0]), indeks(ukuran("x"), ukuran("y")))
    p = peluang_lebih_tinggi(hasil, "p", "q", HANYA_BOBOT)
    assert p.peluang == pytest.approx(beta(10, 10).sf(0.6), abs=p.galat)
    assert (p.undian, p.benih) == (2_000, 1)
    assert 0.01 < p.galat < 0.03
    pasti = compute_indeks(tabel(x=[50.0, 60.0], y=[50.0, 60.0]), indeks(ukuran("x"), ukuran("y")))
    q = peluang_lebih_tinggi(pasti, "q", "p", HANYA_BOBOT)
    assert q.peluang == 1
    assert 0 < q.galat < 0.002


@settings(max_examples=40, deadline=None)
@given(st.lists(st.floats(1, 99), min_size=3, max_size=3), st.lists(st.floats(0.1, 10), min_size=3, max_size=3))
def test_no_variant_of_goalposts_leaves_the_range_of_the_measures(isi: list[float], bobot: list[float]) -> None:
    nama = ["x", "y", "z"]
    daftar = [ukuran(n, klaster=k, bobot=b) for n, k, b in zip(nama, "aab", bobot, strict=True)]
    hasil = compute_indeks(pd.DataFrame([isi], columns=nama), indeks(*daftar))
    (r,) = vary_indeks(hasil, undian=200).nilai.itertuples()
    assert min(isi) / 100 - 1e-9 <= r.bawah <= r.tengah <= r.atas <= max(isi) / 100 + 1e-9
