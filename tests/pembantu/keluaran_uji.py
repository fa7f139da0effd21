"""Meetings run once for all the tests that look at their pages."""

import getpass
import os
import socket
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from filelock import FileLock

from kla_lib.letak import FOLDER_PARAMS, FOLDER_PROYEK
from tests.pembantu.hangat_uji import PALING_LAMA, induk_hangat

RAHASIA = {
    "KLA_RAHASIA_UJI": "rahasia-uji-7f3a",
    "USER": "pengguna-uji-7f3a",
    "LOGNAME": "pengguna-uji-7f3a",
    "USERNAME": "pengguna-uji-7f3a",
    "HOSTNAME": "mesin-uji-7f3a",
}
"""What the environment of every run tells, and no output may."""


@dataclass(frozen=True)
class Jalan:
    """What one command printed and returned."""

    kode: int
    keluar: str
    pesan: str


def kla_run(rapat: Path, outputs: Path, *pilihan: str, proyek: Path = FOLDER_PROYEK) -> Jalan:
    """Run `kla run` in a process of its own, as an evaluator does; of another checkout one that imports it."""
    return kla("run", str(rapat), "--outputs", str(outputs), *pilihan, proyek=proyek)


def kla(*argumen: str, proyek: Path = FOLDER_PROYEK) -> Jalan:
    """Run a command in a process of its own, and return what it printed."""
    lingkungan = os.environ | RAHASIA | {"PYTHONPATH": str(proyek)}
    if proyek == FOLDER_PROYEK and sys.platform.startswith("linux"):
        return _run_hangat(list(argumen), lingkungan)
    perintah = [sys.executable, "-m", "kla_lib.cli", *argumen]
    p = subprocess.run(
        perintah, cwd=proyek, env=lingkungan, capture_output=True, text=True, timeout=PALING_LAMA, check=False
    )
    return Jalan(p.returncode, p.stdout, p.stderr)


def _run_hangat(argumen: list[str], lingkungan: dict[str, str]) -> Jalan:
    induk = induk_hangat()
    with tempfile.TemporaryDirectory() as sementara:
        keluar, pesan = Path(sementara, "keluar"), Path(sementara, "pesan")
        kode = induk.tunggu(induk.mulai(argumen, lingkungan, keluar, pesan))
        return Jalan(kode, keluar.read_text(encoding="utf-8"), pesan.read_text(encoding="utf-8"))


def rapat_terbit(pabrik: pytest.TempPathFactory, rapat: str) -> Path:
    """Return the folder of an example meeting, run once for all tests of all workers: look, and write nothing there."""

    def run(folder: Path) -> None:
        jalan = kla_run(FOLDER_PARAMS / "rapat" / f"{rapat}.yaml", folder)
        assert jalan.kode == 0, jalan.pesan

    return make_once(pabrik, rapat, run) / rapat


def make_once(pabrik: pytest.TempPathFactory, nama: str, make: Callable[[Path], None]) -> Path:
    """Return a folder that the first test that asks for it has filled; the workers of a run share it."""
    bersama = pabrik.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        bersama = bersama.parent
    folder, siap = bersama / "bersama" / nama, bersama / f"{nama}.siap"
    with FileLock(bersama / f"{nama}.lock"):
        if not siap.exists():
            folder.mkdir(parents=True)
            make(folder)
            siap.touch()
    return folder


def check_tanpa_mesin(outputs: Path) -> None:
    """Assert that no file under a folder of outputs, hidden ones too, tells of this machine or of who used it."""
    orang = {getpass.getuser(), socket.gethostname()} - {"root", "user", "localhost"}  # words of CSS and of the law
    tempat = {str(p) for p in (Path.home(), outputs.parent, Path.cwd(), Path(sys.prefix))}
    rahasia = [r.encode() for r in {*RAHASIA.values(), *tempat, *(o for o in orang if len(o) > 3)}]
    berkas = [p for p in outputs.rglob("*") if p.is_file()]
    assert berkas
    for path in berkas:
        isi = isi_berkas(path)
        assert not [r for r in rahasia if r in isi], path


def isi_berkas(path: Path) -> bytes:
    """Return what a file holds, of a workbook all its parts."""
    if not zipfile.is_zipfile(path):
        return path.read_bytes()
    with zipfile.ZipFile(path) as arsip:
        return b"".join(arsip.read(nama) for nama in arsip.namelist())
