"""Turn what is still open in the self-evaluation into actions: questions without documents, marks above questions."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import pandas as pd

from kla_lib.rules.form.kode import kode_pertanyaan
from kla_lib.rules.form.merugikan import merugikan, mungkin_merugikan
from kla_lib.scoring.dokumen.celah import BELUM_DITENTUKAN, DARI_DOKUMEN, DARI_RAD, SIKLUS_BERIKUTNYA, URUTAN_KERJA
from kla_lib.scoring.dokumen.status import LENGKAP
from kla_lib.scoring.nilai.hasil import Hasil
from kla_lib.scoring.pekerjaan.pekerjaan import PEMERIKSA
from kla_lib.scoring.rencana.kegiatan import (
    KABUR,
    MERUGIKAN,
    Anggapan,
    Atap,
    Dikecualikan,
    Kegiatan,
    Kode,
    Poin,
    Tempat,
)
from kla_lib.scoring.rencana.tempat import IsiTempat

TAMPAK = 0.005
"""Points that a total with two decimals shows."""


def dengan_em(rad: Sequence[Kegiatan], isi: Mapping[Kode, IsiTempat]) -> list[Kegiatan]:
    """Return the actions of the RAD with what each adds to the recorded points, below the maximum of its code.

    Their points count what they secure, so those that are recorded already
    come first: several at one code share them, one that excludes others
    stands alone.  Together they stay below the room of their code (`ruang_kode`).
    """
    milik: dict[tuple[Kode, str], list[Kegiatan]] = {}
    for k in rad:
        milik.setdefault((k.kode[0], k.id if k.bentrok else ""), []).append(k)
    em: dict[str, Poin] = {}
    for (kode, _sendiri), bersama in milik.items():
        baru = [_bagian_baru(isi[kode], sum(k.poin[n] for k in bersama)) for n in range(3)]
        for k in bersama:
            sedikit, mungkin, banyak = (round(min(p * b, isi[kode].sisa), 6) for p, b in zip(k.poin, baru, strict=True))
            em[k.id] = min(sedikit, banyak), min(mungkin, banyak), banyak
    return [replace(k, em=em[k.id]) for k in rad]


def _bagian_baru(i: IsiTempat, poin: float) -> float:
    """Return the share of points secured at a code that were not recorded there."""
    return max(1.0 - (i.nilai - i.aman) / poin, 0.0) if poin > 0 else 0.0


def ruang_kode(rad: Sequence[Kegiatan], isi: Mapping[Kode, IsiTempat]) -> list[Atap]:
    """Return the room of every question that several actions of the RAD serve."""
    kode = [k.kode[0] for k in rad]
    return [Atap(*k[:2], isi[k].sisa, k[2]) for k in dict.fromkeys(kode) if k[2] is not None and kode.count(k) > 1]


def pertanyaan_terbuka(
    celah: pd.DataFrame,
    rad: Sequence[Kegiatan],
    lewat: Mapping[Kode, Sequence[str]],
    kabur: Collection[tuple[str, str]],
    anggapan: Anggapan,
) -> tuple[list[Kegiatan], list[Tempat], list[Dikecualikan]]:
    """Return an action for every question with points left that no document and no action of the RAD would bring.

    celah: of `celah_pertanyaan`.  rad: with their `em`.  lewat: the actions of
    the RAD that come too late for this stage, by code.  kabur: questions whose
    text nobody knows; nobody can be asked to answer them.  Never for points of
    the next cycle, and never at a question that measures harm or speaks of
    fewer cases: there points could be won by counting fewer.  Whatever the
    RAD plans for a question comes before more is answered there.  The points
    are documented only where the documents of the question are complete.
    """
    di_rad: dict[Kode, list[Kegiatan]] = {}
    for k in rad:
        di_rad.setdefault(k.kode[0], []).append(k)
    kegiatan, tempat, luar = [], [], []
    for p in celah[_calon(celah)].itertuples(index=False):
        kode: Kode = (p.klaster, p.indikator, p.pertanyaan)
        nilai = 0.0 if pd.isna(p.nilai) else float(p.nilai)
        bisa = min(float(p.aman) + float(p.paling_banyak), float(p.nilai_maksimal))
        sisa = bisa - nilai - _dari_rad(di_rad.get(kode, []))
        if sisa <= TAMPAK:
            continue
        id_soal, opd = kode_pertanyaan(p.indikator, p.pertanyaan), p.opd[0] if p.opd else ""
        if merugikan(p) or mungkin_merugikan(p) or anggapan.jalur.tidak_disarankan.search(p.label or ""):
            luar.append(Dikecualikan(id_soal, p.label, opd, MERUGIKAN, float("nan")))
            continue
        if (p.indikator, p.pertanyaan) in kabur:
            luar.append(Dikecualikan(id_soal, p.label, opd, KABUR, sisa))
            continue
        dulu = [k.id for k in di_rad.get(kode, []) if k.poin[2] > 0 and not k.bentrok]
        k = _jawab(p, id_soal, round(sisa, 6), (*dulu, *lewat.get(kode, ())), anggapan)
        kegiatan.append(k)
        if k.poin[1] > 0:
            tempat.append(Tempat(kode, k.poin[2], ((k.id, k.poin),), False, "", 0.0, k.opd))
    return kegiatan, tempat, luar


def _dari_rad(rad: Sequence[Kegiatan]) -> float:
    """Return the most that the RAD adds at one code; of those that exclude others only one counts."""
    bersama = sum(k.em[2] for k in rad if not k.bentrok)
    return bersama + max((k.em[2] for k in rad if k.bentrok), default=0.0)


def _calon(celah: pd.DataFrame) -> "pd.Series[bool]":
    """Return which questions stand open beside the documents: their own mark, or none at all and none above them."""
    dokumen = (celah["dasar"] == DARI_DOKUMEN) & celah["jenis"].isin(URUTAN_KERJA)
    return ~dokumen & (celah["jenis"] != SIKLUS_BERIKUTNYA) & (celah["nilai"].notna() | ~celah["tercatat"])


def _jawab(p: Any, id_soal: str, sisa: float, butuh: tuple[str, ...], anggapan: Anggapan) -> Kegiatan:
    a, baru, lengkap = anggapan.jalur, bool(pd.isna(p.nilai)), p.status == LENGKAP
    em: Poin = (0.0, (a.bagian_belum_dinilai if baru else a.bagian_dinilai_sebagian) * sisa, sisa)
    return Kegiatan(
        id_soal,
        "pertanyaan",
        ("jawab" if lengkap else "jawab_terbuka") if baru else ("tambah" if lengkap else "tambah_terbuka"),
        p.label,
        p.opd[0] if p.opd else "",
        ((p.klaster, p.indikator, p.pertanyaan),),
        p.jenis,
        em if lengkap and p.dasar != DARI_RAD else (0.0, 0.0, 0.0),
        0.0,
        a.jam_menjawab if baru else a.jam_menambah,
        butuh=butuh,
        em=em,
    )


def nilai_di_atas(hasil: Hasil, rad: Iterable[Kegiatan], anggapan: Anggapan) -> list[Kegiatan]:
    """Return an action for each indikator and klaster whose points are known, or missing, as a whole.

    Which of its questions are open nobody has recorded, so telling them apart
    comes first: the work of PEMERIKSA.
    """
    rad, a = list(rad), anggapan.jalur
    kegiatan = []
    for klaster, indikator, nama, maks, nilai, baris in _tanpa_pertanyaan(hasil):
        di_sini = [k for k in rad if k.kode[0][0] == klaster and indikator in (None, k.kode[0][1])]
        sisa = round(maks - (0.0 if pd.isna(nilai) else nilai) - sum(k.em[2] for k in di_sini), 6)
        if sisa > TAMPAK:
            bagian = a.bagian_dinilai_sebagian if baris else a.bagian_belum_dinilai
            kegiatan.append(
                Kegiatan(
                    indikator or klaster,
                    "pertanyaan",
                    "rinci" if baris else "jawab_terbuka",
                    nama,
                    PEMERIKSA,
                    ((klaster, indikator, None),),
                    BELUM_DITENTUKAN,
                    (0.0, 0.0, 0.0),
                    0.0,
                    a.jam_menambah,
                    em=(0.0, bagian * sisa, sisa),
                )
            )
    return kegiatan


def _tanpa_pertanyaan(hasil: Hasil) -> Iterable[tuple[str, str | None, str, float, float, int]]:
    """Yield the levels with a mark of their own, or with nothing below them, and under no mark themselves."""
    bertanda = set(hasil.klaster.loc[hasil.klaster["baris"] > 0, "klaster"])
    bersoal, beranak = set(hasil.pertanyaan["indikator"]), set(hasil.indikator["klaster"])
    for r in hasil.klaster.itertuples():
        if r.baris or r.klaster not in beranak:
            yield r.klaster, None, r.nama, float(r.nilai_maksimal), r.nilai, r.baris
    for r in hasil.indikator.itertuples():
        if r.klaster not in bertanda and (r.baris or r.indikator not in bersoal):
            yield r.klaster, r.indikator, r.nama, float(r.nilai_maksimal), r.nilai, r.baris
