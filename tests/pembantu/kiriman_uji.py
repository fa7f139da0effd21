"""Returned office files for tests: templates filled in as an office would, with faults planted on purpose."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from kla_lib.data.buku import Buku, load_buku
from kla_lib.data.kumpul.isian import daftar_peran, make_isian
from kla_lib.publish.lembar.isian import nama_berkas, template_bytes
from kla_lib.rules.daerah.daerah import load_daerah
from kla_lib.rules.form.instrumen import load_instrumen
from kla_lib.rules.rapat import path_buku
from tests.pembantu.params_uji import PARAMS

DAERAH = "kota-contoh"


def buku_contoh() -> Buku:
    return load_buku(PARAMS, path_buku("contoh:kota-contoh"))


def write_template(path: Path, opd: str | None, buku: Buku | None = None, tahun: int = 2024) -> Path:
    path.write_bytes(_template(opd, tahun) if buku is None else _make_template(opd, tahun, buku))
    return path


def _make_template(opd: str | None, tahun: int, buku: Buku | None) -> bytes:
    isian = make_isian(PARAMS, load_daerah(PARAMS, DAERAH), load_instrumen(PARAMS, "2024"), tahun, opd, buku)
    return template_bytes(isian)


@cache
def _template(opd: str | None, tahun: int) -> bytes:
    return _make_template(opd, tahun, None)


@cache
def kiriman(opd: str) -> bytes:
    """Return the file of an office, filled in as the example book says."""
    with TemporaryDirectory() as folder:
        path = write_template(Path(folder, "isian.xlsx"), opd)
        fill_from(path, buku_contoh(), opd)
        return path.read_bytes()


class Berkas:
    """A returned file that is opened, changed by column name, and saved again."""

    def __init__(self, path: Path):
        self.path = path
        self.buku = openpyxl.load_workbook(path)

    def __enter__(self) -> "Berkas":
        return self

    def __exit__(self, *_galat: object) -> None:
        self.buku.save(self.path)

    def kepala(self, lembar: str) -> tuple[Worksheet, int, dict[str, int]]:
        ws = self.buku[lembar]
        kunci = {"Keterangan": "kunci"}.get(lembar, "id_dokumen" if lembar == "Data dukung" else "indikator")
        nomor = next(r for r in range(1, 40) if kunci in [c.value for c in ws[r]])
        return ws, nomor, {c.value: c.column for c in ws[nomor] if c.value}

    def baris(self, lembar: str, **kunci: Any) -> int:
        ws, nomor, kolom = self.kepala(lembar)
        return next(
            r
            for r in range(nomor + 1, ws.max_row + 1)
            if all(ws.cell(r, kolom[k]).value == v for k, v in kunci.items())
        )

    def isi(self, lembar: str, baris: int, **nilai: Any) -> str:
        """Fill cells of a row; return the address of the last one."""
        ws, _nomor, kolom = self.kepala(lembar)
        alamat = ""
        for k, v in nilai.items():
            sel = ws.cell(baris, kolom[k])
            sel.value = v
            alamat = sel.coordinate
        return alamat

    def jawab(self, kode: str, **nilai: Any) -> str:
        """Fill the answer of a question, "12/1"."""
        indikator, pertanyaan = kode.split("/")
        return self.isi("Penilaian", self.baris("Penilaian", indikator=indikator, pertanyaan=pertanyaan), **nilai)


def fill_from(path: Path, buku: Buku, opd: str) -> None:
    """Fill a blank template with what the example book says of the office's questions and documents."""
    assert buku.penilaian is not None and buku.data_dukung is not None and buku.dokumen_pertanyaan is not None
    nilai = {(r.indikator, r.pertanyaan): r.nilai for r in buku.penilaian.itertuples() if r.nilai == r.nilai}
    dokumen = buku.data_dukung[buku.data_dukung["opd"] == opd].reset_index(drop=True)
    with Berkas(path) as b:
        ws, kepala, kolom = b.kepala("Penilaian")
        for r in range(kepala + 1, ws.max_row + 1):
            kode = (ws.cell(r, kolom["indikator"]).value, ws.cell(r, kolom["pertanyaan"]).value)
            if kode in nilai:
                ws.cell(r, kolom["nilai"]).value = nilai[kode]
                ws.cell(r, kolom["dikonfirmasi"]).value = "ya"
        ws, kepala, kolom = b.kepala("Data dukung")
        nomor = {}
        for n, d in dokumen.iterrows():
            r = kepala + 1 + int(str(n))
            nomor[d["id_dokumen"]] = ws.cell(r, 1).value
            for k in ("judul", "jenis", "tahun_dokumen", "tanggal_dokumen", "status", "tautan", "catatan"):
                ws.cell(r, kolom[k]).value = d[k]
        ws, kepala, kolom = b.kepala("Dokumen pertanyaan")
        kaitan = {
            (k.indikator, k.pertanyaan): nomor[k.id_dokumen]
            for k in buku.dokumen_pertanyaan.itertuples()
            if k.id_dokumen in nomor and k.wajib
        }
        for r in range(kepala + 1, ws.max_row + 1):
            kode = (ws.cell(r, kolom["indikator"]).value, ws.cell(r, kolom["pertanyaan"]).value)
            if kode in kaitan:
                ws.cell(r, kolom["id_dokumen"]).value = kaitan[kode]


def write_semua(folder: Path, ubah: Callable[[str, Path], None] | None = None) -> list[Path]:
    """Write the filled file of every office of the form into a folder."""
    folder.mkdir()
    hasil = []
    for opd in daftar_peran(load_instrumen(PARAMS, "2024")):
        path = folder / nama_berkas(DAERAH, opd)
        path.write_bytes(kiriman(opd))
        if ubah:
            ubah(opd, path)
        hasil.append(path)
    return hasil
