"""Between which weights an order stays: exact, one weight moved, its siblings rescaled in proportion.

With what is there of a unit its value is (a + bt) / (c + dt) in the weight t
that moves; two units are level where a quadratic equation has its roots.  Of
geometric means the same holds of the logarithm.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from kla_lib.rules.indeks import Agregasi
from kla_lib.scoring.indeks.bobot import bagian_bobot
from kla_lib.scoring.indeks.hitung import HasilIndeks
from kla_lib.scoring.indeks.ragam import Nomor
from kla_lib.scoring.nilai.nilai import Larik
from kla_lib.scoring.skenario.pembobotan import SEMUA

SAMA = 1e-12
TEPI = 1e-6
"""An end so close to 0 or 1 is 0 or 1: there a unit may be left with nothing, which rounding makes a root."""


@dataclass(frozen=True)
class _Pecahan:
    """The value of every unit as (a + bt) / (c + dt)."""

    a: Larik
    b: Larik
    c: Larik
    d: Larik


@np.errstate(divide="ignore", invalid="ignore", over="ignore")  # a geometric mean of 0 stays 0 and meets nothing
def selang_bobot(hasil: HasilIndeks, satuan: Sequence[object] | None = None, induk: str | None = None) -> pd.DataFrame:
    """Return for each weight between which shares (0 to 1) of its siblings the order of units stays.

    satuan: the units whose order must stay, e.g. two; by default all that have
    a value.  induk: only the weights of one parent.  The order is that of the unrounded values; units that are level
    now have none to keep.  One row per weight (induk, anak), induk SEMUA for the
    klaster: bagian, bawah, atas, and lawan_bawah, lawan_atas: the pair that is
    level at that end, None where the end is 0 or 1.  What has a value under the
    index as it is written is held to have one.  A measure's interval is empty
    where klaster and index are put together in different ways: it has no
    closed form.
    """
    dipilih = hasil.nilai.dropna().index if satuan is None else pd.Index(list(satuan))
    semua, agregasi = bagian_bobot(hasil.indeks), hasil.indeks.agregasi
    klaster = _bentuk(hasil.klaster.loc[dipilih].to_numpy(float) / hasil.indeks.skala, agregasi.indeks)
    w = np.array([semua[SEMUA][k] for k in hasil.klaster])
    baris: dict[tuple[str, str], tuple[object, ...]] = {}
    for i in semua if induk is None else [induk]:
        anak, b = list(semua[i]), np.array(list(semua[i].values()))
        if i != SEMUA:
            x = _bentuk(hasil.normalisasi.tabel.loc[dipilih, anak].to_numpy(float), agregasi.klaster)
        for n, k in enumerate(anak):
            gerak = None
            if i == SEMUA:
                gerak = _geser(klaster, b, n)
            elif agregasi.klaster == agregasi.indeks:
                gerak = _bawa(_geser(x, b, n), klaster, w, list(hasil.klaster).index(i))
            baris[(i, k)] = _baris(gerak, float(b[n]), dipilih, len(b))
    tabel = pd.DataFrame(
        list(baris.values()), columns=["bagian", "bawah", "atas", "lawan_bawah", "lawan_atas"], dtype=object
    )
    tabel.index = pd.MultiIndex.from_tuples(list(baris), names=["induk", "anak"])
    return tabel.astype({"bagian": float, "bawah": float, "atas": float})


def _bentuk(isi: Larik, cara: Agregasi) -> Larik:
    """Return figures of which the mean is a weighted sum."""
    hasil: Larik = np.log(isi) if cara == "geometrik" else isi
    return hasil


def _geser(isi: Larik, bobot: Larik, n: int) -> _Pecahan:
    """Return the mean of what is there (units, children) while the n-th weight moves."""
    ada = ~np.isnan(isi)
    lain = np.delete(bobot, n)
    lain = lain / lain.sum() if lain.sum() > SAMA else lain
    dikali = np.where(np.delete(ada, n, axis=1) & (lain > 0), np.delete(isi, n, axis=1), 0.0) * lain
    a, c = dikali.sum(axis=1), np.delete(ada, n, axis=1) @ lain
    sendiri = np.where(ada[:, n], isi[:, n], 0.0)
    return _Pecahan(a, sendiri - a, c, ada[:, n] - c)


def _bawa(gerak: _Pecahan, klaster: Larik, bobot: Larik, n: int) -> _Pecahan:
    """Return the index while a weight inside the n-th klaster moves that klaster's value."""
    ada = ~np.isnan(klaster) & (bobot > 0)
    jumlah = ada @ bobot
    sisa = np.where(ada, klaster, 0.0) * bobot
    lain, w = np.delete(sisa, n, axis=1).sum(axis=1), np.where(ada[:, n], bobot[n], 0.0)
    tetap = w == 0
    return _Pecahan(
        np.where(tetap, lain, lain * gerak.c + w * gerak.a),
        np.where(tetap, 0.0, lain * gerak.d + w * gerak.b),
        np.where(tetap, jumlah, jumlah * gerak.c),
        np.where(tetap, 0.0, jumlah * gerak.d),
    )


def _baris(gerak: _Pecahan | None, kini: float, satuan: pd.Index, saudara: int) -> tuple[object, ...]:
    if gerak is None:
        return kini, np.nan, np.nan, None, None
    if saudara == 1 or kini > 1 - SAMA:  # no sibling that could take or give
        return kini, kini, kini, None, None
    nilai = (gerak.a + gerak.b * kini) / (gerak.c + gerak.d * kini)
    atas, bawah = np.nonzero(nilai[:, None] - nilai[None, :] > SAMA)
    akar = _akar(gerak, atas, bawah)
    rendah = np.where(akar < kini, akar, -np.inf).max(axis=0, initial=-np.inf)
    tinggi = np.where(akar > kini, akar, np.inf).min(axis=0, initial=np.inf)

    def lawan(letak: int) -> tuple[object, object]:
        return satuan[atas[letak]], satuan[bawah[letak]]

    kiri, kanan = rendah.max(initial=0.0), tinggi.min(initial=1.0)
    kiri, kanan = kiri if kiri > TEPI else 0.0, kanan if kanan < 1 - TEPI else 1.0
    return (
        kini,
        float(kiri),
        float(kanan),
        lawan(int(rendah.argmax())) if kiri > 0 else None,
        lawan(int(tinggi.argmin())) if kanan < 1 else None,
    )


def _akar(p: _Pecahan, i: Nomor, j: Nomor) -> Larik:
    """Return (2, pairs): the weights at which the units i and j are level; not finite where there is none."""
    kuadrat = p.b[i] * p.d[j] - p.b[j] * p.d[i]
    lurus = p.a[i] * p.d[j] + p.b[i] * p.c[j] - p.a[j] * p.d[i] - p.b[j] * p.c[i]
    tetap = p.a[i] * p.c[j] - p.a[j] * p.c[i]
    q = -(lurus + np.copysign(np.sqrt(lurus**2 - 4 * kuadrat * tetap), lurus)) / 2
    akar = np.array([q / kuadrat, tetap / q])
    return np.where(np.isfinite(akar), akar, np.nan)
