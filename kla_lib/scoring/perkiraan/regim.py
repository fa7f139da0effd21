"""Predict the share of points that a verifier accepts, from the published pairs and the city's own history."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from kla_lib.rules.verifikasi import Pasangan, Verifikasi
from kla_lib.scoring.nilai.nilai import Larik


@dataclass(frozen=True)
class Regim:
    """The predictive distribution of one step: logit of the share ~ pusat + skala × t(derajat).

    banyak: on how many pairs it rests, the prior not counted.
    """

    pusat: float
    skala: float
    derajat: float
    banyak: int


def logit(bagian: Larik | float) -> Larik:
    """Return ln(p / (1 − p)) of shares between 0 and 1, any shape."""
    p = np.asarray(bagian, dtype=float)
    return np.asarray(np.log(p) - np.log1p(-p))


def logistik(z: Larik | float) -> Larik:
    """Return the shares whose logit is z, any shape."""
    return np.asarray(1.0 / (1.0 + np.exp(-np.asarray(z, dtype=float))))


def regim_of(
    verifikasi: Verifikasi, langkah: str, riwayat: Iterable[Pasangan] = (), tanpa: Iterable[str] = ()
) -> Regim:
    """Return the predictive distribution of one step ("em_va").

    The logits of the pairs update a normal-inverse-gamma prior (n0 pairs at m0;
    nu0 pairs with standard deviation s0); the predictive distribution is a
    Student-t.  riwayat: the city's own pairs; those of this step move the
    centre to w·mean + (1 − w)·centre, w = τ² / (τ² + ω²/k), and narrow the
    scale by as much as they explain of τ² + ω².  Regions in the history and
    those in `tanpa` are left out of the published pairs, so that nothing
    counts twice.
    """
    v = verifikasi
    sendiri = [p for p in riwayat if p.langkah == langkah]
    lain = set(tanpa) | {p.daerah for p in sendiri}
    y = _logit_pasangan([p for p in v.pasangan if p.langkah == langkah and p.daerah not in lain], v)
    n = len(y)
    n_n, nu_n = v.n0 + n, v.nu0 + n
    rata = float(y.mean()) if n else v.m0
    m_n = (v.n0 * v.m0 + n * rata) / n_n
    jumlah = v.nu0 * v.s0**2 + float(((y - rata) ** 2).sum()) + v.n0 * n / n_n * (rata - v.m0) ** 2
    s2_n = jumlah / nu_n
    k = len(sendiri)
    w = v.tau**2 / (v.tau**2 + v.omega**2 / k) if k else 0.0
    pusat = w * float(_logit_pasangan(sendiri, v).mean()) + (1 - w) * m_n if k else m_n
    sisa = (v.tau**2 * (1 - w) + v.omega**2) / (v.tau**2 + v.omega**2)
    return Regim(pusat, float(np.sqrt(s2_n * (sisa + (1 - w) ** 2 / n_n))), nu_n, n + k)


def riwayat_daerah(verifikasi: Verifikasi, nama: str, sebelum: int) -> tuple[Pasangan, ...]:
    """Return the published pairs of one region (its full name) from the years before an evaluated year."""
    return tuple(p for p in verifikasi.pasangan if p.daerah == nama and p.tahun < sebelum)


def undi_regim(regim: Regim, draws: int, acak: np.random.Generator) -> Larik:
    """Return drawn logits of the accepted share: (draws,)."""
    return regim.pusat + regim.skala * acak.standard_t(regim.derajat, draws)


def _logit_pasangan(pasangan: list[Pasangan], verifikasi: Verifikasi) -> Larik:
    atas = verifikasi.bagian_tertinggi
    return logit(np.clip([p.bagian for p in pasangan], 1 - atas, atas)) if pasangan else np.empty(0)
