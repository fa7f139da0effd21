"""Find what is weak everywhere, so that help is given once, for all."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from kla_lib.rules.form.kode import kode_pertanyaan
from kla_lib.scoring.dokumen.status import BELUM_DICATAT, KURANG, LENGKAP
from kla_lib.scoring.provinsi.ringkasan import RingkasDaerah

SETENGAH = 0.5
"""A region is weak at an indikator where it claims less than this share, and something is weak everywhere where it is
so in this share of the regions."""


@dataclass(frozen=True)
class IndikatorLemah:
    """One indikator over the regions: middle share of its points that is claimed, and in how many it is under half."""

    indikator: str
    nama: str
    klaster: str
    tengah: float
    rendah: int
    banyak: int
    tersisa: float
    """Points that all regions together do not claim."""


@dataclass(frozen=True)
class SoalLemah:
    """One question over the regions with documents (`banyak`): in how many these are thin, in how many not recorded."""

    kode: str
    label: str
    klaster: str
    kurang: int
    belum_dicatat: int
    banyak: int
    poin: float
    """Claimed points of all regions together whose documents are not complete."""


@dataclass(frozen=True)
class JenisLemah:
    """One kind of document over the regions: how many there are, how many are not complete, and where most are not."""

    jenis: str
    dokumen: int
    belum: int
    daerah: int
    banyak: int


def indikator_lemah(
    daerah: Sequence[RingkasDaerah], pertanyaan: pd.DataFrame, indikator: pd.DataFrame
) -> list[IndikatorLemah]:
    """Return the indikator that are marked anywhere, the weakest first; pertanyaan, indikator: of the form.

    Only questions with a mark count, on both sides: an unanswered one is not known.
    """
    klaim = np.array([d.klaim for d in daerah]).reshape(len(daerah), len(pertanyaan))
    maks = np.where(np.isnan(klaim), 0.0, pertanyaan["nilai_maksimal"].to_numpy(dtype=float))
    hasil = []
    for r in indikator.itertuples(index=False):
        milik = (pertanyaan["indikator"] == r.indikator).to_numpy()
        penuh, nilai = maks[:, milik].sum(axis=1), np.nansum(klaim[:, milik], axis=1)
        ada = penuh > 0
        if ada.any():
            bagian = nilai[ada] / penuh[ada]
            hasil.append(
                IndikatorLemah(
                    r.indikator,
                    r.nama,
                    r.klaster,
                    float(np.median(bagian)),
                    int((bagian < SETENGAH).sum()),
                    int(ada.sum()),
                    float((penuh - nilai).sum()),
                )
            )
    return sorted(hasil, key=lambda i: i.tengah)


def soal_lemah(daerah: Sequence[RingkasDaerah], pertanyaan: pd.DataFrame) -> list[SoalLemah]:
    """Return the questions whose documents are not complete in at least half of the regions, most points first."""
    status = np.array([d.status for d in daerah if d.status is not None])
    if not status.size:
        return []
    klaim = np.stack([d.klaim for d in daerah if d.status is not None])
    kurang, tak_dicatat = (status == KURANG).sum(axis=0), (status == BELUM_DICATAT).sum(axis=0)
    poin = np.nansum(np.where(status != LENGKAP, klaim, 0.0), axis=0)
    hasil = [
        SoalLemah(kode_pertanyaan(p.indikator, p.pertanyaan), p.label, p.klaster, int(k), int(b), len(status), float(x))
        for p, k, b, x in zip(pertanyaan.itertuples(index=False), kurang, tak_dicatat, poin, strict=True)
        if p.nilai_maksimal > 0 and k + b >= SETENGAH * len(status)
    ]
    return sorted(hasil, key=lambda s: -s.poin)


def jenis_lemah(daerah: Sequence[RingkasDaerah]) -> list[JenisLemah]:
    """Return the kinds of documents, those first that most often are not complete."""
    semua = sorted({j for d in daerah for j in d.jenis})
    hasil = []
    for jenis in semua:
        milik = [d.jenis[jenis] for d in daerah if jenis in d.jenis]
        hasil.append(
            JenisLemah(
                jenis,
                sum(n for n, _b in milik),
                sum(b for _n, b in milik),
                sum(b >= SETENGAH * n for n, b in milik),
                len(milik),
            )
        )
    return sorted(hasil, key=lambda j: (-j.belum / j.dokumen, j.jenis))
