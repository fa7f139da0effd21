"""Put sentences, tables and charts together into a page that needs no notebook of its own."""

from collections.abc import Sequence
from itertools import count
from typing import Any

from markupsafe import Markup

from kla_lib.publish.batch.gambar import svg_berdiri_sendiri
from kla_lib.publish.halaman.halaman import page_bagian
from kla_lib.views.rupa.svg import render_svg
from kla_lib.views.rupa.tampilan import Tampilan
from kla_lib.views.rupa.tema import Chart


class JudulLampiran(str):
    """A heading of a section for reference: the paper of the whole meeting leaves it out."""


Isi = str | Tampilan | Chart
"""A heading of the second level, a piece of a page, or a chart."""


def page_susunan(
    judul: str, atas: str, warna: str, kaki: str, isi: Sequence[Isi], kelas: str = "", skrip: str = ""
) -> bytes:
    """Return one page, in the looks of a pack, from pieces that are already made; empty pieces leave no trace.

    judul: the page's heading; atas: the small line above it; warna: of its stripe; kaki: the line at the foot.
    kelas, skrip: as `page_bagian` takes them; "mendatar" prints A4 landscape, "satu-lembar" on one sheet.
    """
    nomor = count(1)
    return page_bagian(judul, atas, warna, kaki, [b for i in isi if (b := _bagian(i, nomor))["isi"]], kelas, skrip)


def _bagian(isi: Isi, nomor: Any) -> dict[str, Any]:
    """Return one part as the template of a pack takes it."""
    if isinstance(isi, str):
        lampiran = isinstance(isi, JudulLampiran)
        return {"jenis": "teks", "isi": Markup("<h2>{}</h2>").format(isi), "layar": False, "lampiran": lampiran}
    if isinstance(isi, Tampilan):
        return {"jenis": "potongan", "isi": Markup(isi.html), "layar": False}
    spec = isi.to_dict(validate=False)  # the check costs as much as the chart; the renderer refuses what it cannot draw
    svg = svg_berdiri_sendiri(render_svg(spec), spec.get("description", ""), next(nomor))
    return {"jenis": "gambar", "isi": Markup(svg), "layar": False}
