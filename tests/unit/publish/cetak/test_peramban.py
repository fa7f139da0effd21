"""The browser that prints: where it is looked for, and what is said where none prints."""

import sys
from pathlib import Path

import pytest

from kla_lib.errors import KlaError
from kla_lib.publish.cetak.peramban import find_peramban, print_pdf, tempat_biasa

posix = pytest.mark.skipif(sys.platform == "win32", reason="stands in for a browser with a shell script")


def buat_program(path: Path, isi: str = "exit 0") -> Path:
    path.write_text(f"#!/bin/sh\n{isi}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


@posix
def test_a_browser_on_the_path_is_found_and_the_variable_goes_before_it(tmp_path: Path) -> None:
    edge = buat_program(tmp_path / "microsoft-edge")
    lain = buat_program(tmp_path / "peramban-lain")
    assert find_peramban({"PATH": str(tmp_path)}) == edge
    assert find_peramban({"PATH": str(tmp_path), "KLA_PERAMBAN": str(lain)}) == lain


def test_windows_and_macos_put_browsers_in_their_usual_places() -> None:
    windows = tempat_biasa({"PROGRAMFILES": "C:/Program Files"}, "win32")
    assert Path("C:/Program Files/Google/Chrome/Application/chrome.exe") in windows
    assert Path("C:/Program Files/Microsoft/Edge/Application/msedge.exe") in windows
    assert any("Google Chrome.app" in str(t) for t in tempat_biasa({}, "darwin"))


@pytest.mark.skipif(sys.platform != "linux", reason="the usual places of other systems may hold a browser")
def test_without_a_browser_the_message_says_what_to_install(tmp_path: Path) -> None:
    with pytest.raises(KlaError, match=r"Chromium, Chrome, atau Edge tidak ditemukan .* KLA_PERAMBAN"):
        find_peramban({"PATH": str(tmp_path)})


def test_a_variable_that_names_no_program_is_a_message(tmp_path: Path) -> None:
    with pytest.raises(KlaError, match="KLA_PERAMBAN: program 'tak-ada' tidak ditemukan"):
        find_peramban({"PATH": str(tmp_path), "KLA_PERAMBAN": "tak-ada"})


@posix
@pytest.mark.parametrize(
    ("isi", "pesan"),
    [("exit 3", "kode keluar 3"), ("exit 0", "tanpa pesan"), ("sleep 60 & wait", "lebih dari 1 detik")],
)
def test_a_browser_that_prints_nothing_is_a_message_and_leaves_nothing_behind(
    tmp_path: Path, isi: str, pesan: str
) -> None:
    palsu, kerja = buat_program(tmp_path / "chromium", isi), tmp_path / "kerja"
    kerja.mkdir()
    with pytest.raises(KlaError, match=rf"tidak menghasilkan PDF \({pesan}\)"):
        print_pdf(b"<p>x</p>", palsu, kerja, batas=1)
    assert list(kerja.iterdir()) == []
