"""The interval of a weight that keeps an order, against indices worked out anew with that weight."""

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kla_lib.rules.indeks import Indeks
from kla_lib.scoring.indeks.hitung import HasilIndeks, compute_indeks
from kla_lib.scoring.indeks.selang_bobot import selang_bobot
from kla_lib.scoring.skenario.pembobotan import SEMUA
from tests.unit.scoring.indeks.test_hitung import indeks, tabel, ukuran
from tests.unit.scoring.indeks.test_terbitan import MENTAH, TAI

LIMA = (("v", "a", 2.0), ("w", "a", 1.0), ("x", "b", 1.0), ("y", "b", 4.0), ("z", "c", 1.0))


def lima(klaster: str, semua: str) -> Indeks:
    daftar = [ukuran(n, k, bobot=b) for n, k, b in LIMA]
    return indeks(*daftar, agregasi={"klaster": klaster, "indeks": semua}, cakupan_minimal=0)


def dengan_bobot(hasil: HasilIndeks, induk: str, anak: str, ke: float) -> pd.Series:
    """Return the values with one share moved and its siblings rescaled, worked out anew and plainly."""
    i = hasil.indeks

    def geser(bobot: dict[str, float], milik: str) -> dict[str, float]:
        lain = sum(b for n, b in bobot.items() if n != anak)
        return {n: ke if n == anak else b * (1 - ke) / lain for n, b in bobot.items()} if milik == induk else bobot

    def rata(isi: dict[str, float], bobot: dict[str, float], cara: str) -> float:
        ada = [n for n in isi if not math.isnan(isi[n]) and bobot[n] > 0]
        jumlah = sum(bobot[n] for n in ada)
        if not ada:
            return math.nan
        if cara == "geometrik":
            return math.prod(isi[n] ** (bobot[n] / jumlah) for n in ada)
        return sum(isi[n] * bobot[n] for n in ada) / jumlah

    dalam = {k: geser({u.ukuran: u.bobot for u in i.ukuran if u.klaster == k}, k) for k in i.klaster}
    jumlah = {k: sum(b.values()) if k != induk else 1.0 for k, b in dalam.items()}
    dalam = {k: {n: b / jumlah[k] for n, b in milik.items()} for k, milik in dalam.items()}
    klaster = geser(dict(i.klaster), SEMUA)
    nilai = {
        satuan: rata({k: rata({n: x[n] for n in dalam[k]}, dalam[k], i.agregasi.klaster) for k in dalam}, klaster,
                     i.agregasi.indeks)
        for satuan, x in hasil.normalisasi.tabel.iterrows()
    }  # fmt: skip
    return pd.Series(nilai)


def urutan_tetap(lama: pd.Series, baru: pd.Series) -> bool:
    """Whether every pair that was told apart still stands the same way round."""
    a, b = lama.to_numpy(), baru.to_numpy()
    beda = a[:, None] - a[None, :] > 1e-9
    return bool((np.subtract.outer(b, b)[beda] > -1e-9).all())


angka = st.one_of(st.none(), st.integers(1, 99).map(float))


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.lists(angka, min_size=5, max_size=5), min_size=2, max_size=5),
    st.sampled_from(["aritmetik", "geometrik"]),
)
def test_inside_the_interval_the_order_stays_and_at_its_ends_the_named_pair_is_level(
    isi: list[list[float | None]], agregasi: str
) -> None:
    assume(all(any(n is not None for n in b) for b in isi))
    hasil = compute_indeks(pd.DataFrame(isi, columns=list("vwxyz"), dtype=float), lima(agregasi, agregasi))
    selang = selang_bobot(hasil)
    for (induk, anak), r in selang.iterrows():
        if r["bawah"] == r["atas"]:
            assert (induk, anak) == ("c", "z")
            continue
        assert r["bawah"] <= r["bagian"] <= r["atas"]
        for ke in np.linspace(r["bawah"], r["atas"], 7)[1:-1]:
            assert urutan_tetap(hasil.nilai, dengan_bobot(hasil, induk, anak, float(ke))), (induk, anak, ke)
        for ujung in ("bawah", "atas"):
            if 0 < r[ujung] < 1:
                atas, bawah = r[f"lawan_{ujung}"]
                tepi = dengan_bobot(hasil, induk, anak, r[ujung])
                assert tepi[atas] == pytest.approx(tepi[bawah], abs=1e-6)
            else:
                assert r[f"lawan_{ujung}"] is None


def test_of_two_units_the_end_is_where_both_are_level() -> None:
    """x: 40 against 80, y: 90 against 60; level where 40 t + 90 (1 - t) = 80 t + 60 (1 - t), t = 3/7."""
    hasil = compute_indeks(tabel(x=[40.0, 80.0], y=[90.0, 60.0]), indeks(ukuran("x"), ukuran("y")))
    r = selang_bobot(hasil, ["p", "q"]).loc[("a", "x")]
    assert (r["bagian"], r["bawah"], r["atas"]) == pytest.approx((0.5, 3 / 7, 1))
    assert r["lawan_bawah"] == ("q", "p")
    assert r["lawan_atas"] is None


def test_the_whole_order_leaves_less_room_than_any_pair_and_the_pair_at_its_end_is_named() -> None:
    hasil = compute_indeks(MENTAH, TAI)
    semua, dua = selang_bobot(hasil), selang_bobot(hasil, ["Finland", "United States"])
    boleh_geser = semua.drop(index=(SEMUA, "semua"))
    assert (boleh_geser["bawah"] >= dua.loc[boleh_geser.index, "bawah"]).all()
    assert (boleh_geser["atas"] <= dua.loc[boleh_geser.index, "atas"]).all()
    assert (boleh_geser["atas"] - boleh_geser["bawah"]).max() < 0.2, "of 23 countries some pair is always close"
    atas, bawah = semua.loc[("semua", "INTERNET"), "lawan_atas"]
    assert abs(hasil.peringkat[atas] - hasil.peringkat[bawah]) == 1


def test_mixed_means_have_a_closed_form_for_the_klaster_alone() -> None:
    isi = pd.DataFrame([[10.0, 20, 70, 80, 5], [60.0, 50, 20, 10, 15]], columns=list("vwxyz"))
    hasil = compute_indeks(isi, lima("aritmetik", "geometrik"))
    selang = selang_bobot(hasil)
    assert selang.loc[[("a", "v"), ("b", "x")], ["bawah", "atas"]].isna().all(axis=None)
    r = selang.loc[(SEMUA, "b")]
    assert 0 < r["atas"] < 1
    tepi = dengan_bobot(hasil, SEMUA, "b", float(r["atas"]))
    assert tepi[0] == pytest.approx(tepi[1])


def test_a_geometric_zero_keeps_its_place_whatever_the_weights() -> None:
    hasil = compute_indeks(pd.DataFrame([[0.0] * 5, [9.0] * 5], columns=list("vwxyz")), lima("geometrik", "geometrik"))
    r = selang_bobot(hasil).loc[(SEMUA, "a")]
    assert (r["bawah"], r["atas"]) == (0, 1)


def test_one_unit_alone_and_units_that_are_level_have_no_order_to_keep() -> None:
    hasil = compute_indeks(tabel(x=[40.0, 40.0], y=[90.0, 90.0]), indeks(ukuran("x"), ukuran("y")))
    for satuan in (["p"], None):
        r = selang_bobot(hasil, satuan).loc[("a", "x")]
        assert (r["bawah"], r["atas"]) == (0, 1)
