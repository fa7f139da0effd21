"""Find the formulas whose stored value may no longer be true after some cells have changed."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from lxml import etree
from openpyxl.formula import Tokenizer
from openpyxl.formula.tokenizer import Token
from openpyxl.formula.translate import Translator

from kla_lib.data.sunting.lembar import Kotak, alamat, baris_bernomor, di_dalam, kotak
from kla_lib.data.sunting.sel import nomor_kolom

Sel = tuple[str, int, int]
"""Sheet, row, column."""

RUJUKAN = re.compile(
    r"(?:(?:'(?P<kutip>(?:[^']|'')+)'|(?P<polos>[^'!\[\]:]+))!)?"
    r"\$?(?P<k1>[A-Z]{1,3})?\$?(?P<b1>\d+)?(?::\$?(?P<k2>[A-Z]{1,3})?\$?(?P<b2>\d+)?)?"
)
MELOMPAT = ("INDIRECT(", "OFFSET(")
"""Functions whose cells are known only when they are calculated."""
UJUNG = 1 << 20
"""The last row of a sheet, and more than its last column."""


@dataclass(frozen=True)
class Rumus:
    """A formula: the box of cells that it fills and those that it reads; None where that cannot be told."""

    lembar: str
    isi: Kotak
    rujukan: tuple[tuple[str, Kotak], ...] | None

    def membaca(self, sel: Sel) -> bool:
        """Return whether the formula may read the cell."""
        if self.rujukan is None:
            return True
        return any(nama == sel[0].casefold() and di_dalam(sel[1], sel[2], k) for nama, k in self.rujukan)


def daftar_rumus(lembar: Mapping[str, etree._Element]) -> list[Rumus]:
    """Return every formula of the worksheets, given by name."""
    dikenal = {nama.casefold() for nama in lembar}
    hasil = []
    for nama, akar in lembar.items():
        induk: dict[str, tuple[str, str]] = {}
        semua = dict(baris_bernomor(akar))
        akhir = max(semua, default=0)
        for baris in semua.values():
            for sel in baris.iterfind("{*}c"):
                f = sel.find("{*}f")
                if f is None:
                    continue
                teks = f.text or ""
                if f.get("t") == "shared":
                    if teks:
                        induk[f.get("si")] = (teks, sel.get("r"))
                    elif f.get("si") in induk:
                        asal, tempat = induk[f.get("si")]
                        teks = Translator(f"={asal}", origin=tempat).translate_formula(sel.get("r"))[1:]
                luas = f.get("ref") if f.get("t") in ("array", "dataTable") else None
                a, b, c, d = kotak(luas or sel.get("r"))
                hasil.append(Rumus(nama, (a, b, min(c, akhir), d), _rujukan(teks, nama, dikenal)))
    return hasil


def rumus_basi(rumus: Collection[Rumus], berubah: Collection[Sel]) -> set[Sel]:
    """Return the cells filled by a formula that reads a changed cell, straight or through other formulas."""
    sisa, antre, basi = list(rumus), list(berubah), set[Sel]()
    while antre:
        sel = antre.pop()
        kena: list[Rumus] = []
        luput: list[Rumus] = []
        for r in sisa:
            (kena if r.membaca(sel) else luput).append(r)
        sisa = luput
        for r in kena:
            a, b, c, d = r.isi
            milik = {(r.lembar, i, j) for i in range(a, c + 1) for j in range(b, d + 1)}
            antre += milik - basi
            basi |= milik
    return basi


def buang_hitungan(akar: etree._Element, basi: Collection[tuple[int, int]]) -> None:
    """Remove the stored values of formulas, so that nobody reads one that is no longer true."""
    tempat = {alamat(*b) for b in basi}
    for sel in akar.iterfind("{*}sheetData/{*}row/{*}c"):
        if sel.get("r") in tempat:
            sel.attrib.pop("t", None)
            for v in sel.findall("{*}v"):
                sel.remove(v)


def lepas_rumus(akar: etree._Element, basi: Collection[tuple[int, int]]) -> None:
    """Leave of formulas only their stored values, as if somebody had written these."""
    tempat = {alamat(*b) for b in basi}
    for sel in akar.iterfind("{*}sheetData/{*}row/{*}c"):
        if sel.get("r") in tempat:
            for f in sel.findall("{*}f"):
                sel.remove(f)


def _rujukan(teks: str, lembar: str, dikenal: Collection[str]) -> tuple[tuple[str, Kotak], ...] | None:
    """Return the boxes that a formula names, or None where one of them is a name, a table or worked out later."""
    hasil = []
    if not teks:
        return None
    for t in Tokenizer(f"={teks}").items:
        if (t.type == Token.FUNC and t.value.upper() in MELOMPAT) or (t.type == Token.OP_IN and t.value == ":"):
            return None
        if t.type != Token.OPERAND or t.subtype != Token.RANGE:
            continue
        if re.match(r"'?[^!]*\[[^!]*!", t.value):
            continue  # in another workbook, which does not change
        cocok = RUJUKAN.fullmatch(t.value)
        nama = (cocok["kutip"] or cocok["polos"] or lembar).replace("''", "'").casefold() if cocok else ""
        k = _kotak_rujukan(cocok) if cocok else None
        if nama not in dikenal or k is None:
            return None
        hasil.append((nama, k))
    return tuple(hasil)


def _kotak_rujukan(cocok: re.Match[str]) -> Kotak | None:
    k1, b1, k2, b2 = cocok["k1"], cocok["b1"], cocok["k2"], cocok["b2"]
    if k1 and b1:
        k2, b2 = k2 or k1, b2 or b1
    elif not ((k1 and k2) or (b1 and b2)):
        return None  # a name
    return (
        int(b1 or 1),
        nomor_kolom(k1) if k1 else 1,
        int(b2 or UJUNG),
        nomor_kolom(k2) if k2 else UJUNG,
    )
