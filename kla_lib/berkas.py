"""Write files so that no reader ever sees half of one."""

import errno
import os
import secrets
import stat
import sys
from pathlib import Path
from typing import IO

from kla_lib.bahasa import _
from kla_lib.errors import Kesalahan, KlaError
from kla_lib.letak import nama_tampil

PENUH = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
TERTOLAK = frozenset({errno.EACCES, errno.EPERM})
TERHALANG = frozenset({errno.EISDIR, errno.ENOTDIR, errno.EEXIST, errno.ENOTEMPTY, errno.ELOOP, errno.ENXIO})
"""What lies in a place is something else than what has to be written there: a folder, a file, a link."""
SEMENTARA = ".*.baru"
"""Pattern of what is written aside; a killed process leaves one behind."""
PEMILIK = 0o600
"""The mode of a file that nobody but its owner reads."""


def nama_samping(path: Path) -> Path:
    """Return a place beside a path that nobody can guess; SEMENTARA fits it."""
    return path.with_name(f".{path.name}.{secrets.token_urlsafe(8)}.baru")


def write_whole(path: Path, isi: bytes, hak: int | None = None) -> None:
    """Write a file so that it is either the old one or the whole new one, even when power fails.

    hak: the mode of the new file; by default what the process gives to its files.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = nama_samping(path)
    try:
        with open_sendiri(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, "wb", PEMILIK if hak else 0o666) as f:
            f.write(isi)
            f.flush()
            os.fsync(f.fileno())
        if hak:
            aside.chmod(hak)
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)


def open_sendiri(path: Path, pilihan: int, cara: str, hak: int = 0o666) -> IO[bytes]:
    """Open a file of our own: never through a link, never a pipe or a device, never one with a second name.

    Whoever can write beside us could otherwise let us change a file of somebody else.
    Raises OSError with one of TERHALANG.
    """
    lepas = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    nomor = os.open(path, pilihan | lepas, hak)
    keadaan = os.fstat(nomor)
    if not stat.S_ISREG(keadaan.st_mode) or keadaan.st_nlink > 1 or (sys.platform == "win32" and path.is_symlink()):
        os.close(nomor)
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path))
    return os.fdopen(nomor, cara)


def write_result(path: Path, isi: bytes) -> None:
    """Write what a command was asked for; a place that cannot be written is a KlaError."""
    try:
        write_whole(path, isi)
    except OSError as e:
        raise KlaError(kesalahan_tulis(str(path), sebut_tak_tertulis(e))) from e


def sync_folder(folder: Path) -> None:
    """Let renames in a folder reach the disk, where the system can be asked for it."""
    if os.name != "nt":
        f = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(f)
        finally:
            os.close(f)


def is_tak_tertulis(e: OSError) -> bool:
    """Whether a disk or a folder does not take what is written, which is no fault of the program."""
    return e.errno in PENUH | TERTOLAK | TERHALANG | {errno.EROFS}


def sebut_tak_tertulis(e: OSError) -> str:
    """Return why something could not be written, in the reader's words where we have them."""
    if e.errno in PENUH:
        return _("disk penuh")
    if e.errno == errno.EROFS:
        return _("hanya bisa dibaca")
    if e.errno in TERTOLAK:
        return _("kita tidak berhak menulis, atau berkasnya sedang dibuka")
    if e.errno in TERHALANG:
        tempat = e.filename2 or e.filename
        nama = Path(os.fsdecode(tempat)).name if tempat and not isinstance(tempat, int) else ""
        return _("di tempat '{nama}' ada folder, berkas, atau tautan lain; pindahkan dahulu").format(nama=nama)
    return e.strerror or type(e).__name__


def kesalahan_folder(folder: Path, e: OSError) -> Kesalahan:
    """Return the fault of a folder of outputs that cannot be written."""
    return Kesalahan(
        "keluaran",
        nama_tampil(folder),
        _("folder keluaran tidak bisa ditulisi ({pesan})").format(pesan=sebut_tak_tertulis(e)),
        _(
            "Tutup berkas yang terbuka, periksa sisa ruang disk dan izin folder, atau pilih folder lain dengan"
            " --outputs. Berkas yang sudah jadi tetap utuh."
        ),
    )


def kesalahan_baca(path: Path, e: OSError) -> Kesalahan:
    """Return the fault of a file of ours that is there and cannot be read."""
    return Kesalahan(
        "baca",
        nama_tampil(path),
        _("berkas tidak dapat dibaca ({pesan})").format(
            pesan=_("kita tidak berhak membacanya") if e.errno in TERTOLAK else sebut_tak_tertulis(e)
        ),
        _("Periksa izin berkas dan foldernya, atau kembalikan dari cadangan."),
    )


def kesalahan_tulis(berkas: str, pesan: str) -> Kesalahan:
    """Return the fault of a file that the system does not let us write."""
    return Kesalahan(
        "terbuka",
        berkas,
        _("berkas tidak dapat ditulis ({pesan})").format(pesan=pesan),
        _("Tutup berkas ini di Excel, periksa hak tulis dan sisa ruang disk, lalu simpan lagi."),
    )
