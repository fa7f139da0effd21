"""Gather the verifiers' requests: from the remarks in the book and from what was typed, and what each is worth."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from kla_lib.data.vlh.catatan import BELUM, TERPENUHI, Permintaan
from kla_lib.rules.form.kode import kode_bagian
from kla_lib.scoring.dokumen.pemulihan import TAHAP_VERIFIKASI, URUTAN_TAHAP, Pemulihan, isi_catatan


@dataclass(frozen=True)
class Kartu:
    """One request.

    tahap: whose remark in the book it is, "" for one that was typed.  kode: of
    its question, indikator or klaster; None where it names none.  nilai,
    nilai_maksimal: of the question at the meeting's stage, None where not
    known.  pulih: the points that the verifiers took away and that may come
    back; kembali: those that a later stage has brought back; None where not known.
    """

    id: str
    tahap: str
    kode: str | None
    opd: str | None
    diminta: str
    status: str
    catatan: str | None
    nilai: float | None = None
    nilai_maksimal: float | None = None
    pulih: float | None = None
    kembali: float | None = None

    @property
    def terpenuhi(self) -> bool:
        return self.status == TERPENUHI


@dataclass(frozen=True)
class Rekap:
    """What became of the requests: how many were met, and the points of the met ones, those of a question once.

    pulih: points that the met ones may bring back; kembali: points that came
    back by a later stage; None where no met request has any that are known.
    """

    semua: int
    terpenuhi: int
    pulih: float | None
    kembali: float | None


def daftar_kartu(
    penilaian: pd.DataFrame | None,
    pemulihan: Iterable[Pemulihan],
    tercatat: Sequence[Permintaan],
    pertanyaan: pd.DataFrame,
) -> tuple[Kartu, ...]:
    """Return the requests: open ones first, most points first.

    pemulihan: of each stage with remarks; pertanyaan: of `pertanyaan_berstatus`.
    What was typed under the id of a remark is its state; the book's own words
    and code stay.
    """
    soal = {p.kode: p for p in pertanyaan.itertuples(index=False)}
    dari_buku = {k.id: k for p in pemulihan for k in _dari_buku(p, penilaian)}
    semua = dict(dari_buku)
    for t in tercatat:
        if t.id in dari_buku:
            lama = dari_buku[t.id]
            semua[t.id] = replace(lama, opd=t.opd or lama.opd, status=t.status, catatan=t.catatan)
        else:
            semua[t.id] = Kartu(t.id, "", t.kode, t.opd, t.diminta, t.status, t.catatan)
    return tuple(sorted((_bernilai(k, soal) for k in semua.values()), key=_urutan))


def id_kartu(tahap: str, kode: str) -> str:
    """Return the id of a remark in the book: "VA-12/1"."""
    return f"{tahap.upper()}-{kode}"


def _dari_buku(p: Pemulihan, penilaian: pd.DataFrame | None) -> Iterator[Kartu]:
    """Yield the remarks of a stage; points lost without a word are no request."""
    baris: list[Any] = [r for t in (p.bisa, p.tentukan, p.tidak) for r in t.itertuples(index=False)]
    for r in baris:
        catatan = isi_catatan(r.catatan)
        if catatan is None:
            continue
        tempat = (r.klaster, r.indikator, r.pertanyaan)
        kode = kode_bagian(tempat)
        nanti = _nilai_sesudah(penilaian, tempat, p.tahap)
        yield Kartu(
            id_kartu(p.tahap, kode),
            p.tahap,
            kode,
            r.opd[0] if r.opd else None,
            catatan,
            BELUM,
            None,
            pulih=None if pd.isna(r.pulih) else float(r.pulih),
            kembali=None if nanti is None or pd.isna(r.nilai) else round(nanti - float(r.nilai), 2),
        )


def _nilai_sesudah(penilaian: pd.DataFrame | None, tempat: tuple[Any, Any, Any], tahap: str) -> float | None:
    """Return the points that the latest stage after one gave to a part of the form; None where none did."""
    if penilaian is None:
        return None
    nilai = {
        r.tahap: float(r.nilai)
        for r in penilaian[penilaian["nilai"].notna()].itertuples(index=False)
        if (r.klaster, r.indikator, r.pertanyaan) == tempat
    }
    nanti = URUTAN_TAHAP[URUTAN_TAHAP.index(tahap) + 1 :]
    return next((nilai[t] for t in reversed(nanti) if t in nilai), None)


def _bernilai(k: Kartu, soal: Mapping[str, Any]) -> Kartu:
    p = soal.get(k.kode or "")
    if p is None:
        return k
    nilai = float(p.nilai) if p.tercatat and pd.notna(p.nilai) else None
    return replace(k, opd=k.opd or (p.opd[0] if p.opd else None), nilai=nilai, nilai_maksimal=float(p.nilai_maksimal))


def _urutan(k: Kartu) -> tuple[bool, float, str]:
    return k.terpenuhi, -(k.pulih if k.pulih is not None else k.nilai_maksimal or 0.0), k.id


def tahap_bercatatan(penilaian: pd.DataFrame | None) -> tuple[str, ...]:
    """Return the stages of verification of which the book holds remarks."""
    if penilaian is None:
        return ()
    ada = {r.tahap for r in penilaian.itertuples(index=False) if isi_catatan(r.catatan_verifikator) is not None}
    return tuple(t for t in TAHAP_VERIFIKASI if t in ada)


def rekap_kartu(kartu: Iterable[Kartu]) -> Rekap:
    """Return what became of the requests."""
    daftar = list(kartu)
    penuh = [k for k in daftar if k.terpenuhi]
    return Rekap(len(daftar), len(penuh), *(_jumlah(penuh, nama) for nama in ("pulih", "kembali")))


def _jumlah(kartu: Iterable[Kartu], nama: str) -> float | None:
    per_kode = {k.kode or k.id: n for k in kartu if (n := getattr(k, nama)) is not None}
    return round(sum(per_kode.values()), 2) if per_kode else None
