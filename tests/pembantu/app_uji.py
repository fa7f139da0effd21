"""A real app for a test: started as a person starts it, its address read from what it prints."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from kla_lib.letak import FOLDER_PROYEK

BATAS = 90  # seconds for the server, and again for the page
MULAI = (
    "import sys; from pathlib import Path; from kla_lib.publish.aplikasi.app import open_app; "
    "from kla_lib.rules.params import params_bawaan; "
    "n, r = sys.argv[1:]; sys.exit(open_app(params_bawaan(), n, Path(r) if r else None, None, False))"
)


@contextmanager
def run_app(
    folder: Path,
    notebook: Path | None = None,
    rapat: Path | None = None,
    lingkungan: Mapping[str, str] | None = None,
) -> Iterator[str]:
    """Start the app, its log in `folder`; give the full address with token and stop it afterwards as Ctrl+C does.

    notebook: an .ipynb file; None for the scenario panel.
    """
    log = folder / "app.log"
    perintah = [sys.executable, "-c", MULAI, str(notebook or "20_skenario"), str(rapat or "")]
    with log.open("w", encoding="utf-8") as f:
        server = subprocess.Popen(
            perintah, cwd=FOLDER_PROYEK, env=os.environ | dict(lingkungan or {}), stdout=f, stderr=subprocess.STDOUT
        )
    try:
        yield _alamat(log, server)
    finally:
        server.send_signal(signal.SIGINT)
        try:
            server.wait(timeout=30)
        except subprocess.TimeoutExpired:
            server.kill()
            raise


def _alamat(log: Path, server: subprocess.Popen[bytes]) -> str:
    """Return the address that the app prints when it listens."""
    batas = time.monotonic() + BATAS
    while time.monotonic() < batas:
        if cocok := re.search(r"http://127\.0\.0\.1:\d+/\?token=\w+", log.read_text(encoding="utf-8")):
            return cocok.group()
        if server.poll() is not None:
            pytest.fail(f"the app ended before it listened:\n{log.read_text(encoding='utf-8')}")
        time.sleep(0.1)
    pytest.fail(f"the app did not listen in time:\n{log.read_text(encoding='utf-8')}")
