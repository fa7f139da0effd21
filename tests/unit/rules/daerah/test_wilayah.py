"""The areas of a city come from a table that anyone can write."""

from pathlib import Path

import pytest

from kla_lib.errors import KlaError
from kla_lib.rules.daerah.wilayah import Wilayah, load_wilayah, read_wilayah
from tests.pembantu.params_uji import PARAMS


def test_kota_bekasi_has_12_kecamatan_and_56_kelurahan() -> None:
    wilayah = load_wilayah(PARAMS, "kota-bekasi")
    assert [w.tingkat for w in wilayah].count("kecamatan") == 12
    assert [w.tingkat for w in wilayah].count("kelurahan") == 56
    assert wilayah[0] == Wilayah("32.75.01", "Bekasi Timur", "kecamatan")


def test_a_region_without_a_table_has_no_areas() -> None:
    assert load_wilayah(PARAMS, "kabupaten-lombok-tengah") == ()


def test_kelurahan_follow_their_kecamatan_in_whatever_order_they_are_written(tmp_path: Path) -> None:
    path = tmp_path / "uji.csv"
    path.write_text("kode,nama,tingkat,kecamatan\n2,B,kelurahan,1\n1,A,kecamatan,\n3,C,kecamatan,\n", encoding="utf-8")
    assert [w.kode for w in read_wilayah(path)] == ["1", "2", "3"]


@pytest.mark.parametrize(
    ("baris", "pesan"),
    [
        ("1,A,kecamatan,\n2,B,kelurahan,9\n", "sel D3: kecamatan '9' dari kelurahan '2' tidak ada dalam daftar"),
        ("1,A,kecamatan,\n2,B,kelurahan,\n", "sel D3: kecamatan '' dari kelurahan '2'"),
        ("1,A,kecamatan,\n1,B,kecamatan,\n", "baris dengan kode = 1 ada dua kali"),
        ("1,A,provinsi,\n", "sel C2: 'provinsi' tidak dikenal di kolom 'tingkat'"),
    ],
)
def test_a_table_with_a_fault_is_refused_with_its_cell(tmp_path: Path, baris: str, pesan: str) -> None:
    path = tmp_path / "uji.csv"
    path.write_text("kode,nama,tingkat,kecamatan\n" + baris, encoding="utf-8")
    with pytest.raises(KlaError) as e:
        read_wilayah(path)
    assert pesan in str(e.value)
