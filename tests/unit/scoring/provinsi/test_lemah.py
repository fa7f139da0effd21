"""What is weak everywhere: unanswered questions are not known, thin documents are not missing ones."""

import numpy as np
import pandas as pd
import pytest

from kla_lib.rules.form.instrumen import load_instrumen
from kla_lib.scoring.provinsi.klaim import klaim_dan_periksa
from kla_lib.scoring.provinsi.lemah import indikator_lemah, jenis_lemah, soal_lemah
from tests.pembantu.params_uji import PARAMS
from tests.pembantu.provinsi_uji import daerah_uji

SOAL = pd.DataFrame(
    {
        "klaster": ["klaster_1"] * 3,
        "indikator": ["4", "4", "5"],
        "pertanyaan": ["1", "2", "1"],
        "label": ["akta", "KIA", "informasi"],
        "nilai_maksimal": [4.0, 6.0, 10.0],
    }
)
INDIKATOR = pd.DataFrame({"indikator": ["4", "5"], "nama": ["Akta", "Informasi"], "klaster": ["klaster_1"] * 2})


def test_the_weakest_indikator_comes_first_and_an_unanswered_question_counts_on_neither_side() -> None:
    daerah = [daerah_uji("a", [4, np.nan, 2]), daerah_uji("b", [2, 3, 9]), daerah_uji("c", [4, 6, np.nan])]
    informasi, akta = indikator_lemah(daerah, SOAL, INDIKATOR)
    assert (informasi.indikator, informasi.tengah, informasi.rendah, informasi.banyak) == ("5", 0.55, 1, 2)
    assert informasi.tersisa == 9.0
    assert (akta.tengah, akta.rendah, akta.banyak, akta.tersisa) == (1.0, 0, 3, 5.0)


def test_questions_are_named_from_half_of_the_regions_on_thin_and_unrecorded_apart() -> None:
    daerah = [
        daerah_uji("a", [4, 6, 10], status=("lengkap", "kurang", "belum_dicatat")),
        daerah_uji("b", [2, 5, 10], status=("lengkap", "belum_dicatat", "lengkap")),
        daerah_uji("tanpa", [4, 6, 10]),
    ]
    dua, satu = soal_lemah(daerah, SOAL)
    assert (dua.kode, dua.kurang, dua.belum_dicatat, dua.banyak, dua.poin) == ("4/2", 1, 1, 2, 11.0)
    assert (satu.kode, satu.kurang, satu.belum_dicatat, satu.poin) == ("5/1", 0, 1, 10.0)


def test_where_no_region_records_documents_nothing_is_said_of_them() -> None:
    assert soal_lemah([daerah_uji("a", [4, 6, 10])], SOAL) == []
    assert jenis_lemah([daerah_uji("a", [4, 6, 10])]) == []


def test_kinds_of_documents_are_counted_over_all_regions() -> None:
    daerah = [
        daerah_uji("a", [], jenis={"SK": (10, 1), "Sertifikat": (4, 3)}),
        daerah_uji("b", [], jenis={"Sertifikat": (6, 2)}),
    ]
    sertifikat, sk = jenis_lemah(daerah)
    assert (sertifikat.dokumen, sertifikat.belum, sertifikat.daerah, sertifikat.banyak) == (10, 5, 1, 2)
    assert (sk.jenis, sk.belum, sk.banyak) == ("SK", 1, 1)


def test_what_is_left_is_told_of_regions_with_both_stages_only() -> None:
    klaster = load_instrumen(PARAMS, "2024").klaster
    maks = np.array([k.nilai_maksimal for k in klaster])
    daerah = [
        daerah_uji("a", [], klaim_klaster=maks, periksa_klaster=0.5 * maks),
        daerah_uji("b", [], klaim_klaster=0.8 * maks, periksa_klaster=0.6 * maks),
        daerah_uji("em", [], klaim_klaster=maks),
    ]
    semua = klaim_dan_periksa(daerah, klaster)
    assert [x.klaster for x in semua] == [k.id for k in klaster]
    assert semua[0].banyak == 2
    assert semua[0].tersisa == pytest.approx(0.625)
    assert np.isnan(semua[0].periksa[2])
    assert np.isnan(klaim_dan_periksa(daerah[2:], klaster)[0].tersisa)
