"""Recognise the same work where it stands in two tables: a document and an action of the RAD, an action and a promise.

The book has no column that says so.  Two rows are taken for the same work
when the same office answers for both, both serve the same question of the
form, and their texts have at least `KATA_BERSAMA` words in common.  What is
taken for the same is shown with both its codes, so that a wrong guess is seen.
"""

import re
from collections.abc import Iterable
from typing import Any

import pandas as pd

from kla_lib.rules.form.kode import kode_pertanyaan
from kla_lib.scoring.pekerjaan.janji import DIBATALKAN, TERBUKA
from kla_lib.scoring.pekerjaan.rad import SELESAI, KegiatanRad

KATA_BERSAMA = 2

KATA_UMUM = frozenset(
    [
        "atau",
        "bagi",
        "dalam",
        "dan",
        "dari",
        "dengan",
        "menurut",
        "oleh",
        "pada",
        "para",
        "serta",
        "setiap",
        "tahun",
        "tentang",
        "tiap",
        "untuk",
        "yang",
    ]
)
"""Words that say nothing of the work."""

HURUF_TERPENDEK = 3

DIKERJAKAN_KANTOR = ("kurang", "tidak_ada")
"""A document that only waits to be looked at is the work of who looks, and no action of its office is the same."""


def kata_kerja(teks: str) -> frozenset[str]:
    """Return the words of a text that can tell one piece of work from another, in small letters."""
    kata = re.findall(r"[^\W\d_]+", teks.casefold())
    return frozenset(k for k in kata if len(k) >= HURUF_TERPENDEK and k not in KATA_UMUM)


def teks_sama(satu: str, lain: str) -> bool:
    """Whether two texts speak of the same work, by the words that they share."""
    return len(kata_kerja(satu) & kata_kerja(lain)) >= KATA_BERSAMA


def rad_dokumen(register: pd.DataFrame | None, rad: Iterable[KegiatanRad]) -> dict[str, tuple[KegiatanRad, ...]]:
    """Return for each document that its office has to complete the open actions of this cycle that are the same work.

    register: of `register_dokumen`.
    """
    if register is None:
        return {}
    terbuka = [r for r in rad if r.keadaan != SELESAI and not r.siklus_berikutnya and r.kode]
    hasil: dict[str, tuple[KegiatanRad, ...]] = {}
    for d in register[(register["status"].isin(DIKERJAKAN_KANTOR)) & ~register["nanti"]].itertuples(index=False):
        sama = tuple(r for r in terbuka if r.opd == d.opd and r.kode in d.penentu and teks_sama(r.kegiatan, d.judul))
        if sama:
            hasil[d.id_dokumen] = sama
    return hasil


def rad_dibatalkan(rad: Iterable[KegiatanRad], janji: pd.DataFrame | None) -> dict[str, str]:
    """Return the open actions that an earlier meeting called off, each with the id of that decision.

    janji: of `daftar_janji`.  An action that another promise still wants is not called off.
    """
    if janji is None:
        return {}
    batal = janji[janji["keadaan"] == DIBATALKAN]
    buka = janji[janji["keadaan"].isin(TERBUKA)]
    hasil: dict[str, str] = {}
    for r in rad:
        if r.keadaan == SELESAI or r.kode is None:
            continue
        putusan = [j.id_keputusan for j in batal.itertuples(index=False) if _janji_sama(r, j)]
        if putusan and not any(_janji_sama(r, j) for j in buka.itertuples(index=False)):
            hasil[r.id] = putusan[0]
    return hasil


def _janji_sama(r: KegiatanRad, j: Any) -> bool:
    return bool(
        j.opd == r.opd
        and j.pertanyaan is not None
        and kode_pertanyaan(j.indikator, j.pertanyaan) == r.kode
        and teks_sama(j.keputusan, r.kegiatan)
    )
