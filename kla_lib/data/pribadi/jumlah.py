"""Find which figures of a table add up to which: by their names, by their areas, and by arithmetic alone.

What hides a small count must not rest on how somebody spelt a name.  So rows
that are not known to belong together are taken to do so.
"""

import re
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from kla_lib.tabel.nama import kunci_nama

PEMISAH = re.compile(r"\s*(?::|;|\||>|/|\(| - |, )\s*")
"""What stands between the name of a sum and that of its part."""
KECIL = 10
"""In a group of at most so many rows every selection is tried; in a larger one chance alone would find sums."""
SEDANG = 14
"""In a group of at most so many rows two others are tried beside a small figure, else one."""
BESAR = 40
"""Of a group of more rows only names and areas tell what belongs together."""


@dataclass(frozen=True)
class Sel:
    """One figure of a table: what it counts, where, when, and the number.

    ukuran: its name, cut at what separates a sum from its part.  bagian: for a
    share the denominator, None for a count.
    """

    indikator: str
    ukuran: tuple[str, ...]
    wilayah: str
    tahun: int
    sumber: str
    bagian: float | None
    n: float


@dataclass(frozen=True)
class Jumlah:
    """Figures, by their places in the table, that are taken to add up to a number that is known.

    total: the place of their sum, None where it stands in no row.  nyata:
    whether the arithmetic holds; else the sum is only supposed to be known.
    dulu: whether an earlier publication tells the sum.
    """

    bagian: tuple[int, ...]
    total: int | None = None
    nyata: bool = False
    dulu: bool = False


def pisah_ukuran(ukuran: str) -> tuple[str, ...]:
    """Return the name of a measure as people see it, cut at what separates a sum from its part."""
    return tuple(b.rstrip(") ") for b in PEMISAH.split(kunci_nama(ukuran)) if b.strip(") "))


class DaftarJumlah:
    """The sums in which figures of a table may stand.

    sel: the figures by row, None where a row has none.  daerah: the area that
    holds the others; without it, the largest figure does where it is their sum.
    """

    def __init__(self, sel: Sequence[Sel | None], daerah: str = "") -> None:
        self._s = {i: x for i, x in enumerate(sel) if x is not None}
        bernama = list(_menurut_nama(self._s))
        self._jelas = {i for j in bernama if j.nyata for i in j.bagian}
        self._tetap = [*bernama, *_menurut_wilayah(self._s, daerah)]
        self._berurutan = list(_berurutan(self._s))

    def tentang(self, tersembunyi: Collection[int]) -> list[Jumlah]:
        """Return the sums by name and by area, and those that could tell of a hidden figure which no name explains."""
        samar = set(tersembunyi) - self._jelas
        runtun = [j for j in self._berurutan if samar.intersection((*j.bagian, j.total))]
        return list(dict.fromkeys([*self._tetap, *runtun, *_menurut_hitungan(self._s, samar, self._jelas)]))


def _kelompok(s: dict[int, Sel], kunci_of: Callable[[Sel], Hashable]) -> Iterable[list[int]]:
    hasil: dict[Hashable, list[int]] = {}
    for i, x in s.items():
        hasil.setdefault(kunci_of(x), []).append(i)
    return hasil.values()


def _menurut_nama(s: dict[int, Sel]) -> Iterator[Jumlah]:
    """Yield the parts of one name: "Kasus: fisik", "Kasus (psikis)" of "Kasus"."""
    for milik in _kelompok(s, lambda x: (x.wilayah, x.tahun, x.sumber, x.bagian is None)):
        ada = {s[i].ukuran: i for i in milik}
        keluarga: dict[tuple[str, ...], list[int]] = {}
        for i in milik:
            jalur = s[i].ukuran
            induk = {
                jalur[:-1],
                next((jalur[:n] for n in range(len(jalur) - 1, 0, -1) if jalur[:n] in ada), jalur[:-1]),
            }
            for nama in induk - {()}:
                keluarga.setdefault(nama, []).append(i)
        for nama, bagian in keluarga.items():
            total = ada.get(nama)
            jumlah = sum(s[i].n for i in bagian)
            penyebut = {s[i].bagian for i in bagian}
            if total is not None and _sama(s[total].n, jumlah):
                yield Jumlah(tuple(bagian), total, nyata=True)
            elif len(penyebut) == 1 and None not in penyebut and _sama(jumlah, penyebut.pop() or 0.0):
                yield Jumlah(tuple(bagian), nyata=True)
            elif len(bagian) > 1:
                yield Jumlah(tuple(bagian))


def _menurut_wilayah(s: dict[int, Sel], daerah: str) -> Iterator[Jumlah]:
    """Yield the areas of one measure, with the area that holds them all."""
    for milik in _kelompok(s, lambda x: (x.ukuran, x.tahun, x.sumber, x.bagian is None)):
        if len(milik) < 2:
            continue
        total = next((i for i in milik if daerah and s[i].wilayah == daerah), None)
        besar = max(milik, key=lambda i: s[i].n)
        jumlah = sum(s[i].n for i in milik)
        if total is None and len(milik) > 2 and _sama(2 * s[besar].n, jumlah):
            total = besar
        bagian = tuple(i for i in milik if i != total)
        if total is not None and _sama(2 * s[total].n, jumlah):
            yield Jumlah(bagian, total, nyata=True)
        elif len(bagian) > 1:
            yield Jumlah(bagian)


