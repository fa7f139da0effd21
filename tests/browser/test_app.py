"""A notebook as an app in a real Chromium: alive, its own kernel per tab, closed to strangers, silent to the web."""

import asyncio
import json
import os
import re
import tempfile
import urllib.error
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import nbformat
import openpyxl
import pytest
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from playwright.sync_api import Browser, Page, ViewportSize, expect
from tornado.websocket import websocket_connect

from kla_lib.publish.lembar.keputusan import BARIS_KEPALA, keputusan_bytes
from tests.pembantu.app_uji import BATAS, run_app
from tests.pembantu.berisi import berisi
from tests.pembantu.keadaan_uji import keadaan_contoh
from tests.pembantu.lab_uji import write_rapat
from tests.pembantu.peramban import open_chromium

PANEL = """
import ipywidgets as w
# RAHASIA: code is never shown
geser = w.IntSlider(description="Klaster I", value=10)
isi = w.HTML()
def hitung(_=None):
    isi.value = f'<svg width="100" height="20"><rect width="{geser.value}" height="20"/></svg> bobot {geser.value} poin'
geser.observe(hitung, "value")
hitung()
w.VBox([geser, w.Tab([isi, w.Text()], titles=["Hasil", "Nama"]), w.Accordion([w.Label("dalam")], titles=["Buka"])])
"""
LAYAR: ViewportSize = {"width": 1366, "height": 768}
GAGAL = "raise ValueError('pesan dalam: RAHASIA')"


