"""Tell what of a klaster's points may be lost on the way to the final score, and which documents they hang on."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from kla_lib.rules.verifikasi import UTAMA
from kla_lib.scoring.nilai.nilai import Induk, Larik
from kla_lib.scoring.perkiraan.susunan import KEADAAN_DOKUMEN, LETAK_TANPA, Susunan
from kla_lib.scoring.perkiraan.undian import Undian


@dataclass(frozen=True)
class RisikoDokumen:
    """What of the klaster's final points (poin) is lost if one document, on which `kode` hangs, is not there."""

    id_dokumen: str
    kode: tuple[str, ...]
    hilang: float


@dataclass(frozen=True)
class Risiko:
    """The points of one klaster that may be lost (poin).

    nilai: recorded.  hilang: mean loss under the main setting; rentang: lowest
    and highest over the settings.  dokumen: most points first.
    """

    nilai: float
    hilang: float
    rentang: tuple[float, float]
    dokumen: tuple[RisikoDokumen, ...]


def hitung_risiko(susunan: Susunan, klaster: str, nilai: float, undian: Mapping[str, Undian]) -> Risiko:
    """Return the risk of a klaster with `nilai` recorded points; undian: the draws of the region by setting.

    Of a mean it does not matter how offices and questions scatter around the
    region, so the summary's draws tell it at once.
    """
    rata = {nama: rata_akhir(u) for nama, u in undian.items()}
    milik = np.flatnonzero([k == klaster for k in susunan.klaster])
    hilang = {nama: _hilang(susunan, milik, r) for nama, r in rata.items()}
    return Risiko(
        nilai, hilang[UTAMA], (min(hilang.values()), max(hilang.values())), _dokumen(susunan, milik, rata[UTAMA])
    )


def rata_akhir(undian: Undian) -> Larik:
    """Return the mean share of a recorded point that is left at the end, by state of its documents (3,)."""
    return np.array([min(float(undian.akhir(k).mean()), 1.0) for k in range(len(KEADAAN_DOKUMEN))])


def dokumen_berisiko(susunan: Susunan) -> dict[str, list[int]]:
    """Return for each document that is not already absent the units with points that it decides."""
    milik: dict[str, list[int]] = {}
    for unit, penentu in enumerate(susunan.penentu):
        for id_dokumen, status in penentu:
            if susunan.nilai[unit] > 0 and status != "tidak_ada":
                milik.setdefault(id_dokumen, []).append(unit)
    return milik


def _hilang(susunan: Susunan, milik: Induk, rata: Larik) -> float:
    """Return the recorded points of some units less what is left of them, both with the caps."""
    nilai, induk = susunan.nilai[milik], susunan.induk[milik]
    tercatat, sisa = (
        np.minimum(np.bincount(induk, n, len(susunan.atap)), susunan.atap).sum()
        for n in (nilai, nilai * rata[susunan.keadaan[milik]])
    )
    return float(tercatat - sisa)


def _dokumen(susunan: Susunan, milik: Induk, rata: Larik) -> tuple[RisikoDokumen, ...]:
    di_sini = set(map(int, milik))
    hasil = []
    for id_dokumen, semua in dokumen_berisiko(susunan).items():
        unit = [u for u in semua if u in di_sini]
        if unit:
            hilang = susunan.nilai[unit] @ (rata[susunan.keadaan[unit]] - rata[LETAK_TANPA])
            hasil.append(RisikoDokumen(id_dokumen, tuple(susunan.kode[u] for u in unit), float(hilang)))
    return tuple(sorted(hasil, key=lambda d: (-d.hilang, d.id_dokumen)))
