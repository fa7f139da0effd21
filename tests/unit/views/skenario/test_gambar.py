"""The live pictures: the official result never goes away, labels never meet, everything is said in words."""

import re
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.rules.skenario import PRIORITAS_KERJA, IsiSkenario
from kla_lib.views.skenario.gambar import HURUF, html_gaya, html_klaster, html_penggaris, sebut_selisih
from kla_lib.views.skenario.panel_hasil import html_peluang, html_perhatian
from tests.pembantu.keadaan_uji import keadaan_contoh
from tests.pembantu.rapat_2022 import keadaan, nilai


@pytest.fixture(scope="module")
def contoh() -> Keadaan:
    return keadaan_contoh("kota-contoh-1")


def svg(html: str) -> ET.Element:
    """Return the drawing; one that is no XML fails the test."""
    teks = re.search(r"<svg.*</svg>", html, re.S)
    assert teks
    return ET.fromstring(teks.group())


def label(gambar: ET.Element) -> list[tuple[str, float, float, float]]:
    """Return every label above the band: words, left and right end, height."""
    pita = min(float(r.get("y", 0)) for r in gambar.iter("rect"))
    hasil = []
    for t in gambar.iter("text"):
        x, y, panjang = float(t.get("x", 0)), float(t.get("y", 0)), HURUF * 0.9 * len(t.text or "")
        if y < pita:
            kiri = x - panjang if t.get("text-anchor") == "end" else x
            hasil.append((t.text or "", kiri, kiri + panjang, y))
    return hasil


@pytest.mark.parametrize(
    "isi",
    [
        IsiSkenario(),
        IsiSkenario(nilai={"14": 30.0}),
        IsiSkenario(nilai={"1": 0.0, "2": 0.0, "6": 0.0, "21A": 0.0}),
        IsiSkenario(bobot={"klaster_4": 0.9}),
        IsiSkenario(bacaan=PRIORITAS_KERJA, bobot={"klaster_4": 0.9}),
    ],
)
def test_the_official_marks_are_always_there_and_named(contoh: Keadaan, isi: IsiSkenario) -> None:
    gambar = svg(html_penggaris(contoh.dengan(isi)))
    nama = [teks for teks, *_ in label(gambar)]
    assert "tercatat 763,25" in nama and "tercatat 596" in nama
    assert "tercatat 763,25" in (gambar.get("aria-label") or "")
    assert gambar.get("role") == "img"


def lebar(gambar: ET.Element) -> float:
    return float((gambar.get("viewBox") or "").split()[2])


@pytest.mark.parametrize("total", [0.5, 60, 250, 505, 640, 799, 800.5, 930, 1000])
@pytest.mark.parametrize("tambah", [0.0, 0.5])
def test_no_label_meets_another_or_leaves_the_picture(tmp_path: Path, total: float, tambah: float) -> None:
    k = keadaan(tmp_path, *nilai(total))
    if tambah:
        k = k.dengan(IsiSkenario(bobot={"klaster_5": tambah}))
    gambar = svg(html_penggaris(k))
    semua = label(gambar)
    assert len(semua) == 2
    assert all(kiri >= 0 and kanan <= lebar(gambar) for _t, kiri, kanan, _y in semua)
    for (_a, kiri, kanan, y), (_b, kiri2, kanan2, y2) in combinations(semua, 2):
        assert y != y2 or kanan <= kiri2 or kanan2 <= kiri


def test_four_labels_of_both_scores_do_not_meet_either(contoh: Keadaan) -> None:
    for isi in (IsiSkenario(nilai={"14": 25.0}), IsiSkenario(nilai=dict.fromkeys(("1", "21A", "6", "26", "5"), 0.0))):
        semua = label(svg(html_penggaris(contoh.dengan(isi))))
        assert len(semua) == 4
        for (_a, kiri, kanan, y), (_b, kiri2, kanan2, y2) in combinations(semua, 2):
            assert y != y2 or kanan <= kiri2 or kanan2 <= kiri


def test_the_ruler_says_that_a_simulated_scale_gives_no_category(contoh: Keadaan) -> None:
    html = html_penggaris(contoh.dengan(IsiSkenario(bobot={"klaster_4": 0.4})))
    assert "Skala simulasi" in html and "(simulasi)" in html
    assert "imulasi" not in html_penggaris(contoh.dengan(IsiSkenario(nilai={"14": 30.0})))


def test_klaster_stand_before_and_after_and_the_opened_one_shows_its_indikator(contoh: Keadaan) -> None:
    k = contoh.dengan(IsiSkenario(nilai={"14": 30.0}))
    tutup, buka = html_klaster(k, None), html_klaster(k, "klaster_3")
    assert tutup.count('<th scope="row"') == 7
    assert buka.count('class="sk-anak"') == 6
    assert "115" in tutup and "120,25" in tutup and "+5,25" in tutup
    assert ">tetap<" in tutup


def test_a_difference_has_its_sign() -> None:
    assert [sebut_selisih(x) for x in (8.5, -3.0, 0.0, float("nan"))] == ["+8,5", "−3", "tetap", "–"]


def test_all_six_chances_stand_before_and_after_and_what_is_out_of_reach_says_so(contoh: Keadaan) -> None:
    html = html_peluang(contoh.dengan(IsiSkenario(nilai={"14": 30.0})))
    assert html.count('<th scope="row">') == 6
    assert html.count("belum terjangkau") == 4, "Utama and KLA, before and after"
    assert "dari 10" in html and "%" not in re.sub(r'style="[^"]*"', "", html)


def test_chances_under_other_weights_are_called_equivalents(contoh: Keadaan) -> None:
    html = html_peluang(contoh.dengan(IsiSkenario(bobot={"klaster_4": 0.4})))
    assert "pada skala simulasi" in html and ">Setara<" in html


def test_priorities_of_work_show_an_order_and_no_chance_of_a_category(contoh: Keadaan) -> None:
    k = contoh.dengan(IsiSkenario(bacaan=PRIORITAS_KERJA, bobot={"klaster_4": 0.6}))
    assert "dari 10" not in html_peluang(k)
    html = html_perhatian(k)
    assert html.count("<tr>") == 11
    assert not [k for k in ("setara", "Pratama", "Madya", "Nindya", "Utama") if k in html]
    assert html.index("Klaster IV") < html.index("Klaster V<")


def test_without_marks_or_forecast_the_pictures_say_why() -> None:
    kosong = keadaan_contoh("kota-bekasi")
    assert "belum dicatat" in html_penggaris(kosong)
    assert html_klaster(kosong, None) == html_perhatian(kosong) == ""
    akhir = keadaan_contoh("sumbawa-2022")
    assert "tidak ada lagi yang diperkirakan" in html_peluang(akhir)
    assert svg(html_penggaris(akhir)) is not None


def test_nothing_is_fetched_from_elsewhere(contoh: Keadaan) -> None:
    semua = html_gaya() + html_penggaris(contoh) + html_klaster(contoh, "klaster_1") + html_peluang(contoh)
    assert not re.search(r"https?://|url\(|<script|src=", semua)
