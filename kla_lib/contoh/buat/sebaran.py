"""Draw for generated regions what they claim and what a verifier leaves of it, spread as it was published."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from kla_lib.rules.bukti.pengamatan import DIPAKAI, DIRAGUKAN, Pengamatan

DARI_EM = ("em_va", "em_vf")
DIVERIFIKASI = 0.6
"""Share of the regions that the administrative check has already reached."""
RAPI = (0.35, 0.95)
"""Least and largest share of a region's documents that are complete: our assumption, nobody publishes it."""


@dataclass(frozen=True)
class Undi:
    """What one region was drawn to be.

    em: points that it claims.  sisa: share of them that the administrative
    check leaves, None where it has not come yet.  rapi: share of its documents
    that are complete.
    """

    em: float
    sisa: float | None
    rapi: float


def em_terbit(bukti: Sequence[Pengamatan]) -> list[float]:
    """Return the self-evaluations that were published as a score, sorted; in poin."""
    pakai = (p for p in bukti if p.jenis in DARI_EM and p.guna in (DIPAKAI, DIRAGUKAN))
    return sorted(p.nilai for p in pakai)


def sisa_terbit(bukti: Sequence[Pengamatan]) -> list[float]:
    """Return which share of it the administrative check left, where both scores were published, sorted."""
    return sorted(p.rendah / p.nilai for p in bukti if p.jenis == "em_va" and p.guna == DIPAKAI and p.pasti)


def undi_daerah(bukti: Sequence[Pengamatan], banyak: int, acak: np.random.Generator) -> list[Undi]:
    """Return what each region is: even few of them cover the whole spread of the published scores.

    The regions take the quantiles of the published scores in equal steps, each once, in an order that is drawn; between
    two published scores the line between them.
    """
    em = _merata(em_terbit(bukti), banyak, acak)
    sisa = _merata(sisa_terbit(bukti), banyak, acak)
    rapi = _merata(list(RAPI), banyak, acak)
    sudah = _merata([0.0, 1.0], banyak, acak) < DIVERIFIKASI
    return [Undi(float(e), float(s) if v else None, float(r)) for e, s, v, r in zip(em, sisa, sudah, rapi, strict=True)]


def _merata(terbit: list[float], banyak: int, acak: np.random.Generator) -> np.ndarray:
    return np.asarray(acak.permutation(np.quantile(terbit, (np.arange(banyak) + 0.5) / banyak)))
