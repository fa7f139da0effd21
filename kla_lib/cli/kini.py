"""Know which meeting and which book a command means when it is not told: those of the work folder."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from kla_lib.letak import BERKAS_KERJA, FOLDER_LAIN, folder_kerja, nama_tampil
from kla_lib.lingkungan import setel

if TYPE_CHECKING:
    from kla_lib.rules.params import Params
    from kla_lib.rules.rapat import Rapat


@contextmanager
def di_folder(disebut: Path | None) -> Iterator[None]:
    """Let a command and all that it starts work in one folder: the one it was told, else the one that is found here.

    Raises KlaError for one that is told, or named by the environment, and is no work folder.
    """
    folder = folder_kerja() if disebut is None else disebut.absolute()
    if folder is not None and not (folder / BERKAS_KERJA).is_file():
        from kla_lib.rules.folder_kerja import load_kerja

        load_kerja(folder)
    with setel(FOLDER_LAIN, "" if folder is None else str(folder)):
        yield


def path_rapat(params: "Params", rapat: str | Path | None) -> str | Path:
    """Return the meeting that a command was told, else the file of the current one."""
    from kla_lib.rules.folder_kerja import rapat_kini

    return params.path(f"rapat/{rapat_kini(params)}.yaml") if rapat is None else rapat


def load_rapat_kini(params: "Params") -> "Rapat":
    """Return the current meeting."""
    from kla_lib.rules.rapat import load_rapat

    return load_rapat(params, path_rapat(params, None))


def path_buku_disebut(params: "Params", buku: str | Path | None) -> Path:
    """Return the place of the book that a command was told, else of the current meeting's.

    One in a database is read from there first.
    """
    from kla_lib.rules.rapat import path_buku

    if buku is not None:
        segarkan(params, str(buku))
        return path_buku(str(buku))
    rapat = load_rapat_kini(params)
    segarkan(params, rapat.buku_data)
    return rapat.path_buku


def segarkan(params: "Params", buku_data: str) -> None:
    """Read a book again that lies in a database; nothing happens for any other."""
    from kla_lib.data.sql.cuplikan import refresh_cuplikan

    refresh_cuplikan(params, buku_data)


def sebut_hasil(path: Path, outputs: Path | None) -> str:
    """Return the place of a result as the terminal shows it: short where it lies in the product's own outputs."""
    return nama_tampil(path) if outputs is None and folder_kerja() is None else str(path)
