"""Keep one warm process at hand and let it make meetings; one that dies is begun anew."""

import json
import os
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import asdict
from threading import Lock
from typing import Any

from kla_lib.bahasa import _
from kla_lib.publish.banyak.pesanan import GAGAL, AkhirRapat, PesananRapat

MALLOC_DASK = "MALLOC_TRIM_THRESHOLD_"
"""What Dask sets for its workers; it makes the short lives of our forked processes an eighth dearer."""
KALI = 2
"""How often a meeting is begun whose warm process dies."""


class IndukHangat:
    """A warm process, begun when first asked; threads that ask at the same time wait for each other."""

    def __init__(self) -> None:
        self._proses: subprocess.Popen[str] | None = None
        self._giliran = Lock()

    def kerjakan(self, pesanan: PesananRapat) -> AkhirRapat:
        """Return how a meeting ended; it fails under its name where its process died each time."""
        dari = time.monotonic()
        for _kali in range(KALI):
            with self._giliran:
                jawab = self._tanya(json.dumps(asdict(pesanan)))
                if jawab is None:
                    self.tutup()
            if jawab is not None:
                return AkhirRapat(**{**jawab, "pesan": tuple(jawab["pesan"])})
        return AkhirRapat(pesanan.id, GAGAL, time.monotonic() - dari, (_("prosesnya berhenti mendadak, dua kali"),))

    def _tanya(self, baris: str) -> Any:
        """Return the answer to a line; None where the process has died."""
        proses = self._proses or self._mulai()
        if proses.stdin is None or proses.stdout is None:
            raise ValueError("a process without pipes")
        try:
            proses.stdin.write(baris + "\n")
            proses.stdin.flush()
            return json.loads(proses.stdout.readline() or "null")
        except (OSError, ValueError):  # it died, perhaps in the middle of its answer
            return None

    def _mulai(self) -> subprocess.Popen[str]:
        self._proses = subprocess.Popen(
            [sys.executable, "-m", "kla_lib.publish.banyak.induk"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={k: v for k, v in os.environ.items() if k != MALLOC_DASK},
            encoding="utf-8",
        )
        return self._proses

    def tutup(self) -> None:
        """Let the process end: nobody will ask it any more; what it is making it leaves, to be finished later."""
        proses, self._proses = self._proses, None
        if proses is not None and proses.stdin is not None and proses.stdout is not None:
            with suppress(OSError):
                proses.stdin.close()
            proses.wait()
            proses.stdout.close()
