"""Find marks that look copied between regions: a reason to ask, never a proof."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from kla_lib.scoring.nilai.nilai import Larik
from kla_lib.scoring.provinsi.ringkasan import RingkasDaerah

BAGIAN_SAMA = 0.75
"""From this share of equal partial marks on two regions are asked about, if that is also far from chance."""
JAUH = 5.0
"""How many standard deviations above chance that is."""
SOAL_TERSEDIKIT, DAERAH_TERSEDIKIT = 20, 8
"""Fewer questions say nothing of a pair; among fewer regions chance cannot be told, and nine in ten must be equal."""
TANPA_PEMBANDING = 0.9
JUDUL_BERSAMA = 5
"""From so many titles on that hardly any other region has, documents look copied."""
LANGKA = 0.1
PENUH = 0.98
"""From this share of full marks on everything stands at the maximum."""


@dataclass(frozen=True)
class Pasangan:
    """Two regions whose marks or documents look alike.

    sama of banyak: questions at which both gave part of the points, and the
    same part.  kebetulan: how many of them would be equal by chance, None
    among too few regions to tell.  judul, berkas: titles of documents, and
    files to the byte, that both have and hardly any other region.
    """

    a: str
    b: str
    sama: int
    banyak: int
    kebetulan: float | None
    judul: int
    berkas: int


@dataclass(frozen=True)
class SerbaPenuh:
    """A region that claims the maximum nearly everywhere: so many of its questions."""

    id: str
    penuh: int
    banyak: int


def serba_penuh(daerah: Sequence[RingkasDaerah], maksimal: Larik) -> list[SerbaPenuh]:
    """Return the regions of which PENUH of the marks are the maximum; maksimal (n_pertanyaan): poin."""
    hasil = []
    for d in daerah:
        ada = ~np.isnan(d.klaim) & (maksimal > 0)
        penuh = int((d.klaim[ada] >= maksimal[ada]).sum())
        if ada.sum() >= SOAL_TERSEDIKIT and penuh >= PENUH * ada.sum():
            hasil.append(SerbaPenuh(d.id, penuh, int(ada.sum())))
    return hasil


def pasangan_mirip(daerah: Sequence[RingkasDaerah], maksimal: Larik) -> list[Pasangan]:
    """Return the pairs that look copied, most alike first.

    Full marks and none are left out: good regions share those.  Chance is that
    of two other regions of the list with part of the points at a question.
    """
    if len(daerah) < 2:
        return []
    klaim = np.stack([d.klaim for d in daerah])
    sebagian = (klaim > 0) & (klaim < maksimal)
    bersama = sebagian.astype(np.float32) @ sebagian.T.astype(np.float32)
    sama, harap, ragam = (np.zeros((len(daerah),) * 2) for _n in range(3))
    for n in range(klaim.shape[1]):
        ada = sebagian[:, n]
        if ada.sum() < 2:
            continue
        pasang = np.outer(ada, ada)
        sama += pasang & (klaim[:, n, None] == klaim[None, :, n])
        p = _peluang_sama(klaim[ada, n])
        harap += pasang * p
        ragam += pasang * p * (1 - p)
    judul, berkas = _langka([d.judul for d in daerah]), _langka([d.berkas for d in daerah])
    hasil = []
    for a in range(len(daerah)):
        for b in range(a + 1, len(daerah)):
            banyak, s = int(bersama[a, b]), int(sama[a, b])
            titel, sama_berkas = len(judul[a] & judul[b]), len(berkas[a] & berkas[b])
            if _mirip(s, banyak, harap[a, b], ragam[a, b], len(daerah)) or titel >= JUDUL_BERSAMA or sama_berkas:
                kebetulan = float(harap[a, b]) if len(daerah) >= DAERAH_TERSEDIKIT else None
                hasil.append(Pasangan(daerah[a].id, daerah[b].id, s, banyak, kebetulan, titel, sama_berkas))
    return sorted(hasil, key=lambda x: (-x.sama / max(x.banyak, 1), -x.judul))


def _peluang_sama(nilai: Larik) -> float:
    """Return how often two of these marks, drawn without putting back, are equal."""
    _isi, banyak = np.unique(nilai, return_counts=True)
    return float((banyak * (banyak - 1)).sum() / (len(nilai) * (len(nilai) - 1)))


def _mirip(sama: int, banyak: int, harap: float, ragam: float, daerah: int) -> bool:
    if banyak < SOAL_TERSEDIKIT:
        return False
    if daerah < DAERAH_TERSEDIKIT:
        return sama >= TANPA_PEMBANDING * banyak
    return sama >= BAGIAN_SAMA * banyak and sama - harap >= JAUH * float(np.sqrt(ragam))


def _langka(isi: Sequence[frozenset[str]]) -> list[frozenset[str]]:
    """Return what of each region's two regions have, or at most LANGKA of them; among few regions nothing is rare."""
    if len(isi) < DAERAH_TERSEDIKIT:
        return [frozenset()] * len(isi)
    banyak = Counter(i for milik in isi for i in milik)
    batas = max(2.0, LANGKA * len(isi))
    return [frozenset(i for i in milik if banyak[i] <= batas) for milik in isi]
