"""Write files so that no reader ever sees half of one."""

import errno
import os
from pathlib import Path

from kla_lib.bahasa import _
from kla_lib.errors import Kesalahan, KlaError
from kla_lib.letak import nama_tampil

PENUH = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
TERTOLAK = frozenset({errno.EACCES, errno.EPERM})
SEMENTARA = ".*.baru"
"""Pattern of what write_whole writes aside; a killed process leaves one behind."""


def write_whole(path: Path, isi: bytes) -> None:
    """Write a file so that it is either the old one or the whole new one, even when power fails."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f".{path.name}.{os.getpid()}.baru")
    try:
        with aside.open("wb") as f:
            f.write(isi)
            f.flush()
            os.fsync(f.fileno())
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)


def write_result(path: Path, isi: bytes) -> None:
    """Write what a command was asked for; a place that cannot be written is a KlaError."""
    try:
        write_whole(path, isi)
    except OSError as e:
        raise KlaError(kesalahan_tulis(str(path), e.strerror or type(e).__name__)) from e


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
    return e.errno in PENUH | TERTOLAK | {errno.EROFS}


def sebut_tak_tertulis(e: OSError) -> str:
    """Return why something could not be written, in the reader's words where we have them."""
    if e.errno in PENUH:
        return _("disk penuh")
    if e.errno == errno.EROFS:
        return _("hanya bisa dibaca")
    if e.errno in TERTOLAK:
        return _("kita tidak berhak menulis, atau berkasnya sedang dibuka")
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


def kesalahan_tulis(berkas: str, pesan: str) -> Kesalahan:
    """Return the fault of a file that the system does not let us write."""
    return Kesalahan(
        "terbuka",
        berkas,
        _("berkas tidak dapat ditulis ({pesan})").format(pesan=pesan),
        _("Tutup berkas ini di Excel, periksa hak tulis dan sisa ruang disk, lalu simpan lagi."),
    )
