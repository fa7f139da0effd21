from datetime import date

import pytest

from kla_lib.bahasa import bahasa, format_angka, format_tanggal, gabung


@pytest.mark.parametrize(
    ("nilai", "desimal", "teks"),
    [
        (771.81, 2, "771,81"),
        (12.5, 2, "12,5"),
        (600.0, 2, "600"),
        (0, 2, "0"),
        (1234567.891, 2, "1.234.567,89"),
        (1000, 0, "1.000"),
        (12.5051, 6, "12,5051"),
        (-28.19, 2, "-28,19"),
    ],
)
def test_numbers_have_indonesian_separators_and_no_idle_decimals(nilai: float, desimal: int, teks: str) -> None:
    assert format_angka(nilai, desimal) == teks


def test_dates_are_written_in_words() -> None:
    assert format_tanggal(date(2021, 3, 16)) == "16 Maret 2021"


def test_numbers_and_dates_follow_the_language_of_the_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KLA_BAHASA", "en")
    assert bahasa() == "en"
    assert format_angka(1771.81) == "1,771.81"
    assert format_tanggal(date(2021, 3, 16)) == "16 March 2021"


def test_indonesian_is_the_language_when_none_is_asked_for() -> None:
    assert bahasa() == "id"


@pytest.mark.parametrize(
    ("bagian", "teks"),
    [([], ""), (["a"], "a"), (["a", "b"], "a dan b"), (["a", "b", "c"], "a, b, dan c")],
)
def test_words_are_joined_as_in_a_sentence(bagian: list[str], teks: str) -> None:
    assert gabung(bagian) == teks
