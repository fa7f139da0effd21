"""Say between which ranks a region lies: never one rank, because weights and chance alone move it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from kla_lib.scoring.nilai.nilai import Larik
from kla_lib.scoring.skenario.bobot import peringkat_total, total_berbobot

SEMBILAN_DARI_SEPULUH = (0.05, 0.95)
KELOMPOK = 10
"""Parts into which the draws are cut, to see how far the ends move by chance."""
PASTI = 0.95
"""From this share of the draws on the order of two regions is called settled."""
BANYAK_BOBOT = 2000


@dataclass(frozen=True)
class RentangPeringkat:
    """Between which ranks each region lies, nine times out of ten; 1 is the highest.

    rendah, tinggi (n_daerah).  draws: how many were made; galat: how far an
    end moves by chance, at most over the regions (ranks, one standard error).
    terpisah: share of the pairs of regions whose order is settled.
    """

    rendah: npt.NDArray[np.int32]
    tinggi: npt.NDArray[np.int32]
    draws: int
    galat: float
    terpisah: float


def rentang_peringkat(total: Larik) -> RentangPeringkat:
    """Return the ranks under drawn totals (draws, n_daerah), at least two regions; equal ones share the better rank."""
    peringkat = peringkat_total(total)
    rendah, tinggi = _ujung(peringkat)
    galat = np.std([_ujung(p) for p in np.array_split(peringkat, KELOMPOK)], axis=0, ddof=1) / np.sqrt(KELOMPOK)
    return RentangPeringkat(rendah, tinggi, len(total), float(galat.max()), _terpisah(total))


def peringkat_bobot(nilai: Larik, nilai_maksimal: Larik, lebar: float, seed: int) -> RentangPeringkat:
    """Return the ranks of claimed points (n_daerah, n_klaster) when each klaster's weight is drawn within ±lebar."""
    acak = np.random.default_rng([seed, 2])
    bobot = nilai_maksimal * acak.uniform(1 - lebar, 1 + lebar, (BANYAK_BOBOT, len(nilai_maksimal)))
    return rentang_peringkat(total_berbobot(nilai, nilai_maksimal, bobot))


def banyak_mencapai(tercapai: Sequence[npt.NDArray[np.bool_]]) -> tuple[float, int, int]:
    """Return how many regions reach a category: mean over the draws, and nine counts in ten; tercapai: by region."""
    banyak = np.sum(tercapai, axis=0)
    bawah, atas = np.quantile(banyak, SEMBILAN_DARI_SEPULUH, method="inverted_cdf")
    return float(banyak.mean()), int(bawah), int(atas)


def _ujung(peringkat: npt.NDArray[np.int32]) -> npt.NDArray[np.int32]:
    return np.quantile(peringkat, SEMBILAN_DARI_SEPULUH, axis=0, method="inverted_cdf").astype(np.int32)


def _terpisah(total: Larik) -> float:
    """Return the share of pairs whose order is the same in PASTI of the draws or more."""
    banyak, pasti = int(total.shape[1]), 0
    for a in range(banyak - 1):
        menang = (total[:, a, None] > total[:, a + 1 :]).mean(axis=0)
        kalah = (total[:, a, None] < total[:, a + 1 :]).mean(axis=0)
        pasti += int((np.maximum(menang, kalah) >= PASTI).sum())
    return 2.0 * pasti / (banyak * (banyak - 1))
