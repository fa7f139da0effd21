"""Render a chart as SVG, with the reader's numbers and dates, without a browser or a network."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import vl_convert
from babel.core import Locale

from kla_lib.bahasa import bahasa, format_angka


def locale_angka() -> Any:
    """Return how charts write numbers."""
    contoh = format_angka(1000.5, 1)
    return {"decimal": contoh[-2], "thousands": contoh[1], "grouping": [3], "currency": ["Rp", ""]}


def locale_waktu() -> Any:
    """Return how charts write dates."""
    bagian = Locale.parse(bahasa())
    bulan = [bagian.months["format"]["wide"][n] for n in range(1, 13)]
    hari = [bagian.days["format"]["wide"][n] for n in (6, 0, 1, 2, 3, 4, 5)]  # d3 begins with Sunday
    return {
        "dateTime": "%A, %e %B %Y %X",
        "date": "%d/%m/%Y",
        "time": "%H.%M.%S" if bahasa() == "id" else "%H:%M:%S",
        "periods": ["AM", "PM"],
        "days": hari,
        "shortDays": [h[:3] for h in hari],
        "months": bulan,
        "shortMonths": [b[:3] for b in bulan],
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
            spec, format_locale=locale_angka(), time_format_locale=locale_waktu(), allowed_base_urls=[]
        )
    )


_perender: list[Callable[[dict[str, Any]], str]] = [render_di_sini]


def pakai_perender(perender: Callable[[dict[str, Any]], str]) -> None:
    """Let something else draw for this process from now on: a batch has a process that does nothing else."""
    _perender.append(perender)


@contextmanager
def dengan_perender(perender: Callable[[dict[str, Any]], str]) -> Iterator[None]:
    """Let something else draw for this process for a while."""
    pakai_perender(perender)
    try:
        yield
    finally:
        _perender.pop()
