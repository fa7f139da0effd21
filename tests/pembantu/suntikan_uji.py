"""A meeting whose book tries to run something from every text field, and what tells that nothing ran."""

import zlib
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import yaml

from kla_lib.data.bentuk import KETERANGAN
from kla_lib.data.buku import load_buku
from kla_lib.data.tulis import tables_of, write_buku
from kla_lib.letak import FOLDER_PARAMS
from kla_lib.rules.rapat import path_buku
from tests.pembantu.params_uji import PARAMS

TANDA = "__suntikan"
"""The name that a payload sets in the window, or asks the network for, if it ever runs."""

SUNTIKAN = (
    f"<script>window.{TANDA}=1</script>",
    f"</script><script>window.{TANDA}=1</script>",
    f"<img src=x onerror=window.{TANDA}=1>",
    f'"><svg onload=window.{TANDA}=1>',
    f"' onmouseover='window.{TANDA}=1",
    f'<a href="javascript:window.{TANDA}=1">klik</a>',
    f"javascript:window.{TANDA}=1",
    f"<iframe srcdoc='<script>parent.{TANDA}=1</script>'></iframe>",
    f"<style>@import url(http://{TANDA}.invalid/a.css)</style>",
    f"</style><link rel=stylesheet href=http://{TANDA}.invalid/b.css>",
    f"<svg><image href=http://{TANDA}.invalid/c.png /></svg>",
    f"<!-- <b>{TANDA}",
    f"--><img src=http://{TANDA}.invalid/d.png>",
    f"![x](http://{TANDA}.invalid/e.png) [y](javascript:window.{TANDA}=1) **tebal**",
    f"{{{{ 7 * 7 }}}} {{% raw %}} {TANDA}",
    f"${{window.{TANDA}=1}} `${{7*7}}`",
    f"datum['x'] || (window.{TANDA}=1)",
    f"&lt;script&gt;window.{TANDA}=1&lt;/script&gt;",
    f"\u202e{TANDA}\u202c \u200b\u200d",
    f'=HYPERLINK("http://{TANDA}.invalid","x")',
    f"+cmd|'/c calc'!{TANDA}",
    f"-1+1|{TANDA}",
    f"@SUM(1+1)*{TANDA}",
    f"%0D%0A=1+1 {TANDA}",
)

KODE = ("id_dokumen", "id_kegiatan", "id_keputusan", "kode_wilayah")
"""Codes are text too, and the same in every table; a third of them is made to try something."""

TETAP = {
    ("Data dukung", "opd"),
    ("RAD", "opd"),
    ("Tindak lanjut", "opd"),
    ("RAD", "butuh"),
    ("RAD", "bentrok"),
    ("Capaian", "wilayah"),
    ("Capaian", "kelompok"),
}
"""Text columns that refer to something else, and are refused where they do not."""


def write_rapat_suntikan(folder: Path) -> Path:
    """Write the book of the example city with a payload before every text, and a meeting over it."""
    isi = tables_of(load_buku(PARAMS, path_buku("contoh:kota-contoh-2")))
    for bentuk, baris in isi.items():
        bebas = [k.nama for k in bentuk.kolom if k.jenis.nama == "teks" and not k.pilihan]
        for nomor, b in enumerate(baris):
            for kolom in {"butuh", "bentrok"} & set(b):  # they name codes, which change here
                b[kolom] = None
            for kolom in bebas if bentuk is not KETERANGAN else ():
                if (bentuk.lembar, kolom) not in TETAP and kolom in b:
                    b[kolom] = suntik(kolom, b[kolom], nomor)
            for kolom in KODE:
                if b.get(kolom):
                    b[kolom] = suntik_kode(b[kolom])
            if bentuk is KETERANGAN and b["kunci"] == "sumber":
                b["isi"] = suntik("sumber", b["isi"], 0)
    write_buku(isi, folder / "buku")
    asal = FOLDER_PARAMS / "rapat" / "kota-contoh-2.yaml"
    rapat: dict[str, Any] = yaml.safe_load(asal.read_text(encoding="utf-8"))
    rapat |= {"id": "suntikan", "buku_data": "buku", "sebelumnya": None}
    for n, sesi in enumerate(rapat["sesi"]):
        for kunci in ("nama", "tempat"):
            sesi[kunci] = suntik(kunci, sesi[kunci], n)
        for m, anggota in enumerate(sesi["anggota"]):
            anggota["nama"] = suntik("anggota", anggota["nama"], m)
    berkas = folder / "suntikan.yaml"
    berkas.write_text(yaml.safe_dump(rapat, allow_unicode=True), encoding="utf-8")
    return berkas


def suntik(kolom: str, isi: str | None, nomor: int) -> str:
    """Return a text with a payload before it, the same for the same text: what belongs together stays together."""
    kunci = f"{kolom}{isi if isi is not None else nomor}"
    return f"{SUNTIKAN[zlib.crc32(kunci.encode()) % len(SUNTIKAN)]} {isi or ''}".strip()


def suntik_kode(kode: str) -> str:
    n = zlib.crc32(kode.encode())
    return f"{kode}{SUNTIKAN[n % 6]}" if n % 3 == 0 else kode


class Pemeriksa(HTMLParser):
    """Collects what in a piece of HTML would run or fetch: handlers, script addresses, foreign elements."""

    AKTIF = frozenset({"iframe", "object", "embed", "base", "form", "link", "image", "applet", "frame"})
    ALAMAT = frozenset({"href", "src", "srcdoc", "action", "formaction", "data", "xlink:href", "poster"})

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.temuan: list[str] = []
        self.skrip = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.skrip += tag == "script"
        if tag in self.AKTIF and (tag, dict(attrs).get("href")) != ("link", "data:,"):  # our empty icon
            self.temuan.append(f"<{tag}>")
        for nama, isi in attrs:
            teks = "".join((isi or "").split()).lower()
            if nama.startswith("on") or (nama in self.ALAMAT and teks.startswith(("javascript:", "http:", "//"))):
                self.temuan.append(f"<{tag} {nama}={isi}>")


def periksa(html: str) -> Pemeriksa:
    """Return what a piece of HTML would run."""
    p = Pemeriksa()
    p.feed(html)
    p.close()
    return p
