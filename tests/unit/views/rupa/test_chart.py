"""Charts hold what they show, say it in words, and never join two series."""

import json

import pytest

from kla_lib.notebook import (
    chart_capaian,
    chart_klaster,
    chart_nilai,
    chart_penggaris,
    chart_semua_klaster,
    load_keadaan,
    load_paket,
    tabel_capaian,
)
from kla_lib.views.rupa.svg import render_svg
from kla_lib.views.rupa.tema import MIME_CHART
from tests.pembantu.berisi import berisi


@pytest.fixture(scope="module")
def keadaan():
    return load_keadaan("kota-contoh-1")


@pytest.fixture(scope="module")
def paket():
    return load_paket("kota-contoh-1", "klaster_3")


def kolom_data(spec: dict) -> set[str]:
    return {k for baris in spec["datasets"].values() for b in baris for k in b}


def test_the_ruler_marks_both_scores_and_names_every_edge(keadaan) -> None:
    spec = chart_penggaris(keadaan).to_dict()
    assert spec["description"] == (
        "Penggaris nilai 0 sampai 1000. Ambang: Pratama 500, Madya 600, Nindya 700, Utama 800, KLA 900. "
        "Nilai: EM 763,25, lengkap 596. Perkiraan nilai akhir kira-kira 580; "
        "9 dari 10 kemungkinan 450 sampai 670. Dari 100 kemungkinan yang sama besar: "
        "13 di bawah 500 atau tidak dinilai, 48 Pratama, 38 Madya, dan 1 Nindya."
    )
    svg = render_svg(spec)
    for kata in (
        "EM 763,25",
        "lengkap 596",
        "perkiraan 580 (450 sampai 670)",
        "tiap titik: 1 dari 100",
        "Pratama",
        "Madya",
        "Nindya",
        "Utama",
        "KLA",
    ):
        assert kata in svg


def test_a_city_without_marks_still_gets_a_ruler() -> None:
    spec = chart_penggaris(load_keadaan("kota-bekasi")).to_dict()
    assert spec["description"].endswith("Nilai: nilai belum dicatat.")


def test_bars_name_every_indikator_with_points_and_parts(paket) -> None:
    uraian = chart_nilai(paket).to_dict()["description"]
    assert uraian.startswith("Nilai per indikator. 12  Persalinan di fasilitas kesehatan: 21,5/23 (")
    assert uraian.count(";") == 5
    svg = render_svg(chart_nilai(paket).to_dict())
    assert "berdokumen lengkap" in svg
    assert "dokumen belum dicatat" in svg


def test_parts_differ_by_pattern_and_not_only_by_colour(paket) -> None:
    def mark(spec: dict) -> list[dict]:
        isi = [spec["mark"]] if "mark" in spec else []
        return isi + [m for k in ("vconcat", "layer") for anak in spec.get(k, []) for m in mark(anak)]

    garis = [m for m in mark(chart_nilai(paket).to_dict()) if m["type"] == "rule"]
    assert {tuple(m["strokeDash"]) for m in garis} == {(1.5, 4.5), (0.01, 6)}


@pytest.mark.parametrize("chart", [chart_klaster, chart_nilai, chart_capaian])
def test_a_chart_carries_no_column_that_it_does_not_show(chart, paket) -> None:
    spec = chart(paket).to_dict()
    teks = json.dumps({k: v for k, v in spec.items() if k != "datasets"})
    for kolom in berisi(kolom_data(spec)):
        assert f'"field": "{kolom}"' in teks, kolom


def test_survey_and_routine_series_are_never_joined() -> None:
    spec = chart_capaian(load_paket("kota-bekasi", "klaster_3")).to_dict()
    stunting = next(c for c in spec["vconcat"] if c["title"]["text"] == "Prevalensi stunting (%)")
    garis = [
        [b["nilai"] for b in spec["datasets"][lapis["data"]["name"]]]
        for lapis in stunting["layer"]
        if lapis["mark"]["type"] == "line" and lapis["encoding"]["y"]["field"] == "nilai"
    ]
    assert sorted(garis) == [[10.7, 10.6, 7.9, 2.99], [13.8, 10.3]]


def test_a_trend_needs_two_values(keadaan) -> None:
    spec = chart_capaian(load_paket("kota-bekasi", "klaster_5")).to_dict()
    assert [c["title"]["text"] for c in spec["vconcat"]] == [
        "Kasus kekerasan anak (kasus)",
        "Kasus kekerasan anak dan perempuan (kasus)",
        ["Kasus kekerasan anak ditangani KPAD", "(kasus)"],
    ]


def test_a_hidden_count_is_in_no_chart_table_or_fact() -> None:
    paket = load_paket("kota-bekasi", "klaster_5")
    baris = next(b for b in tabel_capaian(paket).teks.splitlines() if "eksploitasi" in b)
    assert "disamarkan (angka kecil)" in baris


def test_percentages_come_with_their_denominator() -> None:
    teks = tabel_capaian(load_paket("kota-bekasi", "klaster_1")).teks
    assert "73,85 % (2025), 499.611 dari 676.542" in teks


def test_change_is_said_with_the_right_verb() -> None:
    teks = tabel_capaian(load_paket("kota-bekasi", "klaster_3")).teks
    assert "turun 4,91 poin persen sejak 2021" in teks
    assert "naik 6 puskesmas sejak 2017" in teks


def test_a_notebook_output_holds_the_chart_as_data_and_picture(paket, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KLA_TANPA_SVG", raising=False)
    keluaran = chart_klaster(paket)._repr_mimebundle_()
    assert set(keluaran) == {MIME_CHART, "image/svg+xml", "text/plain"}
    monkeypatch.setenv("KLA_TANPA_SVG", "1")
    assert set(chart_klaster(paket)._repr_mimebundle_()) == {MIME_CHART, "text/plain"}


def test_a_klaster_without_points_says_so_instead_of_drawing_zero() -> None:
    for chart in (chart_klaster, chart_nilai):
        assert "tidak tersedia" in (t := chart(load_paket("kota-bekasi", "klaster_3")).teks) or "belum dicatat" in t
    assert "belum dicatat" in chart_semua_klaster(load_keadaan("kota-bekasi")).teks


def test_a_year_without_a_number_breaks_the_line() -> None:
    spec = chart_capaian(load_paket("kota-bekasi", "klaster_3")).to_dict()
    stunting = next(c for c in spec["vconcat"] if c["title"]["text"] == "Prevalensi stunting (%)")
    ruas = {
        b["tahun"]: b["ruas"]
        for lapis in stunting["layer"]
        if lapis["mark"]["type"] == "line" and "detail" in lapis["encoding"]
        for b in spec["datasets"][lapis["data"]["name"]]
        if b["nilai"] in (10.7, 10.6, 7.9, 2.99)
    }
    assert ruas == {2019: 0, 2020: 0, 2021: 0, 2023: 1}


def test_the_target_beside_a_figure_is_that_of_its_year() -> None:
    baris = next(
        b for b in tabel_capaian(load_paket("kota-contoh-1", "klaster_3")).teks.splitlines() if "stunting (survei)" in b
    )
    assert "15,9 % (2023)" in baris
    assert "16 % (2023)" in baris


def test_a_long_title_takes_two_lines_instead_of_being_cut_off() -> None:
    spec = chart_capaian(load_paket("kota-contoh-1", "klaster_2")).to_dict()
    assert spec["vconcat"][0]["title"]["text"] == ["Perkawinan anak dari seluruh perkawinan", "tercatat (%)"]
