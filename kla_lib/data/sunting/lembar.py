"""Change single cells of one worksheet part and leave the rest of it as it stands."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from lxml import etree

from kla_lib.data.sunting.sel import Isi, nomor_kolom
from kla_lib.data.tulis import SANDI
from kla_lib.tabel.baca import huruf_kolom

ALAMAT = re.compile(r"\$?([A-Z]{1,3})\$?(\d+)")
Kotak = tuple[int, int, int, int]
"""First row, first column, last row, last column, counted from 1."""

DITURUNKAN = ("s", "customFormat", "ht", "customHeight")
"""What a new row takes over from the row above it."""


def alamat(baris: int, kolom: int) -> str:
    """Return a cell's address: (17, 5) → E17."""
    return f"{huruf_kolom(kolom - 1)}{baris}"


def kotak(ref: str) -> Kotak:
    """Return the box of a reference such as B2:D9; a single cell is a box too."""
    titik = [(int(b), nomor_kolom(h)) for h, b in ALAMAT.findall(ref)]
    return (*titik[0], *titik[-1])


def sebut_kotak(k: Kotak) -> str:
    """Return a box as a reference."""
    return f"{alamat(k[0], k[1])}:{alamat(k[2], k[3])}"


def di_dalam(baris: int, kolom: int, k: Kotak) -> bool:
    """Return whether a cell lies in a box."""
    return k[0] <= baris <= k[2] and k[1] <= kolom <= k[3]


