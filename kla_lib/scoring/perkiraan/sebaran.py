"""Draw accepted shares from a Beta distribution fast, by looking them up in a table.

One cell of the table holds the mean of the distribution between two
neighbouring quantiles, so a drawn share has exactly the mean that was asked
for; the same random number with a higher p never gives a lower share.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

Acak16 = npt.NDArray[np.uint16]
"""Random numbers of 16 bits."""
Bagian32 = npt.NDArray[np.float32]
Baris = npt.NDArray[np.intp]
"""Where in the table the distribution of each draw begins."""

LANGKAH_P, BIT_U, BIT_HALUS = 128, 10, 6
"""Steps of p in the table; bits of a random number that choose the quantile; bits by which p is finer than a step."""
BANYAK_U = 1 << BIT_U
SISA = np.uint16((1 << BIT_HALUS) - 1)


@dataclass(frozen=True)
class TabelBeta:
    """Means of Beta(kekuatan·p, kekuatan·(1 − p)) between quantiles: isi[p, u], flattened."""

    kekuatan: float
    isi: Bagian32

    def ambil(self, baris: Baris, acak: Acak16) -> Bagian32:
        """Return drawn shares (…, draws) for rows of the same shape; the upper bits of acak (draws,) decide."""
        return self.isi.take(baris + (acak >> (16 - BIT_U)), mode="clip")  # always inside; "clip" spares a check


def halus(p: npt.NDArray[np.floating]) -> Acak16:
    """Return shares between 0 and 1 as whole parts, BIT_HALUS bits finer than the table's steps."""
    return np.asarray(p * np.float32(LANGKAH_P << BIT_HALUS) + np.float32(0.5)).astype(np.uint16)


def baris(p_halus: Acak16, acak: Acak16) -> Baris:
    """Return the row of each share (…, draws): of its two neighbours in the table the one that chance takes.

    The lower bits of acak (draws,) decide, so that the row is p on average and
    never goes down where p goes up.
    """
    letak = ((p_halus + (acak & SISA)) & ~SISA).astype(np.intp)
    letak <<= BIT_U - BIT_HALUS
    return letak


def undi_acak(baris: int, draws: int, acak: np.random.Generator) -> Acak16:
    """Return random numbers of 16 bits: (baris, draws)."""
    butuh = -(-baris * draws // 4)
    utuh = acak.integers(0, 1 << 64, butuh, dtype=np.uint64)
    return utuh.view(np.uint16)[: baris * draws].reshape(baris, draws)


@cache
def tabel_beta(kekuatan: float) -> TabelBeta:
    """Return the table of one strength; an infinite one has no spread.  Takes about 0.2 s, once in a process."""
    p = np.linspace(0.0, 1.0, LANGKAH_P + 1)
    isi = np.repeat(p[:, None], BANYAK_U, axis=1) if np.isinf(kekuatan) else _rata_rata_petak(p, kekuatan)
    return TabelBeta(kekuatan, np.ascontiguousarray(isi, dtype=np.float32).ravel())


def _rata_rata_petak(p: npt.NDArray[np.float64], kekuatan: float) -> npt.NDArray[np.float64]:
    """Return the mean of each distribution within each of BANYAK_U equally likely parts: (len(p), BANYAK_U).

    Σ over x ≤ q of x·f(x) is p·I_q(a + 1, b), the mean of a Beta cut off at q.
    Only p ≤ 1/2 is computed: the rest is its mirror image.
    """
    from scipy.special import betainc, betaincinv  # heavy, and not every command forecasts

    separuh = p[1 : len(p) // 2 + 1, None]
    a, b = kekuatan * separuh, kekuatan * (1 - separuh)
    q = betaincinv(a, b, np.linspace(0.0, 1.0, BANYAK_U + 1)[None, :])
    bawah = np.diff(separuh * betainc(a + 1, b, q), axis=1) * BANYAK_U
    bawah = np.clip(np.maximum.accumulate(bawah, axis=1), 0.0, 1.0)
    ujung = np.zeros((1, BANYAK_U))
    atas = 1.0 - bawah[-2::-1, ::-1]
    return np.concatenate([ujung, bawah, atas, 1.0 - ujung])
