"""One session: where its klaster stand, whom it invites, which documents save most, what is out of this cycle."""

from pathlib import Path

import pytest

from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.keadaan.muat import load_keadaan
from kla_lib.scoring.dokumen.celah import SIKLUS_BERIKUTNYA
from kla_lib.views.nilai.jarak import kalimat_jarak
from kla_lib.views.rapat.sesi import daftar_sesi, sebut_jadwal, sebut_waktu
from kla_lib.views.rapat.sesi_anggota import (
    anggota_sesi,
    baris_undangan,
    catatan_undangan,
    kantor_belum_diundang,
    klaster_tanpa_sesi,
)
from kla_lib.views.rapat.sesi_posisi import dokumen_teratas, kalimat_posisi, poin_belum_aman, tak_terhitung, utama_sesi
from tests.pembantu.berisi import berisi
from tests.pembantu.keadaan_uji import keadaan_contoh
from tests.pembantu.params_uji import PARAMS
from tests.pembantu.rapat_2022 import keadaan as keadaan_kecil
from tests.pembantu.sesi_uji import AULA, anggota, dengan_sesi


@pytest.fixture(scope="module")
def rapat() -> Keadaan:
    return keadaan_contoh("kota-contoh-1")


def test_a_session_adds_the_points_of_its_own_klaster(rapat: Keadaan) -> None:
    assert rapat.hasil is not None
    k = rapat.hasil.klaster.set_index("klaster")
    sesi = daftar_sesi(rapat)[1]
    teks = utama_sesi(rapat, sesi)
    assert teks.startswith("Klaster I serta Klaster II: 214 dari 271 poin terisi; ")
    assert k.loc[list(sesi.klaster), "nilai"].sum() == 214


def test_the_first_lines_are_the_meeting_s_sentence_its_own_points_and_the_range(rapat: Keadaan) -> None:
    baris = kalimat_posisi(rapat, daftar_sesi(rapat)[1]).teks.splitlines()
    assert baris[0] == kalimat_jarak(rapat)
    assert baris[1] == utama_sesi(rapat, daftar_sesi(rapat)[1])
    assert "antara" in baris[2]
    assert baris[2].endswith("Ini bukan nilai resmi.")


def test_klaster_without_marks_are_named_as_not_recorded_and_not_counted_as_zero(tmp_path: Path) -> None:
    k = dengan_sesi(keadaan_kecil(tmp_path, ["em", "klaster_1", "", "", "80"]), AULA)
    assert utama_sesi(k, daftar_sesi(k)[0]).endswith("Belum dicatat: Klaster II.")
    k = dengan_sesi(k, AULA | {"klaster": ["klaster_2"]})
    assert utama_sesi(k, daftar_sesi(k)[0]) == "Nilai Klaster II belum dicatat dalam buku data."
    assert poin_belum_aman(k, "klaster_2") == k.instrumen.klaster_of("klaster_2").nilai_maksimal


def test_without_sessions_one_page_serves_the_whole_meeting(rapat: Keadaan) -> None:
    k = dengan_sesi(rapat)
    (sesi,) = daftar_sesi(k)
    assert len(sesi.klaster) == 7
    assert "Sesi belum ditetapkan" in sebut_jadwal(k, sesi)
    assert klaster_tanpa_sesi(k) == ""


def test_a_klaster_that_no_session_treats_is_named(rapat: Keadaan) -> None:
    k = dengan_sesi(rapat, {"nama": "A", "klaster": [x.id for x in rapat.instrumen.klaster[1:]]})
    assert klaster_tanpa_sesi(k) == "Belum dibahas di sesi mana pun: Kelembagaan."


def test_an_opening_without_klaster_treats_all_of_them(rapat: Keadaan) -> None:
    k = dengan_sesi(rapat, {"nama": "Pembukaan", "klaster": []}, AULA)
    assert len(daftar_sesi(k)[0].klaster) == 7
    assert klaster_tanpa_sesi(k) == ""


