"""Render a chart as SVG, with Indonesian numbers and dates, without a browser or a network."""

from collections.abc import Callable
from typing import Any

import vl_convert
from babel.core import Locale

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


def render_svg(spec: dict[str, Any]) -> str:
    """Return a chart as SVG text, from whoever draws for this process."""
    return _perender[-1](spec)


def render_di_sini(spec: dict[str, Any]) -> str:
    """Return a chart as SVG text, drawn in this process.

    Do not call in a process that was forked after an earlier call: vl-convert
    hangs there.
    """
    return str(
        vl_convert.vegalite_to_svg(
            spec, format_locale=LOCALE_ANGKA, time_format_locale=LOCALE_WAKTU, allowed_base_urls=[]
        )
    )


_perender: list[Callable[[dict[str, Any]], str]] = [render_di_sini]


def pakai_perender(perender: Callable[[dict[str, Any]], str]) -> None:
    """Let something else draw for this process from now on: a batch has processes that do nothing else."""
    _perender.append(perender)
