"""Draw the points that are accepted at one stage: one share of the city, then its offices, then its questions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from kla_lib.rules.verifikasi import Campuran, Verifikasi
from kla_lib.scoring.nilai.nilai import Larik
from kla_lib.scoring.perkiraan.regim import logistik, logit
from kla_lib.scoring.perkiraan.sebaran import Acak16, Bagian32, Baris, TabelBeta, baris, halus, tabel_beta, undi_acak
from kla_lib.scoring.perkiraan.susunan import LETAK_BELUM_DICATAT, Susunan

BAGIAN_TERKECIL = 1e-9
"""Drawn shares stay this far from 0 and 1, so that their logit is a number."""

KETELITIAN_THETA = 1024


@dataclass(frozen=True)
class Acak:
    """The random numbers of the offices (opd, bulat: n_opd, draws) and of the units (n_unit, draws).

    Comparisons use the same ones twice, so a difference is never chance.
    """

    opd: Acak16
    bulat: Acak16
    unit: Acak16


def siapkan_acak(susunan: Susunan, draws: int, seed: int) -> Acak:
    """Return the random numbers for one make-up; the same seed gives the same numbers."""
    return Acak(
        undi_acak(len(susunan.daftar_opd), draws, np.random.default_rng([seed, 1])),
        undi_acak(len(susunan.daftar_opd), draws, np.random.default_rng([seed, 3])),
        undi_acak(len(susunan.kode), draws, np.random.default_rng([seed, 2])),
    )


def bagian_per_keadaan(bagian: Larik, campuran: Sequence[Campuran], beta: Mapping[str, float]) -> tuple[Larik, ...]:
    """Return for every state of KEADAAN_DOKUMEN the accepted share: (n_campuran, draws) each.

    bagian: the drawn share of the city (draws,), strictly between 0 and 1.
    p_s = logistic(θ + β_s), with θ such that a city with this mix of states is
    accepted exactly the drawn share.  An unknown document is taken as one
    drawn from the mix, so a question of which nothing is known gets the share
    itself: (1, draws), the same for every mix.
    """
    nama = ("lengkap", "kurang", "tidak_ada")
    b = np.array([beta[n] for n in nama])
    z = logit(bagian)
    per_campuran = []
    for c in campuran:
        w = np.array([getattr(c, n) for n in nama])
        lengkap, kurang, tidak_ada = logistik(_theta(z, w, b) + b[:, None])
        # By arithmetic no less and no more than the share itself; the limits are against rounding only.
        lengkap_sebagian = np.maximum(w[0] * lengkap + (1 - w[0]) * kurang, bagian)
        tidak_ada_sebagian = np.minimum(w[2] * tidak_ada + (1 - w[2]) * kurang, bagian)
        per_campuran.append((lengkap, kurang, tidak_ada, bagian, lengkap_sebagian, tidak_ada_sebagian))
    per_keadaan = [np.stack(p) for p in zip(*per_campuran, strict=True)]
    per_keadaan[LETAK_BELUM_DICATAT] = bagian[None, :]
    return tuple(per_keadaan)


def _theta(z: Larik, w: Larik, b: Larik) -> Larik:
    """Solve Σ w·logistic(θ + β) = logistic(z) for θ (draws,): a look-up, made exact by one step of Newton."""
    kisi = np.linspace(z.min() - b.max(), z.max() - b.min(), KETELITIAN_THETA)
    awal = np.interp(z, _logit_campuran(kisi, w, b)[0], kisi)
    nilai, turunan = _logit_campuran(awal, w, b)
    return np.asarray(awal - (nilai - z) / turunan)


def _logit_campuran(theta: Larik, w: Larik, b: Larik) -> tuple[Larik, Larik]:
    """Return the logit of the share that a mix is accepted, and its derivative."""
    p = logistik(theta + b[:, None])
    ya, tidak = w @ p, w @ logistik(-theta - b[:, None])
    return np.log(ya) - np.log(tidak), (w @ (p * (1 - p))) / (ya * tidak)


@dataclass(frozen=True)
class MejaUndian:
    """One stage, drawn: the accepted share of any office or unit in any state, under each assumed mix.

    per_keadaan: as `bagian_per_keadaan` returns it, as whole parts (`halus`).
    """

    susunan: Susunan
    acak: Acak
    per_keadaan: tuple[Acak16, ...]
    tabel_opd: TabelBeta
    tabel_pertanyaan: TabelBeta

    def bagian_opd(self, opd: int, keadaan: int) -> Bagian32:
        """Return the share of an office's points whose documents are in this state: (n_campuran or 1, draws)."""
        acak = self.acak.opd[opd]
        return self.tabel_opd.ambil(baris(self.per_keadaan[keadaan], acak), acak)

    def baris_opd(self, opd: int, keadaan: int) -> Baris:
        """Return where the questions of an office in this state are drawn from, as `bagian_unit` takes it."""
        return baris(halus(self.bagian_opd(opd, keadaan)), self.acak.bulat[opd])

    def bagian_unit(self, unit: int, milik: Baris) -> Bagian32:
        """Return the share of a unit's points that is accepted, of the shape of its office's rows `milik`."""
        return self.tabel_pertanyaan.ambil(milik, self.acak.unit[unit])

    def poin_per_induk(self) -> Bagian32:
        """Return the accepted points before the caps: (n_induk, n_campuran, draws).

        Units are added in their own order, so that one with more points
        accepted never lowers a sum, not even by a rounding.
        """
        s = self.susunan
        nilai = s.nilai.astype(np.float32)
        jumlah = np.zeros((len(s.atap), *self.per_keadaan[0].shape), dtype=np.float32)
        milik: dict[tuple[int, int], Baris] = {}
        for unit in map(int, np.flatnonzero(nilai)):
            kantor = (int(s.opd[unit]), int(s.keadaan[unit]))
            if kantor not in milik:
                milik[kantor] = self.baris_opd(*kantor)
            jumlah[s.induk[unit]] += nilai[unit] * self.bagian_unit(unit, milik[kantor])
        return jumlah


def meja(
    susunan: Susunan, bagian: Larik, campuran: Sequence[Campuran], verifikasi: Verifikasi, acak: Acak
) -> MejaUndian:
    """Return the draws of one stage, given the city's drawn share (draws,) and the assumed mixes."""
    bagian = np.clip(np.asarray(bagian, dtype=float), BAGIAN_TERKECIL, 1 - BAGIAN_TERKECIL)
    return MejaUndian(
        susunan,
        acak,
        tuple(halus(p) for p in bagian_per_keadaan(bagian, campuran, verifikasi.beta)),
        tabel_beta(verifikasi.kekuatan_opd),
        tabel_beta(verifikasi.kekuatan_pertanyaan),
    )


def dibatasi(jumlah: npt.NDArray[np.floating], atap: Larik) -> Larik:
    """Return the totals (…, draws) of points per induk (n_induk, …, draws), each no more than its cap (n_induk)."""
    atap = atap.reshape(-1, *([1] * (jumlah.ndim - 1)))
    return np.asarray(np.minimum(jumlah, atap.astype(np.float32)).sum(axis=0), dtype=float)


def tergantung_dokumen(susunan: Susunan) -> bool:
    """Whether the state of any recorded document matters, so that the assumed mixes give different answers."""
    return bool(((susunan.keadaan != LETAK_BELUM_DICATAT) & (susunan.nilai > 0)).any())
