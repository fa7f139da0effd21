"""The table of what changed names everything in a reader's words, escaped."""

from dataclasses import replace

import pytest

from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.rules.skenario import IsiSkenario
from kla_lib.views.skenario.nama_kode import html_ubahan, tabel_ubahan
from tests.pembantu.keadaan_uji import keadaan_contoh


@pytest.fixture(scope="module")
def contoh() -> Keadaan:
    return keadaan_contoh("kota-contoh-1")


def baris(keadaan: Keadaan) -> list[str]:
    return tabel_ubahan(keadaan).teks.splitlines()[1:]


def test_weights_marks_and_documents_stand_with_official_and_new_value(contoh: Keadaan) -> None:
    isi = IsiSkenario(bobot={"klaster_1": 0.2}, nilai={"14": 30.0, "6/3": 21.0}, status={"D017": "lengkap"})
    teks = baris(contoh.dengan(isi))
    assert "Bobot klaster | Klaster I · Hak sipil dan kebebasan | 11,5 % | 20 %" in teks
    assert "Nilai | 14 Makanan bayi dan anak di bawah 2 tahun | 24,75/32 | 30/32" in teks
    assert "Nilai | 6/3 Forum Anak berperan 2P (Pelopor & Pelapor) | 20,25/21 | 21/21" in teks
    assert any(t.startswith("Dokumen | ") and t.endswith("(D017) | kurang | lengkap") for t in teks)
    assert len(teks) == 7 + 2 + 1


def test_marks_are_named_on_the_forms_own_scale_under_other_weights_too(contoh: Keadaan) -> None:
    teks = baris(contoh.dengan(IsiSkenario(bobot={"klaster_3": 0.3}, nilai={"14": 30.0})))
    assert "Nilai | 14 Makanan bayi dan anak di bawah 2 tahun | 24,75/32 | 30/32" in teks


def test_a_question_that_was_not_marked_says_so(contoh: Keadaan) -> None:
    (satu,) = baris(contoh.dengan(IsiSkenario(nilai={"20/8": 5.0})))
    assert satu.endswith("| belum dicatat | 5/5")


def test_nothing_changed_is_said(contoh: Keadaan) -> None:
    assert "Belum ada yang diubah." in html_ubahan(contoh)
    assert "Belum ada yang diubah." in html_ubahan(contoh.dengan(IsiSkenario()))


def test_what_comes_from_the_book_is_escaped(contoh: Keadaan) -> None:
    assert contoh.buku.data_dukung is not None
    d = contoh.buku.data_dukung.copy()
    d.loc[d["id_dokumen"] == "D017", "judul"] = "<script>alert(1)</script>"
    jahat = replace(contoh, buku=replace(contoh.buku, data_dukung=d))
    html = html_ubahan(jahat.dengan(IsiSkenario(status={"D017": "lengkap"})))
    assert "<script>" not in html and "&lt;script&gt;" in html


def test_a_question_tried_as_documented_is_named(contoh: Keadaan) -> None:
    teks = baris(contoh.dengan(IsiSkenario(berdokumen=("1/2b",))))
    assert len(teks) == 1
    assert teks[0].startswith("Dokumen pertanyaan | 1/2b ")
    assert teks[0].endswith(" | belum dicatat | dianggap lengkap")
