"""Describe a table: its columns, what each may hold, and what identifies a row."""

from dataclasses import dataclass

from kla_lib.tabel.jenis import TEKS, Jenis


@dataclass(frozen=True)
class Kolom:
    """One column.

    `wajib`: no cell may be empty.  `pilihan`: the only words allowed.
    `sedikit`: the least number allowed (only for numbers).
    """

    nama: str
    jenis: Jenis = TEKS
    wajib: bool = False
    pilihan: tuple[str, ...] = ()
    sedikit: float | None = None


@dataclass(frozen=True)
class Bentuk:
    """A table as a sheet of a workbook (`lembar`) or a file in a folder (`berkas`).

    Every column must be there, in any order.  `kunci`: the columns that
    together may not repeat.
    """

    lembar: str
    berkas: str
    kunci: tuple[str, ...]
    kolom: tuple[Kolom, ...]

    @property
    def nama_kolom(self) -> tuple[str, ...]:
        return tuple(k.nama for k in self.kolom)
