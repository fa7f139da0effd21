"""Draw documents for two readers, each with a chance proportional to the points that rest on it."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from kla_lib.data.buku import Buku
from kla_lib.data.catatan_mini import Terundi
from kla_lib.data.dokumen import milik_siklus_lain
from kla_lib.scoring.perkiraan.susunan import Susunan

NYARIS = 1e-9
"""How near to certain a chance is taken for certain: sums of points carry rounding."""


@dataclass(frozen=True)
class Calon:
    """A document that can be drawn.

    poin: the recorded points that rest on it.  A question that rests on
    several documents gives each an equal part, and a document that serves
    several questions adds up its parts: over all documents every point counts
    once.  status: as the forecast takes it.  kode: the questions.
    """

    id_dokumen: str
    poin: float
    status: str
    kode: tuple[str, ...]


def kerangka(susunan: Susunan) -> tuple[Calon, ...]:
    """Return the documents on which recorded points rest, in the order of the form.

    Only those that decide a question: its required ones, else its optional ones.
    """
    poin: dict[str, float] = {}
    status: dict[str, str] = {}
    kode: dict[str, list[str]] = {}
    for unit, nilai, milik in zip(susunan.kode, susunan.nilai, susunan.penentu, strict=True):
        for id_dokumen, s in milik if nilai > 0 else ():
            poin[id_dokumen] = poin.get(id_dokumen, 0.0) + float(nilai) / len(milik)
            status[id_dokumen] = s
            kode.setdefault(id_dokumen, []).append(unit)
    return tuple(Calon(d, p, status[d], tuple(kode[d])) for d, p in poin.items())


def siklus_lain(buku: Buku) -> frozenset[str]:
    """Return the documents on which nothing of this cycle may rest, whatever a reader finds in them."""
    if buku.data_dukung is None:
        return frozenset()
    tahun = buku.keterangan.tahun_evaluasi
    return frozenset(str(d.id_dokumen) for d in buku.data_dukung.itertuples() if milik_siklus_lain(d, tahun))


def benih_sampel(hash_buku: str, rapat: str) -> int:
    """Return the seed that the same book and the same meeting always give."""
    return int.from_bytes(hashlib.sha256(f"{hash_buku}\n{rapat}".encode()).digest()[:8], "big")


def draw_sampel(calon: Sequence[Calon], banyak: int, benih: int) -> tuple[Terundi, ...]:
    """Return `banyak` documents, each at most once, with the chance that each had; all where there are not more.

    Systematic draw with chance n·x/Σx over the documents in random order: one
    random start, then equal steps along the summed points.  A document with
    at least one step of points is taken for certain, and the rest is drawn
    among the others.
    """
    if banyak < 1:
        raise ValueError("a sample has at least one document")
    poin = np.array([c.poin for c in calon], dtype=float)
    peluang = peluang_terundi(poin, banyak)
    acak = np.random.default_rng([benih, 0])
    urut = acak.permutation(len(poin))
    kira = urut[peluang[urut] < 1]
    jumlah = round(float(peluang[kira].sum()))
    tepi = np.cumsum(peluang[kira])
    tepi[-1:] = jumlah  # against rounding: the last step must not fall behind the last document
    terpilih = kira[np.searchsorted(tepi, acak.random() + np.arange(jumlah), side="right")]
    pilih = sorted([*np.flatnonzero(peluang == 1), *terpilih])
    return tuple(Terundi(id_dokumen=calon[i].id_dokumen, poin=calon[i].poin, peluang=float(peluang[i])) for i in pilih)


def peluang_terundi(poin: Sequence[float] | np.ndarray, banyak: int) -> np.ndarray:
    """Return for each document (n,) the chance of being among `banyak`; they add to that number, or to all."""
    x = np.asarray(poin, dtype=float)
    peluang = np.ones(len(x))
    sisa = np.ones(len(x), dtype=bool)
    while sisa.any():
        n = banyak - int((~sisa).sum())
        if n >= sisa.sum():
            return np.ones(len(x))
        p = n * x / x[sisa].sum()
        pasti = sisa & (p >= 1 - NYARIS)
        if not pasti.any():
            peluang[sisa] = p[sisa]
            return peluang
        sisa &= ~pasti
    return peluang


def urutan_baca(sampel: Sequence[Terundi], benih: int, pembaca: str) -> tuple[str, ...]:
    """Return the ids of a sample in a reader's own order: tired eyes then meet other documents."""
    acak = np.random.default_rng([benih, 1 + ord(pembaca)])
    return tuple(sampel[int(i)].id_dokumen for i in acak.permutation(len(sampel)))
