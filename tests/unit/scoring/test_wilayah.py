"""What areas answered: shares as a range where answers are missing, never zero for them."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kla_lib.rules.form.instrumen import load_instrumen
from kla_lib.rules.privasi import load_privasi
from kla_lib.scoring.wilayah import rekap_pertanyaan, rekap_wilayah
from tests.pembantu.keadaan_uji import keadaan_contoh
from tests.pembantu.kerja_uji import jawaban, muat
from tests.pembantu.params_uji import PARAMS

NILAI = ["em", "klaster_1", "4", "1", 1]
FORM = load_instrumen(PARAMS, "2024")


def rekap(folder: Path, *wilayah, kode: str = "25/2"):
    buku = muat(folder, NILAI, wilayah=wilayah)
    r = rekap_pertanyaan(buku.wilayah, buku.instrumen, load_privasi(PARAMS))
    return r[(r["indikator"] + "/" + r["pertanyaan"]) == kode].iloc[0]


def test_a_missing_answer_may_be_a_yes_or_a_no(tmp_path: Path) -> None:
    isi = ["ya", "ya", "tidak", None]
    r = rekap(tmp_path, *(jawaban(f"kec-{n}", "25/2", s) for n, s in enumerate(isi)))
    assert (r["wilayah"], r["menjawab"], r["ya"]) == (4, 3, 2)
    assert (r["terendah"], r["tertinggi"]) == (50, 75)


def test_with_all_answers_the_share_is_one_number(tmp_path: Path) -> None:
    r = rekap(tmp_path, *(jawaban(f"kec-{n}", "25/2", s) for n, s in enumerate(["ya", "tidak"])))
    assert r["terendah"] == r["tertinggi"] == 50


def test_without_any_answer_nothing_is_excluded(tmp_path: Path) -> None:
    r = rekap(tmp_path, jawaban("kec-1", "25/2", None), jawaban("kec-2", "25/3", "ya"))
    assert (r["wilayah"], r["menjawab"], r["terendah"], r["tertinggi"]) == (2, 0, 0, 100)


def test_an_area_that_sent_no_row_of_a_question_still_counts_among_all(tmp_path: Path) -> None:
    r = rekap(tmp_path, jawaban("kec-1", "25/2", "ya"), jawaban("kec-2", "25/3", "ya"))
    assert (r["terendah"], r["tertinggi"]) == (50, 100)


@pytest.mark.parametrize("isi", ["Ya", " ya ", "TRUE", "YA"])
def test_a_yes_is_a_yes_however_it_is_written(tmp_path: Path, isi: str) -> None:
    assert rekap(tmp_path, jawaban("kec-1", "25/2", isi))["ya"] == 1


def test_an_answer_that_is_neither_is_not_guessed(tmp_path: Path) -> None:
    isi = ["ya", "sedang disusun", "12"]
    r = rekap(tmp_path, *(jawaban(f"kec-{n}", "25/2", s) for n, s in enumerate(isi)))
    assert (r["menjawab"], r["lain"]) == (3, 2)
    assert (round(r["terendah"]), r["tertinggi"]) == (33, 100)


def test_counts_are_added_and_make_no_share(tmp_path: Path) -> None:
    r = rekap(tmp_path, *(jawaban(f"kec-{n}", "25/2", s) for n, s in enumerate(["12", "30"])))
    assert r["jumlah"] == 42
    assert r[["terendah", "tertinggi"]].isna().all()
    assert not r["disamarkan"]


@pytest.mark.parametrize(("isi", "samar"), [(["1", "3"], True), (["0", "0"], False), (["2", "3"], False)])
def test_a_small_sum_could_be_children_and_is_hidden(tmp_path: Path, isi: list[str], samar: bool) -> None:
    r = rekap(tmp_path, *(jawaban(f"kec-{n}", "25/2", s) for n, s in enumerate(isi)))
    assert r["disamarkan"] == samar
    assert (r["jumlah"] != r["jumlah"]) == samar


def test_questions_of_the_areas_that_another_office_answers_are_listed_as_such() -> None:
    k = keadaan_contoh("kota-contoh-1")
    r = rekap_pertanyaan(k.buku.wilayah, k.instrumen, load_privasi(PARAMS))
    lain = r[r["sumber_lain"]]
    assert "25/6" in set(lain["indikator"] + "/" + lain["pertanyaan"])
    assert not lain["diisi_kecamatan"].any()
    assert not lain["diisi_desa"].any()
    assert set(lain.loc[lain["indikator"] == "25", "tingkat"]) == {"kecamatan"}
    assert set(lain.loc[lain["indikator"] == "26", "tingkat"]) == {"kelurahan"}


def test_an_area_that_answers_such_a_question_anyway_is_heard(tmp_path: Path) -> None:
    r = rekap(tmp_path, jawaban("kec-1", "25/6", "ya"), kode="25/6")
    assert (r["menjawab"], r["sumber_lain"]) == (1, False)


def test_the_rows_about_areas_hold_one_hundred_points() -> None:
    r = rekap_pertanyaan(None, FORM, load_privasi(PARAMS))
    assert r["nilai_maksimal"].sum() == 100
    assert len(r) == 35


def test_a_form_without_questions_asks_areas_nothing() -> None:
    assert rekap_pertanyaan(None, load_instrumen(PARAMS, "2022"), load_privasi(PARAMS)).empty


def test_per_area_what_came_in_and_when(tmp_path: Path) -> None:
    wilayah = [
        jawaban("kec-1", "25/2", "ya", "2025-01-10"),
        jawaban("kec-1", "25/3", "tidak", "2025-01-20"),
        jawaban("kec-1", "25/4", None),
        jawaban("kel-1", "26/2", None),
    ]
    buku = muat(tmp_path, NILAI, wilayah=wilayah)
    kec, kel = rekap_wilayah(buku.wilayah, buku.instrumen).itertuples()
    assert (kec.masuk, kec.ditanya, kec.terakhir) == (
        2,
        int(FORM.pertanyaan["diisi_kecamatan"].sum()),
        date(2025, 1, 20),
    )
    assert (kel.masuk, kel.ditanya, kel.terakhir) == (0, int(FORM.pertanyaan["diisi_desa"].sum()), None)


def test_without_the_table_it_is_not_known_who_answered() -> None:
    assert rekap_wilayah(None, FORM) is None


@given(st.lists(st.sampled_from(["ya", "tidak", None, "?"]), min_size=1, max_size=12))
def test_the_truth_lies_in_the_range_whatever_the_missing_ones_answer(isi: list[str | None]) -> None:
    import pandas as pd

    tabel = pd.DataFrame([jawaban(f"kec-{n}", "25/2", s) for n, s in enumerate(isi)], dtype=object)
    r = rekap_pertanyaan(tabel, FORM, load_privasi(PARAMS)).iloc[0]
    tidak_jelas = sum(s not in ("ya", "tidak") for s in isi)
    assert round(r["tertinggi"] - r["terendah"], 6) == round(100 * tidak_jelas / len(isi), 6)
    assert 0 <= r["terendah"] <= r["tertinggi"] <= 100


def test_a_sum_of_some_areas_is_hidden_because_the_next_answer_would_be_the_difference(tmp_path: Path) -> None:
    isi = [jawaban("kec-1", "25/2", "20"), jawaban("kec-2", "25/2", "30"), jawaban("kec-3", "25/2", None)]
    buku = muat(tmp_path, NILAI, wilayah=isi)
    for samar in (True, False):
        r = rekap_pertanyaan(buku.wilayah, buku.instrumen, load_privasi(PARAMS), samar)
        r = r[(r["indikator"] == "25") & (r["pertanyaan"] == "2")].iloc[0]
        assert r["disamarkan"] == samar
        assert samar or r["jumlah"] == 50
    lengkap = [*isi[:2], jawaban("kec-3", "25/2", "2")]
    assert rekap(tmp_path, *lengkap)["jumlah"] == 52
