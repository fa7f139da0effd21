"""Hold what the task force still needs from an office, with the points that wait for it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import pandas as pd

from kla_lib.rules.form.kode import kode_bagian
from kla_lib.scoring.pekerjaan.rad import SELESAI, KegiatanRad

DOKUMEN, PERIKSA, TANPA_DOKUMEN, KEGIATAN, JANJI, NILAI = (
    "dokumen",
    "periksa",
    "tanpa_dokumen",
    "kegiatan",
    "janji",
    "nilai",
)
BERDOKUMEN = (DOKUMEN, PERIKSA, TANPA_DOKUMEN)
"""The kinds that secure points which are already claimed."""

TAHAP_AKHIR = "vf"
PEMERIKSA = "dinas_pppa"  # who looks at documents before they are uploaded


@dataclass(frozen=True)
class Kebutuhan:
    """One thing still needed of an office.

    jenis: `dokumen` (thin or absent), `periksa` (nobody looked at it yet),
    `tanpa_dokumen` (a question with points and no document recorded),
    `kegiatan` (an action of the RAD that is late or stuck), `janji` (an open
    decision of an earlier meeting), `nilai` (a question without points).
    nomor: id of the document, action or decision, or the question's code.
    isi, catatan: as the book has them.  kode: the questions it serves.
    menunggu: recorded points of each question that wait for it; for `nilai`
    the most that the question gives.  poin: their sum; of an action the
    estimate of the RAD; None where not known.  tenggat: the earliest day still
    to come, None where none is known.  asal: office that holds the document.
    """

    jenis: str
    nomor: str
    isi: str
    kode: tuple[str, ...]
    menunggu: tuple[tuple[str, float], ...]
    poin: float | None
    tenggat: date | None
    asal: str | None = None
    status: str = ""
    terbuka: tuple[str, ...] = ()
    catatan: str | None = None
    terbalik: bool = False


@dataclass(frozen=True)
class KebutuhanOpd:
    """All that concerns one office.

    butuh: what is needed, in the order in which to ask.  diperiksa: its
    documents that wait for us.  nanti: its documents that can only help the
    next cycle; not asked for.  rad: all its actions.  utama, ikut: the
    questions for which it is responsible, and those in which it takes part.
    """

    peran: str
    butuh: tuple[Kebutuhan, ...]
    diperiksa: tuple[Kebutuhan, ...]
    nanti: tuple[Kebutuhan, ...]
    rad: tuple[KegiatanRad, ...]
    utama: pd.DataFrame
    ikut: pd.DataFrame

    def yang_pertama(self, paling_banyak: int) -> tuple[Kebutuhan, ...]:
        """Return what to ask first; an action or decision about a question that was already asked for waits."""
        hasil: list[Kebutuhan] = []
        for b in self.butuh:
            sudah = {k for h in hasil for k in h.kode}
            if not (b.jenis in (KEGIATAN, JANJI, NILAI) and sudah & set(b.kode)):
                hasil.append(b)
        return tuple(hasil[:paling_banyak])


def poin_bersama(butuh: Iterable[Kebutuhan]) -> float:
    """Return the recorded points that wait for several things, those of a shared question counted once."""
    return round(sum({k: n for b in butuh if b.jenis in BERDOKUMEN for k, n in b.menunggu}.values()), 2)


class Hari:
    """Knows until when something can be asked for."""

    def __init__(self, rad: Iterable[KegiatanRad], tanggal: date, akhir: date | None):
        self.tanggal, self.akhir = tanggal, akhir
        self.janji: defaultdict[str, list[date]] = defaultdict(list)
        for r in rad:
            if r.keadaan != SELESAI and not r.siklus_berikutnya and r.pertanyaan is not None and r.tenggat is not None:
                self.janji[kode_bagian((r.klaster, r.indikator, r.pertanyaan))].append(r.tenggat)

    def paling_awal(self, kode: Iterable[str], *sendiri: date | None) -> date | None:
        """Return the earliest day still to come: its own, what the RAD promises, the last day of the stage."""
        hari = [self.akhir, *sendiri, *(h for k in kode for h in self.janji[k])]
        return min((h for h in hari if h is not None and h >= self.tanggal), default=None)


def urutan_minta(b: Kebutuhan) -> tuple[int, float, str]:
    """Order what is needed: documents that secure points, most points first; what was promised; then the rest."""
    golongan = 0 if b.jenis in BERDOKUMEN and b.poin else 1 if b.jenis in (KEGIATAN, JANJI) else 2
    return golongan, -(b.poin or 0.0), b.nomor
