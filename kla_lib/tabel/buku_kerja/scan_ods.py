"""Read the cells of an ODS, each exactly as its format says; what stands there in another way is named, not guessed."""

import math
import re
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from openpyxl.utils.datetime import from_ISO8601

from kla_lib.tabel.buku_kerja.hitungan import check_hitungan
from kla_lib.tabel.buku_kerja.scan import (
    BARIS_TERAKHIR,
    KOLOM_TERAKHIR,
    PenuhError,
    Temuan,
    belum_dihitung,
    galat,
    tak_lazim,
    terlalu_panjang,
)
from kla_lib.tabel.buku_kerja.urai import urai
from kla_lib.tabel.mentah import huruf_kolom
from kla_lib.tabel.sel import SEL_TERPANJANG, Persen

GALAT = re.compile(r"#[A-Z/0]+[!?]?|#N/A|Err:[0-9]+")
RUANG = {
    "urn:oasis:names:tc:opendocument:xmlns:office:1.0": "office:",
    "urn:oasis:names:tc:opendocument:xmlns:table:1.0": "table:",
    "urn:oasis:names:tc:opendocument:xmlns:text:1.0": "text:",
    "urn:oasis:names:tc:opendocument:xmlns:style:1.0": "style:",
    "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0": "calcext:",
}
SEL = ("table:table-cell", "table:covered-table-cell")
LEMBAR = ["office:document-content", "office:body", "office:spreadsheet", "table:table"]
"""Where a sheet stands; a table elsewhere (of a link, of a deleted row, within a cell) is none."""
KELOMPOK = ("table:table-header-rows", "table:table-row-group", "table:table-rows")
DALAM_PARAGRAF = ("text:span", "text:a", "text:s", "text:tab", "text:line-break")
NOMOR = re.compile(r"[0-9]{1,10}")
ANGKA = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,4})?")
BILANGAN = ("float", "percentage", "currency")
RUJUKAN = re.compile(r"\[\.(\$?[A-Z]{1,3}\$?[0-9]{1,7})(?::\.(\$?[A-Z]{1,3}\$?[0-9]{1,7}))?\]")


def scan_ods(path: Path) -> dict[str, Temuan]:
    """Return what every sheet holds; raises KeyError, ValueError or ExpatError where parts do not fit.

    Where it is too much, what follows is missing.
    """
    pengamat = _Isi()
    with ZipFile(path) as arsip:
        try:
            urai(arsip, "content.xml", pengamat.mulai, pengamat.akhir, pengamat.teks, RUANG)
        except PenuhError:
            return pengamat.temuan
    check_hitungan(pengamat.temuan, {})
    return pengamat.temuan


