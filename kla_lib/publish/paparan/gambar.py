"""Draw slides of 16:9 that can be edited in any program: title, sentences, notes, properties."""

import io
from collections.abc import Sequence
from datetime import date, datetime
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from pptx import Presentation
from pptx.enum.text import MSO_ANCHOR
from pptx.slide import Slide
from pptx.util import Inches, Length, Pt

from kla_lib.bahasa import _, bahasa
from kla_lib.data.bingkai import BAHASA_BERKAS
from kla_lib.publish.paparan.bagian import ABU, BIRU, TINTA, Kotak, add_grafik, add_tabel, atur_huruf
from kla_lib.views.paparan.bentuk import Slaid

LEBAR, TINGGI = Inches(13.333), Inches(7.5)
TEPI = Inches(0.6)
LEBAR_ISI = Length(LEBAR - 2 * TEPI)
ISI_ATAS, ISI_BAWAH = Inches(1.55), Inches(6.85)

JUDUL_SAJA = 5
"""The layout "Title Only" of the library's own template; the others go."""

UKURAN_HURUF = ((480, 20), (850, 18), (1200, 16))
"""Up to so many letters the sentences of a slide have this size in points; more of them get HURUF_KECIL."""
HURUF_JUDUL, HURUF_KECIL, HURUF_KAKI = 30, 14, 11
SETARA_TABEL = 350
"""A table takes the room of so many letters."""


class Paparan:
    """A presentation that is being made: slides are added, then it is saved.

    atas, kaki: the small lines above every title and at the foot, as on the pages.
    """

    def __init__(self, judul: str, atas: str, kaki: str, tanggal: date) -> None:
        self._p = Presentation()
        self._p.slide_width, self._p.slide_height = LEBAR, TINGGI
        self._atas, self._kaki = atas, kaki
        self._siapkan_induk()
        sifat = self._p.core_properties
        sifat.title, sifat.language, sifat.author = judul, BAHASA_BERKAS[bahasa()], atas
        sifat.created = sifat.modified = datetime(tanggal.year, tanggal.month, tanggal.day)
        sifat.last_modified_by, sifat.revision = "", 1

    def _siapkan_induk(self) -> None:
        """Keep the one layout that is used, and stretch master and layout to the width of the slides."""
        tata = self._p.slide_layouts
        for letak in [t for i, t in enumerate(tata) if i != JUDUL_SAJA]:
            tata.remove(letak)
        for induk in (self._p.slide_master, tata[0]):
            for bentuk in list(induk.placeholders):
                if bentuk.placeholder_format.idx == 0:
                    bentuk.left, bentuk.top, bentuk.width, bentuk.height = TEPI, Inches(0.6), LEBAR_ISI, Inches(0.9)
                else:  # the dates and numbers of the template's foot: ours says more
                    bentuk.element.getparent().remove(bentuk.element)

    def tambah(self, slaid: Slaid, catatan: str) -> None:
        """Add a slide with the speaker's notes."""
        s = self._p.slides.add_slide(self._p.slide_layouts[0])
        judul = s.shapes.title.text_frame
        judul.text, judul.vertical_anchor = slaid.judul, MSO_ANCHOR.MIDDLE
        atur_huruf(judul, HURUF_JUDUL, BIRU, tebal=True)
        kaki = _("{kaki} · slaid {n}").format(kaki=self._kaki, n=len(self._p.slides))
        for atas, isi in ((Inches(0.25), self._atas), (Inches(6.95), kaki)):
            _teks(s, (TEPI, atas, LEBAR_ISI, Inches(0.35)), [isi], HURUF_KAKI, abu=True)
        self._isi(s, slaid)
        for sifat in s._element.xpath(".//a:rPr"):  # for spelling and for reading aloud
            sifat.set("lang", BAHASA_BERKAS[bahasa()])
        s.notes_slide.notes_text_frame.text = catatan

    def _isi(self, s: Slide, slaid: Slaid) -> None:
        """Put the sentences under the title, and table or chart into what is left."""
        atas: Length = ISI_ATAS
        if slaid.butir:
            ukuran = huruf_butir(slaid)
            tinggi = tinggi_butir(slaid.butir, ukuran)
            tanda = "• " if len(slaid.butir) > 1 and not slaid.bertajuk else ""
            kotak = (TEPI, atas, LEBAR_ISI, tinggi)
            _teks(s, kotak, [tanda + b for b in slaid.butir], ukuran, bertajuk=slaid.bertajuk)
            atas = Length(atas + tinggi + Inches(0.15))
        kotak = (TEPI, atas, LEBAR_ISI, Length(ISI_BAWAH - atas))
        if slaid.tabel is not None:
            add_tabel(s, slaid.tabel, kotak, slaid.judul)
        if slaid.grafik is not None:
            add_grafik(s, slaid.grafik, kotak)

    def simpan(self) -> bytes:
        """Return the file, the same bytes for the same slides."""
        aliran, tetap = io.BytesIO(), io.BytesIO()
        self._p.save(aliran)
        with ZipFile(aliran) as asal, ZipFile(tetap, "w", ZIP_DEFLATED) as arsip:
            for nama in asal.namelist():
                arsip.writestr(ZipInfo(nama), asal.read(nama), ZIP_DEFLATED)
        return tetap.getvalue()


def huruf_butir(slaid: Slaid) -> int:
    """Return the size of a slide's sentences in points: smaller where there are many letters or a table below."""
    banyak = sum(map(len, slaid.butir)) + (SETARA_TABEL if slaid.tabel is not None else 0)
    return next((ukuran for batas, ukuran in UKURAN_HURUF if banyak <= batas), HURUF_KECIL)


def tinggi_butir(butir: Sequence[str], ukuran: int) -> Length:
    """Return about how high sentences stand: a letter is .55 times as wide as high, a line 1.25 times as high."""
    per_baris = LEBAR_ISI // Pt(ukuran * 0.55)
    baris = sum(-(-len(b) // per_baris) for b in butir)
    return Length(Pt(ukuran * 1.25) * baris + Pt(ukuran * 0.5) * len(butir) + Inches(0.1))


def _teks(
    slaid: Slide, kotak: Kotak, baris: Sequence[str], ukuran: int, abu: bool = False, bertajuk: bool = False
) -> None:
    """Put lines of text into a box; with `bertajuk` what stands before the first colon of each is bold."""
    bingkai = slaid.shapes.add_textbox(*kotak).text_frame
    bingkai.word_wrap = True
    for i, isi in enumerate(baris):
        paragraf = bingkai.paragraphs[0] if i == 0 else bingkai.add_paragraph()
        tajuk, titik_dua, sisa = isi.partition(":") if bertajuk else ("", "", isi)
        for bagian in filter(None, (tajuk + titik_dua, sisa)):
            paragraf.add_run().text = bagian
        paragraf.space_after = Pt(ukuran * 0.5)
    atur_huruf(bingkai, ukuran, ABU if abu else TINTA)
    for paragraf in bingkai.paragraphs if bertajuk else ():
        paragraf.runs[0].font.bold = True
