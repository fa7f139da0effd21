"""Turn the charts of an executed notebook into SVG that can stand in one page together."""

import re
from html import escape

from nbformat import NotebookNode

from kla_lib.views.rupa.svg import render_svg
from kla_lib.views.rupa.tema import MIME_CHART

MIME_SVG = "image/svg+xml"
_ID = re.compile(r'\b(id="|href="#|url\(#)([\w-]+)')
_PERAN = re.compile(r' (?:role|aria-[a-z]+)="[^"]*"')


def add_svg(nb: NotebookNode) -> int:
    """Put an SVG beside every chart of the notebook; return how many charts it has."""
    nomor = 0
    for sel in nb.cells:
        for keluaran in sel.get("outputs", []):
            data = keluaran.get("data", {})
            if MIME_CHART in data:
                nomor += 1
                data[MIME_SVG] = svg_berdiri_sendiri(render_svg(data[MIME_CHART]), data["text/plain"], nomor)
    return nomor


def svg_berdiri_sendiri(svg: str, uraian: str, nomor: int) -> str:
    """Return the SVG with one name for screen readers, ids of its own, and a width that follows the page.

    Roles that vega gives its groups are taken away: they would be pictures without names inside the picture.
    """
    svg = _PERAN.sub("", _ID.sub(rf"\g<1>g{nomor}-\g<2>", svg))
    kepala, _tutup, badan = svg.partition(">")
    return f'{kepala} role="img" aria-label="{escape(uraian)}">{badan}'
