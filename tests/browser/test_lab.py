"""The notebooks in a real JupyterLab, in a real browser: the first one, filling in, reading in pairs, scenarios.

Slow, because kernels are started.  One server and one browser serve them all;
each test has its own workspace, so that it opens without the tabs of another.
"""

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import nbformat
import openpyxl
import pytest
from playwright.sync_api import BrowserContext, Page, expect

from kla_lib.data.buku import load_buku
from kla_lib.letak import FOLDER_NOTEBOOKS
from kla_lib.rules.skenario import load_skenario
from tests.pembantu.lab_uji import BATAS, TOKEN, run_lab, write_rapat
from tests.pembantu.params_uji import PARAMS, params_skenario
from tests.pembantu.peramban import open_chromium
from tests.pembantu.skenario_peramban import LAYAR, banding, geser_dengan_panah, kotak, note_keluar, penggeser, simpan

BANYAK = 4
"""Documents that are drawn for reading in pairs."""


@dataclass(frozen=True)
class Lab:
    """A JupyterLab that finds the meeting in `folder` before the shipped one, on copies of the notebooks."""

    alamat: str
    folder: Path
    buku: Path
    peramban: BrowserContext

    def buka(self, notebook: str, tinggi: int = 2400) -> Page:
        """Open a notebook in a tab of its own, its kernel ready."""
        page = self.peramban.new_page()
        page.set_viewport_size({"width": LAYAR["width"], "height": tinggi})
        self.pergi(page, notebook)
        return page

    def pergi(self, page: Page, notebook: str) -> None:
        page.goto(f"{self.alamat}/workspaces/{Path(notebook).stem}/tree/{notebook}?token={TOKEN}")
        expect(page.get_by_text("Python 3 (ipykernel) | Idle")).to_be_visible(timeout=BATAS * 1000)


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    folder = tmp_path_factory.mktemp("lab")
    buku = write_rapat(folder)
    kerja = folder / "kerja"
    kerja.mkdir()
    for nama in ("00_mulai", "12_isian", "20_skenario"):
        shutil.copy(FOLDER_NOTEBOOKS / f"{nama}.ipynb", kerja)
    write_mini(kerja)
    lingkungan = {"KLA_FOLDER_RAPAT": str(folder), "KLA_FOLDER_SKENARIO": str(folder / "skenario")}
    with open_chromium() as browser, run_lab(folder, kerja, lingkungan) as alamat:
        yield Lab(alamat, folder, buku, browser.new_context())


def write_mini(kerja: Path) -> None:
    """Copy the notebook for reading in pairs so that it draws only a few documents, once for each kernel."""
    nb = nbformat.read(FOLDER_NOTEBOOKS / "15_mini_verifikasi.ipynb", as_version=4)
    parameter = next(c for c in nb.cells if "parameters" in c.metadata.get("tags", []))
    assert "banyak: int = 40" in parameter.source
    parameter.source = parameter.source.replace("banyak: int = 40", f"banyak: int = {BANYAK}")
    nbformat.write(nb, kerja / "15_mini_verifikasi.ipynb")
    nbformat.write(nb, kerja / "kedua.ipynb")


def run_semua(page: Page) -> None:
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_text("Run All Cells", exact=True).click()


