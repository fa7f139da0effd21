"""Say which category a total has, and how far it is from every edge."""

import numpy as np
import numpy.typing as npt

from kla_lib.rules.kategori import DaftarKategori
from kla_lib.scoring.nilai.nilai import Larik


def peringkat_kategori(nilai: Larik | float, daftar: DaftarKategori) -> npt.NDArray[np.intp]:
    """Return the position in `daftar.urutan` of each total's category; any shape.

    nilai: totals in poin, already rounded.
    """
    nilai = np.asarray(nilai, dtype=float)
    capai = [k.dicapai(nilai) for k in daftar.kategori]
    return np.asarray(np.sum(capai, axis=0), dtype=np.intp)


def kategori_of(nilai: float, daftar: DaftarKategori) -> str:
    """Return the category id of one total."""
    return daftar.urutan[int(peringkat_kategori(nilai, daftar))]


def jarak_ambang(nilai: Larik | float, daftar: DaftarKategori) -> dict[str, Larik]:
    """Return for each category edge − total (poin): positive is missing, negative is to spare.

    At 0 a category that begins *above* its edge is still missed by a hair.
    """
    nilai = np.asarray(nilai, dtype=float)
    return {k.id: np.round(k.besaran - nilai, 2) for k in daftar.kategori}


def dekat_ambang(nilai: Larik | float, daftar: DaftarKategori) -> npt.NDArray[np.bool_]:
    """Return whether a total lies so near an edge that the unwritten rule for fractions could decide."""
    jarak = np.abs(np.stack(list(jarak_ambang(nilai, daftar).values())))
    return np.asarray((jarak <= daftar.dekat_ambang).any(axis=0))
