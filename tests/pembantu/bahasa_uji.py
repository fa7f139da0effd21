"""Find text that no catalogue has translated: pages made with marks around every translation."""

import csv
import re
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import openpyxl
from babel.core import Locale
from ruamel.yaml import YAML

from kla_lib.bahasa import BAHASA, path_katalog
from kla_lib.katalog.susun import read_terjemahan, write_katalog
from kla_lib.letak import FOLDER_PARAMS

BUKA, TUTUP = "⟦", "⟧"
KATA = re.compile(r"[^\W\d_]{3,}")
ATRIBUT = {"aria-label", "title", "alt", "placeholder", "data-berhasil", "data-terpilih", "data-label"}
VEGA = re.compile(r"^(Title text|Subtitle text) '")
"""What the chart library itself writes for a heading, in English already."""
KALIMAT_KITA = {"uraian", "arti"}
"""Keys of the rules under which sentences of ours stand; the catalogue translates those that a page shows."""
PANGKAS = (re.compile(r"([^:\[\]]*)…"), re.compile(r"([^:()\[\]]*)…"))
"""A text that was cut off between words, with what stands in brackets or without."""
TERPOTONG = re.compile(r"[^ ]*…")
"""The last word of a text that a chart has cut off."""


def write_bertanda(folder: Path) -> None:
    """Write a catalogue whose every translation stands between marks."""
    for kode in set(BAHASA) - {"id"}:
        isi = {k: f"{BUKA}{v}{TUTUP}" for k, v in read_terjemahan(path_katalog(kode)).items()}
        write_katalog(folder / kode / "LC_MESSAGES" / "kla.po", kode, {k: [] for k in isi}, isi)


class Bacaan(HTMLParser):
    """Gathers what a page says: its text, and the attributes that are read out."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.lang, self.isi, self._tutup = "", list[str](), False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self._tutup = tag in ("style", "script")
        self.isi += [v for k, v in attrs if k in ATRIBUT and v]
        if tag == "html":
            self.lang = dict(attrs).get("lang", "")

    def handle_endtag(self, _tag: str) -> None:
        self._tutup = False

    def handle_data(self, data: str) -> None:
        if not self._tutup:
            self.isi.append(data)


def teks_buku(path: Path) -> list[str]:
    """Return what a workbook says: names of sheets, texts, comments; formulas say nothing."""
    hasil = []
    for kertas in openpyxl.load_workbook(path):
        hasil.append(kertas.title)
        for sel in (s for baris in kertas.iter_rows() for s in baris):
            hasil += [sel.value] if isinstance(sel.value, str) and not sel.value.startswith("=") else []
            hasil += [sel.comment.text] if sel.comment else []
    return hasil


def kata_data(buku: Path) -> set[str]:
    """Return the texts of the form, the law, the offices and the book, which no page translates."""
    isi: set[str] = set()
    for path in FOLDER_PARAMS.rglob("*.yaml"):
        isi |= set(_daun(YAML(typ="safe").load(path)))
    for path in [*FOLDER_PARAMS.rglob("*.csv"), *buku.glob("*.csv")]:
        with path.open(encoding="utf-8-sig", newline="") as berkas:
            isi |= {sel for baris in csv.reader(berkas) for sel in baris}
    rapi = {rapatkan(t) for t in isi if KATA.search(t)}
    # A single small word is a code; as part of a sentence it would hide one that is not translated.
    rapi = {t for t in rapi if not t.islower() or re.search(r"[ \d]", t)} | _satuan(buku)
    rapi |= {t.rstrip(".") for t in rapi} | {t.replace("/", " ") for t in rapi}
    return rapi | {t[:1].upper() + t[1:] for t in rapi} | {t[:1].lower() + t[1:] for t in rapi}


def _satuan(buku: Path) -> set[str]:
    """Return the units of the book's measures: data too, though they are small words."""
    hasil = set()
    for path in buku.glob("*.csv"):
        with path.open(encoding="utf-8-sig", newline="") as berkas:
            hasil |= {b["satuan"] for b in csv.DictReader(berkas) if KATA.search(b.get("satuan") or "")}
    return hasil


def tidak_diterjemahkan(teks: Iterable[str], data: set[str]) -> list[str]:
    """Return what has words outside the marks that are not data."""
    bulan = list(Locale("en").months["format"]["wide"].values())
    pola = re.compile("|".join(map(re.escape, [*sorted(data, key=len, reverse=True), *bulan])))

    def sisa(t: str) -> str:
        t = rapatkan(luar_tanda(t))
        if len(t.split()) > 3 and _awal_data(t, data):  # the first line of a title of the book that takes two
            return ""
        t = VEGA.sub("", t)
        for pangkas in PANGKAS:
            t = pangkas.sub(lambda m: "" if _awal_data(m[1], data) else m[0], t)
        return pola.sub(" ", TERPOTONG.sub("", t))

    return [rapatkan(t) for t in teks if KATA.search(sisa(t))]


def _awal_data(teks: str, data: set[str]) -> bool:
    return any(d.startswith(teks.strip()) for d in data)


def luar_tanda(teks: str) -> str:
    """Return what is left of a text when everything between marks is gone; marks may stand in marks."""
    teks = "\n".join(map(_tutup_terpotong, teks.split("\n")))
    while (kurang := re.sub(f"{BUKA}[^{BUKA}{TUTUP}]*{TUTUP}", " ", teks)) != teks:
        teks = kurang
    return teks


def _tutup_terpotong(baris: str) -> str:
    """Close the marks of a line whose end was cut off with an ellipsis."""
    kurang = baris.count(BUKA) - baris.count(TUTUP)
    kepala, elipsis, ekor = baris.rpartition("…")
    return kepala + elipsis + TUTUP * max(kurang, 0) + ekor if elipsis else baris


def rapatkan(teks: str) -> str:
    """Return a text with single spaces."""
    return re.sub(r"\s+", " ", teks).strip()


def _daun(isi: Any) -> Iterator[str]:
    if isinstance(isi, dict):
        isi = [v for k, v in isi.items() if k not in KALIMAT_KITA]
    if isinstance(isi, list):
        for i in isi:
            yield from _daun(i)
    elif isinstance(isi, str):
        yield isi
