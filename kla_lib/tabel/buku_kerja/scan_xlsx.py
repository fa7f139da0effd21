"""Read the cells of an XLSX, each exactly as its format says; what stands there in another way is named, not guessed.

A failed formula has no value, and an empty mark means "not recorded": read as
empty it would silently take points away.
"""

import math
import re
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH, from_excel
from openpyxl.utils.escape import unescape

from kla_lib.tabel.buku_kerja.bagian_xlsx import (
    BENAR,
    RUANG,
    Gaya,
    catatan_xlsx,
    daftar_lembar_xlsx,
    gaya_sel,
    teks_bersama,
)
from kla_lib.tabel.buku_kerja.hitungan import check_hitungan
from kla_lib.tabel.buku_kerja.scan import (
    PenuhError,
    Temuan,
    belum_dihitung,
    galat,
    tak_lazim,
    terlalu_panjang,
)
from kla_lib.tabel.buku_kerja.urai import urai
from kla_lib.tabel.mentah import huruf_kolom
from kla_lib.tabel.rentang import berbaris, nomor_kolom
from kla_lib.tabel.sel import SEL_TERPANJANG, Persen

ALAMAT = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
NOMOR = re.compile(r"[0-9]{1,7}")
ANGKA = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,4})?")
ISI_SEL = ("f", "v", "is")
"""What a cell may consist of, in the order in which it must stand."""


def scan_xlsx(path: Path) -> dict[str, Temuan]:
    """Return what every sheet holds, in the order of the workbook.

    Raises KeyError, ValueError or ExpatError where parts do not fit.  Where it
    is too much, what follows is missing.
    """
    hasil: dict[str, Temuan] = {}
    with ZipFile(path) as arsip:
        nama = {n.casefold(): n for n in arsip.namelist()}
        daftar = daftar_lembar_xlsx(arsip)
        teks = teks_bersama(arsip, nama.get(daftar.teks.casefold()))
        gaya = gaya_sel(arsip, nama.get(daftar.gaya.casefold()))
        try:
            for lembar, bagian in daftar.bagian.items():
                temuan = hasil[lembar] = Temuan(tersembunyi=lembar in daftar.tersembunyi)
                if bagian is None:
                    continue
                catatan = catatan_xlsx(arsip, nama, bagian)
                temuan.catatan = catatan
                temuan.tambah_huruf(sum(map(len, catatan.values())))
                pembaca = _Lembar(temuan, teks, gaya, MAC_EPOCH if daftar.sejak_1904 else WINDOWS_EPOCH)
                urai(arsip, nama[bagian.casefold()], pembaca.mulai, pembaca.akhir, pembaca.teks, RUANG)
        except PenuhError:
            return hasil
    check_hitungan(hasil, daftar.hitungan)
    return hasil


