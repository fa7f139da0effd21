"""Write pages: a pack, the index of a meeting, a failure."""

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from typing import Any

from markupsafe import Markup
from nbconvert.filters import markdown2html_mistune, strip_ansi
from nbformat import NotebookNode

from kla_lib.bahasa import _, bahasa
from kla_lib.publish.batch.gambar import MIME_SVG
from kla_lib.publish.batch.saring import redact_teks
from kla_lib.publish.batch.templat import tag
from kla_lib.publish.halaman.tanpa_data import gather_tanpa_data
from kla_lib.views.rupa.tampilan import template_engine

FOLDER_HALAMAN = Path(__file__).resolve().parent / "rangka"
LAYAR = "layar"
LIPAT = "lipat"
LAMPIRAN = "lampiran"
"""Tag of the heading of a section that a pack repeats for reference: the paper of the whole meeting leaves it out."""
TERLIPAT = "jp-MarkdownHeadingCollapsed"
"""What JupyterLab writes at a heading whose section is folded; the page folds the same sections."""
KOSONG = 'class="kosong"'
KEPALA = re.compile(r"\s*(<h2.*?</h2>)(.*)", re.S)
BARIS_JEJAK = 40  # lines of a traceback shown on a page


def _render(templat: str, **isi: Any) -> bytes:
    gaya = Markup((FOLDER_HALAMAN / "gaya.css").read_text(encoding="utf-8"))
    return template_engine(FOLDER_HALAMAN).get_template(templat).render(_=_, bahasa=bahasa(), gaya=gaya, **isi).encode()


def page_paket(nb: NotebookNode, judul: str, atas: str, warna: str, kaki: str) -> bytes:
    """Return an executed notebook as one page: code hidden, charts as SVG, no script, no network.

    judul: the page's heading; atas: the small line above it; warna: of the
    klaster's stripe; kaki: the line at the foot.
    """
    return page_bagian(judul, atas, warna, kaki, _bagian(nb))


def page_bagian(
    judul: str, atas: str, warna: str, kaki: str, bagian: list[dict[str, Any]], kelas: str = "", skrip: str = ""
) -> bytes:
    """Return a page from its parts: `jenis` (teks, potongan, lipat, gambar), `isi` as safe HTML, `layar`.

    A heading may be `terlipat`: its section is folded under it; or `lampiran`: its section is for reference.
    kelas: class of the page, for its print layout.  skrip: our own script, the
    only one that the page's policy lets run; the page is whole without it.
    """
    sidik = b64encode(sha256(skrip.encode()).digest()).decode()
    return _render(
        "paket.html",
        judul=judul,
        atas=atas,
        warna=warna,
        kaki=kaki,
        bagian=_ruas(gather_tanpa_data(bagian)),
        kelas=kelas,
        skrip=Markup(skrip),
        sidik_skrip=sidik,
    )


def page_index(**isi: Any) -> bytes:
    """Return the index of a meeting; `isi` as publish.rapat collects it."""
    return _render("index.html", **isi)


def page_gagal(judul: str, atas: str, nama: str, pesan: str, sel: str, jejak: list[str], ada_lama: bool) -> bytes:
    """Return the page of a pack that failed: the message first, then the cell and the end of the traceback."""
    baris = "\n".join(map(strip_ansi, jejak)).splitlines()
    return _render(
        "gagal.html",
        judul=judul,
        atas=atas,
        nama=nama,
        pesan=redact_teks(pesan),
        sel=redact_teks(sel),
        jejak=redact_teks("\n".join(baris[-BARIS_JEJAK:])),
        ada_lama=ada_lama,
    )


def _bagian(nb: NotebookNode) -> list[dict[str, Any]]:
    """Return the parts of a page: prose and outputs, in the order of the notebook.

    layar: whether the part belongs to the opening, which a wide screen and the
    first sheet of paper show whole.
    """
    hasil: list[dict[str, Any]] = []
    for sel in nb.cells:
        awal, layar = len(hasil), LAYAR in tag(sel)
        if sel.cell_type == "markdown":
            teks = {"jenis": "teks", "isi": _markdown(sel.source), "terlipat": sel.metadata.get(TERLIPAT)}
            hasil.append(teks | {"lampiran": LAMPIRAN in tag(sel)})
        for keluaran in sel.get("outputs", []):
            data = keluaran.get("data", {})
            if MIME_SVG in data:
                hasil.append({"jenis": "gambar", "isi": Markup(data[MIME_SVG])})
            elif "text/html" in data:
                # A folded table that has no rows is only a sentence, and needs no folding.
                jenis = "lipat" if LIPAT in tag(sel) and "<table" in data["text/html"] else "potongan"
                if _tersebut(data["text/html"], hasil):
                    continue
                hasil.append({"jenis": jenis, "isi": Markup(data["text/html"]), "judul": _judul(data["text/html"])})
        for bagian in hasil[awal:]:
            bagian["layar"] = layar
    return [b for b in hasil if b["isi"].strip()]


def _ruas(bagian: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the parts with each folded section, and each for reference, as one: up to the next heading inside."""
    hasil: list[dict[str, Any]] = []
    milik = hasil
    for b in bagian:
        kepala = KEPALA.match(b["isi"]) if b["jenis"] == "teks" else None
        if kepala is None:
            milik.append(b)
        elif b.get("terlipat") or b.get("lampiran"):
            milik = []
            jenis = "ruas" if b.get("terlipat") else LAMPIRAN
            judul, isi = Markup(kepala[1]), Markup(kepala[2])
            hasil.append({"jenis": jenis, "judul": judul, "isi": isi, "bagian": milik, "layar": b["layar"]})
        else:
            milik = hasil
            milik.append(b)
    return hasil


def _tersebut(html: str, bagian: list[dict[str, Any]]) -> bool:
    """Tell whether a sentence in place of a table or chart only repeats what the part before it says."""
    if KOSONG not in html or "<table" in html or not bagian or bagian[-1]["jenis"] == "teks":
        return False
    return Markup(html).striptags() in bagian[-1]["isi"].striptags()


def _judul(html: str) -> Markup:
    """Return what a folded table is called before it is opened: its caption."""
    caption = re.search(r"<caption>(.*?)</caption>", html, flags=re.S)
    return Markup(_("Lihat tabel: {judul}")).format(judul=Markup(caption[1])) if caption else Markup(_("Lihat tabel"))


def _markdown(teks: str) -> Markup:
    """Return prose as HTML, without the anchors that a notebook viewer adds to headings."""
    html = markdown2html_mistune(teks)
    return Markup(re.sub(r'<a class="anchor-link".*?</a>', "", html, flags=re.S))
