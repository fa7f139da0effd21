"""Show a piece of a page in a notebook: HTML for people, plain text for everything else."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from kla_lib.bahasa import _
from kla_lib.tabel.bentuk import Bentuk

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


def tanpa_isi(pesan: str) -> Tampilan:
    """Return, in place of a table, a list or a chart, why there is nothing to show."""
    return potongan("kosong", pesan, pesan=pesan, lembar=None)


def tanpa_data(pesan: str, *bentuk: Bentuk) -> Tampilan:
    """Return the same where the book lacks the tables: a page gathers such sections into one line at its end."""
    return potongan("kosong", pesan, pesan=pesan, lembar="; ".join(b.lembar for b in bentuk))


def pernyataan(utama: str, lanjutan: Sequence[str] = ()) -> Tampilan:
    """Return an answer in a sentence, and what else must be said with it."""
    return potongan("kalimat", "\n".join([utama, *lanjutan]), utama=utama, lanjutan=list(lanjutan))


def paragraf(*teks: str) -> Tampilan:
    """Return paragraphs of plain text; empty ones are left out."""
    isi = [t for t in teks if t]
    return potongan("paragraf", "\n".join(isi), paragraf=isi)


def catatan_kaki(teks: str) -> Tampilan:
    """Return a remark in small type, as it stands below a table; nothing where there is nothing to remark."""
    return potongan("catatan", teks, pesan=teks) if teks else Tampilan("", "")


def peringatan(*teks: str) -> Tampilan:
    """Return warnings as banners; nothing without any."""
    return potongan("spanduk", "\n".join(teks), spanduk=teks)


def daftar_berbutir(butir: Sequence[str], judul: str = "") -> Tampilan:
    """Return a bulleted list, with a heading where it needs one of its own."""
    return potongan("butir", "\n".join([*filter(None, [judul]), *butir]), judul=judul, butir=butir)


def daftar_bernomor(butir: Sequence[str]) -> Tampilan:
    """Return a numbered list: the order counts, or readers answer by number."""
    return potongan("nomor", "\n".join(butir), butir=butir)


def daftar_tautan(tautan: Sequence[tuple[str, str]], catatan: str = "") -> Tampilan:
    """Return links from pairs of place and name; `catatan` says below what to know before following them."""
    return potongan("tautan", "\n".join(nama for _alamat, nama in tautan), tautan=tautan, catatan=catatan)


def lipatan(judul: str, isi: Tampilan) -> Tampilan:
    """Return a piece folded under a heading that opens it; as text it stands unfolded."""
    return replace(potongan("lipatan", isi.teks, judul=judul, isi=Markup(isi.html)), data=isi.data)


def ruas(judul: str, isi: Tampilan) -> Tampilan:
    """Return a section of a page folded under its heading; on paper it stands open."""
    return replace(potongan("ruas", "\n".join([judul, isi.teks]), judul=judul, isi=Markup(isi.html)), data=isi.data)


def tumpuk(*bagian: Tampilan) -> Tampilan:
    """Return pieces as one, each below the one before; those that say nothing leave no gap in the text."""
    data = {jenis: isi for b in bagian for jenis, isi in b.data.items()}
    return Tampilan("".join(b.html for b in bagian), "\n".join(b.teks for b in bagian if b.teks), data)
