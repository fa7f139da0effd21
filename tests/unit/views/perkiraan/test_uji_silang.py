"""The page that says how good the forecast is: every outcome beside its range, misses by name, baselines by figure."""

from dataclasses import replace

import pytest

from kla_lib.bahasa import dalam_bahasa
from kla_lib.errors import KlaError
from kla_lib.keadaan.uji_silang import MODEL, UjiSilang, load_uji
from kla_lib.scoring.perkiraan.uji_silang import EM, VA, Nilaian
from kla_lib.views.perkiraan.chart_uji_silang import chart_uji
from kla_lib.views.perkiraan.pembanding import kalimat_pembanding, tabel_pembanding
from kla_lib.views.perkiraan.uji_silang import kalimat_uji, tabel_uji, uji_menurut
from tests.pembantu.berisi import berisi
from tests.pembantu.chart_uji import kolom_tak_tampak
from tests.pembantu.params_uji import PARAMS

UJI = load_uji(PARAMS)


def baris(uji: UjiSilang, dari: str, daerah: str) -> str:
    return next(b for b in tabel_uji(uji, dari).teks.splitlines() if b.startswith(daerah))


def dengan(uji: UjiSilang, lama: Nilaian, baru: Nilaian) -> UjiSilang:
    milik = tuple(baru if n is lama else n for n in uji.nilaian[MODEL])
    return replace(uji, nilaian={**uji.nilaian, MODEL: milik})


def test_the_first_sentence_counts_all_outcomes_and_says_how_wide_the_range_is() -> None:
    utama, tengah, tipis = kalimat_uji(UJI).teks.splitlines()
    assert "Dari 24 perkiraan" in utama
    assert "tidak satu pun pasti di luar" in utama
    assert "360 poin dari EM dan 170 poin dari VA" in utama
    assert "8 dari 12 perkiraan dari EM dan 10 dari 12" in tengah
    assert "hanya 2 berupa nilai" in tipis


def test_an_outcome_outside_the_range_is_counted_and_named_in_table_and_chart() -> None:
    lama = UJI.kita(EM)[0]
    meleset = dengan(UJI, lama, replace(lama, p05=640.0, p25=650.0, p50=660.0, p75=670.0, p95=680.0))
    assert "1 pasti di luar" in kalimat_uji(meleset).teks
    assert "MELESET" in baris(meleset, EM, "Kabupaten Bekasi 2025")
    assert "MELESET" not in tabel_uji(UJI, EM).teks
    assert "✕ di luar rentang" in str(chart_uji(meleset, EM).to_dict())
    assert "✕" not in str(chart_uji(UJI, EM).to_dict())


def test_a_middle_in_another_category_is_called_a_miss_too() -> None:
    assert "kategori tengahnya meleset" in baris(UJI, EM, "Kabupaten Sanggau 2022")
    assert "meleset" not in baris(UJI, EM, "Kota Banjarbaru 2023")


def test_a_row_shows_record_range_outcome_and_the_chance_it_was_given() -> None:
    isi = baris(UJI, EM, "Kabupaten Bekasi 2025").split(" | ")
    assert isi[1:3] == ["854,29", "Pratama 2023"]
    assert isi[5] == "633,21 (Madya)"
    assert isi[6] == "kira-kira 3 dari 10"


@pytest.mark.parametrize("dari", [EM, VA])
def test_the_chart_draws_every_case_and_nothing_that_nobody_sees(dari: str) -> None:
    spec = chart_uji(UJI, dari).to_dict()
    nama = [b["nama"] for isi in spec["datasets"].values() for b in isi if "nama" in b and "urut" in b]
    assert len(nama) == 12
    assert kolom_tak_tampak(spec) == {}
    for n in berisi(UJI.kita(dari)):
        assert n.kasus.daerah in spec["description"]


def test_where_a_rule_of_thumb_is_as_good_the_page_says_so() -> None:
    teks = kalimat_pembanding(UJI).teks
    assert "0,73 × EM setidaknya sama baiknya" in teks
    assert "hampir selebar tanpa EM" in teks
    assert "Tanpa hasil yang sumbernya diragukan (tinggal 7) keunggulan atas hitungan nasional saja tidak" in teks
    assert "Terlalu sedikit hasil untuk membandingkannya dengan kategori yang sama" in teks


def test_a_simple_way_that_is_better_beyond_doubt_is_not_hidden() -> None:
    buruk = tuple(replace(n, log_score=n.log_score - 2) for n in UJI.nilaian[MODEL])
    kalah = replace(UJI, nilaian={**UJI.nilaian, MODEL: buruk})
    assert "perkiraan ini kalah" in tabel_pembanding(kalah, EM).teks
    assert "hitungan nasional saja setidaknya sama baiknya" in kalimat_pembanding(kalah).teks
    assert "Perkiraan ini lebih baik" not in kalimat_pembanding(kalah).teks


def test_the_table_of_ways_holds_the_model_before_and_compares_on_the_same_cases() -> None:
    teks = tabel_pembanding(UJI, VA).teks
    assert "model sebelumnya | 12 |" in teks
    assert "pada 7 yang sama" in teks


def test_results_made_anew_say_so_and_how_to_keep_them() -> None:
    assert "make bukti" in kalimat_uji(replace(UJI, tersimpan=False)).teks
    assert "make bukti" not in kalimat_uji(UJI).teks


def test_outcomes_in_doubt_take_part_or_not_and_another_word_is_refused() -> None:
    assert uji_menurut(PARAMS, "ikut") is UJI
    assert "Dari 18 perkiraan" in kalimat_uji(uji_menurut(PARAMS, "tanpa")).teks
    with pytest.raises(KlaError, match=r"'ya' tidak dikenal\. Tulis \"ikut\" atau \"tanpa\""):
        uji_menurut(PARAMS, "ya")


def test_without_any_outcome_there_is_a_sentence_and_no_fault() -> None:
    kosong = replace(UJI, nilaian=dict.fromkeys(UJI.nilaian, ()))
    for isi in (kalimat_uji(kosong), tabel_uji(kosong, EM), chart_uji(kosong, EM)):
        assert "elum ada hasil" in isi.teks or "Tidak ada hasil" in isi.teks
    assert tabel_pembanding(kosong, EM).teks == kalimat_pembanding(kosong).teks == ""


def test_the_page_speaks_english_too() -> None:
    with dalam_bahasa("en"):
        assert "Of 24 forecasts" in kalimat_uji(UJI).teks
        assert "0.73 × EM is at least as good" in kalimat_pembanding(UJI).teks
