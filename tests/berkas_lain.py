"""Workbooks that openpyxl cannot write: ODS and old XLS, in the least that a reader accepts."""

import struct
from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

from tests.buku_uji import Isi

RUANG = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
)


def sel_ods(isi: object) -> str:
    """Return the XML of a cell; text that begins with "<" is such XML already."""
    if isi is None:
        return "<table:table-cell/>"
    if isinstance(isi, int | float):
        return f'<table:table-cell office:value-type="float" office:value="{isi}"/>'
    if isinstance(isi, str) and isi.startswith("<"):
        return isi
    return f'<table:table-cell office:value-type="string"><text:p>{escape(str(isi))}</text:p></table:table-cell>'


def write_ods(isi: Isi, path: Path) -> Path:
    lembar = "".join(
        f'<table:table table:name="{nama}">'
        + "".join(f"<table:table-row>{''.join(map(sel_ods, b))}</table:table-row>" for b in baris)
        + "</table:table>"
        for nama, baris in isi.items()
    )
    with ZipFile(path, "w", ZIP_DEFLATED) as arsip:
        arsip.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        arsip.writestr(
            "META-INF/manifest.xml",
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
        )
        arsip.writestr(
            "content.xml",
            f"<office:document-content {RUANG}><office:body><office:spreadsheet>{lembar}"
            "</office:spreadsheet></office:body></office:document-content>",
        )
    return path


def _rekam(jenis: int, isi: bytes = b"") -> bytes:
    return jenis.to_bytes(2, "little") + len(isi).to_bytes(2, "little") + isi


def _sel_xls(baris: int, kolom: int, isi: object) -> bytes:
    letak = b"".join(n.to_bytes(2, "little") for n in (baris, kolom, 0))
    if isi is None:
        return b""
    if isinstance(isi, int | float):
        return _rekam(0x203, letak + struct.pack("<d", isi))
    if isi == "#DIV/0!":
        return _rekam(0x205, letak + b"\x07\x01")
    if isi == "=1/0":  # a formula whose stored result is an error
        return _rekam(0x06, letak + b"\x02\x00\x07\x00\x00\x00\xff\xff" + bytes(6) + b"\x03\x00\x1e\x01\x00")
    teks = str(isi).encode("utf-16-le")
    return _rekam(0x204, letak + (len(teks) // 2).to_bytes(2, "little") + b"\x01" + teks)


def write_xls(isi: Isi, path: Path, ukuran: tuple[int, int] = (0, 0)) -> Path:
    """Write a BIFF8 workbook; `ukuran` is how many rows and columns each sheet claims to have."""
    awal, akhir = _rekam(0x809, b"\x00\x06\x05\x00" + bytes(12)), _rekam(0x0A)
    halaman = []
    for baris in isi.values():
        dimensi = _rekam(
            0x200, bytes(4) + ukuran[0].to_bytes(4, "little") + bytes(2) + ukuran[1].to_bytes(2, "little") + bytes(2)
        )
        sel = b"".join(_sel_xls(i, j, s) for i, b in enumerate(baris) for j, s in enumerate(b))
        halaman.append(_rekam(0x809, b"\x00\x06\x10\x00" + bytes(12)) + dimensi + sel + akhir)
    daftar = [(n.encode("latin-1"), h) for n, h in zip(isi, halaman, strict=True)]
    letak = len(awal) + sum(len(_rekam(0x85, bytes(8) + n)) for n, _h in daftar) + len(akhir)
    lembar = b""
    for nama, h in daftar:
        lembar += _rekam(0x85, letak.to_bytes(4, "little") + bytes(2) + bytes([len(nama), 0]) + nama)
        letak += len(h)
    path.write_bytes(ole("Workbook", awal + lembar + akhir + b"".join(halaman)))
    return path


def ole(nama: str, isi: bytes) -> bytes:
    """Return an OLE file with one stream."""
    isi = isi.ljust(4096, b"\0")
    banyak = -(-len(isi) // 512)
    fat_sektor = -(-(banyak + 1) // 127)
    fat = [0xFFFFFFFD] * fat_sektor + [0xFFFFFFFE]
    fat += [fat_sektor + 2 + i for i in range(banyak - 1)] + [0xFFFFFFFE]
    fat += [0xFFFFFFFF] * (fat_sektor * 128 - len(fat))

    def angka(*daftar: int) -> bytes:
        return b"".join(n.to_bytes(4, "little") for n in daftar)

    def entri(nama: str, jenis: int, anak: int, awal: int, panjang: int) -> bytes:
        teks = nama.encode("utf-16-le") + b"\0\0"
        return (
            teks.ljust(64, b"\0")
            + len(teks).to_bytes(2, "little")
            + bytes([jenis, 1])
            + angka(0xFFFFFFFF, 0xFFFFFFFF, anak)
            + bytes(36)
            + angka(awal, panjang, 0)
        )

    kepala = (
        bytes.fromhex("D0CF11E0A1B11AE1")
        + bytes(16)
        + b"\x3e\x00\x03\x00\xfe\xff\x09\x00\x06\x00"
        + bytes(10)
        + angka(fat_sektor, fat_sektor, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
        + angka(*range(fat_sektor), *[0xFFFFFFFF] * (109 - fat_sektor))
    )
    direktori = entri("Root Entry", 5, 1, 0xFFFFFFFE, 0) + entri(nama, 2, 0xFFFFFFFF, fat_sektor + 1, len(isi))
    return kepala + angka(*fat) + direktori.ljust(512, b"\0") + isi.ljust(banyak * 512, b"\0")
