"""The hand-out of a whole meeting: eight columns, every klaster, honest where nothing is known."""

from dataclasses import replace

import pytest

from kla_lib.rules.rapat import Sesi
from kla_lib.views.rapat.bahan_rapat import baris_bahan_rapat, daftar_bagian, kolom_bahan_rapat, tabel_bahan_rapat
from tests.pembantu.berisi import berisi
from tests.pembantu.keadaan_uji import keadaan_contoh

RAPAT = ["kota-contoh-1", "ogan-ilir-2024", "kota-bekasi", "sumbawa-2022"]


def test_the_columns_are_the_eight_that_meetings_use() -> None:
    assert [k.judul for k in kolom_bahan_rapat()] == [
        "No",
        "Klaster",
        "Nilai",
        "Indikator",
        "Telah dilaksanakan",
        "Belum dilaksanakan",
        "Data yang dibutuhkan",
        "Penanggung jawab",
    ]


@pytest.mark.parametrize("rapat", RAPAT)
def test_every_klaster_of_every_meeting_has_rows_with_all_cells_filled(rapat: str) -> None:
    keadaan = keadaan_contoh(rapat)
    for k in berisi(keadaan.instrumen.klaster):
        baris = baris_bahan_rapat(keadaan, [k.id])
        assert baris
        for b in baris:
            assert set(b) == {kolom.kunci for kolom in kolom_bahan_rapat()}
            assert all(isinstance(isi, str) and isi for isi in b.values())
            assert b["klaster"] == k.nama_pendek
        assert "<table" in tabel_bahan_rapat(keadaan, k.id).html


def test_points_stand_against_their_maximum_with_indonesian_decimals() -> None:
    baris = baris_bahan_rapat(keadaan_contoh("ogan-ilir-2024"), ["klaster_3"])
    assert [b["nilai"] for b in baris[:2]] == ["23/23", "19,5/20"]


def test_without_marks_the_indikator_stay_and_nothing_is_called_undone() -> None:
    baris = baris_bahan_rapat(keadaan_contoh("kota-bekasi"), ["klaster_3"])
    assert [b["nomor"] for b in baris] == ["12", "13", "14", "15", "16", "17"]
    assert {b["telah"] for b in baris} == {b["belum"] for b in baris} == {"belum dicatat"}
    assert baris[0]["nilai"] == "–/23"


def test_points_of_a_klaster_as_a_whole_make_one_row_that_says_so() -> None:
    (b,) = baris_bahan_rapat(keadaan_contoh("sumbawa-2022"), ["klaster_3"])
    assert b["nilai"] == "94,5/150"
    assert b["indikator"] == "Nilai per indikator tidak tersedia dalam buku data ini."


def test_points_of_an_indikator_as_a_whole_do_not_tell_what_was_done() -> None:
    baris = baris_bahan_rapat(keadaan_contoh("sumbawa-2022"), ["kelana_dekela"])
    assert [(b["nomor"], b["nilai"]) for b in baris] == [("25", "17/25"), ("26", "30,5/75")]
    assert {b["belum"] for b in baris} == {"belum dicatat per pertanyaan"}


def test_a_klaster_that_no_session_treats_still_gets_its_hand_out() -> None:
    keadaan = keadaan_contoh("kota-contoh-1")
    sesi = (Sesi(nama="Pagi", klaster=("klaster_5", "klaster_1")), Sesi(nama="Tanpa klaster", klaster=()))
    bagian = daftar_bagian(replace(keadaan, rapat=keadaan.rapat.model_copy(update={"sesi": sesi})))
    assert [b.sesi for b in bagian] == ["Pagi", "Klaster lain"]
    assert bagian[0].klaster == ("klaster_5", "klaster_1")
    assert sorted(k for b in bagian for k in b.klaster) == sorted(k.id for k in keadaan.instrumen.klaster)


def test_without_sessions_all_klaster_stand_together() -> None:
    keadaan = keadaan_contoh("kota-contoh-1")
    (bagian,) = daftar_bagian(replace(keadaan, rapat=keadaan.rapat.model_copy(update={"sesi": ()})))
    assert bagian.sesi == ""
    assert len(bagian.klaster) == 7
