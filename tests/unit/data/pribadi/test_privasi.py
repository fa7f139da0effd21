"""Small counts of persons never leave the data layer."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kla_lib.data.buku import load_buku
from kla_lib.data.pribadi.samar import suppress_capaian
from kla_lib.rules.privasi import load_privasi
from kla_lib.rules.rapat import path_buku
from tests.pembantu.berisi import berisi
from tests.pembantu.params_uji import PARAMS


def capaian(*baris: tuple[str, str, float], satuan: str = "kasus", tahun: int = 2024) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                "ukuran": ukuran,
                "wilayah": wilayah,
                "tahun": tahun,
                "nilai": nilai,
                "satuan": satuan,
                "pembilang": float("nan"),
                "penyebut": float("nan"),
                "jenis_sumber": "administrasi",
            }
            for ukuran, wilayah, nilai in baris
        ]
    )


def terlihat(tabel: pd.DataFrame) -> list[float]:
    return list(suppress_capaian(tabel, load_privasi(PARAMS))["nilai"].dropna())


@pytest.mark.parametrize(("nilai", "tampak"), [(0, True), (1, False), (4, False), (5, True)])
def test_counts_of_persons_from_one_to_four_are_hidden(nilai: float, tampak: bool) -> None:
    assert bool(terlihat(capaian(("Kasus kekerasan", "kota", nilai)))) is tampak


def test_a_count_of_schools_is_not_a_count_of_persons() -> None:
    assert terlihat(capaian(("Sekolah ramah anak", "kota", 3), satuan="sekolah")) == [3]


def test_a_hidden_part_cannot_be_found_by_subtraction() -> None:
    tabel = capaian(("Kasus", "kota", 30), ("Kasus: a", "kota", 2), ("Kasus: b", "kota", 8), ("Kasus: c", "kota", 20))
    assert terlihat(tabel) == [30, 20]


def test_two_hidden_parts_hide_each_other() -> None:
    tabel = capaian(("Kasus", "kota", 26), ("Kasus: a", "kota", 2), ("Kasus: b", "kota", 4), ("Kasus: c", "kota", 20))
    assert terlihat(tabel) == [26, 20]


def test_two_hidden_parts_that_add_to_five_leave_four_values_and_hide_a_third() -> None:
    tabel = capaian(("Kasus", "kota", 25), ("Kasus: a", "kota", 2), ("Kasus: b", "kota", 3), ("Kasus: c", "kota", 20))
    assert terlihat(tabel) == [25]


def test_a_hidden_area_cannot_be_found_from_the_other_areas() -> None:
    tabel = capaian(("Kasus", "kec-01", 3), ("Kasus", "kec-02", 7), ("Kasus", "kec-03", 11))
    assert terlihat(tabel) == [11]


def test_each_year_is_hidden_on_its_own() -> None:
    tabel = pd.concat(
        [capaian(("Kasus", "kota", 4), tahun=2023), capaian(("Kasus", "kota", 9), tahun=2024)], ignore_index=True
    )
    assert terlihat(tabel) == [9]


def test_a_share_of_persons_with_a_small_part_hides_share_and_parts() -> None:
    tabel = capaian(("Cakupan layanan", "kota", 40.0), satuan="%").assign(pembilang=2.0, penyebut=5.0)
    hasil = suppress_capaian(tabel, load_privasi(PARAMS))
    assert hasil[["nilai", "pembilang", "penyebut"]].isna().all().all()
    assert list(hasil["disamarkan"]) == [True]


def test_the_two_cases_of_kota_bekasi_2021_and_their_complement_are_hidden() -> None:
    tabel = load_buku(PARAMS, path_buku("contoh:kota-bekasi")).capaian
    assert tabel is not None
    hasil = suppress_capaian(tabel, load_privasi(PARAMS)).set_index("ukuran")
    assert list(hasil.index[hasil["disamarkan"]]) == [
        "Kasus kekerasan anak: eksploitasi",
        "Kasus kekerasan anak: lain-lain",
    ]
    assert hasil.loc["Kasus kekerasan anak: hak asuh", "nilai"] == 22


def test_a_part_hidden_for_one_sum_is_protected_in_its_other_sum_too() -> None:
    # a in kec-01 hides for a in kec-02; then b in kec-01 must hide, or a there is the rest of its sum
    assert terlihat(capaian(("Kasus: a", "kec-01", 6), ("Kasus: a", "kec-02", 1), ("Kasus: b", "kec-01", 8))) == []


@given(
    st.lists(
        st.tuples(st.sampled_from("abc"), st.sampled_from("xyz"), st.integers(0, 12)),
        unique_by=lambda b: b[:2],
        min_size=1,
        max_size=9,
    )
)
def test_no_sum_has_one_hidden_part_beside_a_part_that_is_shown(baris: list[tuple[str, str, int]]) -> None:
    tabel = capaian(*((f"Kasus: {u}", w, float(n)) for u, w, n in baris))
    hasil = suppress_capaian(tabel, load_privasi(PARAMS))
    assert hasil.loc[tabel["nilai"].between(1, 4), "nilai"].isna().all()
    for kolom in ("ukuran", "wilayah"):
        for _, milik in berisi(hasil.groupby(kolom)):
            assert milik["disamarkan"].sum() != 1 or not (milik["nilai"] > 0).any()


@pytest.mark.parametrize("satuan", ["pasien", "pasangan", "kasus anak", "ABH", "pengaduan"])
def test_a_unit_that_is_not_known_is_taken_to_count_persons(satuan: str) -> None:
    assert terlihat(capaian(("Ukuran", "kota", 3), satuan=satuan)) == []


def test_two_hidden_ones_that_add_to_two_hide_a_third_part() -> None:
    tabel = capaian(
        ("Kasus", "kota", 22),
        ("Kasus: fisik", "kota", 1),
        ("Kasus: eksploitasi", "kota", 1),
        ("Kasus: seksual", "kota", 20),
    )
    assert terlihat(tabel) == [22]


def test_a_share_that_leaves_one_child_out_is_hidden() -> None:
    assert terlihat(capaian(("Cakupan", "kota", 98.0), satuan="%").assign(pembilang=49.0, penyebut=50.0)) == []
