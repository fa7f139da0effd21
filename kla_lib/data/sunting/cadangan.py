"""Keep copies of a data book from before each change."""

import re
from datetime import datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from kla_lib.berkas import write_whole

FOLDER = "cadangan"
BANYAK = 20
"""How many copies of one book are kept."""


def make_cadangan(path: Path, waktu: datetime) -> Path:
    """Copy a book into the folder `cadangan` beside it and return the copy's place; a folder becomes a ZIP.

    The name tells the time; of this book's copies the oldest beyond BANYAK are removed.
    """
    akhiran = ".zip" if path.is_dir() else path.suffix
    nama = path.name if path.is_dir() else path.stem
    folder = path.parent / FOLDER
    dasar = f"{nama}-{waktu:%Y%m%d-%H%M%S}"
    salinan = folder / f"{dasar}{akhiran}"
    urutan = 2
    while salinan.exists():
        salinan = folder / f"{dasar}-{urutan:02}{akhiran}"
        urutan += 1
    write_whole(salinan, _zip_csv(path) if path.is_dir() else path.read_bytes())
    for lama in daftar_cadangan(path)[:-BANYAK]:
        lama.unlink()
    return salinan


def daftar_cadangan(path: Path) -> list[Path]:
    """Return the copies of a book, oldest first."""
    akhiran = ".zip" if path.is_dir() else path.suffix
    nama = path.name if path.is_dir() else path.stem
    pola = re.compile(rf"{re.escape(nama)}-\d{{8}}-\d{{6}}(-\d+)?{re.escape(akhiran)}")
    ada = [p for p in (path.parent / FOLDER).glob("*") if pola.fullmatch(p.name)]
    return sorted(ada, key=lambda p: p.name.removesuffix(akhiran))


def _zip_csv(folder: Path) -> bytes:
    keluar = BytesIO()
    with ZipFile(keluar, "w", ZIP_DEFLATED) as arsip:
        for p in sorted(folder.glob("*.csv")):
            arsip.writestr(p.name, p.read_bytes())
    return keluar.getvalue()
