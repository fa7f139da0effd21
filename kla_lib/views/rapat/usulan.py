"""Propose what a meeting can decide today, as rows of the table Tindak lanjut."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from kla_lib.data.tulis import rows_of
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.rules.form.kode import kode_bagian, kode_pertanyaan
from kla_lib.scoring.pekerjaan.janji import TERBUKA, keadaan_of
from kla_lib.views.isi.permintaan import Permintaan, permintaan_dokumen, permintaan_pertanyaan
from kla_lib.views.rencana.kalimat_rencana import sebut_kegiatan
from kla_lib.views.rencana.putuskan import dokumen_putusan, kegiatan_berpoin, poin_putusan

PALING_BANYAK = 5

KERJA_DOKUMEN = ("periksa", "lengkapi")
"""What the plan does to documents only."""


@dataclass(frozen=True)
class Usulan:
    """One decision that could be taken: what, by whom, until when, for which question, how many points wait for it.

    opd: a role, or an office as the book writes it.  tenggat: the last day of
    the stage where the recorded one has passed, None where that has too.
    poin_em: least and most that it adds to the recorded points, where it
    closes the distance of the EM.
    """

    keputusan: str
    klaster: str | None
    indikator: str | None
    pertanyaan: str | None
    opd: str | None
    tenggat: date | None
    poin: float
    poin_em: tuple[float, float] | None = None


def usulan_keputusan(keadaan: Keadaan, paling_banyak: int = PALING_BANYAK) -> list[Usulan]:
    """Return what decides the category, then the actions of the plan with most points, then what offices are asked.

    What an open promise or a decision of this meeting already covers is not
    proposed again, and no question is named twice.
    """
    dipakai, hasil = _sudah_dijanjikan(keadaan), list[Usulan]()
    for u, kode in _calon(keadaan):
        if len(hasil) == paling_banyak:
            break
        if not kode & dipakai:
            dipakai |= kode
            hasil.append(u)
    return hasil


def _sudah_dijanjikan(keadaan: Keadaan) -> set[str]:
    tabel, rapat = keadaan.buku.tindak_lanjut, keadaan.rapat
    return {
        kode_pertanyaan(r["indikator"], r["pertanyaan"])
        for r in ([] if tabel is None else rows_of(tabel))
        if r["pertanyaan"] is not None
        if r["rapat"] == rapat.id or keadaan_of(r["status"], r["tenggat"], rapat.tanggal) in TERBUKA
    }


def _calon(keadaan: Keadaan) -> Iterator[tuple[Usulan, set[str]]]:
    """Yield proposals with the questions that each serves, the weightiest of each kind first.

    First what closes the gap to the target: actions that add to an answer, and
    answers themselves.  A document makes points safe and adds none.
    """
    rencana, menentukan = list(_rencana(keadaan)), keadaan.jarak.menentukan if keadaan.jarak else frozenset()
    dokumen, jawaban = [], []
    if keadaan.hasil is not None and not keadaan.hasil.pertanyaan.empty:
        dokumen = list(_permintaan(keadaan, permintaan_dokumen(keadaan)))
        jawaban = list(_permintaan(keadaan, permintaan_pertanyaan(keadaan, keadaan.hasil.pertanyaan)))
    menutup = [c for c, kerja in rencana if kerja not in KERJA_DOKUMEN and c[1] & menentukan]
    menutup += [c for c in jawaban if c[1] & menentukan]
    yield from sorted(menutup, key=lambda c: -c[0].poin)
    yield from (c for c, _kerja in rencana)
    yield from dokumen
    yield from jawaban


def _rencana(keadaan: Keadaan) -> Iterator[tuple[tuple[Usulan, set[str]], str]]:
    """Yield the actions of the plan, most points first, each with what kind of work it is."""
    rencana = keadaan.rencana
    for t in [] if rencana is None else kegiatan_berpoin(keadaan, rencana.lengkap):
        k = t.kegiatan
        if k.sumber == "pertanyaan" and k.kode[0][2] is None:
            continue  # a mark above the questions: nobody knows yet which of them to decide on
        kode = {kode_bagian(bagian) for bagian in k.kode if bagian[2]} or {k.id}
        klaster, indikator, pertanyaan = k.kode[0] if k.kode else (None, None, None)
        hari = [b.tenggat for b in dokumen_putusan(keadaan, k) if b.tenggat]
        tenggat = min(hari) if hari else _tenggat(keadaan, k.tenggat)
        poin = poin_putusan(keadaan, t)
        em = t.em if t.menutup_em and t.em[1] > 0 else None
        u = Usulan(sebut_kegiatan(k), klaster, indikator, pertanyaan, k.opd or None, tenggat, poin, em)
        yield (u, kode), k.kerja


def _permintaan(keadaan: Keadaan, daftar: Iterable[Permintaan]) -> Iterator[tuple[Usulan, set[str]]]:
    form = keadaan.instrumen.pertanyaan
    soal = {kode_pertanyaan(r.indikator, r.pertanyaan): r for r in form.itertuples(index=False)}
    for p in daftar:
        r = soal[p.kode[0]]
        # A request may name several offices in one text; the form's first one answers for the question.
        opd = keadaan.daerah.peran_of(p.opd) or next(iter(r.opd), None)
        tenggat = _tenggat(keadaan, None)
        yield (
            Usulan(p.isi[:1].upper() + p.isi[1:], r.klaster, r.indikator, r.pertanyaan, opd, tenggat, p.poin),
            set(p.kode),
        )


def _tenggat(keadaan: Keadaan, tenggat: date | None) -> date | None:
    """Return the first day of those known that is not over: the recorded one, else the last day of the stage."""
    return next((h for h in (tenggat, keadaan.rapat.tenggat) if h is not None and h >= keadaan.rapat.tanggal), None)
