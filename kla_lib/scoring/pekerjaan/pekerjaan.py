"""Hold one piece of work: what is to be done, by which office, until when, and how many points wait for it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import pandas as pd

from kla_lib.rules.form.kode import kode_bagian
from kla_lib.scoring.pekerjaan.rad import SELESAI, KegiatanRad

DOKUMEN, PERIKSA, TANPA_DOKUMEN, TANPA_LAMPIRAN = "dokumen", "periksa", "tanpa_dokumen", "tanpa_lampiran"
KEGIATAN, JANJI, NILAI, BENTROK, TAMBAH = "kegiatan", "janji", "nilai", "bentrok", "tambah"

BERDOKUMEN = (DOKUMEN, PERIKSA, TANPA_DOKUMEN, TANPA_LAMPIRAN)
"""The kinds that secure points which are already claimed."""

TAHAP_AKHIR = "vf"
PEMERIKSA = "dinas_pppa"  # who looks at documents before they are uploaded


@dataclass(frozen=True)
class Pekerjaan:
    """One piece of work, whichever tables of the book it stands in.

    jenis: `dokumen` (thin or absent), `periksa` (nobody looked at it yet, so
    it is for PEMERIKSA), `tanpa_dokumen` (a question with points that asks for
    an attachment and has no document recorded), `tanpa_lampiran` (the same
    where the form asks for none), `kegiatan` (an action of the RAD that is
    late or stuck, or that the plan needs), `janji` (an open decision of an
    earlier meeting), `nilai` (a question without points), `bentrok` (a question
    that offices have answered differently, so that nobody is asked for it
    again), `tambah` (a question that the plan needs answered further).
    id: of the document, action or decision, or the question's code.
    teks, catatan: as the book has them.  kode: the questions it serves.
    opd: who has to do it, "" where the book does not say.
    menunggu: recorded points of each question that wait for it; for `nilai`
    the most that the question gives.  poin: their sum; of an action the
    estimate of the RAD; for `tambah` the most that it can add; None where not known.  poin_min, poin_maks: of an
    action, what the RAD states; elsewhere the same as poin.
    tenggat: the earliest day still to come, None where none is known.
    keadaan: the document's status, the state of the action or promise, or for
    `tambah` what is done (scoring.rencana.kegiatan.Kerja).
    asal: office that holds the document.  rad: the actions of the RAD that are
    the same work (scoring.pekerjaan.sama).  tahun: of a document that leaves
    data years unproven, those for which it is complete, and those.
    suara: the answers that disagree, by office.  dokumen_lengkap: of a promise,
    whether the documents that it is about have become complete.  menentukan:
    whether the plan closes the distance of the EM with it.  semula: the
    earliest day that the RAD set for it, where that has passed.
    """

    jenis: str
    id: str
    teks: str
    kode: tuple[str, ...]
    opd: str
    menunggu: tuple[tuple[str, float], ...]
    poin: float | None
    tenggat: date | None
    keadaan: str = ""
    asal: str | None = None
    terbuka: tuple[str, ...] = ()
    catatan: str | None = None
    terbalik: bool = False
    rad: tuple[str, ...] = ()
    dokumen_lengkap: bool = False
    poin_min: float | None = None
    poin_maks: float | None = None
    tahun: tuple[tuple[int, ...], tuple[int, ...]] | None = None
    suara: tuple[tuple[str, float], ...] = ()
    menentukan: bool = False
    semula: date | None = None


@dataclass(frozen=True)
class PekerjaanKantor:
    """All that concerns one office.

    butuh: what is needed, in the order in which to ask.  diperiksa: its
    documents that wait for us.  nanti: its documents that can only help the
    next cycle; not asked for.  rad: all its actions.  utama, ikut: the
    questions for which it is responsible, and those in which it takes part.
    """

    peran: str
    butuh: tuple[Pekerjaan, ...]
    diperiksa: tuple[Pekerjaan, ...]
    nanti: tuple[Pekerjaan, ...]
    rad: tuple[KegiatanRad, ...]
    utama: pd.DataFrame
    ikut: pd.DataFrame

    def yang_pertama(self, paling_banyak: int) -> tuple[Pekerjaan, ...]:
        """Return what to ask first; an action or decision about a question that was already asked for waits."""
        hasil: list[Pekerjaan] = []
        for b in self.butuh:
            sudah = {k for h in hasil for k in h.kode}
            if not (b.jenis in (KEGIATAN, JANJI, NILAI, BENTROK) and sudah & set(b.kode)):
                hasil.append(b)
        return tuple(hasil[:paling_banyak])


def poin_bersama(pekerjaan: Iterable[Pekerjaan]) -> float:
    """Return the recorded points that wait for several things, those of a shared question counted once."""
    return round(sum({k: n for b in pekerjaan if b.jenis in BERDOKUMEN for k, n in b.menunggu}.values()), 2)


class Hari:
    """Knows until when something can be asked for."""

    def __init__(self, rad: Iterable[KegiatanRad], tanggal: date, akhir: date | None):
        self.tanggal, self.akhir = tanggal, akhir
        self.janji: defaultdict[str, list[date]] = defaultdict(list)
        for r in rad:
            if r.keadaan != SELESAI and not r.siklus_berikutnya and r.tenggat is not None and r.kode:
                self.janji[r.kode].append(r.tenggat)
            if r.keadaan != SELESAI and not r.siklus_berikutnya and r.pertanyaan is not None and r.tenggat is not None:
                self.janji[kode_bagian((r.klaster, r.indikator, r.pertanyaan))].append(r.tenggat)

    def lewat(self, *sendiri: date | None) -> date | None:
        """Return the earliest of some days that have passed."""
        return min((h for h in sendiri if h is not None and h < self.tanggal), default=None)

    def paling_awal(self, kode: Iterable[str], *sendiri: date | None) -> date | None:
        """Return the earliest day still to come: its own, what the RAD promises, the last day of the stage."""
        hari = [self.akhir, *sendiri, *(h for k in kode for h in self.janji[k])]
        return min((h for h in hari if h is not None and h >= self.tanggal), default=None)


def urutan_minta(b: Pekerjaan) -> tuple[int, float, str]:
    """Order what is needed, most points first: what decides the target, documents, what was promised, the rest."""
    aman = b.jenis in BERDOKUMEN and b.jenis != TANPA_LAMPIRAN  # what the form does not ask for is asked last
    golongan = 0 if b.menentukan else 1 if aman and b.poin else 2 if b.jenis in (KEGIATAN, JANJI, BENTROK) else 3
    return golongan, -(b.poin or 0.0), b.id
