"""Keep the journal of a meeting: one line per event of a run, on disk before the run goes on."""

import json
import os
import uuid
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from kla_lib.berkas import open_sendiri
from kla_lib.tempat import is_tempat

JURNAL = ".jurnal.jsonl"

MULAI, SELESAI = "mulai", "selesai"
PAKET_MULAI, PAKET_JADI, PAKET_GAGAL, PAKET_TETAP = "paket_mulai", "paket_jadi", "paket_gagal", "paket_tetap"
PAKET_PULIH = "paket_pulih"
LEMBAR_MULAI, LEMBAR_JADI = "lembar_mulai", "lembar_jadi"

Peristiwa = dict[str, Any]


class Jurnal:
    """The journal as one run writes it; only the holder of the meeting's lock does.

    robek: whether the run before was torn off in the middle of a line.
    The order of the lines is the order of the events; their times are only
    for people, since a clock can jump.
    """

    def __init__(self, folder: Path) -> None:
        self.path = folder / JURNAL
        self.lari = uuid.uuid4().hex[:12]
        isi = self.path.read_bytes() if self.path.is_file() else b""
        self.robek = bool(isi) and not isi.endswith(b"\n")
        if self.robek:
            self._tambah(b"\n")  # the line that a power cut has torn stays by itself

    def catat(self, kejadian: str, **isi: Any) -> None:
        """Add one event."""
        saat = datetime.now(UTC).isoformat(timespec="seconds")
        baris = {"lari": self.lari, "saat": saat, "kejadian": kejadian, **isi}
        self._tambah(json.dumps(baris, ensure_ascii=False).encode() + b"\n")

    def _tambah(self, isi: bytes) -> None:
        with open_sendiri(self.path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, "ab") as f:
            f.write(isi)
            f.flush()
            os.fsync(f.fileno())


def read_jurnal(folder: Path) -> tuple[list[Peristiwa], int]:
    """Return the events of a meeting in their order, and how many lines could not be read."""
    path = folder / JURNAL
    peristiwa, rusak = [], 0
    for baris in path.read_bytes().split(b"\n") if path.is_file() else []:
        if not baris.strip():
            continue
        try:
            isi = json.loads(baris)
        except (ValueError, RecursionError):
            isi = None
        if isinstance(isi, dict) and isinstance(isi.get("kejadian"), str) and "lari" in isi:
            peristiwa.append(isi)
        else:
            rusak += 1
    return peristiwa, rusak


def terputus(peristiwa: list[Peristiwa]) -> bool:
    """Whether the last run has begun and not ended: it was killed, or power failed."""
    akhir = [p["kejadian"] for p in peristiwa if p["kejadian"] in (MULAI, SELESAI)]
    return bool(akhir) and akhir[-1] == MULAI


def lembar_kita(peristiwa: list[Peristiwa]) -> set[tuple[str, str]]:
    """Return place and hash of every sheet that runs were about to write: whoever else wrote one, these we did."""
    kita: set[tuple[str, str]] = set()
    for p in peristiwa:
        if p["kejadian"] == LEMBAR_MULAI and isinstance(p.get("berkas"), dict):
            kita |= {(tempat, str(sidik)) for tempat, sidik in p["berkas"].items() if is_tempat(tempat)}
    return kita
