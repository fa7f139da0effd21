"""Choices of actions for tests: random ones, and every possible plan of one, counted one by one."""

import itertools
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from hypothesis import strategies as st

from kla_lib.scoring.rencana.jarak_em import JarakEm
from kla_lib.scoring.rencana.masalah import Masalah
from kla_lib.scoring.rencana.peluang import MasaDepan

SEPEREMPAT = st.integers(0, 24).map(lambda n: n / 4)


def masalah(biaya: list[float], poin: list[float], **lain: Any) -> Masalah:
    """Return actions that each bring points at a place of their own; `lain` changes what is needed."""
    a = len(biaya)
    isi: dict[str, Any] = {
        "id": tuple(f"K{n:02}" for n in range(a)),
        "biaya": np.array(biaya, dtype=float),
        "jam": np.ones(a),
        "kantor": np.zeros(a, dtype=np.intp),
        "nama_kantor": ("dinas_pppa",),
        "kapasitas": np.array([np.inf]),
        "anggaran": np.inf,
        "sumbangan": np.diag(np.array(poin, dtype=float)),
        "bersama": np.zeros(a, dtype=bool),
        "ruang": np.array(poin, dtype=float),
        "atap": np.zeros((0, a), dtype=bool),
        "ruang_atap": np.zeros(0),
        "butuh": (),
        "bentrok": (),
    }
    return Masalah(**(isi | lain))


@st.composite
def masalah_acak(draw: st.DrawFn, sedikit: int = 1, terbanyak: int = 10) -> Masalah:
    """Draw a choice with everything in it: shared places, caps, hours, a budget, needs and exclusions."""
    a, t = draw(st.integers(sedikit, terbanyak)), draw(st.integers(1, 5))
    daftar = lambda isi, n: draw(st.lists(isi, min_size=n, max_size=n))  # noqa: E731
    tempat = daftar(st.integers(0, t - 1), a)
    sumbangan = np.zeros((t, a))
    sumbangan[tempat, range(a)] = daftar(SEPEREMPAT, a)
    pasangan = [(i, j) for i, j in itertools.combinations(range(a), 2)]
    pilih = daftar(st.sampled_from(["", "", "", "", "", "butuh", "bentrok"]), len(pasangan))
    kelompok = np.array(daftar(st.integers(0, 1), t))
    atap = np.stack([kelompok == 0, kelompok == 1, np.ones(t, dtype=bool)])
    return masalah(
        daftar(st.integers(0, 4), a) if draw(st.booleans()) else [0] * a,
        [0] * a,
        jam=np.array(daftar(st.sampled_from([1.0, 4.0, 16.0]), a)),
        kantor=np.array(daftar(st.integers(0, 1), a), dtype=np.intp),
        nama_kantor=("a", "b"),
        kapasitas=np.array(daftar(st.sampled_from([4.0, 20.0, np.inf]), 2)),
        anggaran=draw(st.sampled_from([2.0, 8.0, np.inf])),
        sumbangan=sumbangan,
        bersama=np.array(daftar(st.booleans(), t)),
        ruang=np.array(daftar(SEPEREMPAT.map(lambda n: n + 0.25), t)),
        atap=atap,
        ruang_atap=np.array(daftar(SEPEREMPAT, 3)),
        butuh=tuple(p for p, k in zip(pasangan, pilih, strict=True) if k == "butuh"),
        bentrok=tuple(p for p, k in zip(pasangan, pilih, strict=True) if k == "bentrok"),
    )


@st.composite
def masalah_em_acak(draw: st.DrawFn) -> Masalah:
    """Draw such a choice where the recorded points must grow too, within two indikator of one klaster."""
    m = draw(masalah_acak())
    a = len(m.id)
    poin = np.array(draw(st.lists(SEPEREMPAT, min_size=a, max_size=a)))
    kelompok = np.array(draw(st.lists(st.integers(0, 1), min_size=a, max_size=a)))
    atap = np.stack([kelompok == 0, kelompok == 1, np.ones(a, dtype=bool)])
    ruang = np.array(draw(st.lists(SEPEREMPAT, min_size=3, max_size=3)))
    return replace(m, em=JarakEm(poin, atap, ruang, draw(st.sampled_from([0.0, 0.5, 2.0, 5.0]))))


@dataclass(frozen=True)
class Semua:
    """Every choice that is allowed (n, a), with what each adds at every place (n, t)."""

    pilih: np.ndarray
    tambah: np.ndarray

    @property
    def poin(self) -> np.ndarray:
        """What each choice adds on paper (n,)."""
        return self.tambah.sum(axis=1)

    def peluang(self, s: MasaDepan, ambang: float) -> np.ndarray:
        """Return the share of futures in which each choice reaches a total (n,)."""
        return (s.dasar[:, None] + s.tambah @ self.tambah.T >= ambang - 1e-6).mean(axis=0)

    def termurah(self, m: Masalah, cukup: np.ndarray) -> tuple[float, ...]:
        """Return the least cost, then hours, then positions, of the choices that are enough (n,)."""
        return min(map(tuple, self.ukuran(m)[cukup]))

    def ukuran(self, m: Masalah) -> np.ndarray:
        """Return cost or number, hours, and sum of positions of each choice (n, 3)."""
        utama = m.biaya if m.biaya.any() else np.ones(len(m.id))
        return (self.pilih @ np.stack([utama, m.jam, np.arange(1, len(m.id) + 1)], axis=1)).round(6)


def semua_rencana(m: Masalah) -> Semua:
    """Return every choice that is allowed, found without the solver and without the code under test."""
    p = np.array(list(itertools.product([0, 1], repeat=len(m.id))))
    boleh = p @ m.biaya <= m.anggaran + 1e-9
    for k, kapasitas in enumerate(m.kapasitas):
        boleh &= p[:, m.kantor == k] @ m.jam[m.kantor == k] <= kapasitas + 1e-9
    for a, b in m.butuh:
        boleh &= p[:, a] <= p[:, b]
    for a, b in m.bentrok:
        boleh &= p[:, a] + p[:, b] <= 1
    if m.em is not None:
        em = p * m.em.poin
        satu, dua = (np.minimum(em @ milik, batas) for milik, batas in zip(m.em.atap[:2], m.em.ruang[:2], strict=True))
        boleh &= np.minimum(satu + dua, m.em.ruang[2]) >= m.em.butuh - 1e-9
    p = p[boleh]
    tambah = p @ m.sumbangan.T
    for t in np.flatnonzero(m.bersama):
        milik = m.sumbangan[t] > 0
        tambah[:, t] = np.where(p[:, milik].all(axis=1), m.ruang[t], 0) if milik.any() else 0
    tambah = np.minimum(tambah, m.ruang)
    for milik, ruang in zip(m.atap, m.ruang_atap, strict=True):
        isi = tambah[:, milik].sum(axis=1)
        lebih = isi > ruang
        tambah[np.ix_(lebih, milik)] *= (ruang / isi[lebih])[:, None]
    return Semua(p.astype(bool), tambah)