def _menurut_hitungan(s: dict[int, Sel], samar: set[int], jelas: Collection[int]) -> Iterator[Jumlah]:
    """Yield the sums of hidden figures that no name explains: what the numbers allow, and all that could belong."""
    for milik in _kelompok(s, lambda x: (x.indikator, x.tahun, x.wilayah)):
        if not samar.intersection(milik):
            continue
        yield from _pilihan(s, [i for i in milik if s[i].n > 0], samar)
        yield from _penyebut(s, milik, samar)
        lain = tuple(i for i in milik if i not in jelas and s[i].bagian is None)
        if len(lain) > 1 and samar.intersection(lain):
            yield Jumlah(lain)


def _berurutan(s: dict[int, Sel]) -> Iterator[Jumlah]:
    """Yield the runs of rows that add up to the row above or below them: how tables are written."""
    semua = [
        *_kelompok(s, lambda x: (x.indikator, x.tahun)),
        *_kelompok(s, lambda x: (x.indikator, x.tahun, x.wilayah)),
    ]
    for milik in semua:
        for urut in (milik, milik[::-1]) if len(milik) <= BESAR else ():
            for a, total in enumerate(urut):
                jumlah = 0.0
                for b in range(a + 1, len(urut)):
                    jumlah += s[urut[b]].n
                    if jumlah > s[total].n:
                        break
                    if b > a + 1 and _sama(jumlah, s[total].n):
                        yield Jumlah(tuple(sorted(urut[a + 1 : b + 1])), total, nyata=True)


def _pilihan(s: dict[int, Sel], milik: Sequence[int], samar: set[int]) -> Iterator[Jumlah]:
    """Yield the rows that add up to another: in a small group any, else few or all of them."""
    if len(milik) <= KECIL:
        for bagian, total in _semua_pilihan([s[i].n for i in milik]):
            if samar.intersection(milik[k] for k in (*bagian, total)):
                yield Jumlah(tuple(milik[k] for k in bagian), milik[total], nyata=True)
        return
    if len(milik) <= BESAR:
        yield from _pasangan(s, milik, samar)
    semua = sum(s[i].n for i in milik)
    for total in milik:
        if _sama(2 * s[total].n, semua):
            yield Jumlah(tuple(i for i in milik if i != total), total, nyata=True)


def _semua_pilihan(n: Sequence[float]) -> Iterator[tuple[list[int], int]]:
    """Yield every selection of two or more figures that add up to another one, by their places."""
    pilih = (np.arange(1 << len(n))[:, None] >> np.arange(len(n))) & 1
    jumlah, banyak = pilih @ np.array(n, dtype=float), pilih.sum(axis=1)
    for total, angka in enumerate(n):
        for k in np.flatnonzero((abs(jumlah - angka) < 1e-6) & (banyak > 1) & (pilih[:, total] == 0)):
            yield [int(i) for i in np.flatnonzero(pilih[k])], total


def _pasangan(s: dict[int, Sel], milik: Sequence[int], samar: set[int]) -> Iterator[Jumlah]:
    """Yield where a hidden figure and one or two rows add up to another, or two rows to a hidden figure."""
    menurut: dict[float, list[int]] = {}
    for i in milik:
        menurut.setdefault(s[i].n, []).append(i)
    for i in sorted(samar.intersection(milik)):
        lain = [k for k in milik if k != i]
        for bagian in (*combinations(lain, 1), *(combinations(lain, 2) if len(milik) <= SEDANG else ())):
            for total in menurut.get(s[i].n + sum(s[k].n for k in bagian), ()):
                if total not in bagian:
                    yield Jumlah(tuple(sorted((i, *bagian))), total, nyata=True)
        for k in lain:
            for kedua in menurut.get(s[i].n - s[k].n, ()):
                if kedua > k and kedua != i:
                    yield Jumlah((k, kedua), i, nyata=True)


def _penyebut(s: dict[int, Sel], milik: Sequence[int], samar: set[int]) -> Iterator[Jumlah]:
    """Yield the numerators that add up to their one denominator."""
    bagi: dict[float, list[int]] = {}
    for i in milik:
        penyebut = s[i].bagian
        if penyebut is not None and s[i].n > 0:
            bagi.setdefault(penyebut, []).append(i)
    for penyebut, daftar in bagi.items():
        banyak = range(2, len(daftar) + 1) if len(daftar) <= KECIL else sorted({2, len(daftar)})
        for n in banyak:
            for bagian in combinations(daftar, n):
                if samar.intersection(bagian) and _sama(sum(s[i].n for i in bagian), penyebut):
                    yield Jumlah(bagian, nyata=True)


def _sama(a: float, b: float) -> bool:
    return abs(a - b) < 1e-6
