"""The workbook of a meeting for tests: read by its words, changed as a person would, computed by LibreOffice."""

import io
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd
from openpyxl import Workbook
from openpyxl.cell.cell import Cell

from kla_lib.data.buku import Buku
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.publish.lembar.buku_rapat.buku import berkas_buku
from tests.pembantu.program import need_program

BATAS_DETIK = 120

Ubahan = Mapping[tuple[str, str | None, str | None], Any]
"""Marks by (klaster, indikator, pertanyaan), with None for a level left out; a mark of None is taken away."""


def buka(isi: bytes, nilai: bool = False) -> Workbook:
    """Open a workbook with its formulas, or with the values that stand beside them."""
    return openpyxl.load_workbook(io.BytesIO(isi), data_only=nilai)


def buku_of(keadaan: Keadaan, nilai: bool = False) -> Workbook:
    """Open the workbook of a meeting."""
    return buka(berkas_buku(keadaan)["buku.xlsx"], nilai)


def lembar_klaster(buku: Workbook, keadaan: Keadaan) -> dict[str, Any]:
    """Return the sheets by klaster: they follow cover, summary, points and distances, in the order of the form."""
    return dict(zip([k.id for k in keadaan.instrumen.klaster], buku.worksheets[4:], strict=False))


def baris_tabel(lembar: Any) -> dict[str, dict[str, Cell]]:
    """Return the rows of a klaster's sheet by code, "" for the klaster itself, each by the heading of its columns."""
    baris = list(lembar.iter_rows())
    kepala = next(n for n, b in enumerate(baris) if b[0].value == "Kode")
    judul = [str(s.value) for s in baris[kepala]]
    return {str(b[0].value or ""): dict(zip(judul, b, strict=True)) for b in baris[kepala + 1 :]}


NILAI = "Nilai (kuning: bisa diubah)"


def ubah_sel(buku: Workbook, keadaan: Keadaan, ubahan: Ubahan) -> None:
    """Type marks into the cells that a person may change; a locked cell fails the test."""
    lembar = {k: baris_tabel(isi) for k, isi in lembar_klaster(buku, keadaan).items()}
    for (klaster, indikator, pertanyaan), nilai in ubahan.items():
        kode = "/".join(k for k in (indikator, pertanyaan) if k is not None)
        sel = lembar[klaster][kode][NILAI]
        assert not sel.protection.locked, f"{klaster} {kode} is locked"
        sel.value = nilai


def ubah_buku(buku: Buku, tahap: str, ubahan: Ubahan) -> Buku:
    """Return the data book with the same marks, for the library to score."""
    kolom = ["tahap", "klaster", "indikator", "pertanyaan", "nilai"]
    p = buku.penilaian[kolom] if buku.penilaian is not None else pd.DataFrame(columns=kolom, dtype=object)
    ada = p[p["tahap"] == tahap]
    isi = {(r.klaster, r.indikator, r.pertanyaan): r.nilai for r in ada.itertuples(index=False)} | dict(ubahan)
    baris = [(tahap, *kode, nilai) for kode, nilai in isi.items() if nilai is not None and pd.notna(nilai)]
    tabel = pd.DataFrame(baris, columns=kolom, index=range(2, len(baris) + 2), dtype=object).astype({"nilai": float})
    return replace(buku, penilaian=tabel)


@dataclass(frozen=True)
class Ringkasan:
    """What the summary says, by its own words."""

    hasil: dict[str, Any]
    klaster: dict[str, Any]
    terdukung: dict[str, Any]
    jarak: dict[str, Any]
    arti: dict[str, Any]


def ringkasan(buku: Workbook) -> Ringkasan:
    """Read the summary of a workbook that was opened with its values, and the two sheets behind it."""
    hasil, klaster, jarak = (isi_tabel(buku[nama]) for nama in ("Ringkas", "Per klaster", "Jarak"))
    milik = [b for b in klaster if b[0] != "Jumlah sebelum dibulatkan"]
    catatan = next(str(b[2] or "") for b in hasil if b[0] == "Kategori")
    return Ringkasan(
        {str(b[0]): b[1] for b in hasil} | {"catatan kategori": catatan},
        {str(b[0]): b[1] for b in milik},
        {str(b[0]): b[5] for b in milik},
        {str(b[0]): b[2] for b in jarak},
        {str(b[0]): b[3] for b in jarak},
    )


def isi_tabel(lembar: Any) -> list[list[Any]]:
    """Return the rows of the one table of a sheet, below its header."""
    (tabel,) = lembar.tables.values()
    return [[s.value for s in b] for b in lembar[tabel.ref][1:]]


def hitung(buku: Mapping[str, Workbook], folder: Path) -> dict[str, Workbook]:
    """Return the workbooks as LibreOffice computes them, all in one start of the program.

    openpyxl writes formulas without values, so LibreOffice has none to trust.
    """
    program = need_program("soffice", "libreoffice")
    masuk, keluar = folder / "masuk", folder / "keluar"
    masuk.mkdir()
    for nama, isi in buku.items():
        isi.save(masuk / f"{nama}.xlsx")
    profil = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
    perintah = [program, profil, "--headless", "--convert-to", "xlsx", "--outdir", str(keluar)]
    subprocess.run(
        [*perintah, *(str(masuk / f"{n}.xlsx") for n in buku)], check=True, capture_output=True, timeout=BATAS_DETIK
    )
    return {nama: openpyxl.load_workbook(keluar / f"{nama}.xlsx", data_only=True) for nama in buku}
