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
    ],
)
def test_titles_offices_and_terms_are_no_childs_name(isi: str) -> None:
    assert not has_nama_anak(isi)


@pytest.mark.parametrize("bagian", ["A", "Aa ", "ananda ", "korban a.n. ", "(12 th)", " ", "Aa"])
def test_a_long_text_is_searched_once_and_not_again_from_every_letter(bagian: str) -> None:
    assert has_nama_anak(bagian * 30_000 + " ananda Siti")
