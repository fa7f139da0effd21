"""Write the tables that the generators make as CSV files."""

import csv
from datetime import date
from pathlib import Path

from kla_lib.tabel.bentuk import Bentuk

Sel = str | int | float | date | None
Baris = dict[str, Sel]
Tabel = list[Baris]
Kode = tuple[str, str]
"""indikator, pertanyaan"""
Buku = dict[Bentuk, Tabel]


def write_buku(buku: Buku, folder: Path) -> None:
    """Write every table of a book into a folder, made if it is not there."""
    folder.mkdir(parents=True, exist_ok=True)
    for bentuk, tabel in buku.items():
        write_tabel(folder, bentuk, tabel)


def write_tabel(folder: Path, bentuk: Bentuk, tabel: Tabel) -> None:
    """Write one table as CSV: UTF-8, commas, "\\n", an empty cell for None."""
    with (folder / bentuk.berkas).open("w", encoding="utf-8", newline="") as berkas:
        tulis = csv.writer(berkas, lineterminator="\n")
        kolom = [k.nama for k in bentuk.kolom if not k.opsional or any(k.nama in baris for baris in tabel)]
        tulis.writerow(kolom)
        tulis.writerows([teks_sel(baris.get(k)) for k in kolom] for baris in tabel)


def teks_sel(isi: Sel) -> str:
    """Return a cell as it is written."""
    if isi is None:
        return ""
    return f"{isi:.15g}" if isinstance(isi, float) else str(isi)
