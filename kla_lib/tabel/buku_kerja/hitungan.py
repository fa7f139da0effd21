"""Tell whether the formulas of a workbook were ever calculated, by what the file itself says.

A program that writes formulas without calculating them stores 0 for each, and
says so by a flag, if at all.  LibreOffice opens such a book, keeps the zeros
and drops the flag.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import islice

from kla_lib.tabel.buku_kerja.bukti_rumus import hitung
from kla_lib.tabel.buku_kerja.scan import Temuan, belum_dihitung
from kla_lib.tabel.mentah import huruf_kolom

TIDAK, YA = ("0", "false"), ("1", "true")
CUKUP = 3
"""So many formulas that are all stored as 0 are none that were calculated, even where no flag says so."""
DIPERIKSA = 2_000
"""Formulas of a sheet that are worked out."""
KECIL = 1e-6
"""What is left of binary fractions is no difference: 0.1 + 0.2 - 0.3 is 0 in a spreadsheet."""

Sel = tuple[int, int]


def check_hitungan(temuan: Mapping[str, Temuan], calc: Mapping[str, str]) -> None:
    """Enter into `gagal` of every sheet the formulas that were not calculated.

    calc: the attributes of a workbook's calcPr.  Calculation that was not
    completed condemns every formula.  Else one is condemned whose own
    arithmetic gives another result than the stored one, and where that is 0
    every 0 of its column.  Of the zeros whose arithmetic cannot be told, where
    a flag asks for calculation those of a column in which nothing else is
    stored are condemned; without a flag only where nothing else is stored in
    the whole book.
    """
    if calc.get("calcCompleted") in TIDAK:
        for t in temuan.values():
            _gagalkan(t, list(t.rumus.isi))
        return
    diminta = calc.get("fullCalcOnLoad") in YA or calc.get("calcMode") == "manual"
    terang = calc.get("iterate") not in YA and calc.get("fullPrecision") not in TIDAK
    hasil = {nama: _hitung(nama, temuan) if terang else {} for nama in temuan}
    banyak = sum(len(t.rumus.isi) for t in temuan.values())
    semua_nol = CUKUP <= banyak == sum(len(t.rumus.nol) for t in temuan.values())
    gagal = []
    for nama, t in temuan.items():
        semua, nol = (Counter(k for _b, k in milik) for milik in (t.rumus.isi, t.rumus.nol))
        beda = {s for s, v in hasil[nama].items() if not _sama(t, s, v)}
        nol_palsu = {k for _b, k in beda & t.rumus.nol}
        ragu = {k for k in nol if semua_nol or (diminta and nol[k] == semua[k])}
        gagal.append(
            [
                s
                for s in t.rumus.isi
                if s in beda or (s in t.rumus.nol and (s[1] in nol_palsu or (s[1] in ragu and s not in hasil[nama])))
            ]
        )
    for t, milik in zip(temuan.values(), gagal, strict=True):
        _gagalkan(t, milik)


def _hitung(nama: str, temuan: Mapping[str, Temuan]) -> dict[Sel, float]:
    """Return the results of those formulas of a sheet whose arithmetic can be told."""
    hasil = {s: hitung(isi, nama, temuan) for s, isi in islice(temuan[nama].rumus.isi.items(), DIPERIKSA)}
    return {s: v for s, v in hasil.items() if v is not None}


def _sama(temuan: Temuan, sel: Sel, hasil: float) -> bool:
    """Return whether the stored result is the calculated one; a text or a day is not looked at."""
    baris = temuan.isi.get(sel[0], [])
    tersimpan = baris[sel[1] - 1] if sel[1] <= len(baris) else None
    if tersimpan is not None and not isinstance(tersimpan, float):
        return True
    return abs((tersimpan or 0.0) - hasil) <= KECIL * max(1.0, abs(hasil))


def _gagalkan(temuan: Temuan, sel: Sequence[Sel]) -> None:
    """Take the stored results away and name the cells."""
    for baris, kolom in sel:
        temuan.gagal[f"{huruf_kolom(kolom - 1)}{baris}"] = belum_dihitung()
        if baris in temuan.isi and kolom <= len(temuan.isi[baris]):
            temuan.isi[baris][kolom - 1] = None
