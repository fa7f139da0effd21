"""The pages of the meeting as they come out of a printer: the mayor's on one sheet, each session to sign on its own."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from kla_lib.publish.halaman.forum_anak import berkas_forum_anak
from kla_lib.publish.halaman.hadir import berkas_hadir
from kla_lib.publish.halaman.pimpinan import berkas_pimpinan
from tests.pembantu.keadaan_uji import keadaan_contoh

CONTOH = ("kota-contoh-1", "ogan-ilir-2024", "sumbawa-2022", "kota-bekasi")


def lembar(chromium: Browser, path: Path, isi: bytes) -> int:
    """Return on how many sheets a page is printed."""
    path.write_bytes(isi)
    page = chromium.new_page()
    page.goto(path.as_uri())
    pdf = page.pdf(format="A4", prefer_css_page_size=True)
    page.close()
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


@pytest.mark.parametrize("rapat", CONTOH)
def test_the_mayors_page_is_one_sheet_and_that_of_the_children_one_sheet_of_two_sides(
    chromium: Browser, tmp_path: Path, rapat: str
) -> None:
    keadaan = keadaan_contoh(rapat)
    assert lembar(chromium, tmp_path / "p.html", berkas_pimpinan(keadaan)["pimpinan.html"]) == 1
    assert lembar(chromium, tmp_path / "f.html", berkas_forum_anak(keadaan)["forum-anak.html"]) <= 2


def test_every_session_signs_on_a_sheet_of_its_own(chromium: Browser, tmp_path: Path) -> None:
    keadaan = keadaan_contoh("kota-contoh-1")
    isi = berkas_hadir(keadaan)["sesi/daftar-hadir.html"]
    assert lembar(chromium, tmp_path / "h.html", isi) == len(keadaan.rapat.sesi)