def test_times_in_other_words_stay_as_they_are_written() -> None:
    assert sebut_waktu("2025-02-11 08:30") == "11 Februari 2025 pukul 08.30"
    assert sebut_waktu("Selasa pagi") == "Selasa pagi"
    assert sebut_waktu(None) == "belum ditetapkan"


def test_members_stand_in_alphabetical_order_once_each_with_their_questions(rapat: Keadaan) -> None:
    k = dengan_sesi(rapat, AULA | {"anggota": anggota("TP PKK", "disdukcapil", "Disdukcapil ", "Dinas Sosial")})
    sesi = daftar_sesi(k)[0]
    assert [a.nama for a in anggota_sesi(sesi)] == ["Dinas Sosial", "disdukcapil", "TP PKK"]
    baris = {b["nama"]: b["peran"] for b in baris_undangan(k, sesi)}
    p = k.instrumen.pertanyaan
    milik = p[p["klaster"].isin(sesi.klaster)]["opd"]
    assert baris["disdukcapil"] == str(sum("disdukcapil" in o for o in milik))
    assert baris["TP PKK"] == "–"


def test_pillars_and_offices_that_are_not_invited_are_named(rapat: Keadaan) -> None:
    k = dengan_sesi(rapat, AULA | {"anggota": anggota("Disdukcapil")})
    sesi = daftar_sesi(k)[0]
    assert "Belum ada anggota dari: Masyarakat, Dunia usaha, dan Media." in catatan_undangan(k, sesi)
    belum = kantor_belum_diundang(k, sesi)
    assert "Dinas Sosial" in belum
    assert "Disdukcapil" not in belum


def test_an_office_whose_decision_is_wanted_today_and_that_is_not_invited_is_named_first() -> None:
    k = keadaan_contoh("kota-contoh-2")
    sesi = daftar_sesi(k)[3]
    catatan = catatan_undangan(k, sesi)
    diminta, lain = catatan.split(". ", 1)
    assert diminta == (
        "Belum diundang, padahal keputusannya diminta hari ini: Dinas Tenaga Kerja (21C/5, 21C/1), "
        "Dinas Pekerjaan Umum (23A/3), dan BNN (R37)"
    )
    assert "UPTD PPA" not in catatan
    assert "BNN" not in lain


def test_ten_documents_at_most_and_only_of_the_sessions_klaster(rapat: Keadaan) -> None:
    teks = dokumen_teratas(rapat.kumpulan(("klaster_1", "klaster_2"))).teks.splitlines()
    assert len(teks) == 10
    assert not set(teks) & set(dokumen_teratas(rapat.klaster("klaster_5")).teks.splitlines())


def test_what_this_cycle_cannot_count_is_counted_and_listed_by_points(rapat: Keadaan) -> None:
    assert rapat.hasil is not None
    c = rapat.celah
    n = ((c["jenis"] == SIKLUS_BERIKUTNYA) & (c["klaster"] == "klaster_2") & (c["celah"].round(2) > 0)).sum()
    kalimat, *butir = tak_terhitung(rapat.klaster("klaster_2")).teks.splitlines()
    assert kalimat.startswith(f"{n} pertanyaan baru bisa dihitung pada siklus berikutnya")
    assert len(butir) == n


@pytest.mark.parametrize(
    ("nama", "kata"),
    [("kota-bekasi", "Nilai belum dicatat"), ("sumbawa-2022", "nilai akhir"), ("ogan-ilir-2024", "belum dicatat")],
)
def test_what_is_not_known_is_said_and_not_called_zero(nama: str, kata: str) -> None:
    keadaan = load_keadaan(PARAMS, nama)
    for sesi in berisi(daftar_sesi(keadaan)):
        assert kata in tak_terhitung(keadaan.kumpulan(sesi.klaster)).teks
        assert dokumen_teratas(keadaan.kumpulan(sesi.klaster)).teks


def test_every_office_that_is_not_invited_is_named(rapat: Keadaan) -> None:
    for sesi in berisi(daftar_sesi(rapat)):
        catatan, belum = catatan_undangan(rapat, sesi), kantor_belum_diundang(rapat, sesi)
        assert all(nama in catatan for nama in belum)
        assert "lainnya" not in catatan
