"""Every kind of page can be used by everybody: with a screen reader, a keyboard, large text, in the dark, on paper."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from kla_lib.views.rupa.tema import WARNA_KLASTER
from tests.pembantu.akses_uji import SEMUA, WARNA, buka_keadaan, enlarge_text, pelanggaran, tak_terbaca, tanpa_fokus
from tests.pembantu.berisi import berisi
from tests.pembantu.keluaran_uji import rapat_terbit

JENIS = (
    "index",
    "ringkasan/ringkas",
    "klaster_2/ringkas",
    "kelana_dekela/interaktif",
    "sesi/1",
    "sesi/daftar-hadir",
    "opd/index",
    "opd/dinas_kesehatan",
    "opd/kejaksaan",
    "bahan",
    "pimpinan",
    "forum-anak",
    "undangan",
)
MELEBAR = (*JENIS[:4], "opd/dinas_kesehatan", "bahan")
"""One of each layout that is another on a wide screen."""
LEBAR = (390, 1280)
TEMA = ("terang", "gelap")
RAPAT = "kota-contoh-1"
RAPAT_LAIN = ("kota-contoh-2", "ogan-ilir-2024")


@pytest.fixture(scope="module")
def rapat(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return rapat_terbit(tmp_path_factory, RAPAT)


def halaman(rapat: Path, jenis: tuple[str, ...] = JENIS) -> list[Path]:
    daftar = [rapat / f"{j}.html" for j in jenis]
    assert all(p.is_file() for p in daftar), "a kind of page is gone"
    return daftar


def open_folded(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })")


def check_axe(chromium: Browser, daftar: list[Path], lebar: int, tema: str, aturan: dict[str, object]) -> None:
    keadaan = buka_keadaan(chromium, lebar, tema)
    page, salah = keadaan.new_page(), {}
    for path in daftar:
        page.goto(path.as_uri())
        if lebar == LEBAR[0]:  # folded tables are checked once, where they are hardest to show
            open_folded(page)
        salah[f"{path.parent.name}/{path.name}"] = [*pelanggaran(page, aturan), *tak_terbaca(page)]
    keadaan.close()
    assert not {nama: isi for nama, isi in berisi(salah.items()) if isi}


@pytest.mark.parametrize(("lebar", "jenis"), [(LEBAR[0], JENIS), (LEBAR[1], MELEBAR)], ids=["390", "1280"])
def test_axe_finds_nothing_on_any_kind_of_page(
    chromium: Browser, rapat: Path, lebar: int, jenis: tuple[str, ...]
) -> None:
    check_axe(chromium, halaman(rapat, jenis), lebar, "terang", SEMUA)


@pytest.mark.parametrize("lebar", [LEBAR[0], pytest.param(LEBAR[1], marks=pytest.mark.soak)])
def test_words_and_charts_stand_out_in_the_dark(chromium: Browser, rapat: Path, lebar: int) -> None:
    check_axe(chromium, halaman(rapat), lebar, "gelap", WARNA)


@pytest.mark.soak
@pytest.mark.parametrize("tema", TEMA)
@pytest.mark.parametrize("lebar", LEBAR)
def test_axe_finds_nothing_on_any_page(chromium: Browser, rapat: Path, lebar: int, tema: str) -> None:
    check_axe(chromium, sorted(rapat.rglob("*.html")), lebar, tema, SEMUA)


@pytest.mark.soak
@pytest.mark.parametrize("lain", RAPAT_LAIN)
def test_axe_finds_nothing_on_any_page_of_other_meetings(
    chromium: Browser, tmp_path_factory: pytest.TempPathFactory, lain: str
) -> None:
    daftar = sorted(rapat_terbit(tmp_path_factory, lain).rglob("*.html"))
    for lebar in LEBAR:
        for tema in TEMA:
            check_axe(chromium, daftar, lebar, tema, SEMUA)


def test_the_check_of_charts_sees_faint_words_and_shapes(chromium: Browser) -> None:
    keadaan = buka_keadaan(chromium, 390, "terang")
    page = keadaan.new_page()
    page.set_content(
        '<body style="background: #ffffff"><figure><svg width="90" height="60">'
        '<text y="20" fill="#999999">samar</text>'
        '<rect width="9" height="9" fill="#56B4E9"/>'
        '<path d="M0 0h9v9Z" fill="#56B4E9" stroke="#767676"/></svg></figure>'
    )
    assert [s.split()[0] for s in tak_terbaca(page)] == ["text", "rect"]
    keadaan.close()


def test_every_chart_says_its_numbers_and_the_page_has_them_in_words_or_a_table(chromium: Browser, rapat: Path) -> None:
    keadaan = buka_keadaan(chromium, 1280, "terang")
    page = keadaan.new_page()
    for nama in ("ringkasan", *WARNA_KLASTER):
        page.goto((rapat / nama / "ringkas.html").as_uri())
        for svg in berisi(page.locator("figure svg").all()):
            assert len(re.findall(r"\d", svg.get_attribute("aria-label") or "")) >= 2, nama
            assert svg.get_attribute("role") == "img"
            assert svg.locator("[role], [aria-label]").count() == 0, "a picture inside the picture"
        assert page.locator("table").count() >= 2, nama
    keadaan.close()


@pytest.mark.parametrize("lebar", [LEBAR[0], pytest.param(LEBAR[1], marks=pytest.mark.soak)])
def test_text_of_twice_the_size_stays_on_the_page(chromium: Browser, rapat: Path, lebar: int) -> None:
    keadaan = buka_keadaan(chromium, lebar, "terang")
    page, salah = keadaan.new_page(), {}
    enlarge_text(page)
    for path in halaman(rapat):
        page.goto(path.as_uri())
        open_folded(page)
        assert page.locator("html").evaluate("e => getComputedStyle(e).fontSize") == "32px"
        lebih = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        if lebih > 0:
            salah[f"{path.parent.name}/{path.name}"] = lebih
    keadaan.close()
    assert not salah


def test_what_the_tab_key_reaches_is_outlined(chromium: Browser, rapat: Path) -> None:
    keadaan = buka_keadaan(chromium, 390, "gelap")
    page = keadaan.new_page()
    for nama in ("index", "opd/dinas_kesehatan", "klaster_3/ringkas", "klaster_3/interaktif"):
        page.goto((rapat / f"{nama}.html").as_uri())
        open_folded(page)
        assert tanpa_fokus(page, 40) == [], nama
    keadaan.close()


def test_paper_is_white_with_black_words_even_where_the_screen_is_dark(chromium: Browser, rapat: Path) -> None:
    keadaan = buka_keadaan(chromium, 794, "gelap")
    page, tautan_halaman = keadaan.new_page(), []
    warna = "e => [getComputedStyle(e).color, getComputedStyle(e).backgroundColor]"
    for path in halaman(rapat):
        page.goto(path.as_uri())
        assert page.locator("body").evaluate(warna) == ["rgb(236, 236, 236)", "rgb(22, 22, 22)"], path
        page.emulate_media(media="print")
        assert page.locator("body").evaluate(warna) == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"], path
        assert tak_terbaca(page) == [], path
        for tautan in page.locator("main a").all()[:5]:
            tautan_halaman.append(tautan.evaluate("e => getComputedStyle(e).textDecorationLine"))
        page.emulate_media(media="screen")
    assert set(tautan_halaman) == {"none"}
    keadaan.close()
