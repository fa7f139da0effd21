"""The forecast before bukti-2, as a baseline: the logit of the accepted share, one Student-t for each step.

Only totals are forecast, of regions whose documents are not known; for those
it reduces to the share itself.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from kla_lib.rules.bukti.pengamatan import DIPAKAI, Pengamatan
from kla_lib.scoring.perkiraan.uji_silang import EM, Kasus, Peramal

Larik = npt.NDArray[np.float64]

M0, N0, S0, NU0, TERTINGGI = 1.0, 2.0, 1.0, 3.0, 0.97
"""The prior (normal-inverse-gamma, in logits), and the highest share that a pair counts with."""
DRAWS, BENIH = 10_000, 20210316


def peramal_lama(bukti: Sequence[Pengamatan]) -> Peramal:
    """Return the old forecast from the exact pairs of other regions."""

    def ramal(k: Kasus) -> Larik:
        acak = np.random.default_rng([BENIH, 0])
        total = np.full(DRAWS, k.nilai)
        for langkah in ("em_va", "va_vf") if k.dari == EM else ("va_vf",):
            total = total * _bagian(_logit_pasangan(bukti, langkah, k.daerah), acak)
        return np.asarray(np.round(total, 2))

    return ramal


def _logit_pasangan(bukti: Sequence[Pengamatan], langkah: str, tanpa: str) -> Larik:
    bagian = [
        p.rendah / p.nilai
        for p in bukti
        if p.jenis == langkah and p.guna == DIPAKAI and p.rendah == p.tinggi and p.daerah != tanpa
    ]
    b = np.clip(bagian, 1 - TERTINGGI, TERTINGGI)
    return np.asarray(np.log(b) - np.log1p(-b))


def _bagian(y: Larik, acak: np.random.Generator) -> Larik:
    n = len(y)
    rata = float(y.mean()) if n else M0
    jumlah = NU0 * S0**2 + float(((y - rata) ** 2).sum()) + N0 * n / (N0 + n) * (rata - M0) ** 2
    skala = np.sqrt(jumlah / (NU0 + n) * (1 + 1 / (N0 + n)))
    z = (N0 * M0 + n * rata) / (N0 + n) + skala * acak.standard_t(NU0 + n, DRAWS)
    return np.asarray(1 / (1 + np.exp(-z)))
