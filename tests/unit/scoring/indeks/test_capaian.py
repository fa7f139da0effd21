"""What the Capaian of a book gives to an index: one series of each measure, nothing hidden, nothing guessed."""

import pandas as pd
import pytest

from kla_lib.errors import KlaError
from kla_lib.scoring.indeks.capaian import (
    ARAH_LAIN,
    SAMAR,
    SATUAN_LAIN,
    SUMBER_LAIN,
    TIDAK_ADA,
    Catatan,
    bahan_kota,
    bahan_wilayah,
)
from kla_lib.scoring.indeks.hitung import compute_indeks
from tests.unit.scoring.indeks.test_hitung import indeks, ukuran

BENTUK = {"wilayah": "kota-uji", "tahun": 2024, "satuan": "%", "jenis_sumber": "survei", "disamarkan": False}


def capaian(*baris: dict[str, object]) -> pd.DataFrame:
    tabel = pd.DataFrame([BENTUK | b for b in baris])
    tabel.index = pd.RangeIndex(2, 2 + len(tabel))
    return tabel


X = indeks(ukuran("x", jenis_sumber="survei", satuan="%", alias=("x lama",)))


def test_survey_and_routine_are_never_put_together() -> None:
    c = capaian({"ukuran": "x", "nilai": 20.0}, {"ukuran": "x", "nilai": 5.0, "tahun": 2023, "jenis_sumber": "rutin"})
    assert bahan_kota(c, X, "kota-uji").tabel["x"].to_dict() == {2024: 20}
    assert bahan_kota(c[c["jenis_sumber"] == "rutin"], X, "kota-uji").catatan == (
        Catatan(SUMBER_LAIN, "x", ("rutin", "survei")),
    )
    with pytest.raises(KlaError, match=r"lembar Capaian, baris 3: .*beberapa jenis sumber: rutin, survei"):
        bahan_kota(c, indeks(ukuran("x")), "kota-uji")


def test_another_name_of_a_measure_joins_its_series_but_not_twice_in_a_year() -> None:
    c = capaian({"ukuran": "x", "nilai": 20.0}, {"ukuran": "X  lama", "nilai": 25.0, "tahun": 2023})
    assert bahan_kota(c, X, "Kota-Uji").tabel["x"].to_dict() == {2023: 25, 2024: 20}
    with pytest.raises(KlaError, match="baris 3: ukuran 'x' punya dua angka untuk 2024"):
        bahan_kota(c.assign(tahun=2024), X, "kota-uji")


def test_what_cannot_enter_is_told() -> None:
    c = capaian({"ukuran": "x", "nilai": 20.0, "satuan": "anak"})
    assert bahan_kota(c, X, "kota-uji").catatan == (Catatan(SATUAN_LAIN, "x", ("anak", "%")),)
    assert bahan_kota(c.assign(ukuran="y"), X, "kota-uji").catatan == (Catatan(TIDAK_ADA, "x"),)
    assert bahan_kota(None, X, "kota-uji").tabel.empty


def test_a_book_that_reads_a_measure_the_other_way_round_is_told() -> None:
    c = capaian({"ukuran": "x", "nilai": 20.0, "arah": "turun_baik"})
    assert bahan_kota(c, X, "kota-uji").catatan == (Catatan(ARAH_LAIN, "x", ("turun_baik", "naik_baik")),)
    assert bahan_kota(c.assign(arah="netral"), X, "kota-uji").catatan == ()


def test_a_hidden_figure_is_missing_for_the_index_too() -> None:
    dua = indeks(ukuran("x"), ukuran("y"), cakupan_minimal=0.5)
    c = capaian({"ukuran": "x", "nilai": 20.0}, {"ukuran": "y", "nilai": None, "disamarkan": True})
    bahan = bahan_kota(c, dua, "kota-uji")
    assert bahan.catatan == (Catatan(SAMAR, "y", ("2024",)),)
    hasil = compute_indeks(bahan.tabel, dua)
    assert (hasil.nilai[2024], hasil.cakupan[2024]) == (0.2, 0.5)


def test_a_percentage_above_a_hundred_is_refused_with_its_row() -> None:
    with pytest.raises(KlaError, match=r"baris 2: x: 104,5 % bukan bagian dari seratus"):
        bahan_kota(capaian({"ukuran": "x", "nilai": 104.5}), X, "kota-uji")


def test_the_areas_of_a_year_are_the_units_without_the_city_itself() -> None:
    c = capaian(
        {"ukuran": "x", "nilai": 20.0},
        {"ukuran": "x", "nilai": 30.0, "wilayah": "kec-01"},
        {"ukuran": "x", "nilai": 50.0, "wilayah": "kec-02"},
        {"ukuran": "x", "nilai": 50.0, "wilayah": "kec-02", "tahun": 2023},
    )
    assert bahan_wilayah(c, X, "kota-uji", 2024).tabel["x"].to_dict() == {"kec-01": 30, "kec-02": 50}
