"""Entering a mark in a real JupyterLab, in a real browser, until it stands in the workbook on disk.

Slow, because a server and a kernel are started.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import expect

from kla_lib.data.buku import load_buku
from kla_lib.letak import FOLDER_PROYEK
from tests.pembantu.lab_uji import BATAS, TOKEN, run_lab, write_rapat
from tests.pembantu.params_uji import PARAMS
from tests.pembantu.peramban import open_chromium


@pytest.fixture
def buku(tmp_path: Path) -> Path:
    return write_rapat(tmp_path)


@pytest.fixture
def lab(buku: Path, tmp_path: Path) -> Iterator[str]:
    """A JupyterLab that finds the meeting of the test before the shipped one, on a copy of the notebook."""
    kerja = tmp_path / "kerja"
    kerja.mkdir()
    shutil.copy(FOLDER_PROYEK / "notebooks" / "12_isian.ipynb", kerja)
    with run_lab(tmp_path, kerja, {"KLA_FOLDER_RAPAT": str(tmp_path)}) as alamat:
        yield f"{alamat}/tree/12_isian.ipynb?token={TOKEN}"


def test_a_mark_typed_in_jupyterlab_stands_in_the_workbook_after_simpan(lab: str, buku: Path) -> None:
    asal = buku.read_bytes()
    lama = {k: c.value for k, c in sel_penilaian(buku).items()}
    with open_chromium() as browser:
        page = browser.new_page(viewport={"width": 1366, "height": 2400})
        page.goto(lab)
        expect(page.get_by_text("Python 3 (ipykernel) | Idle")).to_be_visible(timeout=BATAS * 1000)
        page.get_by_role("menuitem", name="Run", exact=True).click()
        page.get_by_text("Run All Cells", exact=True).click()
        indikator = "5 · Ketersediaan Fasilitas Informasi Layak Anak (ILA): 9 pertanyaan"
        page.get_by_label("Indikator", exact=True).select_option(label=indikator, timeout=BATAS * 1000)
        nilai = page.get_by_label("Nilai 5/1", exact=True)
        nilai.fill("7,25")
        nilai.press("Tab")
        expect(page.get_by_text("1 perubahan belum disimpan.")).to_be_visible()
        catatan = page.get_by_label("Catatan 5/1", exact=True)
        catatan.fill("Diisi dari peramban")
        catatan.press("Tab")
        expect(page.get_by_text("2 perubahan belum disimpan.")).to_be_visible()
        page.get_by_role("button", name="Simpan", exact=True).click()
        expect(page.get_by_text("2 perubahan disimpan.")).to_be_visible(timeout=30_000)
        expect(page.get_by_text("Isi sebelumnya ada di cadangan/buku-")).to_be_visible()
        expect(page.get_by_label("Nilai 5/1", exact=True)).to_have_value("7,25")
    hasil = load_buku(PARAMS, buku).penilaian
    assert hasil is not None
    (baris,) = hasil.index[(hasil["tahap"] == "em") & (hasil["indikator"] == "5") & (hasil["pertanyaan"] == "1")]
    baru = {k: c.value for k, c in sel_penilaian(buku).items()}
    berubah = {k: v for k, v in baru.items() if v != lama.get(k)}
    assert berubah == {f"E{baris}": 7.25, f"G{baris}": "Diisi dari peramban"}
    (salinan,) = (buku.parent / "cadangan").iterdir()
    assert salinan.read_bytes() == asal


def sel_penilaian(buku: Path) -> dict[str, openpyxl.cell.Cell]:
    return {c.coordinate: c for b in openpyxl.load_workbook(buku)["Penilaian"].iter_rows() for c in b}
