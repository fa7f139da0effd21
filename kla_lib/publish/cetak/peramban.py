"""Print a page as PDF with the browser that the computer has: Chromium, Chrome or Edge, without network."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from kla_lib.bahasa import _
from kla_lib.errors import Kesalahan, KlaError

PERAMBAN = "KLA_PERAMBAN"
"""Environment variable naming the browser to print with, where it is not in a usual place."""

NAMA = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "microsoft-edge-stable",
    "chrome",
    "msedge",
)
TEMPAT_MAC = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
TEMPAT_WINDOWS = (
    ("Google", "Chrome", "Application", "chrome.exe"),
    ("Microsoft", "Edge", "Application", "msedge.exe"),
    ("Chromium", "Application", "chrome.exe"),
)
FOLDER_WINDOWS = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")

BATAS_DETIK = 120.0
PILIHAN = (
    "--headless=new",
    "--disable-gpu",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-extensions",
    "--disable-sync",
    "--disable-component-update",
    "--disable-background-networking",
    "--disable-quic",
    "--proxy-server=127.0.0.1:9",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--no-pdf-header-footer",
    "--export-tagged-pdf",
    "--generate-pdf-document-outline",
)


def find_peramban(lingkungan: Mapping[str, str] = os.environ) -> Path:
    """Return the browser to print with: the one that KLA_PERAMBAN names, or the first found in the usual places.

    Raises KlaError with the remedy where there is none.
    """
    dipilih = lingkungan.get(PERAMBAN, "")
    if dipilih:
        if path := shutil.which(dipilih, path=lingkungan.get("PATH", "")):
            return Path(path)
        raise KlaError(
            Kesalahan(
                "peramban",
                PERAMBAN,
                _("program '{nama}' tidak ditemukan").format(nama=dipilih),
                _("Isi {kunci} dengan letak program Chromium, Chrome, atau Edge, atau kosongkan.").format(
                    kunci=PERAMBAN
                ),
            )
        )
    for nama in NAMA:
        if path := shutil.which(nama, path=lingkungan.get("PATH", "")):
            return Path(path)
    for tempat in tempat_biasa(lingkungan):
        if tempat.is_file():
            return tempat
    raise KlaError(
        Kesalahan(
            "peramban",
            "kla pdf",
            _("Chromium, Chrome, atau Edge tidak ditemukan di komputer ini"),
            _("Pasang salah satunya, atau tulis letak programnya di variabel {kunci}.").format(kunci=PERAMBAN),
        )
    )


def tempat_biasa(lingkungan: Mapping[str, str], sistem: str = sys.platform) -> list[Path]:
    """Return where a system puts its browsers when they are not on PATH."""
    if sistem == "darwin":
        return [Path(t) for t in TEMPAT_MAC]
    if sistem == "win32":
        folder = [lingkungan[f] for f in FOLDER_WINDOWS if lingkungan.get(f)]
        return [Path(f, *t) for t in TEMPAT_WINDOWS for f in folder]
    return []


CETAK = ".cetak-"
"""How the scratch folders of printing begin, inside the meeting's folder."""


def print_pdf(html: bytes, peramban: Path, kerja: Path, batas: float = BATAS_DETIK) -> bytes:
    """Return a page as the browser prints it; KlaError where it gives none within `batas` seconds.

    kerja: folder on the disk of the outputs, for a scratch folder that holds
    page and profile (a browser from a snap cannot see /tmp of others).
    """
    with TemporaryDirectory(prefix=CETAK, dir=kerja, ignore_cleanup_errors=True) as sementara:
        folder = Path(sementara).resolve()
        halaman, hasil = folder / "halaman.html", folder / "halaman.pdf"
        halaman.write_bytes(html)
        perintah = [str(peramban), *PILIHAN, f"--user-data-dir={folder / 'profil'}", f"--print-to-pdf={hasil}"]
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            perintah.append("--no-sandbox")  # Chromium refuses its sandbox to root
        pesan = _jalankan([*perintah, halaman.as_uri()], batas)
        if pesan is None and hasil.is_file() and (isi := hasil.read_bytes()).startswith(b"%PDF"):
            return isi
    raise KlaError(
        Kesalahan(
            "peramban",
            peramban.name,
            _("peramban tidak menghasilkan PDF ({pesan})").format(pesan=pesan or _("tanpa pesan")),
            _("Perbarui peramban ini, atau tulis letak peramban lain di variabel {kunci}.").format(kunci=PERAMBAN),
        )
    )


def _jalankan(perintah: list[str], batas: float) -> str | None:
    """Run the browser to its end, or end it and all that it started; return why it failed, None where it did not."""
    try:
        proses = subprocess.Popen(
            perintah, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            start_new_session=True,
        )  # fmt: skip
    except OSError as e:
        return e.strerror or type(e).__name__
    try:
        kode = proses.wait(batas)
    except subprocess.TimeoutExpired:
        return _("lebih dari {detik} detik").format(detik=round(batas))
    finally:
        _end(proses)
    return None if kode == 0 else _("kode keluar {kode}").format(kode=kode)


def _end(proses: "subprocess.Popen[bytes]") -> None:
    """End the browser with its helpers; nothing where all have ended."""
    if hasattr(os, "killpg"):
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(proses.pid, signal.SIGKILL)
    elif proses.poll() is None:
        proses.kill()
    proses.wait()