class _Lembar:
    """Walks through the cells of one sheet; what is not written (r="E17") follows the cell before."""

    def __init__(self, temuan: Temuan, teks: list[str | None], gaya: Gaya, hari_nol: datetime) -> None:
        self.temuan, self.bersama, self.gaya, self.hari_nol = temuan, teks, gaya, hari_nol
        self.jalur: list[str] = []
        self.lewat = 0
        self.baris = self.kolom = 0
        self.ada_data = False
        self.atribut: dict[str, str] = {}
        self.isi: dict[str, list[str]] = {}
        self.wajar = True

    def mulai(self, nama: str, a: dict[str, str]) -> None:
        if self.lewat:
            self.lewat += 1
            return
        induk = self.jalur[-1] if self.jalur else ""
        self.jalur.append(nama)
        if induk == "row" and nama == "c":
            self._mulai_sel(a)
        elif induk == "c" and nama in ISI_SEL:
            if self.isi and ISI_SEL.index(nama) <= max(map(ISI_SEL.index, self.isi)):
                self.wajar = False
            self.isi.setdefault(nama, [])
        elif induk == "sheetData" and nama == "row":
            self._mulai_baris(a)
        elif (induk == "is" and nama in ("t", "r")) or (induk == "r" and nama == "t"):
            pass
        elif induk == "worksheet" and nama == "sheetData":
            if self.ada_data:
                raise ValueError("a sheet has one table of cells")
            self.ada_data = True
        elif induk == "worksheet" and nama == "mergeCells":
            pass
        elif induk == "mergeCells" and nama == "mergeCell":
            if berbaris(a.get("ref", "")):
                self.temuan.catat_gabungan(a["ref"])
        elif not induk:
            if nama != "worksheet":
                raise ValueError("no sheet of cells")
        else:
            if induk in ("sheetData", "row") and nama != "extLst":
                raise ValueError("something stands among the cells")
            if induk in ("c", "v", "f", "is", "r", "t") and nama not in ("rPh", "phoneticPr", "rPr", "extLst"):
                self.wajar = False
            self.jalur.pop()
            self.lewat = 1

    def akhir(self, _nama: str) -> None:
        if self.lewat:
            self.lewat -= 1
        elif self.jalur.pop() == "c":
            self._sel()

    def teks(self, isi: str) -> None:
        if self.lewat or not self.jalur:
            return
        dalam = self.jalur[-1]
        if dalam in ("v", "f"):
            self.isi[dalam].append(isi)
        elif dalam == "t":
            self.isi["is"].append(isi)
        elif dalam in ("c", "is", "r") and isi.strip():
            self.wajar = False

    def _mulai_baris(self, a: dict[str, str]) -> None:
        nomor = _nomor(a["r"]) if "r" in a else self.baris + 1
        if nomor <= self.baris:
            raise ValueError("rows stand in their order")
        self.baris, self.kolom = nomor, 0

    def _mulai_sel(self, a: dict[str, str]) -> None:
        self.atribut, self.isi, self.wajar = a, {}, True
        sebelum = self.kolom
        self.kolom += 1
        if "r" in a:
            letak = ALAMAT.fullmatch(a["r"])
            if not letak:
                raise ValueError(f"no address of a cell: {a['r'][:20]}")
            self.kolom = nomor_kolom(letak[1])
            self.wajar = int(letak[2]) == self.baris and self.kolom > sebelum
            self.kolom = max(self.kolom, sebelum)

    def _sel(self) -> None:
        if not self.isi and self.wajar:
            return
        jenis = self.atribut.get("t", "n")
        nilai = "".join(self.isi.get("v", ()))
        teks = unescape("".join(self.isi.get("is", ()))) if jenis == "inlineStr" else nilai
        nomor = int(nilai) if jenis == "s" and NOMOR.fullmatch(nilai) else -1
        if 0 <= nomor < len(self.bersama):
            teks = self.bersama[nomor] or ""
            self.wajar = self.wajar and self.bersama[nomor] is not None
        self.temuan.catat(self.baris, self.kolom, len(teks) if jenis in ("s", "str", "inlineStr", "e") else 0)
        sel = f"{huruf_kolom(self.kolom - 1)}{self.baris}"
        if jenis == "str":
            teks = unescape(teks)
        if not self.wajar or ("v" if jenis == "inlineStr" else "is") in self.isi:
            self.temuan.aneh[sel] = tak_lazim()
        elif len(teks) > SEL_TERPANJANG:
            self.temuan.aneh[sel] = terlalu_panjang()
        elif jenis == "e":
            self.temuan.gagal[sel] = galat(nilai)
        elif "f" in self.isi and ("v" not in self.isi or (not nilai and jenis != "str")):
            self.temuan.gagal[sel] = belum_dihitung()
        elif "v" in self.isi or "is" in self.isi:
            self._simpan(sel, jenis, nilai, teks)

    def _simpan(self, sel: str, jenis: str, nilai: str, teks: str) -> None:
        try:
            isi = self._nilai(jenis, nilai, teks)
        except (ValueError, OverflowError):
            self.temuan.aneh[sel] = tak_lazim()
            return
        if "f" in self.isi:
            self.temuan.rumus.catat(self.baris, self.kolom, "".join(self.isi["f"]), isi)
        if isi is not None and isi != "":
            self.temuan.simpan(self.baris, self.kolom, isi)

    def _nilai(self, jenis: str, nilai: str, teks: str) -> Any:
        """Return what a cell holds; raises ValueError where its content does not fit its kind."""
        if jenis == "s" and nilai and not 0 <= _nomor(nilai) < len(self.bersama):
            raise ValueError("no such text")
        if jenis in ("s", "str", "inlineStr"):
            return teks
        if jenis == "n":
            return self._angka(nilai.strip()) if nilai.strip() else None
        if jenis == "b" and nilai in ("0", "1", "true", "false"):
            return nilai in BENAR
        if jenis == "d":
            hari = datetime.fromisoformat(nilai)
            return hari.date() if "T" not in nilai else hari
        raise ValueError("no such kind of cell")

    def _angka(self, nilai: str) -> float | date | time | timedelta:
        angka = float(nilai) if ANGKA.fullmatch(nilai) else math.inf
        if not math.isfinite(angka):
            raise ValueError("no number")
        gaya = self.atribut.get("s", "0")
        if gaya in self.gaya.persen:
            return Persen(angka)
        if gaya in self.gaya.lama:
            return timedelta(days=angka)
        if gaya in self.gaya.hari:
            hari: datetime | time = from_excel(angka, self.hari_nol)
            return hari.date() if isinstance(hari, datetime) and hari.time() == time() else hari
        return angka


def _nomor(teks: str) -> int:
    if not NOMOR.fullmatch(teks):
        raise ValueError(f"no number of a row or a text: {teks[:20]}")
    return int(teks)
