import pandas as pd
import pytest

from kla_lib.tabel.gabungan import check_gabungan
from kla_lib.tabel.mentah import TabelMentah
from kla_lib.tabel.rentang import Rentang, berbaris


def tabel() -> TabelMentah:
    """Return rows 2, 3, 4 and 6, below names in A, B and D; D is guidance."""
    isi = pd.DataFrame(
        {"kode": ["1", "2", "3", "5"], "nilai": [0.5, None, None, 1.0], "_petunjuk": ["x"] * 4},
        index=[2, 3, 4, 6],
        dtype=object,
    )
    return TabelMentah("a.xlsx", "Satu", isi, {"kode": "A", "nilai": "B", "_petunjuk": "D"})


def pesan(*gabungan: str) -> list[str]:
    return [str(k) for k in check_gabungan(tabel(), gabungan)[1]]


def test_a_merge_over_rows_of_an_answer_is_named_with_its_range() -> None:
    assert pesan("B2:B4") == [
        "a.xlsx, lembar Satu, sel B2: sel gabungan B2:B4: hanya sel pertama yang terbaca. "
        "Pisahkan selnya (Merge & Center > Unmerge) dan isi satu per satu."
    ]


def test_every_merge_is_a_fault_of_its_own() -> None:
    assert len(pesan("B2:B3", "A4:B6")) == 2


@pytest.mark.parametrize("daerah", ["D2:D4", "C2:D4", "B3:B4", "B6:B9", "A7:B9", "A4:B5", "E2:F4"])
def test_a_merge_that_hides_no_answer_harms_nobody(daerah: str) -> None:
    assert pesan(daerah) == []


def test_a_column_that_is_filled_down_may_be_merged() -> None:
    assert check_gabungan(tabel(), ["A2:A4"], lewat=("kode",))[1] == []


def test_cells_under_a_merge_are_not_read_whatever_they_hold() -> None:
    assert list(check_gabungan(tabel(), ["A2:A4"])[0].isi["kode"]) == ["1", None, None, "5"]


def test_a_range_is_understood_by_rows_and_columns() -> None:
    assert Rentang.baca("G51:AA53") == Rentang(7, 51, 27, 53)
    assert Rentang.baca("G51") == Rentang(7, 51, 7, 51)


@pytest.mark.parametrize(("alamat", "ya"), [("A1:A2", True), ("A1:H1", False), ("A1", False)])
def test_a_range_of_several_rows_is_told_from_one_of_a_single_row(alamat: str, ya: bool) -> None:
    assert berbaris(alamat) is ya


@pytest.mark.parametrize("alamat", ["", "A", "1:2", "A1:B2:C3", "a1:b2"])
def test_what_is_no_range_is_refused(alamat: str) -> None:
    with pytest.raises(ValueError, match="no range of cells"):
        berbaris(alamat)
