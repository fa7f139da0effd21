"""The steps of an index on small tables: each shown, missing figures open, bad cells named."""

import math

import numpy as np
import pandas as pd
import pytest

from kla_lib.errors import KlaError
from kla_lib.rules.indeks import Indeks
from kla_lib.scoring.indeks.hitung import compute_indeks, compute_sebanding


def ukuran(nama: str, klaster: str = "a", arah: str = "naik_baik", **lain: object) -> dict[str, object]:
    titik = {"bawah": {"nilai": 0, "sumber": "anggapan"}, "atas": {"nilai": 100, "sumber": "anggapan"}}
    return {"ukuran": nama, "klaster": klaster, "arah": arah, "acuan": titik, **lain}


def indeks(*daftar: dict[str, object], **lain: object) -> Indeks:
    klaster = {str(u["klaster"]): 1.0 for u in daftar}
    return Indeks.model_validate({"nama": "uji", "judul": "Uji", "klaster": klaster, "ukuran": daftar, **lain})


def tabel(**kolom: list[object]) -> pd.DataFrame:
    return pd.DataFrame(kolom, index=["p", "q", "r"][: len(next(iter(kolom.values())))])


DUA = indeks(ukuran("x", bobot=3), ukuran("y", arah="turun_baik"))


def test_the_direction_is_a_step_of_its_own_and_turns_the_goalposts_too() -> None:
    hasil = compute_indeks(tabel(x=[40.0, 80.0], y=[10.0, 60.0]), DUA)
    assert hasil.transformasi.tabel["y"].tolist() == [10, 60]
    assert hasil.arah.tabel["y"].tolist() == [-10, -60]
    assert hasil.arah.rincian.loc["y", ["tanda", "bawah", "atas"]].tolist() == [-1, -100, 0]
    assert hasil.normalisasi.tabel["y"].tolist() == [0.9, 0.4]
    assert hasil.nilai.tolist() == pytest.approx([0.75 * 0.4 + 0.25 * 0.9, 0.75 * 0.8 + 0.25 * 0.4])


@pytest.mark.parametrize("cara", ["min_maks", "skor_z", "peringkat", "persentil", "selisih_rata", "selisih_terburuk"])
def test_however_it_is_normalised_less_of_what_is_bad_is_better(cara: str) -> None:
    hasil = compute_indeks(tabel(y=[10, 60, 30]), indeks(ukuran("y", arah="turun_baik"), normalisasi=cara))
    assert hasil.peringkat.tolist() == [1, 3, 2]


def test_a_ratio_of_what_is_better_low_is_refused() -> None:
    with pytest.raises(KlaError, match="rasio_rata"):
        compute_indeks(tabel(y=[10, 60]), indeks(ukuran("y", arah="turun_baik"), normalisasi="rasio_rata"))


def test_one_unit_and_many_give_the_same_value_by_goalposts() -> None:
    semua = pd.DataFrame({"x": np.linspace(0, 100, 514), "y": np.linspace(90, 5, 514)})
    assert compute_indeks(semua.loc[[77]], DUA).nilai[77] == compute_indeks(semua, DUA).nilai[77]


@pytest.mark.parametrize("cara", ["min_maks", "skor_z"])
def test_what_compares_units_is_refused_for_one_alone(cara: str) -> None:
    with pytest.raises(KlaError, match=r"padahal hanya ada satu\. Pakai normalisasi: acuan\."):
        compute_indeks(tabel(x=[40]), indeks(ukuran("x"), normalisasi=cara))


def test_the_distance_to_a_target_ends_at_the_target() -> None:
    hasil = compute_indeks(tabel(x=[20, 50, 90]), indeks(ukuran("x", target=80.0), normalisasi="jarak_target"))
    assert hasil.nilai.tolist() == [0, 0.5, 1]


def test_a_missing_figure_gives_its_weight_to_the_others_of_its_klaster_and_the_cover_tells() -> None:
    hasil = compute_indeks(tabel(x=[40.0, np.nan], y=[np.nan, 60.0]), DUA)
    assert hasil.cakupan.tolist() == [0.75, 0.25]
    assert hasil.nilai["p"] == pytest.approx(0.4)
    assert math.isnan(hasil.nilai["q"])
    assert math.isnan(hasil.peringkat["q"])


