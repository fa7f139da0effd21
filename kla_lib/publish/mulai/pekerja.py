"""Run one command beside the start page, and see how far it is."""

import os
import re
import subprocess
import sys

from kla_lib.letak import FOLDER_LAIN, folder_kerja
from kla_lib.publish.mulai.sementara import folder_sementara

MAJU = re.compile(r"^(\d+)/(\d+) ", re.M)
"""How far a run is, at the head of the lines of `Kemajuan`."""


class Pekerja:
    """`kla …` in a process of its own: the page stays awake, and what becomes of one does not touch the other.

    What it says goes to a file, so it also ends well when the page is closed.
    """

    def __init__(self, *argumen: str) -> None:
        self._log = folder_sementara(self, "kla-kerja-") / "log"
        # Told rather than found again: the page may have made a work folder that does not lie above this one.
        lingkungan = os.environ | {FOLDER_LAIN: str(folder_kerja() or ""), "PYTHONIOENCODING": "utf-8"}
        with self._log.open("wb") as log:
            self._proses = subprocess.Popen(
                [sys.executable, "-m", "kla_lib.cli", *argumen],
                env=lingkungan,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
            )

    @property
    def kode(self) -> int | None:
        """The exit code; None while it runs."""
        return self._proses.poll()

    def tunggu(self) -> int:
        """Wait until it has ended; return the exit code."""
        return self._proses.wait()

    @property
    def teks(self) -> str:
        """What it has said so far."""
        return self._log.read_text(encoding="utf-8", errors="replace").strip()

    @property
    def maju(self) -> tuple[int, int]:
        """How many packs of how many are done, as far as it has said; (0, 0) before it has said any."""
        semua = MAJU.findall(self.teks)
        return (int(semua[-1][0]), int(semua[-1][1])) if semua else (0, 0)
