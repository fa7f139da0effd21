"""Find the cheapest choice of actions on paper, and the most that any choice can bring."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from kla_lib.scoring.nilai.nilai import Larik
from kla_lib.scoring.rencana.masalah import Masalah, Pilihan, boleh, poin_tempat
from kla_lib.tanpa_cetakan import tanpa_cetakan

if TYPE_CHECKING:
    from scipy.optimize import LinearConstraint

TELITI = 1e-6
"""What the solver takes for equal, in poin and in units of the dearest action."""

OPTIMAL, TIDAK_ADA = 0, 2

LANGKAH_TERBANYAK = 20_000
"""How many steps of cost or hours one aim may hold and still be exact for the solver."""

ULANG = 200
"""How often a choice is struck out and another one asked for, before giving up unproven."""


@dataclass
class Syarat:
    """Linear conditions on the columns [actions, places, further ones], as rows of a sparse matrix."""

    baris: list[int] = field(default_factory=list)
    kolom: list[int] = field(default_factory=list)
    isi: list[float] = field(default_factory=list)
    bawah: list[float] = field(default_factory=list)
    atas: list[float] = field(default_factory=list)

    def tambah(self, suku: Iterable[tuple[int, float]], bawah: float = -np.inf, atas: float = np.inf) -> None:
        """Add bawah ≤ Σ isi × kolom ≤ atas."""
        for kolom, isi in suku:
            self.baris.append(len(self.bawah))
            self.kolom.append(kolom)
            self.isi.append(isi)
        self.bawah.append(bawah)
        self.atas.append(atas)

    def coret(self, pilih: Pilihan) -> None:
        """Allow every choice of actions but this one."""
        self.tambah([(n, -1.0 if ya else 1.0) for n, ya in enumerate(pilih)], bawah=1.0 - float(pilih.sum()))

    def salin(self) -> "Syarat":
        """Return a copy to add to."""
        return Syarat([*self.baris], [*self.kolom], [*self.isi], [*self.bawah], [*self.atas])

    def kendala(self, lebar: int) -> "LinearConstraint":
        """Return the conditions in the solver's form."""
        bentuk = (len(self.bawah), lebar)
        from scipy.optimize import LinearConstraint
        from scipy.sparse import csr_array

        return LinearConstraint(csr_array((self.isi, (self.baris, self.kolom)), shape=bentuk), self.bawah, self.atas)


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
    return s


def _hanya_bila_perlu(m: Masalah, s: Syarat) -> None:
    """An action without points of its own is done only for one that needs it."""
    for n in np.flatnonzero(~(m.sumbangan > 0).any(axis=0)):
        s.tambah([(int(n), 1.0), *((satu, -1.0) for satu, lain in m.butuh if lain == n)], atas=0.0)


def selesaikan(
    m: Masalah, tujuan: Larik, syarat: Syarat, tambahan: int = 0, detik: float | None = None
) -> tuple[Larik | None, bool]:
    """Return the columns that minimise `tujuan`, with whether that is proven; None where there is no choice.

    Columns: actions (0 or 1), points per place, then `tambahan` more of 0 or 1.
    With a time limit None can also mean that none was found, which is not proven.
    The problem is not simplified beforehand: that is no faster here, and the
    solver then writes remarks of its own to the terminal.
    """
    a, t = len(m.id), len(m.ruang)
    lebar = a + t + tambahan
    bulat = np.r_[np.ones(a), np.zeros(t), np.ones(tambahan)]
    atas = np.r_[np.ones(a), m.ruang, np.ones(tambahan)]
    if lebar == 0:
        return (np.zeros(0), True) if all(b <= 0 for b in syarat.bawah) else (None, True)
    # Imported here: scipy takes most of a second, and every kernel of a batch would pay for it.
    from scipy.optimize import Bounds, milp

    with tanpa_cetakan():
        hasil = milp(
            tujuan,
            integrality=bulat,
            bounds=Bounds(0.0, atas),
            constraints=syarat.kendala(lebar) if syarat.bawah else None,
            options={"mip_rel_gap": 0.0, "presolve": False} | ({} if detik is None else {"time_limit": detik}),
        )
    if hasil.x is None:
        return None, hasil.status == TIDAK_ADA
    return np.asarray(hasil.x, dtype=float), hasil.status == OPTIMAL


def cheapest_on_paper(m: Masalah, butuh_poin: float) -> Solusi | None:
    """Return the cheapest choice that adds at least butuh_poin, or None where none does.

    Cheapest: least `m.utama`, then fewest hours, then the smallest sum of
    positions in the sorted ids, so that the same book always gives the same plan.
    """
    if butuh_poin <= 0:
        return Solusi(np.zeros(len(m.id), dtype=bool), True)
    syarat = syarat_masalah(m)
    syarat.tambah([(len(m.id) + t, 1.0) for t in range(len(m.ruang))], bawah=butuh_poin)
    return berurutan(m, syarat, lambda pilih: float(poin_tempat(m, pilih).sum()) >= butuh_poin - 10 * TELITI)


def most_on_paper(m: Masalah) -> Solusi:
    """Return the choice that adds most points, and of those the cheapest."""
    a, t = len(m.id), len(m.ruang)
    x, terbukti = selesaikan(m, np.r_[np.zeros(a), -np.ones(t)], syarat_masalah(m))
    if x is None:
        raise ValueError("choosing nothing is always a choice")
    terbanyak = float(poin_tempat(m, x[:a] > 0.5).sum())
    murah = cheapest_on_paper(m, terbanyak - 2 * TELITI)
    return Solusi(x[:a] > 0.5, terbukti) if murah is None else Solusi(murah.pilih, terbukti and murah.terbukti)


def berurutan(
    m: Masalah, syarat: Syarat, cukup: Callable[[Pilihan], bool], tambahan: int = 0, detik: float | None = None
) -> Solusi | None:
    """Return the cheapest choice in the order of `cheapest_on_paper`, or None where there is none.

    Each aim is minimised with the earlier ones held.  A choice counts only if
    `cukup`, which counts exactly, says that it is enough; the conditions may
    let more pass, and such a choice is struck out and the solver asked again.
    """
    terbaik, pasti = None, True
    syarat, tujuan = syarat.salin(), tujuan_berurutan(m)
    for n, (ukuran, beda) in enumerate(tujuan):
        pilih, terbukti = _pilih(m, ukuran, syarat, cukup, tambahan, detik)
        pasti = pasti and terbukti
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
    detik: float | None,
) -> tuple[Pilihan | None, bool]:
    """Return the choice with the least `ukuran` that is allowed and enough, with whether that is proven.

    A choice that only the rounding of the solver let pass is struck out of `syarat`.
    """
    a = len(m.id)
    for _kali in range(ULANG):
        x, terbukti = selesaikan(m, np.r_[ukuran, np.zeros(len(m.ruang) + tambahan)], syarat, tambahan, detik)
        if x is None:
            return None, terbukti
        pilih = x[:a] > 0.5
        if boleh(m, pilih) and cukup(pilih):
            return pilih, terbukti
        syarat.coret(pilih)
    return None, False


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
