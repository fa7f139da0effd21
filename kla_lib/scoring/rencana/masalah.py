"""Write a choice of actions down as arrays, and count exactly what a choice brings."""

from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
import numpy.typing as npt

from kla_lib.scoring.nilai.nilai import Larik
from kla_lib.scoring.rencana.jarak_em import JarakEm, dalam_ruang
from kla_lib.scoring.rencana.kegiatan import DaftarKegiatan

Pilihan = npt.NDArray[np.bool_]
"""Which actions are chosen (n_kegiatan,)."""

UKURAN_POIN = ("poin_min", "poin", "poin_maks")


@dataclass(frozen=True)
class Masalah:
    """Actions (a,), places (t,), offices (k,) and what binds them.

    id: (a,), sorted.  biaya: rupiah (a,).  jam: hours (a,).  kantor: office of
    each action (a,).  nama_kantor: (k,).  kapasitas: hours per office (k,),
    infinite where unknown.  anggaran: rupiah, infinite without a cap.
    sumbangan: points (t, a).  bersama: (t,), a place whose points need all of
    its actions.  ruang: most points that can be added (t,).  atap: rows (r, t)
    of places that share the room ruang_atap (r,).  butuh: pairs (a, b), a only
    with b.  bentrok: pairs that exclude each other.  utama: what is minimised
    first (a,): rupiah, or 1 per action where no action costs anything.  em:
    what the recorded points still need for the target; None where nobody asks.
    """

    id: tuple[str, ...]
    biaya: Larik
    jam: Larik
    kantor: npt.NDArray[np.intp]
    nama_kantor: tuple[str, ...]
    kapasitas: Larik
    anggaran: float
    sumbangan: Larik
    bersama: npt.NDArray[np.bool_]
    ruang: Larik
    atap: npt.NDArray[np.bool_]
    ruang_atap: Larik
    butuh: tuple[tuple[int, int], ...]
    bentrok: tuple[tuple[int, int], ...]
    em: JarakEm | None = None

    @property
    def tanpa_biaya(self) -> bool:
        """Whether no action costs anything, so that the number of actions is minimised."""
        return not bool((self.biaya > 0).any())

    @property
    def utama(self) -> Larik:
        """What is minimised first (a,)."""
        return np.ones(len(self.id)) if self.tanpa_biaya else self.biaya


def susun_masalah(
    daftar: DaftarKegiatan,
    kapasitas: float,
    anggaran: float | None = None,
    poin: Literal["poin_min", "poin", "poin_maks"] = "poin",
    ambang: float | None = None,
) -> Masalah:
    """Return the arrays of a list of actions.

    kapasitas: hours of each office (`kapasitas_kantor`).  An action without a
    recorded amount counts as much as the middle one of those that have any:
    unknown is not free.  ambang: the least total of the target, which the
    recorded points must be able to reach; without it nothing is asked of them.
    """
    kegiatan = daftar.kegiatan
    letak = {k.id: n for n, k in enumerate(kegiatan)}
    nama_kantor = tuple(sorted({k.opd for k in kegiatan}))
    pilih = UKURAN_POIN.index(poin)
    sumbangan = np.zeros((len(daftar.tempat), len(kegiatan)))
    for t, tempat in enumerate(daftar.tempat):
        for i, p in tempat.sumbangan:
            sumbangan[t, letak[i]] += p[pilih]
    bentrok = {tuple(sorted((letak[k.id], letak[b]))) for k in kegiatan for b in k.bentrok}
    return Masalah(
        tuple(letak),
        biaya_hitungan(daftar),
        np.array([k.jam for k in kegiatan], dtype=float),
        np.array([nama_kantor.index(k.opd) for k in kegiatan], dtype=np.intp),
        nama_kantor,
        np.full(len(nama_kantor), kapasitas),
        float("inf") if anggaran is None else anggaran,
        sumbangan,
        np.array([t.bersama for t in daftar.tempat], dtype=bool),
        np.array([t.ruang for t in daftar.tempat], dtype=float),
        np.array([[a.memuat(t.kode) for t in daftar.tempat] for a in daftar.atap], dtype=bool).reshape(
            len(daftar.atap), len(daftar.tempat)
        ),
        np.array([a.ruang for a in daftar.atap], dtype=float),
        tuple(sorted((letak[k.id], letak[b]) for k in kegiatan for b in k.butuh)),
        tuple((a, b) for a, b in sorted(bentrok)),
        None if ambang is None else jarak_em(daftar, ambang),
    )


