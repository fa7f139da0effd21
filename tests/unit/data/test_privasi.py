"""Small counts of persons never leave the data layer."""

import pandas as pd
import pytest

from kla_lib.data.buku import load_buku
from kla_lib.data.privasi import suppress_capaian
from kla_lib.rules.rapat import path_buku


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
    return list(suppress_capaian(tabel)["nilai"].dropna())


@pytest.mark.parametrize(("nilai", "tampak"), [(0, True), (1, False), (4, False), (5, True)])
def test_counts_of_persons_from_one_to_four_are_hidden(nilai: float, tampak: bool) -> None:
    assert bool(terlihat(capaian(("Kasus kekerasan", "kota", nilai)))) is tampak


def test_a_count_of_schools_is_not_a_count_of_persons() -> None:
    assert terlihat(capaian(("Sekolah ramah anak", "kota", 3), satuan="sekolah")) == [3]


def test_a_hidden_part_cannot_be_found_by_subtraction() -> None:
    tabel = capaian(("Kasus", "kota", 30), ("Kasus: a", "kota", 2), ("Kasus: b", "kota", 8), ("Kasus: c", "kota", 20))
    assert terlihat(tabel) == [30, 20]


def test_two_hidden_parts_hide_each_other() -> None:
    tabel = capaian(("Kasus", "kota", 25), ("Kasus: a", "kota", 2), ("Kasus: b", "kota", 3), ("Kasus: c", "kota", 20))
    assert terlihat(tabel) == [25, 20]


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
    hasil = suppress_capaian(tabel)
    assert hasil[["nilai", "pembilang", "penyebut"]].isna().all().all()
    assert list(hasil["disamarkan"]) == [True]


def test_the_two_cases_of_kota_bekasi_2021_and_their_complement_are_hidden() -> None:
    tabel = load_buku(path_buku("contoh:kota-bekasi")).capaian
    assert tabel is not None
    hasil = suppress_capaian(tabel).set_index("ukuran")
    assert list(hasil.index[hasil["disamarkan"]]) == [
        "Kasus kekerasan anak: eksploitasi",
        "Kasus kekerasan anak: lain-lain",
    ]
    assert hasil.loc["Kasus kekerasan anak: hak asuh", "nilai"] == 22
