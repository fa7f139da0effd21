"""The page of one office in a real browser, network off: its text can be copied, with JavaScript and without."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from kla_lib.publish.halaman.kantor import berkas_kantor
from kla_lib.views.kantor.teks_obrolan import teks_obrolan
from tests.pembantu.berisi import berisi
from tests.pembantu.keadaan_uji import keadaan_contoh
from tests.pembantu.peramban import watch

KANTOR = "dinas_kesehatan"
TANPA_PAPAN = "Object.defineProperty(navigator, 'clipboard', {value: undefined})"
TANPA_SALIN = TANPA_PAPAN + "; document.execCommand = () => false"


@pytest.fixture(scope="module")
def folder(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kantor")
    (folder / "opd").mkdir()
    for tempat, isi in berkas_kantor(keadaan_contoh("kota-contoh-1")).items():
        (folder / tempat).write_bytes(isi)
    return folder / "opd"


@pytest.fixture(scope="module")
def teks() -> str:
    keadaan = keadaan_contoh("kota-contoh-1")
    return teks_obrolan(keadaan, keadaan.diminta[KANTOR])


def buka(browser: Browser, path: Path, lebar: int = 390, js: bool = True, awal: str = "") -> tuple[Page, list[str]]:
    keadaan = browser.new_context(viewport={"width": lebar, "height": 800}, offline=True, java_script_enabled=js)
    page = keadaan.new_page()
    keluhan = watch(page)
    if awal:
        page.add_init_script(awal)
    page.goto(path.as_uri())
    return page, keluhan


def test_the_button_puts_the_text_on_the_clipboard(chromium: Browser, folder: Path, teks: str) -> None:
    page, keluhan = buka(chromium, folder / f"{KANTOR}.html")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Salin teks").click()
    page.get_by_text("Tersalin", exact=True).wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == teks
    assert keluhan == []
    page.context.close()


@pytest.mark.parametrize(("awal", "kabar"), [(TANPA_PAPAN, "Tersalin"), (TANPA_SALIN, "Teks sudah terpilih")])
def test_without_a_clipboard_the_button_selects_the_text(
    chromium: Browser, folder: Path, teks: str, awal: str, kabar: str
) -> None:
    page, keluhan = buka(chromium, folder / f"{KANTOR}.html", awal=awal)
    page.get_by_role("button", name="Salin teks").click()
    page.get_by_text(kabar).wait_for()
    assert page.evaluate("getSelection().toString()").strip() == teks
    assert keluhan == []
    page.context.close()


def test_without_javascript_the_text_is_there_and_no_button_that_does_nothing(
    chromium: Browser, folder: Path, teks: str
) -> None:
    page, keluhan = buka(chromium, folder / f"{KANTOR}.html", js=False)
    assert page.locator("#teks-obrolan").text_content() == teks
    assert not page.locator("#tombol-salin").is_visible()
    assert all(s.is_visible() for s in berisi(page.locator("summary").all()))
    assert keluhan == []
    page.context.close()


def test_no_page_of_an_office_is_wider_than_the_screen(chromium: Browser, folder: Path) -> None:
    for nama in (KANTOR, "dinas_pppa", "bnn", "index"):
        page, keluhan = buka(chromium, folder / f"{nama}.html", 1366)
        assert page.locator("h1").count() == 1
        for lebar in (1366, 390, 320):
            page.set_viewport_size({"width": lebar, "height": 800})
            assert page.evaluate("document.documentElement.scrollWidth") <= lebar, nama
        assert keluhan == []
        page.context.close()


def test_the_answer_and_the_text_come_first(chromium: Browser, folder: Path) -> None:
    page, _keluhan = buka(chromium, folder / f"{KANTOR}.html")
    assert page.locator("main > *:not(header)").first.get_attribute("class") == "kalimat-utama"
    kotak = page.locator("#teks-obrolan").bounding_box()
    assert kotak and kotak["y"] < page.locator("table").first.evaluate("e => e.getBoundingClientRect().y")
    page.context.close()


def test_every_link_of_the_list_leads_to_a_page(chromium: Browser, folder: Path) -> None:
    page, _keluhan = buka(chromium, folder / "index.html")
    tautan = [str(t.get_attribute("href")) for t in page.locator("ul a[href]").all()]
    assert len(tautan) == 29
    assert all((folder / t).is_file() for t in tautan)
    page.context.close()
