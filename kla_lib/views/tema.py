"""Give every chart one look, Indonesian numbers, and an output that needs no network."""

import os
from typing import Any

import altair as alt
import pandas as pd
import vl_convert
from babel.core import Locale

Chart = Any
"""An altair chart; altair's own types do not say which of its six classes an operation returns."""

MIME_CHART = "application/vnd.vegalite.v6+json"

TANPA_SVG = "KLA_TANPA_SVG"
"""Environment variable set by the batch, which renders every chart once, outside the kernel."""

LEBAR = 400
"""Width of every chart in pixels: readable on a phone without scaling far down."""

WARNA_KLASTER = {
    "kelembagaan": "#555555",
    "klaster_1": "#0072B2",
    "klaster_2": "#E69F00",
    "klaster_3": "#009E73",
    "klaster_4": "#CC79A7",
    "klaster_5": "#D55E00",
    "kelana_dekela": "#56B4E9",
}
WARNA_KATEGORI = {
    "di_bawah_pratama": "#EEEEEE",
    "pratama": "#DCE9F2",
    "madya": "#B7D3E9",
    "nindya": "#7FB2D9",
    "utama": "#3E86C0",
    "kla": "#0B5394",
}
TINTA = "#222222"
TINTA_LEMAH = "#595959"
GARIS = "#767676"

LOCALE_ANGKA: Any = {"decimal": ",", "thousands": ".", "grouping": [3], "currency": ["Rp", ""]}
_INDONESIA = Locale("id")
_BULAN = [_INDONESIA.months["format"]["wide"][n] for n in range(1, 13)]
_HARI = [_INDONESIA.days["format"]["wide"][n] for n in (6, 0, 1, 2, 3, 4, 5)]  # d3 begins with Sunday
LOCALE_WAKTU: Any = {
    "dateTime": "%A, %e %B %Y %X",
    "date": "%d/%m/%Y",
    "time": "%H.%M.%S",
    "periods": ["AM", "PM"],
    "days": _HARI,
    "shortDays": [h[:3] for h in _HARI],
    "months": _BULAN,
    "shortMonths": [b[:3] for b in _BULAN],
}


@alt.theme.register("kla", enable=True)
def tema() -> alt.theme.ThemeConfig:
    """Return the one theme of the workbook's charts."""
    return {
        "config": {
            "font": "system-ui, 'Segoe UI', Roboto, 'Liberation Sans', Arial, sans-serif",
            "background": "transparent",
            "padding": 2,
            "locale": {"number": LOCALE_ANGKA, "time": LOCALE_WAKTU},
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
            "title": {"anchor": "start", "fontSize": 13, "fontWeight": 600, "color": TINTA, "offset": 8},
            # One name for the whole picture is set where it is shown; a name per mark only adds noise.
            "aria": False,
        }
    }


def render_svg(spec: dict[str, Any]) -> str:
    """Return a chart as SVG text.

    Do not call in a process that was forked after an earlier call: vl-convert
    hangs there.
    """
    return str(
        vl_convert.vegalite_to_svg(
            spec, format_locale=LOCALE_ANGKA, time_format_locale=LOCALE_WAKTU, allowed_base_urls=[]
        )
    )


def chart_kosong(pesan: str) -> Chart:
    """Return a chart that only says why there is nothing to draw."""
    teks = alt.Chart(pd.DataFrame([{"pesan": pesan}])).mark_text(
        align="left", baseline="middle", fontSize=13, color=TINTA_LEMAH
    )
    return teks.encode(text="pesan:N", x=alt.value(0)).properties(width=LEBAR, height=24, description=pesan)


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
