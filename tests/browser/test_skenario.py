"""The scenario panel in a real browser, by keyboard alone, in the app without code; in JupyterLab: see test_lab.py.

Slow, because a server and a kernel are started.
"""

from pathlib import Path

from playwright.sync_api import expect

from kla_lib.rules.skenario import load_skenario
from tests.pembantu.app_uji import BATAS, run_app
from tests.pembantu.params_uji import params_skenario
from tests.pembantu.peramban import open_chromium
from tests.pembantu.skenario_peramban import (
    LAYAR,
    banding,
    geser_dengan_panah,
    jawaban_tetap_terlihat,
    kotak,
    note_keluar,
    simpan,
    terlihat_utuh,
    ubah_nilai,
)


def test_the_app_shows_the_whole_panel_without_code_and_saves_and_compares(tmp_path: Path) -> None:
    skenario = tmp_path / "skenario"
    lingkungan = {"KLA_FOLDER_SKENARIO": str(skenario)}
    with open_chromium() as browser, run_app(tmp_path, lingkungan=lingkungan) as alamat:
        page = browser.new_page(viewport=LAYAR)
        keluar = note_keluar(page)
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
        expect(page.locator(".jp-RenderedHTMLCommon .sk-tabel").filter(has_text="uji-aplikasi").first).to_be_visible()
        page.get_by_role("button", name="Resmi", exact=True).click()
        jawaban_tetap_terlihat(page)
        page.get_by_role("button", name="Resmi", exact=True).click()
        expect(kotak(page)).to_have_value("11,5")
        page.reload()
        page.get_by_role("button", name="Muat…").click(timeout=BATAS * 1000)
        page.get_by_role("button", name="Muat skenario").click()
        expect(kotak(page)).to_have_value("17")
        banding(page)
        assert not keluar
