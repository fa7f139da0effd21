"""The audit of an index finds what says nothing, what says the same, and what is not there."""

import numpy as np
import pandas as pd
import pytest

from kla_lib.scoring.indeks import audit as a
from kla_lib.scoring.indeks.hitung import compute_indeks
from kla_lib.views.indeks.kalimat import temuan_audit
from tests.unit.scoring.indeks.test_hitung import indeks, ukuran

ACAK = np.random.default_rng(7)
DASAR = pd.DataFrame({"x": ACAK.uniform(20, 80, 40), "y": ACAK.uniform(20, 80, 40)})


def temuan(tabel: pd.DataFrame, **arah: str) -> dict[str, set[tuple[str, ...]]]:
    daftar = indeks(*(ukuran(str(k), arah=arah.get(str(k), "naik_baik")) for k in tabel), cakupan_minimal=0.3)
    hasil: dict[str, set[tuple[str, ...]]] = {}
    for t in a.audit(compute_indeks(tabel, daftar)).temuan:
        hasil.setdefault(t.jenis, set()).add(t.ukuran)
    return hasil


def test_sound_measures_are_left_alone_but_for_what_they_have_in_common() -> None:
    assert set(temuan(DASAR)) <= {a.ALFA}


@pytest.mark.parametrize(
    ("kolom", "jenis"),
    [
        (DASAR["x"].where(DASAR.index < 25), a.KURANG),
        (DASAR["x"].where(DASAR.index < 19, 50.0), a.SERAGAM),
        (50 + DASAR["x"] / 60, a.TAK_BEDA),
        (pd.Series([*np.linspace(1, 3, 39), 95.0]), a.BERPENCIL),
    ],
)
def test_a_measure_that_says_little_is_found_by_name(kolom: pd.Series, jenis: str) -> None:
    assert ("z",) in temuan(DASAR.assign(z=kolom))[jenis]


def test_half_alike_and_two_thirds_there_are_still_enough() -> None:
    cukup = DASAR.assign(z=DASAR["x"].where(DASAR.index < 26), w=DASAR["y"].where(DASAR.index < 20, 50.0))
    assert not {("z",), ("w",)} & (temuan(cukup).get(a.KURANG, set()) | temuan(cukup).get(a.SERAGAM, set()))


def test_measures_that_say_the_same_or_the_opposite_are_found_in_pairs_after_the_direction() -> None:
    serupa = DASAR.assign(z=100 - DASAR["x"])
    assert temuan(serupa, z="turun_baik")[a.MIRIP] == {("x", "z")}
    assert ("x", "z") in temuan(serupa)[a.LAWAN]


def test_of_a_few_units_no_likeness_is_judged_and_years_need_not_differ() -> None:
    naik = pd.DataFrame({"x": [50.0, 51, 52], "y": [60.0, 61, 62]})
    hasil = compute_indeks(naik, indeks(ukuran("x"), ukuran("y")))
    assert {t.jenis for t in a.audit(hasil).temuan} == {a.TAK_BEDA, a.SEDIKIT}
    assert {t.jenis for t in a.audit(hasil, antarwaktu=True).temuan} == {a.SEDIKIT}


def test_one_unit_alone_can_be_audited() -> None:
    hasil = a.audit(compute_indeks(DASAR.loc[[0]], indeks(ukuran("x"), ukuran("y"))))
    assert [t.jenis for t in hasil.temuan] == [a.SEDIKIT]
    assert np.isnan(hasil.alfa)


def test_every_finding_is_a_sentence_that_names_the_measure() -> None:
    buruk = DASAR.assign(z=50.0, w=100 - DASAR["x"], v=DASAR["x"].where(DASAR.index < 10))
    hasil = compute_indeks(buruk, indeks(*(ukuran(str(k)) for k in buruk)))
    kalimat = " ".join(temuan_audit(a.audit(hasil)))
    for bagian in ("'z': 100 % angkanya sama", "'x' dan 'w' berlawanan (-1)", "v (25 %)", "Lengkapi datanya"):
        assert bagian in kalimat
