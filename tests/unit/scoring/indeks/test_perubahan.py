"""Where outcomes go, and what is said of points beside them."""

import pandas as pd
import pytest

from kla_lib.rules.capaian import AturanCapaian, load_capaian
from kla_lib.scoring.indeks.perubahan import (
    MEMBAIK,
    MEMBURUK,
    TANPA_PERUBAHAN,
    TANPA_POIN,
    TETAP,
    TIDAK_DIKETAHUI,
    Gerak,
    gerak_capaian,
    poin_capaian,
)
from tests.pembantu.params_uji import PARAMS

ATURAN: AturanCapaian = load_capaian(PARAMS)


def seri(*angka: tuple[int, float], **ganti: object) -> pd.DataFrame:
    isi = {
        "indikator": "13", "ukuran": "Prevalensi stunting", "wilayah": "kota", "satuan": "%", "jenis_sumber": "rutin",
        "arah": "turun_baik", "target": None,
    } | ganti  # fmt: skip
    return pd.DataFrame([isi | {"tahun": t, "nilai": n} for t, n in angka])


def gerak(tabel: pd.DataFrame) -> Gerak:
    (satu,) = gerak_capaian(tabel, "kota", ATURAN)
    return satu


@pytest.mark.parametrize(
    ("lama", "baru", "arah", "hasil"),
    [
        (10.0, 9.0, "turun_baik", MEMBAIK),
        (10.0, 11.0, "turun_baik", MEMBURUK),
        (10.0, 9.1, "turun_baik", TETAP),
        (10.0, 11.0, "naik_baik", MEMBAIK),
        (10.0, 11.0, "netral", TIDAK_DIKETAHUI),
    ],
)
def test_the_measure_itself_says_which_way_is_good(lama: float, baru: float, arah: str, hasil: str) -> None:
    assert gerak(seri((2022, lama), (2023, baru), arah=arah)).arah == hasil


def test_a_survey_needs_a_larger_difference_than_a_record() -> None:
    assert gerak(seri((2021, 13.8), (2023, 10.3), jenis_sumber="survei")).arah == TETAP
    assert gerak(seri((2021, 13.8), (2023, 10.3))).arah == MEMBAIK


def test_a_survey_and_a_record_are_never_compared() -> None:
    dua = pd.concat([seri((2021, 13.8), jenis_sumber="survei"), seri((2023, 2.99))])
    assert {g.arah for g in gerak_capaian(dua, "kota", ATURAN)} == {TIDAK_DIKETAHUI}


def test_a_hidden_figure_and_an_area_are_no_figures_of_the_city() -> None:
    tabel = pd.concat([seri((2022, 10.0), (2023, float("nan"))), seri((2023, 5.0), wilayah="kec-01")])
    g = gerak(tabel)
    assert (g.tahun, g.arah) == (2022, TIDAK_DIKETAHUI)


def test_a_target_is_that_of_the_year_and_met_on_its_edge() -> None:
    assert gerak(seri((2023, 9.5), target=9.5)).tercapai is True
    assert gerak(seri((2023, 9.51), target=9.5)).tercapai is False
    assert gerak(seri((2023, 9.5), target=9.5, arah="netral")).tercapai is None


def test_what_worsens_is_not_outweighed_and_points_stand_beside_it() -> None:
    form = pd.DataFrame({"indikator": ["13", "12"], "nilai": [7.0, 4.0], "nilai_maksimal": [10.0, 10.0], "lengkap": 5})
    ukuran = [
        *gerak_capaian(seri((2022, 10.0), (2023, 8.0)), "kota", ATURAN),
        *gerak_capaian(seri((2022, 10.0), (2023, 12.0), ukuran="Gizi buruk"), "kota", ATURAN),
        *gerak_capaian(seri((2022, 10.0), (2023, 8.0), indikator="12"), "kota", ATURAN),
    ]
    banyak, sedikit = poin_capaian(form, ukuran, ATURAN, berdokumen=True)
    assert (banyak.arah, banyak.daftar, banyak.bagian, banyak.terdukung) == (MEMBURUK, TANPA_PERUBAHAN, 0.7, 0.5)
    assert (sedikit.arah, sedikit.daftar) == (MEMBAIK, TANPA_POIN)


def test_without_documents_or_outcomes_nothing_is_claimed() -> None:
    form = pd.DataFrame({"indikator": ["13", "12"], "nilai": [9, float("nan")], "nilai_maksimal": 10.0, "lengkap": 0})
    tanpa, kosong = poin_capaian(form, gerak_capaian(seri((2023, 8.0)), "kota", ATURAN), ATURAN, berdokumen=False)
    assert (tanpa.arah, tanpa.daftar, tanpa.terdukung) == (TIDAK_DIKETAHUI, "", None)
    assert (kosong.bagian, kosong.daftar) == (None, "")
