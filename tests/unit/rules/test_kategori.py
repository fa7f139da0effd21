from pathlib import Path

import pytest

from kla_lib.errors import KlaError
from kla_lib.rules.kategori import load_kategori
from kla_lib.rules.sumber import load_sumber
from tests.pembantu.berisi import berisi
from tests.pembantu.params_uji import PARAMS, params_dengan, salin_aturan


@pytest.mark.parametrize("tahun", [2022, 2023, 2024, 2025])
def test_the_edges_are_those_that_officials_stated_for_these_years(tahun: int) -> None:
    daftar = load_kategori(PARAMS, tahun)
    assert [(k.id, k.nama, k.besaran, k.di_atas) for k in daftar.kategori] == [
        ("pratama", "Pratama", 500, False),
        ("madya", "Madya", 600, True),
        ("nindya", "Nindya", 700, True),
        ("utama", "Utama", 800, True),
        ("kla", "KLA", 900, True),
    ]
    assert daftar.tahun == tahun
    assert daftar.dekat_ambang == 1


def test_the_order_begins_below_every_category() -> None:
    daftar = load_kategori(PARAMS, 2024)
    assert daftar.urutan == ("di_bawah_pratama", "pratama", "madya", "nindya", "utama", "kla")
    assert daftar.nama("di_bawah_pratama") == "di bawah Pratama"
    assert daftar.nama("utama") == "Utama"
    assert daftar["nindya"].besaran == 700


@pytest.mark.parametrize("tahun", [2021, 2012, 0, -1])
def test_a_year_before_the_first_edge_is_refused(tahun: int) -> None:
    with pytest.raises(KlaError) as e:
        load_kategori(PARAMS, tahun)
    assert str(e.value) == (
        f"params/kategori.yaml: ambang kategori untuk tahun {tahun} tidak diketahui. "
        "Skala sebelum 2022 berbeda; periksa tahun_evaluasi di lembar Keterangan."
    )


@pytest.mark.parametrize("tahun", [10_000, 20_244])
def test_the_newest_edges_hold_until_others_are_written(tahun: int) -> None:
    assert load_kategori(PARAMS, tahun).kategori == load_kategori(PARAMS, 9_999).kategori


def test_an_older_year_keeps_its_edge_when_a_newer_one_is_written(tmp_path: Path) -> None:
    awal = "      - {berlaku: 2022-01-01, dibuktikan_sampai: 2025-12-31, besaran: 800,"
    path = salin_aturan(tmp_path, "kategori.yaml")
    teks = path.read_text(encoding="utf-8")
    (baris,) = (b for b in teks.splitlines(keepends=True) if b.startswith(awal))
    baru = baris.replace("2022-01-01", "2031-07-01").replace("2025-12-31", "2031-12-31").replace("800", "820", 1)
    path.write_text(teks.replace(baris, baru + baris), encoding="utf-8")
    params = params_dengan(tmp_path)
    assert [load_kategori(params, tahun)["utama"].besaran for tahun in (2024, 2030, 2031, 2032)] == [800, 800, 820, 820]


def test_each_edge_cites_a_source_and_says_until_when_it_was_attested() -> None:
    for kategori in berisi(load_kategori(PARAMS, 2025).kategori):
        assert load_sumber(PARAMS)[kategori.sumber.dokumen].keyakinan == "pejabat"
        assert kategori.sumber.letak
        assert kategori.dibuktikan_sampai.year == 2025


def test_the_rule_for_fractions_is_said_in_words() -> None:
    assert load_kategori(PARAMS, 2024).anggapan_pecahan == (
        "Kategori atas dimulai pada nilai yang lebih dari 600, 700, 800, atau 900; Pratama dimulai tepat pada 500."
    )
