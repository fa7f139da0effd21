import math
from datetime import date, datetime, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kla_lib.tabel.jenis import ANGKA_DESIMAL, BULAT, KODE, TAHUN, TANGGAL, TEKS, YA_TIDAK, Jenis, tampil
from kla_lib.tabel.sel import Persen, Rancu


@pytest.mark.parametrize(
    ("jenis", "isi", "nilai"),
    [
        (ANGKA_DESIMAL, "12.5", 12.5),
        (ANGKA_DESIMAL, "-3", -3.0),
        (ANGKA_DESIMAL, 12, 12.0),
        (ANGKA_DESIMAL, 0.25, 0.25),
        (ANGKA_DESIMAL, "999999999999999", 999999999999999.0),
        (BULAT, "2024", 2024),
        (BULAT, "2024.0", 2024),
        (BULAT, 2024.0, 2024),
        (KODE, "21A", "21A"),
        (KODE, "14.10", "14.10"),
        (KODE, 14, "14"),
        (KODE, 14.0, "14"),
        (TANGGAL, "2025-03-18", date(2025, 3, 18)),
        (TANGGAL, date(2025, 3, 18), date(2025, 3, 18)),
        (TANGGAL, "18/03/2025", date(2025, 3, 18)),
        (TANGGAL, "18-3-2025", date(2025, 3, 18)),
        (TANGGAL, "5.5.2025", date(2025, 5, 5)),
        (TANGGAL, "8 Maret 2025", date(2025, 3, 8)),
        (TANGGAL, "01 Nopember 2024", date(2024, 11, 1)),
        (TANGGAL, "1-agt-2024", date(2024, 8, 1)),
        (TANGGAL, datetime(2025, 3, 18, 8, 30), date(2025, 3, 18)),
        (TEKS, "akta", "akta"),
        (TEKS, 5.0, "5"),
        (TEKS, date(2025, 3, 18), "2025-03-18"),
        (YA_TIDAK, "ya", True),
        (YA_TIDAK, "tidak", False),
        (YA_TIDAK, " Ya ", True),
        (YA_TIDAK, "TIDAK", False),
        (YA_TIDAK, True, True),
        (YA_TIDAK, False, False),
    ],
)
def test_a_right_cell_is_accepted_and_converted(jenis: Jenis, isi: Any, nilai: Any) -> None:
    assert jenis.sah(isi)
    hasil = jenis.ubah(isi)
    assert (hasil, type(hasil)) == (nilai, type(nilai))


