"""Draw what stands on a slide besides sentences: a table, and a chart of the program with its numbers behind it."""

from typing import Any, cast

from openpyxl import Workbook
from pptx.chart.data import CategoryChartData
from pptx.chart.datalabel import DataLabel
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.shapes.graphfrm import GraphicFrame
from pptx.slide import Slide
from pptx.text.text import TextFrame
from pptx.util import Inches, Length, Pt

from kla_lib.bahasa import format_angka
from kla_lib.data.tulis import save_bytes
from kla_lib.views.paparan.bentuk import GrafikSlaid, TabelSlaid

Kotak = tuple[Length, Length, Length, Length]
"""Left, top, width and height."""

BIRU, ABU, TINTA = RGBColor(0x0B, 0x53, 0x94), RGBColor(0x59, 0x59, 0x59), RGBColor(0x22, 0x22, 0x22)
PUTIH, BELANG = RGBColor(0xFF, 0xFF, 0xFF), RGBColor(0xDC, 0xE9, 0xF2)

HURUF_TABEL, HURUF_SUMBU, HURUF_LABEL = 16, 14, 12
TINGGI_BARIS = Inches(0.55)
TERSEMPIT = 1 / 20
"""A part of a bar that is a smaller share of the longest bar has no room for its number."""

LEMBAR_GRAFIK = "Sheet1"
"""The sheet behind a chart, by the name to which its formulas point."""


def atur_huruf(bingkai: TextFrame, ukuran: int, warna: RGBColor, tebal: bool = False) -> None:
    """Give all text of a frame one size (points), one ink and one weight, ranged left where nothing else is said."""
    for paragraf in bingkai.paragraphs:
        paragraf.alignment = paragraf.alignment or PP_ALIGN.LEFT
        for run in paragraf.runs:
            run.font.size, run.font.bold = Pt(ukuran), tebal
            run.font.color.rgb = warna


def add_tabel(slaid: Slide, tabel: TabelSlaid, kotak: Kotak, uraian: str) -> None:
    """Add a table with a marked header row, at most as high as the box; the first column is the widest."""
    kiri, atas, lebar, tinggi = kotak
    baris = [{k.kunci: k.judul for k in tabel.kolom}, *tabel.baris]
    cukup = Length(min(TINGGI_BARIS * len(baris), tinggi))
    bentuk = slaid.shapes.add_table(len(baris), len(tabel.kolom), kiri, atas, lebar, cukup)
    _beri_uraian(bentuk, uraian)
    pertama = lebar * 2 // 5
    for j, k in enumerate(tabel.kolom):
        bentuk.table.columns[j].width = Length(pertama if j == 0 else (lebar - pertama) // (len(tabel.kolom) - 1))
        for i, b in enumerate(baris):
            sel = bentuk.table.cell(i, j)
            sel.text, sel.vertical_anchor = b[k.kunci], MSO_ANCHOR.MIDDLE
            sel.text_frame.paragraphs[0].alignment = PP_ALIGN.RIGHT if k.angka else PP_ALIGN.LEFT
            sel.fill.solid()
            sel.fill.fore_color.rgb = BIRU if i == 0 else BELANG if i % 2 == 0 else PUTIH
            atur_huruf(sel.text_frame, HURUF_TABEL, PUTIH if i == 0 else TINTA, tebal=i == 0)


def add_grafik(slaid: Slide, grafik: GrafikSlaid, kotak: Kotak) -> None:
    """Add lying stacked bars, the first on top, with the numbers on the parts that have room for them."""
    data = CategoryChartData()
    data.categories = grafik.nama
    for seri in grafik.seri:
        data.add_series(seri.nama, seri.nilai)
    # The library's hints speak of the chart inside, and of other data than it takes.
    bentuk: Any = slaid.shapes.add_chart(XL_CHART_TYPE.BAR_STACKED, *kotak, cast(Any, data))
    _beri_uraian(bentuk, grafik.uraian)
    gambar = bentuk.chart
    gambar.part.chart_workbook.update_from_xlsx_blob(_buku_grafik(grafik))
    for sumbu in gambar._chartSpace.xpath(".//c:axId | .//c:crossAx"):  # the library writes numbers below zero
        sumbu.set("val", sumbu.get("val").lstrip("-"))
    gambar.has_legend, gambar.has_title = True, False
    gambar.legend.position, gambar.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    gambar.font.size = Pt(HURUF_SUMBU)
    gambar.category_axis.reverse_order = True
    gambar.category_axis.has_major_gridlines = gambar.value_axis.has_major_gridlines = False
    gambar.value_axis.visible = False
    gambar.plots[0].gap_width, gambar.plots[0].overlap = 45, 100
    terpanjang = max(sum(s.nilai[i] for s in grafik.seri) for i in range(len(grafik.nama)))
    for seri, asal in zip(gambar.plots[0].series, grafik.seri, strict=True):
        seri.format.fill.solid()
        seri.format.fill.fore_color.rgb = RGBColor.from_string(asal.warna)
        for i, nilai in enumerate(asal.nilai):
            if nilai >= terpanjang * TERSEMPIT:
                _beri_label(seri.points[i].data_label, nilai, asal.warna)


def _beri_label(label: DataLabel, nilai: float, warna: str) -> None:
    """Write a number on its part of a bar, in the ink that stands out on RRGGBB."""
    gelap = sum(bytes.fromhex(warna)) < 3 * 128
    label.text_frame.text = format_angka(nilai)
    run = label.text_frame.paragraphs[0].runs[0]
    run.font.size, run.font.color.rgb = Pt(HURUF_LABEL), PUTIH if gelap else TINTA


def _buku_grafik(grafik: GrafikSlaid) -> bytes:
    """Return the workbook behind a chart: the library's own bears the hour at which it was made."""
    buku = Workbook()
    lembar = buku.active
    lembar.title = LEMBAR_GRAFIK
    lembar.append(["", *(s.nama for s in grafik.seri)])
    for i, nama in enumerate(grafik.nama):
        lembar.append([nama, *(s.nilai[i] for s in grafik.seri)])
    return save_bytes(buku)


def _beri_uraian(bentuk: GraphicFrame, uraian: str) -> None:
    """Tell a reader who cannot see a table or a chart what it is."""
    bentuk._element.xpath(".//p:cNvPr")[0].set("descr", uraian)
