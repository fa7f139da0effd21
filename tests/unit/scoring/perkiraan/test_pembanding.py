"""Simple ways of forecasting: they know nothing of the region they forecast, and are compared with care."""

from dataclasses import replace

import numpy as np
import pytest

from kla_lib.keadaan.uji_silang import MODEL, bahan_uji, load_uji
from kla_lib.scoring.perkiraan.pembanding import (
    BAGIAN_TETAP,
    KALAH,
    KATEGORI_SAMA,
    LEBIH_BAIK,
    NASIONAL,
    SAMA,
    TERLALU_SEDIKIT,
    banding,
    peramal_bagian,
    peramal_nasional,
    peramal_sama,
)
from kla_lib.scoring.perkiraan.uji_silang import EM, VA
from tests.pembantu.params_uji import PARAMS

BAHAN = bahan_uji(PARAMS)
UJI = load_uji(PARAMS)
BEKASI = next(k for k in BAHAN.kasus if k.daerah == "Kabupaten Bekasi" and k.dari == EM)
PINDAH = BAHAN.verifikasi.pindah


def test_the_national_counts_forecast_the_same_for_every_region_of_a_year() -> None:
    a, b = (peramal_nasional(PINDAH)(replace(BEKASI, nilai=n)) for n in (500.0, 950.0))
    assert (a == b).all()
    assert (a.mean(), a.std()) == (pytest.approx(PINDAH.rata[2025], abs=5), pytest.approx(PINDAH.simpangan, abs=3))


def test_the_rule_of_thumb_is_73_percent_of_a_self_assessment_and_never_more_than_it() -> None:
    total = peramal_bagian(BAHAN.kasus)(BEKASI)
    assert float(np.median(total)) == pytest.approx(0.73 * BEKASI.nilai, abs=5)
    assert total.max() <= BEKASI.nilai


def test_a_rule_of_thumb_does_not_know_what_the_region_itself_got() -> None:
    lain = tuple(replace(k, rendah=10.0, tinggi=10.0) if k.daerah == BEKASI.daerah else k for k in BAHAN.kasus)
    assert (peramal_bagian(BAHAN.kasus)(BEKASI) == peramal_bagian(lain)(BEKASI)).all()


def test_the_same_category_as_last_time_is_forecast_mostly_and_needs_a_last_time() -> None:
    sama = peramal_sama(BAHAN.bukti, PINDAH)
    total = sama(BEKASI)
    assert BEKASI.rekor == (2023, 500.0, 600.0)
    assert 0.4 < ((total > 500) & (total <= 600)).mean() < 0.9
    with pytest.raises(ValueError, match="no record"):
        sama(replace(BEKASI, rekor=None))


def test_ways_are_compared_on_the_cases_that_they_can_forecast() -> None:
    hasil = banding(UJI.kita(VA), {c: UJI.nilaian[c] for c in (NASIONAL, KATEGORI_SAMA)})
    assert (hasil[NASIONAL].kita.n, hasil[KATEGORI_SAMA].kita.n) == (12, 7)
    assert KATEGORI_SAMA not in banding([n for n in UJI.kita(EM) if n.kasus.rekor is None], UJI.nilaian)


def test_from_the_self_assessment_the_rule_of_thumb_is_as_good_and_the_page_must_not_say_otherwise() -> None:
    hasil = banding(UJI.kita(EM), UJI.milik(EM))
    assert hasil[BAGIAN_TETAP].putusan == SAMA
    assert hasil["model_lama"].putusan == LEBIH_BAIK
    assert hasil[KATEGORI_SAMA].putusan == TERLALU_SEDIKIT, "three regions"
    assert hasil[MODEL].beda == (0, 0)


def test_a_lead_counts_only_beyond_twice_its_error_and_either_way() -> None:
    b = banding(UJI.kita(EM), UJI.milik(EM))[BAGIAN_TETAP]
    assert replace(b, beda=(0.19, 0.1)).putusan == SAMA
    assert replace(b, beda=(0.21, 0.1)).putusan == LEBIH_BAIK
    assert replace(b, beda=(-0.21, 0.1)).putusan == KALAH
