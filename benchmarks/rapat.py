"""Compare `kla run` with the papermill and nbconvert commands, one finished pack each, in one run.

    .venv/bin/python benchmarks/rapat.py [--json]

Prints seconds and the ratio stock ÷ ours; the ratio holds better than the seconds.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from kla_lib.letak import FOLDER_NOTEBOOKS, FOLDER_PARAMS
from kla_lib.rules.instrumen import KLASTER

RAPAT = FOLDER_PARAMS / "rapat" / "ogan-ilir-2024.yaml"
PAKET = len(KLASTER) + 1  # and the summary


def time_command(*perintah: str) -> float:
    """Return the seconds that a command takes; it must succeed."""
    mulai = time.perf_counter()
    subprocess.run(perintah, check=True, capture_output=True)
    return time.perf_counter() - mulai


def main() -> None:
    """Run both ways and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    notebook = str(FOLDER_NOTEBOOKS / "30_paket_klaster.ipynb")
    with tempfile.TemporaryDirectory() as t:
        keluar = str(Path(t) / "paket.ipynb")
        stok = time_command(sys.executable, "-m", "papermill", notebook, keluar, "-p", "klaster", "klaster_3")
        stok += time_command(sys.executable, "-m", "nbconvert", "--to", "html", keluar)
        rapat = time_command(sys.executable, "-m", "kla_lib.cli", "run", str(RAPAT), "--outputs", t)
    hasil = {
        "detik_rapat": round(rapat, 1),
        "detik_per_paket": round(rapat / PAKET, 2),
        "rasio_stok": round(stok / (rapat / PAKET), 1),
    }
    print(json.dumps(hasil) if args.json else "\n".join(f"{k}: {v}" for k, v in hasil.items()))


if __name__ == "__main__":
    main()
