"""Forecasts against what came out, misses included."""

from datetime import date

import pytest

from kla_lib.scoring.perkiraan.ketepatan import catatan_of, hasil_per_tahap, rapor
from kla_lib.scoring.perkiraan.peluang import crps_undian
from tests.pembantu.perkiraan_uji import KATEGORI, buku_contoh, ramal, susunan_contoh

PERKIRAAN = ramal(susunan_contoh("ogan-ilir-2024"))
CATATAN = catatan_of(PERKIRAAN, date(2025, 3, 18), "ogan-ilir", 2024, "sha256:abc")


def test_a_line_keeps_what_was_published() -> None:
    assert (CATATAN.dari, CATATAN.tahap, CATATAN.diklaim) == ("em", "vf", 771.81)
    assert CATATAN.kuantil[0] == PERKIRAAN.p05
    assert CATATAN.peluang == PERKIRAAN.peluang


def test_an_outcome_inside_the_interval_is_a_hit_and_one_outside_is_shown_as_a_miss() -> None:
    r = rapor([CATATAN, CATATAN], 2024, {"em": 771.81, "vf": 560.0}, KATEGORI)
    kena = r.daftar[0]
    assert (kena.tercakup, kena.kategori, kena.hasil) == (True, "pratama", 560.0)
    assert kena.peluang == PERKIRAAN.peluang["pratama"]
    assert kena.crps == pytest.approx(crps_undian(PERKIRAAN.total, 560.0), rel=0.1)
    assert r.tercakup == 2
    luput = rapor([CATATAN], 2024, {"vf": 760.0}, KATEGORI)
    assert (luput.tercakup, luput.daftar[0].tercakup) == (0, False)
    assert luput.crps > r.crps
    assert luput.crps_tetap == pytest.approx(760.0 - PERKIRAAN.p50, abs=0.01)


def test_forecasts_without_an_outcome_wait_and_those_of_other_years_are_left_out() -> None:
    r = rapor([CATATAN], 2024, {"em": 771.81}, KATEGORI)
    assert (r.daftar, r.menunggu, r.tercakup) == ((), 1, 0)
    assert rapor([CATATAN], 2025, {"vf": 700.0}, KATEGORI).menunggu == 0


def test_only_a_stage_with_all_its_marks_is_an_outcome() -> None:
    buku, _, kategori = buku_contoh("sumbawa-2022")
    assert hasil_per_tahap(buku, kategori) == {"vf": 505.85}
    buku, hasil, kategori = buku_contoh("kota-contoh")
    assert hasil.belum_dinilai
    assert "em" not in hasil_per_tahap(buku, kategori)
