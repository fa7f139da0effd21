"""Compare scenarios with each other and with the official result: what differs, and how far weights lie apart."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from kla_lib.rules.form.instrumen import Instrumen
from kla_lib.rules.form.kode import kolom_kode
from kla_lib.rules.skenario import IsiSkenario, Skenario
from kla_lib.scoring.dokumen.status import BELUM_DICATAT, LENGKAP
from kla_lib.scoring.skenario.pembobotan import SAMA, SEMUA, bobot_resmi, susun_bobot

BOBOT_KLASTER, BOBOT_INDIKATOR, NILAI, DOKUMEN = "bobot_klaster", "bobot_indikator", "nilai", "dokumen"
BERDOKUMEN = "berdokumen"


@dataclass(frozen=True)
class Beda:
    """One thing in which at least one scenario differs from the official result.

    jenis: bobot_klaster, bobot_indikator, nilai, dokumen or berdokumen.  kode:
    of the klaster, indikator or question, or the document's id.  resmi, isi (one per
    scenario, the official one where a scenario says nothing): a share (0 to
    1), points (poin, NaN where not recorded), a document's status, or that of
    a question without documents (belum_dicatat or lengkap).
    """

    jenis: str
    kode: str
    resmi: float | str
    isi: tuple[float | str, ...]


@dataclass(frozen=True)
class SebaranBobot:
    """How several people weigh one klaster or indikator, as shares (0 to 1) of its siblings.

    induk: SEMUA for a klaster, else the klaster of an indikator.
    """

    induk: str
    kode: str
    resmi: float
    isi: tuple[float, ...]
    terendah: float
    tertinggi: float
    median: float

    @property
    def rentang(self) -> float:
        """How far the largest share lies above the least."""
        return self.tertinggi - self.terendah


def beda_skenario(
    instrumen: Instrumen, nilai: Mapping[str, float], status: Mapping[str, str], daftar: Sequence[IsiSkenario]
) -> list[Beda]:
    """Return everything in which the scenarios differ from the official result: weights, points, documents, and
    questions tried as documented.

    nilai, status: the official points by code and statuses by id
    (ubah_skenario.nilai_resmi, status_resmi); their order is the order of the answer.
    """
    return [
        *_bobot(instrumen, daftar),
        *_nilai(nilai, daftar),
        *_dokumen(status, daftar),
        *_berdokumen(instrumen, daftar),
    ]


def _bobot(instrumen: Instrumen, daftar: Sequence[IsiSkenario]) -> list[Beda]:
    tiap = [susun_bobot(instrumen, isi.bobot) for isi in daftar]
    return [
        Beda(BOBOT_KLASTER if induk == SEMUA else BOBOT_INDIKATOR, kode, bagian, tuple(b[induk][kode] for b in tiap))
        for induk, resmi in bobot_resmi(instrumen).items()
        for kode, bagian in resmi.items()
        if any(abs(b[induk][kode] - bagian) >= SAMA for b in tiap)
    ]


def _nilai(resmi: Mapping[str, float], daftar: Sequence[IsiSkenario]) -> list[Beda]:
    return [
        Beda(NILAI, kode, resmi[kode], tuple(isi.nilai.get(kode, resmi[kode]) for isi in daftar))
        for kode in resmi
        if any(isi.nilai[kode] != resmi[kode] for isi in daftar if kode in isi.nilai)
    ]


def _dokumen(resmi: Mapping[str, str], daftar: Sequence[IsiSkenario]) -> list[Beda]:
    return [
        Beda(DOKUMEN, kode, resmi[kode], tuple(isi.status.get(kode, resmi[kode]) for isi in daftar))
        for kode in resmi
        if any(isi.status.get(kode, resmi[kode]) != resmi[kode] for isi in daftar)
    ]


def _berdokumen(instrumen: Instrumen, daftar: Sequence[IsiSkenario]) -> list[Beda]:
    return [
        Beda(
            BERDOKUMEN,
            kode,
            BELUM_DICATAT,
            tuple(LENGKAP if kode in isi.berdokumen else BELUM_DICATAT for isi in daftar),
        )
        for kode in kolom_kode(instrumen.pertanyaan)
        if any(kode in isi.berdokumen for isi in daftar)
    ]


def bobot_per_penulis(daftar: Sequence[Skenario]) -> list[Skenario]:
    """Return of each author the latest scenario that names weights, in the order of the authors' names.

    Of two made on one day the one whose name sorts last counts.  Upper and
    lower case and spaces at the ends do not make another author.
    """
    terakhir: dict[str, Skenario] = {}
    for s in sorted(daftar, key=lambda s: (s.dibuat, s.nama)):
        if s.bobot:
            terakhir[" ".join(s.penulis.casefold().split())] = s
    return [terakhir[k] for k in sorted(terakhir)]


def sebaran_bobot(instrumen: Instrumen, daftar: Sequence[IsiSkenario]) -> list[SebaranBobot]:
    """Return how far the weights of several scenarios lie apart, in the form's order.

    All klaster, and the indikator of those klaster inside which one of them
    weighs otherwise than the form.  Empty without scenarios.
    """
    if not daftar:
        return []
    tiap = [susun_bobot(instrumen, isi.bobot) for isi in daftar]
    hasil = []
    for induk, resmi in bobot_resmi(instrumen).items():
        if induk != SEMUA and all(abs(b[induk][k] - resmi[k]) < SAMA for b in tiap for k in resmi):
            continue
        for kode, bagian in resmi.items():
            isi = tuple(b[induk][kode] for b in tiap)
            hasil.append(SebaranBobot(induk, kode, bagian, isi, min(isi), max(isi), median(isi)))
    return hasil
