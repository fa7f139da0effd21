"""Set what regions claimed beside what verifiers have left of it so far, klaster by klaster."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from kla_lib.rules.form.instrumen import Klaster
from kla_lib.scoring.nilai.nilai import Larik
from kla_lib.scoring.provinsi.ringkasan import RingkasDaerah


@dataclass(frozen=True)
class KlaimKlaster:
    """One klaster: claimed and verified shares of its points (0 to 1) by region, NaN where not known.

    tersisa: middle share of the claimed points that verification left, of the
    regions with both; rendah, tinggi: of which half lie between; banyak: how many they are.
    """

    klaster: str
    klaim: Larik
    periksa: Larik
    tersisa: float
    rendah: float
    tinggi: float
    banyak: int


def klaim_dan_periksa(daerah: Sequence[RingkasDaerah], klaster: Sequence[Klaster]) -> list[KlaimKlaster]:
    """Return every klaster of the form; `tersisa` is NaN where no region has both."""
    kosong = np.full(len(klaster), np.nan)
    maks = np.array([k.nilai_maksimal for k in klaster])
    klaim = np.array([d.klaim_klaster for d in daerah]).reshape(-1, len(klaster)) / maks
    periksa = (
        np.array([kosong if d.periksa_klaster is None else d.periksa_klaster for d in daerah]).reshape(-1, len(klaster))
        / maks
    )
    hasil = []
    for n, k in enumerate(klaster):
        dua = ~np.isnan(klaim[:, n]) & ~np.isnan(periksa[:, n]) & (klaim[:, n] > 0)
        sisa = periksa[dua, n] / klaim[dua, n]
        rendah, tengah, tinggi = np.quantile(sisa, (0.25, 0.5, 0.75)) if dua.any() else (np.nan,) * 3
        hasil.append(
            KlaimKlaster(k.id, klaim[:, n], periksa[:, n], float(tengah), float(rendah), float(tinggi), int(dua.sum()))
        )
    return hasil
