"""Published observations: what is shipped, and what a row may not say."""

import math
from collections import Counter
from pathlib import Path

import pytest

from kla_lib.errors import KlaError
from kla_lib.rules.bukti.pengamatan import PENGAMATAN, Pengamatan, load_bukti, menurut_jenis
from kla_lib.rules.bukti.skala import rentang_kategori
from kla_lib.rules.sumber import semua_sumber
from tests.pembantu.berisi import berisi
from tests.pembantu.params_uji import PARAMS, params_dengan

BIASA = {
    "id": "P001",
    "jenis": "em_va",
    "daerah": "Kabupaten Bekasi",
    "kode": "32.16",
    "tahun": "2025",
    "dari": "854.29",
    "hasil": "780.61",
    "guna": "dipakai",
    "sumber": "koranmediasi_2025_11_24",
    "letak": "nilai tiap tahap",
}
PINDAH = BIASA | {
    "jenis": "vf_vf",
    "tahun_dari": "2023",
    "dari": "",
    "dari_rendah": "500",
    "dari_tinggi": "600",
    "hasil": "633.21",
    "daftar": "uji",
}
HITUNGAN = {
    **BIASA,
    "jenis": "nasional",
    "daerah": "Indonesia",
    "kode": "",
    "dari": "",
    "hasil": "",
    "hasil_rendah": "0",
    "hasil_tinggi": "1000",
    "banyak": "464",
}


def baca(folder: Path, *baris: dict[str, str]) -> tuple[Pengamatan, ...]:
    """Return the observations of a table with these rows."""
    (folder / "bukti").mkdir(exist_ok=True)
    kepala = ",".join(PENGAMATAN.nama_kolom)
    isi = [",".join(b.get(k, "") for k in PENGAMATAN.nama_kolom) for b in baris]
    (folder / "bukti" / "pengamatan.csv").write_text("\n".join([kepala, *isi]) + "\n", encoding="utf-8")
    return load_bukti(params_dengan(folder))


def pesan(folder: Path, *baris: dict[str, str]) -> str:
    with pytest.raises(KlaError) as e:
        baca(folder, *baris)
    return str(e.value)


def test_the_shipped_rows_are_those_that_were_collected() -> None:
    bukti = load_bukti(PARAMS)
    assert Counter((p.jenis, p.guna) for p in bukti) == {
        ("em_va", "dipakai"): 8,
        ("em_va", "diragukan"): 3,
        ("va_vf", "dipakai"): 11,
        ("va_vf", "diragukan"): 1,
        ("va_vf", "tidak"): 5,
        ("em_vf", "dipakai"): 4,
        ("em_vf", "diragukan"): 2,
        ("em_vf", "tidak"): 4,
        ("vf_vf", "dipakai"): 41,
        ("vf_vf", "diragukan"): 3,
        ("vf_vf", "tidak"): 38,
        ("vf_vf_agg", "tidak"): 8,
        ("nasional", "dipakai"): 6,
        ("nasional", "tidak"): 10,
    }


def test_the_fitted_national_counts_are_those_of_2025() -> None:
    nasional = [p for p in load_bukti(PARAMS) if p.jenis == "nasional" and p.guna == "dipakai"]
    assert [(p.rendah, p.tinggi, p.banyak) for p in nasional] == [
        (0, 500, 109),
        (500, 600, 139),
        (600, 700, 125),
        (700, 800, 69),
        (800, 900, 22),
        (900, 1000, 0),
    ]


def test_published_pairs_are_exact_to_the_hundredth() -> None:
    per_id = {(p.jenis, p.daerah, p.tahun): p for p in load_bukti(PARAMS)}
    bekasi = per_id["va_vf", "Kabupaten Bekasi", 2025]
    assert (bekasi.dari_rendah, bekasi.nilai, bekasi.dari_tinggi) == (780.61,) * 3
    assert (bekasi.rendah, bekasi.tinggi, bekasi.pasti) == (633.21, 633.21, True)
    solo = per_id["vf_vf", "Kota Surakarta", 2025]
    assert (solo.tahun_dari, solo.nilai, solo.rendah, solo.tinggi, solo.pasti) == (2023, 851, 700, 800, False)


