"""Recognise the same work where it stands in two tables: a document and an action of the RAD, an action and a promise.

The book has no column that says so.  Two rows are taken for the same work
when the same office answers for both, both serve the same question of the
form, and their texts have at least `KATA_BERSAMA` words in common, more than
any other row of that office and question.  What is taken for the same is
shown with both its codes, so that a wrong guess is seen.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TypeVar

import pandas as pd

from kla_lib.rules.form.kode import kode_pertanyaan
from kla_lib.scoring.pekerjaan.janji import DIBATALKAN, TERBUKA
from kla_lib.scoring.pekerjaan.rad import SELESAI, KegiatanRad

T = TypeVar("T")

KATA_BERSAMA = 2

KATA_UMUM = frozenset(
    {"atau", "bagi", "dalam", "dan", "dari", "dengan", "menurut", "oleh", "pada"}
    | {"para", "serta", "setiap", "tahun", "tentang", "tiap", "untuk", "yang"}
)
"""Words that say nothing of the work."""

HURUF_TERPENDEK = 3

DIKERJAKAN_KANTOR = ("kurang", "tidak_ada")
"""A document that only waits to be looked at is the work of who looks, and no action of its office is the same."""


def kata_kerja(teks: str) -> frozenset[str]:
    """Return the words of a text that can tell one piece of work from another, in small letters."""
    kata = re.findall(r"[^\W\d_]+", teks.casefold())
    return frozenset(k for k in kata if len(k) >= HURUF_TERPENDEK and k not in KATA_UMUM)


def teks_tersama(teks: str, calon: Iterable[tuple[T, str]]) -> list[T]:
    """Return those of several texts that speak of the same work: the ones with most words in common, if enough."""
    kata = kata_kerja(teks)
    bersama = [(len(kata & kata_kerja(lain)), c) for c, lain in calon]
    terbanyak = max((n for n, _c in bersama), default=0)
    return [c for n, c in bersama if n == terbanyak] if terbanyak >= KATA_BERSAMA else []


def rad_dokumen(register: pd.DataFrame | None, rad: Iterable[KegiatanRad]) -> dict[str, tuple[KegiatanRad, ...]]:
    """Return for each document that its office has to complete the open actions of this cycle that are the same work.

    register: of `register_dokumen`.
    """
    if register is None:
        return {}
    dokumen = register[register["status"].isin(DIKERJAKAN_KANTOR) & ~register["nanti"]]
    milik: defaultdict[str, list[KegiatanRad]] = defaultdict(list)
    for r in rad:
        if r.keadaan == SELESAI or r.siklus_berikutnya or r.kode is None:
            continue
        calon = [
            (d.id_dokumen, d.judul) for d in dokumen.itertuples(index=False) if d.opd == r.opd and r.kode in d.penentu
        ]
        for id_dokumen in teks_tersama(r.kegiatan, calon):
            milik[id_dokumen].append(r)
    return {d: tuple(semua) for d, semua in milik.items()}


def rad_dibatalkan(rad: Iterable[KegiatanRad], janji: pd.DataFrame | None) -> dict[str, str]:
    """Return the open actions that an earlier meeting called off, each with the id of that decision.

    janji: of `daftar_janji`.  An action that another promise still wants is not called off.
    """
    if janji is None:
        return {}
    terbuka = [r for r in rad if r.keadaan != SELESAI and r.kode is not None]
    batal = {r.id: j for j, milik in _rad_janji(terbuka, janji, (DIBATALKAN,)) for r in milik}
    diminta = {r.id for _j, milik in _rad_janji(terbuka, janji, TERBUKA) for r in milik}
    return {i: j for i, j in batal.items() if i not in diminta}


def _rad_janji(
    rad: list[KegiatanRad], janji: pd.DataFrame, keadaan: tuple[str, ...]
) -> Iterator[tuple[str, list[KegiatanRad]]]:
    """Yield the decisions in some states with the actions that are the same work."""
    for j in janji[janji["keadaan"].isin(keadaan)].itertuples(index=False):
        if j.pertanyaan is not None:
            kode = kode_pertanyaan(j.indikator, j.pertanyaan)
            calon = [(r, r.kegiatan) for r in rad if r.opd == j.opd and r.kode == kode]
            yield j.id_keputusan, teks_tersama(j.keputusan, calon)
