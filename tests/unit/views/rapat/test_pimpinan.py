"""The mayor's page: position, at most three requests chosen by rule, costs, children."""

import re
from pathlib import Path

import pytest

from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.keadaan.muat import load_keadaan_buku
from kla_lib.letak import FOLDER_CONTOH
from kla_lib.rules.daerah.daerah import Daerah
from kla_lib.views.nilai.jarak import kalimat_jarak
from kla_lib.views.rapat.minta_pimpinan import NASKAH_KEPALA, daftar_minta, yang_diminta
from kla_lib.views.rapat.pimpinan import arti_bagi_anak, biaya_pimpinan, daftar_nilai, posisi_pimpinan, sebut_kepala
from kla_lib.views.rencana.putuskan import kegiatan_putusan
from tests.pembantu.keadaan_uji import keadaan_contoh
from tests.pembantu.kerja_uji import NILAI, kegiatan, muat_keadaan
from tests.pembantu.params_uji import PARAMS
from tests.pembantu.rencana_uji import dengan_sasaran


@pytest.fixture(scope="module")
def rapat() -> Keadaan:
    return keadaan_contoh("kota-contoh-1")


def test_a_city_has_a_mayor_and_a_regency_a_regent(rapat: Keadaan) -> None:
    assert sebut_kepala(rapat.daerah) == "wali kota"
    assert sebut_kepala(keadaan_contoh("ogan-ilir-2024").daerah) == "bupati"
    assert sebut_kepala(Daerah("x", "X", "", {})) == "kepala daerah"


def test_three_scores_stand_beside_each_other_and_the_forecast_is_a_range(rapat: Keadaan) -> None:
    nama = [a.nama for a in daftar_nilai(rapat)]
    assert nama == [
        "Nilai evaluasi mandiri (EM)",
        "Berdokumen lengkap",
        "Perkiraan nilai akhir (dalam kurung: 9 dari 10)",
    ]
    assert " sampai " in daftar_nilai(rapat)[2].nilai
    assert daftar_nilai(rapat)[2].setara == "Pratama"


def test_documents_that_nobody_recorded_are_not_zero() -> None:
    assert daftar_nilai(keadaan_contoh("ogan-ilir-2024"))[1].nilai == "belum dicatat"


def test_the_page_opens_with_the_meeting_s_sentence_and_one_table(rapat: Keadaan) -> None:
    baris = posisi_pimpinan(rapat).teks.splitlines()
    assert baris[0] == kalimat_jarak(rapat)
    assert baris[1].startswith(
        "Utama atau lebih tinggi: belum terjangkau tanpa tambahan nilai EM; bila seluruh rencana"
    )
    assert "Madya atau lebih tinggi: " in baris[2]
    assert baris[3].startswith("Bila semua dokumen yang masih bisa dilengkapi (")
    assert "Nilai evaluasi mandiri (EM) | 763,25 | Nindya" in baris
    assert baris[-1].startswith("Ini bukan nilai resmi; ")
    assert "<table" not in posisi_pimpinan(keadaan_contoh("kota-bekasi")).html


def test_the_mayor_is_asked_to_order_and_to_fund_and_last_for_what_counts_next_year(rapat: Keadaan) -> None:
    perintah, dana, naskah = daftar_minta(rapat)
    assert "Mulai dari: Meminta SK Satuan Pendidikan Ramah Anak SMA dan SMK dari provinsi" in perintah.isi
    assert "kendala: " in perintah.isi
    assert naskah.kerja == "Untuk tahun depan"
    assert "Perwal Pusat Pembelajaran Keluarga" in naskah.isi
    assert "Rp51.500.000" in dana.isi
    assert "Tetapkan anggaran 2 kegiatan" in dana.isi


def test_a_late_promise_is_named_with_office_and_day(rapat: Keadaan) -> None:
    assert re.search(
        r"4 janji rapat lewat tenggat, paling lama: [^()]+ \([^,]+, tenggat \d+ \w+ 202\d, \d+ hari\)\.",
        daftar_minta(rapat)[0].isi,
    )


