"""Every bad file ends in data or in messages that name the place, within bounded time and memory."""

import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kla_lib.data.buku import load_buku
from kla_lib.errors import KlaError
from kla_lib.letak import FOLDER_PROYEK
from tests.pembantu.berkas_buruk import DAFTAR, HASH, NIK, Berkas
from tests.pembantu.params_uji import PARAMS

PALING_LAMA = 60.0  # seconds of processor time: what takes longer hangs
"""Seconds for one file on a slow machine; nearly all take a tenth of a second."""
MEMORI = 1_500 * 1024 * 1024
"""Address space of a reader, in bytes: an interpreter with pandas takes about half of it."""
BACA = """
import os, resource, sys, traceback
from pathlib import Path
from kla_lib.data.buku import load_buku
from kla_lib.errors import KlaError
from kla_lib.rules.params import params_bawaan

def baca(path):
    resource.setrlimit(resource.RLIMIT_AS, ({memori}, {memori}))
    pesan = path.with_name(path.name + ".pesan")
    pesan.write_text("")
    try:
        load_buku(params_bawaan(), path)
    except KlaError as e:
        pesan.write_text(str(e), encoding="utf-8")

for path in sys.argv[1:]:
    anak = os.fork()
    if anak == 0:
        try:
            baca(Path(path))
            os._exit(0)
        except BaseException:
            traceback.print_exc()
            os._exit(1)
    print(os.waitstatus_to_exitcode(os.waitpid(anak, 0)[1]), flush=True)
"""
"""Reads each book in a child of its own: prints how the child ended, and leaves what it said beside the book."""


def check_harapan(berkas: Berkas, pesan: list[str]) -> None:
    assert isinstance(berkas.harapan, tuple), f"expected data, got {pesan}"
    assert len(pesan) == len(berkas.harapan), pesan
    for pola, teks in zip(berkas.harapan, pesan, strict=True):
        assert re.search(pola, teks), teks


def test_there_are_at_least_forty_bad_files_each_with_its_own_name() -> None:
    assert len({b.nama for b in DAFTAR}) == len(DAFTAR) >= 40


@pytest.mark.parametrize("berkas", DAFTAR, ids=lambda b: b.nama)
def test_a_bad_file_ends_in_data_or_in_messages_with_their_place(tmp_path: Path, berkas: Berkas) -> None:
    if sys.platform == "win32" and berkas.nama.startswith("tautan"):
        pytest.skip("making links needs a special right on Windows")
    path = berkas.tulis(tmp_path)
    mulai = time.process_time()
    try:
        penilaian = load_buku(PARAMS, path).penilaian
    except KlaError as e:
        check_harapan(berkas, [str(k) for k in e.kesalahan])
        assert NIK not in str(e) and HASH not in str(e)
    else:
        assert penilaian is not None
        nilai = {n: None if v != v else v for n, v in penilaian["nilai"].items()}
        assert nilai == berkas.harapan
    assert time.process_time() - mulai < PALING_LAMA


@pytest.fixture(scope="module")
def bom(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[int, list[str], str]]:
    """Return of every bomb how its reader ended and what it said, and what all readers complained of."""
    path = {b.nama: b.tulis(tmp_path_factory.mktemp("bom")) for b in DAFTAR if b.bom}
    hasil = subprocess.run(
        [sys.executable, "-c", BACA.format(memori=MEMORI), *map(str, path.values())],
        capture_output=True,
        text=True,
        timeout=60 * len(path),
        cwd=FOLDER_PROYEK,
        check=True,
    )
    kode = map(int, hasil.stdout.split())
    pesan = [p.with_name(f"{p.name}.pesan").read_text(encoding="utf-8").splitlines() for p in path.values()]
    return {nama: (k, isi, hasil.stderr) for nama, k, isi in zip(path, kode, pesan, strict=True)}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit of memory per process")
@pytest.mark.parametrize("berkas", [b for b in DAFTAR if b.bom], ids=lambda b: b.nama)
def test_a_bomb_is_met_within_bounded_memory(bom: dict[str, tuple[int, list[str], str]], berkas: Berkas) -> None:
    kode, pesan, keluhan = bom[berkas.nama]
    assert kode == 0, keluhan[-2000:]
    if isinstance(berkas.harapan, tuple):
        check_harapan(berkas, pesan)
    else:
        assert pesan == []
