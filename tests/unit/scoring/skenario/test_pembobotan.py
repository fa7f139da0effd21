"""Shares of weights always add to one, whatever is moved, locked or taken from elsewhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kla_lib.rules.form.instrumen import load_instrumen
from kla_lib.rules.skenario import IsiSkenario
from kla_lib.scoring.nilai.laporan import score_buku
from kla_lib.scoring.skenario.pembobotan import (
    BOBOT_TERKECIL,
    SEMUA,
    batas_geser,
    bobot_resmi,
    bulatkan_jumlah,
    dari_poin,
    geser,
    indikator_sama,
    klaster_sama,
    seperti_form,
    susun_bobot,
    ubahan_bobot,
)
from kla_lib.scoring.skenario.skenario import apply_skenario
from tests.pembantu.berisi import berisi
from tests.pembantu.params_uji import PARAMS
from tests.pembantu.perkiraan_uji import buku_contoh

FORM = load_instrumen(PARAMS, "2024")
KLASTER = [k.id for k in FORM.klaster]
RESMI = bobot_resmi(FORM)[SEMUA]

gerak = st.lists(st.tuples(st.sampled_from(KLASTER), st.floats(0, 1)), min_size=1, max_size=8)


@given(gerak, st.sets(st.sampled_from(KLASTER)))
def test_after_any_moves_the_shares_add_to_one_the_locked_ones_hold_and_none_vanishes(
    gerakan: list[tuple[str, float]], kunci: set[str]
) -> None:
    bagian = RESMI
    for kode, ke in gerakan:
        bagian = geser(bagian, kode, ke, kunci)
        assert sum(bagian.values()) == pytest.approx(1, abs=1e-9)
        assert all(bagian[k] == RESMI[k] for k in kunci)
        assert min(bagian.values()) >= BOBOT_TERKECIL - 1e-12


@given(st.sampled_from(KLASTER), st.floats(0, 1), st.sets(st.sampled_from(KLASTER)))
def test_a_share_lands_where_it_was_moved_as_far_as_its_limits_allow(kode: str, ke: float, kunci: set[str]) -> None:
    bawah, atas = batas_geser(RESMI, kode, kunci)
    assert geser(RESMI, kode, ke, kunci)[kode] == pytest.approx(min(max(ke, bawah), atas), abs=1e-12)


def test_siblings_that_are_free_keep_their_proportions() -> None:
    baru = geser(RESMI, "klaster_1", 0.2, {"klaster_5"})
    assert baru["klaster_5"] == RESMI["klaster_5"]
    assert baru["klaster_2"] / baru["klaster_3"] == pytest.approx(RESMI["klaster_2"] / RESMI["klaster_3"])


def test_a_share_moved_away_and_back_is_no_change() -> None:
    jauh = geser(RESMI, "klaster_1", 0.3)
    kembali = geser({k: round(b, 6) for k, b in jauh.items()}, "klaster_1", RESMI["klaster_1"])
    assert ubahan_bobot(FORM, {SEMUA: kembali}) == {}
    assert set(ubahan_bobot(FORM, {SEMUA: jauh})) == set(KLASTER)


@given(
    st.dictionaries(st.text("abcdefg", min_size=1, max_size=3), st.floats(0.01, 100), min_size=1, max_size=12),
    st.integers(1, 1000),
    st.integers(0, 2),
)
def test_rounded_parts_add_to_the_rounded_whole(nilai: dict[str, float], jumlah: int, desimal: int) -> None:
    bulat = bulatkan_jumlah(nilai, jumlah, desimal)
    assert sum(round(n * 10**desimal) for n in bulat.values()) == jumlah * 10**desimal
    tepat = {k: n / sum(nilai.values()) * jumlah for k, n in nilai.items()}
    assert all(abs(bulat[k] - tepat[k]) < 10**-desimal + 1e-6 for k in nilai)


def test_siblings_that_are_not_named_share_the_rest_as_the_form_does() -> None:
    baru = susun_bobot(FORM, {"klaster_1": 0.3})[SEMUA]
    assert baru["klaster_1"] == 0.3
    assert sum(baru.values()) == pytest.approx(1)
    assert baru["klaster_4"] / baru["klaster_5"] == pytest.approx(110 / 205)
    assert susun_bobot(FORM, {"klaster_1": 0.3})["klaster_1"] == bobot_resmi(FORM)["klaster_1"]


def test_with_equal_weights_the_total_is_the_mean_of_the_parts_that_are_reached() -> None:
    buku, resmi, kategori = buku_contoh("ogan-ilir-2024")
    for bobot, tabel in ((klaster_sama(FORM), resmi.klaster), (indikator_sama(FORM), resmi.indikator)):
        hasil = score_buku(apply_skenario(buku, IsiSkenario(bobot=bobot), "em"), "em", kategori)
        rata = float((tabel["nilai"] / tabel["nilai_maksimal"]).mean())
        assert hasil.diklaim == pytest.approx(1000 * rata, abs=0.01)


def test_every_preset_adds_to_one_under_every_parent() -> None:
    for bobot in (
        klaster_sama(FORM),
        indikator_sama(FORM),
        seperti_form(load_instrumen(PARAMS, "2022")),
        dari_poin(RESMI),
    ):
        for isi in berisi(susun_bobot(FORM, bobot).values()):
            assert sum(isi.values()) == pytest.approx(1)


def test_hundred_points_dealt_out_become_shares_and_nothing_gets_nothing() -> None:
    bagian = dari_poin({"a": 75, "b": 25, "c": 0})
    assert bagian["a"] / bagian["b"] == pytest.approx(3)
    assert 0 < bagian["c"] <= BOBOT_TERKECIL
    assert sum(bagian.values()) == pytest.approx(1)
