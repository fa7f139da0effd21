"""The interactive page in a real browser, network off: its numbers are the library's, its code is the panel's."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from kla_lib.keadaan.lingkup import Paket
from kla_lib.rules.form.instrumen import KLASTER
from kla_lib.rules.skenario import INSTRUMEN_LAIN, PRIORITAS_KERJA, IsiSkenario
from kla_lib.scoring.skenario.kode import decode_kode, encode_kode
from kla_lib.scoring.skenario.pembobotan import SEMUA, bobot_resmi, geser
from tests.pembantu.berisi import berisi
from tests.pembantu.interaktif_uji import SKENARIO, bahan_of, halaman, hitung, keadaan_berbagi, paket_uji, setelan_acak
from tests.pembantu.peramban import watch

TANPA_PAPAN = "Object.defineProperty(navigator, 'clipboard', {value: undefined})"
PER_HALAMAN = 30
PER_HALAMAN_LAMA = 143  # seven pages: 1,001 settings
LAIN = [("ogan-ilir-2024", "klaster_4"), ("sumbawa-2022", "kelana_dekela")]
LAIN_LAGI = [("ogan-ilir-2024", "kelembagaan"), ("sumbawa-2022", "klaster_2"), ("kota-contoh-2", "klaster_5")]


@pytest.fixture(scope="module")
def folder(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("interaktif")


def buka(
    browser: Browser, folder: Path, paket: Paket, lebar: int = 390, js: bool = True, awal: str = "", tema: Any = "light"
) -> tuple[Page, list[str]]:
    path = folder / f"{paket.keadaan.rapat.id}-{paket.klaster.id}.html"
    path.write_bytes(halaman(paket))
    keadaan = browser.new_context(
        viewport={"width": lebar, "height": 800}, offline=True, java_script_enabled=js, color_scheme=tema
    )
    page = keadaan.new_page()
    keluhan = watch(page)
    if awal:
        page.add_init_script(awal)
    page.goto(path.as_uri())
    return page, keluhan


def check_sama(browser: Browser, folder: Path, paket: Paket, banyak: int, benih: int) -> None:
    bahan = bahan_of(paket)
    daftar = setelan_acak(bahan, banyak, benih)
    page, keluhan = buka(browser, folder, paket)
    halaman_ini = page.evaluate(
        "daftar => daftar.map(s => ({...kla.hitung(s), teks: kla.kode(s)}))", [s for s, _isi in daftar]
    )
    page.context.close()
    form, buku = bahan.resmi.instrumen, bahan.resmi.buku
    for (setelan, isi), h in berisi(zip(daftar, halaman_ini, strict=True)):
        pustaka = hitung(bahan, isi)
        assert h["mentah"] == pytest.approx(pustaka.mentah, abs=1e-9, rel=0), setelan
        assert h["total"] == pytest.approx(pustaka.total, abs=1e-9, rel=0), setelan
        assert h["klaster"] == pytest.approx(pustaka.klaster, abs=1e-9, rel=0), setelan
        assert h["klaster_terdukung"] == pytest.approx(pustaka.klaster_terdukung, abs=1e-9, rel=0), setelan
        assert h["terdukung"] == (
            None if pustaka.terdukung is None else pytest.approx(pustaka.terdukung, abs=1e-9, rel=0)
        ), setelan
        assert (h["peringkat"], h["urutan"]) == (pustaka.kategori, pustaka.urutan), setelan
        assert h["jarak"] == pytest.approx(pustaka.jarak, abs=1e-9, rel=0), setelan
        assert h["teks"] == encode_kode(isi, form, buku), setelan
        terbaca = decode_kode(h["teks"], form, buku)
        assert (terbaca.nilai, terbaca.status) == (isi.nilai, isi.status), setelan
    assert keluhan == []


@pytest.mark.parametrize("banyak", [PER_HALAMAN, pytest.param(PER_HALAMAN_LAMA, marks=pytest.mark.soak)])
@pytest.mark.parametrize(("benih", "klaster"), list(enumerate(KLASTER)))
def test_hundreds_of_random_settings_give_what_the_library_gives(
    chromium: Browser, folder: Path, benih: int, klaster: str, banyak: int
) -> None:
    check_sama(chromium, folder, paket_uji("kota-contoh-1", klaster), banyak, benih)


@pytest.mark.parametrize(
    ("rapat", "klaster"), [*LAIN, *(pytest.param(*lagi, marks=pytest.mark.soak) for lagi in LAIN_LAGI)]
)
def test_books_without_documents_or_with_marks_of_whole_klaster_give_the_same_too(
    chromium: Browser, folder: Path, rapat: str, klaster: str
) -> None:
    check_sama(chromium, folder, paket_uji(rapat, klaster), 20, 1)


@pytest.mark.parametrize(("klaster", "bacaan"), [("klaster_1", INSTRUMEN_LAIN), ("klaster_3", PRIORITAS_KERJA)])
def test_on_top_of_a_scenario_the_page_gives_the_same_too(
    chromium: Browser, folder: Path, klaster: str, bacaan: str
) -> None:
    skenario = SKENARIO.model_copy(update={"bacaan": bacaan})
    check_sama(chromium, folder, paket_uji("kota-contoh-1", klaster, skenario), 20, 2)


def test_documents_that_other_klaster_need_too_give_the_same(chromium: Browser, folder: Path) -> None:
    check_sama(chromium, folder, keadaan_berbagi("klaster_3").klaster("klaster_3"), 30, 3)


def test_the_page_of_a_scenario_opens_with_its_numbers_and_keeps_the_official_mark(
    chromium: Browser, folder: Path
) -> None:
    paket = paket_uji("kota-contoh-1", "klaster_1", SKENARIO)
    page, keluhan = buka(chromium, folder, paket)
    assert paket.keadaan.hasil is not None and paket.keadaan.resmi is not None
    awal = "({klaster: kla.data.awal.klaster, indikator: kla.data.awal.indikator, penuh: [], lengkap: []})"
    assert page.evaluate(f"kla.hitung({awal}).total") == pytest.approx(paket.keadaan.hasil.diklaim, abs=1e-9)
    assert page.get_by_text("EM tercatat 763,25").is_visible()
    kalimat = page.locator("#it-kalimat").text_content()
    geser_penuh(page)
    assert "pada skala simulasi; nilai tercatat tetap 763,25 (Nindya)" in str(
        page.locator("#it-kalimat").text_content()
    )
    page.get_by_role("button", name="Kembali ke skenario").click()
    assert page.locator("#it-kalimat").text_content() == kalimat
    assert keluhan == []
    page.context.close()


def geser_penuh(page: Page) -> None:
    page.get_by_role("slider").nth(2).focus()
    page.keyboard.press("Shift+ArrowRight")


def test_weights_move_as_the_library_moves_them(chromium: Browser, folder: Path) -> None:
    paket = paket_uji("kota-contoh-1", "klaster_3")
    page, _keluhan = buka(chromium, folder, paket)
    resmi = bobot_resmi(paket.keadaan.instrumen)[SEMUA]
    kode = list(resmi)
    langkah = [(1, 0.3, []), (0, 0.95, [2]), (0, 0.0005, [2, 3]), (6, 0.2, []), (2, 0.5, [0, 1, 3, 4, 5, 6])]
    bagian = resmi
    for n, ke, kunci in langkah:
        lama = list(bagian.values())
        bagian = geser(bagian, kode[n], ke, [kode[k] for k in kunci])
        hasil = page.evaluate("([b, n, ke, k]) => kla.geser(b, n, ke, k)", [lama, n, ke, kunci])
        assert hasil == pytest.approx(list(bagian.values()), abs=1e-12)
    page.context.close()


def test_keys_move_a_slider_and_the_numbers_follow_and_reset_brings_the_official_ones_back(
    chromium: Browser, folder: Path
) -> None:
    page, keluhan = buka(chromium, folder, paket_uji("kota-contoh-1", "klaster_3"))
    kalimat = page.locator("#it-kalimat")
    resmi, urutan = kalimat.text_content(), page.locator("#it-urutan").inner_text()
    garis, kotak = page.locator('[data-geser="klaster"]').nth(1), page.locator('[data-kotak="klaster"]').nth(1)
    garis.focus()
    page.keyboard.press("ArrowRight")
    assert (garis.input_value(), kotak.input_value()) == ("11.6", "11.6")
    page.keyboard.press("Shift+ArrowRight")
    assert kotak.input_value() == "12.6"
    assert "setara Nindya pada skala simulasi; nilai tercatat tetap 763,25 (Nindya)." in str(kalimat.text_content())
    jumlah = "[...document.querySelectorAll('[data-kotak=klaster]')].reduce((a, k) => a + Number(k.value), 0)"
    assert page.evaluate(jumlah) == pytest.approx(100)
    kotak.fill("20")
    page.keyboard.press("Tab")
    assert garis.input_value() == "20"
    page.get_by_role("button", name="Kembali ke semula").press("Enter")
    assert kalimat.text_content() == resmi
    assert page.locator("#it-urutan").inner_text() == urutan
    assert page.get_by_role("button", name="Kembali ke semula").is_disabled()
    assert keluhan == []
    page.context.close()


def test_a_locked_weight_stays_and_a_tick_secures_points_without_a_simulation(chromium: Browser, folder: Path) -> None:
    page, keluhan = buka(chromium, folder, paket_uji("kota-contoh-1", "klaster_3"))
    page.locator("[data-lengkap]").first.press("Space")
    assert "simulasi" not in str(page.locator("#it-kalimat").text_content())
    assert "Yang berdokumen lengkap naik" in page.locator("#it-lanjutan").inner_text()
    page.locator('[data-kunci="klaster"]').first.check()
    assert page.locator('[data-geser="klaster"]').first.is_disabled()
    geser_penuh(page)
    assert page.locator('[data-kotak="klaster"]').first.input_value() == "16.4"
    assert keluhan == []
    page.context.close()


@pytest.mark.parametrize("awal", ["", TANPA_PAPAN])
def test_the_button_copies_a_code_that_the_panel_reads(chromium: Browser, folder: Path, awal: str) -> None:
    paket = paket_uji("kota-contoh-1", "klaster_3")
    page, keluhan = buka(chromium, folder, paket, awal=awal)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator("[data-lengkap]").first.check()
    geser_penuh(page)
    page.get_by_role("button", name="Salin kode").click()
    page.get_by_text("Tersalin", exact=True).wait_for()
    kode = page.locator("#it-kode").input_value()
    if not awal:
        assert page.evaluate("navigator.clipboard.readText()") == kode
    isi = decode_kode(kode, paket.keadaan.instrumen, paket.keadaan.buku)
    assert list(isi.status.values()) == ["lengkap"] and isi.bobot["klaster_2"] == 0.166
    assert len(kode) <= 60
    assert isi != IsiSkenario()
    assert keluhan == []
    page.context.close()


def test_without_javascript_the_official_result_is_complete_and_says_why_nothing_moves(
    chromium: Browser, folder: Path
) -> None:
    page, keluhan = buka(chromium, folder, paket_uji("kota-contoh-1", "klaster_3"), js=False)
    assert page.get_by_text("memerlukan JavaScript").is_visible()
    assert not page.locator("#it-kendali").is_visible()
    assert "EM 763,25 sekarang" in str(page.locator("#it-kalimat").text_content())
    assert page.get_by_text("EM tercatat 763,25").is_visible()
    assert page.locator(".it-jarak tbody tr").count() == 5
    assert page.locator("#it-urutan li").count() == 6
    assert keluhan == []
    page.context.close()


@pytest.mark.soak
@pytest.mark.parametrize(
    ("lebar", "tema"),
    [(320, "light"), (390, "dark"), (1280, "light")],
)
def test_no_page_is_wider_than_the_screen_or_asks_the_network(
    chromium: Browser, folder: Path, lebar: int, tema: str
) -> None:
    daftar = [("kota-contoh-1", k) for k in KLASTER] + LAIN + LAIN_LAGI
    for rapat, klaster in daftar:
        page, keluhan = buka(chromium, folder, paket_uji(rapat, klaster), lebar, tema=tema)
        page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })")
        assert page.evaluate("document.documentElement.scrollWidth") <= lebar, klaster
        assert page.locator("h1").count() == 1
        assert keluhan == []
        page.context.close()
