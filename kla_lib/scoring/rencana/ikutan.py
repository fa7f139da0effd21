"""Tell which futures a chance has to ask about: what holds in one of them holds in most of the others too."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from kla_lib.scoring.nilai.nilai import Larik


@dataclass(frozen=True)
class Pembagian:
    """Which of the open futures stand in the conditions, by their places.

    wajib: every choice that reaches enough of them reaches these, the hardest
    of all that it must reach; banyak_wajib: how many follow from that.  bebas:
    those among which a choice has some freedom.  The others never have to be
    counted: who reaches one of them reaches enough without it.
    """

    wajib: npt.NDArray[np.intp]
    banyak_wajib: int
    bebas: npt.NDArray[np.intp]


def bagi_masa_depan(tambah: Larik, kurang: Larik, terbanyak: Larik, perlu: int) -> Pembagian:
    """Return what a choice that reaches `perlu` of the futures has to be asked.

    A future is reached where tambah (n, t) @ points ≥ kurang (n,), with 0 ≤ points ≤ terbanyak (t,).
    """
    n = len(kurang)
    serta = ikut_tercapai(tambah, kurang, terbanyak) & ~np.eye(n, dtype=bool)
    kembar_dahulu = serta.T & np.tri(n, k=-1, dtype=bool).T  # of two that hold together only the later follows
    lebih_mudah = serta & ~kembar_dahulu
    wajib = n - 1 - serta.sum(axis=0) < perlu
    bebas = ~wajib & (lebih_mudah.sum(axis=1) < perlu)
    tersulit = wajib & ~lebih_mudah[wajib].any(axis=0)
    return Pembagian(np.flatnonzero(tersulit), int(wajib.sum()), np.flatnonzero(bebas))


def ikut_tercapai(tambah: Larik, kurang: Larik, terbanyak: Larik) -> npt.NDArray[np.bool_]:
    """Return whether all points that reach one future (row) reach another one too (column).

    The points that reach the first and do least for the other go first where
    they do least for it by what they do for the first: both conditions are
    linear, so nothing else does less.
    """
    sejenis, jenis = np.unique(tambah, axis=1, return_inverse=True)
    isi = np.bincount(jenis.ravel(), weights=terbanyak, minlength=sejenis.shape[1])
    satu, lain = np.broadcast_arrays((sejenis * isi)[:, None], (sejenis * isi)[None])
    banding = np.divide(lain, satu, out=np.full(satu.shape, np.inf), where=satu > 0)
    urut = np.argsort(banding, axis=2, kind="stable")
    satu, lain, banding = (np.take_along_axis(x, urut, axis=2) for x in (satu, lain, banding))
    sebelum = np.cumsum(satu, axis=2) - satu
    dipakai = np.clip(kurang[:, None, None] - sebelum, 0.0, satu)
    paling_sedikit = (dipakai * np.where(satu > 0, banding, 0.0)).sum(axis=2)
    return np.asarray(paling_sedikit >= kurang[None])
