"""Describe the actions a plan may choose from, and the places where their points may land."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from kla_lib.rules.jalur import AnggapanJalur
from kla_lib.rules.kerja import AnggapanKerja

Sumber = Literal["rad", "dokumen", "pertanyaan"]

Kerja = Literal["rad", "periksa", "lengkapi", "jawab", "tambah", "jawab_terbuka", "tambah_terbuka", "rinci"]
"""What is done: an action of the RAD; a document looked at, or completed; a question answered, or answered further;
the same where no document is recorded; a mark above the questions told question by question, and answered further."""
TERBUKA: tuple[Kerja, ...] = ("jawab", "tambah", "jawab_terbuka", "tambah_terbuka", "rinci")
"""What answers questions: its points lie anywhere between nothing and all that is left."""

Poin = tuple[float, float, float]
"""Least, likely and most points."""

Kode = tuple[str, str | None, str | None]
"""Klaster, indikator, pertanyaan; None from the level at which an action stops."""

TAHAP_EM = "em"
"""The stage of the self-evaluation: only then do new answers count."""

# Why an action is not in the list.
SIKLUS, TENGGAT, TANPA_CELAH, TANPA_POIN, DILARANG = "siklus", "tenggat", "tanpa_celah", "tanpa_poin", "dilarang"
MENUNGGU, BENTROK_SELESAI, MERUGIKAN, NILAI_AKHIR = "menunggu", "bentrok_selesai", "merugikan", "nilai_akhir"
DIBATALKAN, KABUR = "dibatalkan", "kabur"


@dataclass(frozen=True)
class Kegiatan:
    """Something an office can still do in this cycle.

    id: of the RAD, of the document ("D008"), or the question ("21A/8").
    teks: the action, the document's title, or the question, as the book or the
    form has it.  kode:
    the places that it serves.  poin: what it brings alone on paper, before any
    cap; for a document its equal share where several are still missing.  em:
    what it adds to the recorded points, beyond those recorded already.  sama: of an
    action of the RAD, the documents that are the same work.  biaya: rupiah
    of the RAD, 0 for work that only takes hours, None where the RAD has no
    amount.  jenis_celah: None for a preparation that brings no points itself.
    """

    id: str
    sumber: Sumber
    kerja: Kerja
    teks: str
    opd: str
    kode: tuple[Kode, ...]
    jenis_celah: str | None
    poin: Poin
    biaya: float | None
    jam: float
    butuh: tuple[str, ...] = ()
    bentrok: tuple[str, ...] = ()
    tenggat: date | None = None
    sama: tuple[str, ...] = ()
    em: Poin = (0.0, 0.0, 0.0)


@dataclass(frozen=True)
class Tempat:
    """A question (or a whole indikator or klaster) at which actions may add points.

    ruang: the most that can be added.  sumbangan: for each action what it
    adds.  bersama: the points come only when all these actions are done (the
    missing documents of one question); otherwise they add up.  keadaan: state
    of the documents (susunan.KEADAAN_DOKUMEN) behind points that are recorded here
    already and only become safe; "" where all points are new.
    tercatat: how many such points there are.  opd: the office whose share of
    accepted points holds here: the one that the form names first.
    """

    kode: Kode
    ruang: float
    sumbangan: tuple[tuple[str, Poin], ...]
    bersama: bool
    keadaan: str
    tercatat: float
    opd: str


@dataclass(frozen=True)
class Atap:
    """The room (poin) that a klaster, indikator or question leaves to all that lies in it."""

    klaster: str
    indikator: str | None
    ruang: float
    pertanyaan: str | None = None

    def memuat(self, kode: Kode) -> bool:
        """Whether a place lies in it."""
        return kode[0] == self.klaster and self.indikator in (None, kode[1]) and self.pertanyaan in (None, kode[2])


@dataclass(frozen=True)
class Dikecualikan:
    """An action that no plan may use, and why (one of the reasons of this module).

    poin: its likely points where known, NaN elsewhere; sebab: the action or
    date that stands in its way.
    """

    id: str
    teks: str
    opd: str
    alasan: str
    poin: float
    sebab: str = ""


@dataclass(frozen=True)
class DaftarKegiatan:
    """All that a plan may choose from, sorted by id.

    awal: the total on paper before any action (poin): points with complete
    documents where the book records documents (dasar "berdokumen"), else the
    recorded points ("em").  belum_ditentukan: points of which nobody said
    whether this cycle can still reach them.  em: the recorded points, above
    which no final score lies while the self-evaluation is open; None at later
    stages.  atap_em: the room that they leave.
    """

    dasar: Literal["berdokumen", "em"]
    awal: float
    kegiatan: tuple[Kegiatan, ...]
    tempat: tuple[Tempat, ...]
    atap: tuple[Atap, ...]
    dikecualikan: tuple[Dikecualikan, ...] = ()
    belum_ditentukan: float = 0.0
    em: float | None = None
    atap_em: tuple[Atap, ...] = ()


@dataclass(frozen=True)
class Anggapan:
    """The two sets of assumptions that a list of actions rests on."""

    kerja: AnggapanKerja
    jalur: AnggapanJalur


def kapasitas_kantor(mulai: date | None, selesai: date | None, anggapan: AnggapanJalur) -> float:
    """Return the hours that one office has from a day to the last day, both included; infinite without both."""
    if mulai is None or selesai is None:
        return float("inf")
    return anggapan.jam_per_hari * sum(hari.weekday() < 5 for hari in _hari(mulai, selesai))


def _hari(mulai: date, selesai: date) -> Iterable[date]:
    return (mulai + timedelta(n) for n in range((selesai - mulai).days + 1))
