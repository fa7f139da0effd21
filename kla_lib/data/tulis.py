"""Write the tables of a data book: one workbook, or a folder of CSV files."""

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pandas as pd
from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from kla_lib.bahasa import _
from kla_lib.berkas import kesalahan_tulis, sebut_tak_tertulis, write_result
from kla_lib.data.bentuk import (
    CAPAIAN,
    DATA_DUKUNG,
    DOKUMEN_PERTANYAAN,
    KETERANGAN,
    PENILAIAN,
    RAD,
    TINDAK_LANJUT,
    WILAYAH,
)
from kla_lib.data.buku import Buku
from kla_lib.errors import Kesalahan, KlaError
from kla_lib.tabel.bentuk import Bentuk, Kolom
from kla_lib.tabel.sel import muat, pesan_huruf
from kla_lib.tukar import write_folder

Baris = Mapping[str, Any]
Isi = Mapping[Bentuk, Iterable[Baris]]

SANDI = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
"""A workbook reads "_x0041_" as "A": the underscore itself has to be written that way."""

TIGA_DESIMAL = re.compile(r"-?[1-9]\d{0,2}\.\d{3}")
CAP_WAKTU = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")
"""The two times in the properties of a workbook."""

AWAL_RUMUS = ("=", "+", "-", "@", "\t", "\n")
"""A text with such a beginning would become a formula as soon as somebody edits its cell, unless the cell is marked."""

FORMAT = {"kode": "@", "teks": "@", "tanggal": "yyyy-mm-dd", "bulat": "0"}


def tables_of(buku: Buku) -> dict[Bentuk, list[dict[str, Any]]]:
    """Return every table that a checked book has, as rows; None where a cell is empty."""
    k = buku.keterangan
    hasil: dict[Bentuk, list[dict[str, Any]]] = {
        KETERANGAN: [
            {"kunci": kunci, "isi": to_teks(isi)} for kunci, isi in vars(k).items() if isi is not None or kunci != "opd"
        ]
    }
    for bentuk in (PENILAIAN, DATA_DUKUNG, DOKUMEN_PERTANYAAN, CAPAIAN, WILAYAH, RAD, TINDAK_LANJUT):
        tabel = getattr(buku, bentuk.berkas.removesuffix(".csv"))
        if tabel is not None:
            hasil[bentuk] = rows_of(tabel)
    return hasil


def rows_of(tabel: pd.DataFrame) -> list[dict[str, Any]]:
    """Return a typed table as rows, with None for every empty cell."""
    return [
        {str(k): None if v is None or v != v else v for k, v in baris.items()} for baris in tabel.to_dict("records")
    ]


def write_buku(isi: Isi, path: Path) -> None:
    """Write the tables as a workbook (`.xlsx`), or else as CSV files in the folder `path`.

    Cells keep their types: codes as text, numbers as numbers, days as days.
    Raises KlaError for a text that a workbook cannot hold.
    """
    if path.suffix.lower() == ".xlsx":
        write_result(path, workbook_bytes(isi))
        return
    try:
        write_folder(path, {bentuk.berkas: csv_bytes(bentuk, baris) for bentuk, baris in isi.items()})
    except OSError as e:
        raise KlaError(kesalahan_tulis(str(path), sebut_tak_tertulis(e))) from e


def csv_bytes(bentuk: Bentuk, baris: Iterable[Baris]) -> bytes:
    """Return a table as CSV: UTF-8, commas, a line feed after every row."""
    daftar = list(baris)
    teks = io.StringIO(newline="")
    tulis = csv.writer(teks, lineterminator="\n")
    kolom = kolom_terpakai(bentuk, daftar)
    tulis.writerow([k.nama for k in kolom])
    tulis.writerows([_sel_csv(b.get(k.nama)) for k in kolom] for b in daftar)
    return teks.getvalue().encode()


