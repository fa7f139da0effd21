"""Hold what is read from the raw sheets of a workbook, whatever the format of the file, within bounds."""

import re
from dataclasses import dataclass, field
from typing import Any

from kla_lib.bahasa import _
from kla_lib.errors import Kesalahan, KlaError
from kla_lib.tabel.mentah import Pesan, huruf_kolom
from kla_lib.tabel.sel import SEL_TERPANJANG, kutip

SEL_TERBANYAK = 200_000
"""Cells of all sheets of a workbook from A1 to the last used row and column, empty ones included."""
HURUF_TERBANYAK = 3_000_000
"""Characters of all cells together; the book of a whole city has about one million."""
GABUNGAN_TERBANYAK = 20_000
"""Merged ranges of several rows in one sheet."""
GALAT_LEMBAR = re.compile(
    r"#(?:REF!|DIV/0!|VALUE!|NAME\?|NUM!|NULL!|N/A|SPILL!|CALC!|FIELD!|GETTING_DATA)|Err:[0-9]{3}"
)
"""The errors that Excel and LibreOffice write where a formula has no value."""
BARIS_TERAKHIR, KOLOM_TERAKHIR = 1_048_576, 16_384


class PenuhError(Exception):
    """The sheets hold more than a data book has reason to; what was counted so far says what."""


@dataclass
class Rumus:
    """The formulas of a sheet that have a stored result, each as far as the file writes it in its own cell.

    Cells are given as (row, column), counted from 1.  `nol`: those in which 0,
    no or an empty text is stored.
    """

    isi: dict[tuple[int, int], str] = field(default_factory=dict)
    nol: set[tuple[int, int]] = field(default_factory=set)

    def catat(self, baris: int, kolom: int, rumus: str, hasil: Any) -> None:
        """Take note of a formula with its stored result."""
        self.isi[baris, kolom] = rumus
        if hasil is None or hasil == "" or (isinstance(hasil, int | float) and not hasil):
            self.nol.add((baris, kolom))


@dataclass
class Temuan:
    """What a sheet holds: `isi` by row, its cells from column A on, None where one is empty.

    `gagal`: cells whose formula has no value.  `aneh`: cells that are written
    in a way that two programs read differently.  `baris` and `kolom` count
    from A1 to the last used cell, `huruf` the characters in all cells,
    `banyak` the cells written in the file.  `catatan`: notes that people
    pinned to cells.  `gabungan`: merged ranges ("G51:G53") of more than one row.
    """

    isi: dict[int, list[Any]] = field(default_factory=dict)
    tersembunyi: bool = False
    gagal: dict[str, Pesan] = field(default_factory=dict)
    aneh: dict[str, Pesan] = field(default_factory=dict)
    rumus: Rumus = field(default_factory=Rumus)
    baris: int = 0
    kolom: int = 0
    huruf: int = 0
    banyak: int = 0
    catatan: dict[str, str] = field(default_factory=dict)
    gabungan: list[str] = field(default_factory=list)

    @property
    def sel(self) -> int:
        """How many cells will be kept in memory."""
        return max(self.baris * self.kolom, self.banyak)

    def catat(self, baris: int, kolom: int, huruf: int = 0) -> None:
        """Take note of a used cell, counted from 1, with so many characters; raises PenuhError at too many."""
        if not (1 <= baris <= BARIS_TERAKHIR and 1 <= kolom <= KOLOM_TERAKHIR):
            raise ValueError(f"no sheet has a cell at row {baris}, column {kolom}")
        self.baris = max(self.baris, baris)
        self.kolom = max(self.kolom, kolom)
        self.banyak += 1
        if self.sel > SEL_TERBANYAK:
            raise PenuhError
        self.tambah_huruf(huruf)

    def tambah_huruf(self, banyak: int) -> None:
        """Take note of so many characters; raises PenuhError where that is too much."""
        self.huruf += banyak
        if self.huruf > HURUF_TERBANYAK:
            raise PenuhError

    def simpan(self, baris: int, kolom: int, isi: Any) -> None:
        """Keep the content of a cell, counted from 1."""
        sel = self.isi.setdefault(baris, [])
        sel += [None] * (kolom - len(sel))
        sel[kolom - 1] = isi

    def catat_gabungan(self, rentang: str) -> None:
        """Take note of a merged range of several rows, up to one more than a sheet may have."""
        if len(self.gabungan) <= GABUNGAN_TERBANYAK:
            self.gabungan.append(rentang)


