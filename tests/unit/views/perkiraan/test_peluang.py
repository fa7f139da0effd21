"""Chances are said as so many out of ten, small ones out of a hundred, and never as certain."""

from pathlib import Path

import pytest

from kla_lib.views.perkiraan.perkiraan import sebut_capai, sebut_dari_seratus
from kla_lib.views.perkiraan.sebut_peluang import sebut_peluang
from tests.pembantu.keadaan_uji import keadaan_contoh
from tests.pembantu.rapat_2022 import keadaan, nilai


@pytest.mark.parametrize(
    ("peluang", "rentang", "kalimat"),
    [
        (0.287, None, "kira-kira 3 dari 10"),
        (0.287, (0.27, 0.31), "kira-kira 3 dari 10"),
        (0.287, (0.22, 0.52), "kira-kira 3 dari 10 (bisa 2 sampai 5)"),
        (0.287, (0.12, 0.52), "kira-kira 3 dari 10 (bisa 12 dari 100 sampai 5 dari 10)"),
        (0.25, None, "kira-kira 3 dari 10"),
        (0.15, None, "kira-kira 2 dari 10"),
        (0.149, None, "kira-kira 15 dari 100"),
        (0.06, None, "kira-kira 6 dari 100"),
        (0.06, (0.05, 0.07), "kira-kira 6 dari 100"),
        (0.06, (0.02, 0.24), "kira-kira 6 dari 100 (bisa 2 sampai 24)"),
        (0.004, None, "kurang dari 1 dari 100"),
        (0.0, (0.0, 0.2), "kurang dari 1 dari 100 (bisa sampai 20)"),
        (0.2, (0.0, 0.2), "kira-kira 2 dari 10 (bisa kurang dari 1 dari 100 sampai 2 dari 10)"),
        (0.95, None, "kira-kira 9 dari 10"),
        (0.951, None, "lebih dari 9 dari 10"),
        (1.0, (0.8, 1.0), "lebih dari 9 dari 10 (bisa 8 sampai lebih dari 9)"),
    ],
)
def test_a_chance_in_words(peluang: float, rentang: tuple[float, float] | None, kalimat: str) -> None:
    assert sebut_peluang(peluang, rentang) == kalimat


@pytest.mark.parametrize(
    ("peluang", "kalimat"), [(0.042, "4 dari 100"), (0.005, "1 dari 100"), (0.0049, "kurang dari 1 dari 100")]
)
def test_a_small_difference_is_counted_out_of_a_hundred(peluang: float, kalimat: str) -> None:
    assert sebut_dari_seratus(peluang) == kalimat


def test_a_category_above_all_recorded_points_has_no_chance_to_speak_of() -> None:
    k = keadaan_contoh("ogan-ilir-2024")
    assert sebut_capai(k, "utama") == "belum terjangkau tanpa tambahan nilai EM"
    assert sebut_capai(k, "nindya") == "kira-kira 5 dari 100"


@pytest.mark.parametrize(
    ("total", "sasaran", "pegang"),
    [(950, "utama", "utama"), (950, "madya", "madya"), (771, "kla", "madya"), (300, "utama", "pratama")],
)
def test_the_page_watches_the_target_or_the_best_fair_chance_below_it(
    tmp_path: Path, total: float, sasaran: str, pegang: str
) -> None:
    assert keadaan(tmp_path, *nilai(total), sasaran=sasaran).kategori_dipegang == pegang