def test_of_a_category_only_its_interval_is_known() -> None:
    asal = [p for p in load_bukti(PARAMS) if p.daftar == "lampung23-25"]
    assert len(asal) == 14
    assert all(math.isnan(p.nilai) for p in asal)
    assert {(p.dari_rendah, p.dari_tinggi) for p in asal} == {(500, 600), (600, 700), (700, 800)}


def test_every_row_names_a_document_and_a_place_and_says_why_it_is_not_fitted() -> None:
    dikenal = semua_sumber(PARAMS)
    for p in berisi(load_bukti(PARAMS)):
        assert p.sumber, p.id
        assert all(r.dokumen in dikenal and r.letak for r in p.sumber), p.id
        assert p.guna == "dipakai" or p.alasan, p.id


def test_lists_of_the_regions_own_press_are_never_fitted() -> None:
    assert {p.guna for p in load_bukti(PARAMS) if p.daftar == "pers"} == {"diragukan"}


def test_every_kind_is_there_even_without_a_row(tmp_path: Path) -> None:
    jenis = menurut_jenis(baca(tmp_path, BIASA))
    assert [len(v) for v in jenis.values()] == [1, 0, 0, 0, 0, 0]


def test_a_new_row_is_one_more_observation_without_code(tmp_path: Path) -> None:
    dua = baca(
        tmp_path,
        BIASA,
        BIASA | {"id": "P002", "tahun": "2026", "hasil": "", "hasil_rendah": "700.5", "hasil_tinggi": "800"},
    )
    assert [(p.id, p.tahun, p.tahun_dari, p.rendah, p.tinggi) for p in dua] == [
        ("P001", 2025, 2025, 780.61, 780.61),
        ("P002", 2026, 2026, 700.5, 800),
    ]


@pytest.mark.parametrize(
    ("ubah", "isi_pesan"),
    [
        ({"sumber": "koranmediasi_2025_11_42"}, "sel P2: dokumen 'koranmediasi_2025_11_42' tidak ada di"),
        ({"sumber": "bobo_2023_07|bobo_2023_07", "letak": "a|b"}, "sel P2: dokumen 'bobo_2023_07' ditulis dua kali"),
        ({"sumber": "bobo_2023_07|kompas_2024_01_30"}, "sel Q2: 2 dokumen tetapi 1 letak"),
        ({"jenis": "em_vl"}, "sel B2: 'em_vl' tidak dikenal di kolom 'jenis'"),
        ({"id": "145"}, "sel A2: id '145' tidak berbentuk P dan angka"),
        (
            {"daerah": "Kabupaten Bekasii"},
            "sel C2: daerah 'Kabupaten Bekasii' tidak dikenal. Maksud Anda 'Kabupaten Bekasi'?",
        ),
        ({"daerah": "Bekasi"}, "sel C2: 'Bekasi' berarti Kabupaten Bekasi (32.16) atau Kota Bekasi (32.75)"),
        ({"kode": "32.75"}, "sel D2: kode '32.75' bukan kode Kabupaten Bekasi. Tulis 32.16"),
        ({"kode": ""}, "sel D2: kode '' bukan kode Kabupaten Bekasi"),
        ({"tahun": "2019"}, "sel F2: tahun 2019 memakai skala lama"),
        ({"tahun_dari": "2023"}, "sel E2: tahun_dari 2023 tidak cocok dengan tahun 2025 untuk jenis 'em_va'"),
        ({"dari": "1000.5"}, "sel H2: dari 1.000,5 di luar 0 sampai 1.000"),
        ({"hasil": "-1"}, "sel K2: hasil -1 di luar 0 sampai 1.000"),
        ({"hasil": "900"}, "sel K2: hasil 900 melebihi nilai yang diklaim, 854,29"),
        ({"dari": ""}, "sel H2: dari kosong, dan rentangnya tidak lengkap"),
        ({"hasil": "", "hasil_rendah": "700"}, "sel K2: hasil kosong, dan rentangnya tidak lengkap"),
        ({"hasil": "590", "hasil_rendah": "600", "hasil_tinggi": "700"}, "sel J2: hasil_rendah 600 melebihi hasil 590"),
        (
            {"hasil": "", "hasil_rendah": "700", "hasil_tinggi": "600"},
            "sel J2: hasil_rendah 700 melebihi hasil_tinggi 600",
        ),
        ({"guna": "diragukan"}, "sel R2: guna 'diragukan' tanpa alasan"),
        ({"guna": "tidak"}, "sel R2: guna 'tidak' tanpa alasan"),
        ({"banyak": "3"}, "sel M2: jenis 'em_va' tidak memakai banyak"),
        ({"hasil": "tujuh ratus"}, "sel K2: 'tujuh ratus' bukan angka"),
    ],
)
def test_a_pair_that_would_mislead_is_refused_with_its_cell(
    tmp_path: Path, ubah: dict[str, str], isi_pesan: str
) -> None:
    assert isi_pesan in pesan(tmp_path, BIASA | ubah)


