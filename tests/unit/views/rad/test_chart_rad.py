"""The chart of the RAD: one bar per klaster, readable without colour."""

from kla_lib.views.rad.chart_rad import chart_rad
from kla_lib.views.rupa.svg import render_svg
from tests.pembantu.keadaan_uji import keadaan_contoh


def test_the_chart_says_in_words_what_it_shows() -> None:
    keadaan = keadaan_contoh("kota-contoh-1")
    uraian = chart_rad(keadaan).to_dict()["description"]
    assert "Klaster III · Kesehatan dan kesejahteraan: 1 selesai, 1 terlambat, 1 terhambat, 4 berjalan" in uraian
    assert uraian.count(": ") == 7


def test_hatches_and_dots_tell_the_states_apart_without_colour() -> None:
    svg = render_svg(chart_rad(keadaan_contoh("kota-contoh-1")).to_dict())
    assert "stroke-dasharray" in svg
    for kata in ("selesai", "terlambat", "terhambat", "berjalan", "belum dimulai", "7 kegiatan"):
        assert f">{kata}<" in svg


def test_the_chart_of_a_pack_shows_its_own_klaster_and_the_states_that_occur() -> None:
    chart = chart_rad(keadaan_contoh("kota-contoh-1").klaster("klaster_5"))
    assert "terhambat" not in chart.to_dict()["description"]
    assert ">terhambat<" not in render_svg(chart.to_dict())


def test_without_a_rad_a_sentence_stands_in_place_of_the_chart() -> None:
    assert "RAD belum dicatat" in chart_rad(keadaan_contoh("ogan-ilir-2024")).teks
