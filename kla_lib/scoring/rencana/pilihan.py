"""Find the cheapest choice of actions on paper, and the most that any choice can bring."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from kla_lib.scoring.nilai.nilai import Larik
from kla_lib.scoring.rencana.masalah import Masalah, Pilihan, boleh, poin_tempat
from kla_lib.scoring.rencana.pemecah import KERJA, Jatah, Syarat, selesaikan

TELITI = 1e-6
"""What the solver takes for equal, in poin and in units of the dearest action."""

LANGKAH_TERBANYAK = 20_000
"""How many steps of cost or hours one aim may hold and still be exact for the solver."""


@dataclass(frozen=True)
class Solusi:
    """A choice of actions; `terbukti`: the solver proved that none is better in what was asked first."""

    pilih: Pilihan
    terbukti: bool


def syarat_masalah(m: Masalah) -> Syarat:
    """Return the conditions of a choice on the columns [actions (a), points added at each place (t)]."""
    s, a = Syarat(), len(m.id)
    for t, sumbangan in enumerate(m.sumbangan):
        milik = np.flatnonzero(sumbangan)
        if m.bersama[t] and len(milik):
            for n in milik:
                s.tambah([(a + t, 1.0), (int(n), -float(m.ruang[t]))], atas=0.0)
        else:
            s.tambah([(a + t, 1.0), *((int(n), -float(sumbangan[n])) for n in milik)], atas=0.0)
    for milik, ruang in zip(m.atap, m.ruang_atap, strict=True):
        s.tambah([(a + int(t), 1.0) for t in np.flatnonzero(milik)], atas=float(ruang))
    for satu, lain in m.butuh:
        s.tambah([(satu, 1.0), (lain, -1.0)], atas=0.0)
    _hanya_bila_perlu(m, s)
    for satu, lain in m.bentrok:
        s.tambah([(satu, 1.0), (lain, 1.0)], atas=1.0)
    for k, kapasitas in enumerate(m.kapasitas):
        if np.isfinite(kapasitas):
            s.tambah([(int(n), float(m.jam[n])) for n in np.flatnonzero(m.kantor == k)], atas=float(kapasitas))
    if np.isfinite(m.anggaran):
        satuan = max(float(m.biaya.max(initial=0.0)), 1.0)
        s.tambah([(n, float(b) / satuan) for n, b in enumerate(m.biaya) if b], atas=m.anggaran / satuan)
    if m.em is not None and m.em.terbuka:
        for faktor, butuh in m.em.syarat():
            _tambah_em(s, faktor, butuh)
    return s


def _tambah_em(s: Syarat, faktor: Larik, butuh: float) -> None:
    s.tambah([(n, float(f)) for n, f in enumerate(faktor) if f], bawah=butuh)


def tanpa_em(m: Masalah) -> Masalah:
    """Return the same choice with nothing asked of the recorded points."""
    return replace(m, em=None)


def bisa_menutup_em(m: Masalah) -> bool:
    """Whether some choice closes the distance of the recorded points to the target."""
    if m.em is None or not m.em.terbuka:
        return True
    return cheapest_on_paper(m, 0.0) is not None


def _hanya_bila_perlu(m: Masalah, s: Syarat) -> None:
    """An action without points of its own, and none that the EM needs, is done only for one that needs it."""
    berpoin = (m.sumbangan > 0).any(axis=0)
    if m.em is not None and m.em.terbuka:
        berpoin = berpoin | (m.em.poin > 0)
    for n in np.flatnonzero(~berpoin):
        s.tambah([(int(n), 1.0), *((satu, -1.0) for satu, lain in m.butuh if lain == n)], atas=0.0)


def cheapest_on_paper(m: Masalah, butuh_poin: float) -> Solusi | None:
    """Return the cheapest choice that adds at least butuh_poin, or None where none does.

    Cheapest: least `m.utama`, then fewest hours, then the smallest sum of
    positions in the sorted ids, so that the same book always gives the same plan.
    Every choice closes the distance of the EM first (see `Masalah.em`).
    """
    if butuh_poin <= 0 and not (m.em is not None and m.em.terbuka):
        return Solusi(np.zeros(len(m.id), dtype=bool), True)
    syarat = syarat_masalah(m)
    syarat.tambah([(len(m.id) + t, 1.0) for t in range(len(m.ruang))], bawah=butuh_poin)
    return berurutan(m, syarat, lambda pilih: float(poin_tempat(m, pilih).sum()) >= butuh_poin - 10 * TELITI)


def most_on_paper(m: Masalah) -> Solusi:
    """Return the choice that adds most points, and of those the cheapest."""
    paling = _terbanyak(m)
    murah = cheapest_on_paper(m, float(poin_tempat(m, paling.pilih).sum()) - 2 * TELITI)
    return paling if murah is None else Solusi(murah.pilih, paling.terbukti and murah.terbukti)


def most_points(m: Masalah) -> float:
    """Return how many points a choice can add at most, whatever it costs."""
    return float(poin_tempat(m, _terbanyak(m).pilih).sum())


def _terbanyak(m: Masalah) -> Solusi:
    """Return a choice that adds most points, whatever it costs; nothing is always a choice."""
    a, t = len(m.id), len(m.ruang)
    x, terbukti = selesaikan(m, np.r_[np.zeros(a), -np.ones(t)], syarat_masalah(m), Jatah())
    return Solusi(np.zeros(a, dtype=bool), False) if x is None else Solusi(x[:a] > 0.5, terbukti)


def berurutan(
    m: Masalah, syarat: Syarat, cukup: Callable[[Pilihan], bool], tambahan: int = 0, kerja: int = KERJA
) -> Solusi | None:
    """Return the cheapest choice in the order of `cheapest_on_paper`, or None where there is none.

    Each aim is minimised with the earlier ones held.  A choice counts only if
    `cukup`, which counts exactly, says that it is enough; the conditions may
    let more pass, and such a choice is struck out and the solver asked again.
    kerja: how much work all of it may take.  Where that ends first, the best
    choice found is returned, not `terbukti`: the one with most points where
    the solver has none.
    """
    terbaik, pasti, jatah = None, True, Jatah(kerja)
    syarat, tujuan = syarat.salin(), tujuan_berurutan(m)
    for n, (ukuran, beda) in enumerate(tujuan):
        pilih, terbukti = _pilih(m, ukuran, syarat, cukup, tambahan, jatah)
        pasti = pasti and terbukti
        if pilih is None and terbaik is None and not terbukti:
            paling = _terbanyak(m).pilih
            pilih = paling if boleh(m, paling) and cukup(paling) else None
        if pilih is not None and (terbaik is None or all(u @ pilih <= u @ terbaik + b / 2 for u, b in tujuan[:n])):
            terbaik = pilih
        if terbaik is None:
            return None
        syarat.tambah([(k, float(u)) for k, u in enumerate(ukuran) if u], atas=float(ukuran @ terbaik) + beda / 2)
    return None if terbaik is None else Solusi(terbaik, pasti)


def _pilih(
    m: Masalah,
    ukuran: Larik,
    syarat: Syarat,
    cukup: Callable[[Pilihan], bool],
    tambahan: int,
    jatah: Jatah,
) -> tuple[Pilihan | None, bool]:
    """Return the choice with the least `ukuran` that is allowed and enough, with whether that is proven.

    A choice that only the rounding of the solver let pass is struck out of `syarat`.
    """
    while True:
        x, terbukti = selesaikan(m, np.r_[ukuran, np.zeros(len(m.ruang) + tambahan)], syarat, jatah, tambahan)
        if x is None:
            return None, terbukti
        pilih = x[: len(m.id)] > 0.5
        if boleh(m, pilih) and cukup(pilih):
            return pilih, terbukti
        if m.em is not None and not m.em.cukup(pilih):
            _tambah_em(syarat, *m.em.syarat_pilihan(pilih))
        else:
            syarat.coret(pilih)


def tujuan_berurutan(m: Masalah) -> list[tuple[Larik, float]]:
    """Return what is minimised one after the other (each (a,)), with the smallest difference that matters in it.

    Cost (or number) and hours become one aim where both come in whole steps
    that are not too many: a step of cost weighs more than all hours together.
    """
    urutan = np.arange(1.0, len(m.id) + 1), 1.0
    langkah, langkah_jam = _langkah(m.utama, 1.0), _langkah(m.jam, 0.25)
    if langkah and langkah_jam:
        harga, jam = m.utama / langkah, m.jam / langkah_jam
        if max(harga.sum(), jam.sum()) <= LANGKAH_TERBANYAK:
            beda = 1.0 / (1.0 + float(jam.sum()))
            return [(harga + beda * jam, beda), urutan]
    skala = max(float(m.utama.max(initial=0.0)), 1.0)
    return [(m.utama / skala, TELITI), (m.jam, TELITI), urutan]


def _langkah(ukuran: Larik, satuan: float) -> float:
    """Return the largest step of which all amounts are multiples, 0 where they are not multiples of the unit."""
    kali = ukuran / satuan
    bulat = np.round(kali).astype(np.int64)
    return max(int(np.gcd.reduce(bulat, initial=0)), 1) * satuan if np.allclose(kali, bulat, rtol=0, atol=1e-9) else 0.0
