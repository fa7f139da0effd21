"""SVG charts can stand in one page together."""

import re

from kla_lib.publish.batch.gambar import svg_berdiri_sendiri
from kla_lib.views.rupa.svg import render_svg

SPEC = {
    "$schema": "https://vega.github.io/schema/vega-lite/v6.4.1.json",
    "data": {"values": [{"x": 1234.5, "bulan": "2024-08-17"}]},
    "layer": [
        {"mark": {"type": "bar", "clip": True}, "encoding": {"x": {"field": "x", "type": "quantitative"}}},
        {"mark": "text", "encoding": {"text": {"field": "x", "type": "quantitative", "format": ",.1f"}}},
        {"mark": "text", "encoding": {"text": {"field": "bulan", "type": "temporal", "format": "%d %B %Y"}}},
    ],
}


def test_ids_of_two_charts_never_meet() -> None:
    svg = render_svg(SPEC)
    satu, dua = (svg_berdiri_sendiri(svg, "uraian", n) for n in (1, 2))
    ids = [set(re.findall(r'\bid="([^"]+)"', s)) for s in (satu, dua)]
    assert ids[0], "the chart has no id, so this test proves nothing"
    assert not ids[0] & ids[1]
    for svg_jadi, milik in zip((satu, dua), ids, strict=True):
        assert set(re.findall(r"url\(#([^)]+)\)", svg_jadi)) <= milik


def test_a_chart_has_one_name_for_screen_readers_and_it_is_escaped() -> None:
    svg = svg_berdiri_sendiri(render_svg(SPEC), 'nilai "5" < 6', 1)
    kepala = svg.split(">", 1)[0]
    assert kepala.count("aria-label=") == 1
    assert 'role="img" aria-label="nilai &quot;5&quot; &lt; 6"' in kepala


def test_a_chart_is_one_picture_without_pictures_inside() -> None:
    svg = render_svg(SPEC)
    assert "aria-roledescription" in svg, "vega gives no roles any more, so this test proves nothing"
    _kepala, _tutup, badan = svg_berdiri_sendiri(svg, "uraian", 1).partition(">")
    assert not re.search(r'\b(role|aria-\w+)="', badan)


def test_numbers_and_months_in_charts_are_indonesian() -> None:
    svg = render_svg(SPEC)
    assert "1.234,5" in svg
    assert "17 Agustus 2024" in svg
