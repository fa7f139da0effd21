"""Choose what verifiers can be expected to ask of a question: where its answer, or what proves it, is weak."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pandas as pd

from kla_lib.scoring.dokumen.status import LENGKAP

BELUM_DIJAWAB, LEMAH, TANPA_DOKUMEN, FOTO = "belum_dijawab", "lemah", "tanpa_dokumen", "foto"
TANGGAL, TANDA_TANGAN = "tanggal", "tanda_tangan"

ALASAN = (TANPA_DOKUMEN, FOTO, TANDA_TANGAN, TANGGAL, LEMAH, BELUM_DIJAWAB)
"""Why a question is asked, in the order in which the reasons are said: what can be mended in hours comes first."""

TIDAK_ADA, KATA_FOTO, BUTIR_TANDA_TANGAN = "tidak_ada", "foto", "tanda_tangan"


@dataclass(frozen=True)
class Tanya:
    """A question of the form that is likely to be asked.

    alasan: the reasons, of ALASAN.  nilai: recorded points, None without.
    dokumen: ids of its documents, those that its points depend on first;
    bermasalah: those of them that are the reason.  opd: the responsible offices.
    dipertaruhkan: the points that may be lost, or, where the answer is weak,
    that are missing; only for the order.
    """

    kode: str
    klaster: str
    indikator: str
    label: str
    terbalik: bool
    nilai: float | None
    nilai_maksimal: float
    alasan: tuple[str, ...]
    dokumen: tuple[str, ...]
    bermasalah: tuple[str, ...]
    opd: tuple[str, ...]
    dipertaruhkan: float


@dataclass(frozen=True)
class Batas:
    """What counts as weak (share of the maximum) and as old (years before the evaluated one)."""

    lemah: float
    dokumen_tua: float
    tahun: int


def bank_tanya(pertanyaan: pd.DataFrame, register: pd.DataFrame | None, batas: Batas) -> tuple[Tanya, ...]:
    """Return what is likely to be asked, most points at stake first, then in the order of the form.

    pertanyaan: of `pertanyaan_berstatus`.  register: of `register_dokumen`;
    without one only the answers themselves are judged.
    """
    milik: defaultdict[str, list[Any]] = defaultdict(list)
    for d in () if register is None else register.itertuples(index=False):
        for kode in d.kode:
            milik[kode].append(d)
    semua = [
        _tanya(p, sorted(milik[p.kode], key=lambda d: p.kode not in d.penentu), register is not None, batas)
        for p in pertanyaan[pertanyaan["nilai_maksimal"] > 0].itertuples(index=False)
    ]
    return tuple(sorted((t for t in semua if t.alasan), key=lambda t: -t.dipertaruhkan))


def _tanya(p: Any, dokumen: list[Any], berdokumen: bool, batas: Batas) -> Tanya:
    nilai = float(p.nilai) if p.tercatat and pd.notna(p.nilai) else None
    temuan = [*_jawaban(p, nilai, batas), *(_bukti(p, nilai, dokumen, batas) if berdokumen else ())]
    alasan = {a for a, _id in temuan}
    sisa = float(p.nilai_maksimal) - (nilai or 0.0)
    return Tanya(
        p.kode,
        p.klaster,
        p.indikator,
        p.label,
        bool(p.terbalik),
        nilai,
        float(p.nilai_maksimal),
        tuple(a for a in ALASAN if a in alasan),
        tuple(d.id_dokumen for d in dokumen),
        tuple(dict.fromkeys(i for _a, i in temuan if i)),
        tuple(p.opd),
        round(nilai if nilai and alasan - {LEMAH} else sisa, 2),
    )


def _jawaban(p: Any, nilai: float | None, batas: Batas) -> Iterator[tuple[str, str]]:
    if not p.tercatat:
        yield BELUM_DIJAWAB, ""
    elif nilai is not None and nilai < batas.lemah * p.nilai_maksimal:
        yield LEMAH, ""


def _bukti(p: Any, nilai: float | None, dokumen: list[Any], batas: Batas) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with the documents of a question that has points, each with the document."""
    if not nilai:
        return
    ada = [d for d in dokumen if d.status != TIDAK_ADA]
    if p.status != LENGKAP and (p.lampiran or p.matriks or p.foto or dokumen):
        kurang = [d.id_dokumen for d in dokumen if d.status != LENGKAP and p.kode in d.penentu]
        yield from ((TANPA_DOKUMEN, i) for i in kurang or [""])
    if p.foto and not any(KATA_FOTO in str(d.jenis or "").casefold() for d in ada):
        yield FOTO, ""
    for d in ada:
        if BUTIR_TANDA_TANGAN in d.terbuka:
            yield TANDA_TANGAN, d.id_dokumen
        if d.sesudah_tahun or (pd.notna(d.tahun_dokumen) and d.tahun_dokumen < batas.tahun - batas.dokumen_tua):
            yield TANGGAL, d.id_dokumen
