"""Read the parts of an XLSX that its sheets rest on: their list, the shared texts, the formats, the notes."""

import re
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from zipfile import ZipFile

from openpyxl.styles.numbers import BUILTIN_FORMATS, is_datetime, is_timedelta_format
from openpyxl.utils.escape import unescape

from kla_lib.bahasa import _
from kla_lib.tabel.buku_kerja.urai import BatasError, urai

RUANG = {
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main": "",
    "http://purl.oclc.org/ooxml/spreadsheetml/main": "",
}
"""The namespaces of sheets, as everybody writes them and in the strict form; what is in another is no cell."""
CATATAN = ("/comments", "/threadedComment")
"""How the types of the two kinds of notes end, old and new."""
KUTIPAN_FORMAT = re.compile(r'"[^"]*"|\\.|\[[^\[\]]*\]')
FORMAT_TERPANJANG = 1_024
"""Characters of a number format; Excel allows 255."""
GAYA_TERBANYAK = 70_000
"""Cell styles of a workbook; Excel allows 64,000."""
BENAR = ("1", "true")


@dataclass
class DaftarLembar:
    """What the workbook's own part says: sheets of cells and their parts, what is hidden, how it was calculated.

    `bagian`: None for a sheet without cells (a chart).  `hitungan`: the attributes of its calcPr.
    """

    bagian: dict[str, str | None] = field(default_factory=dict)
    tersembunyi: set[str] = field(default_factory=set)
    hitungan: dict[str, str] = field(default_factory=dict)
    sejak_1904: bool = False
    teks: str = "xl/sharedStrings.xml"
    gaya: str = "xl/styles.xml"


@dataclass(frozen=True)
class Gaya:
    """The numbers of the cell styles that show a number as a percentage, as a day or time, as a length of time."""

    persen: frozenset[str] = frozenset()
    hari: frozenset[str] = frozenset()
    lama: frozenset[str] = frozenset()


def daftar_lembar_xlsx(arsip: ZipFile) -> DaftarLembar:
    """Return what the workbook says of itself; raises KeyError where a part is not there."""
    hasil = DaftarLembar()
    tujuan: dict[str, tuple[str, str]] = {}

    def hubungan(nama: str, a: dict[str, str]) -> None:
        if nama == "Relationship" and a.get("TargetMode") != "External":
            jenis = a.get("Type", "").rpartition("/")[2]
            bagian = gabung(PurePosixPath("xl"), a["Target"])
            tujuan[a["Id"]] = jenis, bagian
            if jenis == "sharedStrings":
                hasil.teks = bagian
            elif jenis == "styles":
                hasil.gaya = bagian

    def daftar(nama: str, a: dict[str, str]) -> None:
        if nama == "sheet":
            if a["name"] in hasil.bagian:
                raise ValueError("two sheets of one name")
            jenis, bagian = tujuan[next(v for k, v in a.items() if k.endswith(" id"))]
            hasil.bagian[a["name"]] = bagian if jenis == "worksheet" else None
            if a.get("state", "visible") != "visible":
                hasil.tersembunyi.add(a["name"])
        elif nama == "calcPr":
            hasil.hitungan = a
        elif nama == "workbookPr":
            hasil.sejak_1904 = a.get("date1904") in BENAR

    urai(arsip, "xl/_rels/workbook.xml.rels", mulai=hubungan)
    urai(arsip, "xl/workbook.xml", mulai=daftar, ruang=RUANG)
    return hasil


def gabung(folder: PurePosixPath, tujuan: str) -> str:
    """Return "xl/comments1.xml" for "../comments1.xml" or "/xl/comments1.xml"."""
    bagian: list[str] = []
    for b in (PurePosixPath("/") / folder / tujuan).parts[1:]:
        bagian = bagian[:-1] if b == ".." else [*bagian, b]
    return "/".join(bagian)


