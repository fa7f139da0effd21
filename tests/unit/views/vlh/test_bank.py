"""The question bank on the page."""

import pytest

from kla_lib.data.vlh.catatan import Latihan
from kla_lib.keadaan.vlh import load_vlh
from kla_lib.scoring.vlh.bank import ALASAN, LEMAH
from kla_lib.views.rupa.sebutan import dari
from kla_lib.views.vlh.bank import PALING_BANYAK, baris_klaster, baris_lokus, sebut_nilai, semua_baris, tabel_tanya
from kla_lib.views.vlh.hari import kalimat_hari, sebut_kesiapan
from kla_lib.views.vlh.sebutan import sebut_alasan
from tests.pembantu.berisi import berisi
from tests.pembantu.keadaan_uji import keadaan_contoh
from tests.pembantu.vlh_uji import vlh_contoh


def test_every_place_and_klaster_has_its_questions_with_who_answers_and_which_document() -> None:
    vlh = vlh_contoh()
    semua = list(semua_baris(vlh))
    assert {b.tempat for b in semua} >= {p.id for p in vlh.hari.lokus} | {"kelembagaan"}
    assert [b for b in berisi(semua) if not (b.pertanyaan and b.mungkin and b.dokumen and b.penjawab)] == []


def test_the_points_of_a_question_are_those_of_every_other_page() -> None:
    vlh = vlh_contoh()
    nilai = {p.kode: dari(p.nilai, p.nilai_maksimal) for p in vlh.keadaan.pertanyaan.itertuples() if p.tercatat}
    dari_form = [b for b in semua_baris(vlh) if b.poin is not None and b.poin[0] is not None]
    assert [b.tanya for b in berisi(dari_form) if sebut_nilai(b) != nilai[b.tanya]] == []


def test_what_the_rehearsal_found_not_ready_comes_first_on_the_next_page_and_what_was_ready_last() -> None:
    biasa = [b.tanya for b in baris_lokus(vlh_contoh(), vlh_contoh().hari.lokus[2])]
    siap = Latihan(tempat="prap", tanya=biasa[0], siap=True)
    belum = Latihan(tempat="prap", tanya=biasa[-1], siap=False, catatan="SK belum dipegang.")
    vlh = vlh_contoh((siap, belum))
    baris = baris_lokus(vlh, vlh.hari.lokus[2])
    assert [b.tanya for b in baris] == [biasa[-1], *biasa[1:-1], biasa[0]]
    assert (baris[0].latihan, baris[-1].latihan) == ("belum siap: SK belum dipegang.", "siap")
    assert (
        sebut_kesiapan(vlh, vlh.kunci_lokus(vlh.hari.lokus[2]))
        == f"1 belum siap, {len(biasa) - 2} belum dilatih, dan 1 siap"
    )


def test_a_note_about_a_question_that_left_the_bank_changes_nothing_and_is_kept() -> None:
    vlh = vlh_contoh((Latihan(tempat="prap", tanya="1/1", siap=False),))
    assert "belum siap" not in kalimat_hari(vlh).teks
    assert vlh.catatan.latihan[0].tanya == "1/1"


def test_the_manager_of_a_place_answers_and_the_office_brings_the_document() -> None:
    vlh = vlh_contoh()
    penjawab = {b.penjawab for b in baris_lokus(vlh, vlh.hari.lokus[0])}
    assert "Dinas Perpustakaan, dokumen dari Diskominfo" in penjawab


def test_a_reported_question_says_who_reported_it() -> None:
    baris = baris_klaster(vlh_contoh(), "klaster_1")
    (lapor,) = [b for b in baris if b.tanya == "musrenbang"]
    assert lapor.mungkin.startswith("Pernah ditanyakan di daerah lain (")
    assert lapor.penjawab == "Forum Anak"


def test_every_reason_has_words() -> None:
    bank = vlh_contoh().bank
    assert {a for t in bank for a in t.alasan} == set(ALASAN)
    assert [t.kode for t in berisi(bank) if not sebut_alasan(t)] == []


@pytest.mark.parametrize(
    ("rapat", "kalimat", "alasan"),
    [
        ("kota-bekasi", "Nilai per pertanyaan belum dicatat", set()),
        ("sumbawa-2022", "Nilai per pertanyaan belum dicatat", set()),
        ("ogan-ilir-2024", "Dokumen belum dicatat", {LEMAH}),
    ],
)
def test_what_the_book_cannot_tell_is_said_and_not_guessed(rapat: str, kalimat: str, alasan: set[str]) -> None:
    vlh = load_vlh(keadaan_contoh(rapat))
    assert {a for t in vlh.bank for a in t.alasan} == alasan
    assert kalimat in kalimat_hari(vlh).teks


def test_a_long_bank_is_cut_and_says_where_the_rest_stands() -> None:
    vlh = vlh_contoh()
    baris = baris_klaster(vlh, "kelembagaan")
    assert f"{len(baris) - PALING_BANYAK} pertanyaan lagi" in tabel_tanya("x", baris).teks
    assert "Tidak ada jawaban lemah" in tabel_tanya("x", []).teks
