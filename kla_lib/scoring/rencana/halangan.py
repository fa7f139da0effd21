"""Find what stands between a city and its target when no choice of actions reaches it."""

from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from kla_lib.scoring.rencana.kegiatan import (
    BENTROK_SELESAI,
    DIBATALKAN,
    DILARANG,
    MENUNGGU,
    SIKLUS,
    TANPA_CELAH,
    TENGGAT,
    DaftarKegiatan,
)
from kla_lib.scoring.rencana.masalah import Masalah, tanpa_batas
from kla_lib.scoring.rencana.pilihan import most_points

TAMPAK = 0.005
"""Points that a total with two decimals shows."""


@dataclass(frozen=True)
class Halangan:
    """One thing in the way.

    jenis: kapasitas (of the office `sebutan`), kapasitas_semua, anggaran,
    bentrok, poin_maks (every action bringing the most that is stated),
    belum_ditentukan (nobody said whether these points can still be reached),
    or a reason of scoring.rencana.kegiatan for actions that no plan may use.  poin:
    what the total could rise without it (for left-out actions the sum of
    their likely points, before any cap; NaN where none is stated).  cukup:
    whether the target would then be reached.  kegiatan: ids of the actions concerned.
    """

    jenis: str
    sebutan: str
    poin: float
    cukup: bool
    kegiatan: tuple[str, ...] = ()


def halangan(
    daftar: DaftarKegiatan, m: Masalah, maksimal: Masalah, butuh_poin: float, sebut_terbuka: bool = True
) -> tuple[Halangan, ...]:
    """Return what stands in the way of adding butuh_poin on paper, what would help most first within each kind.

    maksimal: the same choice with the most points of every action.
    sebut_terbuka: whether to name what nobody has said that it can be reached.
    """
    sekarang = most_points(m)
    hasil = [
        *_kapasitas(m, sekarang, butuh_poin),
        *(_lain("anggaran", replace(m, anggaran=np.inf), sekarang, butuh_poin) if np.isfinite(m.anggaran) else ()),
        *(_lain("bentrok", replace(m, bentrok=()), sekarang, butuh_poin) if m.bentrok else ()),
        *_lain("poin_maks", maksimal, sekarang, butuh_poin),
    ]
    for alasan in (TENGGAT, SIKLUS, TANPA_CELAH, MENUNGGU, BENTROK_SELESAI, DILARANG, DIBATALKAN):
        milik = [d for d in daftar.dikecualikan if d.alasan == alasan]
        if milik:
            tertulis = [d.poin for d in milik if d.poin > 0]
            poin = float(np.sum(tertulis)) if tertulis else float("nan")
            cukup = alasan not in (SIKLUS, DILARANG, DIBATALKAN) and sekarang + poin >= butuh_poin
            hasil.append(Halangan(alasan, "", poin, cukup, tuple(d.id for d in milik)))
    if daftar.belum_ditentukan > TAMPAK and sebut_terbuka:
        bisa = sekarang + daftar.belum_ditentukan
        hasil.append(Halangan("belum_ditentukan", "", daftar.belum_ditentukan, bisa >= butuh_poin))
    return tuple(hasil)


def _lain(
    jenis: Literal["anggaran", "bentrok", "poin_maks", "kapasitas_semua"], m: Masalah, sekarang: float, butuh: float
) -> list[Halangan]:
    bisa = most_points(m)
    return [Halangan(jenis, "", bisa - sekarang, bisa >= butuh)] if bisa - sekarang > TAMPAK else []


def _kapasitas(m: Masalah, sekarang: float, butuh: float) -> list[Halangan]:
    """Return the offices whose hours are in the way one by one, and all of them together where that is more."""
    semua = _lain("kapasitas_semua", tanpa_batas(m), sekarang, butuh)
    if not semua:
        return []
    jam = np.bincount(m.kantor, weights=m.jam, minlength=len(m.kapasitas))
    per_kantor = []
    for k in np.flatnonzero(jam > m.kapasitas):
        bisa = most_points(tanpa_batas(m, int(k)))
        if bisa - sekarang > TAMPAK:
            milik = tuple(np.array(m.id, dtype=object)[m.kantor == k])
            per_kantor.append(Halangan("kapasitas", m.nama_kantor[k], bisa - sekarang, bisa >= butuh, milik))
    per_kantor.sort(key=lambda h: (-h.poin, h.sebutan))
    return per_kantor if len(per_kantor) == 1 else [*per_kantor, *semua]
