"""Hold the cells of a file with the place of each, before anything is known of their meaning."""

from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from kla_lib.bahasa import _
from kla_lib.errors import Kesalahan
from kla_lib.tabel.sel import Tulisan, kutip

Pesan = tuple[str, str]
"""What is wrong, what to do."""


@dataclass(frozen=True)
class Kisi:
    """All cells of one sheet or one CSV file, titles and guidance too.

    `baris`: row number → its cells from column A on, without the empty ones at
    the end; rows without content are left out.  `lembar` is empty for CSV.
    `gagal`: cells ("E17") whose formula has no value, and `aneh`: cells that two
    programs would read differently; both are empty here.  `catatan`: notes
    pinned to cells.  `gabungan`: merged ranges ("G51:G53") of more than one row.
    """

    berkas: str
    lembar: str
    baris: dict[int, list[Any]]
    tulisan: Tulisan = Tulisan.CAMPUR
    tersembunyi: bool = False
    gagal: dict[str, Pesan] = field(default_factory=dict)
    catatan: dict[str, str] = field(default_factory=dict)
    gabungan: list[str] = field(default_factory=list)
    aneh: dict[str, Pesan] = field(default_factory=dict)


@dataclass(frozen=True)
class TabelMentah:
    """A table as written: `isi` is indexed by row number, None where a cell is empty.

    `huruf` gives the letter of each column; `lembar` is empty for CSV.
    `baris_kepala`: the row that holds the column names.  `tulisan`: how text
    writes numbers here.  `disamakan`: which names were not read as they are
    written, each in a sentence with its place.  `penanda`: the placeholders
    ("-", "nihil") that stood in cells which count as empty, by column and row.
    """

    berkas: str
    lembar: str
    isi: pd.DataFrame
    huruf: dict[str, str]
    baris_kepala: int = 1
    tulisan: Tulisan = Tulisan.CAMPUR
    disamakan: tuple[str, ...] = ()
    penanda: dict[tuple[str, int], str] = field(default_factory=dict)

    def sel(self, kolom: str, baris: int) -> str:
        """Return "sel E17"."""
        return _("sel {huruf}{baris}").format(huruf=self.huruf.get(kolom, "?"), baris=baris)

    def sebut_kosong(self, apa: str, kolom: str, baris: int) -> str:
        """Return that a cell is empty, and which placeholder makes it so."""
        penanda = self.penanda.get((kolom, baris))
        if penanda is None:
            return _("{apa} kosong").format(apa=apa)
        return _("{apa} berisi '{penanda}', yang berarti belum diketahui").format(apa=apa, penanda=kutip(penanda))

    def kesalahan(self, jenis: str, salah: str, perbaikan: str, kolom: str = "", baris: int = 0) -> Kesalahan:
        """Return a fault of this table; with column and row it names the cell."""
        tempat = self.sel(kolom, baris) if kolom else (_("baris {baris}").format(baris=baris) if baris else "")
        return Kesalahan(jenis, self.berkas, salah, perbaikan, lembar=self.lembar, sel=tempat)


def huruf_kolom(nomor: int) -> str:
    """Return the spreadsheet letter of a column counted from zero: 0 → A, 26 → AA."""
    huruf = ""
    nomor += 1
    while nomor:
        nomor, sisa = divmod(nomor - 1, 26)
        huruf = chr(65 + sisa) + huruf
    return huruf


def kosong(sel: Any) -> bool:
    """Return whether a cell holds nothing, or only blanks."""
    return sel is None or (isinstance(sel, str) and not sel.strip())
