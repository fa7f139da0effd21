"""What is said of many regions, from summaries made by hand."""

from dataclasses import replace

import numpy as np
import pytest

from kla_lib.keadaan.provinsi import DaerahGagal, KeadaanProvinsi
from kla_lib.rules.form.instrumen import load_instrumen
from kla_lib.rules.kategori import load_kategori
from kla_lib.rules.provinsi import load_provinsi
from kla_lib.rules.verifikasi import load_verifikasi
from kla_lib.views.provinsi.chart import chart_peringkat, chart_posisi
from kla_lib.views.provinsi.kalimat import kalimat_peringkat, kalimat_provinsi, pertanyaan_mirip, spanduk_provinsi
from kla_lib.views.provinsi.tabel import daftar_gagal, sebut_batas, tabel_bantuan, tabel_daerah
from tests.pembantu.params_uji import PARAMS
from tests.pembantu.provinsi_uji import daerah_uji

FORM = load_instrumen(PARAMS, "2024")
MAKS = FORM.pertanyaan["nilai_maksimal"].to_numpy(dtype=float)


@pytest.fixture
def provinsi() -> KeadaanProvinsi:
    """Nine regions that claim part of every question, and one of them what another claims."""
    acak = np.random.default_rng(3)
    isi = [np.floor(4 * MAKS * acak.uniform(0.2, 0.9, len(MAKS))) / 4 for _n in range(8)]
    daerah = [daerah_uji(f"d{n}", nilai.tolist()) for n, nilai in enumerate([*isi, isi[2]])]
    return KeadaanProvinsi(
        load_provinsi(PARAMS, "contoh"),
        FORM,
        load_kategori(PARAMS, 2024),
        load_verifikasi(PARAMS, 2024),
        tuple(daerah),
        (),
        (),
        (),
    )


@pytest.mark.parametrize(
    ("nilai", "kata"),
    [
        (487.5, "Pratama: 12,5 poin lagi"),
        (500.0, "tepat di tepi batas"),
        (950.0, "sudah di kategori tertinggi"),
    ],
)
def test_the_next_edge_is_named_with_what_is_missing(provinsi: KeadaanProvinsi, nilai: float, kata: str) -> None:
    assert kata in sebut_batas(provinsi, nilai)


def test_without_any_forecast_nothing_is_claimed_and_nothing_breaks(provinsi: KeadaanProvinsi) -> None:
    assert "belum ada daerah yang nilai akhirnya bisa diperkirakan" in kalimat_provinsi(provinsi).teks
    assert "tidak diperkirakan" in tabel_daerah(provinsi).teks
    assert kalimat_peringkat(provinsi).teks == ""
    assert "perlu dua daerah" in chart_peringkat(provinsi).teks
    assert "Belum ada daerah yang nilai akhirnya bisa diperkirakan" in chart_posisi(provinsi).teks
    assert "belum dicatat" in tabel_bantuan(provinsi).teks


def test_a_pair_that_looks_copied_is_asked_about_with_what_chance_gives(provinsi: KeadaanProvinsi) -> None:
    teks = pertanyaan_mirip(provinsi).teks
    assert teks.startswith("D2 dan D8: ")
    assert "secara kebetulan kira-kira" in teks
    assert teks.endswith("?")


def test_what_failed_and_who_is_awaited_is_said(provinsi: KeadaanProvinsi) -> None:
    p = replace(provinsi, gagal=(DaerahGagal("buku-x", "buku-x: rusak. Perbaiki."),), belum=("Kota Bekasi",))
    assert "1 rapat atau buku belum bisa dibaca." in kalimat_provinsi(p).teks
    assert "Belum ada rapat atau bukunya: Kota Bekasi." in kalimat_provinsi(p).teks
    assert "buku-x: rusak" in daftar_gagal(p).teks


def test_generated_regions_among_real_ones_are_named(provinsi: KeadaanProvinsi) -> None:
    daerah = [replace(d, contoh=d.id == "d4") for d in provinsi.daerah]
    assert "bukan daerah mana pun: D4." in spanduk_provinsi(replace(provinsi, daerah=tuple(daerah)), "publik").teks
    asli = replace(provinsi, daerah=tuple(replace(d, contoh=False) for d in provinsi.daerah))
    assert spanduk_provinsi(asli, "publik").teks == ""
    assert "INTERNAL" in spanduk_provinsi(asli).teks
