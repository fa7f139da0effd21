"""Regions that were left out: which cases there are, how a forecast of them is marked, and how good ours is."""

import importlib
import sys
from dataclasses import replace

import numpy as np
import pytest

from kla_lib.letak import FOLDER_PROYEK
from kla_lib.rules.bukti.pengamatan import load_bukti
from kla_lib.rules.bukti.predikat import load_predikat
from kla_lib.scoring.perkiraan.peluang import crps_undian
from kla_lib.scoring.perkiraan.uji_silang import (
    DALAM,
    EM,
    LUAR,
    SEBAGIAN,
    VA,
    Kasus,
    crps_luar,
    daftar_kasus,
    galat_daerah,
    nilai_ramalan,
    peramal_model,
    rekor_kasus,
)
from tests.pembantu.params_uji import PARAMS
from tests.pembantu.perkiraan_uji import KATEGORI, VERIFIKASI

BUKTI = load_bukti(PARAMS)
KASUS = daftar_kasus(BUKTI, rekor_kasus(BUKTI, load_predikat(PARAMS)))
ACAK = np.random.default_rng(3).normal(650, 80, 4_000)


@pytest.fixture(scope="module")
def ketepatan() -> dict:
    """What the benchmark measures, with fewer draws of the prior than the shipped fit has."""
    folder = str(FOLDER_PROYEK / "benchmarks")
    sys.path.insert(0, folder)  # where its baseline lies
    try:
        return importlib.import_module("ketepatan").ukur(PARAMS, 25_000, simpan=False)
    finally:
        sys.path.remove(folder)


def test_twelve_outcomes_are_known_after_a_self_assessment_and_twelve_after_a_check() -> None:
    assert [sum(k.dari == d for k in KASUS) for d in (EM, VA)] == [12, 12]
    assert sum(not k.diragukan for k in KASUS if k.dari == EM) == 7
    assert not [k for k in KASUS if k.rendah == 0 and k.tinggi >= k.nilai], "a bound that cannot fail says nothing"


def test_the_chain_of_kabupaten_bekasi_2025_is_a_case_from_both_stages_with_its_record() -> None:
    em, va = (k for k in KASUS if (k.daerah, k.tahun) == ("Kabupaten Bekasi", 2025))
    assert (em.nilai, em.rendah, em.tinggi, em.rekor) == (854.29, 633.21, 633.21, (2023, 500.0, 600.0))
    assert (va.nilai, va.em) == (780.61, 854.29)


def test_a_score_of_another_stage_is_no_record() -> None:
    kotim = next(k for k in KASUS if k.daerah == "Kabupaten Kotawaringin Timur")
    assert kotim.rekor is None, "413 of 2022 was an administrative check"


def test_a_region_that_is_left_out_does_not_know_its_outcome() -> None:
    sedikit = replace(VERIFIKASI, banyak=5_000, draws=500)
    kasus = next(k for k in KASUS if k.daerah == "Kabupaten Bekasi")
    lain = tuple(replace(p, rendah=300.0, tinggi=300.0) if p.daerah == kasus.daerah else p for p in BUKTI)
    a, b = (peramal_model(bukti, sedikit)(kasus) for bukti in (BUKTI, lain))
    assert (a == b).all()


def test_the_score_outside_an_interval_is_the_usual_one_where_the_interval_has_no_width() -> None:
    for hasil in (500.0, 650.0, 900.0):
        assert crps_luar(ACAK, hasil, hasil) == pytest.approx(crps_undian(ACAK, hasil), rel=1e-3)
    assert crps_luar(ACAK, 0, 2_000) == 0
    assert crps_luar(ACAK, 600, 700) < crps_luar(ACAK, 640, 660)


def test_an_interval_is_covered_as_far_as_its_probability_lies_in_the_range() -> None:
    def kasus(rendah: float, tinggi: float) -> Kasus:
        return Kasus(EM, "x", 2025, 900, None, rendah, tinggi, diragukan=False, rekor=None)

    assert nilai_ramalan(kasus(600, 700), ACAK, KATEGORI).cakupan == 1
    ekor = nilai_ramalan(kasus(700, 800), ACAK, KATEGORI)
    atas = np.quantile(ACAK, 0.95)
    assert ekor.cakupan == pytest.approx(((ACAK > 700) & (atas >= ACAK)).sum() / ((ACAK > 700) & (ACAK <= 800)).sum())
    assert nilai_ramalan(kasus(900, 900), ACAK, KATEGORI).cakupan == 0
    tepat = nilai_ramalan(kasus(655, 655), ACAK, KATEGORI)
    assert tepat.peluang == nilai_ramalan(kasus(600, 700), ACAK, KATEGORI).peluang, "scored as its category"


def test_an_outcome_lies_in_the_range_beside_it_or_only_perhaps_in_it() -> None:
    def letak(rendah: float, tinggi: float) -> tuple[str, bool]:
        n = nilai_ramalan(Kasus(EM, "x", 2025, 900, None, rendah, tinggi, False, None), ACAK, KATEGORI)
        return n.letak, n.tengah_tepat

    assert letak(600, 700) == (DALAM, True)
    assert letak(620, 620) == (DALAM, True), "the middle is Madya too"
    assert letak(705, 705) == (DALAM, False)
    assert letak(700, 800) == (SEBAGIAN, False)
    assert letak(0, 800) == (SEBAGIAN, True)
    assert [letak(*r)[0] for r in ((900, 900), (800, 900), (0, 500), (400, 400))] == [LUAR] * 4


def test_errors_count_regions_and_not_their_rows() -> None:
    ukur = np.array([[0.0], [0.0], [1.0], [1.0]])
    satu = galat_daerah(["a", "a", "b", "b"], ukur, 4_000, 1)[0]
    empat = galat_daerah(["a", "b", "c", "d"], ukur, 4_000, 1)[0]
    assert satu == pytest.approx(empat * np.sqrt(2), rel=0.05)


def test_nine_in_ten_outcomes_lie_in_the_range_and_the_range_is_no_wider_than_promised(ketepatan: dict) -> None:
    em, va = ketepatan[EM], ketepatan[VA]
    assert min(em["cakupan90"], va["cakupan90"]) >= 0.90
    assert em["lebar_tanpa_rekor"] <= 430
    assert em["lebar_dengan_rekor"] <= 260
    assert va["lebar"] <= 200


def test_the_forecast_beats_the_model_before_it(ketepatan: dict) -> None:
    assert ketepatan[EM]["dasar"]["model_lama"]["beda"][0] >= 0.3
    assert ketepatan[EM]["tanpa_ragu"]["dasar"]["model_lama"]["beda"][0] >= 0.2
    assert ketepatan[VA]["dasar"]["model_lama"]["beda"][0] >= 0.15


def test_every_baseline_is_reported(ketepatan: dict) -> None:
    for dari in (EM, VA):
        assert set(ketepatan[dari]["dasar"]) == {"model_lama", "nasional", "bagian_tetap", "kategori_sama"}
        assert {"n", "log_score", "crps", "cakupan90", "lebar"} <= set(ketepatan[dari])
