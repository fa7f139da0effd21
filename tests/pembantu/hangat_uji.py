"""Commands of `kla` without the seconds of importing: each in a process of its own, forked from one that is ready."""

import json
import os
import select
import subprocess
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from kla_lib.letak import FOLDER_PROYEK

PALING_LAMA = 240
"""Seconds that a command may take on a busy machine."""


class IndukHangat:
    """The process that is ready, and what is asked of it; Linux only."""

    def __init__(self) -> None:
        self._proses = subprocess.Popen(
            [sys.executable, str(Path(__file__).with_name("induk_hangat.py"))],
            cwd=FOLDER_PROYEK,
            env=os.environ | {"PYTHONPATH": str(FOLDER_PROYEK)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def mulai(self, argumen: list[str], lingkungan: Mapping[str, str], keluar: Path, pesan: Path) -> int:
        """Begin a command and return its process id; what it prints is added to two files, which may be one."""
        return self._minta(
            {"argumen": argumen, "lingkungan": dict(lingkungan), "keluar": str(keluar), "pesan": str(pesan)}
        )

    def tunggu(self, pid: int) -> int:
        """Return how a command ended: its exit code, or minus the signal that killed it."""
        return self._minta(pid)

    def tutup(self) -> None:
        """End the process, which has no command under way."""
        assert self._proses.stdin is not None and self._proses.stdout is not None
        self._proses.stdin.close()
        self._proses.wait(timeout=PALING_LAMA)
        self._proses.stdout.close()

    def _minta(self, isi: object) -> int:
        assert self._proses.stdin is not None and self._proses.stdout is not None
        self._proses.stdin.write(json.dumps(isi) + "\n")
        self._proses.stdin.flush()
        assert select.select([self._proses.stdout], [], [], PALING_LAMA)[0], f"no answer in {PALING_LAMA} seconds"
        return int(self._proses.stdout.readline())


@cache
def induk_hangat() -> IndukHangat:
    """Return the one ready process of this process of tests, which ends with the run: see `end_induk`."""
    return IndukHangat()


def end_induk() -> None:
    """End the ready process, if a test has asked for it."""
    if induk_hangat.cache_info().currsize:
        induk_hangat().tutup()
        induk_hangat.cache_clear()
