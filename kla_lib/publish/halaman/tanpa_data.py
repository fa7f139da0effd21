"""Gather the sections for which the book has no data into one line, instead of printing empty headings."""

import re
from typing import Any

from markupsafe import Markup

from kla_lib.bahasa import _, gabung

BELUM = re.compile(r'<p class="kosong" data-belum="([^"]*)">')
"""How `tanpa_data` marks a piece, with the sheets that are missing."""

JUDUL = re.compile(r"<h2[^>]*>(.*?)</h2>", re.DOTALL)
KOSONG = re.compile(r'\s*(?:<p class="kosong"[^>]*>[^<]*</p>\s*)+')

RUAS, SPANDUK = "ruas", 'class="spanduk'

Bagian = dict[str, Any]


def gather_tanpa_data(bagian: list[Bagian]) -> list[Bagian]:
    """Return the parts of a page without the sections that have nothing but missing data, named in one line at the end.

    A section begins at a heading of the second level and goes with its prose.
    One that says anything else stays whole, and so do banners.
    """
    tinggal: list[Bagian] = []
    nama: list[str] = []
    lembar: dict[str, None] = {}
    for judul, milik in _ruas(bagian):
        isi = [str(b["isi"]) for m in milik for b in (m["bagian"] if m["jenis"] == RUAS else [m]) if _bicara(b)]
        kurang = [lbr for i in isi for lbr in BELUM.findall(i)]
        if not kurang or not all(KOSONG.fullmatch(i) for i in isi):
            tinggal += milik
            continue
        tinggal += [b for b in milik if SPANDUK in b["isi"]]
        nama += [judul] if judul else []
        lembar.update(dict.fromkeys(s for k in kurang for s in k.split("; ") if s))
    if nama:
        tinggal.append({"jenis": "potongan", "isi": _baris(nama, list(lembar)), "layar": False})
    return tinggal


def _ruas(bagian: list[Bagian]) -> list[tuple[str, list[Bagian]]]:
    """Return the sections with their headings; before the first heading every piece is one of its own, without any."""
    hasil: list[tuple[str, list[Bagian]]] = []
    for b in bagian:
        kepala = JUDUL.search(b["judul"] if b["jenis"] == RUAS else b["isi"] if b["jenis"] == "teks" else "")
        judul = str(Markup(kepala[1]).striptags()) if kepala else ""
        if judul or not hasil or not hasil[-1][0]:
            hasil.append((judul, [b]))
        else:
            hasil[-1][1].append(b)
    return hasil


def _bicara(b: Bagian) -> bool:
    """Whether a part is more than prose that leads to others, and a banner."""
    return b["jenis"] != "teks" and SPANDUK not in b["isi"]


def _baris(nama: list[str], lembar: list[str]) -> Markup:
    """Return the line: what has no data, and which sheets would give it."""
    teks = _("Belum ada data: {daftar}.").format(daftar="; ".join(nama))
    if lembar:
        teks += " " + _("Isi lembar {lembar} di buku data, lalu terbitkan lagi.").format(lembar=gabung(lembar))
    return Markup('<p class="kecil belum-ada">{}</p>').format(teks)
