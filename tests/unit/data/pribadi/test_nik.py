import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kla_lib.data.pribadi.nik import has_nik

NIK = "3275014107120003"


@pytest.mark.parametrize(
    "isi",
    [
        NIK,
        f"NIK{NIK}",
        f"NIK_{NIK}, a.n. anak",
        "3275 0141 0712 0003",
        "327501.410712.0003",
        "32.75.01.410712.0003",
        "3275\u00a00141\u00a00712\u00a00003",
        "3275–0141–0712–0003",
        "3275/0141/0712/0003",
        "3275_0141_0712_0003",
        "3275 / 0141 / 0712 / 0003",
        "3275 - 0141 - 0712 - 0003",
        "32/75/01/410712/0003",
        "3 2 7 5 0 1 4 1 0 7 1 2 0 0 0 3",
        "3275 - 014107120003".replace(" - ", "- "),
        NIK[:8] + "\u200b" + NIK[8:],
        "３２７５０１４１０７１２０００３",
        "٣٢٧٥٠١٤١٠٧١٢٠٠٠٣",
        f"0001 {NIK}",
        "0001 3275 0141 0712 0003",
        f"https://contoh.id/anak/{NIK}",
        "9999999999999999",
        3275014107120003,
        3.275014107120003e15,
        "3.27501E+15",
        "3,27501E+15",
    ],
)
def test_an_identity_number_is_seen_however_it_was_typed(isi: object) -> None:
    assert has_nik(isi)


@pytest.mark.parametrize(
    "isi",
    [
        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        "sha256:1234567890123456a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a080",
        "550e8400-e29b-41d4-8716-446655440000",
        "https://drive.contoh.id/d/9911223344556677/lihat",
        "https://berita.contoh.id/read/2018/07/24/1/1926501/kota-layak-anak",
        "12/03/2024 14/03/2024",
        "2020/2021/2022/2023",
        "12345678901234567",
        "1234567890123456789012345",
        "Rp1.250.000.000.000",
        1250000000000,
        1250000000000.0,
        1e16,
        "2021 2022 2023 2024",
        "01-01-2024 31-12-2024",
        "31-12-2024 01-01-2025",
        "2024-01-01 2024-12-31",
        "20240101 20241231",
        "0812-3456-7890",
        "081234567890123",
        True,
        None,
        0.1234567890123456,
        "",
        "0.6627092178279688",
        "1,4949024420747783",
    ],
)
def test_other_long_numbers_are_no_identity_numbers(isi: object) -> None:
    assert not has_nik(isi)


@given(
    wilayah=st.integers(110101, 969999),
    hari=st.one_of(st.integers(1, 31), st.integers(41, 71)),
    bulan=st.integers(1, 12),
    akhir=st.integers(0, 999_999),
    sela=st.sampled_from(["", " ", ".", "-", "\u00a0", " . "[:2]]),
    potong=st.sampled_from([(6, 12), (4, 8, 12), (2, 4, 6, 12), (6,), ()]),
)
def test_every_number_of_its_shape_is_seen(
    wilayah: int, hari: int, bulan: int, akhir: int, sela: str, potong: tuple[int, ...]
) -> None:
    nomor = f"{wilayah}{hari:02}{bulan:02}{akhir:06}"
    batas = (0, *potong, 16)
    assert has_nik("anak " + sela.join(nomor[a:b] for a, b in itertools.pairwise(batas)) + ".")
