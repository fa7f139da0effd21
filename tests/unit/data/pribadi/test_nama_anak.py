import pytest

from kla_lib.data.pribadi.nama_anak import has_nama_anak


@pytest.mark.parametrize(
    "isi",
    [
        "Ananda Siti sudah menerima akta kelahiran",
        "Rujukan ananda Rizky ke RSUD",
        "Anak bernama Dewi belum bersekolah",
        "Remaja putri bernama Ayu dijemput di Jatiasih",
        "Korban an. Putri didampingi psikolog",
        "Korban a.n. Rahmat dirujuk ke UPTD PPA",
        "siswa a.n. Budi Santoso putus sekolah",
        "anak an.Fitri tidak punya akta",
        "Laporan korban atas nama Wulan, kelas 5",
        "Siswi berinisial RS pindah sekolah",
        "korban berinisial: MA, sudah pulang",
        "Pelaku inisial AB masih sekolah",
        "saksi bernama Joko sudah diperiksa",
        "SISWI BERNAMA SARI",
        "Bayi a.n. Nabila lahir tanpa akta",
        "Kasus Siti Aminah (12 th) di Kecamatan Jatiasih",
        "Pendampingan Rizki (15 tahun) oleh pekerja sosial",
        "Kunjungan rumah Andi Saputra (9 thn.)",
        "Korban Siti (12 Th) dirujuk",
        "Pelapor ibu dari Dimas ( 7 tahun )",
        "SITI AMINAH (12 TH)",
        "Siti (usia 12) dirujuk",
        "Siti (umur 12 tahun)",
        "Siti [12 th]",
        "M. Rizki (12 th)",
        "Siti A. (12 th)",
        "Siti (L, 12 th)",
        "Siti (12 tahun, kelas 6)",
        "Bayi Putri (8 bulan) dirawat",
        "anak R.S., 14 tahun",
        "R.S. (14 th) di UPTD",
        "anak R. S. dirujuk",
        "korban R.S. didampingi",
        "anak RS, 14 tahun",
        "korban MK (14 th)",
        "Pendampingan anak A, 14 tahun",
        "anak inisial r.s.",
    ],
)
def test_a_childs_name_is_recognised_by_what_announces_it(isi: str) -> None:
    assert has_nama_anak(isi)


@pytest.mark.parametrize(
    "isi",
    [
        "SK a.n. Wali Kota Bekasi Nomor 463 Tahun 2024",
        "Ditandatangani a.n. Kepala Dinas Kesehatan",
        "Surat an. Sekretaris Daerah",
        "Data anak a.n. Kepala UPTD PPA",
        "Dokumen atas nama Pemerintah Kota",
        "Rencana Aksi Daerah (5 tahun)",
        "RPJMD (5 tahun) 2021-2026",
        "Perjanjian Kerja Sama (2 tahun) dengan Forum Anak",
        "Sertifikat Sekolah Ramah Anak (3 tahun)",
        "Wajib Belajar (12 tahun)",
        "Anak Usia Dini (4 tahun)",
        "Remaja (15 tahun) diimunisasi",
        "Anak Berkebutuhan Khusus (7 tahun)",
        "12 anak (12 th) menerima KIA",
        "Rapat Kerja Pembangunan Bekasi (20 tahun)",
        "TK Ananda Bekasi sudah tersertifikasi",
        "Nomor rekening atas nama Yayasan Ananda",
        "Inovasi bernama SIGAP diluncurkan",
        "Forum bernama Suara Anak Bekasi",
        "korban anak 12 kasus, saksi anak 3 kasus",
        "Anak Berhadapan dengan Hukum; Korban Perdagangan Orang",
        "Laporan Forum Anak Daerah (FAD) 2024",
        "Laporan anak bernama lengkap dan beralamat jelas",
        "Pelatihan Konvensi Hak Anak (6 bulan)",
        "Laporan Triwulan (3 bulan)",
        "SOP PUSPAGA (3 tahun)",
        "RENCANA AKSI DAERAH (5 TAHUN)",
        "anak SD, 12 tahun",
        "siswa SMP (14 tahun)",
        "anak D.I. Yogyakarta",
        "Data anak A.N. Kepala Dinas",
        "Kecamatan Contoh (12)",
        "Perda No. 4 (5 tahun)",
        "anak usia 12 tahun",
        "Anak (usia 12 tahun)",
        "Program Kota Layak Anak (umur 0-18 tahun)",
        "Perpres (2 th) dan Perda (3 th)",
    ],
)
def test_titles_offices_and_terms_are_no_childs_name(isi: str) -> None:
    assert not has_nama_anak(isi)


@pytest.mark.parametrize("bagian", ["A", "Aa ", "ananda ", "korban a.n. ", "(12 th)", " ", "Aa"])
def test_a_long_text_is_searched_once_and_not_again_from_every_letter(bagian: str) -> None:
    assert has_nama_anak(bagian * 30_000 + " ananda Siti")