@pytest.mark.parametrize(
    ("jenis", "isi", "salah", "perbaikan"),
    [
        (ANGKA_DESIMAL, "dua", "'dua' bukan angka", "Tulis angka, misalnya 12,5; kosongkan sel bila belum dicatat."),
        (ANGKA_DESIMAL, "1,234,567", "'1,234,567' bukan angka", "Tulis tanpa pemisah ribuan, misalnya 1234,5."),
        (ANGKA_DESIMAL, "tidak  ada", "'tidak ada' bukan angka", "Kosongkan bila belum diketahui; tulis 0 bila"),
        (ANGKA_DESIMAL, "±12", "'±12' bukan angka", "Tulis angkanya saja; kata dan tanda lain"),
        (ANGKA_DESIMAL, "Rp 5.000.000", "'Rp 5.000.000' bukan angka", "Tulis angkanya saja; kata dan tanda lain"),
        (ANGKA_DESIMAL, Persen(0.935), "sel berformat persen: yang tampak 93,5% tersimpan sebagai 0,935", "Angka"),
        (ANGKA_DESIMAL, Rancu("1.500", "1500", "1,5"), "'1.500' bisa dibaca 1500 atau 1,5", "Tulis tanpa pemisah"),
        (ANGKA_DESIMAL, "93,5 %", "'93,5 %' memuat tanda persen", "Tulis angkanya saja, tanpa tanda %."),
        (ANGKA_DESIMAL, "93.5%", "'93.5%' memuat tanda persen", "Tulis angkanya saja, tanpa tanda %."),
        (ANGKA_DESIMAL, "1" + "0" * 15, "'1000000000000000' terlalu besar", "paling banyak 15 digit."),
        (ANGKA_DESIMAL, 1e15, "'1e+15' terlalu besar", "paling banyak 15 digit."),
        (ANGKA_DESIMAL, "1e5", "'1e5' bukan angka", "Tulis angka"),
        (ANGKA_DESIMAL, "nan", "'nan' bukan angka", "Kosongkan bila belum diketahui"),
        (ANGKA_DESIMAL, "a" * 200, f"'{'a' * 79}…' bukan angka", "Tulis angka"),
        (ANGKA_DESIMAL, "1_000", "'1_000' bukan angka", "Tulis angka"),
        (ANGKA_DESIMAL, True, "'TRUE' bukan angka", "Tulis angka"),
        (ANGKA_DESIMAL, date(2025, 3, 18), "'2025-03-18' bukan angka", "Tulis angka"),
        (BULAT, "2024.5", "'2024.5' bukan bilangan bulat", "Tulis bilangan bulat, misalnya 2024."),
        (BULAT, 2024.5, "'2024,5' bukan bilangan bulat", "Tulis bilangan bulat, misalnya 2024."),
        (BULAT, "dua", "'dua' bukan bilangan bulat", "Tulis bilangan bulat, misalnya 2024."),
        (KODE, 3275012345678901.0, "kode terbaca sebagai '3,2750123456789e+15', bukan teks", "misalnya 21A."),
        (KODE, 14.1, "kode terbaca sebagai '14,1', bukan teks", "Ubah format sel menjadi Teks"),
        (KODE, date(2025, 4, 1), "kode terbaca sebagai '2025-04-01', bukan teks", "lalu tulis ulang kodenya"),
        (KODE, Persen(0.5), "kode terbaca sebagai '50%', bukan teks", "Ubah format sel menjadi Teks"),
        (KODE, True, "kode terbaca sebagai 'TRUE', bukan teks", "misalnya 21A."),
        (TANGGAL, "2025-1-1", "'2025-1-1' bukan tanggal", "Tulis TTTT-BB-HH, misalnya 2025-03-18."),
        (TANGGAL, "2025-02-30", "'2025-02-30' bukan tanggal", "Tulis TTTT-BB-HH, misalnya 2025-03-18."),
        (TANGGAL, "03/18/2025", "'03/18/2025' bukan tanggal", "Tulis TTTT-BB-HH, misalnya 2025-03-18."),
        (TANGGAL, "31/04/2025", "'31/04/2025' bukan tanggal", "Tulis TTTT-BB-HH, misalnya 2025-03-18."),
        (TANGGAL, "03-04-2025", "'03-04-2025' bisa dibaca 2025-04-03 atau 2025-03-04", "misalnya 2025-04-03."),
        (TANGGAL, "20250318", "'20250318' bukan tanggal", "Tulis TTTT-BB-HH, misalnya 2025-03-18."),
        (TANGGAL, "2025-W12-2", "'2025-W12-2' bukan tanggal", "Tulis TTTT-BB-HH, misalnya 2025-03-18."),
        (TANGGAL, 45734.0, "'45734' nomor urut hari, bukan tanggal", "mungkin maksudnya 2025-03-18."),
        (TANGGAL, "45734", "'45734' nomor urut hari, bukan tanggal", "mungkin maksudnya 2025-03-18."),
        (TANGGAL, 2025.0, "'2025' bukan tanggal", "Tulis TTTT-BB-HH, misalnya 2025-03-18."),
        (TANGGAL, "1899-12-31", "'1899-12-31' bukan tanggal", "Tulis TTTT-BB-HH"),
        (TANGGAL, date(2925, 3, 18), "'2925-03-18' bukan tanggal", "Tulis TTTT-BB-HH"),
        (TANGGAL, math.inf, "'inf' bukan tanggal", "Tulis TTTT-BB-HH"),
        (TAHUN, 1e14, "'100000000000000' bukan tahun", "Tulis tahun empat angka"),
        (TAHUN, "202", "'202' bukan tahun", "Tulis tahun empat angka"),
        (TAHUN, "2024.5", "'2024.5' bukan bilangan bulat", "Tulis bilangan bulat"),
        (TAHUN, 1e300, "'1e+300' bukan bilangan bulat", "Tulis bilangan bulat"),
        (KODE, 1e300, "kode terbaca sebagai '1e+300', bukan teks", "Ubah format sel menjadi Teks"),
        (YA_TIDAK, "Ya, ada", "'Ya, ada' bukan ya atau tidak", "Tulis ya atau tidak."),
        (YA_TIDAK, "true", "'true' bukan ya atau tidak", "Tulis ya atau tidak."),
        (YA_TIDAK, 1.0, "'1' bukan ya atau tidak", "Tulis ya atau tidak."),
    ],
)
def test_a_wrong_cell_is_refused_with_what_to_write_instead(jenis: Jenis, isi: Any, salah: str, perbaikan: str) -> None:
    assert not jenis.sah(isi)
    dapat_salah, dapat_perbaikan = jenis.nasihat(isi)
    assert dapat_salah == salah
    assert perbaikan in dapat_perbaikan


@pytest.mark.parametrize(
    ("isi", "teks"), [(14.0, "14"), (0.1, "0.1"), (True, "TRUE"), (False, "FALSE"), ("a", "a"), (7, "7")]
)
def test_a_cell_is_shown_as_the_evaluator_sees_it(isi: Any, teks: str) -> None:
    assert tampil(isi) == teks


SEL = st.one_of(
    st.text(min_size=1),
    st.from_regex(r"[+-]?[0-9.,%]+", fullmatch=True),
    st.floats(allow_nan=False),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.times(),
)
HASIL = {"angka": float, "bulat": int, "kode": str, "tanggal": date, "teks": str, "ya_tidak": bool}


@pytest.mark.parametrize("jenis", [ANGKA_DESIMAL, BULAT, TAHUN, KODE, TANGGAL, TEKS, YA_TIDAK])
@given(isi=SEL)
def test_any_cell_is_either_converted_or_explained(jenis: Jenis, isi: str | float | bool | date | time) -> None:
    if jenis.sah(isi):
        assert isinstance(jenis.ubah(isi), HASIL[jenis.nama])
    else:
        assert all(jenis.nasihat(isi))