@pytest.mark.parametrize(("minimal", "ada"), [(0.75, True), (0.7500001, False)])
def test_the_least_cover_itself_is_enough(minimal: float, ada: bool) -> None:
    hasil = compute_indeks(tabel(x=[40.0], y=[np.nan]), DUA.model_copy(update={"cakupan_minimal": minimal}))
    assert pd.notna(hasil.nilai["p"]) == ada


def test_a_klaster_without_a_value_holds_up_no_index_though_its_figures_count_as_cover() -> None:
    tiga = indeks(ukuran("x", "a"), ukuran("y", "b"), ukuran("z", "b", bobot=0.9))
    hasil = compute_indeks(tabel(x=[40.0], y=[20.0], z=[np.nan]), tiga)
    assert hasil.cakupan["p"] == pytest.approx((1 + 1 / 1.9) / 2)
    assert hasil.cakupan["p"] > 0.65
    assert hasil.klaster.loc["p", "a"] == 0.4
    assert math.isnan(hasil.klaster.loc["p", "b"])
    assert math.isnan(hasil.nilai["p"]), "half of the weight is not enough"


def test_a_geometric_mean_is_zero_where_a_part_is_and_refuses_a_negative_one() -> None:
    geo = {"agregasi": {"klaster": "geometrik"}}
    assert compute_indeks(tabel(x=[0, 25], y=[40, 0]), indeks(ukuran("x"), ukuran("y"), **geo)).nilai.tolist() == [0, 0]
    sepi = indeks(ukuran("x", bobot=0), ukuran("y"), **geo)
    assert compute_indeks(tabel(x=[0], y=[40]), sepi).nilai["p"] == pytest.approx(0.4)
    with pytest.raises(KlaError, match="tidak punya rata-rata geometrik"):
        compute_indeks(tabel(x=[1, 2, 5], y=[1, 4, 2]), indeks(ukuran("x"), ukuran("y"), normalisasi="skor_z", **geo))


def test_weights_that_are_given_count_in_proportion_and_equal_ones_look_at_nothing() -> None:
    assert compute_indeks(tabel(x=[1], y=[1]), DUA).bobot["efektif"].tolist() == [0.75, 0.25]
    sama = DUA.model_copy(update={"cara_bobot": "sama"})
    assert compute_indeks(tabel(x=[1], y=[1]), sama).bobot["efektif"].tolist() == [0.5, 0.5]


def test_two_years_are_compared_by_what_both_have() -> None:
    dua = indeks(ukuran("x"), ukuran("y"), cakupan_minimal=0.5)
    hasil = compute_indeks(tabel(x=[40.0, 40.0], y=[20.0, np.nan]), dua)
    assert hasil.nilai.tolist() == pytest.approx([0.3, 0.4]), "better only because a bad figure is missing"
    bersama = compute_sebanding(hasil, "p", "q")
    assert bersama is not None
    assert bersama.nilai.tolist() == [0.4, 0.4]


@pytest.mark.parametrize(
    ("isi", "bagian"),
    [
        ({"x": ["tiga", 1], "y": [1, 2]}, ["tabel, p, x: 'tiga' bukan angka"]),
        ({"x": [101, 1], "y": [1, -2]}, ["p, x: 101 % bukan bagian dari seratus", "q, y: -2 % bukan"]),
        ({"x": [None, 1], "y": [None, 2]}, ["'p' tidak punya satu angka pun"]),
        ({"x": [1, 2], "yy": [1, 2]}, ["ukuran 'y' tidak ada di tabel"]),
        ({"x": [math.inf, 2], "y": [1, 2]}, ["'inf' bukan angka"]),
    ],
)
def test_a_table_that_cannot_be_used_says_where_and_why(isi: dict[str, list[object]], bagian: list[str]) -> None:
    persen = indeks(ukuran("x", satuan="%"), ukuran("y", satuan="%"))
    with pytest.raises(KlaError) as e:
        compute_indeks(tabel(**isi), persen)
    assert all(b in str(e.value) for b in bagian)
    assert len(e.value.kesalahan) == len(bagian)


def test_a_unit_that_stands_twice_is_refused() -> None:
    with pytest.raises(KlaError, match="'2024' ada dua kali"):
        compute_indeks(pd.DataFrame({"x": [1, 2], "y": [1, 2]}, index=[2024, 2024]), DUA)


def test_a_figure_without_logarithm_is_named() -> None:
    with pytest.raises(KlaError, match="0 tidak punya logaritma"):
        compute_indeks(tabel(x=[0, 5]), indeks(ukuran("x", transformasi="log"), normalisasi="min_maks"))
