"""Fit how the final score of one region moves over the years, and weigh draws by what it got before."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from kla_lib.rules.bukti.pengamatan import DIPAKAI, Pengamatan
from kla_lib.rules.verifikasi import Pindah
from kla_lib.scoring.nilai.nilai import Larik
from kla_lib.scoring.perkiraan.sebaran import peluang_antara

TITIK_DAFTAR, TITIK_ASAL = 11, 16
"""Points of the quadratures over what a list moves together, and over the origin within its interval."""
TITIK_REKOR = 256
TERKECIL = 1e-300


@dataclass(frozen=True)
class Perpindahan:
    """What the published moves say: weights (n_phi, n_tau, n_pi) over the grids of `asumsi`, 1 in sum; moves fitted."""

    asumsi: Pindah
    bobot: Larik
    banyak: int


def rata_tahun(asumsi: Pindah, tahun: int) -> float:
    """Return the mean final score of all regions in a year of awards (poin): a line between, constant outside."""
    ada = sorted(asumsi.rata)
    return float(np.interp(tahun, ada, [asumsi.rata[t] for t in ada]))


def fit_perpindahan(bukti: Sequence[Pengamatan], asumsi: Pindah, terendah_award: float) -> Perpindahan:
    """Return the weights of the grids after the moves that are fitted, list by list; flat without any.

    terendah_award: from which score (poin) on there is an award.
    """
    daftar: dict[str, list[Pengamatan]] = {}
    for p in bukti:
        if p.jenis == "vf_vf" and p.guna == DIPAKAI:
            daftar.setdefault(p.daftar, []).append(p)
    log = np.zeros((len(asumsi.phi), len(asumsi.tau), len(asumsi.pi)))
    titik, berat = np.polynomial.hermite_e.hermegauss(TITIK_DAFTAR)
    berat = berat / berat.sum()
    for nama, milik in daftar.items():
        sedikitnya = terendah_award if nama in asumsi.bersyarat else None
        for n, tau in enumerate(asumsi.tau):
            per_geser = sum(_log_pindah(p, asumsi, tau * titik, sedikitnya) for p in milik)
            puncak = np.max(per_geser, axis=-1, keepdims=True)
            log[:, n, :] += puncak[..., 0] + np.log(np.exp(per_geser - puncak) @ berat)
    bobot = np.exp(log - log.max())
    return Perpindahan(asumsi, bobot / bobot.sum(), sum(map(len, daftar.values())))


def _log_pindah(p: Pengamatan, asumsi: Pindah, geser: Larik, sedikitnya: float | None) -> Larik:
    """Return the log chance of one move: (n_phi, n_pi, n_geser), given an outcome of so many poin at least."""
    s, pi = asumsi.simpangan, np.array(asumsi.pi)[None, :, None]
    rho = (np.array(asumsi.phi) ** (p.tahun - p.tahun_dari))[:, None, None]
    asal, berat = _asal(p, asumsi)
    baru = rata_tahun(asumsi, p.tahun) + geser[None, :, None]
    lanjut = baru + rho * (asal - rata_tahun(asumsi, p.tahun_dari))
    sisa = s * np.sqrt(1 - rho**2)

    def campur(rendah: float, tinggi: float) -> Larik:
        tetap = (peluang_antara(lanjut, sisa, rendah, tinggi) @ berat)[:, None]
        lepas = peluang_antara(baru, np.asarray(s), rendah, tinggi)[..., 0][:, None]
        return np.maximum((1 - pi) * tetap + pi * lepas, TERKECIL)

    jadi = np.log(campur(p.rendah, p.tinggi))
    return np.asarray(jadi if sedikitnya is None else jadi - np.log(campur(sedikitnya, np.inf)))


def _asal(p: Pengamatan, asumsi: Pindah) -> tuple[Larik, Larik]:
    """Return points within the interval of the origin with their weights."""
    if p.dari_rendah == p.dari_tinggi:
        return np.array([p.dari_rendah]), np.ones(1)
    titik, berat = np.polynomial.legendre.leggauss(TITIK_ASAL)
    x = (p.dari_rendah + p.dari_tinggi) / 2 + (p.dari_tinggi - p.dari_rendah) / 2 * titik
    w = berat * np.exp(-0.5 * ((x - rata_tahun(asumsi, p.tahun_dari)) / asumsi.simpangan) ** 2)
    return x, w / w.sum()


def bobot_rekor(
    perpindahan: Perpindahan, akhir: Larik, rendah: float, tinggi: float, tahun_rekor: int, tahun: int
) -> Larik:
    """Return for final scores (n,), poin and not clipped, how likely they make the region's earlier outcome.

    rendah..tinggi: the earlier outcome (poin), in the year of awards
    `tahun_rekor`; where it is exact, one poin around it.  tahun: the year of
    the award that is forecast.
    """
    a = perpindahan.asumsi
    if rendah == tinggi:
        rendah, tinggi = rendah - 0.5, tinggi + 0.5
    # The weight is a smooth function of one number, so it is worked out on a grid and read off in between.
    kisi = np.linspace(float(akhir.min()), float(akhir.max()), TITIK_REKOR)
    dulu, kini = rata_tahun(a, tahun_rekor), rata_tahun(a, tahun)
    lepas = peluang_antara(np.asarray(dulu), np.asarray(a.simpangan), rendah, tinggi)
    pi, bobot = np.array(a.pi), np.zeros(TITIK_REKOR)
    for n, phi in enumerate(a.phi):
        rho = phi ** (tahun - tahun_rekor)
        for k, tau in enumerate(a.tau):
            simpangan = np.asarray(np.sqrt(a.simpangan**2 * (1 - rho**2) + rho**2 * tau**2))
            tetap = peluang_antara(dulu + rho * (kisi - kini), simpangan, rendah, tinggi)
            w = perpindahan.bobot[n, k]
            bobot += float(w @ (1 - pi)) * tetap + float(w @ pi) * lepas
    return np.interp(akhir, kisi, bobot)
