"""Find what could break the forecast: which documents carry the chance, which offices hold points at risk."""

from dataclasses import dataclass

import numpy as np

from kla_lib.rules.kategori import DaftarKategori
from kla_lib.scoring.perkiraan.peluang import mencapai
from kla_lib.scoring.perkiraan.risiko import dokumen_berisiko, rata_akhir
from kla_lib.scoring.perkiraan.susunan import LETAK_TANPA, Susunan
from kla_lib.scoring.perkiraan.undian import Undian


@dataclass(frozen=True)
class TanpaDokumen:
    """What is lost if one document turns out not to be there.

    peluang_hilang: by how much the chance of the target (or better) falls.
    poin_hilang: mean loss of final points (poin).  kode: the recorded
    questions whose points depend on it.
    """

    id_dokumen: str
    kode: tuple[str, ...]
    peluang_hilang: float
    poin_hilang: float


@dataclass(frozen=True)
class RisikoKantor:
    """The points of one responsible office (poin, before the caps of the indikator).

    nilai: recorded.  harapan: mean of what is left at the end.  berisiko: the
    difference.  peran "" gathers the marks that no office holds.
    """

    peran: str
    nilai: float
    harapan: float
    berisiko: float


@dataclass(frozen=True)
class Kepekaan:
    """Documents in order of the chance lost without them, offices in order of points at risk."""

    sasaran: str
    peluang: float
    dokumen: tuple[TanpaDokumen, ...]
    opd: tuple[RisikoKantor, ...]


def kepekaan(susunan: Susunan, undian: Undian, kategori: DaftarKategori, sasaran: str) -> Kepekaan:
    """Return what the chance of a target category hangs on, in the draws of the main setting.

    Every "without" uses the draws of the "with", so that a difference is never chance.
    """
    total = undian.total(susunan)
    peluang = float(mencapai(total, kategori[sasaran]).mean())
    dokumen = []
    for id_dokumen, unit in dokumen_berisiko(susunan).items():
        keadaan = susunan.keadaan.copy()
        keadaan[unit] = LETAK_TANPA
        tanpa = undian.total(susunan.dengan(keadaan=keadaan))
        dokumen.append(
            TanpaDokumen(
                id_dokumen,
                tuple(susunan.kode[u] for u in unit),
                peluang - float(mencapai(tanpa, kategori[sasaran]).mean()),
                float((total - tanpa).mean()),
            )
        )
    dokumen.sort(key=lambda d: (-d.peluang_hilang, -d.poin_hilang))
    return Kepekaan(sasaran, peluang, tuple(dokumen), _risiko_kantor(susunan, undian))


def _risiko_kantor(s: Susunan, undian: Undian) -> tuple[RisikoKantor, ...]:
    rata = rata_akhir(undian)
    nilai, harapan = (np.bincount(s.opd, n, len(s.daftar_opd)) for n in (s.nilai, s.nilai * rata[s.keadaan]))
    per_peran: dict[str, tuple[float, float]] = {}
    for peran, n, h in zip(s.daftar_opd, nilai, harapan, strict=True):
        lama = per_peran.get(peran, (0.0, 0.0))
        per_peran[peran] = (lama[0] + float(n), lama[1] + float(h))
    kantor = [RisikoKantor(p, n, h, n - h) for p, (n, h) in per_peran.items() if n]
    return tuple(sorted(kantor, key=lambda o: -o.berisiko))
