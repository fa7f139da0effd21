"""Measure how long the scenario panel takes from a key on a slider to the pixels, in a real browser and JupyterLab.

    .venv/bin/python benchmarks/redraw.py [--json] [--n 40] [--notebook 50_indeks]

Starts JupyterLab with 20_skenario on the example of 274 questions (or with 50_indeks on the example city) and presses
arrow keys on a slider.  An event ends with the frame that is drawn after the last part of the panel, the table of what
changed (the years of the index), is renewed: sentence, ruler, klaster and chances stand there earlier.
"""

import argparse
import json
import shutil
import statistics
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page

from kla_lib.letak import FOLDER_NOTEBOOKS, FOLDER_PROYEK

sys.path.insert(0, str(FOLDER_PROYEK))  # the tests are no installed package
from tests.pembantu.lab_uji import BATAS, TOKEN, run_lab
from tests.pembantu.peramban import open_chromium

PANEL = {
    "20_skenario": (".skp-hasil-ubahan", "bukan nilai resmi"),
    "50_indeks": (".skp-hasil-klaster", "Belum ada skenario indeks"),
}
"""Of each notebook the last part of its panel that every event renews, and the words with which it has run."""

PEMANASAN = 4
"""Events that are not counted: the first ones also load code."""

UKUR = """
() => {
  window.ukur = [];
  let mulai = null;
  document.addEventListener("keydown", () => { mulai = performance.now(); }, true);
  const akhir = document.querySelector("{akhir}");
  new MutationObserver(() => {
    if (mulai === null) return;
    const dari = mulai;
    mulai = null;
    requestAnimationFrame(() => window.ukur.push(performance.now() - dari));
  }).observe(akhir, { childList: true, subtree: true, characterData: true });
}
"""


def measure(page: Page, n: int, akhir: str) -> list[float]:
    """Return the milliseconds of n key events, up and down a slider so that every one changes numbers."""
    page.get_by_role("slider", name="Bobot Klaster III", exact=True).focus()
    page.evaluate(UKUR.replace("{akhir}", akhir))
    for nomor in range(PEMANASAN + n):
        page.keyboard.press("ArrowRight" if nomor % 20 < 10 else "ArrowLeft")
        page.wait_for_function("n => window.ukur.length > n", arg=nomor, timeout=10_000)
    hasil: list[float] = page.evaluate("window.ukur")
    return hasil[PEMANASAN:]


def run(n: int, notebook: str) -> list[float]:
    """Start JupyterLab and the browser, open the panel and measure."""
    akhir, selesai = PANEL[notebook]
    with tempfile.TemporaryDirectory() as t, open_chromium() as browser:
        kerja = Path(t) / "kerja"
        kerja.mkdir()
        shutil.copy(FOLDER_NOTEBOOKS / f"{notebook}.ipynb", kerja)
        with run_lab(Path(t), kerja, {"KLA_FOLDER_SKENARIO": str(Path(t) / "skenario")}) as alamat:
            page = browser.new_page(viewport={"width": 1366, "height": 768})
            page.goto(f"{alamat}/tree/{notebook}.ipynb?token={TOKEN}")
            siap = page.get_by_text("Python 3 (ipykernel) | Idle")
            siap.wait_for(timeout=BATAS * 1000)
            page.get_by_role("menuitem", name="Run", exact=True).click()
            page.get_by_text("Run All Cells", exact=True).click()
            page.locator(akhir).wait_for(timeout=BATAS * 1000)
            page.get_by_text(selesai, exact=False).last.wait_for(timeout=BATAS * 1000)
            siap.wait_for(timeout=BATAS * 1000)
            return measure(page, n, akhir)


def main() -> None:
    """Measure and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--n", type=int, default=40, help="how many events (at least 30)")
    parser.add_argument("--notebook", choices=PANEL, default="20_skenario")
    args = parser.parse_args()
    waktu = run(max(args.n, 30), args.notebook)
    hasil = {
        "median_ms": round(statistics.median(waktu), 1),
        "p95_ms": round(statistics.quantiles(waktu, n=20, method="inclusive")[-1], 1),
        "n": len(waktu),
    }
    print(json.dumps(hasil) if args.json else "\n".join(f"{k}: {v}" for k, v in hasil.items()))


if __name__ == "__main__":
    main()
