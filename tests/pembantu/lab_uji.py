"""A real JupyterLab for a test, and the example meeting with its book as a workbook outside the project."""

import csv
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from kla_lib.letak import FOLDER_CONTOH, FOLDER_PARAMS
from kla_lib.publish.aplikasi.lab import lab_command, lab_environment
from tests.pembantu.buku_uji import BERKAS, write_xlsx

TOKEN = "uji"
BATAS = 90  # seconds for the server, and again for the notebook


def write_rapat(folder: Path) -> Path:
    """Write the example meeting and its book as a workbook; return the workbook."""
    asal = FOLDER_CONTOH / "kota-contoh"
    isi = {}
    for lembar, berkas in BERKAS.items():
        with (asal / berkas).open(encoding="utf-8", newline="") as f:
            isi[lembar] = [list(b) for b in csv.reader(f)]
    rapat = (FOLDER_PARAMS / "rapat" / "kota-contoh-1.yaml").read_text(encoding="utf-8")
    assert "buku_data: contoh:kota-contoh\n" in rapat
    rapat = rapat.replace("buku_data: contoh:kota-contoh\n", "buku_data: buku.xlsx\n")
    (folder / "kota-contoh-1.yaml").write_text(rapat, encoding="utf-8")
    return write_xlsx(isi, folder / "buku.xlsx")


@contextmanager
def run_lab(folder: Path, kerja: Path, lingkungan: Mapping[str, str] | None = None) -> Iterator[str]:
    """Start JupyterLab in `kerja`, its settings and log in `folder`; give its address and stop it afterwards."""
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        port = s.getsockname()[1]
    perintah = [*lab_command(), "--no-browser", "--allow-root", f"--ServerApp.port={port}"]
    perintah.append(f"--ServerApp.token={TOKEN}")
    semua = lab_environment() | dict(lingkungan or {})
    semua |= {f"JUPYTERLAB_{nama}_DIR": str(folder / nama) for nama in ("SETTINGS", "WORKSPACES")}
    with (folder / "lab.log").open("w") as log:
        server = subprocess.Popen(perintah, cwd=kerja, env=semua, stdout=log, stderr=subprocess.STDOUT)
    try:
        _wait(f"http://127.0.0.1:{port}/api/status?token={TOKEN}", server)
        yield f"http://127.0.0.1:{port}/lab"
    finally:
        server.terminate()
        server.wait(timeout=30)


def _wait(alamat: str, server: subprocess.Popen[bytes]) -> None:
    batas = time.monotonic() + BATAS
    while time.monotonic() < batas:
        assert server.poll() is None, "JupyterLab ended before it answered"
        try:
            with urllib.request.urlopen(alamat, timeout=5):
                return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.3)
    pytest.fail("JupyterLab did not answer in time")
