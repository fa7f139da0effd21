"""Lock a folder against a second run, by a lock that the system takes back when its process dies."""

import json
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import IO

from kla_lib.bahasa import _, format_tanggal
from kla_lib.berkas import kesalahan_folder
from kla_lib.errors import Kesalahan, KlaError
from kla_lib.letak import nama_tampil

GEMBOK = ".gembok"
TUNGGU = 1.0
"""Seconds to try: children of a run that was just killed hold the lock until they are gone too."""
BAIT_KUNCI = 1 << 30
"""Windows locks bytes: one far behind the text, so that others can read who holds it."""


@contextmanager
def lock_folder(folder: Path, tunggu: float = TUNGGU) -> Iterator[None]:
    """Hold the lock of a folder, which is made if need be; KlaError when another run holds it.

    The lock belongs to the open file, not to its presence: what a dead process
    has left behind blocks nobody.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        berkas = (folder / GEMBOK).open("a+b")
    except OSError as e:
        raise KlaError(kesalahan_folder(folder, e)) from None
    with berkas:
        batas = time.monotonic() + tunggu
        while not _coba(berkas):
            if time.monotonic() > batas:
                raise KlaError(_sedang_dipakai(folder, berkas))
            time.sleep(0.05)
        try:
            _tulis(berkas, {"pid": os.getpid(), "sejak": datetime.now().isoformat(timespec="seconds")})
            yield
        finally:
            berkas.truncate(0)
            _lepas(berkas)


def _coba(berkas: IO[bytes]) -> bool:
    """Take the lock if it is free."""
    try:
        if sys.platform == "win32":
            import msvcrt

            berkas.seek(BAIT_KUNCI)
            msvcrt.locking(berkas.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(berkas, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


def _lepas(berkas: IO[bytes]) -> None:
    """Give the lock back, also for processes that were forked while it was held."""
    if sys.platform == "win32":
        import msvcrt

        berkas.seek(BAIT_KUNCI)
        msvcrt.locking(berkas.fileno(), msvcrt.LK_UNLCK, 1)
    else:
        import fcntl

        fcntl.flock(berkas, fcntl.LOCK_UN)


def _tulis(berkas: IO[bytes], isi: dict[str, object]) -> None:
    berkas.truncate(0)
    berkas.write(json.dumps(isi).encode())
    berkas.flush()


def _sedang_dipakai(folder: Path, berkas: IO[bytes]) -> Kesalahan:
    berkas.seek(0)
    try:
        isi = json.loads(berkas.read())
        sejak = datetime.fromisoformat(isi["sejak"])
        siapa = _("oleh proses {pid} sejak {tanggal} pukul {jam}").format(
            pid=isi["pid"], tanggal=format_tanggal(sejak), jam=sejak.strftime("%H.%M")
        )
    except (ValueError, KeyError, TypeError):  # it has the lock and has not said yet who it is
        siapa = _("oleh proses lain")
    return Kesalahan(
        "gembok",
        nama_tampil(folder),
        _("sedang dikerjakan {siapa}").format(siapa=siapa),
        _("Tunggu sampai selesai, lalu jalankan lagi."),
    )
