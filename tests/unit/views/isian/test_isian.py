"""Entering one klaster in a live notebook: what is shown, what is not saved yet, what lands in the book."""

import pytest

from kla_lib.data.bentuk import DATA_DUKUNG, PENILAIAN
from kla_lib.data.sunting.simpan import Ubahan
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.views.isian.isian import Draf, daftar_butir, nilai_dengan, read_nilai, tulis_nilai


def test_an_empty_box_is_not_recorded_and_a_comma_is_a_decimal_sign() -> None:
    assert read_nilai("  ", 10) == (None, "")
    assert read_nilai("2,5", 10) == read_nilai(" 2.5", 10) == (2.5, "")
    assert read_nilai("0", 10) == (0, "")
    assert tulis_nilai(None) == ""
    assert tulis_nilai(2.5) == "2,5"
    assert tulis_nilai(0.0) == "0"


@pytest.mark.parametrize("teks", ["dua", "-1", "1.000,5", "1e1", "5 poin", "½"])
def test_what_is_no_number_is_said(teks: str) -> None:
    nilai, salah = read_nilai(teks, 10)
    assert nilai is None
    assert f"'{teks}' bukan angka" in salah


def test_more_than_the_maximum_is_said() -> None:
    assert read_nilai("10,5", 10) == (None, "10,5 melebihi 10. Tulis angka 0 sampai 10.")


def test_a_question_shows_what_the_book_says_of_it(keadaan: Keadaan) -> None:
    butir = {b.kode: b for b in daftar_butir(keadaan, "klaster_1")}
    assert list(butir)[:8] == ["4/1", "4/2", "4/3", "4/4", "4/5", "4/6", "4/7", "5/1"]
    b = butir["5/1"]
    assert (b.nilai, b.dikonfirmasi, b.catatan, b.nilai_maksimal, b.status) == (3, False, "lama", 10, "kurang")
    assert [(d.id_dokumen, d.judul, d.status) for d in b.dokumen] == [("D1", "SK <Forum>", "kurang")]
    kosong = butir["4/1"]
    assert (kosong.nilai, kosong.dikonfirmasi, kosong.catatan, kosong.dokumen) == (None, None, None, ())


@pytest.mark.parametrize(
    ("saringan", "kode"),
    [
        ("semua", ["5/1", "5/2", "5/3", "5/4", "5/5", "5/6", "5/7", "5/8", "5/9"]),
        ("belum_dinilai", ["5/4", "5/5", "5/6", "5/7", "5/8", "5/9"]),
        ("belum_dikonfirmasi", ["5/1", "5/4", "5/5", "5/6", "5/7", "5/8", "5/9"]),
        ("belum_lengkap", ["5/1", "5/2", "5/4", "5/5", "5/6", "5/7", "5/8", "5/9"]),
    ],
)
def test_a_filter_leaves_the_questions_it_names(keadaan: Keadaan, saringan: str, kode: list[str]) -> None:
    butir = [b for b in daftar_butir(keadaan, "klaster_1") if b.indikator == "5"]
    assert [b.kode for b in butir if b.lolos(saringan)] == kode


def test_an_entry_that_says_what_is_recorded_is_no_change() -> None:
    sel = (PENILAIAN, ("em", "klaster_1", "5", "1"), "nilai")
    draf = Draf().dengan(sel, 4.0, 3.0)
    assert draf.ubahan() == [Ubahan(*sel, 4.0)]
    assert draf.kini(sel, 3.0) == 4.0
    assert draf.dengan(sel, 3.0, 3.0).ubahan() == []
    assert Draf().dengan(sel, None, 3.0).ubahan() == [Ubahan(*sel, None)]


def test_the_points_of_the_klaster_follow_the_entries(keadaan: Keadaan) -> None:
    assert nilai_dengan(keadaan, Draf(), "klaster_1") == (6.5, 1.0)
    draf = Draf().dengan((PENILAIAN, ("em", "klaster_1", "5", "4"), "nilai"), 2.0, None)
    assert nilai_dengan(keadaan, draf, "klaster_1") == (8.5, 1.0)
    draf = draf.dengan((DATA_DUKUNG, ("D1",), "status"), "lengkap", "kurang")
    assert nilai_dengan(keadaan, draf, "klaster_1") == (8.5, 6.5)
    assert nilai_dengan(keadaan, draf, "klaster_2") == (None, None)
