"""Weigh what scenarios bring against what they take, and tell which one is best, or that none can be told."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from kla_lib.rules.skenario import IsiSkenario
from kla_lib.scoring.dokumen.status import LENGKAP

BEDA_PELUANG = 0.02
"""Chances nearer than two in a hundred are not told apart: other draws could change their order."""

BEDA_TENGAH = 1.0
"""Middles nearer than this (poin) read the same, as whole points."""


@dataclass(frozen=True)
class PekerjaanSkenario:
    """What a scenario takes.

    dokumen: how many documents become complete, questions tried as documented among them.
    nilai: how many questions, indikator or klaster get more points.
    biaya: rupiah of the actions of the RAD that bring it about; tanpa_biaya:
    how many of its changes no action with a known amount brings.
    """

    dokumen: int
    nilai: int
    biaya: float
    tanpa_biaya: int

    @property
    def banyak(self) -> int:
        """How many pieces of work there are."""
        return self.dokumen + self.nilai


@dataclass(frozen=True)
class KerjaRad:
    """What an action of the RAD brings about: points by code, complete documents; biaya (rupiah), None if unknown."""

    id: str
    nilai: Mapping[str, float]
    dokumen: frozenset[str]
    biaya: float | None

    def di_dalam(self, isi: IsiSkenario) -> bool:
        """Whether a scenario has all that it brings about."""
        return all(isi.nilai.get(k, -1.0) >= n for k, n in self.nilai.items()) and all(
            isi.status.get(d) == LENGKAP for d in self.dokumen
        )


def pekerjaan_skenario(
    isi: IsiSkenario, nilai_resmi: Mapping[str, float], kerja_rad: Sequence[KerjaRad]
) -> PekerjaanSkenario:
    """Return what a scenario takes, against the official points by code.

    kerja_rad: the actions of the RAD; one that brings two things about in two
    ways may stand there twice and costs once.
    """
    dokumen = {d for d, s in isi.status.items() if s == LENGKAP}
    # Fewer points are no work; where none were recorded (NaN) any are.
    nilai = {k for k, n in isi.nilai.items() if not n <= nilai_resmi.get(k, float("nan"))}
    berbiaya = [k for k in kerja_rad if k.biaya is not None and k.di_dalam(isi)]
    tercakup = {u for k in berbiaya for u in (*k.nilai, *k.dokumen)}
    return PekerjaanSkenario(
        len(dokumen) + len(isi.berdokumen),
        len(nilai),
        sum({k.id: k.biaya or 0.0 for k in berbiaya}.values()),
        len((dokumen | nilai) - tercakup) + len(isi.berdokumen),
    )


@dataclass(frozen=True)
class Untung:
    """What a scenario brings against the official result.

    peluang: chance (0 to 1) of the meeting's target or better; tengah (poin):
    how much higher the middle of the forecast is.  Both None where nothing is
    forecast, or where other weights make the points another scale.
    berdokumen (poin): how many more points are documented.
    """

    peluang: float | None
    tengah: float | None
    berdokumen: float
    pekerjaan: PekerjaanSkenario

    @property
    def per_pekerjaan(self) -> tuple[float | None, float] | None:
        """Points of the middle and documented points for each piece of work; None without any."""
        n = self.pekerjaan.banyak
        return None if not n else (None if self.tengah is None else self.tengah / n, self.berdokumen / n)

    @property
    def rupiah_per_poin(self) -> float | None:
        """Rupiah for each point of the middle; None where not all costs are known, or nothing is gained."""
        p = self.pekerjaan
        if self.tengah is None or self.tengah < BEDA_TENGAH or p.tanpa_biaya or not p.banyak:
            return None
        return p.biaya / self.tengah


Putusan = Literal["tanpa_perkiraan", "tidak_ada", "setara", "terbaik"]


@dataclass(frozen=True)
class Terbaik:
    """Which scenarios are best: positions in the list that was asked about, the lightest first.

    putusan: terbaik (one); setara (several that cannot be told apart);
    tidak_ada (none is better than the official result; `urutan` is empty);
    tanpa_perkiraan (nothing to compare by).
    """

    putusan: Putusan
    urutan: tuple[int, ...] = ()


def pilih_terbaik(peluang_resmi: float | None, daftar: Sequence[Untung]) -> Terbaik:
    """Return the best of several scenarios: the higher chance of the target, among equal chances the higher middle.

    Today's state competes with them.  Scenarios without a chance have no place in it.
    """
    ikut = [n for n, u in enumerate(daftar) if u.peluang is not None and u.tengah is not None]
    if peluang_resmi is None or not ikut:
        return Terbaik("tanpa_perkiraan")
    peluang = np.array([peluang_resmi, *(daftar[n].peluang for n in ikut)], dtype=float)
    tengah = np.array([0.0, *(daftar[n].tengah for n in ikut)], dtype=float)
    teratas = peluang > peluang.max() - BEDA_PELUANG
    setara = teratas & (tengah > tengah[teratas].max() - BEDA_TENGAH)
    if setara[0]:
        return Terbaik("tidak_ada")
    urutan = sorted((ikut[n - 1] for n in np.flatnonzero(setara)), key=lambda n: _berat(daftar[n].pekerjaan))
    return Terbaik("terbaik" if len(urutan) == 1 else "setara", tuple(urutan))


def _berat(p: PekerjaanSkenario) -> tuple[int, float]:
    return p.banyak, p.biaya
