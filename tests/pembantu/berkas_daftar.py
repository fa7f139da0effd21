"""Tools for writing bad data books, and the list in which every one of them is entered.

A builder writes one book into an empty folder and returns its path.  What is
expected is either the marks by row of the file, or patterns: one for every
message, in the order of the messages.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from tests.pembantu.buku_uji import KOLOM, Isi, isi_buku, write_folder, write_xlsx

Harapan = dict[int, float | None] | tuple[str, ...]
KEPALA = KOLOM["Penilaian"].split()
BARIS = ["em", "klaster_1", "4", "1", 0.5, "ya", None, None]
NIK = "3275014107120003"
HASH = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
LEMBAR = "xl/worksheets/sheet2.xml"


@dataclass(frozen=True)
class Berkas:
    """One bad book: how to write it, and the marks or the messages that must come of it."""

    nama: str
    tulis: Callable[[Path], Path]
    harapan: Harapan
    bom: bool = False


DAFTAR: list[Berkas] = []


def daftar(
    *pola: str, nilai: dict[int, float | None] | None = None, bom: bool = False
) -> Callable[[Callable[[Path], Path]], Callable[[Path], Path]]:
    """Enter a builder; `bom` marks those that must also be read within little memory."""

    def catat(tulis: Callable[[Path], Path]) -> Callable[[Path], Path]:
        DAFTAR.append(Berkas(tulis.__name__, tulis, pola if nilai is None else nilai, bom))
        return tulis

    return catat


def di(sel: str, lembar: str = "Penilaian", berkas: str = "buku.xlsx") -> str:
    """Return the pattern of a place in a workbook."""
    return rf"^{berkas}, lembar {lembar}, sel {sel}: "


def csv(folder: Path, isi: str | bytes) -> Path:
    """Write a folder book whose marks are exactly this text."""
    path = write_folder(isi_buku(BARIS), folder / "buku")
    (path / "penilaian.csv").write_bytes(isi.encode() if isinstance(isi, str) else isi)
    return path


def baris_csv(*nilai: str, pemisah: str = ",") -> str:
    """Return a table of marks, one row per given text of `nilai`."""
    kepala = pemisah.join(KEPALA)
    return kepala + "".join(
        "\r\n" + pemisah.join(["em", "klaster_1", "4", str(n), isi, "ya", "", ""])
        for n, isi in enumerate(nilai, start=1)
    )


def xlsx(folder: Path, *baris: list[Any], nama: str = "buku.xlsx", **lain: Any) -> Path:
    return write_xlsx(isi_buku(*(baris or (BARIS,)), **lain), folder / nama)


def ubah(path: Path, apa: Callable[[openpyxl.Workbook, Worksheet], object]) -> Path:
    """Change a workbook with openpyxl: the function gets the workbook and its sheet Penilaian."""
    buku = openpyxl.load_workbook(path)
    apa(buku, buku["Penilaian"])
    buku.save(path)
    return path


def ganti(path: Path, bagian: str, lama: str, baru: str) -> Path:
    """Rewrite a part of the archive, for what openpyxl cannot write."""
    with ZipFile(path) as asal:
        isi = {nama: asal.read(nama) for nama in asal.namelist()}
    assert lama in isi[bagian].decode(), f"{lama} is not in {bagian}"
    isi[bagian] = isi[bagian].decode().replace(lama, baru).encode()
    with ZipFile(path, "w", ZIP_DEFLATED) as tujuan:
        for nama, byte in isi.items():
            tujuan.writestr(nama, byte)
    return path


def tambah(path: Path, nama: str, isi: bytes) -> Path:
    """Put a further part into the archive."""
    with ZipFile(path, "a", ZIP_DEFLATED) as arsip:
        arsip.writestr(nama, isi)
    return path


def hanya_teks(isi: Isi) -> Isi:
    """Return a book whose header table holds text only."""
    return isi | {"Keterangan": [[k, str(v)] for k, v in isi["Keterangan"]]}
