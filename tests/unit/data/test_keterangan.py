from datetime import date

import pytest

from kla_lib.data.buku import load_buku
from kla_lib.data.keterangan import Keterangan
from tests.pembantu.buku_uji import Penulis, isi_buku, pesan_buku
from tests.pembantu.params_uji import PARAMS

NILAI = ["em", "klaster_1", "4", "1", 1]


def test_the_head_of_a_book_is_read_with_its_kinds(penulis: Penulis) -> None:
    assert load_buku(PARAMS, penulis.tulis(isi_buku(NILAI))).keterangan == Keterangan(
        daerah="kota-contoh",
        tahun_evaluasi=2024,
        instrumen="2024",
        tahap_berjalan="em",
        tanggal_data=date(2025, 2, 10),
        contoh=True,
        sumber="Angka buatan untuk uji",
    )


def test_the_day_of_the_data_may_be_unknown(penulis: Penulis) -> None:
    assert (
        load_buku(PARAMS, penulis.tulis(isi_buku(NILAI, keterangan={"tanggal_data": None}))).keterangan.tanggal_data
        is None
    )


def test_a_form_typed_as_number_is_the_form_of_that_year(penulis: Penulis) -> None:
    assert load_buku(PARAMS, penulis.tulis(isi_buku(NILAI, keterangan={"instrumen": 2024}))).instrumen.id == "2024"


@pytest.mark.parametrize(
    ("kunci", "isi", "sel", "salah"),
    [
        ("daerah", None, "B2", "'daerah' kosong. Isi sel ini."),
        ("tahun_evaluasi", "dua ribu", "B3", "'dua ribu' bukan bilangan bulat. Tulis bilangan bulat, misalnya 2024."),
        ("tahun_evaluasi", "2024.5", "B3", "'2024.5' bukan bilangan bulat. Tulis bilangan bulat, misalnya 2024."),
        ("instrumen", "1999", "B4", "form tahun '1999' tidak ada. Form yang ada: 2022, 2024."),
        ("tahap_berjalan", "emm", "B5", "'emm' bukan tahap_berjalan. Pilihan: em, va, vf, vl."),
        ("tahap_berjalan", None, "B5", "'tahap_berjalan' kosong. Isi sel ini."),
        ("tanggal_data", "2022-1-1", "B6", "'2022-1-1' bukan tanggal. Tulis TTTT-BB-HH, misalnya 2025-03-18."),
        ("contoh", "mungkin", "B7", "'mungkin' bukan ya atau tidak. Tulis ya atau tidak."),
        ("sumber", None, "B8", "'sumber' kosong. Isi sel ini."),
    ],
)
def test_a_wrong_line_of_the_head_is_refused_at_its_cell(
    penulis: Penulis, kunci: str, isi: object, sel: str, salah: str
) -> None:
    path = penulis.tulis(isi_buku(NILAI, keterangan={kunci: isi}))
    assert pesan_buku(path) == [penulis.tempat("Keterangan", f"sel {sel}") + salah]


def test_a_missing_line_of_the_head_is_named(penulis: Penulis) -> None:
    isi = isi_buku(NILAI)
    del isi["Keterangan"][4]
    assert pesan_buku(penulis.tulis(isi)) == [
        penulis.tempat("Keterangan")
        + "kunci 'tahap_berjalan' belum ada. Tambahkan baris dengan kunci 'tahap_berjalan'."
    ]


def test_an_unknown_line_of_the_head_gets_the_nearest_key(penulis: Penulis) -> None:
    path = penulis.tulis(isi_buku(NILAI, keterangan={"tanggal_dat": "2025-01-01"}))
    assert pesan_buku(path) == [
        penulis.tempat("Keterangan", "sel A9") + "kunci 'tanggal_dat' tidak dikenal. Maksud Anda 'tanggal_data'?"
    ]


def test_a_doubled_line_of_the_head_is_refused_at_both_rows(penulis: Penulis) -> None:
    isi = isi_buku(NILAI)
    isi["Keterangan"].append(["daerah", "ogan-ilir"])
    akhir = "baris dengan kunci = daerah ada dua kali: baris 2, baris 9. Hapus atau perbaiki salah satunya."
    assert pesan_buku(penulis.tulis(isi)) == [
        penulis.tempat("Keterangan", "sel A2") + akhir,
        penulis.tempat("Keterangan", "sel A9") + akhir,
    ]