@pytest.fixture(scope="module")
def alamat(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an app over a meeting outside the project, one page of it published; its last cell fails."""
    folder = tmp_path_factory.mktemp("app")
    write_rapat(folder)
    (folder / "kla.yaml").write_text("daerah: kota-contoh\ntahun: 2024\nrapat: kota-contoh-1\n", encoding="utf-8")
    terbit = folder / "outputs" / "kota-contoh-1"
    terbit.mkdir(parents=True)
    (terbit / "index.html").write_text("<title>Terbit</title>", encoding="utf-8")
    lingkungan = {"KLA_FOLDER": str(folder)}
    with run_app(folder, _notebook(folder), folder / "kota-contoh-1.yaml", lingkungan) as alamat:
        yield alamat


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with open_chromium() as browser:
        yield browser


@dataclass
class Tab:
    """A tab with the app and a kernel of its own, and what it has asked for and complained of since it was opened."""

    page: Page
    diminta: list[str] = field(default_factory=list)
    kesalahan: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def tab(browser: Browser, alamat: str) -> Iterator[Tab]:
    """One tab for the tests that look at it; a kernel takes seconds to start."""
    tab = Tab(browser.new_page(viewport=LAYAR))
    tab.page.on("request", lambda r: tab.diminta.append(r.url))
    tab.page.on("websocket", lambda s: tab.diminta.append(s.url))
    tab.page.on("console", lambda m: tab.kesalahan.append(m.text) if m.type == "error" else None)
    tab.page.on("pageerror", lambda e: tab.kesalahan.append(str(e)))
    _open(tab.page, alamat)
    yield tab
    tab.page.close()


def _tulis(folder: Path, sel: list[NotebookNode]) -> Path:
    kernel = {"name": "python3", "language": "python", "display_name": "Python 3"}
    path = folder / "20_coba.ipynb"
    nbformat.write(new_notebook(cells=sel, metadata={"kernelspec": kernel}), path)
    return path


def _notebook(folder: Path) -> Path:
    sel = [
        new_markdown_cell("# Apa yang terjadi kalau?"),
        new_code_cell('rapat: str = "ogan-ilir-2024"', metadata={"tags": ["parameters"]}),
        new_code_cell("from kla_lib.notebook import load_keadaan\nload_keadaan(rapat).rapat.id"),
        new_code_cell("import kla_lib.notebook as kla\nkla.panel_mulai(rapat)", metadata={"tags": ["interactive"]}),
        new_code_cell(PANEL, metadata={"tags": ["interactive"]}),
        new_code_cell(GAGAL),
        new_markdown_cell("Sesudah yang gagal."),
    ]
    return _tulis(folder, sel)


def _open(page: Page, alamat: str) -> Page:
    """Open the app and wait until the panel stands."""
    page.goto(alamat, timeout=BATAS * 1000)
    expect(page.get_by_text("bobot 10 poin")).to_be_visible(timeout=BATAS * 1000)
    return page


def _geser(page: Page, tombol: str, bobot: int) -> None:
    page.get_by_role("slider").focus()
    page.get_by_role("slider").press(tombol)
    expect(page.get_by_text(f"bobot {bobot} poin")).to_be_visible()


def _status(alamat: str, metode: str = "GET", kepala: dict[str, str] | None = None) -> tuple[int, str]:
    permintaan = urllib.request.Request(alamat, method=metode, headers=kepala or {})
    try:
        with urllib.request.urlopen(permintaan, timeout=30) as jawaban:
            return jawaban.status, jawaban.read().decode()
    except urllib.error.HTTPError as e:
        with e:
            return e.code, e.read().decode()


def test_the_panel_answers_the_keyboard_and_asks_nothing_of_the_web(tab: Tab, alamat: str) -> None:
    _geser(tab.page, "ArrowRight", 11)
    assert tab.page.locator("svg rect").get_attribute("width") == "11"
    tab.page.get_by_role("tab", name="Nama").click()
    expect(tab.page.get_by_role("textbox").last).to_be_visible()
    tab.page.get_by_role("tab", name="Hasil").click()
    _geser(tab.page, "ArrowLeft", 10)
    asal = {urlsplit(u).netloc for u in tab.diminta if not u.startswith(("data:", "blob:"))}
    assert asal == {urlsplit(alamat).netloc}
    assert tab.kesalahan == []


def test_the_page_carries_its_own_words_the_meeting_asked_for_and_no_key_to_read(tab: Tab) -> None:
    page = tab.page
    assert page.title() == "KLA · Coba"
    assert "token" not in page.url
    expect(page.get_by_text("'kota-contoh-1'")).to_be_visible()
    for asing in ("Running", "Executing", "Loading widget", "Voil"):
        assert asing not in page.locator("body").inner_text()
    assert page.evaluate("document.documentElement.scrollWidth") <= 1366


def test_a_failing_cell_says_what_to_do_and_shows_neither_code_nor_traceback(tab: Tab) -> None:
    expect(tab.page.get_by_role("alert")).to_contain_text("Bagian ini tidak bisa ditampilkan")
    for dalam in ("RAHASIA", "Traceback", "ValueError", "ipywidgets as w"):
        assert dalam not in tab.page.content()


def test_a_panel_that_names_an_address_on_the_web_does_not_reach_it(tab: Tab) -> None:
    ditolak = tab.page.evaluate(
        """() => new Promise((selesai) => {
            document.addEventListener("securitypolicyviolation", (e) => selesai(e.blockedURI));
            new Image().src = "http://192.0.2.1/gambar.png";
            setTimeout(() => selesai("not refused"), 5000);
        })"""
    )
    assert ditolak.startswith("http://192.0.2.1")


def test_two_tabs_do_not_disturb_each_other(browser: Browser, tab: Tab, alamat: str) -> None:
    dua = _open(browser.new_page(viewport=LAYAR), alamat)
    _geser(tab.page, "ArrowLeft", 9)
    _geser(dua, "ArrowRight", 11)
    expect(tab.page.get_by_text("bobot 9 poin")).to_be_visible()
    _geser(tab.page, "ArrowRight", 10)
    expect(dua.get_by_text("bobot 11 poin")).to_be_visible()
    dua.close()


def test_without_the_key_nobody_comes_in(tab: Tab, alamat: str) -> None:
    kernel = tab.page.evaluate("JSON.parse(document.getElementById('jupyter-config-data').textContent).kernelId")
    dasar = alamat.split("?")[0]
    for tanpa in (dasar, f"{dasar}?token=salah", f"{dasar}login"):
        status, isi = _status(tanpa)
        assert status == 403
        assert "Salin seluruh alamat dari terminal" in isi
    soket = {"Connection": "Upgrade", "Upgrade": "websocket", "Sec-WebSocket-Version": "13"}
    soket["Sec-WebSocket-Key"] = "dGVzdHRlc3R0ZXN0dGVzdA=="
    assert _status(f"{dasar}api/kernels/{kernel}")[0] == 403
    assert _status(f"{dasar}api/kernels/{kernel}", "DELETE")[0] == 403
    assert _status(f"{dasar}api/kernels/{kernel}/channels", kepala=soket)[0] == 403
    assert _status(f"{dasar}voila/api/shutdown/{kernel}", "POST")[0] == 403
    assert _status(f"{dasar}voila/files/app.ipynb")[0] == 403
    _geser(tab.page, "ArrowRight", 11)


def test_dropped_files_are_looked_at_and_published_pages_open_for_whoever_has_the_key(tab: Tab, alamat: str) -> None:
    page = tab.page
    besar = (
        "const f = new File([new ArrayBuffer(9 << 20)], 'besar.xlsx'); const d = new DataTransfer(); d.items.add(f);"
    )
    taruh = f"e => {{ {besar} e.dispatchEvent(new DragEvent('drop', {{ dataTransfer: d, bubbles: true }})) }}"
    page.locator(".kmu-seret").first.evaluate(taruh)
    expect(page.get_by_text("9 MB, terlalu besar untuk isian")).to_be_visible()
    berkas = {"name": "foto.zip", "mimeType": "application/zip", "buffer": b"PK"}
    page.locator(".kmu-seret input").first.set_input_files([berkas])
    expect(page.get_by_text("Belum ada yang bisa dimasukkan")).to_be_visible()
    expect(page.get_by_role("cell", name="bukan berkas isian")).to_be_visible()
    expect(page.get_by_role("button", name="Masukkan ke buku")).to_be_disabled()
    with page.expect_popup() as terbuka:
        page.get_by_role("link", name="Semua halaman rapat").click()
    assert terbuka.value.title() == "Terbit"
    tempat = urlsplit(terbuka.value.url).path
    terbuka.value.close()
    dasar = alamat.split("/?")[0]
    assert tempat == "/hasil/0/kota-contoh-1/index.html"
    assert _status(dasar + tempat)[0] == 403
    kunci = urlsplit(alamat).query
    for luar in ("/hasil/0/../kla.yaml", "/hasil/0/%2e%2e/kla.yaml", "/hasil/1/kota-contoh-1/index.html"):
        assert _status(f"{dasar}{luar}?{kunci}")[0] in (403, 404)


def test_a_filled_sheet_of_decisions_is_looked_at_then_taken_into_the_book(tab: Tab, tmp_path: Path) -> None:
    page, lembar = tab.page, tmp_path / "keputusan.xlsx"
    lembar.write_bytes(keputusan_bytes(keadaan_contoh("kota-contoh-1")))
    buku = openpyxl.load_workbook(lembar)
    kolom = {s.value: s.column for s in buku["Tindak lanjut"][BARIS_KEPALA]}
    buku["Tindak lanjut"].cell(BARIS_KEPALA + 1, kolom["status"]).value = "selesai"
    buku.save(lembar)
    page.locator(".kmu-seret input").last.set_input_files(lembar)
    expect(page.get_by_text("Bila dimasukkan, inilah hasilnya.")).to_be_visible(timeout=30_000)
    expect(page.get_by_text("K0-10")).to_be_visible()
    page.get_by_role("button", name="Masukkan keputusan").click()
    expect(page.get_by_text("Sudah dimasukkan.")).to_be_visible(timeout=30_000)


def test_pdf_is_made_of_pages_and_what_is_missing_is_told_on_the_page(tab: Tab) -> None:
    tab.page.get_by_role("button", name="Buat PDF").click()
    expect(tab.page.get_by_text("Belum semuanya jadi.")).to_be_visible(timeout=60_000)
    expect(tab.page.get_by_text("belum ada paket rapat kota-contoh-1")).to_be_visible()


@pytest.mark.skipif(os.name == "nt", reason="Windows stops a program without asking it")
def test_a_stopped_app_tells_the_open_page_and_leaves_nothing_behind(browser: Browser, tmp_path: Path) -> None:
    with tempfile.TemporaryDirectory(prefix="kla") as sementara:
        panel = _tulis(tmp_path, [new_code_cell(PANEL, metadata={"tags": ["interactive"]})])
        with run_app(tmp_path, panel, lingkungan={"TMPDIR": sementara}) as alamat:
            page = _open(browser.new_page(viewport=LAYAR), alamat)
            assert any(Path(sementara).iterdir())
        expect(page.get_by_text("Sambungan ke aplikasi terputus")).to_be_visible(timeout=30_000)
        page.close()
        assert list(Path(sementara).iterdir()) == []
    log = (tmp_path / "app.log").read_text(encoding="utf-8")
    assert "Aplikasi dihentikan. Skenario yang sudah disimpan tetap ada." in log


def test_the_kernel_of_a_tab_cannot_be_ended_from_its_page_and_the_key_stays_on_this_site(alamat: str) -> None:
    with urllib.request.urlopen(alamat, timeout=BATAS) as jawaban:
        kuki, isi = jawaban.headers.get_all("Set-Cookie"), jawaban.read().decode()
    assert all({"SameSite=Strict", "HttpOnly"} <= set(k.split("; ")) for k in berisi(kuki))
    bagian = urlsplit(alamat)
    kernel = re.findall(r'kernelId"?\s*:\s*"([0-9a-f-]{36})"', isi)[0]
    ws = f"ws://{bagian.netloc}/api/kernels/{kernel}/channels?{bagian.query}"
    with ThreadPoolExecutor(1) as lain:  # the browser of these tests has an event loop of its own in this thread
        assert lain.submit(asyncio.run, _jawaban(ws)).result() == ["kernel_info_request"]


async def _jawaban(ws: str) -> list[str]:
    """Return which of the messages that a page might send the kernel answered."""
    sambungan, hasil = await websocket_connect(ws), []
    for jenis in ("shutdown_request", "debug_request", "interrupt_request", "execute_request", "kernel_info_request"):
        for saluran in ("control", "shell"):
            kepala = {"msg_id": f"uji-{jenis}", "msg_type": jenis, "session": "uji", "username": "", "version": "5.3"}
            pesan = {"header": kepala, "parent_header": {}, "metadata": {}, "content": {"code": "1", "restart": False}}
            await sambungan.write_message(json.dumps(pesan | {"channel": saluran}))
    while not hasil or hasil[-1] != "kernel_info_request":  # the last that was asked
        p = json.loads(await asyncio.wait_for(sambungan.read_message(), BATAS) or "{}")
        if p["msg_type"].endswith("_reply") and p["parent_header"].get("msg_id", "").startswith("uji-"):
            hasil.append(p["parent_header"]["msg_id"].removeprefix("uji-"))
    sambungan.close()  # asks only: the socket is closed when nothing more can be read
    while await asyncio.wait_for(sambungan.read_message(), BATAS) is not None:
        pass
    return hasil
