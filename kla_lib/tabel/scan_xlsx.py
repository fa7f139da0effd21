"""Scan the sheets of an XLSX before they are read: failed formulas, percentages, how far the cells reach.

The reader of the cells shows a failed formula as empty, and an empty mark
means "not recorded": it would silently take points away.
"""

import re
from pathlib import Path, PurePosixPath
from zipfile import ZipFile

from kla_lib.tabel.mentah import huruf_kolom
from kla_lib.tabel.rentang import berbaris, nomor_kolom
from kla_lib.tabel.scan import Temuan, belum_dihitung, galat
from kla_lib.tabel.urai import urai

CATATAN = ("/comments", "/threadedComment")
"""How the types of the two kinds of notes end, old and new."""


def catatan_xlsx(arsip: ZipFile, nama: dict[str, str], lembar: str) -> dict[str, str]:
    """Return the notes of a sheet by cell; nama: the archive's parts by their name in small letters."""
    letak = PurePosixPath(lembar)
    hubungan = nama.get(str(letak.parent / "_rels" / f"{letak.name}.rels").casefold())
    tujuan: list[str] = []

    def mulai(unsur: str, a: dict[str, str]) -> None:
        if unsur == "Relationship" and a.get("Type", "").endswith(CATATAN):
            tujuan.append(_gabung(letak.parent, a.get("Target", "")))

    if hubungan:
        urai(arsip, hubungan, mulai=mulai)
    hasil: dict[str, str] = {}
    for bagian in tujuan:
        if bagian.casefold() in nama:
            _baca(arsip, nama[bagian.casefold()], hasil)
    return hasil


def _gabung(folder: PurePosixPath, tujuan: str) -> str:
    """Return "xl/comments1.xml" for "../comments1.xml" or "/xl/comments1.xml"."""
    bagian: list[str] = []
    for b in (PurePosixPath("/") / folder / tujuan).parts[1:]:
        bagian = bagian[:-1] if b == ".." else [*bagian, b]
    return "/".join(bagian)


def _baca(arsip: ZipFile, bagian: str, hasil: dict[str, str]) -> None:
    sel = [""]

    def mulai(unsur: str, a: dict[str, str]) -> None:
        if unsur in ("comment", "threadedComment"):
            sel[0] = a.get("ref", "")

    def teks(isi: str) -> None:
        hasil[sel[0]] = hasil.get(sel[0], "") + isi

    urai(arsip, bagian, mulai=mulai, teks=teks)


ALAMAT = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
KUTIPAN_FORMAT = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
PERSEN_BAWAAN = {"9", "10"}
"""The built-in number formats 0% and 0.00%."""


def scan_xlsx(path: Path) -> dict[str, Temuan]:
    """Return what every sheet of cells holds; raises KeyError, ValueError or ExpatError where parts do not fit."""
    with ZipFile(path) as arsip:
        nama = {n.casefold(): n for n in arsip.namelist()}
        panjang = _panjang_teks(arsip, nama.get("xl/sharedstrings.xml"))
        persen = _gaya_persen(arsip, nama.get("xl/styles.xml"))
        hasil: dict[str, Temuan] = {}
        for lembar, bagian in _bagian_lembar(arsip).items():
            if "/worksheets/" in bagian.casefold():
                hasil[lembar] = _Lembar(panjang, persen).scan(arsip, nama[bagian.casefold()])
                hasil[lembar].catatan = catatan_xlsx(arsip, nama, bagian)
        return hasil


def _bagian_lembar(arsip: ZipFile) -> dict[str, str]:
    """Return the name of the archive's part behind each sheet."""
    tujuan: dict[str, str] = {}
    lembar: dict[str, str] = {}

    def hubungan(nama: str, a: dict[str, str]) -> None:
        if nama == "Relationship":
            tujuan[a["Id"]] = str(PurePosixPath("/xl") / a["Target"]).lstrip("/")

    def daftar(nama: str, a: dict[str, str]) -> None:
        if nama == "sheet":
            lembar[a["name"]] = tujuan[next(v for k, v in a.items() if k.endswith(" id"))]

    urai(arsip, "xl/_rels/workbook.xml.rels", mulai=hubungan)
    urai(arsip, "xl/workbook.xml", mulai=daftar)
    return lembar