class _Isi:
    """Walks through all sheets; a cell or a row written once may stand for many."""

    def __init__(self) -> None:
        self.temuan: dict[str, Temuan] = {}
        self.lembar = Temuan()
        self.jalur: list[str] = []
        self.lewat = 0
        self.gaya = ""
        self.gaya_tersembunyi: set[str] = set()
        self.baris = self.baris_ulang = self.kolom = 0
        self.sel: dict[str, str] = {}
        self.paragraf: list[list[str]] = []
        self.catatan: list[str] = []
        self.wajar = True

    def mulai(self, nama: str, a: dict[str, str]) -> None:
        if self.lewat:
            self.lewat += 1
            if nama == "table:table" and any(j in SEL for j in self.jalur):
                self.wajar = False
            return
        induk = self.jalur[-1] if self.jalur else ""
        self.jalur.append(nama)
        if "office:annotation" in self.jalur[:-1]:
            return
        if induk in SEL:
            self._dalam_sel(nama)
        elif induk == "text:p" or induk in DALAM_PARAGRAF:
            self._dalam_paragraf(nama, a)
        elif nama in SEL and induk == "table:table-row":
            self.sel, self.paragraf, self.catatan, self.wajar = a, [], [], True
        elif nama == "table:table-row" and (induk == "table:table" or induk in KELOMPOK):
            self.baris += self.baris_ulang
            self.baris_ulang = _banyak(a, "table:number-rows-repeated")
            self.kolom = 0
        elif nama in KELOMPOK and (induk == "table:table" or induk in KELOMPOK):
            pass
        elif nama == "table:table" and self.jalur == LEMBAR:
            self._mulai_lembar(a)
        elif nama == "style:style":
            self.gaya = a.get("style:name", "")
        elif nama == "style:table-properties" and a.get("table:display") == "false":
            self.gaya_tersembunyi.add(self.gaya)
        elif induk in ("table:table", "table:table-row", "office:spreadsheet") or induk in KELOMPOK:
            if nama in SEL or nama in ("table:table-row", "table:table"):
                raise ValueError("a cell stands where no cell can")
            self._lewati()

    def _lewati(self) -> None:
        self.jalur.pop()
        self.lewat = 1

    def _mulai_lembar(self, a: dict[str, str]) -> None:
        nama = a.get("table:name", "")
        if nama in self.temuan:
            raise ValueError("two sheets of one name")
        self.lembar = self.temuan[nama] = Temuan(tersembunyi=a.get("table:style-name") in self.gaya_tersembunyi)
        self.baris = self.baris_ulang = 0

    def _dalam_sel(self, nama: str) -> None:
        if nama == "text:p":
            self.paragraf.append([])
        elif nama == "office:annotation":
            pass
        else:  # pictures and shapes hold no content of the cell; a table in a cell does
            self.wajar = self.wajar and not nama.startswith(("table:table", "text:"))
            self._lewati()

    def _dalam_paragraf(self, nama: str, a: dict[str, str]) -> None:
        if nama == "text:s":
            spasi = _banyak(a, "text:c", 0)
            self.lembar.tambah_huruf(spasi)
            self.paragraf[-1].append(" " * spasi)
        elif nama in ("text:tab", "text:line-break"):
            self.paragraf[-1].append("\t" if nama == "text:tab" else "\n")
        elif nama not in DALAM_PARAGRAF:
            self.wajar = False
            self._lewati()

    def teks(self, isi: str) -> None:
        if self.lewat or not self.jalur:
            return
        if "office:annotation" in self.jalur:
            self.catatan.append(isi)
        elif self.jalur[-1] == "text:p" or self.jalur[-1] in DALAM_PARAGRAF:
            self.paragraf[-1].append(isi)
        elif self.jalur[-1] in SEL and isi.strip():
            self.wajar = False

    def akhir(self, _nama: str) -> None:
        if self.lewat:
            self.lewat -= 1
        elif self.jalur.pop() in SEL:
            self._sel(self.sel)

    def _sel(self, a: dict[str, str]) -> None:
        ulang = _banyak(a, "table:number-columns-repeated")
        awal, self.kolom = self.kolom, self.kolom + ulang
        sel = f"{huruf_kolom(awal)}{self.baris + 1}"
        if self.catatan:
            self.lembar.catatan[sel] = "".join(self.catatan)
            self.lembar.tambah_huruf(len(self.lembar.catatan[sel]))
        tinggi = _banyak(a, "table:number-rows-spanned")
        if tinggi > 1:
            lebar = _banyak(a, "table:number-columns-spanned")
            self.lembar.catat_gabungan(f"{sel}:{huruf_kolom(awal + lebar - 1)}{self.baris + tinggi}")
        jenis, rumus = a.get("office:value-type", ""), a.get("table:formula")
        if not (self.paragraf or jenis or rumus is not None) and self.wajar:
            return
        teks = "\n".join(map("".join, self.paragraf))
        panjang = max(len(teks), len(a.get("office:string-value", "")))
        kali = ulang * self.baris_ulang
        self.lembar.catat(min(self.baris + self.baris_ulang, BARIS_TERAKHIR), min(self.kolom, KOLOM_TERAKHIR))
        self.lembar.tambah_huruf(panjang * kali)
        if a.get("calcext:value-type") == "error" or (rumus is not None and GALAT.fullmatch(teks.strip())):
            self.lembar.gagal[sel] = galat(teks.strip())
        elif rumus is not None and not jenis:
            self.lembar.gagal[sel] = belum_dihitung()
        elif panjang > SEL_TERPANJANG:
            self.lembar.aneh[sel] = terlalu_panjang()
        else:
            self._simpan(sel, awal, ulang, a, teks)

    def _simpan(self, sel: str, awal: int, ulang: int, a: dict[str, str], teks: str) -> None:
        try:
            isi = self._nilai(a, teks)
        except (ValueError, OverflowError):
            self.lembar.aneh[sel] = tak_lazim()
            return
        rumus = a.get("table:formula")
        if rumus is not None:
            self.lembar.rumus.catat(self.baris + 1, awal + 1, _rumus(rumus), isi)
        if isi is None or isi == "":
            return
        for baris in range(self.baris + 1, min(self.baris + self.baris_ulang, BARIS_TERAKHIR) + 1):
            for kolom in range(awal + 1, min(awal + ulang, KOLOM_TERAKHIR) + 1):
                self.lembar.simpan(baris, kolom, isi)

    def _nilai(self, a: dict[str, str], teks: str) -> Any:
        """Return what a cell holds; raises ValueError where its content does not fit its kind."""
        jenis = a.get("office:value-type", "")
        if not self.wajar or (not jenis and teks.strip()):
            raise ValueError("no cell as programs write it")
        if not jenis:
            return None
        if jenis == "string":
            tersimpan = a.get("office:string-value", teks)
            if self.paragraf and tersimpan.split() != teks.split():
                raise ValueError("two texts in one cell")
            return teks if self.paragraf else tersimpan
        if jenis in BILANGAN:
            nilai = a.get("office:value", "").strip()
            angka = float(nilai) if ANGKA.fullmatch(nilai) else math.inf
            if not math.isfinite(angka):
                raise ValueError("no number")
            return Persen(angka) if jenis == "percentage" else angka
        if jenis == "boolean" and a.get("office:boolean-value") in ("true", "false"):
            return a["office:boolean-value"] == "true"
        if jenis == "date":
            return _hari(a.get("office:date-value", ""))
        if jenis == "time":
            return _lama(a.get("office:time-value", ""))
        raise ValueError("no such kind of cell")


def _banyak(a: dict[str, str], nama: str, sedikit: int = 1) -> int:
    """Return how often something is repeated, within what a sheet can hold."""
    teks = a.get(nama, "1")
    if not NOMOR.fullmatch(teks) or int(teks) < sedikit:
        raise ValueError(f"{nama} is no count")
    return int(teks)


def _hari(teks: str) -> date:
    hari = datetime.fromisoformat(teks)
    return hari.date() if hari.time() == time() else hari.replace(tzinfo=None)


def _lama(teks: str) -> time | timedelta:
    lama = from_ISO8601(teks)
    if not isinstance(lama, timedelta):
        raise ValueError("no length of time")
    return (datetime.min + lama).time() if timedelta() <= lama < timedelta(days=1) else lama


def _rumus(teks: str) -> str:
    """Return a formula such as of:=[.U2]*[.V2] as a spreadsheet shows it: U2*V2."""
    return RUJUKAN.sub(lambda m: m[1] + (f":{m[2]}" if m[2] else ""), teks.removeprefix("of:="))
