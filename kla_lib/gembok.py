"""Lock a folder or a data book against a second run, by a lock that the system takes back when its process dies."""

import errno
import json
import os
import re
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import IO

from kla_lib.bahasa import _, format_tanggal
from kla_lib.berkas import TERTOLAK, kesalahan_folder, kesalahan_tulis, open_sendiri, sebut_tak_tertulis
from kla_lib.errors import Kesalahan, KlaError
from kla_lib.letak import nama_tampil, tempat_asli
from kla_lib.tukar import recover_folder, sapu_sisa

GEMBOK = ".gembok"
TUNGGU = 1.0
"""Seconds to try: children of a run that was just killed hold the lock until they are gone too."""
TUNGGU_BUKU = 5.0
"""Seconds to wait for whoever is just saving the book."""
BAIT_KUNCI = 1 << 30
"""Windows locks bytes: one far behind the text, so that others can read who holds it."""
PALING_PANJANG = 200
"""Bytes that are read of what a lock says of its holder."""


@contextmanager
def lock_folder(folder: Path, tunggu: float = TUNGGU) -> Iterator[None]:
    """Hold the lock of a folder, which is made if need be; KlaError when another run holds it.

    The lock belongs to the open file, not to its presence: what a dead process
    has left behind blocks nobody.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        berkas = _ambil(folder / GEMBOK, folder, tunggu)
    except OSError as e:
        raise KlaError(kesalahan_folder(folder, e)) from None
    with _pegang(berkas):
        yield


_DIPEGANG: set[tuple[Path, int]] = set()
"""The books that a thread of this process holds already: a command holds its book, and so does the saving in it."""


@contextmanager
def lock_buku(path: Path, tunggu: float = TUNGGU_BUKU) -> Iterator[None]:
    """Hold a data book from the look at it until its new state is in place; KlaError when another process does.

    Whoever has it puts right what a killed process has left behind.  The lock
    lies beside the book (for a new one in the nearest folder that exists) and
    goes with its holder; where we may not write there is nothing to guard.
    """
    path = tempat_asli(path)
    if not path.name:  # the root of a disk
        raise KlaError(kesalahan_tulis(str(path), os.strerror(errno.EISDIR)))
    kunci = path, threading.get_ident()
    if kunci in _DIPEGANG:
        yield
        return
    tempat = next(p for p in path.parents if p.is_dir()) / f".{path.name}{GEMBOK}"
    try:
        berkas = _ambil(tempat, path, tunggu)
    except OSError as e:
        if e.errno not in TERTOLAK | {errno.EROFS}:
            raise KlaError(kesalahan_tulis(nama_tampil(path), sebut_tak_tertulis(e))) from None
        yield
        return
    with _pegang(berkas, tempat):
        _DIPEGANG.add(kunci)
        try:
            recover_folder(path)
            sapu_sisa(path.parent, re.escape(path.name))
            if path.is_dir():
                sapu_sisa(path, r".+\.csv")
            yield
        finally:
            _DIPEGANG.discard(kunci)


def _ambil(tempat: Path, milik: Path, tunggu: float) -> IO[bytes]:
    """Return the open file whose lock is ours now; KlaError when somebody else holds it for longer than we wait."""
    batas = time.monotonic() + tunggu
    while True:
        berkas = open_sendiri(tempat, os.O_RDWR | os.O_CREAT | os.O_APPEND, "a+b")
        if _coba(berkas):
            if _masih(berkas, tempat):
                return berkas
        elif time.monotonic() > batas:
            with berkas:
                raise KlaError(_sedang_dipakai(milik, berkas))
        berkas.close()
        time.sleep(0.05)


def _masih(berkas: IO[bytes], tempat: Path) -> bool:
    """Whether the file that we have locked is still the one in its place: its last holder may have removed it."""
    try:
        return os.path.samestat(os.fstat(berkas.fileno()), tempat.stat())
    except FileNotFoundError:
        return False


@contextmanager
def _pegang(berkas: IO[bytes], hapus: Path | None = None) -> Iterator[None]:
    """Tell who holds a lock as long as it is held; `hapus` goes at the end."""
    with berkas:
        try:
            _tulis(berkas, {"pid": os.getpid(), "sejak": datetime.now().isoformat(timespec="seconds")})
            yield
        finally:
            berkas.truncate(0)
            if hapus is not None:
                with suppress(OSError):  # Windows removes no file that is open: it stays, and blocks nobody
                    hapus.unlink()
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
        isi = json.loads(berkas.read(PALING_PANJANG))
        sejak = datetime.fromisoformat(isi["sejak"])
        siapa = _("oleh proses {pid} sejak {tanggal} pukul {jam}").format(
            pid=int(isi["pid"]), tanggal=format_tanggal(sejak), jam=sejak.strftime("%H.%M")
        )
    except (ValueError, KeyError, TypeError, OverflowError):  # it has the lock and has not said yet who it is
        siapa = _("oleh proses lain")
    return Kesalahan(
        "gembok",
        nama_tampil(folder),
        _("sedang dikerjakan {siapa}").format(siapa=siapa),
        _("Tunggu sampai selesai, lalu jalankan lagi."),
    )
