"""Keep a file of somebody else from being overwritten: only what we wrote ourselves is written anew."""

from collections.abc import Callable
from pathlib import Path

from kla_lib.bahasa import _
from kla_lib.errors import Kesalahan, KlaError
from kla_lib.letak import nama_tampil
from kla_lib.tabel.baca import daftar_lembar


def check_tujuan(path: Path, milik: Callable[[list[str]], bool]) -> None:
    """Pass where a workbook may be written: nothing is there yet, or a workbook that is ours by its sheets.

    milik: tells from the names of the sheets, in their order, whether we wrote
    the file.  Raises KlaError for anything else that exists: another workbook,
    a file that is none, a folder.
    """
    if not path.exists():
        return
    try:
        lembar = daftar_lembar(path, path.name) if path.is_file() else []
    except KlaError:  # what cannot be opened as a workbook is not one of ours
        lembar = []
    if not milik(lembar):
        raise KlaError(
            Kesalahan(
                "tujuan",
                nama_tampil(path),
                _("sudah ada dan bukan berkas yang kita tulis, jadi tidak ditimpa"),
                _("Beri nama lain, atau pindahkan dahulu berkas itu."),
            )
        )
