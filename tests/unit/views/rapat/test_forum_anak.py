"""The page for children: short sentences, no jargon, what adults promised, three questions."""

import re

import pytest

from kla_lib.views.rapat.forum_anak import (
    arti_singkatan,
    pertanyaan_anak,
    prosa_forum_anak,
    tabel_janji_anak,
    tabel_klaster_anak,
)
from tests.pembantu.berisi import berisi
from tests.pembantu.keadaan_uji import keadaan_contoh

CONTOH = ("kota-contoh-1", "ogan-ilir-2024", "sumbawa-2022", "kota-bekasi")
DIKENAL = {"KLA", "EM", "I", "II", "III", "IV", "V"}


def kalimat(rapat: str) -> list[str]:
    prosa = prosa_forum_anak(keadaan_contoh(rapat))
    return [k for isi in prosa.values() for k in isi]


@pytest.mark.parametrize("rapat", CONTOH)
def test_sentences_are_short(rapat: str) -> None:
    panjang = [len(k.split()) for k in kalimat(rapat)]
    assert max(panjang) <= 20
    assert sum(panjang) / len(panjang) <= 12


@pytest.mark.parametrize("rapat", CONTOH)
def test_every_text_is_one_sentence_and_no_abbreviation_is_left_unexplained(rapat: str) -> None:
    for k in berisi(kalimat(rapat)):
        assert re.fullmatch(r"[^.?!]*(\d[.,]\d[^.?!]*)*[.?]", k), k
        assert set(re.findall(r"\b[A-Z]+[A-Z0-9]*[A-Z]+\b|\b[IV]+\b", k)) <= DIKENAL, k


@pytest.mark.parametrize("rapat", CONTOH)
def test_there_are_three_questions_and_no_heading_is_empty(rapat: str) -> None:
    keadaan = keadaan_contoh(rapat)
    assert len(pertanyaan_anak(keadaan)) == 3
    assert all(p.endswith("?") for p in pertanyaan_anak(keadaan))
    assert all(isi for isi in berisi(prosa_forum_anak(keadaan).values()))
    assert "bukan angka resmi" in " ".join(kalimat(rapat))


def test_promises_are_counted_in_every_state_and_add_up() -> None:
    keadaan = keadaan_contoh("kota-contoh-1")
    janji = keadaan.janji
    assert janji is not None
    isi = " ".join(prosa_forum_anak(keadaan)["Janji orang dewasa"])
    n, *lain = map(int, re.findall(r"\d+", isi))
    assert n == len(janji) == sum(lain)


def test_late_and_kept_promises_are_both_shown_in_the_words_of_the_minutes() -> None:
    html = tabel_janji_anak(keadaan_contoh("kota-contoh-1")).html
    assert html.count("belum, terlambat") == 3
    assert html.count(">sudah<") == 2
    assert "KIA = Kartu Identitas Anak" in html


def test_only_known_abbreviations_are_explained() -> None:
    assert arti_singkatan(["Sertifikat KHA dan XYZ", "KHA"]).count("KHA = ") == 1
    assert arti_singkatan(["tanpa singkatan"]) == ""


def test_without_recorded_promises_there_is_no_table_and_the_page_says_so() -> None:
    keadaan = keadaan_contoh("ogan-ilir-2024")
    assert tabel_janji_anak(keadaan).html == ""
    assert "belum dicatat" in " ".join(prosa_forum_anak(keadaan)["Janji orang dewasa"])


@pytest.mark.parametrize("rapat", CONTOH)
def test_seven_klaster_are_told_in_plain_words(rapat: str) -> None:
    keadaan = keadaan_contoh(rapat)
    teks = tabel_klaster_anak(keadaan).teks.splitlines()
    assert len(teks) == 8
    assert ("Poin kita" in tabel_klaster_anak(keadaan).html) is (keadaan.hasil is not None)


def test_what_utama_means_follows_the_target_of_the_meeting() -> None:
    assert "Utama adalah tingkat nomor 2 dari atas." in kalimat("kota-contoh-1")
    assert "Madya adalah tingkat nomor 4 dari atas." in kalimat("sumbawa-2022")
