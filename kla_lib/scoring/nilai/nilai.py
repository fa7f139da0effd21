"""Add points from pertanyaan to indikator, klaster and total.

Arrays have the form's rows as their last axis; any axes before it are cities
or draws.  Points are never averaged and never negative.  NaN means "not
recorded" and adds nothing.
"""

import numpy as np
import numpy.typing as npt

Larik = npt.NDArray[np.float64]
Induk = npt.NDArray[np.intp]


def jumlah_per_induk(nilai: Larik, induk: Induk, banyak: int) -> Larik:
    """Return the sums of `nilai` (…, n) by parent: (…, banyak).

    induk: for each of the n children the position of its parent.  Children are
    added in their own order, so the order of a file's rows changes nothing.
    """
    nilai = np.nan_to_num(np.asarray(nilai, dtype=float))
    if nilai.ndim == 1:
        return np.asarray(np.bincount(induk, weights=nilai, minlength=banyak), dtype=float)
    hasil = np.zeros((*nilai.shape[:-1], banyak))
    for anak, letak in enumerate(induk):
        hasil[..., letak] += nilai[..., anak]
    return hasil


def nilai_indikator(nilai_pertanyaan: Larik, induk: Induk, nilai_maksimal: Larik) -> Larik:
    """Return points per indikator (…, n_indikator): the sum of its pertanyaan, capped at its maximum.

    The cap is our assumption (docs/keputusan/0003-batas-indikator.md): in two
    indikator of the 2024 form the questions add to more than the maximum.
    """
    nilai_maksimal = np.asarray(nilai_maksimal, dtype=float)
    return np.minimum(jumlah_per_induk(nilai_pertanyaan, induk, nilai_maksimal.shape[-1]), nilai_maksimal)


def nilai_klaster(per_indikator: Larik, induk: Induk, banyak: int) -> Larik:
    """Return points per klaster (…, banyak): the sum of its indikator."""
    return jumlah_per_induk(per_indikator, induk, banyak)


def nilai_total(per_klaster: Larik) -> Larik:
    """Return the total (…): the sum over klaster, rounded once to two decimals.

    The one rounding of the arithmetic.  Without it six marks worth exactly
    600.00 add to 600.0000000000001, and a city would be told Madya, not Pratama.
    """
    return np.asarray(np.round(np.nansum(np.asarray(per_klaster, dtype=float), axis=-1), 2), dtype=float)
