"""Tell which hidden figures can be worked back, from what they add up to."""

from collections.abc import Collection, Iterator, Mapping, Sequence

import numpy as np

from kla_lib.data.pribadi.jumlah import Jumlah

BANYAK_SEL, SEKALIGUS = 24, 6
"""From so many figures on, so many directions are tried for all of them at once, before each on its own."""
TERBANYAK = 30
"""How many figures are tried on their own; where more stay in doubt, they are taken to be readable."""


def sel_terbaca(
    n: Mapping[int, float],
    tersembunyi: Collection[int],
    jumlah: Sequence[Jumlah],
    banyak: int,
    aman: Collection[int] = (),
) -> set[int]:
    """Return the hidden figures for which fewer than `banyak` whole numbers are left.

    n: the figures by their places.  Whoever works back knows every sum, and
    that a hidden figure is no zero, because zeros are shown.  aman: figures
    that need not be looked at.
    """
    hasil: set[int] = set()
    for sel, persamaan in _bagian(tersembunyi, jumlah):
        satu_satu = {i for p in persamaan for i in _terbaca_sendiri(n, p, banyak)}
        if not satu_satu and len(persamaan) > 1:
            satu_satu = _dengan_program(n, sel, persamaan, banyak, aman)
        hasil |= satu_satu
    return hasil


def _terbaca_sendiri(n: Mapping[int, float], persamaan: Mapping[int, int], banyak: int) -> Collection[int]:
    """Return the figures that one equation alone leaves too few values."""
    if len(persamaan) > 1 and min(persamaan.values()) < 0:
        return ()  # a hidden sum moves with its parts
    longgar = sum(n[i] - _paling_kecil(n, i) for i in persamaan)
    return persamaan.keys() if len(persamaan) < 2 or longgar < banyak - 1 else ()


def _paling_kecil(n: Mapping[int, float], i: int) -> float:
    return min(1.0, n[i])


def _bagian(tersembunyi: Collection[int], jumlah: Sequence[Jumlah]) -> Iterator[tuple[list[int], list[dict[int, int]]]]:
    """Yield the hidden figures that hang together, with the equations that tie them: 1 for a part, -1 for a sum."""
    persamaan = []
    for j in jumlah:
        satu = {i: 1 for i in j.bagian if i in tersembunyi}
        if j.nyata and j.total is not None and j.total in tersembunyi:
            satu[j.total] = -1
        if satu:
            persamaan.append(satu)
    sisa = [dict(t) for t in dict.fromkeys(tuple(sorted(p.items())) for p in persamaan)]
    while sisa:
        milik = [sisa.pop(0)]
        sel = set(milik[0])
        while sambung := [p for p in sisa if sel & p.keys()]:
            milik += sambung
            sel.update(*sambung)
            sisa = [p for p in sisa if p not in sambung]
        yield sorted(sel), milik


def _dengan_program(
    n: Mapping[int, float],
    sel: Sequence[int],
    persamaan: Sequence[Mapping[int, int]],
    banyak: int,
    aman: Collection[int],
) -> set[int]:
    """Return the figures that several equations leave too few values, by an integer programme over them."""
    from scipy.optimize import Bounds, LinearConstraint, milp  # most tables need none

    a = np.array([[p.get(i, 0) for i in sel] for p in persamaan], dtype=float)
    benar = np.array([n[i] for i in sel])
    ikatan = LinearConstraint(a, a @ benar, a @ benar)
    batas = Bounds(np.minimum(1.0, benar), np.maximum(benar * 3, benar + 100))
    bulat = bool((benar == np.round(benar)).all())
    terendah, tertinggi = benar.copy(), benar.copy()

    def coba(biaya: np.ndarray) -> None:
        for utuh in (False, True):  # without asking for whole numbers most answers are whole all the same
            x = milp(biaya, constraints=ikatan, bounds=batas, integrality=np.full(len(sel), utuh and bulat)).x
            if x is not None and (utuh or not bulat or np.allclose(x, np.round(x), atol=1e-6, rtol=0)):
                x = np.round(x) if bulat else x
                np.minimum(terendah, x, out=terendah)
                np.maximum(tertinggi, x, out=tertinggi)
                return

    perlu = np.array([i not in aman for i in sel])
    if perlu.sum() > BANYAK_SEL:
        for biaya in np.random.default_rng(0).normal(size=(SEKALIGUS, len(sel))):
            coba(biaya)
            coba(-biaya)
    ragu = np.flatnonzero(perlu & (tertinggi - terendah < banyak - 1))
    for k in ragu if len(ragu) <= TERBANYAK else ():
        for arah in (1.0, -1.0):
            if tertinggi[k] - terendah[k] < banyak - 1:
                coba(arah * np.eye(len(sel))[k])
    return {sel[int(k)] for k in ragu if tertinggi[k] - terendah[k] < banyak - 1}
