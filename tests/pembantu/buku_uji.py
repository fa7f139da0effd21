"""Data books for tests: the same tables as a folder of CSV files or as one workbook."""

import csv
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from kla_lib.data.buku import load_buku
from kla_lib.errors import KlaError
from tests.pembantu.params_uji import PARAMS

Tabel = list[list[Any]]
Isi = dict[str, Tabel]

BERKAS = {
    "Keterangan": "keterangan.csv",
    "Penilaian": "penilaian.csv",
    "Data dukung": "data_dukung.csv",
    "Dokumen pertanyaan": "dokumen_pertanyaan.csv",
    "Capaian": "capaian.csv",
    "Wilayah": "wilayah.csv",
    "RAD": "rad.csv",
    "Tindak lanjut": "tindak_lanjut.csv",
}

KOLOM = {
    "Keterangan": "kunci isi",
    "Penilaian": "tahap klaster indikator pertanyaan nilai dikonfirmasi catatan catatan_verifikator",
    "Data dukung": "id_dokumen judul jenis opd tahun_dokumen tanggal_dokumen status tautan hash diperiksa_oleh catatan",
    "Dokumen pertanyaan": "indikator pertanyaan id_dokumen wajib",
    "Capaian": "indikator ukuran tahun wilayah nilai satuan pembilang penyebut jenis_sumber arah target sumber letak",
    "Wilayah": "kode_wilayah nama tingkat indikator pertanyaan isi diterima",
    "RAD": "id_kegiatan klaster program kegiatan indikator pertanyaan opd pilar target realisasi satuan anggaran "
    "sumber_dana mulai tenggat status kendala jenis_celah poin_min poin poin_maks butuh bentrok",
    "Tindak lanjut": "id_keputusan rapat keputusan klaster indikator pertanyaan opd tenggat hasil status "
    "tanggal_status",
}

KETERANGAN = {
    "daerah": "kota-contoh",
    "tahun_evaluasi": 2024,
    "instrumen": "2024",
    "tahap_berjalan": "em",
    "tanggal_data": date(2025, 2, 10),
    "contoh": "ya",
    "sumber": "Angka buatan untuk uji",
}


def tabel(lembar: str, *baris: dict[str, Any]) -> Tabel:
    """Return a table with its header; a column that a row does not name stays empty."""
    kolom = KOLOM[lembar].split()
    for isi in baris:
        assert set(isi) <= set(kolom), f"{lembar}: {set(isi) - set(kolom)}"
    return [kolom, *([isi.get(k) for k in kolom] for isi in baris)]


def isi_buku(*penilaian: list[Any], keterangan: dict[str, Any] | None = None, **lain: Tabel) -> Isi:
    """Return the tables of a small book.

    penilaian: rows [tahap, klaster, indikator, pertanyaan, nilai, …].
    keterangan: keys to change.  lain: further tables, "Data_dukung" for the sheet "Data dukung".
    """
    kepala = KETERANGAN | (keterangan or {})
    return {
        "Keterangan": [["kunci", "isi"], *([k, v] for k, v in kepala.items())],
        "Penilaian": [KOLOM["Penilaian"].split(), *map(list, penilaian)],
    } | {nama.replace("_", " "): isi for nama, isi in lain.items()}


def teks_sel(sel: Any) -> str:
    return "" if sel is None else str(sel)


def write_folder(isi: Isi, folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    for lembar, baris in isi.items():
        with (folder / BERKAS[lembar]).open("w", encoding="utf-8", newline="") as f:
            csv.writer(f).writerows([[teks_sel(s) for s in b] for b in baris])
    return folder


def write_xlsx(isi: Isi, path: Path) -> Path:
    """Write numbers as numbers, dates as dates and text as text, like a careful evaluator in Excel."""
    buku = openpyxl.Workbook()
    buku.remove(buku.active)
    for lembar, baris in isi.items():
        halaman = buku.create_sheet(lembar)
        for b in baris:
            halaman.append([None if s == "" else s for s in b])
    buku.save(path)
    return path


@dataclass(frozen=True)
class Penulis:
    """Writes a book in one of its two shapes, and says how a message names a place in it."""

    bentuk: str
    induk: Path

    def tulis(self, isi: Isi) -> Path:
        if self.bentuk == "folder":
            return write_folder(isi, self.induk / "buku")
        return write_xlsx(isi, self.induk / "buku.xlsx")

    def tempat(self, lembar: str, sel: str = "") -> str:
        awal = BERKAS[lembar] if self.bentuk == "folder" else f"buku.xlsx, lembar {lembar}"
        return f"{awal}, {sel}: " if sel else f"{awal}: "


def pesan_buku(path: Path, instrumen: str | None = None) -> list[str]:
    """Return the messages with which the book is refused; a book that is accepted fails the test."""
    with pytest.raises(KlaError) as e:
        load_buku(PARAMS, path, instrumen)
    return [str(k) for k in e.value.kesalahan]
