"""Put a changed folder in the place of another: at every moment the old one is there, or the whole new one.

The new folder is made beside the old one, with all that does not change; then
they change places.  Linux does that in one step.  Elsewhere it takes two, and
whoever is killed between them leaves the old folder under a name from which
`recover_folder` brings it back; a folder of which a file is open stays as it is.
"""

import ctypes
import os
import re
import shutil
import sys
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from pathlib import Path

from kla_lib.berkas import nama_samping, sync_folder, write_whole

TUKAR = 2
"""Linux: RENAME_EXCHANGE of renameat2(2)."""
DI_SINI = -100
"""Linux: AT_FDCWD, so that paths are read as everywhere else."""


def write_folder(
    path: Path, isi: Mapping[str, bytes], periksa: Callable[[], None] = lambda: None, buang: Collection[str] = ()
) -> None:
    """Write files of a folder, all or none of them; the others in it stay.  A folder that is not there is made.

    buang: files of it that go.
    periksa: the last look before they change places; what it raises leaves all as it was.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    baru = nama_samping(path)
    baru.mkdir()
    lama = None
    try:
        if path.exists():
            shutil.copystat(path, baru)
        for nama, b in isi.items():
            ada = path / nama
            write_whole(baru / nama, b, ada.stat().st_mode & 0o777 if ada.exists() else None)
        if path.exists():
            _bawa(path, baru, buang)
        sync_folder(baru)
        periksa()
        if path.exists():
            lama = _tukar(baru, path)
            _susulkan(lama, path, buang)
        else:
            baru.rename(path)
        sync_folder(path.parent)
    finally:
        for sisa in filter(None, (baru, lama)):
            shutil.rmtree(sisa, ignore_errors=True)


def recover_folder(path: Path) -> bool:
    """Bring back a folder that was killed on its way out, before the new one was in; return whether that was so."""
    lama = _nama_lama(path)
    if path.exists() or not lama.is_dir() or lama.is_symlink():
        return False
    lama.rename(path)
    return True


def sapu_sisa(folder: Path, nama: str) -> None:
    """Remove what killed processes have left beside a file or folder; only for the holder of its lock.

    nama: regular expression of its name.
    """
    pola = re.compile(rf"\.{nama}\.([\w-]{{11}}\.baru|lama)")
    with suppress(OSError):
        for sisa in [p for p in folder.iterdir() if pola.fullmatch(p.name)]:
            if sisa.is_dir() and not sisa.is_symlink():
                shutil.rmtree(sisa, ignore_errors=True)
            else:
                sisa.unlink(missing_ok=True)


def _nama_lama(path: Path) -> Path:
    return path.with_name(f".{path.name}.lama")


def _bawa(dari: Path, ke: Path, buang: Collection[str]) -> None:
    """Let a new folder have all of an old one that it does not have itself; links to the same files cost nothing."""
    for isi in dari.iterdir():
        tujuan = ke / isi.name
        if tujuan.exists() or isi.name in buang:
            continue
        if isi.is_dir() and not isi.is_symlink():
            shutil.copytree(isi, tujuan, symlinks=True, copy_function=_sama)
        else:
            _sama(isi, tujuan)


def _sama(dari: str | Path, ke: str | Path) -> None:
    try:
        os.link(dari, ke, follow_symlinks=False)
    except (OSError, NotImplementedError):  # a disk without second names
        shutil.copy2(dari, ke, follow_symlinks=False)


def _tukar(baru: Path, path: Path) -> Path:
    """Let two folders change places; return where the old one is now."""
    if exchange(baru, path):
        return baru
    lama = _nama_lama(path)
    path.rename(lama)
    try:
        baru.rename(path)
    except OSError:
        lama.rename(path)
        raise
    return lama


def exchange(a: Path, b: Path) -> bool:
    """Let two paths change places in one step; False where the system or the disk cannot."""
    if not sys.platform.startswith("linux"):
        return False
    try:
        tukar = ctypes.CDLL(None, use_errno=True).renameat2
    except AttributeError:
        return False
    return bool(tukar(DI_SINI, os.fsencode(a), DI_SINI, os.fsencode(b), TUKAR) == 0)


def _susulkan(lama: Path, path: Path, buang: Collection[str]) -> None:
    """Take along what another program has put into the old folder while the new one was being made."""
    for isi in lama.iterdir():
        if isi.name not in buang and not os.path.lexists(path / isi.name):
            isi.rename(path / isi.name)
