"""Start the installed Chromium for a test."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page, sync_playwright

from tests.pembantu.program import need_program

PILIHAN = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@contextmanager
def open_chromium() -> Iterator[Browser]:
    """Give a browser and close it afterwards; without one the test is skipped, or fails where it was promised."""
    path = need_program("chromium", "chromium-browser", "google-chrome", "msedge")
    with sync_playwright() as pw:
        browser = pw.chromium.launch(executable_path=path, args=PILIHAN)
        try:
            yield browser
        finally:
            browser.close()


def watch(page: Page) -> list[str]:
    """Return a list that fills with what a page asks of the network, complains of, and pops up."""
    keluhan: list[str] = []
    page.on("request", lambda r: keluhan.append(r.url) if not r.url.startswith(("file:", "data:")) else None)
    page.on("console", lambda m: keluhan.append(m.text) if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda e: keluhan.append(str(e)))
    page.on("dialog", lambda d: (keluhan.append(d.message), d.dismiss()))
    return keluhan
