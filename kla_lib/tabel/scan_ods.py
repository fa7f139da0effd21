"""Scan the sheets of an ODS before they are read: failed formulas, percentages, how far the cells reach."""

import re
from pathlib import Path
from xml.parsers import expat
from zipfile import ZipFile

from kla_lib.tabel.mentah import huruf_kolom
from kla_lib.tabel.scan import BARIS_TERAKHIR, KOLOM_TERAKHIR, Temuan, belum_dihitung, galat

GALAT = re.compile(r"#[A-Z/0]+[!?]?|#N/A|Err:[0-9]+")
SEL = ("table:table-cell", "table:covered-table-cell")


def scan_ods(path: Path) -> dict[str, Temuan]:
    """Return what every sheet holds; raises KeyError, ValueError or ExpatError where parts do not fit."""
    pengamat = _Isi()
    pengurai = expat.ParserCreate()
    pengurai.buffer_text = True
    pengurai.StartElementHandler = pengamat.mulai
    pengurai.EndElementHandler = pengamat.akhir
    pengurai.CharacterDataHandler = pengamat.teks
    with ZipFile(path) as arsip, arsip.open("content.xml") as isi:
        pengurai.ParseFile(isi)
    return pengamat.temuan


class _Isi:
    """Walks through all sheets; a cell or a row written once may stand for many."""

    def __init__(self) -> None:
        self.temuan: dict[str, Temuan] = {}
        self.lembar: Temuan | None = None
        self.baris = self.baris_ulang = self.kolom = 0
        self.sel: dict[str, str] | None = None
        self.isi: list[str] = []
        self.spasi = 0
        self.ada_isi = False
        self.catatan = 0
        self.isi_catatan: list[str] = []

    def mulai(self, nama: str, a: dict[str, str]) -> None:
        if nama == "table:table":
            self.lembar = self.temuan.setdefault(a.get("table:name", ""), Temuan())
            self.baris = self.baris_ulang = 0
        elif nama == "table:table-row":
            self.baris += self.baris_ulang
            self.baris_ulang = int(a.get("table:number-rows-repeated", "1"))
            self.kolom = 0
        elif nama in SEL:
            self.isi_catatan = []
            self.sel, self.isi, self.spasi, self.ada_isi = a, [], 0, False
        elif nama == "office:annotation":
            self.catatan += 1
        elif self.sel is not None and not self.catatan:
            if nama == "text:p":
                self.ada_isi = True
            elif nama == "text:s":
                self.spasi += int(a.get("text:c", "1"))

    def teks(self, isi: str) -> None:
        if self.sel is not None:
            (self.isi_catatan if self.catatan else self.isi).append(isi)

    def akhir(self, nama: str) -> None:
        if nama == "office:annotation":
            self.catatan -= 1
        elif nama in SEL and self.sel is not None and self.lembar is not None:
            self._sel(self.lembar, self.sel)
            self.sel = None

    def _sel(self, lembar: Temuan, a: dict[str, str]) -> None:
        ulang = int(a.get("table:number-columns-repeated", "1"))
        awal, self.kolom = self.kolom, self.kolom + ulang
        jenis = a.get("office:value-type", "")
        sel = f"{huruf_kolom(awal)}{self.baris + 1}"
        if self.isi_catatan:
            lembar.catatan[sel] = "".join(self.isi_catatan)
        tinggi = int(a.get("table:number-rows-spanned", "1"))
        if tinggi > 1:
            lebar = int(a.get("table:number-columns-spanned", "1"))
            lembar.catat_gabungan(f"{sel}:{huruf_kolom(awal + lebar - 1)}{self.baris + tinggi}")
        if not (self.ada_isi or jenis or "table:formula" in a):
            return
        if not lembar.catat(min(self.baris + self.baris_ulang, BARIS_TERAKHIR), min(self.kolom, KOLOM_TERAKHIR)):
            return
        teks = "".join(self.isi)
        panjang = max(len(teks) + self.spasi, len(a.get("office:string-value", "")))
        lembar.huruf += panjang * ulang * self.baris_ulang
        if a.get("calcext:value-type") == "error" or ("table:formula" in a and GALAT.fullmatch(teks.strip())):
            lembar.gagal[sel] = galat(teks.strip())
        elif "table:formula" in a and not jenis and not self.ada_isi:
            lembar.gagal[sel] = belum_dihitung()
        elif jenis == "percentage":
            lembar.persen.update(f"{huruf_kolom(awal + i)}{self.baris + 1}" for i in range(min(ulang, KOLOM_TERAKHIR)))
