import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from kla_lib.scoring.dokumen.status import BAGIAN, bagi_nilai, status_per_pertanyaan, status_pertanyaan
from tests.pembantu.berisi import berisi

INDUK = np.array([0, 0, 0, 1, 1, 1])
MAKSIMAL = np.array([10.0, 5.0])
STATUS = ("lengkap", "kurang", "belum_dicatat")


@pytest.mark.parametrize(
    ("dokumen", "status"),
    [
        ([], "belum_dicatat"),
        (["lengkap"], "lengkap"),
        (["lengkap", "lengkap"], "lengkap"),
        (["lengkap", "kurang"], "kurang"),
        (["lengkap", "tidak_ada"], "kurang"),
        (["lengkap", "belum_diperiksa"], "belum_dicatat"),
        (["kurang", "belum_diperiksa"], "kurang"),
        (["tidak_ada"], "kurang"),
        (["belum_diperiksa"], "belum_dicatat"),
    ],
)
def test_a_question_is_as_complete_as_its_worst_document(dokumen: list[str], status: str) -> None:
    assert status_pertanyaan(dokumen) == status


def kaitan(*baris: tuple[str, str, str, bool]) -> pd.DataFrame:
    return pd.DataFrame(list(baris), columns=["indikator", "pertanyaan", "id_dokumen", "wajib"])


TANYA = pd.DataFrame({"indikator": ["4", "4", "4", "5"], "pertanyaan": ["1", "2", "3", "1"]})
REGISTER = pd.DataFrame({"id_dokumen": ["A", "B", "C"], "status": ["lengkap", "kurang", "belum_diperiksa"]})


def test_only_required_documents_count_where_there_are_any() -> None:
    milik = kaitan(("4", "1", "A", True), ("4", "1", "B", False), ("4", "2", "A", False), ("4", "2", "B", False))
    assert status_per_pertanyaan(TANYA, milik, REGISTER) == ["lengkap", "kurang", "belum_dicatat", "belum_dicatat"]


def test_the_same_question_number_of_another_indikator_is_another_question() -> None:
    assert status_per_pertanyaan(TANYA, kaitan(("5", "1", "A", True)), REGISTER) == [*["belum_dicatat"] * 3, "lengkap"]


def test_without_a_register_nothing_is_known() -> None:
    milik = kaitan(("4", "1", "A", True))
    assert status_per_pertanyaan(TANYA, None, REGISTER) == ["belum_dicatat"] * 4
    assert status_per_pertanyaan(TANYA, milik, None) == ["belum_dicatat"] * 4


def test_points_are_divided_by_the_state_of_their_documents() -> None:
    bagian = bagi_nilai(
        np.array([4.0, 2.0, 1.0, np.nan, 3.0, 0.0]),
        ["lengkap", "kurang", "belum_dicatat", "lengkap", "kurang", "lengkap"],
        INDUK,
        MAKSIMAL,
    )
    assert {nama: larik.tolist() for nama, larik in bagian.items()} == {
        "lengkap": [4, 0],
        "kurang": [2, 3],
        "belum_dicatat": [1, 0],
        "sisa": [3, 2],
    }


def test_the_safest_points_fill_the_cap_first() -> None:
    bagian = bagi_nilai(
        np.array([5.0, 4.0, 3.0, 6.0, 1.0, 1.0]),
        ["belum_dicatat", "kurang", "lengkap", "lengkap", "kurang", "belum_dicatat"],
        INDUK,
        MAKSIMAL,
    )
    assert {nama: larik.tolist() for nama, larik in bagian.items()} == {
        "lengkap": [3, 5],
        "kurang": [4, 0],
        "belum_dicatat": [3, 0],
        "sisa": [0, 0],
    }


NILAI = arrays(float, (3, 6), elements=st.one_of(st.just(np.nan), st.floats(0, 6, width=32).map(float)))
DAFTAR_STATUS = st.lists(st.sampled_from(STATUS), min_size=6, max_size=6)


@given(NILAI, DAFTAR_STATUS)
def test_the_four_parts_add_to_the_maximum_and_none_is_negative(nilai: np.ndarray, status: list[str]) -> None:
    bagian = bagi_nilai(nilai, status, INDUK, MAKSIMAL)
    assert tuple(bagian) == BAGIAN
    assert np.allclose(sum(bagian.values()), MAKSIMAL)
    assert all((larik >= 0).all() for larik in berisi(bagian.values()))


@given(NILAI, DAFTAR_STATUS)
def test_many_draws_are_divided_as_one_by_one(nilai: np.ndarray, status: list[str]) -> None:
    sekaligus = bagi_nilai(nilai, status, INDUK, MAKSIMAL)
    for n, baris in berisi(enumerate(nilai)):
        satu = bagi_nilai(baris, status, INDUK, MAKSIMAL)
        assert all(np.array_equal(sekaligus[nama][n], satu[nama]) for nama in BAGIAN)


@given(NILAI, DAFTAR_STATUS, st.integers(0, 5))
def test_a_question_that_becomes_complete_never_lowers_the_complete_points(
    nilai: np.ndarray, status: list[str], letak: int
) -> None:
    lebih_baik = [*status[:letak], "lengkap", *status[letak + 1 :]]
    sebelum = bagi_nilai(nilai, status, INDUK, MAKSIMAL)["lengkap"]
    sesudah = bagi_nilai(nilai, lebih_baik, INDUK, MAKSIMAL)["lengkap"]
    assert (sesudah >= sebelum).all()
