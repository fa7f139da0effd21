"""Keep copies of a data book from before each change."""

import re
from datetime import datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from kla_lib.berkas import PEMILIK, write_whole
from kla_lib.data.baca_buku import berkas_csv
from kla_lib.tukar import sapu_sisa

FOLDER = "cadangan"
BANYAK = 20
"""How many copies of one book are kept."""


def make_cadangan(path: Path, waktu: datetime) -> Path:
    """Copy a book into the folder `cadangan` beside it and return the copy's place; a folder becomes a ZIP.

    The name tells the time, or that of the copy before where the clock was set
    back since: so the order of names is that in which they were made, and none
    is written over.  Of this book's copies the oldest beyond BANYAK are removed.
    """
    nama, akhiran = _nama(path)
    (path.parent / FOLDER).mkdir(mode=0o700, exist_ok=True)  # what is hidden from the public stands there unhidden
    sapu_sisa(path.parent / FOLDER, rf"{re.escape(nama)}-[0-9-]+{re.escape(akhiran)}")
    ada = daftar_cadangan(path)
    cap, urutan = f"{waktu:%Y%m%d-%H%M%S}", 1
    if ada and (terakhir := _urutan(ada[-1], nama, akhiran)) >= (cap, 1):
        cap, urutan = terakhir[0], terakhir[1] + 1
    salinan = path.parent / FOLDER / f"{nama}-{cap}{f'-{urutan:02}' if urutan > 1 else ''}{akhiran}"
    write_whole(salinan, _zip_csv(path) if path.is_dir() else path.read_bytes(), PEMILIK)
    for lama in ada[: -BANYAK + 1]:
        lama.unlink(missing_ok=True)
    return salinan


def daftar_cadangan(path: Path) -> list[Path]:
    """Return the copies of a book, oldest first."""
    nama, akhiran = _nama(path)
    folder = path.parent / FOLDER
    ada = {p: _urutan(p, nama, akhiran) for p in folder.iterdir()} if folder.is_dir() else {}
    return sorted((p for p, urutan in ada.items() if urutan[1]), key=lambda p: ada[p])


def _nama(path: Path) -> tuple[str, str]:
    return (path.name, ".zip") if path.is_dir() else (path.stem, path.suffix)


def _urutan(salinan: Path, nama: str, akhiran: str) -> tuple[str, int]:
    """Return the time in a copy's name and its number among those of that time; number 0 where it is none of them."""
    cocok = re.fullmatch(
        rf"{re.escape(nama)}-([0-9]{{8}}-[0-9]{{6}})(?:-([0-9]{{1,9}}))?{re.escape(akhiran)}", salinan.name
    )
    return (cocok[1], int(cocok[2] or 1)) if cocok else ("", 0)


def _zip_csv(folder: Path) -> bytes:
    keluar = BytesIO()
    with ZipFile(keluar, "w", ZIP_DEFLATED) as arsip:
        for p in berkas_csv(folder):
            arsip.writestr(p.name, p.read_bytes())
    return keluar.getvalue()
