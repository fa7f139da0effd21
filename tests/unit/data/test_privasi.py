import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kla_lib.data.privasi import suppress_capaian


def capaian(*baris: dict[str, object]) -> pd.DataFrame:
    dasar = {
        "ukuran": "Kekerasan",
        "tahun": 2024,
        "wilayah": "kota-contoh",
        "nilai": None,
        "satuan": "kasus",
        "pembilang": None,
        "penyebut": None,
        "jenis_sumber": "administrasi",
    }
    tabel = pd.DataFrame([dasar | b for b in baris])
    return tabel.astype({"nilai": float, "pembilang": float, "penyebut": float})


def terlihat(tabel: pd.DataFrame) -> list[float | None]:
    return [None if pd.isna(v) else v for v in suppress_capaian(tabel)["nilai"]]


@pytest.mark.parametrize(("nilai", "tampil"), [(0, 0), (1, None), (4, None), (5, 5), (200, 200)])
def test_counts_of_one_to_four_persons_are_hidden(nilai: float, tampil: float | None) -> None:
    assert terlihat(capaian({"nilai": nilai})) == [tampil]


@pytest.mark.parametrize("satuan", ["sekolah", "%", "kantor", "kartu"])
def test_counts_of_things_are_shown(satuan: str) -> None:
    assert terlihat(capaian({"nilai": 3, "satuan": satuan})) == [3]


def test_a_percentage_of_few_persons_is_hidden_with_its_parts() -> None:
    hasil = suppress_capaian(capaian({"nilai": 40, "satuan": "%", "pembilang": 2, "penyebut": 5}))
    assert hasil[["nilai", "pembilang", "penyebut"]].isna().all(axis=None)
    assert list(hasil["disamarkan"]) == [True]


def test_what_is_shown_is_not_marked_as_hidden() -> None:
    assert list(suppress_capaian(capaian({"nilai": 12}, {"nilai": 2, "tahun": 2023}))["disamarkan"]) == [False, True]


def test_a_second_part_of_a_sum_is_hidden_so_that_the_first_cannot_be_computed() -> None:
    tabel = capaian(
        {"ukuran": "Kekerasan", "nilai": 42},
        {"ukuran": "Kekerasan: fisik", "nilai": 30},
        {"ukuran": "Kekerasan: psikis", "nilai": 9},
        {"ukuran": "Kekerasan: seksual", "nilai": 3},
    )
    assert terlihat(tabel) == [42, 30, None, None]


def test_a_second_area_is_hidden_so_that_the_first_cannot_be_computed() -> None:
    tabel = capaian(*({"wilayah": w, "nilai": n} for w, n in (("kec-a", 20), ("kec-b", 2), ("kec-c", 7))))
    assert terlihat(tabel) == [20, None, None]


def test_years_and_kinds_of_source_are_kept_apart() -> None:
    tabel = capaian(
        {"wilayah": "kec-a", "nilai": 2},
        {"wilayah": "kec-b", "nilai": 7},
        {"wilayah": "kec-b", "nilai": 8, "tahun": 2023},
        {"wilayah": "kec-b", "nilai": 9, "jenis_sumber": "survei"},
    )
    assert terlihat(tabel) == [None, None, 8, 9]


def test_two_hidden_parts_need_no_third() -> None:
    tabel = capaian(*({"wilayah": w, "nilai": n} for w, n in (("kec-a", 20), ("kec-b", 2), ("kec-c", 3))))
    assert terlihat(tabel) == [20, None, None]


def test_a_part_hidden_for_one_sum_is_protected_in_its_other_sum_too() -> None:
    # fisik in kec-a hides for fisik in kec-b; then psikis in kec-a must hide, or fisik there is the rest of its sum
    tabel = capaian(
        {"ukuran": "Kekerasan: fisik", "wilayah": "kec-a", "nilai": 6},
        {"ukuran": "Kekerasan: fisik", "wilayah": "kec-b", "nilai": 1},
        {"ukuran": "Kekerasan: psikis", "wilayah": "kec-a", "nilai": 8},
    )
    assert terlihat(tabel) == [None, None, None]


@given(
    st.lists(
        st.tuples(st.sampled_from("abc"), st.sampled_from("xyz"), st.integers(0, 12)),
        unique_by=lambda b: b[:2],
        min_size=1,
        max_size=9,
    )
)
def test_no_part_is_the_only_hidden_one_of_a_sum_with_another_count(baris: list[tuple[str, str, int]]) -> None:
    tabel = capaian(*({"ukuran": f"Kekerasan: {u}", "wilayah": w, "nilai": n} for u, w, n in baris))
    hasil = suppress_capaian(tabel)
    kecil = tabel["nilai"].between(1, 4)
    assert hasil.loc[kecil, "nilai"].isna().all()
    for kolom in ("ukuran", "wilayah"):
        for _, milik in hasil.groupby(kolom):
            tampak = milik["nilai"] > 0
            assert milik["disamarkan"].sum() != 1 or not tampak.any()
