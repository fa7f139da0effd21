"""Find the single changes that bring most expected final points: a question answered in full, documents completed."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from kla_lib.data.buku import Buku
from kla_lib.data.dokumen import milik_siklus_lain
from kla_lib.rules.form.kode import kode_pertanyaan
from kla_lib.rules.form.merugikan import merugikan, mungkin_merugikan
from kla_lib.rules.skenario import IsiSkenario
from kla_lib.scoring.dokumen.register import Penentu
from kla_lib.scoring.dokumen.status import LENGKAP
from kla_lib.scoring.nilai.hasil import Hasil
from kla_lib.scoring.perkiraan.susunan import Susunan
from kla_lib.scoring.perkiraan.undian import Undian

JAWABAN, DOKUMEN = "jawaban", "dokumen"

POIN_TERKECIL = 0.005
"""A gain (poin) below it would be printed as nothing."""


@dataclass(frozen=True)
class PerubahanBernilai:
    """One change and what it brings.

    jenis: jawaban (a question gets its highest points) or dokumen (documents
    become complete).  kode: the question, or those whose points the documents
    make safer, in the form's order.  dokumen: ids, empty for an answer.
    isi: the scenario of this change alone.  akhir: the expected final points
    (poin) that it adds, drawn with the same random numbers for every change.
    """

    jenis: str
    kode: tuple[str, ...]
    dokumen: tuple[str, ...]
    isi: IsiSkenario
    akhir: float


@dataclass(frozen=True)
class UsulanBernilai:
    """The changes, the most valuable first, with how many questions are not proposed and why.

    siklus_berikutnya: their points can only be had in the next cycle.
    merugikan: they measure harm, where more points must come from less harm.
    """

    perubahan: tuple[PerubahanBernilai, ...]
    siklus_berikutnya: int
    merugikan: int


def paling_bernilai(
    buku: Buku,
    hasil: Hasil,
    susunan: Susunan,
    undian: Undian,
    nanti: Collection[str],
    penentu: Penentu,
) -> UsulanBernilai:
    """Return every single change that adds expected final points to a book's scores.

    susunan: of the same book and scores.  undian: the draws of the region.
    nanti: codes of the questions of the next cycle.  penentu: of
    `dokumen_penentu`.  Only questions that carry marks of their own can be
    changed; where marks stand at a whole indikator or klaster nothing is
    proposed for its questions.
    """
    letak = {k: n for n, k in enumerate(susunan.kode)}
    kini = undian.total(susunan)

    def tambah(baru: Susunan) -> float:
        return float((undian.total(baru) - kini).mean())

    hasil_perubahan, terlarang, tunda = [], 0, 0
    for p in hasil.pertanyaan.itertuples(index=False):
        kode = kode_pertanyaan(p.indikator, p.pertanyaan)
        ada = 0.0 if pd.isna(p.nilai) else float(p.nilai)
        if kode not in letak or p.nilai_maksimal <= ada:
            continue
        if kode in nanti:
            tunda += 1
        elif merugikan(p) or mungkin_merugikan(p):
            terlarang += 1
        else:
            nilai = np.where(susunan.tercatat, susunan.nilai, np.nan)
            nilai[letak[kode]] = p.nilai_maksimal
            akhir = tambah(susunan.dengan(nilai=nilai))
            isi = IsiSkenario(nilai={kode: float(p.nilai_maksimal)})
            hasil_perubahan.append(PerubahanBernilai(JAWABAN, (kode,), (), isi, akhir))
    for dokumen in _gugus_dokumen(buku, letak, nanti, penentu):
        baru = susunan.dengan_status(dict.fromkeys(dokumen, LENGKAP))
        ubah = [int(u) for u in np.flatnonzero((baru.keadaan != susunan.keadaan) & (susunan.nilai > 0))]
        akhir = tambah(baru)
        isi = IsiSkenario(status=dict.fromkeys(dokumen, "lengkap"))
        hasil_perubahan.append(PerubahanBernilai(DOKUMEN, tuple(susunan.kode[u] for u in ubah), dokumen, isi, akhir))
    berarti = [p for p in hasil_perubahan if p.akhir >= POIN_TERKECIL]
    ganda = {kode_pertanyaan(g.indikator, g.pertanyaan) for g in buku.instrumen.kepala.teks_ganda}
    # Where two print the same gain, one whose question has a text of its own goes first: it can be acted on.
    urut = sorted(berarti, key=lambda p: (-round(p.akhir, 1), p.kode[0] in ganda, -round(p.akhir, 4)))
    return UsulanBernilai(tuple(urut), tunda, terlarang)


def _gugus_dokumen(
    buku: Buku, letak: Mapping[str, int], nanti: Collection[str], penentu: Penentu
) -> list[tuple[str, ...]]:
    """Return the sets of documents that a question still needs, each set once."""
    tahun = buku.keterangan.tahun_evaluasi
    gugus: dict[tuple[str, ...], None] = {}
    for (indikator, pertanyaan), milik in penentu.items():
        kode = kode_pertanyaan(indikator, pertanyaan)
        if kode not in letak or kode in nanti or any(milik_siklus_lain(d, tahun) for d in milik):
            continue
        kurang = tuple(sorted(str(d.id_dokumen) for d in milik if d.status != LENGKAP))
        if kurang:
            gugus[kurang] = None
    return list(gugus)
