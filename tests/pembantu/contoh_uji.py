"""The example books, read once by a process of tests however many tests load them."""

from dataclasses import replace
from pathlib import Path

from kla_lib.bahasa import bahasa
from kla_lib.data import buku
from kla_lib.letak import FOLDER_CONTOH
from kla_lib.rules.params import Params

_TERBACA: dict[tuple[tuple[Path, ...], Path | None, Path, str | None, str], buku.Pemeriksaan] = {}


def read_contoh_once() -> None:
    """Let `load_buku` find what an earlier test has read of an example book; other books are read as ever.

    Nobody writes into the examples.  Each test gets tables of its own, so that it may write into those.
    """
    baca = buku.inspect_buku

    def inspect_buku(params: Params, path: Path, instrumen: str | None = None) -> buku.Pemeriksaan:
        if FOLDER_CONTOH not in path.parents:
            return baca(params, path, instrumen)
        kunci = params.folder, params.kerja, path, instrumen, bahasa()  # meetings and scenarios say nothing of a book
        if kunci not in _TERBACA:
            _TERBACA[kunci] = baca(params, path, instrumen)
        p = _TERBACA[kunci]
        return replace(p, mentah=dict(p.mentah), tabel={b: isi.copy(deep=False) for b, isi in p.tabel.items()})

    buku.inspect_buku = inspect_buku
