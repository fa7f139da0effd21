"""Files that openpyxl cannot write: ODS in the least that a reader accepts, and the container of an old XLS."""

from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

from tests.pembantu.buku_uji import Isi

RUANG = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
)
JENIS = "application/vnd.oasis.opendocument.spreadsheet"


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
        arsip.writestr("mimetype", JENIS)
        arsip.writestr(
            "META-INF/manifest.xml",
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
            f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{JENIS}"/>'
            '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
            "</manifest:manifest>",
        )
        arsip.writestr(
            "content.xml",
            f'<office:document-content {RUANG} office:version="1.3">'
            f"<office:body><office:spreadsheet>{lembar}"
            "</office:spreadsheet></office:body></office:document-content>",
        )
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
