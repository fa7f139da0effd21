"""Show a piece of a page in a notebook: HTML for people, plain text for everything else."""

import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from kla_lib.bahasa import _

FOLDER_POTONGAN = Path(__file__).resolve().parent / "potongan"

ARAH = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Signs that turn the direction of all that follows: a text of the book must not rewrite the sentence around it."""


@dataclass(frozen=True)
class Tampilan:
    """The output of a cell; `data` holds further MIME types (facts, the sentence as data)."""

    html: str
    teks: str
    data: dict[str, Any] = field(default_factory=dict)

    def _repr_mimebundle_(self, **_kwargs: Any) -> dict[str, Any]:
        return {"text/plain": self.teks, **({"text/html": self.html} if self.html else {}), **self.data}


@dataclass(frozen=True)
class Kolom:
    """A column of a table for readers: key in the row, heading, and whether it holds numbers."""

    kunci: str
    judul: str
    angka: bool = False


@cache
def template_engine(folder: Path) -> Environment:
    """Return the engine for a folder of templates: everything that comes from a book is escaped."""
    return Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_searah,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _searah(isi: Any) -> Any:
    """Return what a template is about to print without the signs of ARAH; safe HTML stays safe."""
    return type(isi)(ARAH.sub("", isi)) if isinstance(isi, str) and not isi.isascii() else isi


def potongan(nama: str, teks: str, **isi: Any) -> Tampilan:
    """Return the fragment `nama`.html filled with `isi`; `teks` stands in where HTML is not shown."""
    return Tampilan(template_engine(FOLDER_POTONGAN).get_template(f"{nama}.html").render(_=_, **isi), teks)


def tabel(judul: str, kolom: list[Kolom], baris: list[dict[str, Any]], kosong: str, kelas: str = "") -> Tampilan:
    """Return a table that turns into cards on a phone; `kosong` is said where it has no rows."""
    teks = "\n".join([judul, *(" | ".join(str(b[k.kunci]) for k in kolom) for b in baris)]) if baris else kosong
    return potongan("tabel", teks, judul=judul, kolom=kolom, baris=baris, kosong=kosong, kelas=kelas)


def tanpa_gambar(pesan: str) -> Tampilan:
    """Return, in place of a chart, why there is nothing to draw."""
    return potongan("kosong", pesan, pesan=pesan)
