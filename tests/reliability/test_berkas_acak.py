"""Books broken at random end in data or in messages, each in a child of bounded time and memory."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from kla_lib.letak import FOLDER_PROYEK
from tests.pembantu.berkas_acak import tulis_acak

BATAS_DETIK, MEMORI = 10, 1_500 * 1024 * 1024
BACA = """
import json, os, resource, shutil, sys, tempfile, traceback
from pathlib import Path
from kla_lib.data.bentuk import PENILAIAN
from kla_lib.data.buku import load_buku
from kla_lib.data.sunting.simpan import Ubahan, save_ubahan
from kla_lib.errors import KlaError
from kla_lib.rules.params import params_bawaan
from tests.pembantu.berkas_acak import tulis_acak

detik, memori, awal, akhir = map(int, sys.argv[1:])
params = params_bawaan()
try:
    load_buku(params, tulis_acak(-1, Path(tempfile.mkdtemp())))  # what is read once stays for all children
except KlaError:
    pass

def coba(nomor, folder):
    path = tulis_acak(nomor, folder)
    resource.setrlimit(resource.RLIMIT_CPU, (detik, detik + 1))
    resource.setrlimit(resource.RLIMIT_AS, (memori, memori))
    try:
        buku = load_buku(params, path)
        ubahan = [Ubahan(PENILAIAN, ("em", "klaster_1", "5", "2"), "nilai", 0.25)]
        save_ubahan(params, path, ubahan, buku.hash)
    except KlaError as e:
        assert all(k.berkas and k.salah for k in e.kesalahan), e.kesalahan

for nomor in range(awal, akhir):
    folder = Path(tempfile.mkdtemp())
    anak = os.fork()
    if anak == 0:
        try:
            coba(nomor, folder)
            os._exit(0)
        except BaseException:
            (folder / "keluhan").write_text(traceback.format_exc(), encoding="utf-8")
            os._exit(1)
    kode = os.waitstatus_to_exitcode(os.waitpid(anak, 0)[1])
    if kode:
        keluhan = folder / "keluhan"
        print(json.dumps([nomor, kode, keluhan.read_text("utf-8")[-1500:] if keluhan.exists() else ""]), flush=True)
    shutil.rmtree(folder, ignore_errors=True)
"""
"""Reads each book, and saves a mark in it, in a child of its own; prints those that ended in another way."""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit of memory per process")


def gagal(awal: int, akhir: int) -> list[list[object]]:
    hasil = subprocess.run(
        [sys.executable, "-c", BACA, *map(str, (BATAS_DETIK, MEMORI, awal, akhir))],
        capture_output=True,
        text=True,
        cwd=FOLDER_PROYEK,
        check=False,
    )
    assert hasil.returncode == 0, hasil.stderr[-2000:]
    return [json.loads(b) for b in hasil.stdout.splitlines()]


def test_the_same_number_breaks_a_book_in_the_same_way(tmp_path: Path) -> None:
    satu, dua = (tmp_path / n for n in ("satu", "dua"))
    for folder in (satu, dua):
        folder.mkdir()
        for nomor in range(12):
            tulis_acak(nomor, folder)
    nama = sorted(p.relative_to(satu) for p in satu.rglob("*") if p.is_file() and p.suffix == ".csv")
    assert nama
    assert all((satu / n).read_bytes() == (dua / n).read_bytes() for n in nama)


def test_books_broken_at_random_end_in_data_or_in_messages() -> None:
    assert gagal(0, 40) == []


@pytest.mark.soak
@pytest.mark.parametrize("awal", range(1_000, 6_000, 500))
def test_five_thousand_books_broken_at_random_end_in_data_or_in_messages(awal: int) -> None:
    assert gagal(awal, awal + 500) == []
