"""Start the installed Chromium for a test."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

from tests.program import need_program

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
