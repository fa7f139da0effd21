"""Carry last year's marks over to another form, unconfirmed and never rescaled."""

import math
from collections.abc import Iterator

import pandas as pd

from kla_lib.bahasa import _, format_angka
from kla_lib.data.bentuk import PENILAIAN
from kla_lib.data.penilaian import Kode, maksimal_per_kode, sebut_kode
from kla_lib.rules.form.instrumen import Instrumen
from kla_lib.rules.peta.peralihan import ButirPeralihan, Peralihan, di_bawah

Nilai = dict[Kode, float]


def carry_over(penilaian: pd.DataFrame, peralihan: Peralihan, lama: Instrumen, baru: Instrumen) -> pd.DataFrame:
    """Return the marks of one stage as a table of marks for the new form: stage em, dikonfirmasi False.

    penilaian: marks of one tahap on form `lama`, `nilai` in poin.  A unit with
    the same maximum in both forms keeps its points; units that were merged are
    added where their maxima add up.  Anything else keeps `nilai` empty and says
    last year's points in `catatan`: points are never rescaled.  A unit whose
    parts are not all marked has no points to carry.  Notes of last year stay
    behind.  What is gone is noted at its klaster.

    The table has the columns of PENILAIAN and an index from 0: its rows are in no file.
    """
    if penilaian["tahap"].nunique() > 1:
        raise ValueError("marks of one stage are wanted")
    tercatat = {
        (r.klaster, r.indikator, r.pertanyaan): float(r.nilai)
        for r in penilaian.dropna(subset="nilai").itertuples(index=False)
    }
    maks_lama, maks_baru = maksimal_per_kode(lama), maksimal_per_kode(baru)
    nilai: dict[Kode, float] = {}
    catatan: dict[Kode, list[str]] = {}
    for butir in peralihan.butir:
        for kode, poin, teks in _pindah(butir, tercatat, maks_lama, maks_baru, lama.id):
            nilai[kode] = poin if kode not in nilai or not math.isnan(poin) else nilai[kode]
            catatan.setdefault(kode, []).extend([teks] if teks else [])
    for kode in tercatat:  # a mark above the units of the crosswalk belongs to none of them
        if kode in maks_baru and any(di_bawah(d, kode) for b in peralihan.butir for d in b.dari):
            nilai.setdefault(kode, math.nan)
            catatan.setdefault(kode, []).append(_sebut_lalu(lama.id, [(tercatat[kode], maks_lama[kode])]))
    baris = [("em", *kode, poin, False, "; ".join(catatan[kode]) or None, None) for kode, poin in nilai.items()]
    return pd.DataFrame(baris, columns=list(PENILAIAN.nama_kolom), dtype=object).astype({"nilai": float})


def _pindah(
    b: ButirPeralihan, tercatat: Nilai, maks_lama: Nilai, maks_baru: Nilai, form: str
) -> Iterator[tuple[Kode, float, str]]:
    """Yield (code of the new form, points or NaN, note) for one line of the crosswalk."""
    dari = [(nilai_unit(k, tercatat, maks_lama), maks_lama[k]) for k in b.dari]
    dinilai = [(n, m) for n, m in dari if n is not None]
    if not dinilai:
        return
    lalu = _sebut_lalu(form, dinilai)
    if b.jenis == "hilang":
        for k, (poin, maks) in zip(b.dari, dari, strict=True):
            atas: Kode = (k[0], None, None)
            if poin is not None and atas in maks_baru:
                yield (
                    atas,
                    math.nan,
                    _("{lalu} untuk {kode}, yang tidak ada lagi").format(
                        lalu=_sebut_lalu(form, [(poin, maks)]), kode=sebut_kode(k)
                    ),
                )
        return
    if b.jenis == "pecah":
        for k in b.ke:
            yield k, math.nan, _("{lalu} sebelum dipecah").format(lalu=lalu)
        return
    (ke,) = b.ke
    if len(dinilai) == len(dari) and round(sum(m for _n, m in dari), 2) == round(maks_baru[ke], 2):
        yield ke, sum(n for n, _m in dinilai), ""
    elif len(dinilai) < len(dari):
        yield ke, math.nan, _("{lalu}; bagian lainnya belum dinilai").format(lalu=lalu)
    else:
        yield ke, math.nan, lalu


def nilai_unit(kode: Kode, tercatat: Nilai, maks: Nilai) -> float | None:
    """Return a unit's points: its own mark, or the sum of its parts capped at its maximum; None where not known.

    The sum counts only when every part has a mark.
    """
    if kode in tercatat:
        return tercatat[kode]
    tingkat = sum(k is not None for k in kode)
    bagian = [k for k in maks if di_bawah(k, kode) and sum(x is not None for x in k) == tingkat + 1]
    nilai = [nilai_unit(k, tercatat, maks) for k in bagian]
    ada = [n for n in nilai if n is not None]
    return min(round(sum(ada), 6), maks[kode]) if ada and len(ada) == len(nilai) else None


def _sebut_lalu(form: str, nilai: list[tuple[float, float]]) -> str:
    """Return "tahun lalu (form 2022): 120 dari 150"."""
    isi = " + ".join(_("{n} dari {m}").format(n=format_angka(n), m=format_angka(m)) for n, m in nilai)
    return _("tahun lalu (form {form}): {isi}").format(form=form, isi=isi)
