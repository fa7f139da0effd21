"""Make PDF files of the published packs of a meeting: one per pack, one of the whole."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from markupsafe import Markup

from kla_lib.bahasa import _, bahasa, format_tanggal, gabung
from kla_lib.berkas import write_result
from kla_lib.errors import Kesalahan, KlaError, maksud
from kla_lib.gembok import lock_folder
from kla_lib.letak import FOLDER_OUTPUTS
from kla_lib.publish.cetak.bahan import BahanCetak, read_bahan
from kla_lib.publish.cetak.berkas_pdf import finish_pdf, kaki_di_semua, page_tujuan, read_sumber
from kla_lib.publish.cetak.lembaran import Lembaran, gabung_lembaran
from kla_lib.publish.cetak.peramban import find_peramban, print_pdf
from kla_lib.publish.halaman.halaman import FOLDER_HALAMAN
from kla_lib.publish.terbitan.simpan import hash_isi
from kla_lib.rules.params import Params
from kla_lib.rules.rapat import Rapat, load_rapat
from kla_lib.tempat import check_tautan
from kla_lib.views.rupa.tampilan import template_engine
from kla_lib.views.rupa.tema import TINTA

PAKET_PDF, RAPAT_PDF, LAMPIRAN_PDF = "paket.pdf", "rapat.pdf", "lampiran.pdf"
BELUM_TAHU = "–"  # a page number before the first print
PALING_BANYAK_CETAK = 4


@dataclass(frozen=True)
class Dokumen:
    """What becomes one PDF: its place under the meeting's folder, and the page that is printed.

    daftar_isi: the entries of the contents, none for a single pack.  catatan:
    what the first page says below them.
    """

    tempat: str
    judul: str
    lembaran: tuple[Lembaran, ...]
    daftar_isi: tuple[dict[str, Any], ...] = ()
    catatan: str = ""

    @property
    def kaki(self) -> str:
        return self.lembaran[0].kaki

    def html(self, halaman: dict[str, int] | None = None) -> bytes:
        """Return the page to print, with the page numbers of its contents as far as they are known."""
        nomor = halaman or {}
        return (
            template_engine(FOLDER_HALAMAN)
            .get_template("cetak.html")
            .render(
                _=_,
                bahasa=bahasa(),
                gaya=_gaya("gaya.css"),
                gaya_cetak=_gaya("cetak.css"),
                judul=self.judul,
                atas=self.lembaran[0].atas,
                kaki=Markup(kata_css(self.kaki)),
                nomor=Markup(_nomor_css()),
                spanduk=self.lembaran[0].spanduk,
                daftar_isi=[{**b, "halaman": nomor.get(b["id"], BELUM_TAHU)} for b in self.daftar_isi],
                catatan=self.catatan,
                lembaran=[
                    {"id": s.id, "kelas": s.kelas, "warna": s.warna or TINTA, "lipat": s.lipat, "isi": Markup(s.isi)}
                    for s in self.lembaran
                ],
            )
            .encode()
        )

    @property
    def sumber(self) -> str:
        """The hash of what the PDF is made from; that of an older page tells a stale PDF."""
        return hash_isi(self.html())


@dataclass(frozen=True)
class HasilCetak:
    """What `make_pdf` has done: the PDF files it made, and those that were up to date."""

    folder: Path
    dibuat: tuple[str, ...]
    tetap: tuple[str, ...]


def make_pdf(
    params: Params, berkas: Path, outputs: Path = FOLDER_OUTPUTS, only: Sequence[str] = (), lampiran: bool = False
) -> HasilCetak:
    """Print the published packs of a meeting file, and the whole meeting unless `only` names some packs.

    The meeting leaves out what its packs repeat for reference; `lampiran`
    prints that as a document of its own, which is kept up from then on.  A PDF
    that was made from the same pages stays.  Raises KlaError where nothing is
    published, a page is torn, a name in `only` is none of the
    packs, where a pack of the manifest is gone, where a run is at work on the
    meeting, and where no browser can print; what is printed already stays.
    """
    rapat = load_rapat(params, berkas)
    folder = outputs / rapat.id
    if not folder.is_dir():
        read_bahan(params, folder, rapat)  # says that nothing is published; a lock would begin the folder
    check_tautan(folder)
    with lock_folder(folder):
        return _make_pdf(params, rapat, folder, only, lampiran)


def _make_pdf(params: Params, rapat: Rapat, folder: Path, only: Sequence[str], lampiran: bool) -> HasilCetak:
    bahan = read_bahan(params, folder, rapat)
    asing = [p for p in only if p not in bahan.paket]
    if asing:
        raise KlaError(
            Kesalahan(
                "klaster",
                "--only",
                _("paket '{k}' belum terbit atau tidak dikenal").format(k=k),
                maksud(k, bahan.paket),
            )
            for k in asing
        )
    perlu: list[Dokumen] = []
    tetap: list[Dokumen] = []
    for d in daftar_dokumen(rapat, bahan, only):
        if d.tempat == LAMPIRAN_PDF and not lampiran and not (folder / LAMPIRAN_PDF).is_file():
            continue
        (tetap if read_sumber(folder / d.tempat) == d.sumber else perlu).append(d)
    if perlu:
        peramban = find_peramban()
        for d in perlu:
            write_result(folder / d.tempat, cetak_dokumen(d, rapat, peramban, folder))
    return HasilCetak(folder, tuple(d.tempat for d in perlu), tuple(d.tempat for d in tetap))


def daftar_dokumen(rapat: Rapat, bahan: BahanCetak, only: Sequence[str] = ()) -> list[Dokumen]:
    """Return what can be printed: each pack, then the whole meeting and its appendix unless `only` names some packs."""
    dokumen = [
        Dokumen(f"{s.id}/{PAKET_PDF}", s.judul, tuple(gabung_lembaran([s])))
        for s in bahan.lembaran
        if s.id in bahan.paket and (not only or s.id in only)
    ]
    if only:
        return dokumen
    inti = tuple(gabung_lembaran(s.tanpa_lampiran() for s in bahan.lembaran))
    judul = _("Paket rapat {tanggal}").format(tanggal=format_tanggal(rapat.tanggal))
    tinggal = list(dict.fromkeys(nama for s in bahan.lembaran for nama, _html in s.lampiran))
    if not tinggal:
        return [*dokumen, Dokumen(RAPAT_PDF, judul, inti, tuple(_isi(bahan)))]
    catatan = _(
        "Tidak ikut dicetak di sini: {daftar}. Semuanya ada di halaman dan PDF tiap paket, di halaman tiap sesi, "
        "dan di {lampiran}, yang dibuat dengan kla pdf --lampiran."
    ).format(daftar=gabung(tinggal), lampiran=LAMPIRAN_PDF)
    rujukan = replace(bahan, lembaran=tuple(s.hanya_lampiran() for s in bahan.lembaran if s.lampiran), belum=())
    return [
        *dokumen,
        Dokumen(RAPAT_PDF, judul, inti, tuple(_isi(bahan)), catatan),
        Dokumen(
            LAMPIRAN_PDF,
            _("Lampiran paket rapat {tanggal}").format(tanggal=format_tanggal(rapat.tanggal)),
            tuple(gabung_lembaran(rujukan.lembaran)),
            tuple(_isi(rujukan)),
        ),
    ]


def pdf_segar(params: Params, rapat: Rapat, folder: Path) -> list[str]:
    """Return the PDF files of a meeting that are of the pages that lie there now; an older one is not told of."""
    if not any(folder.glob(f"*/{PAKET_PDF}")) and not (folder / RAPAT_PDF).is_file():
        return []  # the usual case, without a look into every page
    try:
        bahan = read_bahan(params, folder, rapat)
    except KlaError:
        return []
    return [
        d.tempat
        for d in daftar_dokumen(rapat, bahan)
        if (folder / d.tempat).is_file() and read_sumber(folder / d.tempat) == d.sumber
    ]


def cetak_dokumen(d: Dokumen, rapat: Rapat, peramban: Path, kerja: Path) -> bytes:
    """Return the finished PDF of a document; its contents are printed again until their numbers are right."""
    halaman: dict[str, int] = {}
    for _kali in range(PALING_BANYAK_CETAK):
        isi = print_pdf(d.html(halaman), peramban, kerja)
        baru = page_tujuan(isi) if d.daftar_isi else {}
        if baru == halaman:
            break
        halaman = baru
    else:
        raise RuntimeError("the pages of the contents do not settle")
    if not kaki_di_semua(isi, d.kaki):
        raise KlaError(
            Kesalahan(
                "peramban",
                peramban.name,
                _("peramban ini terlalu lama: ia tidak mencetak kaki halaman"),
                _("Perbarui Chromium, Chrome, atau Edge ke versi 131 atau lebih baru."),
            )
        )
    return finish_pdf(isi, f"{d.judul} · {d.lembaran[0].atas}", rapat.tanggal, d.sumber)


def kata_css(teks: str) -> str:
    """Return a text as a string of CSS in which nothing of it can end the string or the style sheet."""
    return '"' + "".join(h if (h.isalnum() and h.isascii()) or h == " " else f"\\{ord(h):x} " for h in teks) + '"'


def _nomor_css() -> str:
    """Return "Halaman x dari y" as the content of a margin box."""
    depan, _x, sisa = _("Halaman {x} dari {y}").partition("{x}")
    tengah, _y, belakang = sisa.partition("{y}")
    return f"{kata_css(depan)} counter(page) {kata_css(tengah)} counter(pages) {kata_css(belakang)}"


def _isi(bahan: BahanCetak) -> list[dict[str, Any]]:
    """Return the entries of the contents; a pack that was never made stands there without a page."""
    ada = [
        {
            "id": s.id,
            "judul": s.judul,
            "warna": s.warna or TINTA,
            "catatan": [c for c in (s.utama, *([bahan.gagal[s.id]] if s.id in bahan.gagal else [])) if c],
        }
        for s in bahan.lembaran
    ]
    kosong = [{"id": "", "judul": judul, "warna": TINTA, "catatan": [_("Belum ada paket.")]} for judul in bahan.belum]
    return [*ada, *kosong]


def _gaya(nama: str) -> Markup:
    return Markup((FOLDER_HALAMAN / nama).read_text(encoding="utf-8"))
