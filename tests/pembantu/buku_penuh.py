"""A data book for tests in which every table has a row with every kind of cell."""

from datetime import date

from tests.pembantu.buku_uji import Isi, isi_buku, tabel


def isi_penuh() -> Isi:
    """Return a book in which every table has a row with every kind of cell."""
    return isi_buku(
        ["em", "kelembagaan", "1", "1", 12, "ya", "Perda 5/2020", None],
        ["em", "klaster_1", "4", "1", 0.75, "tidak"],
        ["em", "klaster_5", "21A", None, 60.5],
        ["va", "klaster_1", None, None, 100],
        Data_dukung=tabel(
            "Data dukung",
            {
                "id_dokumen": "D001",
                "judul": "Perda 5/2020",
                "jenis": "perda",
                "opd": "bagian_hukum",
                "tahun_dokumen": 2020,
                "tanggal_dokumen": date(2020, 12, 31),
                "status": "lengkap",
            },
            {"id_dokumen": "7", "judul": "Daftar hadir", "status": "belum_diperiksa"},
        ),
        Dokumen_pertanyaan=tabel(
            "Dokumen pertanyaan",
            {"indikator": "1", "pertanyaan": "1", "id_dokumen": "D001", "wajib": "ya"},
            {"indikator": "21A", "pertanyaan": "1", "id_dokumen": "7", "wajib": "tidak"},
        ),
        Capaian=tabel(
            "Capaian",
            {
                "indikator": "4",
                "ukuran": "Anak berakta",
                "tahun": 2024,
                "wilayah": "kota-contoh",
                "nilai": 97.25,
                "satuan": "%",
                "pembilang": 9725,
                "penyebut": 10000,
                "jenis_sumber": "administrasi",
                "arah": "naik_baik",
                "target": 98,
                "sumber": "anggapan_kla_lib",
            },
        ),
        Wilayah=tabel(
            "Wilayah",
            {
                "kode_wilayah": "01.10",
                "nama": "Sukamaju",
                "tingkat": "kelurahan",
                "indikator": "26",
                "pertanyaan": "10",
                "isi": "ada",
                "diterima": date(2025, 2, 1),
            },
        ),
        RAD=tabel(
            "RAD",
            {
                "id_kegiatan": "K01",
                "klaster": "klaster_1",
                "kegiatan": "Jemput bola akta",
                "indikator": "4",
                "opd": "disdukcapil",
                "pilar": "pemerintah",
                "anggaran": 125000000,
                "tenggat": date(2025, 3, 31),
                "status": "berjalan",
                "poin": 1.5,
            },
        ),
        Tindak_lanjut=tabel(
            "Tindak lanjut",
            {
                "id_keputusan": "T01",
                "rapat": "kota-contoh-1",
                "keputusan": "Unggah laporan",
                "status": "belum",
                "tenggat": date(2025, 3, 1),
            },
        ),
    )
