"""Fit what the published scores say of verification: how much is accepted, and what becomes of it.

V = q (S + λ U), final = V r.  S, U: claimed points with and without complete
documents; q around κ, the share with complete documents around δ, both spread
between regions; r around μ + β (V − 750) / 100.  The evidence fixes hardly
more than κ (λ + (1 − λ) δ): what a document is worth stays an assumption
(docs/keputusan/0037-model-perkiraan.md).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields

import numpy as np

from kla_lib.rules.bukti.pengamatan import DIPAKAI, Pengamatan
from kla_lib.rules.verifikasi import Setelan, Verifikasi
from kla_lib.scoring.nilai.nilai import Induk, Larik
from kla_lib.scoring.perkiraan.sebaran import ambil_menurut, bentuk_beta, peluang_antara

PUSAT = 750.0
"""The score at which μ is stated (poin)."""
PALING_SEMPIT = 0.01
"""No region is exactly like another: the least spread of q and d."""
KUANTIL_EM = 15
"""By how many regions, from the lowest self-assessment to the highest, all participants are represented."""
TERKECIL = 1e-300


@dataclass(frozen=True)
class Model:
    """Draws of what is not known, each as likely as the next: (draws,) each.

    kappa, lam, delta, s_q, s_d, mu, s, beta, pers: as in `rules.verifikasi`.
    """

    kappa: Larik
    lam: Larik
    delta: Larik
    s_q: Larik
    s_d: Larik
    mu: Larik
    s: Larik
    beta: Larik
    pers: Larik

    def pilih(self, letak: Induk) -> "Model":
        """Return the draws at some positions."""
        return Model(**{f.name: getattr(self, f.name)[letak] for f in fields(self)})

    def tengah_hasil(self, verifikasi: Larik | float) -> Larik:
        """Return the expected share (final over V) of regions with this V (poin)."""
        return self.mu + self.beta * (np.asarray(verifikasi) - PUSAT) / 100


def fit_model(bukti: Sequence[Pengamatan], verifikasi: Verifikasi, setelan: Setelan, seed: int) -> Model:
    """Return what the observations that are fitted leave of the prior: `verifikasi.draws` of `.banyak` draws.

    By importance resampling; the same seed gives the same draws, in an order
    that says nothing.
    """
    acak = np.random.default_rng([seed, 0])
    m, rata_em, simpangan_em = _undi_dugaan(verifikasi, setelan, acak)
    log = _log_bukti(m, [p for p in bukti if p.guna == DIPAKAI])
    log = log + verifikasi.bobot_sensus * _log_sensus(m, rata_em, simpangan_em, bukti, verifikasi.maksimal)
    return m.pilih(ambil_menurut(np.exp(log - log.max()), verifikasi.draws, acak.random()))


def _undi_dugaan(v: Verifikasi, setelan: Setelan, acak: np.random.Generator) -> tuple[Model, Larik, Larik]:
    """Return draws of the prior, and the middle and spread of all participants' self-assessments."""
    d, n = v.dugaan, v.banyak
    model = Model(
        kappa=acak.beta(*bentuk_beta(*setelan.kappa), n),
        lam=acak.beta(*bentuk_beta(*setelan.lambda_), n),
        delta=acak.beta(*bentuk_beta(*d.delta), n),
        s_q=np.abs(acak.normal(0, d.s_q, n)) + PALING_SEMPIT,
        s_d=np.abs(acak.normal(0, d.s_d, n)) + PALING_SEMPIT,
        mu=acak.normal(*d.mu, n),
        s=d.s[0] * np.exp(acak.normal(0, d.s[1], n)),
        beta=acak.normal(0, d.beta, n),
        pers=acak.normal(0, d.pers, n),
    )
    return model, acak.normal(*d.rata_em, n), np.maximum(acak.normal(*d.simpangan_em, n), 20.0)


def momen_diterima(m: Model) -> tuple[Larik, Larik]:
    """Return mean and variance between regions of V over the claimed points."""
    g = m.lam + (1 - m.lam) * m.delta
    v_g = (1 - m.lam) ** 2 * np.minimum(m.s_d**2, m.delta * (1 - m.delta) / 4)
    v_q = np.minimum(m.s_q**2, m.kappa * (1 - m.kappa) / 4)
    return m.kappa * g, (m.kappa**2 + v_q) * (g**2 + v_g) - (m.kappa * g) ** 2


