"""Say what a first look at the raw sheets of a workbook finds, whatever the format of the file."""

import re
from dataclasses import dataclass, field

from kla_lib.bahasa import _
from kla_lib.errors import Kesalahan, KlaError
from kla_lib.tabel.mentah import Pesan, huruf_kolom

SEL_TERBANYAK = 2_000_000
"""Cells of all sheets of a workbook from A1 to the last used row and column, empty ones included."""
HURUF_TERBANYAK = 50_000_000
"""Characters of all cells together."""
GABUNGAN_TERBANYAK = 20_000
"""Merged ranges of several rows in one sheet."""
GALAT_LEMBAR = re.compile(
    r"#(?:REF!|DIV/0!|VALUE!|NAME\?|NUM!|NULL!|N/A|SPILL!|CALC!|FIELD!|GETTING_DATA)|Err:[0-9]{3}"
)
"""The errors that Excel and LibreOffice write where a formula has no value."""
BARIS_TERAKHIR, KOLOM_TERAKHIR = 1_048_576, 16_384


@dataclass
class Temuan:
    """What a sheet holds besides values: `baris` and `kolom` count from A1 to the last used cell.

    `gagal`: cells whose formula has no value.  `persen`: cells with a number
    shown as a percentage.  `huruf`: characters in all cells.  `banyak`: cells
    written in the file.  `catatan`: notes that people pinned to cells.
    `gabungan`: merged ranges ("G51:G53") of more than one row.
    """

    gagal: dict[str, Pesan] = field(default_factory=dict)
    persen: set[str] = field(default_factory=set)
    baris: int = 0
    kolom: int = 0
    huruf: int = 0
    banyak: int = 0
    catatan: dict[str, str] = field(default_factory=dict)
    gabungan: list[str] = field(default_factory=list)

    @property
    def sel(self) -> int:
        """How many cells the reader will keep in memory."""
        return max(self.baris * self.kolom, self.banyak)

    def catat(self, baris: int, kolom: int) -> bool:
        """Take note of a used cell, counted from 1; return whether the sheet is still of a size worth looking at."""
        if not (1 <= baris <= BARIS_TERAKHIR and 1 <= kolom <= KOLOM_TERAKHIR):
            raise ValueError(f"no sheet has a cell at row {baris}, column {kolom}")
        self.baris = max(self.baris, baris)
        self.kolom = max(self.kolom, kolom)
        self.banyak += 1
        return self.sel <= SEL_TERBANYAK

    def catat_gabungan(self, rentang: str) -> None:
        """Take note of a merged range of several rows, up to one more than a sheet may have."""
        if len(self.gabungan) <= GABUNGAN_TERBANYAK:
            self.gabungan.append(rentang)


def check_ukuran(temuan: dict[str, Temuan], berkas: str) -> None:
    """Raise KlaError where the sheets would take more memory than a data book has reason to."""
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
            raise KlaError(
                Kesalahan(
                    "terlalu_besar",
                    berkas,
                    _("teks di lembar ini terlalu panjang untuk sebuah tabel"),
                    _("Pindahkan teks panjang ke dokumen lain dan tulis tautannya saja."),
                    lembar=lembar,
                )
            )


def galat(isi: str) -> Pesan:
    """Return the message of a cell that shows an error such as #REF!."""
    return _("sel berisi galat {galat}").format(galat=isi), _("Perbaiki rumusnya, atau tulis nilainya.")


def belum_dihitung() -> Pesan:
    """Return the message of a formula whose value no program has stored."""
    return _("rumus belum dihitung"), _("Buka di Excel atau LibreOffice lalu simpan, atau tulis nilainya.")
