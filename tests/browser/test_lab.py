"""The first notebook in a real JupyterLab: it opens, runs, and asks nothing of the network.

Slow, because a server and a kernel are started.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from kla_lib.letak import FOLDER_PROYEK
from tests.pembantu.lab_uji import BATAS, TOKEN, run_lab
from tests.pembantu.peramban import open_chromium


@pytest.fixture
def lab(tmp_path: Path) -> Iterator[str]:
    with run_lab(tmp_path, FOLDER_PROYEK) as alamat:
        yield f"{alamat}/tree/notebooks/00_mulai.ipynb?token={TOKEN}"


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
