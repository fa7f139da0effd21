"""Find the rules in one folder or several, and keep what was read of them."""

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, wraps
from pathlib import Path, PurePosixPath
from typing import Any, Concatenate, ParamSpec, TypeVar

from kla_lib.letak import FOLDER_PARAMS, RAPAT_LAIN, SKENARIO_LAIN, folder_kerja
from kla_lib.tempat import is_milik_lain

P = ParamSpec("P")
T = TypeVar("T")

DAERAH, RAPAT, SKENARIO = "daerah", "rapat", "skenario"
BAGIAN_KERJA = (DAERAH, "wilayah", RAPAT, SKENARIO, "indeks", "provinsi", "sumber_data", "vlh")
"""The kinds of rules that a work folder may hold; laws and forms are none of them."""


@dataclass(frozen=True, init=False)
class Params:
    """The rules of one or several folders: a file of an earlier folder stands in place of a later one's.

    kerja: the work folder, whose files of BAGIAN_KERJA stand before all of
    them.  rapat: a further folder of meeting files, in which a meeting is looked up
    first.  skenario: the folder of the scenarios, where they are not among the
    rules.  What readers marked `sekali` have read stays in the object: whoever
    wants to see a changed rule makes a new one.
    """

    folder: tuple[Path, ...]
    rapat: Path | None
    skenario: Path | None
    kerja: Path | None
    _terbaca: dict[Any, Any] = field(repr=False, compare=False)

    def __init__(
        self, *folder: Path, rapat: Path | None = None, skenario: Path | None = None, kerja: Path | None = None
    ) -> None:
        if not folder:
            raise TypeError("rules need a folder")
        vars(self).update(folder=folder, rapat=rapat, skenario=skenario, kerja=kerja, _terbaca={})

    def __getstate__(self) -> dict[str, Any]:
        """Return what another process needs; it reads the rules itself."""
        return {**vars(self), "_terbaca": {}}

    def tempat(self, bagian: str) -> tuple[Path, ...]:
        """Return the folders that may hold a kind of rules ("daerah"), the one that stands before the others first."""
        if bagian == SKENARIO and self.skenario is not None:
            return (self.skenario,)
        luar = (self.rapat,) if bagian == RAPAT and self.rapat is not None else ()
        milik = (self.kerja / bagian,) if bagian in BAGIAN_KERJA and self.kerja is not None else ()
        return (*luar, *(f for f in milik if f not in luar), *(f / bagian for f in self.folder))

    def path(self, letak: str) -> Path:
        """Return the file of a place ("kategori.yaml", "daerah/kota-contoh.yaml").

        Where no folder holds it, it is the place in the last one, for the
        reader to say that it is missing there.
        """
        bagian, _garis, nama = letak.rpartition("/")
        calon = [f / nama for f in self.tempat(bagian)]
        return next((p for p in calon if p.is_file()), calon[-1])

    def daftar(self, bagian: str) -> dict[str, Path]:
        """Return the YAML files of a kind of rules by their name without suffix, sorted."""
        semua = (p for f in reversed(self.tempat(bagian)) for p in f.glob("*.yaml"))
        ada = {p.stem: p for p in semua if not is_milik_lain(p.name)}
        return dict(sorted(ada.items()))

    def berkas(self) -> dict[str, Path]:
        """Return every file in force by its place; `rapat` and `skenario` beside the folders are not looked at."""
        kerja = self.kerja
        semua = [(f, f) for f in reversed(self.folder)]
        semua += [(kerja, kerja / b) for b in BAGIAN_KERJA] if kerja is not None else []
        ada = {
            p.relative_to(akar).as_posix(): p
            for akar, f in semua
            for p in f.rglob("*")
            if p.is_file() and not any(map(is_milik_lain, p.relative_to(akar).parts))
        }
        return {letak: ada[letak] for letak in sorted(ada, key=PurePosixPath)}


def sekali(baca: Callable[Concatenate[Params, P], T]) -> Callable[Concatenate[Params, P], T]:
    """Let a reader of rules read once per Params and further arguments."""

    @wraps(baca)
    def ambil(params: Params, /, *args: P.args, **kwargs: P.kwargs) -> T:
        kunci = (baca, args, frozenset(kwargs.items()))
        if kunci not in params._terbaca:
            params._terbaca[kunci] = baca(params, *args, **kwargs)
        isi: T = params._terbaca[kunci]
        return isi

    return ambil


def params_bawaan() -> Params:
    """Return the rules of this repository, with the work folder and the folders that the environment names.

    Only for what is started from outside: a command, a notebook, the process of
    a pack, a test.  All in one process share what was read.
    """
    return _bawaan(os.environ.get(RAPAT_LAIN), os.environ.get(SKENARIO_LAIN), folder_kerja())


@cache
def _bawaan(rapat: str | None, skenario: str | None, kerja: Path | None) -> Params:
    return Params(
        FOLDER_PARAMS,
        rapat=Path(rapat) if rapat else None,
        skenario=Path(skenario) if skenario else None,
        kerja=kerja,
    )
