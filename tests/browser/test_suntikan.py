"""A book that tries to run something from every text field runs nothing in pages, notebooks, workbooks."""

import json
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Browser

from tests.pembantu.berisi import berisi
from tests.pembantu.chart_uji import daftar_spec
from tests.pembantu.keluaran_uji import kla_run
from tests.pembantu.peramban import watch
from tests.pembantu.suntikan_uji import SUNTIKAN, TANDA, periksa, write_rapat_suntikan

SENTUH = """() => {
  document.querySelectorAll('details').forEach(d => { d.open = true; });
  document.querySelectorAll('main *').forEach(e => {
    for (const jenis of ['mouseover', 'focus', 'error', 'load', 'toggle']) e.dispatchEvent(new Event(jenis));
  });
  document.querySelectorAll('main button').forEach(b => b.click());
}"""
"""Do in a page what a reader could do by accident."""


@pytest.fixture(scope="module")
def keluaran(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("suntikan")
    jalan = kla_run(write_rapat_suntikan(folder), folder / "outputs", "--only", "klaster_4")
    assert jalan.kode == 0, jalan.pesan
    return folder / "outputs" / "suntikan"


@pytest.fixture(scope="module")
def terbaca(chromium: Browser, keluaran: Path) -> dict[str, str]:
    """Return the visible text of every page, after opening it offline and touching everything; nothing may run."""
    keadaan = chromium.new_context(offline=True)
    page = keadaan.new_page()
    keluhan = watch(page)
    teks = {}
    for path in berisi(sorted(keluaran.rglob("*.html"))):
        page.goto(path.as_uri())
        page.evaluate(SENTUH)
        assert page.evaluate(f"typeof window.{TANDA}") == "undefined", path
        teks[path.relative_to(keluaran).as_posix()] = page.evaluate("document.body.textContent")
    assert keluhan == []
    assert len(keadaan.pages) == 1, "a page opened another"
    keadaan.close()
    return teks


def test_nothing_runs_in_any_page_and_every_payload_is_read_as_text(terbaca: dict[str, str]) -> None:
    assert {"index.html", "klaster_4/ringkas.html", "klaster_4/interaktif.html", "ringkasan/ringkas.html"} <= set(
        terbaca
    )
    semua = "\n".join(terbaca.values())
    tanpa_arah = [s.replace("\u202e", "").replace("\u202c", "") for s in SUNTIKAN]
    assert [s for s in tanpa_arah if s not in semua] == []
    assert "\u202e" not in semua, "a text of the book turns the sentence around it"


def test_no_page_holds_a_handler_an_address_that_runs_or_a_script_that_is_not_ours(keluaran: Path) -> None:
    for path in berisi(keluaran.rglob("*.html")):
        p = periksa(path.read_text(encoding="utf-8"))
        assert p.temuan == [], path
        assert p.skrip <= 2, path  # our script and its data


def test_the_notebook_and_the_facts_hold_the_payloads_as_text_only(keluaran: Path) -> None:
    for path in berisi(keluaran.rglob("paket.ipynb")):
        for sel in berisi(json.loads(path.read_text(encoding="utf-8"))["cells"]):
            assert TANDA not in "".join(sel["source"]), path
            for k in sel.get("outputs", []):
                data = k.get("data", {})
                assert TANDA not in data.get("text/markdown", "") + data.get("application/javascript", "")
                for mime in ("text/html", "image/svg+xml"):
                    p = periksa("".join(data.get(mime, "")))
                    assert (p.temuan, p.skrip) == ([], 0), path


def test_no_expression_of_a_chart_is_made_of_a_text(keluaran: Path) -> None:
    def ekspresi(isi: object) -> Iterator[str]:
        if isinstance(isi, dict):
            for k, v in isi.items():
                if k in ("expr", "calculate", "labelExpr", "filter", "test", "update") and isinstance(v, str):
                    yield v
                if k != "datasets" and k != "values":
                    yield from ekspresi(v)
        elif isinstance(isi, list):
            for v in isi:
                yield from ekspresi(v)

    assert list(ekspresi({"layer": [{"transform": [{"filter": "datum.x > 1"}]}]})) == ["datum.x > 1"]
    semua = [spec for p in keluaran.rglob("paket.ipynb") for spec in daftar_spec(p)]
    assert [e for spec in berisi(semua) for e in ekspresi(spec) if TANDA in e] == []


def test_no_cell_of_a_workbook_becomes_a_formula(keluaran: Path) -> None:
    semua_berbahaya = []
    for path in berisi(keluaran.rglob("*.xlsx")):
        buku = openpyxl.load_workbook(path)
        sel = [c for lembar in buku for baris in lembar.iter_rows() for c in baris if c.value is not None]
        rumus = [c for c in sel if c.data_type == "f"]
        assert [c.coordinate for c in rumus if TANDA in str(c.value)] == [], path
        assert not rumus or path.name == "buku.xlsx", path
        berbahaya = [
            c for c in sel if c.data_type == "s" and str(c.value).startswith(("=", "+", "-", "@")) and TANDA in c.value
        ]
        assert [f"{c.parent.title}!{c.coordinate}" for c in berbahaya if not c.quotePrefix] == [], path
        assert [c.coordinate for c in berisi(sel) if c.hyperlink and TANDA in str(c.hyperlink.target)] == [], path
        semua_berbahaya += berbahaya
    assert semua_berbahaya