class Lembar:
    """A worksheet's cells by row and column; `baris_kepala` is the row with the names of the columns."""

    def __init__(self, akar: etree._Element, gaya_tanggal: frozenset[str], hari_nol: date, baris_kepala: int) -> None:
        self._akar = akar
        self._ns = etree.QName(akar).namespace
        self._data = akar.find("{*}sheetData")
        self._gaya_tanggal, self._hari_nol, self._kepala = gaya_tanggal, hari_nol, baris_kepala
        self._baris = dict(baris_bernomor(akar))
        self._akhir = max(self._baris, default=0)
        self._gabung = [kotak(m.get("ref")) for m in akar.iterfind("{*}mergeCells/{*}mergeCell")]
        self._larik = [kotak(f.get("ref")) for f in akar.iterfind(".//{*}f[@ref]") if f.get("t") != "shared"]

    def punya_rumus(self, baris: int, kolom: int) -> bool:
        """Return whether the cell's content comes from a formula, its own or that of an array."""
        sel = self._sel(baris, kolom)
        return (sel is not None and sel.find("{*}f") is not None) or any(di_dalam(baris, kolom, k) for k in self._larik)

    def tertutup(self, baris: int, kolom: int) -> bool:
        """Return whether the cell is hidden behind the first cell of a merged range."""
        return any(di_dalam(baris, kolom, k) and (baris, kolom) != k[:2] for k in self._gabung)

    def berisi(self, baris: int) -> bool:
        """Return whether any cell of the row holds something."""
        return baris in self._baris and any(len(sel) > 0 for sel in self._baris[baris])

    def tambah_baris(self, baris: int) -> None:
        """Make a row that looks like the one above it, unless the sheet already has it."""
        atas = self._baris.get(baris - 1) if baris - 1 > self._kepala else None
        if baris in self._baris:
            return
        baru = self._buat_baris(baris)
        if atas is None:
            return
        for nama in DITURUNKAN:
            if atas.get(nama) is not None:
                baru.set(nama, atas.get(nama))
        for sel in atas.iterfind("{*}c[@s]"):
            kolom = kotak(sel.get("r"))[1]
            etree.SubElement(baru, self._tag("c"), r=alamat(baris, kolom), s=sel.get("s"))

    def tulis(self, baris: int, kolom: int, isi: Isi) -> None:
        """Let the cell hold a value, or nothing; its style stays."""
        sel = self._sel(baris, kolom)
        if sel is None:
            if isi is None:
                return
            sel = self._buat_sel(baris, kolom)
        self._isi(sel, isi)
        self._perluas(baris, kolom)

    def ganti_semua(self, isi: tuple[tuple[Isi, ...], ...]) -> None:
        """Replace every row of the sheet; days look as they do elsewhere in the workbook."""
        hari = min(self._gaya_tanggal, key=int, default=None)
        for anak in list(self._data):
            self._data.remove(anak)
        self._baris, self._akhir = {}, 0
        for b, isi_baris in enumerate(isi, start=1):
            baris = self._buat_baris(b)
            for k, v in enumerate(isi_baris, start=1):
                if v is not None:
                    sel = etree.SubElement(baris, self._tag("c"), r=alamat(b, k))
                    if isinstance(v, date) and hari is not None:
                        sel.set("s", hari)
                    self._isi(sel, v)
        dimensi = self._akar.find("{*}dimension")
        if dimensi is not None:
            dimensi.set("ref", sebut_kotak((1, 1, len(isi), len(isi[0]))))

    def _isi(self, sel: etree._Element, isi: Isi) -> None:
        for anak in list(sel):
            sel.remove(anak)
        for nama in ("t", "cm", "vm"):  # kind, and the marks of values that are more than one cell
            sel.attrib.pop(nama, None)
        if isinstance(isi, date) and sel.get("s") in self._gaya_tanggal:
            isi = (isi - self._hari_nol).days
        if isinstance(isi, date):
            isi = isi.isoformat()
        if isinstance(isi, str):
            sel.set("t", "inlineStr")
            teks = etree.SubElement(etree.SubElement(sel, self._tag("is")), self._tag("t"))
            teks.text = SANDI.sub("_x005F_", isi)
            teks.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        elif isi is not None:
            etree.SubElement(sel, self._tag("v")).text = teks_angka(isi)

    def _tag(self, nama: str) -> str:
        return f"{{{self._ns}}}{nama}"

    def _sel(self, baris: int, kolom: int) -> etree._Element | None:
        if baris not in self._baris:
            return None
        return self._baris[baris].find(f"{{*}}c[@r='{alamat(baris, kolom)}']")

    def _buat_baris(self, baris: int) -> etree._Element:
        baru = etree.Element(self._tag("row"), r=str(baris))
        if baris > self._akhir:
            self._data.append(baru)
            self._akhir = baris
        else:
            self._baris[min(n for n in self._baris if n > baris)].addprevious(baru)
        self._baris[baris] = baru
        return baru

    def _buat_sel(self, baris: int, kolom: int) -> etree._Element:
        rumah = self._baris[baris] if baris in self._baris else self._buat_baris(baris)
        rumah.attrib.pop("spans", None)  # a hint of the columns in use, which may be no longer true
        baru = etree.Element(self._tag("c"), r=alamat(baris, kolom))
        gaya = self._gaya(baris, kolom)
        if gaya is not None:
            baru.set("s", gaya)
        kanan = next((s for s in rumah if kotak(s.get("r"))[1] > kolom), None)
        if kanan is None:
            rumah.append(baru)
        else:
            kanan.addprevious(baru)
        return baru

    def _gaya(self, baris: int, kolom: int) -> Any:
        """Return the style for an absent cell: its row's, its column's, or its neighbour's, above or in the heads."""
        rumah = self._baris[baris]
        if rumah.get("customFormat") in ("1", "true"):
            return rumah.get("s")
        for k in self._akar.iterfind("{*}cols/{*}col[@style]"):
            if int(k.get("min")) <= kolom <= int(k.get("max")):
                return k.get("style")
        tetangga = None
        if baris == self._kepala and kolom > 1:
            tetangga = self._sel(baris, kolom - 1)
        elif baris - 1 > self._kepala:
            tetangga = self._sel(baris - 1, kolom)
        return None if tetangga is None else tetangga.get("s")

    def _perluas(self, baris: int, kolom: int) -> None:
        dimensi = self._akar.find("{*}dimension")
        if dimensi is not None and ALAMAT.search(dimensi.get("ref", "")):
            a, b, c, d = kotak(dimensi.get("ref"))
            if not di_dalam(baris, kolom, (a, b, c, d)):
                dimensi.set("ref", sebut_kotak((min(a, baris), min(b, kolom), max(c, baris), max(d, kolom))))


def baris_bernomor(akar: etree._Element) -> Iterator[tuple[int, etree._Element]]:
    """Give every row with its number; rows and cells that leave their address out get it written down."""
    nomor = 0
    for baris in akar.iterfind("{*}sheetData/{*}row"):
        nomor = int(baris.get("r", nomor + 1))
        if baris.get("r") is None:
            baris.set("r", str(nomor))
        kolom = 0
        for sel in baris.iterfind("{*}c"):
            kolom = kotak(sel.get("r"))[1] if sel.get("r") else kolom + 1
            if sel.get("r") is None:
                sel.set("r", alamat(nomor, kolom))
        yield nomor, baris


def teks_angka(isi: float) -> str:
    """Return a number as files hold it: a point, no zero behind a whole number."""
    return str(int(isi)) if float(isi).is_integer() else format(Decimal(repr(float(isi))), "f")
