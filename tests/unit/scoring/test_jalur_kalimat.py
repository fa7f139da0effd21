"""Chances and amounts in a reader's words: never surer than the numbers, never "0 dari 10"."""

import pytest

from kla_lib.scoring.jalur_hasil import Kemungkinan
from kla_lib.scoring.jalur_kalimat import sebut_dari_sepuluh, sebut_rupiah
from kla_lib.scoring.jalur_peluang import Peluang


def kemungkinan(besaran: float, rendah: float, tinggi: float) -> Kemungkinan:
    p = Peluang(besaran, 0.005)
    return Kemungkinan(p, (rendah, tinggi), p, p, 1.0, (), 400, 10_000)


@pytest.mark.parametrize(
    ("besaran", "rendah", "tinggi", "kalimat"),
    [
        (0.34, 0.27, 0.45, "kira-kira 3 dari 10 (bisa 2 sampai 5)"),
        (0.34, 0.33, 0.35, "kira-kira 3 dari 10"),
        (0.08, 0.05, 0.15, "kira-kira 1 dari 10 (bisa kurang dari 1 sampai 2)"),
        (0.03, 0.0, 0.04, "kurang dari 1 dari 10"),
        (0.0, 0.0, 0.0, "kurang dari 1 dari 10"),
        (0.97, 0.95, 0.99, "lebih dari 9 dari 10"),
        (1.0, 1.0, 1.0, "lebih dari 9 dari 10"),
    ],
)
def test_a_chance_is_said_in_tenths_with_its_range(besaran: float, rendah: float, tinggi: float, kalimat: str) -> None:
    assert sebut_dari_sepuluh(kemungkinan(besaran, rendah, tinggi)) == kalimat


def test_rupiah_have_dots_between_thousands_and_no_decimals() -> None:
    assert sebut_rupiah(28_500_000) == "Rp28.500.000"
