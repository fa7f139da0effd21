"""A cell with the data years of a document: one or several, read strictly."""

import pytest

from kla_lib.tabel.tahun import DAFTAR_TAHUN


@pytest.mark.parametrize(
    ("sel", "isi"),
    [
        ("2024; 2025", "2024; 2025"),
        ("2025;2024", "2024; 2025"),
        ("2024, 2025", "2024; 2025"),
        ("2024 dan 2025", "2024; 2025"),
        ("2024; 2024", "2024"),
        ("2024;", "2024"),
        (2024, "2024"),
        (2024.0, "2024"),
    ],
)
def test_years_are_kept_once_and_in_order(sel: object, isi: str) -> None:
    assert DAFTAR_TAHUN.sah(sel)
    assert DAFTAR_TAHUN.ubah(sel) == isi


@pytest.mark.parametrize(
    ("sel", "perbaikan"),
    [
        ("2023-2025", "2023; 2024; 2025"),
        ("2024 s.d. 2025", "2024; 2025"),
        ("2024/25", "2024; 2025"),
        ("dua ribu dua puluh empat", "empat angka"),
        ("24; 25", "empat angka"),
        ("2024; n/a", "empat angka"),
        ("2025-2024", "empat angka"),
        (2024.2025, "empat angka"),
        (True, "empat angka"),
        ("3024", "empat angka"),
    ],
)
def test_a_range_words_and_nonsense_are_refused_with_what_to_write(sel: object, perbaikan: str) -> None:
    assert not DAFTAR_TAHUN.sah(sel)
    salah, tulis = DAFTAR_TAHUN.nasihat(sel)
    assert "bukan tahun data" in salah
    assert perbaikan in tulis
