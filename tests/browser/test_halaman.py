"""Every page of a meeting in a real browser, network off, with and without JavaScript.

Slow, because two whole meetings are run through papermill first.
"""

import json
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from kla_lib.publish.cetak.bahan import read_bahan
from kla_lib.publish.cetak.cetak import RAPAT_PDF, daftar_dokumen
from kla_lib.rules.form.instrumen import KLASTER
from kla_lib.rules.rapat import load_rapat
from kla_lib.views.rupa.tema import MIME_CHART
from tests.pembantu.berisi import berisi
from tests.pembantu.chart_uji import daftar_spec, kolom_tak_tampak
from tests.pembantu.keluaran_uji import check_tanpa_mesin, rapat_terbit
from tests.pembantu.params_uji import PARAMS
from tests.pembantu.peramban import watch

RAPAT = ("ogan-ilir-2024", "kota-contoh-1")
RAPAT_LAIN = ("kota-contoh-2", "kota-bekasi", "sumbawa-2022")
LEBAR_SEMUA = (320, 360, 390, 600, 768, 1024, 1280, 1366, 1920)


@pytest.fixture(scope="module")
def terbit(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return {r: rapat_terbit(tmp_path_factory, r) for r in RAPAT}


@pytest.fixture(scope="module")
def terbit_lain(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return {r: rapat_terbit(tmp_path_factory, r) for r in RAPAT_LAIN}


class Pengamat:
    """Opens pages and notes what they ask for and what they complain of."""

    def __init__(self, browser: Browser, lebar: int, js: bool):
        self.keadaan = browser.new_context(
            viewport={"width": lebar, "height": 800}, offline=True, java_script_enabled=js
        )
        self.page = self.keadaan.new_page()
        self.keluhan = watch(self.page)

    def buka(self, path: Path) -> Page:
        self.page.goto(path.as_uri())
        return self.page


def semua(terbit: dict[str, Path], pola: str) -> list[Path]:
    daftar = [p for folder in terbit.values() for p in folder.rglob(pola)]
    assert daftar
    return daftar


def daftar_halaman(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.html"))


def satu_per_jenis(halaman: list[Path]) -> list[Path]:
    """Return the pages with only one of an office, which are all made by one template."""
    kantor = [p for p in halaman if p.parent.name == "opd"]
    return [p for p in halaman if p not in kantor[1:]]


def banyak_chart(halaman: Path) -> int:
    sel = json.loads(halaman.with_name("paket.ipynb").read_text(encoding="utf-8"))["cells"]
    return sum(MIME_CHART in k.get("data", {}) for s in sel for k in s.get("outputs", []))


@pytest.mark.parametrize(("lebar", "js"), [(390, True), (1280, True), (390, False)])
def test_every_kind_of_page_stands_alone(chromium: Browser, terbit: dict[str, Path], lebar: int, js: bool) -> None:
    check_halaman(chromium, terbit["kota-contoh-1"], lebar, js, semua=False)


def test_every_kind_of_page_of_a_real_city_does_too(chromium: Browser, terbit: dict[str, Path]) -> None:
    check_halaman(chromium, terbit["ogan-ilir-2024"], 390, js=True, semua=False)


@pytest.mark.soak
@pytest.mark.parametrize("js", [True, False], ids=["with JavaScript", "without JavaScript"])
@pytest.mark.parametrize("lebar", LEBAR_SEMUA)
def test_every_page_stands_alone_at_every_width(
    chromium: Browser, terbit: dict[str, Path], terbit_lain: dict[str, Path], lebar: int, js: bool
) -> None:
    for folder in (terbit | terbit_lain).values():
        check_halaman(chromium, folder, lebar, js)


def check_chart(page: Page, path: Path) -> None:
    """Assert that every chart of the notebook is on the page, visible once its section is open, and named."""
    for kepala in page.locator(".ruas > summary").all():
        kepala.click()
    gambar = page.locator("figure svg")
    assert gambar.count() == banyak_chart(path), f"{path.parent.name}: charts are missing"
    for n in range(gambar.count()):
        kotak = gambar.nth(n).bounding_box()
        assert kotak and kotak["width"] > 250 and kotak["height"] > 20
        assert gambar.nth(n).get_attribute("aria-label")


def check_halaman(chromium: Browser, folder: Path, lebar: int, js: bool, semua: bool = True) -> None:
    """Assert of the pages in a meeting's folder: all charts there, nothing fetched, never wider than the screen.

    semua: every page, else of the offices only one.
    """
    pengamat = Pengamat(chromium, lebar, js)
    halaman = daftar_halaman(folder)
    assert {folder / "index.html", *(folder / k / "ringkas.html" for k in (*KLASTER, "ringkasan"))} <= set(halaman)
    for path in halaman if semua else satu_per_jenis(halaman):
        page = pengamat.buka(path)
        if path.name == "ringkas.html":
            check_chart(page, path)
        assert page.locator("h1").count() == 1
        if js:
            check_lebar(page, path, lebar)
    assert pengamat.keluhan == []
    pengamat.keadaan.close()


def check_lebar(page: Page, path: Path, lebar: int) -> None:
    for tema in ("dark", "light"):
        page.emulate_media(color_scheme=tema)  # type: ignore[arg-type]
        assert page.locator("html").evaluate("e => e.scrollWidth") <= lebar, f"{path}, {tema}: wider than the screen"


def test_charts_are_really_counted(terbit: dict[str, Path]) -> None:
    banyak = {n: banyak_chart(terbit["kota-contoh-1"] / n / "ringkas.html") for n in ("klaster_3", "ringkasan")}
    assert banyak == {"klaster_3": 4, "ringkasan": 4}


@pytest.mark.parametrize("rapat", RAPAT)
def test_the_first_line_of_a_pack_is_the_answer(chromium: Browser, terbit: dict[str, Path], rapat: str) -> None:
    pengamat = Pengamat(chromium, 390, True)
    for klaster in KLASTER:
        page = pengamat.buka(terbit[rapat] / klaster / "ringkas.html")
        pertama = page.locator("main > *:not(header)").first
        assert pertama.get_attribute("class") == "kalimat-utama"
        assert "poin terisi" in pertama.inner_text()
        kotak = pertama.bounding_box()
        assert kotak and kotak["y"] + kotak["height"] < 400, "the answer is not on the first screen of a phone"


def test_the_opening_of_the_summary_is_one_screen_of_a_laptop(chromium: Browser, terbit: dict[str, Path]) -> None:
    page = chromium.new_page(viewport={"width": 1366, "height": 768})
    page.goto((terbit["kota-contoh-1"] / "ringkasan" / "ringkas.html").as_uri())
    kotak = page.locator("section.layar").bounding_box()
    assert kotak and kotak["y"] + kotak["height"] <= 768
    assert page.locator("section.layar svg").count() == 3
    assert page.locator("section.layar .permintaan li").count() == 3
    page.close()


def test_the_summary_is_its_opening_and_a_list_of_headings_that_open_by_keyboard(
    chromium: Browser, terbit: dict[str, Path]
) -> None:
    pengamat = Pengamat(chromium, 390, False)
    page = pengamat.buka(terbit["kota-contoh-1"] / "ringkasan" / "ringkas.html")
    ruas = page.locator("main > .ruas")
    assert page.locator("main > h2").count() == 0
    assert ruas.count() == page.locator(".ruas > summary > h2").count() >= 8
    terakhir = ruas.last.bounding_box()
    assert terakhir and terakhir["y"] + terakhir["height"] <= 4 * 844, "more than four screens of a phone"
    rad = ruas.filter(has=page.get_by_role("heading", name="Sejauh mana RAD dilaksanakan?"))
    assert not rad.locator("figure").is_visible()
    rad.locator("summary").first.press("Enter")
    assert rad.locator("figure").is_visible()
    pengamat.keadaan.close()


def test_the_summary_prints_every_section_though_none_was_opened(chromium: Browser, terbit: dict[str, Path]) -> None:
    pengamat = Pengamat(chromium, 794, False)
    page = pengamat.buka(terbit["kota-contoh-1"] / "ringkasan" / "ringkas.html")
    tertutup = cetak(page)
    for kepala in berisi(page.locator(".ruas > summary").all()):
        assert kepala.inner_text() in tertutup
        kepala.click()
    assert cetak(page) == tertutup
    assert "Lihat tabel" not in tertutup
    pengamat.keadaan.close()


def test_the_paper_of_a_whole_meeting_stays_under_35_sheets(chromium: Browser, terbit: dict[str, Path]) -> None:
    rapat = load_rapat(PARAMS, "kota-contoh-1")
    bahan = read_bahan(PARAMS, terbit["kota-contoh-1"], rapat)
    isi = next(d for d in daftar_dokumen(rapat, bahan) if d.tempat == RAPAT_PDF).html().decode()
    page = chromium.new_page()
    page.set_content(isi)
    assert 10 < len(PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages) < 35
    page.close()


def cetak(page: Page) -> str:
    """Return what a page says on paper."""
    return " ".join(h.extract_text() for h in PdfReader(BytesIO(page.pdf(format="A4"))).pages)


def test_the_index_leads_to_every_pack(chromium: Browser, terbit: dict[str, Path]) -> None:
    pengamat = Pengamat(chromium, 390, True)
    page = pengamat.buka(terbit["ogan-ilir-2024"] / "index.html")
    tautan = [t.get_attribute("href") for t in page.locator("a[href]").all()]
    assert {f"{k}/ringkas.html" for k in (*KLASTER, "ringkasan")} <= set(tautan)
    for t in tautan:
        assert (terbit["ogan-ilir-2024"] / str(t)).is_file(), t
    for k in (*KLASTER, "ringkasan"):
        page.goto((terbit["ogan-ilir-2024"] / k / "ringkas.html").as_uri())
        assert page.locator(".kalimat-utama").count() == 1
    assert (
        "EM 771,81 sekarang; tidak ada pertanyaan terbuka. Utama perlu lebih dari 28,19 lagi"
        in page.goto((terbit["ogan-ilir-2024"] / "index.html").as_uri()).text()
    )  # type: ignore[union-attr]


def test_generated_data_says_so_on_every_page_and_real_data_does_not(terbit: dict[str, Path]) -> None:
    for path in berisi(daftar_halaman(terbit["kota-contoh-1"])):
        assert "Data buatan" in path.read_text(encoding="utf-8"), path
    for path in berisi(daftar_halaman(terbit["ogan-ilir-2024"])):
        assert "Data buatan" not in path.read_text(encoding="utf-8"), path


@pytest.mark.parametrize("rapat", ["kota-contoh-1", pytest.param("ogan-ilir-2024", marks=pytest.mark.soak)])
def test_pages_fit_a4_with_charts_whole(chromium: Browser, terbit: dict[str, Path], rapat: str) -> None:
    pengamat, bergambar = Pengamat(chromium, 794, True), set[str]()
    for path in berisi(satu_per_jenis(daftar_halaman(terbit[rapat]))):
        page = pengamat.buka(path)
        page.emulate_media(media="print")
        assert page.evaluate("document.documentElement.scrollWidth") <= 794, path
        for g in page.locator("figure").all():
            assert g.evaluate("e => getComputedStyle(e).breakInside") == "avoid"
            kotak = g.bounding_box()
            assert kotak
            bergambar.add(path.name)
        if path.name == "ringkas.html":
            assert page.pdf(format="A4")[:5] == b"%PDF-"
    assert "ringkas.html" in bergambar


def test_packs_are_small_enough_for_a_chat(terbit: dict[str, Path]) -> None:
    for path in semua(terbit, "ringkas.html"):
        assert path.stat().st_size <= 300_000, path


def test_no_output_tells_of_this_machine(terbit: dict[str, Path]) -> None:
    for folder in berisi(terbit.values()):
        assert list((folder.parent / ".gambar").iterdir()), "the hidden folder is looked at too"
        check_tanpa_mesin(folder.parent)


def test_no_workbook_says_who_made_it(terbit: dict[str, Path]) -> None:
    for path in semua(terbit, "*.xlsx"):
        sifat = openpyxl.load_workbook(path).properties
        assert sifat.creator in ("openpyxl", "Buku kerja KLA") and sifat.lastModifiedBy is None, path


def test_every_column_of_a_charts_data_is_shown(terbit: dict[str, Path]) -> None:
    for path in semua(terbit, "paket.ipynb"):
        for spec in berisi(daftar_spec(path)):
            assert kolom_tak_tampak(spec) == {}, path
