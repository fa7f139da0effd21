"""Which choice matters: exact shares that drawing confirms, estimated ones that say how close they are."""

import numpy as np
import pandas as pd
import pytest

from kla_lib.scoring.indeks.hitung import compute_indeks
from kla_lib.scoring.indeks.pengaruh import AGREGASI, NORMALISASI, Pengaruh, pengaruh_nilai, pengaruh_peringkat
from kla_lib.scoring.indeks.ragam import Goyangan, compute_ragam, draw_bobot, make_ragam
from kla_lib.scoring.skenario.pembobotan import SEMUA
from tests.unit.scoring.indeks.test_hitung import indeks, ukuran
from tests.unit.scoring.indeks.test_terbitan import MENTAH, TAI

EMPAT = indeks(*(ukuran(n, k, bobot=b) for n, k, b in (("w", "a", 1), ("x", "a", 3), ("y", "b", 1), ("z", "b", 2))))
SATU = compute_indeks(pd.DataFrame({"w": [20.0], "x": [60], "y": [30], "z": [95]}), EMPAT)
HANYA_BOBOT = Goyangan(normalisasi=False, agregasi=False)


def test_the_shares_of_an_additive_index_are_exact_and_drawing_comes_to_the_same() -> None:
    """Holding some weights at their means leaves the variance that the others make alone."""
    p = pengaruh_nilai(SATU, 0, HANYA_BOBOT)
    assert p.undian == 0
    ragam = make_ragam(SATU, HANYA_BOBOT)
    undian = draw_bobot(ragam, HANYA_BOBOT, 100_000, np.random.default_rng(9))

    def variansi(*bebas: str) -> float:
        bobot = {i: undian[i] if i in bebas else np.tile(ragam.bagian[i], (100_000, 1)) for i in undian}
        tetap = np.zeros(100_000, int)
        return float(compute_ragam(ragam, bobot, tetap, tetap).var())

    semua = variansi(SEMUA, "a", "b")
    assert p.simpangan == pytest.approx(semua**0.5, rel=0.01)
    for pilihan, lain in ((SEMUA, ("a", "b")), ("a", (SEMUA, "b")), ("b", (SEMUA, "a"))):
        assert p.tabel.loc[pilihan, "pertama"] == pytest.approx(variansi(pilihan) / semua, abs=0.01)
        assert p.tabel.loc[pilihan, "total"] == pytest.approx(1 - variansi(*lain) / semua, abs=0.01)


def test_what_is_missing_leaves_the_exact_shares_exact() -> None:
    bolong = SATU.mentah.assign(y=np.nan)
    hasil = compute_indeks(bolong, EMPAT)
    p = pengaruh_nilai(hasil, 0, HANYA_BOBOT)
    assert p.tabel.loc["b", "total"] == 0
    assert p.tabel["total"].sum() > 1
    ragam = make_ragam(hasil, HANYA_BOBOT)
    tetap = np.zeros(100_000, int)
    undian = draw_bobot(ragam, HANYA_BOBOT, 100_000, np.random.default_rng(9))
    assert p.simpangan == pytest.approx(compute_ragam(ragam, undian, tetap, tetap).std(), rel=0.01)


def test_estimated_shares_stand_inside_their_confidence_and_total_is_no_less_than_alone() -> None:
    p = pengaruh_nilai(SATU, 0)
    assert list(p.tabel.index) == [SEMUA, "a", "b", AGREGASI]
    assert p.undian > 0
    for jenis in ("pertama", "total"):
        assert p.tabel[jenis].between(p.tabel[f"{jenis}_bawah"], p.tabel[f"{jenis}_atas"]).all()
    assert (p.tabel["total"] > p.tabel["pertama"] - 0.05).all()
    assert p.tabel["layak"].all()


def test_a_share_that_is_not_known_closely_is_no_bar() -> None:
    assert not pengaruh_nilai(SATU, 0, undian=64).tabel["layak"].all()


def test_bounded_weights_have_no_closed_form_and_are_drawn() -> None:
    p = pengaruh_nilai(SATU, 0, Goyangan("terbatas", agregasi=False), undian=16_384)
    assert p.undian > 0
    assert p.tabel["pertama"].sum() == pytest.approx(1, abs=0.05)


def test_where_all_measures_say_the_same_no_choice_matters() -> None:
    hasil = compute_indeks(pd.DataFrame([[40.0] * 4], columns=list("wxyz")), EMPAT)
    for goyangan in (HANYA_BOBOT, Goyangan()):
        p = pengaruh_nilai(hasil, 0, goyangan)
        assert (p.tabel[["pertama", "total"]] == 0).all(axis=None)
        assert p.simpangan < 1e-9


def test_the_ranks_of_the_published_index_hang_on_weights_and_on_the_normalisation() -> None:
    def hitung(benih: int) -> Pengaruh:
        return pengaruh_peringkat(compute_indeks(MENTAH, TAI), benih=benih)

    p = hitung(1)
    assert set(p.tabel.index) == {"semua", NORMALISASI, AGREGASI}
    assert p.tabel["layak"].all()
    assert p.tabel["total"].idxmin() == AGREGASI
    pd.testing.assert_frame_equal(p.tabel, hitung(1).tabel)
    assert (p.tabel["total"] - hitung(2).tabel["total"]).abs().max() < 0.1