def _sel_csv(nilai: Any) -> str:
    """Return a cell's text; where 1.125 could be a thousand, a fourth decimal says that it is none."""
    teks = to_teks(nilai)
    return f"{teks}0" if isinstance(nilai, float) and TIGA_DESIMAL.fullmatch(teks) else teks


def workbook_bytes(isi: Isi) -> bytes:
    """Return the tables as the sheets of a workbook."""
    buku = Workbook()
    buku.remove(buku.active)
    for bentuk, baris in isi.items():
        daftar = list(baris)
        add_lembar(buku, bentuk, daftar)
    return save_bytes(buku)


def save_bytes(buku: Workbook) -> bytes:
    """Return a workbook as the bytes of its file, the same ones whenever it is saved."""
    aliran, tetap = io.BytesIO(), io.BytesIO()
    with ZipFile(aliran, "w") as mentah:  # not packed: it is read once more right below
        ExcelWriter(buku, mentah).save()
    with ZipFile(aliran) as asal, ZipFile(tetap, "w", ZIP_DEFLATED) as arsip:
        for nama in asal.namelist():
            isi = asal.read(nama)
            # openpyxl stamps the hour of saving, in the properties and on every part.
            isi = CAP_WAKTU.sub(rb"\g<1>1980-01-01T00:00:00Z", isi) if nama == "docProps/core.xml" else isi
            arsip.writestr(ZipInfo(nama), isi, ZIP_DEFLATED)
    return tetap.getvalue()


def kolom_terpakai(bentuk: Bentuk, baris: Sequence[Baris]) -> list[Kolom]:
    """Return the columns to write: the optional ones only where a row fills them."""
    return [k for k in bentuk.kolom if not k.opsional or any(b.get(k.nama) is not None for b in baris)]


def add_lembar(buku: Workbook, bentuk: Bentuk, baris: Sequence[Baris]) -> Worksheet:
    """Add a table as a plain sheet: its header in row 1, its rows below."""
    lembar = buku.create_sheet(bentuk.lembar)
    kolom = kolom_terpakai(bentuk, baris)
    for j, k in enumerate(kolom, start=1):
        lembar.cell(1, j, k.nama)
        for i, b in enumerate(baris, start=2):
            write_cell(lembar.cell(i, j), k, b.get(k.nama), bentuk.lembar)
    lembar.freeze_panes = "A2"
    return lembar


def write_cell(sel: Cell, kolom: Kolom, nilai: Any, lembar: str) -> None:
    """Put a value into a cell of a workbook so that it is read back as it is; None leaves it empty."""
    sel.number_format = FORMAT.get(kolom.jenis.nama, "General")
    if nilai is None:
        return
    if kolom.jenis.nama == "tanggal" and isinstance(nilai, date):
        sel.value = datetime(nilai.year, nilai.month, nilai.day)
        sel.number_format = FORMAT["tanggal"]
    elif kolom.jenis.nama in ("angka", "bulat"):
        sel.value = nilai
    else:
        teks = to_teks(nilai)
        if pesan := pesan_huruf(teks):
            raise KlaError(Kesalahan("huruf", lembar, *pesan, sel=_("sel {sel}").format(sel=sel.coordinate)))
        write_text(sel, teks)


def write_text(sel: Cell, teks: str) -> None:
    """Put a text into a cell as text, also where it begins like a formula; what no cell can hold is cut visibly."""
    sel.value = SANDI.sub("_x005F_", muat(teks.replace("\r\n", "\n").replace("\r", "\n")))
    sel.data_type = "s"
    if teks.startswith(AWAL_RUMUS):
        sel.quotePrefix = True


def to_teks(nilai: Any) -> str:
    """Return a typed value as an evaluator writes it in CSV: "ya", "2025-03-18", "12.5", "" for nothing."""
    if nilai is None or nilai != nilai:
        return ""
    if isinstance(nilai, bool):
        return "ya" if nilai else "tidak"
    if isinstance(nilai, float):
        return format(Decimal(repr(nilai)), "f").removesuffix(".0")
    return str(nilai)