def test_the_first_notebook_runs_in_jupyterlab_offline(lab: Lab) -> None:
    page = lab.peramban.new_page()
    page.set_viewport_size({"width": 1366, "height": 4200})
    keluar = note_keluar(page)
    lab.pergi(page, "00_mulai.ipynb")
    run_semua(page)
    expect(page.get_by_text("EM 771,81 sekarang")).to_be_visible(timeout=BATAS * 1000)
    expect(page.get_by_text("Tidak ada kesalahan dalam buku data.")).to_be_visible()
    panel = page.get_by_label("Klaster", exact=True)
    expect(panel).to_be_visible(timeout=BATAS * 1000)
    panel.select_option(label="Klaster IV · Pendidikan dan budaya")
    expect(page.locator(".jp-OutputArea img[src*='Wajib%20belajar']")).to_be_visible(timeout=BATAS * 1000)
    expect(page.get_by_text("Jupyter news")).to_have_count(0)
    page.get_by_label("Rapat", exact=True).select_option(label="kota-contoh-1 (11 Februari 2025)")
    berkas = {"name": "foto.zip", "mimeType": "application/zip", "buffer": b"PK"}
    page.locator(".kmu-seret input").first.set_input_files([berkas])
    expect(page.get_by_role("cell", name="bukan berkas isian")).to_be_visible(timeout=30_000)
    assert not (lab.folder / "kembali").exists()
    assert keluar == []
    page.close()


def test_a_mark_typed_in_jupyterlab_stands_in_the_workbook_after_simpan(lab: Lab) -> None:
    buku = lab.buku
    asal = buku.read_bytes()
    lama = {k: c.value for k, c in sel_penilaian(buku).items()}
    page = lab.buka("12_isian.ipynb")
    run_semua(page)
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
    page.close()
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


def test_two_readers_finish_and_the_facilitator_sees_the_forecast_move(lab: Lab) -> None:
    asal = lab.buku.read_bytes()
    fasilitator = lab.buka("15_mini_verifikasi.ipynb", 4200)
    run_semua(fasilitator)
    fasilitator.get_by_role("button", name="Ikuti pembacaan").click(timeout=BATAS * 1000)
    expect(fasilitator.get_by_text("Sementara: 0 dari 4 dokumen sudah dibaca")).to_be_visible(timeout=30_000)

    pembaca = lab.buka("kedua.ipynb", 4200)
    run_semua(pembaca)
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
    pembaca.close()
    fasilitator.close()
    berkas = sorted(p.name for p in (lab.folder / "mini-verifikasi").iterdir())
    assert berkas == [f"kota-contoh-1-{p}.json" for p in ("a", "b", "sepakat")]
    isi = [json.loads((lab.folder / "mini-verifikasi" / b).read_text(encoding="utf-8")) for b in berkas]
    assert [len(i["jawaban"]) for i in isi] == [4, 4, 2]
    assert [i["selesai"] for i in isi] == [True, True, False]
    assert lab.buku.read_bytes() == asal


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


def test_weights_move_by_keyboard_and_what_is_saved_survives_the_kernel(lab: Lab) -> None:
    page = lab.peramban.new_page()
    page.set_viewport_size(LAYAR)
    keluar = note_keluar(page)
    lab.pergi(page, "20_skenario.ipynb")
    run_panel(page)
    geser_dengan_panah(page)
    simpan(page, "Klaster I lebih berat")
    s = load_skenario(params_skenario(lab.folder / "skenario"), "klaster-i-lebih-berat")
    assert s.bobot["klaster_1"] == pytest.approx(0.17)

    page.get_by_role("menuitem", name="Kernel", exact=True).click()
    page.get_by_text("Restart Kernel and Clear Outputs of All Cells…", exact=True).click()
    page.get_by_role("button", name="Confirm Kernel Restart").click()
    expect(page.locator(".skp")).to_have_count(0)
    run_panel(page)
    expect(kotak(page)).to_have_value("11,5")
    page.get_by_role("button", name="Muat…").click()
    page.get_by_role("button", name="Muat skenario").click()
    expect(page.get_by_text("Dimuat: klaster-i-lebih-berat")).to_be_visible()
    expect(kotak(page)).to_have_value("17")
    banding(page)
    assert keluar == []
    page.close()


def run_panel(page: Page) -> None:
    run_semua(page)
    expect(penggeser(page)).to_be_visible(timeout=BATAS * 1000)
    expect(page.get_by_text("Python 3 (ipykernel) | Idle")).to_be_visible(timeout=BATAS * 1000)
