"""Draw one region: how much of its points is accepted, once for every question that is asked of it."""

from dataclasses import dataclass, fields

import numpy as np

from kla_lib.scoring.nilai.nilai import Induk, Larik
from kla_lib.scoring.perkiraan.model import Model
from kla_lib.scoring.perkiraan.pindah import Perpindahan, bobot_rekor
from kla_lib.scoring.perkiraan.sebaran import ambil_menurut, bentuk_beta
from kla_lib.scoring.perkiraan.susunan import LETAK_LENGKAP, LETAK_TANPA, Susunan

Q_TERENDAH, Q_TERTINGGI = 0.3, 0.985


@dataclass(frozen=True)
class Asal:
    """What is known of a region before it is drawn; every what-if starts from the same.

    nilai: its points at the stage `dari` (poin).  terverifikasi: whether a
    verifier has seen them, so that they are V itself.  em: its claimed points,
    above which no final score can be (poin); None where they are not known.
    rekor: its last official outcome as (year, low, high), poin.  tahun: the
    year of the award that is forecast.
    """

    nilai: float
    terverifikasi: bool
    em: float | None
    tahun: int
    rekor: tuple[int, float, float] | None = None


@dataclass(frozen=True)
class Undian:
    """Draws of one region, each as likely as the next: (draws,) each.

    q: accepted share of points with complete documents.  lam: what a point
    without them counts of one with them.  d: share of the points with unknown
    documents that counts as complete.  r: the final score over that of the
    administrative check.  terverifikasi, em: of `Asal`.

    r was drawn at the region as it stands.  A document that is completed, a
    point that is added, is something done in one region: it changes V and
    leaves r as it is, so that no draw of the final score falls by it.
    """

    q: Larik
    lam: Larik
    d: Larik
    r: Larik
    terverifikasi: bool
    em: float | None

    def pilih(self, letak: slice | Induk) -> "Undian":
        """Return some of the draws."""
        larik = {f.name: getattr(self, f.name)[letak] for f in fields(self) if f.name in ("q", "lam", "d", "r")}
        return Undian(**larik, terverifikasi=self.terverifikasi, em=self.em)

    def diterima(self, keadaan: int) -> Larik:
        """Return the share (draws,) of a recorded point that counts in V, by the state of its documents.

        Points that a verifier has seen count whole: what the documents do is already in them.
        """
        if self.terverifikasi:
            return np.ones(len(self.q))
        if keadaan == LETAK_LENGKAP:
            return self.q
        return self.q * (self.lam if keadaan == LETAK_TANPA else self.lam + (1 - self.lam) * self.d)

    @property
    def baru(self) -> Larik:
        """The share (draws,) of a new point with complete documents that is left in the final score."""
        return self.q * self.r

    def akhir(self, keadaan: int) -> Larik:
        """Return the share (draws,) of a recorded point that is left in the final score, before its cap."""
        return self.diterima(keadaan) * self.r

    def verifikasi(self, susunan: Susunan) -> Larik:
        """Return V of the region with these points and documents (draws,), poin."""
        jumlah = susunan.per_keadaan
        diterima = np.stack([self.diterima(k) for k in range(jumlah.shape[1])])
        if (jumlah.sum(axis=1) <= susunan.atap).all():
            return np.asarray(jumlah.sum(axis=0) @ diterima)
        return np.asarray(np.minimum(jumlah @ diterima, susunan.atap[:, None]).sum(axis=0))

    def tak_terbatas(self, susunan: Susunan) -> Larik:
        """Return V r (draws,), poin: what the final score would be if it could exceed the claimed points."""
        return self.verifikasi(susunan) * self.r

    def batas(self, susunan: Susunan) -> float:
        """Return what the final score cannot exceed (poin): the claimed points, where they are known."""
        if not self.terverifikasi:
            return susunan.diklaim
        return float(susunan.maksimal) if self.em is None else max(self.em, susunan.diklaim)

    def total(self, susunan: Susunan) -> Larik:
        """Return the final scores (draws,), poin, rounded to two decimals."""
        return np.asarray(np.round(np.clip(self.tak_terbatas(susunan), 0, self.batas(susunan)), 2), dtype=float)


def undi(asal: Asal, model: Model, perpindahan: Perpindahan, batas_hasil: tuple[float, float], seed: int) -> Undian:
    """Return draws of a region from the fitted model, weighed by its record; the same seed gives the same ones."""
    from scipy.special import ndtr, ndtri

    acak = np.random.default_rng([seed, 1])
    tengah = np.clip(model.kappa * np.exp(model.pers), Q_TERENDAH, Q_TERTINGGI)
    q = acak.beta(*bentuk_beta(tengah, model.s_q))
    d = acak.beta(*bentuk_beta(model.delta, model.s_d))
    u = acak.random(len(q))
    # At the region as it usually stands, not with the documents at hand: μ and β were fitted across regions.
    biasa = np.full(len(q), asal.nilai) if asal.terverifikasi else asal.nilai * q * (model.lam + (1 - model.lam) * d)
    pusat = model.tengah_hasil(biasa)
    bawah, atas = (ndtr((b - pusat) / model.s) for b in batas_hasil)
    r = np.clip(pusat + model.s * ndtri(bawah + u * (atas - bawah)), batas_hasil[0], batas_hasil[1])
    hasil = Undian(q, model.lam, d, r, asal.terverifikasi, asal.em)
    if asal.rekor is None:
        return hasil
    tahun, rendah, tinggi = asal.rekor
    bobot = bobot_rekor(perpindahan, biasa * r, rendah, tinggi, tahun, asal.tahun)
    return hasil.pilih(ambil_menurut(bobot, len(q), acak.random()))
