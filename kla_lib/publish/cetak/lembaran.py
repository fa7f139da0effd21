"""Take published pages apart so that several of them can be printed as one document."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from html import escape, unescape
from posixpath import dirname, join, normpath

_BODY = re.compile(r'<body(?: class="([^"]*)")?>\s*<main>(.*)</main>(.*)</body>', re.S)
_KEPALA = re.compile(r'<p class="atas">(.*?)</p>\s*<h1>(.*?)</h1>', re.S)
_KAKI = re.compile(r'<footer class="kaki">(.*?)</footer>', re.S)
_UTAMA = re.compile(r'<p class="kalimat-utama">(.*?)</p>', re.S)
_SPANDUK = re.compile(r'<p class="spanduk"[^>]*>(.*?)</p>', re.S)
_WARNA = re.compile(r":root \{ --warna: (#[0-9A-Fa-f]{6}); \}")
_LIPAT = re.compile(r"<details>.*?</details>", re.S)
_RUAS = re.compile(r'<details class="ruas">\s*<summary>(.*?)</summary>(.*?)</details>', re.S)
_LAMPIRAN = re.compile(r'<section class="lampiran">\s*<h2[^>]*>(.*?)</h2>.*?</section>', re.S)
_ID = re.compile(r'(\sid="|href="#|url\(#)([^")]+)')
_TAUTAN = re.compile(r'\shref="(?!#|https?:|mailto:|tel:)([^"]*)"')
_TANDA = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class Lembaran:
    """One published page, ready to stand in a document with others.

    tempat: of its file under the meeting's folder.  isi: its content as HTML.
    judul, atas, kaki, utama: heading, line above, line at the foot and
    headline as plain text.  spanduk: its warnings.  lipat: how many folded
    tables the page has on a screen and not on paper; folded sections are
    printed open.  lampiran: its sections for reference with their headings,
    which stand in `isi` too.
    """

    id: str
    tempat: str
    judul: str
    atas: str
    kaki: str
    utama: str
    spanduk: tuple[str, ...]
    kelas: str
    warna: str
    lipat: int
    isi: str
    lampiran: tuple[tuple[str, str], ...] = ()

    def tanpa_lampiran(self) -> "Lembaran":
        """Return the page without its sections for reference."""
        return replace(self, isi=_LAMPIRAN.sub("", self.isi))

    def hanya_lampiran(self) -> "Lembaran":
        """Return the sections for reference as a page of their own."""
        kepala = f'<header class="kepala"><p class="atas">{escape(self.atas)}</p><h1>{escape(self.judul)}</h1></header>'
        return replace(self, utama="", lipat=0, isi=kepala + "".join(isi for _judul, isi in self.lampiran))


def read_lembaran(id_lembaran: str, tempat: str, html: str) -> Lembaran | None:
    """Return a page that our own templates have written; None for any other file."""
    badan, kepala = _BODY.search(html), _KEPALA.search(html)
    kaki = _KAKI.search(html)
    if badan is None or kepala is None or kaki is None:
        return None
    isi = badan[2]
    utama = _UTAMA.search(isi)
    warna = _WARNA.findall(html)
    datar = _RUAS.sub(r"\1\2", _LIPAT.sub("", isi))
    return Lembaran(
        id_lembaran,
        tempat,
        _teks(kepala[2]),
        _teks(kepala[1]),
        _teks(kaki[1]),
        _teks(utama[1]) if utama else "",
        tuple(_teks(s) for s in _SPANDUK.findall(isi)),
        badan[1] or "",
        warna[-1] if warna else "",
        len(_LIPAT.findall(isi)),
        datar,
        tuple((_teks(m[1]), m[0]) for m in _LAMPIRAN.finditer(datar)),
    )


def gabung_lembaran(daftar: Iterable[Lembaran]) -> list[Lembaran]:
    """Return pages whose ids do not clash and whose links lead to one another; links that lead nowhere become text.

    A link to a file beside the page would name a folder of this computer in the PDF.
    """
    semua = list(daftar)
    ada = {s.tempat: s.id for s in semua}
    return [replace(s, isi=_dalam_dokumen(s, ada)) for s in semua]


def _dalam_dokumen(s: Lembaran, ada: dict[str, str]) -> str:
    sendiri = _ID.sub(lambda m: f"{m[1]}{s.id}-{m[2]}", s.isi)
    return _TAUTAN.sub(lambda m: _tuju(s, m[1], ada), sendiri)


def _tuju(s: Lembaran, tautan: str, ada: dict[str, str]) -> str:
    tujuan = normpath(join(dirname(s.tempat), tautan.partition("#")[0]))
    return f' href="#{ada[tujuan]}"' if tujuan in ada else ""


def _teks(html: str) -> str:
    return " ".join(unescape(_TANDA.sub(" ", html)).split())
