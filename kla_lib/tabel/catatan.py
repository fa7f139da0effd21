"""Read the notes that people pin to the cells of an XLSX: they travel with the file though no table shows them."""

from pathlib import PurePosixPath
from zipfile import ZipFile

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
