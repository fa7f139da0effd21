"""Two readers and a facilitator in a real JupyterLab, in a real browser, until the forecast stands beside the old one.

Slow, because a server and a kernel are started.
"""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from playwright.sync_api import Page, expect

from kla_lib.letak import FOLDER_PROYEK
from tests.pembantu.lab_uji import BATAS, TOKEN, run_lab, write_rapat
from tests.pembantu.peramban import open_chromium

BANYAK = 4
NOTEBOOK = "15_mini_verifikasi.ipynb"


@pytest.fixture
def buku(tmp_path: Path) -> Path:
    return write_rapat(tmp_path)


@pytest.fixture
def lab(buku: Path, tmp_path: Path) -> Iterator[str]:
    """A JupyterLab on a copy of the notebook that draws only a few documents."""
    kerja = tmp_path / "kerja"
    kerja.mkdir()
    nb = nbformat.read(FOLDER_PROYEK / "notebooks" / NOTEBOOK, as_version=4)
    parameter = next(c for c in nb.cells if "parameters" in c.metadata.get("tags", []))
    assert "banyak: int = 40" in parameter.source
    parameter.source = parameter.source.replace("banyak: int = 40", f"banyak: int = {BANYAK}")
    nbformat.write(nb, kerja / NOTEBOOK)
    shutil.copy(kerja / NOTEBOOK, kerja / "kedua.ipynb")
    with run_lab(tmp_path, kerja, {"KLA_FOLDER_RAPAT": str(tmp_path)}) as alamat:
        yield alamat


def test_two_readers_finish_and_the_facilitator_sees_the_forecast_move(lab: str, buku: Path, tmp_path: Path) -> None:
    asal = buku.read_bytes()
    with open_chromium() as browser:
        fasilitator = browser.new_page(viewport={"width": 1366, "height": 4200})
        buka(fasilitator, f"{lab}/tree/{NOTEBOOK}?token={TOKEN}")
        fasilitator.get_by_role("button", name="Ikuti pembacaan").click(timeout=BATAS * 1000)
        expect(fasilitator.get_by_text("Sementara: 0 dari 4 dokumen sudah dibaca")).to_be_visible(timeout=30_000)

        pembaca = browser.new_page(viewport={"width": 1366, "height": 4200})
        buka(pembaca, f"{lab}/workspaces/kedua/tree/kedua.ipynb?token={TOKEN}")
        baca(pembaca, "Pembaca A", ["lengkap"] * BANYAK)
        # the facilitator's notebook has another kernel: it learns of the answers from the files
        expect(fasilitator.get_by_text("Sementara: 4 dari 4 dokumen sudah dibaca")).to_be_visible(timeout=30_000)
        expect(fasilitator.get_by_label("Sepakati")).to_have_count(0)

        baca(pembaca, "Pembaca B", ["kurang", "lengkap", "tidak ada", "lengkap"])
        expect(fasilitator.get_by_text("2 dari 4 jawaban kedua pembaca sama.")).to_be_visible(timeout=30_000)
        berbeda = fasilitator.get_by_label("Sepakati")
        expect(berbeda).to_have_count(2)
        berbeda.nth(0).select_option(label="lengkap")
        berbeda.nth(1).select_option(label="kurang")
        expect(fasilitator.get_by_text("2 dokumen dijawab berbeda; 2 sudah disepakati bersama.")).to_be_visible()
        expect(fasilitator.get_by_text("Kira-kira ", exact=False).first).to_be_visible()
        expect(fasilitator.get_by_text("Perkiraan nilai akhir: sebelum dibaca antara")).to_be_visible()
    berkas = sorted(p.name for p in (tmp_path / "mini-verifikasi").iterdir())
    assert berkas == [f"kota-contoh-1-{p}.json" for p in ("a", "b", "sepakat")]
    isi = [json.loads((tmp_path / "mini-verifikasi" / b).read_text(encoding="utf-8")) for b in berkas]
    assert [len(i["jawaban"]) for i in isi] == [4, 4, 2]
    assert [i["selesai"] for i in isi] == [True, True, False]
    assert buku.read_bytes() == asal


def buka(page: Page, alamat: str) -> None:
    page.goto(alamat)
    expect(page.get_by_text("Python 3 (ipykernel) | Idle")).to_be_visible(timeout=BATAS * 1000)
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_text("Run All Cells", exact=True).click()


def baca(page: Page, pembaca: str, jawaban: list[str]) -> None:
    """Answer every document as one reader, with a note at the first, and finish."""
    page.get_by_label("Saya", exact=True).select_option(label=pembaca, timeout=BATAS * 1000)
    for n, isi in enumerate(jawaban):
        expect(page.get_by_text(f"Dokumen {n + 1} dari {BANYAK}")).to_be_visible()
        page.get_by_role("button", name=isi, exact=True).click()
        if n == 0:
            catatan = page.locator("textarea[placeholder^='boleh kosong']")
            catatan.fill("Tanda tangan ada di halaman 3")
            catatan.press("Tab")
        if n + 1 < len(jawaban):
            expect(page.get_by_text(f"{n + 1} dari {BANYAK} dokumen sudah Anda jawab")).to_be_visible()
            page.get_by_role("button", name="Berikutnya", exact=True).click()
    expect(page.get_by_text(f"Semua {BANYAK} dokumen sudah Anda jawab")).to_be_visible()
    page.get_by_role("button", name="Saya selesai", exact=True).click()
    expect(page.get_by_text(f"Anda sudah selesai: {BANYAK} dari {BANYAK}")).to_be_visible()