def _panjang_teks(arsip: ZipFile, bagian: str | None) -> list[int]:
    """Return the length of every shared text: a cell that names it is given a copy of its own."""
    panjang: list[int] = []

    def mulai(nama: str, _a: dict[str, str]) -> None:
        if nama == "si":
            panjang.append(0)

    def teks(isi: str) -> None:
        if panjang:
            panjang[-1] += len(isi)

    if bagian:
        urai(arsip, bagian, mulai=mulai, teks=teks)
    return panjang


def _gaya_persen(arsip: ZipFile, bagian: str | None) -> set[str]:
    """Return the numbers of the cell styles that show a number as a percentage."""
    format_persen = set(PERSEN_BAWAAN)
    gaya: list[str] = []
    dalam_gaya = [False]

    def mulai(nama: str, a: dict[str, str]) -> None:
        if nama == "numFmt" and "%" in KUTIPAN_FORMAT.sub("", a.get("formatCode", "")):
            format_persen.add(a.get("numFmtId", ""))
        elif nama == "cellXfs":
            dalam_gaya[0] = True
        elif nama == "xf" and dalam_gaya[0]:
            gaya.append(a.get("numFmtId", ""))

    def akhir(nama: str) -> None:
        if nama == "cellXfs":
            dalam_gaya[0] = False

    if bagian:
        urai(arsip, bagian, mulai=mulai, akhir=akhir)
    return {str(i) for i, nomor in enumerate(gaya) if nomor in format_persen}


class _Lembar:
    """Walks through the cells of one sheet; what is not written (r="E17") follows the cell before."""

    def __init__(self, panjang: list[int], persen: set[str]) -> None:
        self.temuan = Temuan()
        self.panjang, self.persen = panjang, persen
        self.baris = self.kolom = 0
        self.atribut: dict[str, str] = {}
        self.nilai: list[str] = []
        self.ada: set[str] = set()
        self.dalam = ""

    def scan(self, arsip: ZipFile, bagian: str) -> Temuan:
        urai(arsip, bagian, mulai=self.mulai, akhir=self.akhir, teks=self.teks)
        return self.temuan

    def mulai(self, nama: str, atribut: dict[str, str]) -> None:
        if nama == "c":
            self.atribut, self.nilai, self.ada = atribut, [], set()
            self.kolom += 1
            if "r" in atribut:
                self._pindah(atribut["r"])
        elif nama in ("v", "f", "t", "is"):
            self.ada.add(nama)
            self.dalam = nama
        elif nama == "row":
            self.baris = int(atribut.get("r", self.baris + 1))
            self.kolom = 0
        elif nama == "mergeCell" and berbaris(atribut.get("ref", "")):
            self.temuan.catat_gabungan(atribut["ref"])

    def _pindah(self, alamat: str) -> None:
        letak = ALAMAT.fullmatch(alamat)
        if not letak:
            raise ValueError(f"no address of a cell: {alamat[:20]}")
        self.kolom = nomor_kolom(letak[1])
        self.baris = int(letak[2])

    def teks(self, isi: str) -> None:
        if self.dalam == "v":
            self.nilai.append(isi)
        elif self.dalam == "t":
            self.temuan.huruf += len(isi)

    def akhir(self, nama: str) -> None:
        if nama in ("v", "f", "t", "is"):
            self.dalam = ""
        elif nama == "c" and self.ada:
            self._sel("".join(self.nilai))

    def _sel(self, nilai: str) -> None:
        if not self.temuan.catat(self.baris, self.kolom):
            return
        sel, jenis = f"{huruf_kolom(self.kolom - 1)}{self.baris}", self.atribut.get("t", "n")
        if jenis == "s" and nilai.strip().isdecimal():
            nomor = int(nilai)
            self.temuan.huruf += self.panjang[nomor] if nomor < len(self.panjang) else 0
        elif jenis == "e":
            self.temuan.gagal[sel] = galat(nilai)
        elif jenis == "str":
            self.temuan.huruf += len(nilai)
        elif not nilai and "f" in self.ada:
            self.temuan.gagal[sel] = belum_dihitung()
        elif jenis == "n" and nilai and self.atribut.get("s") in self.persen:
            self.temuan.persen.add(sel)
