"""Tell when a returned file was last saved: by what stands inside it, else by the file itself."""

import re
from datetime import UTC, datetime
from pathlib import Path
from zipfile import BadZipFile, ZipFile

BAGIAN = {"docProps/core.xml": "modified", "meta.xml": "date"}
"""The part of a workbook (XLSX, ODS) that tells its time, and the name of the element."""

TERPANJANG = 100_000
"""Bytes of such a part that are looked at."""

TERAWAL = datetime(2000, 1, 1, tzinfo=UTC)
"""An earlier time is one that a program put where it knew none."""


def waktu_berkas(path: Path) -> datetime | None:
    """Return the time of a file (UTC, whole seconds); None where nobody knows it.

    Our own templates hold a time of 1980, which says nothing.
    """
    dalam = _dalam(path) if path.is_file() else None
    try:
        luar = datetime.fromtimestamp(_terbaru(path), UTC).replace(microsecond=0)
    except (OSError, OverflowError, ValueError):
        luar = None
    return next((w for w in (dalam, luar) if w is not None and w >= TERAWAL), None)


def _terbaru(path: Path) -> float:
    """Return the newest time of a file, or of the files of a folder."""
    return max(p.stat().st_mtime for p in (path.iterdir() if path.is_dir() else [path]))


def _dalam(path: Path) -> datetime | None:
    try:
        with ZipFile(path) as arsip:
            for nama in BAGIAN.keys() & set(arsip.namelist()):
                with arsip.open(nama) as isi:
                    teks = isi.read(TERPANJANG).decode("utf-8", errors="replace")
                cocok = re.search(rf"<[a-z]+:{BAGIAN[nama]}\b[^>]*>([^<]+)<", teks)
                waktu = baca_waktu(cocok[1].strip()) if cocok else None
                if waktu is not None and waktu >= TERAWAL:
                    return waktu
    except (BadZipFile, OSError, NotImplementedError, RuntimeError):
        return None
    return None


def baca_waktu(teks: str) -> datetime | None:
    """Return a time in UTC; None for a text that is none."""
    try:
        waktu = datetime.fromisoformat(teks)
    except ValueError:
        return None
    return (waktu if waktu.tzinfo else waktu.replace(tzinfo=UTC)).astimezone(UTC).replace(microsecond=0)
