"""Scenarios are compared with each other and with the official result."""

from datetime import date

import pytest

from kla_lib.rules.skenario import IsiSkenario, Skenario
from kla_lib.scoring.skenario.banding import (
    BOBOT_INDIKATOR,
    BOBOT_KLASTER,
    DOKUMEN,
    NILAI,
    Beda,
    beda_skenario,
    bobot_per_penulis,
    sebaran_bobot,
)
from kla_lib.scoring.skenario.pembobotan import SEMUA, bobot_resmi
from kla_lib.scoring.skenario.ubah import nilai_resmi, status_resmi
from tests.pembantu.perkiraan_uji import buku_contoh

BUKU, HASIL, _ = buku_contoh("kota-contoh")
FORM = BUKU.instrumen


def beda(*daftar: IsiSkenario) -> list[Beda]:
    return beda_skenario(FORM, nilai_resmi(HASIL), status_resmi(BUKU), daftar)


def skenario(penulis: str, hari: int, nama: str = "uji", **bobot: float) -> Skenario:
    return Skenario(
        nama=nama, penulis=penulis, alasan="a", dibuat=date(2025, 3, hari), instrumen="2024", hash_data="x", bobot=bobot
    )


def test_empty_scenarios_differ_in_nothing() -> None:
    assert beda() == beda(IsiSkenario(), IsiSkenario()) == []


def test_marks_and_documents_stand_beside_the_official_ones_where_a_scenario_says_nothing() -> None:
    a = IsiSkenario(nilai={"14": 30.0}, status={"D017": "lengkap"})
    assert beda(a, IsiSkenario()) == [
        Beda(NILAI, "14", nilai_resmi(HASIL)["14"], (30.0, nilai_resmi(HASIL)["14"])),
        Beda(DOKUMEN, "D017", "kurang", ("lengkap", "kurang")),
    ]


def test_what_repeats_the_official_result_is_no_difference() -> None:
    assert beda(IsiSkenario(nilai={"14": nilai_resmi(HASIL)["14"]}, status={"D017": "kurang"})) == []


def test_one_weight_moves_all_its_siblings_and_no_others() -> None:
    satu = beda(IsiSkenario(bobot={"klaster_1": 0.3}))
    assert {b.kode for b in satu} == {k.id for k in FORM.klaster}
    assert {b.jenis for b in satu} == {BOBOT_KLASTER}
    assert sum(float(b.isi[0]) for b in satu) == pytest.approx(1)
    dalam = beda(IsiSkenario(bobot={"21A": 0.5}))
    assert {b.jenis for b in dalam} == {BOBOT_INDIKATOR}
    assert {b.kode for b in dalam} == {i.kode for i in FORM.klaster_of("klaster_5").indikator}


def test_a_share_that_reads_like_the_official_one_is_no_difference() -> None:
    assert beda(IsiSkenario(bobot={"klaster_1": 0.11501})) == []


def test_of_each_author_the_latest_scenario_with_weights_counts() -> None:
    daftar = [
        skenario("Evaluator B", 3, klaster_1=0.3),
        skenario("evaluator  a ", 5, klaster_1=0.2),
        skenario("Evaluator A", 2, klaster_1=0.1),
        skenario("Evaluator A", 9),
    ]
    assert [(s.penulis, s.bobot["klaster_1"]) for s in bobot_per_penulis(daftar)] == [
        ("evaluator  a ", 0.2),
        ("Evaluator B", 0.3),
    ]


def test_of_two_made_on_one_day_the_later_name_counts_whatever_their_order() -> None:
    a, b = skenario("A", 3, nama="alfa", klaster_1=0.1), skenario("A", 3, nama="beta", klaster_1=0.2)
    assert bobot_per_penulis([a, b]) == bobot_per_penulis([b, a]) == [b]


def test_spread_and_median_are_those_of_the_authors() -> None:
    daftar = [IsiSkenario(bobot={"klaster_1": b}) for b in (0.1, 0.4, 0.2)]
    sebaran = {s.kode: s for s in sebaran_bobot(FORM, daftar)}
    satu = sebaran["klaster_1"]
    assert (satu.terendah, satu.tertinggi, satu.median) == (0.1, 0.4, 0.2)
    assert satu.rentang == pytest.approx(0.3)
    assert satu.resmi == pytest.approx(0.115)
    assert {s.induk for s in sebaran.values()} == {SEMUA}, "nobody weighed inside a klaster"


def test_indikator_are_listed_where_somebody_weighed_them_otherwise() -> None:
    sebaran = sebaran_bobot(FORM, [IsiSkenario(bobot={"21A": 0.5}), IsiSkenario(bobot={"klaster_1": 0.2})])
    dalam = [s for s in sebaran if s.induk == "klaster_5"]
    assert [s.kode for s in dalam] == [i.kode for i in FORM.klaster_of("klaster_5").indikator]
    assert dalam[0].isi == (0.5, bobot_resmi(FORM)["klaster_5"]["21A"])
    assert sebaran_bobot(FORM, []) == []
