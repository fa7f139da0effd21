"""The pictures of an index: gaps stay open, targets are judged in words, areas stand by name, bad input is said."""

import re
from copy import copy
from dataclasses import replace
from functools import cache

import pandas as pd
import pytest

from kla_lib.views.indeks.gambar_tahun import chart_indeks
from kla_lib.views.indeks.gambar_ukuran import chart_ukuran, kalimat_target
from kla_lib.views.indeks.gambar_wilayah import chart_wilayah
from kla_lib.views.indeks.halaman import kalimat_indeks, kurang_indeks, pasti_indeks
from kla_lib.views.indeks.meja import MejaIndeks
from tests.pembantu.params_uji import PARAMS


@cache
def buka(rapat: str = "kota-contoh-2") -> MejaIndeks:
    return MejaIndeks(PARAMS, rapat, "hak-anak")


def dengan_capaian(capaian: pd.DataFrame | None) -> MejaIndeks:
    """Return the table of the example whose book holds other measurements."""
    meja = copy(buka())
    keadaan = replace(meja.siap, buku=replace(meja.siap.buku, capaian=capaian))
    meja.salah = meja._periksa(keadaan)
    meja.resmi = meja.keadaan = None if meja.salah else keadaan
    return meja


@pytest.fixture
def asal() -> pd.DataFrame:
    capaian = buka().siap.buku.capaian
    assert capaian is not None
    return capaian


def petak(html: str, judul: str) -> str:
    (isi,) = [f for f in re.findall(r"<figure.*?</figure>", html, flags=re.S) if f">{judul}</figcaption>" in f]
    return str(isi)


def test_the_answer_stands_first_and_every_klaster_with_a_value_has_a_panel() -> None:
    meja = buka()
    assert kalimat_indeks(meja).teks.startswith("Indeks hak anak 2024: 82,4 dari 100")
    t = chart_indeks(meja)
    assert t.html.count("<svg") == 5
    assert "Klaster V (0 %)" in t.teks
    assert 'aria-label="Indeks hak anak: 2020 70,7, 2021 68,6' in t.html


def test_a_year_without_a_figure_breaks_the_line_and_is_named() -> None:
    """Water was not surveyed in 2022; breast-feeding has no figure of 2021."""
    html = chart_ukuran(buka()).html
    air = petak(html, "Rumah tangga berakses air minum layak (%)")
    assert air.count("<polyline") == 2
    assert "2022: tidak ada angka" in air
    asi = petak(html, "ASI eksklusif (%)")
    assert asi.count("<polyline") == 1
    assert asi.count("<circle") == 4


def test_goalposts_stand_on_the_chart_with_their_sources_assumed_ones_dashed() -> None:
    html = chart_ukuran(buka()).html
    akta, stunting = petak(html, "Anak berakta kelahiran (%)"), petak(html, "Prevalensi stunting (%)")
    assert "Acuan baik 100 (TPB 16.9" in akta
    assert 'stroke="#8a6d00" stroke-width="1.5" stroke-dasharray' in akta
    assert "Acuan baik 2,5 (de Onis" in stunting
    assert "stroke-dasharray" not in stunting


def test_whether_a_target_is_met_is_said_by_its_direction_and_by_the_year_that_has_both() -> None:
    meja = buka()
    teks = kalimat_target(meja).teks
    assert teks.startswith("Target tercapai pada 1 dari 9 ukuran")
    assert "Tercapai: Prevalensi stunting (2023)." in teks
    assert "Perkawinan anak dari seluruh perkawinan tercatat (2024: 1,21, target 1,1)" in teks
    assert "Target 2023 16: tercapai (15,9)." in petak(chart_ukuran(meja).html, "Prevalensi stunting (%)")
    bekasi = kalimat_target(buka("kota-bekasi")).teks
    assert "Tercapai: Anak memiliki KIA (2025)." in bekasi
    assert "Belum: Prevalensi stunting (2023: 10,3, target 9,73)." in bekasi


def test_one_year_alone_has_no_direction_and_no_line(asal: pd.DataFrame) -> None:
    meja = dengan_capaian(asal[asal["tahun"] == 2024])
    t = chart_indeks(meja)
    assert "Baru satu tahun" in t.html
    assert "<polyline" not in t.html
    assert "lebih tinggi daripada" not in pasti_indeks(meja).teks


def test_a_book_without_measurements_says_so_in_every_cell() -> None:
    meja = dengan_capaian(None)
    gambar = (chart_indeks, chart_ukuran, chart_wilayah)
    for buat in (kalimat_indeks, kalimat_target, pasti_indeks, kurang_indeks, *gambar):
        assert re.search("[Bb]elum|Tanpa nilai|terlalu sedikit", meja.tampilkan(buat).teks), buat


def test_a_hidden_figure_is_drawn_nowhere(asal: pd.DataFrame) -> None:
    akta = (asal["ukuran"] == "Anak berakta kelahiran") & (asal["tahun"] == 2023)
    samar = asal.assign(nilai=asal["nilai"].mask(akta), disamarkan=akta)
    meja = dengan_capaian(samar)
    isi = petak(chart_ukuran(meja).html, "Anak berakta kelahiran (%)")
    assert "2023: tidak ada angka" in isi
    assert "95,63" not in isi
    assert "'Anak berakta kelahiran': angka 2023 disamarkan" in kurang_indeks(meja).teks


def test_figures_that_cannot_be_end_in_a_sentence_with_their_row(asal: pd.DataFrame) -> None:
    meja = dengan_capaian(asal.assign(nilai=asal["nilai"].mask(asal["ukuran"] == "ASI eksklusif", 140.0)))
    assert "140 % bukan bagian dari seratus" in meja.salah
    assert "Belum bisa ditampilkan" in meja.tampilkan(chart_indeks).teks


def test_areas_stand_side_by_side_by_name_without_ranks(asal: pd.DataFrame) -> None:
    kota = asal[(asal["wilayah"] == "kota-contoh") & (asal["tahun"] == 2024)]
    wilayah = [kota.assign(wilayah=w, nilai=kota["nilai"] * f) for w, f in (("kec-02", 0.5), ("kec-01", 0.4))]
    meja = dengan_capaian(pd.concat([asal, *wilayah], ignore_index=True))
    t = chart_wilayah(meja)
    nama = [meja.siap.daerah.nama_opd(w) for w in ("kec-01", "kec-02")]
    letak = [t.html.index(f">{n}</figcaption>") for n in sorted(nama)]
    assert letak == sorted(letak)
    assert "Angka 2024, menurut nama" in t.teks
    assert not re.search("peringkat|ke-1|tertinggi|terbaik", t.html, flags=re.I)
    satu = petak(t.html, nama[0])
    assert "Klaster V tidak ada angka" in satu
    assert "Indeks " in satu


def test_an_area_with_too_little_data_has_no_value(asal: pd.DataFrame) -> None:
    akta = asal[(asal["ukuran"] == "Anak berakta kelahiran") & (asal["tahun"] == 2024)].assign(wilayah="kec-01")
    t = chart_wilayah(dengan_capaian(pd.concat([asal, akta], ignore_index=True)))
    assert "Belum ada nilai; datanya 13 % dari bobot." in t.teks


def test_the_choices_that_matter_are_bars_with_words_draws_and_seed() -> None:
    t = pasti_indeks(buka())
    assert "bobot klaster 8" in t.teks
    assert "4.096 undian (benih 1)" in t.teks
    assert t.html.count('stroke-width="8.0"') == 2 * 4