def _momen_akhir(m: Model, tengah: Larik | float, ragam: Larik | float) -> tuple[Larik, Larik]:
    """Return mean and standard deviation (poin) of the final score where V has this mean and variance."""
    a, b = m.tengah_hasil(0.0), m.beta / 100
    kuadrat = tengah**2 + ragam
    return a * tengah + b * kuadrat, np.sqrt((a + 2 * b * tengah) ** 2 * ragam + m.s**2 * kuadrat)


def _log_bukti(m: Model, bukti: Sequence[Pengamatan]) -> Larik:
    """Return the log likelihood (draws,) of the pairs of stages."""
    bagian, ragam = momen_diterima(m)
    hitung: dict[str, Callable[[Pengamatan], Larik]] = {
        "em_va": lambda p: _log_diterima(bagian, ragam, p.rendah / p.nilai),
        "va_vf": lambda p: _log_hasil(*_momen_akhir(m, p.nilai, 0.0), p, 1.05 * p.nilai),
        "em_vf": lambda p: _log_hasil(*_momen_akhir(m, p.nilai * bagian, p.nilai**2 * ragam), p, p.nilai),
    }
    return np.asarray(sum((hitung[p.jenis](p) for p in bukti if p.jenis in hitung), np.zeros(len(m.mu))))


def _log_diterima(tengah: Larik, ragam: Larik, bagian: float) -> Larik:
    """Return the log density of an accepted share under Betas with these means and variances."""
    from scipy.special import betaln

    kuat = tengah * (1 - tengah) / ragam - 1
    a, b = tengah * kuat, (1 - tengah) * kuat
    return np.asarray((a - 1) * np.log(bagian) + (b - 1) * np.log1p(-bagian) - betaln(a, b))


def _log_hasil(tengah: Larik, simpangan: Larik, p: Pengamatan, atas: float) -> Larik:
    """Return the log chance of an outcome below `atas` (poin): a density where it is exact, else of its interval.

    A rounded origin widens the interval by as much as it may be off.
    """
    di_bawah = peluang_antara(tengah, simpangan, 0.0, atas)
    if p.rendah == p.tinggi:
        log = -0.5 * ((p.rendah - tengah) / simpangan) ** 2 - np.log(simpangan)
    else:
        lebar = 1 + (p.dari_tinggi - p.dari_rendah) / 2 / p.nilai
        antara = peluang_antara(tengah, simpangan, p.rendah / lebar, min(p.tinggi * lebar, atas))
        log = np.log(np.maximum(antara, TERKECIL))
    return np.asarray(log - np.log(np.maximum(di_bawah, TERKECIL)))


def _log_sensus(m: Model, rata_em: Larik, simpangan_em: Larik, bukti: Sequence[Pengamatan], maksimal: float) -> Larik:
    """Return the log likelihood (draws,) of the national counts of regions per category."""
    sensus = sorted((p for p in bukti if p.jenis == "nasional" and p.guna == DIPAKAI), key=lambda p: p.tinggi)
    if not sensus:
        return np.zeros(len(m.mu))
    bagian = bagian_nasional(m, rata_em, simpangan_em, [p.tinggi for p in sensus[:-1]], maksimal)
    banyak = np.array([p.banyak for p in sensus])
    return np.asarray(banyak @ np.log(np.maximum(bagian, TERKECIL)))


def bagian_nasional(m: Model, rata_em: Larik, simpangan_em: Larik, ambang: Sequence[float], maksimal: float) -> Larik:
    """Return the expected share of all participants between the edges (n_ambang + 1, draws); maksimal: poin."""
    from scipy.special import ndtr, ndtri

    bagian, ragam = momen_diterima(m)
    atas = ndtr((maksimal - rata_em) / simpangan_em)
    di_bawah = np.zeros((len(ambang), len(m.mu)))
    for k in range(KUANTIL_EM):
        em = rata_em + simpangan_em * ndtri((k + 0.5) / KUANTIL_EM * atas)
        tengah, simpangan = _momen_akhir(m, em * bagian * np.exp(m.pers), em**2 * ragam)
        semua = np.maximum(peluang_antara(tengah, simpangan, 0.0, em), TERKECIL)
        for n, a in enumerate(ambang):
            di_bawah[n] += np.minimum(ndtr((np.minimum(a, em) - tengah) / simpangan) / semua, 1) / KUANTIL_EM
    return np.diff(di_bawah, axis=0, prepend=0.0, append=1.0)
