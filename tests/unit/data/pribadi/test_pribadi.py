"""Personal data in any cell of a book stops it, and the message does not repeat it."""

import pytest

from kla_lib.data.buku import load_buku
from tests.pembantu.buku_uji import Penulis, isi_buku, pesan_buku, tabel
from tests.pembantu.params_uji import PARAMS

NILAI = ["em", "klaster_1", "4", "1", 1]


@pytest.mark.parametrize(
    ("isi", "apa"),
    [
        ("SK rujukan anak, NIK 3275011203100001", "nomor 16 angka seperti NIK atau nomor KK"),
        ("3275 0112 0310 0001", "nomor 16 angka seperti NIK atau nomor KK"),
        ("hubungi 0812-3456-7890", "nomor telepon"),
        ("+62 812 3456 7890", "nomor telepon"),
        ("kirim ke nama@contoh.go.id", "alamat surel"),
        ("Rujukan anak a.n. Siti Aminah", "tulisan seperti nama anak"),
    ],
)
def test_personal_data_is_refused_at_its_cell_and_not_repeated(penulis: Penulis, isi: str, apa: str) -> None:
    dokumen = tabel("Data dukung", {"id_dokumen": "D1", "judul": isi, "status": "lengkap"})
    (pesan,) = pesan_buku(penulis.tulis(isi_buku(NILAI, Data_dukung=dokumen)))
    assert pesan.startswith(penulis.tempat("Data dukung", "sel B2") + f"sel memuat {apa}. Hapus data pribadi")
    assert isi not in pesan


@pytest.mark.parametrize("isi", ["hubungi 0812-3456-7890", "korban bernama Siti"])
def test_personal_data_beside_the_table_is_not_repeated_either(penulis: Penulis, isi: str) -> None:
    (pesan,) = pesan_buku(penulis.tulis(isi_buku([*NILAI, "ya", None, None, isi])))
    assert pesan.startswith(penulis.tempat("Penilaian", "sel I2") + "sel memuat ")
    assert isi not in pesan


@pytest.mark.parametrize(
    "isi",
    [
        "Perda 13/2017",
        "SK 463/Kep.120-DP3A/2024",
        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        "12 kecamatan, 56 kelurahan, 2.572.209 jiwa",
    ],
)
def test_numbers_of_documents_and_counts_are_no_personal_data(penulis: Penulis, isi: str) -> None:
    dokumen = tabel("Data dukung", {"id_dokumen": "D1", "judul": isi, "status": "lengkap"})
    assert load_buku(PARAMS, penulis.tulis(isi_buku(NILAI, Data_dukung=dokumen))).data_dukung is not None
