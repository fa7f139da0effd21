"""Save a workbook whose formulas already show their values, also where no program computes them."""

import io
from collections.abc import Mapping
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml import etree
from openpyxl import Workbook

from kla_lib.data.tulis import AWAL_RUMUS, save_bytes

NilaiSel = Mapping[str, float | str]
"""What formulas come to, by the address of their cell."""


def simpan_buku(buku: Workbook, nilai: Mapping[str, NilaiSel]) -> bytes:
    """Return the workbook as a file; nilai: by sheet, of every formula in it.

    A preview on a phone shows these values.  Excel is told to compute anew
    when it opens the file; LibreOffice computes what follows from a change.
    """
    for lembar in buku:
        for baris in lembar.iter_rows():
            for sel in baris:
                if sel.data_type == "s" and str(sel.value).startswith(AWAL_RUMUS):
                    sel.quotePrefix = True
    buku.calculation.fullCalcOnLoad = True
    # openpyxl numbers the parts of the file in the order of the sheets.
    bagian = {f"xl/worksheets/sheet{n}.xml": nilai.get(nama, {}) for n, nama in enumerate(buku.sheetnames, start=1)}
    hasil = io.BytesIO()
    with ZipFile(io.BytesIO(save_bytes(buku))) as asal, ZipFile(hasil, "w", ZIP_DEFLATED) as arsip:
        for nama in asal.namelist():
            isi = asal.read(nama)
            arsip.writestr(ZipInfo(nama), _isi_nilai(isi, bagian[nama]) if nama in bagian else isi, ZIP_DEFLATED)
    return hasil.getvalue()


def _isi_nilai(xml: bytes, nilai: NilaiSel) -> bytes:
    """Return a worksheet's XML with the value of each formula in the place that openpyxl leaves empty."""
    akar = etree.fromstring(xml)
    for sel in akar.iterfind("{*}sheetData/{*}row/{*}c[{*}f]"):
        isi = nilai[sel.get("r")]
        if isinstance(isi, str):
            sel.set("t", "str")
        sel.find("{*}v").text = isi if isinstance(isi, str) else repr(float(isi))
    return bytes(etree.tostring(akar, xml_declaration=True, encoding="UTF-8", standalone=True))