@pytest.mark.parametrize(
    ("ubah", "isi_pesan"),
    [
        ({"tahun_dari": ""}, "sel E2: jenis 'vf_vf' memerlukan tahun_dari"),
        ({"tahun_dari": "2025"}, "sel E2: tahun_dari 2025 tidak cocok"),
        ({"tahun_dari": "2019"}, "sel E2: tahun 2019 memakai skala lama"),
        ({"daftar": ""}, "sel O2: jenis 'vf_vf' memerlukan daftar"),
    ],
)
def test_a_move_needs_its_two_years_and_its_list(tmp_path: Path, ubah: dict[str, str], isi_pesan: str) -> None:
    assert len(baca(tmp_path, PINDAH)) == 1
    assert isi_pesan in pesan(tmp_path, PINDAH | ubah)


@pytest.mark.parametrize(
    ("ubah", "isi_pesan"),
    [
        ({"banyak": ""}, "sel M2: jenis 'nasional' memerlukan banyak"),
        ({"kode": "32.16"}, "sel D2: jenis 'nasional' tidak memakai kode"),
        ({"dari": "464"}, "sel H2: jenis 'nasional' tidak memakai dari"),
        ({"hasil_rendah": "500"}, "sel J2: hitungan nasional 2025 yang dipakai bercelah atau bertumpuk"),
    ],
)
def test_a_national_count_covers_the_whole_scale(tmp_path: Path, ubah: dict[str, str], isi_pesan: str) -> None:
    assert baca(tmp_path, HITUNGAN)[0].banyak == 464
    assert isi_pesan in pesan(tmp_path, HITUNGAN | ubah)


def test_an_observation_written_twice_is_refused(tmp_path: Path) -> None:
    kedua = BIASA | {"id": "P002", "daerah": "kab. bekasi", "sumber": "bobo_2023_07"}
    assert "sel A3: pengamatan P002 mengulang P001: em_va kab. bekasi 2025" in pesan(tmp_path, BIASA, kedua)
    assert "baris dengan id = P001 ada dua kali" in pesan(tmp_path, BIASA, BIASA | {"tahun": "2024"})


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    teks = pesan(
        tmp_path, BIASA | {"sumber": "x", "kode": "32.75"}, BIASA | {"id": "P002", "tahun": "2024", "hasil": "1200"}
    )
    assert "sel P2: " in teks and "sel D2: " in teks and "sel K3: " in teks


def test_a_key_in_both_lists_of_sources_is_refused(tmp_path: Path) -> None:
    (tmp_path / "bukti").mkdir()
    isi = "jatengpos_2022_07_08: {judul: a, penerbit: b, tanggal: 2022, keyakinan: pers}\n"
    (tmp_path / "bukti" / "sumber.yaml").write_text(isi, encoding="utf-8")
    with pytest.raises(KlaError, match="kunci 'jatengpos_2022_07_08' sudah ada"):
        semua_sumber(params_dengan(tmp_path))


def test_the_categories_cover_the_scale_and_2021_has_the_edges_of_2022() -> None:
    rentang = rentang_kategori(PARAMS, 2021)
    assert next(iter(rentang.items())) == ("di_bawah_pratama", (0, 500))
    assert list(rentang.items())[-1] == ("kla", (900, 1000))
    assert rentang == rentang_kategori(PARAMS, 2025)
