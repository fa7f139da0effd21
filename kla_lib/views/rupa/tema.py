"""Give every chart one look, the reader's numbers, and an output that needs no network."""

import os
from typing import Any

import altair as alt

from kla_lib.views.rupa.svg import locale_angka, locale_waktu, render_svg

MIME_CHART = "application/vnd.vegalite.v6+json"
MIME_FAKTA = "application/vnd.kla.fakta+json"
MIME_KALIMAT = "application/vnd.kla.kalimat+json"

TANPA_SVG = "KLA_TANPA_SVG"
"""Environment variable set by the batch, which renders every chart once, outside the kernel."""


WARNA_KLASTER = {
    "kelembagaan": "#555555",
    "klaster_1": "#0072B2",
    "klaster_2": "#E69F00",
    "klaster_3": "#009E73",
    "klaster_4": "#CC79A7",
    "klaster_5": "#D55E00",
    "kelana_dekela": "#56B4E9",
}
WARNA_SERI = WARNA_KLASTER | {"klaster_2": "#B07400", "kelana_dekela": "#2C8CC4"}
"""The same for thin lines and points: where a bar has an outline, a line has to stand out by itself (3 to 1)."""

TINTA = "#222222"


Chart = Any
"""An altair chart; altair's own types do not say which of its six classes an operation returns."""


LEBAR = 400
"""Width of every chart in pixels: readable on a phone without scaling far down."""

WARNA_KATEGORI = {
    "di_bawah_pratama": "#EEEEEE",
    "pratama": "#DCE9F2",
    "madya": "#B7D3E9",
    "nindya": "#7FB2D9",
    "utama": "#3E86C0",
    "kla": "#0B5394",
}
TINTA_LEMAH = "#595959"
GARIS = "#767676"


@alt.theme.register("kla", enable=True)
def tema() -> alt.theme.ThemeConfig:
    """Return the one theme of the workbook's charts."""
    return {
        "config": {
            "font": "system-ui, 'Segoe UI', Roboto, 'Liberation Sans', Arial, sans-serif",
            "background": "transparent",
            "padding": 2,
            "locale": {"number": locale_angka(), "time": locale_waktu()},
            "view": {"stroke": None},
            "axis": {
                "labelColor": TINTA_LEMAH,
                "labelFontSize": 12,
                "titleColor": TINTA_LEMAH,
                "titleFontSize": 12,
                "titleFontWeight": "normal",
                "gridColor": "#E5E5E5",
                "domainColor": GARIS,
                "tickColor": GARIS,
            },
            "text": {"color": TINTA, "fontSize": 12},
            "title": {
                "anchor": "start",
                "fontSize": 13,
                "fontWeight": 600,
                "color": TINTA,
                "subtitleColor": TINTA_LEMAH,
                "offset": 8,
            },
            # One name for the whole picture is set where it is shown; a name per mark only adds noise.
            "aria": False,
        }
    }


def render_kla(spec: dict[str, Any], **_options: Any) -> dict[str, Any]:
    """Return a cell's output: the chart as data, its description, and (unless in the batch) as SVG.

    altair's own renderers load from the web, or write a MIME type that the
    notebook format refuses, or number their outputs at random.
    """
    keluaran: dict[str, Any] = {MIME_CHART: spec, "text/plain": spec.get("description", "")}
    if TANPA_SVG not in os.environ:
        keluaran["image/svg+xml"] = render_svg(spec)
    return keluaran


alt.renderers.register("kla", render_kla)
alt.renderers.enable("kla")
