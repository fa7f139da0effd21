"""Read and finish PDF files: where its parts begin, what it was made from, what it must not tell.

pypdf is imported where a file is opened: every run asks whether there is a PDF, few have one.
"""

import logging
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

SUMBER = "/KlaSumber"
"""Key of the document information that holds the hash of what the PDF was made from."""


logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # a broken PDF is made anew; its faults help no evaluator


def page_tujuan(isi: bytes) -> dict[str, int]:
    """Return the page, counted from 1, of every place in the PDF that a link of it leads to."""
    from pypdf import PdfReader

    baca = PdfReader(BytesIO(isi))
    hasil = {}
    for nama, tujuan in baca.named_destinations.items():
        halaman = baca.get_destination_page_number(tujuan)
        if halaman is not None and halaman >= 0:
            hasil[nama.lstrip("/")] = halaman + 1
    return hasil


def kaki_di_semua(isi: bytes, kaki: str) -> bool:
    """Whether every page carries the foot; a browser that is too old prints none."""
    from pypdf import PdfReader

    rapat = "".join(kaki.split())
    return all(rapat in "".join(h.extract_text().split()) for h in PdfReader(BytesIO(isi)).pages)


def finish_pdf(isi: bytes, judul: str, hari: date, sumber: str) -> bytes:
    """Return the PDF with our own document information: the browser's names the machine and today's clock."""
    from pypdf import PdfReader, PdfWriter

    baca = PdfReader(BytesIO(isi))
    tulis = PdfWriter(clone_from=baca)
    tulis.pdf_header = baca.pdf_header
    waktu = datetime(hari.year, hari.month, hari.day, tzinfo=UTC).strftime("D:%Y%m%d%H%M%SZ")
    tulis.metadata = None
    tulis.add_metadata(
        {
            "/Title": judul,
            "/Producer": "kla_lib",
            "/CreationDate": waktu,
            "/ModDate": waktu,
            SUMBER: sumber,
        }
    )
    keluar = BytesIO()
    tulis.write(keluar)
    return keluar.getvalue()


def read_sumber(path: Path) -> str:
    """Return the hash of what a PDF was made from; "" where there is no such file or it cannot be read."""
    if not path.is_file():
        return ""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        info = PdfReader(path).metadata
        return str(info.get(SUMBER, "")) if info else ""
    except (OSError, PyPdfError, ValueError, KeyError):
        return ""
