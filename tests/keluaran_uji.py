"""Meetings run once for all the tests that look at their pages."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from kla_lib.letak import FOLDER_PROYEK


@dataclass(frozen=True)
class Jalan:
    """What one `kla run` printed and returned."""

    kode: int
    keluar: str
    pesan: str


def kla_run(rapat: Path, outputs: Path, *pilihan: str, proyek: Path = FOLDER_PROYEK) -> Jalan:
    """Run `kla run` of a checkout in a process of its own, as an evaluator does."""
    perintah = [sys.executable, "-m", "kla_lib.cli", "run", str(rapat), "--outputs", str(outputs), *pilihan]
    lingkungan = os.environ | {"PYTHONPATH": str(proyek)}
    p = subprocess.run(perintah, cwd=proyek, env=lingkungan, capture_output=True, text=True, timeout=240, check=False)
    return Jalan(p.returncode, p.stdout, p.stderr)
