"""The scenario panel in a real browser, by keyboard alone: in JupyterLab, and in the app without code.

Slow, because servers and kernels are started.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from kla_lib.letak import FOLDER_PROYEK
from kla_lib.rules.skenario import load_skenario
from tests.pembantu.app_uji import run_app
from tests.pembantu.lab_uji import BATAS, TOKEN, run_lab
from tests.pembantu.params_uji import params_skenario
from tests.pembantu.peramban import open_chromium

LAYAR = {"width": 1366, "height": 768}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with open_chromium() as browser:
        yield browser


def test_in_jupyterlab_weights_move_by_keyboard_and_what_is_saved_survives_the_kernel(
    browser: Browser, tmp_path: Path
) -> None:
    skenario, kerja = tmp_path / "skenario", tmp_path / "kerja"
    kerja.mkdir()
    shutil.copy(FOLDER_PROYEK / "notebooks" / "20_skenario.ipynb", kerja)
    with run_lab(tmp_path, kerja, {"KLA_FOLDER_SKENARIO": str(skenario)}) as alamat:
        page, keluar = buka_halaman(browser)
        page.goto(f"{alamat}/tree/20_skenario.ipynb?token={TOKEN}")
        expect(page.get_by_text("Python 3 (ipykernel) | Idle")).to_be_visible(timeout=BATAS * 1000)
        run_panel(page)
        geser_dengan_panah(page)
        simpan(page, "Klaster I lebih berat")
        s = load_skenario(params_skenario(skenario), "klaster-i-lebih-berat")
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
        assert not keluar


def test_the_app_shows_the_whole_panel_without_code_and_saves_and_compares(browser: Browser, tmp_path: Path) -> None:
    skenario = tmp_path / "skenario"
    with run_app(tmp_path, lingkungan={"KLA_FOLDER_SKENARIO": str(skenario)}) as alamat:
        page, keluar = buka_halaman(browser)
        page.goto(alamat)
        expect(page.get_by_role("slider").first).to_be_visible(timeout=BATAS * 1000)
        expect(page.get_by_text("open_meja")).to_have_count(0)
        for bagian in (page.locator(".skp-badan"), page.get_by_role("button", name="Bandingkan…")):
            terlihat_utuh(bagian)
        assert page.evaluate("document.documentElement.scrollWidth") <= LAYAR["width"]
        geser_dengan_panah(page)
        ubah_nilai(page)
        simpan(page, "Uji aplikasi")
        assert load_skenario(params_skenario(skenario), "uji-aplikasi").nilai == {"1/2a": 1.0}
        page.get_by_role("button", name="Resmi", exact=True).click()
        expect(kotak(page)).to_have_value("11,5")
        page.reload()
        page.get_by_role("button", name="Muat…").click(timeout=BATAS * 1000)
        page.get_by_role("button", name="Muat skenario").click()
        expect(kotak(page)).to_have_value("17")
        banding(page)
        assert not keluar


def buka_halaman(browser: Browser) -> tuple[Page, list[str]]:
    """Return a page, and the list in which every request that leaves the machine will stand."""
    page = browser.new_page(viewport=LAYAR)
    keluar: list[str] = []
    lokal = ("http://127.0.0.1:", "ws://127.0.0.1:", "data:", "blob:")
    page.on("request", lambda r: None if r.url.startswith(lokal) else keluar.append(r.url))
    return page, keluar


def run_panel(page: Page) -> None:
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_text("Run All Cells", exact=True).click()
    expect(penggeser(page)).to_be_visible(timeout=BATAS * 1000)
    expect(page.get_by_text("Python 3 (ipykernel) | Idle")).to_be_visible(timeout=BATAS * 1000)


def penggeser(page: Page) -> Locator:
    return page.get_by_role("slider", name="Bobot Klaster I", exact=True)


def kotak(page: Page) -> Locator:
    return page.get_by_role("spinbutton", name="Bobot Klaster I, persen", exact=True)


def kalimat(page: Page) -> Locator:
    return page.locator(".skp .sk-kalimat")


def geser_dengan_panah(page: Page) -> None:
    """Move klaster I from 11,5 % by one step and by ten, undo, redo; lock it and see it stay."""
    expect(kalimat(page)).to_contain_text("771,81")
    penggeser(page).focus()
    page.keyboard.press("ArrowRight")
    expect(kotak(page)).to_have_value("12")
    expect(kalimat(page)).to_contain_text("pada skala simulasi")
    page.keyboard.press("Shift+ArrowRight")
    expect(kotak(page)).to_have_value("17")
    expect(page.locator(".skp .sk-ubahan")).to_contain_text("17 %")
    tekan(page, "Urungkan")
    expect(kotak(page)).to_have_value("11,5")
    expect(kalimat(page)).to_contain_text("Belum ada yang diubah")
    tekan(page, "Ulangi")
    expect(kotak(page)).to_have_value("17")
    page.get_by_role("button", name="Kunci bobot Klaster I", exact=True).press("Space")
    expect(penggeser(page)).to_be_disabled()
    page.get_by_role("button", name="Kunci bobot Klaster I", exact=True).press("Space")
    expect(penggeser(page)).to_be_enabled()
    kotak(page).fill("banyak")
    kotak(page).press("Enter")
    expect(kotak(page)).to_have_value("17")


def tekan(page: Page, nama: str) -> None:
    tombol = page.get_by_role("button", name=nama, exact=True)
    expect(tombol).to_be_enabled()
    tombol.press("Enter")


def ubah_nilai(page: Page) -> None:
    """Refuse points above the highest, take the highest with its button."""
    nilai = page.get_by_label("Nilai 1/2a, 0 sampai 1 poin")
    nilai.fill("7,5")
    nilai.press("Enter")
    expect(page.get_by_text("7,5 tidak diterima. Tulis angka 0 sampai 1.")).to_be_visible()
    expect(nilai).to_have_value("0,75")
    page.get_by_role("button", name="maksimal 1/2a", exact=True).press("Enter")
    expect(nilai).to_have_value("1")


def simpan(page: Page, nama: str) -> None:
    page.get_by_role("button", name="Simpan…").press("Enter")
    page.get_by_label("Nama", exact=True).fill(nama)
    page.get_by_label("Penulis", exact=True).fill("Bidang PHA")
    page.get_by_label("Alasan", exact=True).fill("Menguji bobot lain")
    page.get_by_role("button", name="Simpan skenario", exact=True).click()
    expect(page.get_by_text("Disimpan: ")).to_be_visible()


def banding(page: Page) -> None:
    page.get_by_role("button", name="Bandingkan…").click()
    expect(page.get_by_text("Skenario berdampingan").first).to_be_visible()


def terlihat_utuh(bagian: Locator) -> None:
    kotak = bagian.bounding_box()
    assert kotak is not None
    assert kotak["x"] >= 0 and kotak["x"] + kotak["width"] <= LAYAR["width"]
    assert kotak["y"] >= 0 and kotak["y"] + kotak["height"] <= LAYAR["height"]