def check_ukuran(temuan: dict[str, Temuan], berkas: str) -> None:
    """Raise KlaError where the sheets would take more time and memory than a data book has reason to."""
    sel = huruf = 0
    for lembar, t in temuan.items():
        sel += t.sel
        huruf += t.huruf
        if sel > SEL_TERBANYAK:
            raise KlaError(
                Kesalahan(
                    "terlalu_besar",
                    berkas,
                    _("isi lembar ini terentang sampai {sel}, terlalu luas untuk dibaca").format(
                        sel=f"{huruf_kolom(t.kolom - 1)}{t.baris}"
                    ),
                    _("Hapus isi yang tercecer jauh di bawah atau di kanan tabel, lalu simpan ulang."),
                    lembar=lembar,
                    sel=_("sel {sel}").format(sel=f"{huruf_kolom(t.kolom - 1)}{t.baris}"),
                )
            )
        if len(t.gabungan) > GABUNGAN_TERBANYAK:
            raise KlaError(
                Kesalahan(
                    "terlalu_besar",
                    berkas,
                    _("lembar ini memuat lebih dari {n} sel gabungan").format(n=GABUNGAN_TERBANYAK),
                    _("Pilih semua sel, lalu pisahkan (Merge & Center > Unmerge)."),
                    lembar=lembar,
                )
            )
        if huruf > HURUF_TERBANYAK:
            raise KlaError(terlalu_berhuruf(berkas, lembar))


def terlalu_berhuruf(berkas: str, lembar: str = "") -> Kesalahan:
    """Return the fault of a table with more text than a data book has."""
    return Kesalahan(
        "terlalu_besar",
        berkas,
        _("teks di lembar ini terlalu panjang untuk sebuah tabel"),
        _("Pindahkan teks panjang ke dokumen lain dan tulis tautannya saja."),
        lembar=lembar,
    )


def galat(isi: str) -> Pesan:
    """Return the message of a cell that shows an error such as #REF!."""
    return _("sel berisi galat {galat}").format(galat=kutip(isi)), _("Perbaiki rumusnya, atau tulis nilainya.")


def belum_dihitung() -> Pesan:
    """Return the message of a formula whose value no program has calculated.

    To open and save is not enough: LibreOffice keeps a stored 0, and Excel set
    to manual calculation keeps everything.
    """
    return (
        _("rumus belum dihitung"),
        _(
            "Hitung ulang lalu simpan: di Excel tekan Ctrl+Alt+F9, di LibreOffice Ctrl+Shift+F9; "
            "atau tulis nilainya saja."
        ),
    )


def tak_lazim() -> Pesan:
    """Return the message of a cell that two programs would read differently."""
    return (
        _("sel ditulis dengan cara yang tidak lazim, sehingga isinya bisa terbaca lain di program lain"),
        _("Ketik ulang isi sel ini di Excel atau LibreOffice, lalu simpan sebagai XLSX."),
    )


def terlalu_panjang() -> Pesan:
    """Return the message of a cell that is longer than any spreadsheet allows."""
    return (
        _("isi sel lebih dari {n} huruf").format(n=SEL_TERPANJANG),
        _("Pindahkan teks panjang ke dokumen lain dan tulis tautannya saja."),
    )


def sandi_ganda(asal: str, maksud: str) -> Pesan:
    """Return the message of a cell whose letters were encoded twice."""
    return (
        _("huruf di sel ini tersandi dua kali: '{asal}' seharusnya '{maksud}'").format(asal=asal, maksud=maksud),
        _("Ekspor ulang berkasnya sebagai UTF-8, atau ketik ulang isi sel ini."),
    )


def satu_kutipan() -> Pesan:
    """Return the message of a cell that holds a whole row."""
    return (
        _("seluruh baris berada di dalam satu sel, di antara tanda kutip"),
        _("Hapus tanda kutip di awal dan akhir baris itu dengan penyunting teks, atau ekspor ulang sebagai CSV."),
    )
