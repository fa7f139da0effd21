"""Write files so that no reader ever sees half of one."""

import os
from pathlib import Path

from kla_lib.bahasa import _
from kla_lib.errors import Kesalahan, KlaError


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


def kesalahan_tulis(berkas: str, pesan: str) -> Kesalahan:
    """Return the fault of a file that the system does not let us write."""
    return Kesalahan(
        "terbuka",
        berkas,
        _("berkas tidak dapat ditulis ({pesan})").format(pesan=pesan),
        _("Tutup berkas ini di Excel, periksa hak tulis dan sisa ruang disk, lalu simpan lagi."),
    )
