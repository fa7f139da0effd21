"""What a chance costs: the curve, its words, and the plan marked on it."""

from dataclasses import replace
from pathlib import Path

import pytest

from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.keadaan.rencana import Tingkat
from kla_lib.views.perkiraan.perkiraan import sebut_dari_seratus
from kla_lib.views.perkiraan.sebut_peluang import sebut_peluang
from kla_lib.views.rencana.chart_rencana import chart_biaya_peluang, kalimat_biaya_peluang, kalimat_kurva
from kla_lib.views.rencana.kalimat_rencana import sebut_rupiah
from kla_lib.views.rencana.rencana import kegiatan_klaster, rencana_rapat
from kla_lib.views.rupa.svg import render_svg
from tests.pembantu.rencana_uji import KLASTER, kota_klaster


def test_where_the_target_is_out_of_reach_cost_and_chance_are_those_of_the_watched_category(keadaan: Keadaan) -> None:
    spec = chart_biaya_peluang(keadaan).to_dict()
    assert spec["title"]["text"] == "Peluang Madya menurut biaya kegiatan"
    assert spec["title"]["subtitle"] == ["Dengan taksiran Rp2.000.000 untuk 2 kegiatan."]
    baris = kalimat_biaya_peluang(keadaan).teks.splitlines()
    kurva = keadaan.rencana.kurva
    assert baris[0] == "Karena peluang Utama kurang dari 5 dari 100, biaya dan peluang diukur pada Madya."
    assert baris[1] == (
        f"Rencana ini menaikkan peluang Madya dari {sebut_peluang(kurva.tanpa_kegiatan)} "
        f"menjadi {sebut_peluang(kurva.peluang.besaran, kurva.rentang)}."
    )
    assert baris[2].startswith("Tidak ada pilihan kegiatan tercatat yang membuat peluang Madya 8 dari 10;")


def test_the_curve_is_said_in_words_and_marks_the_plan(madya: Keadaan) -> None:
    chart = chart_biaya_peluang(madya)
    uraian = chart.to_dict()["description"]
    kurva = madya.rencana.kurva
    assert f"Tanpa kegiatan: {sebut_dari_seratus(kurva.tanpa_kegiatan)}" in uraian
    assert uraian.count("Rp0") == 1
    peluang = sebut_peluang(kurva.peluang.besaran, kurva.rentang)
    assert f"Rencana ini: {sebut_rupiah(kurva.biaya)}, {peluang}" in uraian
    svg = render_svg(chart.to_dict())
    for kata in ("rencana ini", "tanpa kegiatan", "Biaya (juta rupiah)", "Peluang (dari 10)"):
        assert kata in svg


def test_the_mark_on_the_curve_is_the_chance_that_the_plan_states(madya: Keadaan) -> None:
    rencana = madya.rencana
    assert rencana.kurva.peluang.besaran == pytest.approx(rencana.lengkap.kemungkinan.peluang.besaran)
    assert rencana.kurva.rentang == pytest.approx(rencana.lengkap.kemungkinan.rentang)


def test_a_chance_that_can_be_bought_is_planned_and_the_next_one_said_to_be_out_of_reach(mudah: Keadaan) -> None:
    rencana = mudah.rencana
    delapan, sembilan = rencana.kurva.tingkat
    assert rencana.lengkap.tercapai
    assert delapan.banyak == len(rencana.lengkap.kegiatan) == 2
    assert delapan.biaya == rencana.lengkap.biaya == 4e6
    assert sembilan.banyak is None
    teks = kalimat_biaya_peluang(mudah).teks
    assert "membuat peluang Pratama 9 dari 10; yang tertinggi kira-kira 8 dari 10." in teks
    assert "peluang Pratama 8 dari 10" not in teks
    milik = [kegiatan_klaster(mudah.klaster(k)).teks for k in KLASTER[:3]]
    assert sum("Bagian dari rencana termurah untuk peluang Pratama 8 dari 10." in m for m in milik) == 2
    assert sum("Tidak ada kegiatan rencana" in m for m in milik) == 1


@pytest.mark.parametrize(
    ("banyak", "biaya", "kalimat"),
    [
        (3, 6e6, "untuk peluang Pratama 9 dari 10: 3 kegiatan, Rp6.000.000 (pada undian baru lebih dari 9 dari 10)."),
        (0, 0.0, "Peluang Pratama 9 dari 10 sudah ada tanpa kegiatan."),
        (None, float("nan"), "membuat peluang Pratama 9 dari 10; yang tertinggi kira-kira 8 dari 10."),
    ],
)
def test_a_higher_chance_has_its_price_or_is_said_to_be_out_of_reach(
    mudah: Keadaan, banyak: int | None, biaya: float, kalimat: str
) -> None:
    rencana = mudah.rencana
    tingkat = (rencana.kurva.tingkat[0], Tingkat(0.9, banyak, biaya, 0.96))
    assert kalimat_kurva(rencana.lengkap, replace(rencana.kurva, tingkat=tingkat))[-1].endswith(kalimat)


def test_a_chance_just_short_of_the_one_asked_for_is_not_said_with_the_same_words(mudah: Keadaan) -> None:
    rencana = mudah.rencana
    kurva = replace(
        rencana.kurva,
        kemungkinan=replace(rencana.kurva.kemungkinan, tertinggi=0.88),
        tingkat=(rencana.kurva.tingkat[0], Tingkat(0.9, None, float("nan"), float("nan"))),
    )
    assert kalimat_kurva(rencana.lengkap, kurva)[-1].endswith("Pratama 9 dari 10; yang tertinggi sedikit di bawah itu.")


def test_a_chance_that_is_there_already_asks_nothing_of_anyone(tmp_path: Path) -> None:
    keadaan = kota_klaster(tmp_path, "va", 0.85, "pratama", 30)
    for teks in (rencana_rapat(keadaan).teks, kegiatan_klaster(keadaan.klaster("klaster_1")).teks):
        assert "Peluang Pratama yang diminta sudah tercapai tanpa kegiatan." in teks
        assert "|" not in teks


def test_without_any_cost_the_curve_counts_actions(tmp_path: Path) -> None:
    keadaan = kota_klaster(tmp_path, "va", 0.55, "pratama", 30, anggaran=0)
    spec = chart_biaya_peluang(keadaan).to_dict()
    assert spec["title"] == {"text": "Peluang Pratama menurut banyaknya kegiatan", "subtitle": []}
    assert "3 kegiatan: " in spec["description"]
    assert "Rp" not in spec["description"]
