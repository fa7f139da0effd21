"""Describe a plan as a reader needs it, and the forecast that it may rest on."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from kla_lib.rules.kategori import Kategori
from kla_lib.scoring.nilai.nilai import Larik
from kla_lib.scoring.rencana.dampak import Dampak
from kla_lib.scoring.rencana.halangan import Halangan
from kla_lib.scoring.rencana.inti import Kelompok
from kla_lib.scoring.rencana.kegiatan import Dikecualikan, Kegiatan
from kla_lib.scoring.rencana.peluang import Peluang


@dataclass(frozen=True)
class Ramalan:
    """What the forecast says of a city without any action, draw by draw.

    total: final total (n,), not cut at the claimed points: whether they reach
    the target is a condition of its own (`Masalah.em`).  bagian: for every state of documents what is left
    of a recorded point (n,).  baru: the same of a new point that is documented.
    """

    total: Larik
    bagian: Mapping[str, Larik]
    baru: Larik


@dataclass(frozen=True)
class Terpilih:
    """An action of the plan with what it brings there, after every cap; the numbers of all add to the plan's.

    poin: on paper.  em: least and most that it adds to the recorded points.
    menutup_em: it belongs to what is done first, closing the distance of the EM.
    """

    kegiatan: Kegiatan
    poin: float
    em: tuple[float, float] = (0.0, 0.0)
    menutup_em: bool = False


Jangkauan = Literal["tercapai", "kurang_dokumen", "bila_dijawab", "terhalang", "tidak"]
"""How a target stands: reached on paper; within the recorded points or those of the RAD, but not documented; only if
open questions are answered; kept out by hours, money or what excludes each other; beyond all that is open."""


@dataclass(frozen=True)
class RencanaEm:
    """The recorded points (EM) on the way to the target, which no final score passes.

    awal: today.  kurang: how much they lie below the edge of the target, 0
    where they do not.  tercatat: the most with all documents and actions of
    the RAD, without answering more.  tertinggi: with all that is open, whoever
    has the hours.  cadangan: how many open questions the plan leaves, and
    what they could add beyond it.
    """

    jangkauan: Jangkauan
    awal: float
    kurang: float
    tercatat: float
    tertinggi: float
    cadangan: tuple[int, float]


@dataclass(frozen=True)
class Kemungkinan:
    """How likely a plan reaches the target.

    peluang: on fresh futures of the main setting.  rentang: lowest and highest
    over the settings.  contoh: over the futures on which the plan was chosen.
    tanpa_kegiatan: on the fresh futures, doing nothing.  tertinggi: the
    largest chance that any choice gives over the chosen futures.
    kurva: empty until `tambah_kurva` works it out; (rupiah, or number of actions where nothing costs anything; chance
    on fresh futures), rising in cost.  skenario, undian: how many futures the
    plan was chosen on, and how many fresh ones it was tested on.  terbukti:
    the solver proved `tertinggi`, and that each choice of `kurva` is the cheapest.
    """

    peluang: Peluang
    rentang: tuple[float, float]
    contoh: Peluang
    tanpa_kegiatan: Peluang
    tertinggi: float
    kurva: tuple[tuple[float, float], ...]
    skenario: int
    undian: int
    terbukti: bool = True


@dataclass(frozen=True)
class Rencana:
    """The plan for one target.

    dasar: "berdokumen" or "em", what counts on paper.  tercapai: whether the
    target is reached, on paper or with the chance asked for (`diminta`, None
    for on paper).  Where it is not, the actions are those that come nearest.
    biaya: rupiah of the actions with a recorded amount; tanpa_anggaran: how
    many of the RAD have none.  nilai_awal, nilai: on paper, without and with
    the plan: documented points, or recorded ones where the book has no
    documents.  nilai_em: least and most recorded points with the plan.  em:
    None once the self-evaluation is closed.  All totals are rounded once.
    terbukti: proven optimal by the solver.  kelompok: None where the plan is
    empty.  kapasitas: hours per office, infinite where no dates are known.
    pengubah_lain: ids of the RAD outside the plan that may change a measured
    outcome.  belum_dicatat: sheets that the book does not have.
    """

    sasaran: Kategori
    tahap: str
    dasar: str
    tercapai: bool
    diminta: float | None
    kegiatan: tuple[Terpilih, ...]
    biaya: float
    tanpa_anggaran: int
    jam: float
    nilai_awal: float
    nilai: float
    nilai_em: tuple[float, float]
    em: RencanaEm | None
    kategori: str
    terbukti: bool
    kelompok: Kelompok | None
    kemungkinan: Kemungkinan | None
    halangan: tuple[Halangan, ...]
    dampak: tuple[Dampak, ...]
    pengubah_lain: tuple[str, ...]
    belum_dicatat: tuple[str, ...]
    dikecualikan: tuple[Dikecualikan, ...]
    kapasitas: float
    tanggal_data: date | None
    tanggal: date | None
    anggaran: float | None

    @property
    def em_cukup(self) -> bool:
        """Whether the recorded points do not keep the target out of reach."""
        return self.em is None or self.em.jangkauan not in ("terhalang", "tidak")

    @property
    def menutup_em(self) -> tuple[Terpilih, ...]:
        """What is done first, closing the distance of the EM; nothing where there is none."""
        return tuple(t for t in self.kegiatan if t.menutup_em)

    @property
    def mengubah(self) -> bool:
        """Whether at least one action may change a measured outcome for children."""
        return any(d.mengubah for d in self.dampak)


@dataclass(frozen=True)
class TujuanRencana:
    """What is asked of a plan: target, chance (0 to 1), rupiah at most, last day of the stage."""

    sasaran: str
    peluang: float | None = None
    anggaran: float | None = None
    tanggal: date | None = None
