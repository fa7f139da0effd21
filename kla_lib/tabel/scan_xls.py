"""Scan the sheets of an old XLS before they are read: failed formulas, how far the cells reach."""

from collections.abc import Iterator
from pathlib import Path

from python_calamine import PasswordError

from kla_lib.tabel.mentah import huruf_kolom
from kla_lib.tabel.ole import read_aliran
from kla_lib.tabel.scan import BARIS_TERAKHIR, KOLOM_TERAKHIR, Temuan, galat

TERBESAR = 20 * 1024 * 1024
"""The largest XLS that is read, in bytes."""
LEMBAR, AKHIR, UKURAN, RUMUS, GALAT, SANDI = 0x85, 0x0A, 0x200, 0x06, 0x205, 0x2F
SEL = {0x06, 0x201, 0x203, 0x204, 0x205, 0x27E, 0xBD, 0xBE, 0xFD, 0xD6}
"""The kinds of record that begin with row and column of a cell."""
SEDERET = {0xBD, 0xBE}
"""Those that hold several cells and end with the last column."""
BIFF8 = 0x600
NAMA_GALAT = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}


def scan_xls(path: Path) -> dict[str, Temuan]:
    """Return what every sheet holds; percentages and pinned notes are not looked for.

    Raises ValueError or IndexError where the file does not hold together,
    PasswordError where it is locked.
    """
    isi = read_aliran(path.read_bytes(), ("Workbook", "Book"))
    if isi is None:
        raise ValueError("no workbook in it")
    if any(jenis == SANDI for jenis, _rekaman in _rekam(isi, 0)):
        raise PasswordError("the records are encrypted")
    biff8 = isi[4:6] == BIFF8.to_bytes(2, "little")
    return {nama: _scan_lembar(isi, awal) for nama, awal in _daftar_lembar(isi, biff8)}


def _rekam(isi: bytes, letak: int) -> Iterator[tuple[int, bytes]]:
    """Return (kind, content) of the records from a place on, up to the end of that part."""
    while letak + 4 <= len(isi):
        jenis, panjang = _dua(isi, letak), _dua(isi, letak + 2)
        if jenis == AKHIR:
            return
        yield jenis, isi[letak + 4 : letak + 4 + panjang]
        letak += 4 + panjang


def _daftar_lembar(isi: bytes, biff8: bool) -> Iterator[tuple[str, int]]:
    for jenis, rekam in _rekam(isi, 0):
        if jenis == LEMBAR:
            awal, panjang = int.from_bytes(rekam[:4], "little"), rekam[6]
            if not biff8:
                yield rekam[7 : 7 + panjang].decode("cp1252", "replace"), awal
            elif rekam[7] & 1:
                yield rekam[8 : 8 + 2 * panjang].decode("utf-16-le", "replace"), awal
            else:
                yield rekam[8 : 8 + panjang].decode("latin-1"), awal


def _scan_lembar(isi: bytes, awal: int) -> Temuan:
    temuan = Temuan()
    for jenis, r in _rekam(isi, awal):
        if jenis == UKURAN and len(r) >= 12:  # the reader asks for this much memory at once
            temuan.baris = max(temuan.baris, min(int.from_bytes(r[4:8], "little"), BARIS_TERAKHIR))
            temuan.kolom = max(temuan.kolom, min(_dua(r, 10), KOLOM_TERAKHIR))
        if jenis not in SEL or len(r) < 6:
            continue
        baris, kolom = _dua(r, 0) + 1, _dua(r, 2) + 1
        if not temuan.catat(baris, _dua(r, len(r) - 2) + 1 if jenis in SEDERET else kolom):
            break
        kode = None
        if jenis == GALAT and r[7:8] == b"\x01":
            kode = r[6]
        elif jenis == RUMUS and r[12:14] == b"\xff\xff" and r[6] == 2:
            kode = r[8]
        if kode is not None:
            temuan.gagal[f"{huruf_kolom(kolom - 1)}{baris}"] = galat(NAMA_GALAT.get(kode, "#?"))
    return temuan


def _dua(isi: bytes, letak: int) -> int:
    return int.from_bytes(isi[letak : letak + 2], "little")