def test_what_decides_the_category_is_ordered_before_what_is_late() -> None:
    perintah = daftar_minta(keadaan_contoh("kota-contoh-2"))[0]
    assert perintah.isi.startswith(
        "Jawaban yang menentukan Utama: 17/8 Inovasi KTR/IPS & layanan berhenti merokok (Satpol PP, Dinas Kesehatan); "
        "21C/5 Kemitraan pencegahan/penarikan (Dinas Tenaga Kerja, dan 2 lainnya); dan 10 lainnya. "
        "19 kegiatan RAD terlambat"
    )
    tercapai = dengan_sasaran(keadaan_contoh("kota-contoh-2"), "madya")
    assert not [m for m in daftar_minta(tercapai) if "menentukan" in m.isi]


def test_a_text_that_waits_to_be_looked_at_is_not_asked_of_the_mayor() -> None:
    rapat = keadaan_contoh("kota-contoh-2")
    assert rapat.buku.data_dukung is not None
    d = rapat.buku.data_dukung.set_index("id_dokumen").loc["D010"]
    assert d["status"] == "belum_diperiksa" and NASKAH_KEPALA.search(d["judul"])
    assert any(t.kegiatan.id == "D010" for t in kegiatan_putusan(rapat)), "it would be among what is to be decided"
    assert d["judul"] not in " ".join(m.isi for m in daftar_minta(rapat))


def test_the_costs_are_those_of_the_plan(rapat: Keadaan) -> None:
    rencana = rapat.rencana
    assert rencana is not None
    assert f"{rencana.kegiatan.tanpa_anggaran} kegiatan belum beranggaran" in biaya_pimpinan(rapat).teks
    assert "anak" in arti_bagi_anak(rapat).teks


def test_what_is_not_recorded_at_all_is_asked_for_first() -> None:
    assert [m.kerja for m in daftar_minta(keadaan_contoh("kota-bekasi"))] == [
        "Perintahkan perbaikan capaian",
        "Perintahkan pencatatan",
    ]
    isi = [m.isi for m in daftar_minta(keadaan_contoh("ogan-ilir-2024"))]
    assert isi[0].startswith("Setiap kantor mencatat dokumennya")
    assert isi[1].startswith("RAD dicatat")
    assert isi[2].startswith("Jawaban yang menentukan Utama: 6/3 Forum Anak berperan 2P")


def test_final_marks_ask_for_nothing() -> None:
    teks = yang_diminta(keadaan_contoh("sumbawa-2022")).teks
    assert teks == "Nilai ini nilai akhir, jadi tidak ada yang perlu diputuskan bupati untuk siklus ini."


@pytest.mark.parametrize(
    ("uraian", "kena"),
    [
        ("Menetapkan Perwal Puspaga", True),
        ("Menyusun Perbup KLA", True),
        ("Melengkapi Surat Edaran Wali Kota tentang pekerja anak", True),
        ("Menandatangani SK Bupati", True),
        ("Menandatangani rekapitulasi anggaran", False),
        ("Meminta SK sekolah dari provinsi", False),
        ("Mendata perwalian anak", False),
    ],
)
def test_only_texts_of_the_head_are_his_to_sign(uraian: str, kena: bool) -> None:
    assert bool(NASKAH_KEPALA.search(uraian)) is kena


def test_a_finished_text_is_not_asked_for_again(tmp_path: Path) -> None:
    selesai = kegiatan("R1", "4/5", "dokumen_ada", kegiatan="Menetapkan Perwal A", status="selesai")
    terbuka = kegiatan("R2", "4/5", "dokumen_ada", kegiatan="Menetapkan Perwal B", status="terhambat")
    k = muat_keadaan(tmp_path, NILAI, rad=[selesai, terbuka])
    teks = yang_diminta(k).teks
    assert "Perwal B" in teks
    assert "Perwal A" not in teks


def test_a_book_of_an_unknown_city_has_a_page_too(tmp_path: Path) -> None:
    k = load_keadaan_buku(PARAMS, FOLDER_CONTOH / "kota-bekasi")
    assert yang_diminta(k).teks