def teks_bersama(arsip: ZipFile, bagian: str | None) -> list[str | None]:
    """Return the shared texts, None where one is written in a way that we do not know.

    A text may be cut into runs of different looks; readings for the Japanese
    (rPh) are no part of it.
    """
    hasil: list[str | None] = []
    jalur: list[str] = []
    potongan: list[str] = []
    wajar = True

    def mulai(nama: str, _a: dict[str, str]) -> None:
        nonlocal wajar
        jalur.append(nama)
        if nama == "si" and len(jalur) == 2:
            potongan.clear()
            wajar = True
        elif len(jalur) > 2 and "rPh" not in jalur and "rPr" not in jalur:
            wajar = wajar and nama in ("t", "r", "phoneticPr") and jalur[-2] in ("si", "r") and jalur[1] == "si"

    def akhir(_nama: str) -> None:
        if len(jalur) == 2 and jalur[1] == "si":
            hasil.append(unescape("".join(potongan)) if wajar else None)
        jalur.pop()

    def teks(isi: str) -> None:
        if jalur[-1] == "t" and "rPh" not in jalur:
            potongan.append(isi)

    if bagian:
        urai(arsip, bagian, mulai=mulai, akhir=akhir, teks=teks, ruang=RUANG)
    return hasil


def gaya_sel(arsip: ZipFile, bagian: str | None) -> Gaya:
    """Return what kinds of numbers the cell styles show; raises ValueError where a format is no format."""
    pola = {str(n): f for n, f in BUILTIN_FORMATS.items()}
    gaya: list[str] = []
    jalur: list[str] = []

    def mulai(nama: str, a: dict[str, str]) -> None:
        if nama == "numFmt" and jalur[-1:] == ["numFmts"]:
            if len(a.get("formatCode", "")) > FORMAT_TERPANJANG:
                raise BatasError(_("sebuah format angka lebih dari {n} huruf").format(n=FORMAT_TERPANJANG))
            if len(pola) > GAYA_TERBANYAK:
                raise BatasError(_("gaya selnya lebih dari {n}").format(n=GAYA_TERBANYAK))
            pola[a.get("numFmtId", "")] = a.get("formatCode", "")
        elif nama == "xf" and jalur[-1:] == ["cellXfs"]:
            if len(gaya) > GAYA_TERBANYAK:
                raise BatasError(_("gaya selnya lebih dari {n}").format(n=GAYA_TERBANYAK))
            gaya.append(a.get("numFmtId", ""))
        jalur.append(nama)

    def akhir(_nama: str) -> None:
        jalur.pop()

    if bagian:
        urai(arsip, bagian, mulai=mulai, akhir=akhir, ruang=RUANG)
    jenis = {nomor: _jenis(pola.get(nomor, "General")) for nomor in set(gaya)}
    milik: dict[str, set[str]] = {"persen": set(), "hari": set(), "lama": set()}
    for i, nomor in enumerate(gaya):
        if jenis[nomor]:
            milik[jenis[nomor]].add(str(i))
    return Gaya(*(frozenset(milik[k]) for k in ("persen", "hari", "lama")))


def _jenis(pola: str) -> str:
    if is_timedelta_format(pola):
        return "lama"
    if is_datetime(pola):
        return "hari"
    return "persen" if "%" in KUTIPAN_FORMAT.sub("", pola) else ""


def catatan_xlsx(arsip: ZipFile, nama: dict[str, str], lembar: str) -> dict[str, str]:
    """Return the notes of a sheet by cell; nama: the archive's parts by their name in small letters."""
    letak = PurePosixPath(lembar)
    hubungan = nama.get(str(letak.parent / "_rels" / f"{letak.name}.rels").casefold())
    tujuan: list[str] = []

    def mulai(unsur: str, a: dict[str, str]) -> None:
        if unsur == "Relationship" and a.get("Type", "").endswith(CATATAN):
            tujuan.append(gabung(letak.parent, a.get("Target", "")))

    if hubungan:
        urai(arsip, hubungan, mulai=mulai)
    potongan: dict[str, list[str]] = {}
    for bagian in dict.fromkeys(t.casefold() for t in tujuan):
        if bagian in nama:
            _baca(arsip, nama[bagian], potongan)
    return {sel: "".join(isi) for sel, isi in potongan.items()}


def _baca(arsip: ZipFile, bagian: str, hasil: dict[str, list[str]]) -> None:
    sel = [""]

    def mulai(unsur: str, a: dict[str, str]) -> None:
        if unsur in ("comment", "threadedComment"):
            sel[0] = a.get("ref", "")

    urai(arsip, bagian, mulai=mulai, teks=lambda isi: hasil.setdefault(sel[0], []).append(isi))
