from typing import Any

import pytest

from kla_lib.tabel.kata import baku_kata, penanda_kosong

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


@pytest.mark.parametrize(
    "isi",
    [
        *("-", "--", " – ", "—", "−", ".", "...", "…", "?", "???", "/", "_", "(-)", "'-", "- -", "\u00a0-"),
        *("n/a", "N/A", "n.a.", "NA", "n / a", "nihil", "NIHIL.", "(nihil)", "null", "None", "kosong"),
        *("belum ada", "Belum  ada", "belum ada data", "tidak ada data", "Data belum tersedia", "tidak diketahui"),
    ],
)
def test_a_placeholder_alone_in_a_cell_says_nothing(isi: str) -> None:
    assert penanda_kosong(isi)


@pytest.mark.parametrize(
    "isi",
    [
        *("- rapat\n- surat", "-5", "0", "a", "Na a", "tidak ada", "belum", "nihil kasus", "n/a: tidak diminta form"),
        *("✓", "v", "x", "%", "*", "Belum ada SK", "kosong melompong", "Tidak ada kendala", None, 0, 1.5, True),
    ],
)
def test_whatever_says_more_than_a_placeholder_is_content(isi: Any) -> None:
    assert not penanda_kosong(isi)
