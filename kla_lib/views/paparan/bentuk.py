"""Fix what a slide holds, whatever draws it."""

from dataclasses import dataclass

from kla_lib.views.rupa.tampilan import Kolom


@dataclass(frozen=True)
class TabelSlaid:
    """A table: kolom with names and sides, baris by the keys of the columns."""

    kolom: tuple[Kolom, ...]
    baris: tuple[dict[str, str], ...]


@dataclass(frozen=True)
class SeriSlaid:
    """One part of every bar (poin), in the order of the bars; warna as RRGGBB."""

    nama: str
    nilai: tuple[float, ...]
    warna: str


@dataclass(frozen=True)
class GrafikSlaid:
    """Bars that lie and are stacked: their names from the top, and the parts from the left.

    uraian: what a reader who cannot see it is told.
    """

    nama: tuple[str, ...]
    seri: tuple[SeriSlaid, ...]
    uraian: str


@dataclass(frozen=True)
class Slaid:
    """One slide: a title that says something, then sentences, a table or a chart.

    fakta: ids of the published facts that its numbers are; they stand in the
    speaker's notes with their values.  catatan: what else the speaker should
    know of its sources.  bertajuk: every sentence begins with a heading, up to
    its first colon.
    """

    judul: str
    butir: tuple[str, ...] = ()
    tabel: TabelSlaid | None = None
    grafik: GrafikSlaid | None = None
    fakta: tuple[str, ...] = ()
    catatan: tuple[str, ...] = ()
    bertajuk: bool = False
