"""Describe a table: its columns, what each may hold, and what identifies a row."""

from dataclasses import dataclass

from kla_lib.tabel.jenis import TEKS, Jenis


@dataclass(frozen=True)
class Kolom:
    """One column.

    `wajib`: no cell may be empty.  `pilihan`: the only words allowed.
    `sedikit`: the least number allowed (only for numbers).  `opsional`: the
    whole column may be absent, which says the same as empty cells.
    `golongan`: what the column names; names of one golongan are compared with
    one another, in all tables of a book.
    """

    nama: str
    jenis: Jenis = TEKS
    wajib: bool = False
    pilihan: tuple[str, ...] = ()
    sedikit: float | None = None
    opsional: bool = False
    golongan: str = ""


@dataclass(frozen=True)
class Bentuk:
    """A table as a sheet of a workbook (`lembar`) or a file in a folder (`berkas`).

    Every column that is not `opsional` must be there, in any order; a column
    whose name begins with "_" is guidance for people and is not read.
    `kunci`: the columns that together may not repeat.  `hampa`: a row in which
    these are all empty says nothing yet (a line of a template that nobody
    filled) and is left out.
    """

    lembar: str
    berkas: str
    kunci: tuple[str, ...]
    kolom: tuple[Kolom, ...]
    hampa: tuple[str, ...] = ()

    @property
    def nama_kolom(self) -> tuple[str, ...]:
        return tuple(k.nama for k in self.kolom)

    @property
    def kolom_bilangan(self) -> tuple[str, ...]:
        """The columns that hold numbers."""
        return tuple(k.nama for k in self.kolom if k.jenis.bilangan)
