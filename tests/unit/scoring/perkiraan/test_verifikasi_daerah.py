"""The forecast against regions that were left out, and against models that are too narrow."""

from dataclasses import replace

import numpy as np
import pytest

from kla_lib.scoring.perkiraan.peluang import crps_undian
from kla_lib.scoring.perkiraan.perkiraan import siapkan_meja, undi_kota
from kla_lib.scoring.perkiraan.regim import logistik, regim_of
from kla_lib.scoring.perkiraan.undian import dibatasi, meja, siapkan_acak
from tests.pembantu.perkiraan_uji import TAK_HINGGA, VERIFIKASI, dalam_rentang, susunan_contoh

BENTUK = "ogan-ilir-2024"


def _bagian_penuh(daerah: str, dari: str, ke: str) -> np.ndarray:
    s = susunan_contoh(BENTUK)
    m, _ = siapkan_meja(s, VERIFIKASI, dari, ke, tanpa=[daerah])
    return dibatasi(m.poin_per_induk(), s.atap)[0] / s.diklaim


def _bagian_sempit(daerah: str, dari: str, ke: str, **kekuatan: float) -> np.ndarray:
    """Draw without a common effect: the predicted median share, offices or questions alone around it."""
    s, v = susunan_contoh(BENTUK), replace(VERIFIKASI, **kekuatan)
    p = float(logistik(regim_of(v, f"{dari}_{ke}", tanpa=[daerah]).pusat))
    m = meja(s, np.full(4_000, p), [v.campuran["acuan"]], v, siapkan_acak(s, 4_000, v.seed))
    return dibatasi(m.poin_per_induk(), s.atap)[0] / s.diklaim


MODEL = {
    "penuh": _bagian_penuh,
    "kantor_saja": lambda *a: _bagian_sempit(*a, kekuatan_pertanyaan=TAK_HINGGA),
    "pertanyaan_saja": lambda *a: _bagian_sempit(*a, kekuatan_opd=TAK_HINGGA),
}


@pytest.fixture(scope="module")
def ditinggal() -> dict[str, list[tuple[str, float, np.ndarray]]]:
    return {
        nama: [(p.langkah, p.bagian, undi(p.daerah, p.dari, p.ke)) for p in VERIFIKASI.pasangan]
        for nama, undi in MODEL.items()
    }


def _lebar(bagian: np.ndarray) -> float:
    bawah, atas = np.quantile(bagian, [0.05, 0.95])
    return float(atas - bawah)


def test_nine_in_ten_intervals_cover_all_but_one_pair_of_regions_left_out(ditinggal) -> None:
    penuh = ditinggal["penuh"]
    assert sum(dalam_rentang(x, y) for _, y, x in penuh) >= len(penuh) - 1
    em_va = [(y, x) for langkah, y, x in penuh if langkah == "em_va"]
    assert sum(dalam_rentang(x, y) for y, x in em_va) >= len(em_va) - 1


def test_the_intervals_of_regions_left_out_are_not_wider_than_three_fifths_on_average(ditinggal) -> None:
    assert np.mean([_lebar(x) for langkah, _, x in ditinggal["penuh"] if langkah == "em_va"]) <= 0.60
    kota_saja = [undi_kota(VERIFIKASI, [p.langkah], 20_000, 1, tanpa=[p.daerah])[0] for p in VERIFIKASI.pasangan]
    assert np.mean([_lebar(x) for x in kota_saja]) <= 0.60, "with the two pairs of the second step, the city's share"


def test_the_forecast_of_regions_left_out_beats_the_median_of_the_others(ditinggal) -> None:
    for langkah in ("em_va", "va_vf"):
        kita, tetap = [], []
        for p, (_, y, x) in zip(VERIFIKASI.pasangan, ditinggal["penuh"], strict=True):
            if p.langkah == langkah:
                lain = [q.bagian for q in VERIFIKASI.pasangan if q.langkah == langkah and q.daerah != p.daerah]
                kita.append(crps_undian(x, y))
                tetap.append(abs(y - float(np.median(lain))))
        assert np.mean(kita) < np.mean(tetap)


@pytest.mark.parametrize("model", ["kantor_saja", "pertanyaan_saja"])
def test_offices_or_questions_alone_are_far_too_narrow_and_fail_the_same_check(ditinggal, model: str) -> None:
    penuh, sempit = ([x for x in ditinggal[n] if x[0] == "em_va"] for n in ("penuh", model))
    assert np.mean([_lebar(x) for *_, x in penuh]) > 2 * np.mean([_lebar(x) for *_, x in sempit])
    assert sum(dalam_rentang(x, y) for _, y, x in sempit) < len(sempit) - 1