def jarak_em(daftar: DaftarKegiatan, ambang: float) -> JarakEm | None:
    """Return what the recorded points need for at least `ambang` poin; None once the self-evaluation is closed."""
    if daftar.em is None:
        return None
    atap, ruang = _atap_em(daftar)
    return JarakEm(np.array([k.em[2] for k in daftar.kegiatan], dtype=float), atap, ruang, ambang - daftar.em)


def _atap_em(daftar: DaftarKegiatan) -> tuple[npt.NDArray[np.bool_], Larik]:
    """Return the rooms of the recorded points that its actions can fill: rows (r, a), and how much (r,)."""
    milik = np.array([[a.memuat(k.kode[0]) if k.kode else False for k in daftar.kegiatan] for a in daftar.atap_em])
    milik = milik.reshape(len(daftar.atap_em), len(daftar.kegiatan)).astype(bool)
    ruang = np.array([a.ruang for a in daftar.atap_em], dtype=float)
    bisa_penuh = milik @ np.array([k.em[2] for k in daftar.kegiatan], dtype=float) > ruang
    return milik[bisa_penuh], ruang[bisa_penuh]


def em_kegiatan(daftar: DaftarKegiatan, pilih: Pilihan, poin: Literal["poin_min", "poin", "poin_maks"]) -> Larik:
    """Return what a choice adds to the recorded points by action (a,), within every room."""
    em = np.array([k.em[UKURAN_POIN.index(poin)] for k in daftar.kegiatan], dtype=float)
    return dalam_ruang(em * pilih, *_atap_em(daftar))


def biaya_hitungan(daftar: DaftarKegiatan) -> Larik:
    """Return the rupiah with which each action counts (a,): its own, or the middle one of the RAD where unknown."""
    ada = [k.biaya for k in daftar.kegiatan if k.sumber == "rad" and k.biaya is not None]
    tengah = float(np.median(ada)) if ada else 0.0
    return np.array([tengah if k.biaya is None else k.biaya for k in daftar.kegiatan], dtype=float)


def poin_tempat(m: Masalah, pilih: Pilihan) -> Larik:
    """Return the points that a choice adds at each place (t,), within every room.

    Where an indikator or klaster has less room than its places add, they are
    all cut by the same share.
    """
    jumlah = m.sumbangan @ pilih
    perlu = m.sumbangan > 0
    semua = perlu.any(axis=1) & ~(perlu & ~pilih).any(axis=1)
    hasil = np.minimum(np.where(m.bersama, np.where(semua, m.ruang, 0.0), jumlah), m.ruang)
    for milik, ruang in zip(m.atap, m.ruang_atap, strict=True):
        isi = float(hasil[milik].sum())
        if isi > ruang:
            hasil[milik] *= ruang / isi
    return np.asarray(hasil, dtype=float)


def poin_kegiatan(m: Masalah, pilih: Pilihan) -> Larik:
    """Return the points of a choice by action (a,); they add to what the choice brings in all."""
    bagian = m.sumbangan * pilih
    jumlah = bagian.sum(axis=1, keepdims=True)
    return np.asarray(
        (np.divide(bagian, jumlah, out=np.zeros_like(bagian), where=jumlah > 0) * poin_tempat(m, pilih)[:, None]).sum(
            axis=0
        ),
        dtype=float,
    )


def boleh(m: Masalah, pilih: Pilihan) -> bool:
    """Whether a choice keeps needs, exclusions, hours of every office and the budget, and closes the gap of the EM."""
    if m.em is not None and not m.em.cukup(pilih):
        return False
    if any(pilih[a] and not pilih[b] for a, b in m.butuh) or any(pilih[a] and pilih[b] for a, b in m.bentrok):
        return False
    jam = np.bincount(m.kantor, weights=m.jam * pilih, minlength=len(m.kapasitas))
    return bool((jam <= m.kapasitas + 1e-6).all() and float(m.biaya @ pilih) <= m.anggaran + 1e-6)


def tanpa_batas(m: Masalah, kantor: int | None = None) -> Masalah:
    """Return the same choice with the hours of one office, or of all, unbounded."""
    kapasitas = m.kapasitas.copy()
    kapasitas[slice(None) if kantor is None else kantor] = np.inf
    return replace(m, kapasitas=kapasitas)
