"""The lock of a meeting: one run at a time, and a dead one blocks nobody."""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kla_lib.errors import KlaError
from kla_lib.gembok import GEMBOK, lock_buku, lock_folder
from kla_lib.letak import FOLDER_PROYEK

PEGANG = """
import sys
from pathlib import Path
from kla_lib.gembok import lock_folder
with lock_folder(Path(sys.argv[1])):
    print("ya", flush=True)
    sys.stdin.read()
"""


def pemegang(folder: Path, skrip: str = PEGANG) -> "subprocess.Popen[str]":
    """Return a process that holds the lock until its input ends."""
    p = subprocess.Popen(
        [sys.executable, "-c", skrip, str(folder)],
        cwd=FOLDER_PROYEK,
        env=os.environ | {"PYTHONPATH": str(FOLDER_PROYEK)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert p.stdout is not None
    assert p.stdout.readline() == "ya\n"
    return p


def test_a_second_run_is_told_who_is_at_work_and_since_when(tmp_path: Path) -> None:
    with pemegang(tmp_path / "rapat-1") as p:
        with pytest.raises(KlaError) as e, lock_folder(tmp_path / "rapat-1", tunggu=0):
            pass
        p.communicate()
    assert re.search(rf"^rapat-1: sedang dikerjakan oleh proses {p.pid} sejak \d+ \w+ \d{{4}} pukul", str(e.value))
    assert "Tunggu sampai selesai" in str(e.value)


def test_a_killed_run_blocks_nobody(tmp_path: Path) -> None:
    with pemegang(tmp_path) as p:
        p.send_signal(signal.SIGKILL)
        p.communicate()
    assert (tmp_path / GEMBOK).read_bytes() != b""  # what it left behind
    with lock_folder(tmp_path, tunggu=0):
        pass


def test_after_its_end_the_lock_is_free_and_names_nobody(tmp_path: Path) -> None:
    with lock_folder(tmp_path):
        assert str(os.getpid()) in (tmp_path / GEMBOK).read_text()
    assert (tmp_path / GEMBOK).read_bytes() == b""
    with lock_folder(tmp_path, tunggu=0):
        pass


def test_a_fault_inside_frees_the_lock(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="di dalam"), lock_folder(tmp_path):
        raise ValueError("di dalam")
    with lock_folder(tmp_path, tunggu=0):
        pass


def test_two_folders_have_two_locks(tmp_path: Path) -> None:
    with lock_folder(tmp_path / "a"), lock_folder(tmp_path / "b", tunggu=0):
        pass


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "keluar").write_text("bukan folder")
    with (
        pytest.raises(KlaError, match=r"folder keluaran tidak bisa ditulisi .*--outputs"),
        lock_folder(tmp_path / "keluar" / "rapat"),
    ):
        pass


PEGANG_BUKU = PEGANG.replace("lock_folder", "lock_buku")


def test_a_book_has_one_writer_and_the_second_is_told(tmp_path: Path) -> None:
    buku = tmp_path / "buku.xlsx"
    buku.write_bytes(b"PK")
    with pemegang(buku, PEGANG_BUKU) as p:
        pesan = rf"buku.xlsx: sedang dikerjakan oleh proses {p.pid} sejak .* Tunggu"
        with pytest.raises(KlaError, match=pesan), lock_buku(buku, tunggu=0):
            pass
        p.communicate()
    assert [b.name for b in tmp_path.iterdir()] == ["buku.xlsx"]


def test_who_holds_a_book_may_save_it(tmp_path: Path) -> None:
    with lock_buku(tmp_path / "buku"), lock_buku(tmp_path / "buku", tunggu=0):
        assert [b.name for b in tmp_path.iterdir()] == [".buku.gembok"]
    assert list(tmp_path.iterdir()) == []


def test_a_lock_that_leads_elsewhere_is_refused_and_what_it_leads_to_is_not_touched(tmp_path: Path) -> None:
    milik = tmp_path / "milik orang lain"
    milik.write_text("isi")
    (tmp_path / "rapat").mkdir()
    gembok = tmp_path / "rapat" / GEMBOK
    for pasang in (gembok.symlink_to, gembok.hardlink_to, lambda _m: os.mkfifo(gembok), lambda _m: gembok.mkdir()):
        pasang(milik)
        pesan = r"rapat: folder keluaran tidak bisa ditulisi .*'.gembok'.*pindahkan"
        with pytest.raises(KlaError, match=pesan), lock_folder(tmp_path / "rapat", tunggu=0):
            pass
        gembok.rmdir() if gembok.is_dir() and not gembok.is_symlink() else gembok.unlink()
    assert milik.read_text() == "isi"


@pytest.mark.parametrize("isi", [b"{", b"[" * 99_999, b'{"pid": "\x1b[2J", "sejak": "2025-01-01"}', b"\xff"])
def test_what_a_lock_says_is_not_believed(isi: bytes, tmp_path: Path) -> None:
    with pemegang(tmp_path) as p:
        (tmp_path / GEMBOK).write_bytes(isi)
        with pytest.raises(KlaError, match="sedang dikerjakan oleh proses lain"), lock_folder(tmp_path, tunggu=0):
            pass
        p.communicate()
