"""Look at the measures of an index before it is trusted: what is missing, what says nothing, what says the same."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd

from kla_lib.scoring.indeks.hitung import HasilIndeks

TERSEDIA_MINIMAL = 0.65
SERAGAM_MAKSIMAL = 0.5
MIRING, RUNCING = 2.0, 3.5
"""Skewness and excess kurtosis that together point to single units far from all others."""
SERUPA, BERLAWANAN = 0.9, -0.4
MEMBEDAKAN_MINIMAL = 0.05
"""Of the whole scale of a measure: where the furthest units are closer, it does not tell them apart."""
SATUAN_MINIMAL = 8
"""Units below which no shape and no correlation is judged: five years that all rise correlate by themselves."""
ALFA_MINIMAL = 0.6

SEDIKIT, KURANG, SERAGAM, BERPENCIL, MIRIP, LAWAN, TAK_BEDA, ALFA = (
    "sedikit_satuan", "kurang_tersedia", "seragam", "berpencilan", "serupa", "berlawanan", "tidak_membedakan", "alfa",
)  # fmt: skip


@dataclass(frozen=True)
class TemuanAudit:
    """One finding: its kind, the measures it is about, and the figure behind it."""

    jenis: str
    ukuran: tuple[str, ...]
    nilai: float


@dataclass(frozen=True)
class Audit:
    """What was looked at.

    ukuran: one row per measure: tersedia (share of the units), seragam (share
    of the figures that are the most frequent one), kemiringan, keruncingan
    (excess), jangkauan (of the units, in shares of the scale), bobot_efektif,
    korelasi (with the index), korelasi_sisa (with the sum of all other
    measures), alfa_tanpa (Cronbach without it).  korelasi: between measures.
    alfa: Cronbach of all, on standardised figures; empty under three complete units.
    """

    banyak: int
    ukuran: pd.DataFrame
    korelasi: pd.DataFrame
    alfa: float
    temuan: tuple[TemuanAudit, ...]


def audit(hasil: HasilIndeks, antarwaktu: bool = False) -> Audit:
    """Return what the measures of an index are like, on figures of which more is better.

    antarwaktu: the units are years of one area, which a sound measure need not tell apart.
    """
    x = hasil.arah.tabel
    tabel = pd.DataFrame(
        {
            "tersedia": x.notna().mean(),
            "seragam": x.apply(_seragam),
            "kemiringan": x.skew(),
            "keruncingan": x.kurt(),
            "jangkauan": _jangkauan(hasil),
            "bobot_efektif": hasil.bobot["efektif"],
            "korelasi": x.corrwith(hasil.nilai),
        }
    ).join(cronbach_tanpa(x))
    korelasi = x.corr(min_periods=3)
    alfa = cronbach(x)
    return Audit(len(x), tabel, korelasi, alfa, tuple(_temuan(len(x), tabel, korelasi, alfa, antarwaktu)))


def cronbach(tabel: pd.DataFrame) -> float:
    """Return Cronbach's alpha of a table's columns, standardised, over the rows that are complete."""
    z = _standar(tabel)
    n, k = z.shape
    if n < 3 or k < 2:
        return float("nan")
    return float(k / (k - 1) * (1 - k / z.sum(axis=1).var()))


def cronbach_tanpa(tabel: pd.DataFrame) -> pd.DataFrame:
    """Return per column its correlation with the sum of the others, and alpha without it."""
    z = _standar(tabel)
    baris = {
        kolom: {
            "korelasi_sisa": z[kolom].corr(z.drop(columns=kolom).sum(axis=1)) if len(z) > 2 else np.nan,
            "alfa_tanpa": cronbach(z.drop(columns=kolom)),
        }
        for kolom in z
    }
    return pd.DataFrame.from_dict(baris, orient="index", columns=["korelasi_sisa", "alfa_tanpa"]).reindex(tabel.columns)


def _standar(tabel: pd.DataFrame) -> pd.DataFrame:
    """Return the complete rows as z-scores; a column that is all alike has none, and is left out."""
    lengkap = tabel.dropna()
    simpangan = lengkap.std(ddof=1)
    beda = lengkap.loc[:, simpangan > 0]
    return (beda - beda.mean()) / simpangan[simpangan > 0]


def _seragam(x: pd.Series) -> float:
    """Return how often the most frequent figure stands among those that are there."""
    ada = x.dropna()
    return float(ada.value_counts(normalize=True).iloc[0]) if len(ada) > 1 else float("nan")


def _jangkauan(hasil: HasilIndeks) -> pd.Series:
    """Return how far the units lie apart, as a share of the goalposts; without goalposts, of the largest figure."""
    x, titik = hasil.arah.tabel, hasil.arah.rincian
    skala = (titik["atas"] - titik["bawah"]).fillna(x.abs().max())
    return (x.max() - x.min()) / skala.where(skala > 0)


def _temuan(
    banyak: int, tabel: pd.DataFrame, korelasi: pd.DataFrame, alfa: float, antarwaktu: bool
) -> Iterator[TemuanAudit]:
    for nama, r in tabel.iterrows():
        if r["tersedia"] < TERSEDIA_MINIMAL:
            yield TemuanAudit(KURANG, (str(nama),), r["tersedia"])
        if r["seragam"] > SERAGAM_MAKSIMAL:
            yield TemuanAudit(SERAGAM, (str(nama),), r["seragam"])
        elif not antarwaktu and r["tersedia"] * banyak > 1 and r["jangkauan"] < MEMBEDAKAN_MINIMAL:
            yield TemuanAudit(TAK_BEDA, (str(nama),), r["jangkauan"])
    if banyak < SATUAN_MINIMAL:
        yield TemuanAudit(SEDIKIT, (), banyak)
        return
    for nama, r in tabel.iterrows():
        if abs(r["kemiringan"]) > MIRING and r["keruncingan"] > RUNCING:
            yield TemuanAudit(BERPENCIL, (str(nama),), r["kemiringan"])
    nama_kolom = list(korelasi.columns)
    for i, a in enumerate(nama_kolom):
        for b in nama_kolom[i + 1 :]:
            r = korelasi.loc[a, b]
            if r > SERUPA or r < BERLAWANAN:
                yield TemuanAudit(MIRIP if r > SERUPA else LAWAN, (str(a), str(b)), r)
    if alfa < ALFA_MINIMAL:
        yield TemuanAudit(ALFA, (), alfa)
