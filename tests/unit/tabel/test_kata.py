from typing import Any

import pytest

from kla_lib.tabel.kata import baku_kata

STATUS = ("lengkap", "tidak_ada", "belum_diperiksa")


@pytest.mark.parametrize(
    ("tertulis", "kata"),
    [
        ("Tidak ada", "tidak_ada"),
        (" belum  diperiksa ", "belum_diperiksa"),
        ("LENGKAP", "lengkap"),
        ("Belum_Diperiksa", "belum_diperiksa"),
        ("tidak\u00a0ada", "tidak_ada"),
    ],
)
def test_a_choice_is_known_in_any_case_and_with_blanks(tertulis: str, kata: str) -> None:
    assert baku_kata(tertulis, STATUS) == kata


@pytest.mark.parametrize("isi", ["tidakada", "lengkap sekali", "tidak-ada", "Ada", "", None, 1.0, True])
def test_anything_else_stays_as_it_is_written(isi: Any) -> None:
    assert baku_kata(isi, STATUS) is isi
