"""Slips seen in published figures of cities and ministries, and sentences that only look like them."""

import pytest

from kla_lib.rules.janggal import find_janggal


@pytest.mark.parametrize(
    ("teks", "jenis", "salah"),
    [
        ("Anggaran: 22,87 % atau Rp1,3 miliar", "bagian_dan_biaya", "seluruh anggarannya hanya Rp5.684 juta"),
        ("Rp1,3 miliar (22,87%)", "bagian_dan_biaya", "tidak bisa keduanya benar"),
        ("22,87 % atau Rp1,3 miliar dari APBD Rp2 triliun", "bagian_dan_biaya", "yaitu 0,07 %"),
        ("Nilai EM 880,38 dari 100", "lebih_dari_maksimal", "880,38 lebih besar dari 100"),
        ("880,38 of 100", "lebih_dari_maksimal", "880,38 lebih besar dari 100"),
        ("nilai 12,5 (maksimal 10)", "lebih_dari_maksimal", "12,5 lebih besar dari 10"),
        ("145,24 + 103 + 136 + 142,5 + 105,6 + 179,2 + 68,85 = 880,38", "jumlah", "berjumlah 880,39"),
        ("3,4 % (4.500 dari 160.000 anak)", "persen_dan_hitungan", "yaitu 2,81 %"),
        ("Sanitasi 98,42 %, 6 dari 56 kelurahan bebas BABS", "persen_dan_hitungan", "yaitu 10,71 %"),
    ],
)
def test_figures_that_cannot_all_hold_are_found(teks: str, jenis: str, salah: str) -> None:
    (j,) = find_janggal(teks)
    assert j.jenis == jenis and salah in j.salah and j.perbaikan
    assert j.kutipan in teks or jenis == "persen_dan_hitungan"


@pytest.mark.parametrize(
    "teks",
    [
        *("75 % dari 40 sekolah", "30 dari 41 (73,17 %)", "73 % (30 dari 41)", "3,4 % (5.440 dari 160.000)"),
        *("turun menjadi 25 dari 20 tahun lalu", "data 2025 dari 2024", "Perda 12/2010", "880,39 dari 1.000"),
        *("Rp1,3 triliun atau 22,87 % dari APBD Rp5,7 triliun", "22,87 % (Rp1,3 triliun)", "0,1 + 0,2 = 0,3"),
        *("145,24 + 103 + 136 + 142,5 + 105,6 + 179,2 + 68,85 = 880,39", "1.250 dari 1.250 anak", "", "2 + 2"),
    ],
)
def test_figures_that_hold_are_left_alone(teks: str) -> None:
    assert not list(find_janggal(teks))


def test_a_long_text_costs_no_more_than_a_moment() -> None:
    for isi in ("1 " * 50_000, "1" * 100_000, "1+" * 50_000, "5 %" + " " * 100_000 + "x", "5 % (,(,(," * 9_000):
        assert len(list(find_janggal(isi))) < 10_000
