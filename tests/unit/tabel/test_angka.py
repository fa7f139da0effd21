import pytest
from hypothesis import given
from hypothesis import strategies as st

from kla_lib.tabel.angka import read_angka
from kla_lib.tabel.sel import Rancu, Tulisan

TITIK, KOMA, CAMPUR = Tulisan.TITIK, Tulisan.KOMA, Tulisan.CAMPUR
SEMUA = (TITIK, KOMA, CAMPUR)


@pytest.mark.parametrize("tulisan", SEMUA)
@pytest.mark.parametrize(
    ("teks", "nilai"),
    [
        ("12,5", 12.5),
        ("12.5", 12.5),
        ("-0,125", -0.125),
        ("0.125", 0.125),
        ("12345.678", 12345.678),
        ("1.234.567", 1234567),
        ("1.234,5", 1234.5),
        ("12.345.678,90", 12345678.9),
    ],
)
def test_a_number_with_one_reading_is_read_wherever_it_stands(tulisan: Tulisan, teks: str, nilai: float) -> None:
    assert read_angka(teks, tulisan) == nilai


@pytest.mark.parametrize(
    ("teks", "tulisan", "hasil"),
    [
        ("1.500", TITIK, 1.5),
        ("1.500", KOMA, Rancu("1.500", "1500", "1,5")),
        ("1.500", CAMPUR, Rancu("1.500", "1500", "1,5")),
        ("1,500", TITIK, Rancu("1,500", "1500", "1,5")),
        ("1,500", KOMA, 1.5),
        ("1,500", CAMPUR, Rancu("1,500", "1500", "1,5")),
        ("-12.345", CAMPUR, Rancu("-12.345", "-12345", "-12,3450")),
        ("1.000", CAMPUR, Rancu("1.000", "1000", "1,0")),
    ],
)
def test_one_sign_before_three_digits_has_two_readings_unless_the_file_says_which(
    teks: str, tulisan: Tulisan, hasil: float | Rancu
) -> None:
    assert read_angka(teks, tulisan) == hasil


@pytest.mark.parametrize("tulisan", SEMUA)
@pytest.mark.parametrize(
    "teks", ["", "12,", ",5", "1,234,567", "1,234.5", "1.23.456", "0.123.456", "1.234.56", "1 234", "12,5 %", "1e5"]
)
def test_any_other_text_stays_as_it_is(tulisan: Tulisan, teks: str) -> None:
    assert read_angka(teks, tulisan) == teks


def test_a_number_too_large_for_a_computer_stays_text() -> None:
    assert read_angka("9" * 400 + ",5", KOMA) == "9" * 400 + ",5"


@given(
    st.decimals(-(10**6), 10**6, places=2, allow_nan=False).map(lambda d: f"{d:.2f}"),
    st.sampled_from(SEMUA),
    st.booleans(),
)
def test_two_decimals_are_read_back_with_dot_or_comma(teks: str, tulisan: Tulisan, koma: bool) -> None:
    assert read_angka(teks.replace(".", ",") if koma else teks, tulisan) == float(teks)
