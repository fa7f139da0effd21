"""The first notebook in a real JupyterLab: it opens, runs, and asks nothing of the network.

Slow, because a server and a kernel are started.
"""

import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from kla_lib.letak import FOLDER_PROYEK
from kla_lib.publish.lab import lab_command, lab_environment
from tests.browser.peramban import open_chromium

TOKEN = "uji"
BATAS = 90  # seconds for the server, and again for the notebook


@pytest.fixture
def lab(tmp_path: Path) -> Iterator[str]:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        port = s.getsockname()[1]
    perintah = [
        *lab_command(),
        "--no-browser",
        "--allow-root",
        f"--ServerApp.port={port}",
        f"--ServerApp.token={TOKEN}",
    ]
    milik_uji = {f"JUPYTERLAB_{nama}_DIR": str(tmp_path / nama) for nama in ("SETTINGS", "WORKSPACES")}
    with (tmp_path / "lab.log").open("w") as log:
        server = subprocess.Popen(
            perintah, cwd=FOLDER_PROYEK, env=lab_environment() | milik_uji, stdout=log, stderr=subprocess.STDOUT
        )
    try:
        wait_for(f"http://127.0.0.1:{port}/api/status?token={TOKEN}", server)
        yield f"http://127.0.0.1:{port}/lab/tree/notebooks/00_mulai.ipynb?token={TOKEN}"
    finally:
        server.terminate()
        server.wait(timeout=30)


def wait_for(alamat: str, server: subprocess.Popen[bytes]) -> None:
    batas = time.monotonic() + BATAS
    while time.monotonic() < batas:
        assert server.poll() is None, "JupyterLab ended before it answered"
        try:
            with urllib.request.urlopen(alamat, timeout=5):
                return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.3)
    pytest.fail("JupyterLab did not answer in time")


def test_the_first_notebook_runs_in_jupyterlab_offline(lab: str) -> None:
    with open_chromium() as browser:
        page = browser.new_page(viewport={"width": 1366, "height": 2400})
        keluar: list[str] = []
        page.on("request", lambda r: keluar.append(r.url) if "//127.0.0.1:" not in r.url[:20] else None)
        page.goto(lab)
        expect(page.get_by_text("Python 3 (ipykernel) | Idle")).to_be_visible(timeout=BATAS * 1000)
        page.get_by_role("menuitem", name="Run", exact=True).click()
        page.get_by_text("Run All Cells", exact=True).click()
        expect(page.get_by_text("kita 771,81, setara Nindya")).to_be_visible(timeout=BATAS * 1000)
        expect(page.get_by_text("Tidak ada kesalahan dalam buku data.")).to_be_visible()
        panel = page.get_by_label("Klaster", exact=True)
        expect(panel).to_be_visible(timeout=BATAS * 1000)
        panel.select_option(label="Klaster IV · Pendidikan dan budaya")
        expect(page.locator(".jp-OutputArea img[src*='Wajib%20belajar']")).to_be_visible(timeout=BATAS * 1000)
        expect(page.get_by_text("Jupyter news")).to_have_count(0)
        assert not [u for u in keluar if not u.startswith(("data:", "blob:", "ws://127.0.0.1:"))]
