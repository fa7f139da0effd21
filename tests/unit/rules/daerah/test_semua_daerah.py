"""All regencies and cities are found as people write them, and never guessed."""

from pathlib import Path

import pytest

from kla_lib.errors import KlaError
from kla_lib.rules.daerah.semua_daerah import calon_daerah, cari_daerah, load_semua_daerah
from tests.pembantu.params_uji import PARAMS, params_dengan

KEPALA = "kode,nama,jenis,provinsi,nama_lain\n"


def pesan(teks: str) -> str:
    with pytest.raises(KlaError) as e:
        cari_daerah(PARAMS, teks)
    return str(e.value)


def test_the_country_has_514_regions_each_with_its_own_code_name_and_id() -> None:
    semua = load_semua_daerah(PARAMS)
    assert (
        len(semua) == len({d.kode for d in semua}) == len({d.nama for d in semua}) == len({d.id for d in semua}) == 514
    )
    assert [d.jenis for d in semua].count("kota") == 98
    assert len({d.provinsi for d in semua}) == 38


@pytest.mark.parametrize(
    ("teks", "nama"),
    [
        ("Kabupaten Lombok Tengah", "Kabupaten Lombok Tengah"),
        ("kab.  LOMBOK tengah", "Kabupaten Lombok Tengah"),
        ("Kab.Lombok Tengah", "Kabupaten Lombok Tengah"),
        ("Pemkab Lombok Tengah", "Kabupaten Lombok Tengah"),
        ("lombok tengah", "Kabupaten Lombok Tengah"),
        ("kabupaten-lombok-tengah", "Kabupaten Lombok Tengah"),
        ("52.02", "Kabupaten Lombok Tengah"),
        (" 5202 ", "Kabupaten Lombok Tengah"),
        ("kota-bekasi", "Kota Bekasi"),
        ("Pemerintah Kota Bekasi", "Kota Bekasi"),
        ("ogan-ilir", "Kabupaten Ogan Ilir"),
        ("sumbawa", "Kabupaten Sumbawa"),
        ("Kota Jakarta Selatan", "Kota Administrasi Jakarta Selatan"),
        ("kota-administrasi-jakarta-selatan", "Kota Administrasi Jakarta Selatan"),
        ("Kepulauan Seribu", "Kabupaten Administrasi Kepulauan Seribu"),
        ("Tojo Una Una", "Kabupaten Tojo Una-Una"),
        ("Kota Palangkaraya", "Kota Palangka Raya"),
        ("Kab. Pangkep", "Kabupaten Pangkajene dan Kepulauan"),
        ("Kotabaru", "Kabupaten Kotabaru"),
        ("Kota Solo", "Kota Surakarta"),
    ],
)
def test_a_region_is_found_as_people_write_it(teks: str, nama: str) -> None:
    assert cari_daerah(PARAMS, teks).nama == nama


def test_every_region_is_found_by_its_name_its_code_and_its_id() -> None:
    lain = [d for d in load_semua_daerah(PARAMS) for t in (d.nama, d.kode, d.id) if cari_daerah(PARAMS, t) != d]
    assert lain == []


def test_a_name_that_is_a_regency_and_a_city_is_asked_back_with_both() -> None:
    assert "'Bekasi' berarti Kabupaten Bekasi (32.16) atau Kota Bekasi (32.75)" in pesan("Bekasi")
    assert len(calon_daerah(PARAMS, "Bekasi")) == 2


@pytest.mark.parametrize(
    ("teks", "saran"),
    [
        ("Lombok Tenggah", "Maksud Anda 'Lombok Tengah'?"),
        ("Kabupaten Bekasii", "Maksud Anda 'Kabupaten Bekasi'?"),
        ("Kota Lombok Tengah", "Maksud Anda 'Kabupaten Lombok Tengah'?"),
        ("kota-contoh", "Pilihan: Kota Ambon, "),
        ("32.99", "Kode provinsi ini: 32.01 sampai 32.79."),
        ("99.01", "Tulis nama kabupaten/kota"),
        ("kota", "Tulis nama kabupaten/kota"),
        ("", "Tulis nama kabupaten/kota"),
    ],
)
def test_an_unknown_region_is_refused_with_the_nearest(teks: str, saran: str) -> None:
    assert f"daerah '{teks}' tidak dikenal. {saran}" in pesan(teks)


@pytest.mark.parametrize(
    ("baris", "tempat", "salah"),
    [
        ("32.7,Kota Bekasi,kota,Jawa Barat,", "sel A2", "'32.7' bukan kode Kemendagri"),
        ("32.75,Bekasi,kota,Jawa Barat,", "sel B2", "nama 'Bekasi' tidak diawali 'Kota'"),
        ("32.75,Kota Bekasi,kabupaten,Jawa Barat,", "sel B2", "tidak diawali 'Kabupaten'"),
        ("32.75,Kota Bekasi,kota,,", "sel D2", "kolom 'provinsi' kosong"),
        ("32.75,Kota Bekasi,kota,Jawa Barat,Patriot", "sel E2", "nama 'Patriot' tidak diawali 'Kota'"),
        ("32.75,Kota A,kota,Jabar,\n32.75,Kota B,kota,Jabar,", "sel A2", "baris dengan kode = 32.75 ada dua kali"),
        ("32.75,Kota A,kota,Jabar,\n32.76,Kota B,kota,Jawa Barat,", "sel D3", "berbeda dari 'Jabar'"),
        ("32.75,Kota A,kota,Jabar,\n32.76,Kota B,kota,Jabar,Kota a", "sel E3", "sudah menjadi nama daerah 32.75"),
    ],
)
def test_a_table_with_a_fault_is_refused_with_its_cell(tmp_path: Path, baris: str, tempat: str, salah: str) -> None:
    (tmp_path / "wilayah").mkdir()
    (tmp_path / "wilayah" / "daerah.csv").write_text(KEPALA + baris + "\n", encoding="utf-8")
    with pytest.raises(KlaError) as e:
        load_semua_daerah(params_dengan(tmp_path))
    assert f"daerah.csv, {tempat}: " in str(e.value)
    assert salah in str(e.value)
