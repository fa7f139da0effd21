"""What the meeting decides today: three actions of the plan, or what can still be gained."""

from kla_lib.keadaan.muat import load_paket
from kla_lib.views.isi.permintaan import daftar_pengamanan
from kla_lib.views.rencana.putuskan import (
    kegiatan_putusan,
    poin_putusan,
    putuskan_hari_ini,
    putuskan_sesi,
    sebut_tenggat,
)
from tests.pembantu.berisi import berisi
from tests.pembantu.keadaan_uji import keadaan_contoh
from tests.pembantu.params_uji import PARAMS
from tests.pembantu.rencana_uji import dengan_sasaran


def test_the_three_actions_that_decide_the_category_come_first_with_office_and_date() -> None:
    baris = putuskan_hari_ini(keadaan_contoh("kota-contoh-1")).teks.splitlines()
    assert len(baris) == 3
    assert all("poin EM" in b and ("s.d. " in b or "minta yang baru" in b) for b in baris)


def test_where_documents_decide_the_three_largest_actions_of_the_plan_are_named() -> None:
    baris = putuskan_hari_ini(dengan_sasaran(keadaan_contoh("kota-contoh-1"), "madya")).teks.splitlines()
    assert len(baris) == 3
    assert not any("poin EM" in b for b in baris)


def test_without_documents_it_says_what_can_still_be_gained_and_asks_nothing_that_nobody_knows() -> None:
    teks = putuskan_hari_ini(keadaan_contoh("ogan-ilir-2024")).teks
    assert "Menambah jawaban" in teks and "pastikan pekerjaannya dilakukan pada tahun yang dinilai" in teks
    assert "isi asli tidak diketahui" not in teks


def test_a_request_names_the_day_that_the_rad_promises_not_the_last_day_of_the_stage() -> None:
    teks = daftar_pengamanan(load_paket(PARAMS, "kota-contoh-1", "klaster_5")).html
    assert "s.d. 14 Maret 2025" in teks  # R36 promises 21A/8 for that day
    assert "s.d. 31 Maret 2025" in teks


def test_a_session_decides_on_at_most_five_actions_of_its_own_klaster() -> None:
    keadaan = keadaan_contoh("kota-contoh-1")
    semua = {t.kegiatan.id: t for t in kegiatan_putusan(keadaan)}
    for sesi in berisi(keadaan.rapat.sesi):
        milik = kegiatan_putusan(keadaan.kumpulan(sesi.klaster))
        assert all(any(k in sesi.klaster for k, _i, _p in t.kegiatan.kode) for t in milik)
        dulu = [t.em[1] for t in milik if t.menutup_em and t.em[1] > 0]
        lalu = [poin_putusan(keadaan, t) for t in milik[len(dulu) :]]
        assert milik and dulu == sorted(dulu, reverse=True) and lalu == sorted(lalu, reverse=True)
        assert {t.kegiatan.id for t in milik} <= set(semua)
        baris = putuskan_sesi(keadaan.kumpulan(sesi.klaster)).teks.splitlines()
        assert len(baris) == min(5, len(milik))
        assert all("poin" in b for b in baris)


def test_a_date_that_has_passed_asks_for_a_new_one() -> None:
    keadaan = keadaan_contoh("kota-contoh-1")
    lewat = next(t for t in kegiatan_putusan(keadaan) if t.kegiatan.id == "R04")
    assert sebut_tenggat(keadaan, lewat) == "tenggat lama 31 Januari 2025: minta yang baru"


def test_a_session_without_marks_decides_who_records_them() -> None:
    assert "kantor mana mengisi nilai" in putuskan_sesi(keadaan_contoh("kota-bekasi").kumpulan(["klaster_1"])).teks


def test_final_marks_leave_nothing_to_decide() -> None:
    assert "nilai akhir" in putuskan_sesi(keadaan_contoh("sumbawa-2022").kumpulan(["klaster_1"])).teks


def test_a_session_that_the_plan_leaves_out_asks_for_its_own_questions_and_for_a_date() -> None:
    teks = putuskan_sesi(keadaan_contoh("ogan-ilir-2024").kumpulan(["klaster_5"])).html
    assert teks.count("<li>") == 5
    assert "Tanggalnya disepakati hari ini" in teks
