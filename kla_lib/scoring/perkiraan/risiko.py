"""Tell what of a klaster's points may be lost on the way to the final score, and which documents they hang on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from kla_lib.rules.verifikasi import Pasangan, Verifikasi
from kla_lib.scoring.nilai.nilai import Induk, Larik
from kla_lib.scoring.perkiraan.perkiraan import ACUAN, langkah_tersisa, undi_kota
from kla_lib.scoring.perkiraan.susunan import Susunan, keadaan_of
from kla_lib.scoring.perkiraan.undian import bagian_per_keadaan


@dataclass(frozen=True)
class RisikoDokumen:
    """What of the klaster's final points (poin) is lost if one document, on which `kode` hangs, is not there."""

    id_dokumen: str
    kode: tuple[str, ...]
    hilang: float


@dataclass(frozen=True)
class Risiko:
    """The points of one klaster that may be lost (poin).

    nilai: recorded.  hilang: mean loss under the main mix; rentang: lowest and
    highest over the assumed mixes.  dokumen: most points first.
    """

    nilai: float
    hilang: float
    rentang: tuple[float, float]
    dokumen: tuple[RisikoDokumen, ...]


def hitung_risiko(
    susunan: Susunan, klaster: str, nilai: float, verifikasi: Verifikasi, tahap: str, riwayat: Iterable[Pasangan] = ()
) -> Risiko:
    """Return the risk of a klaster with `nilai` recorded points, from the stage `tahap` to the final score.

    Offices and questions scatter around the drawn share of the city without
    moving its mean, so means need no draws of them: a pack has its answer at
    once, the same as the summary's to a fraction of a point.
    """
    rata = _rata_rata(verifikasi, tahap, riwayat)
    milik = np.flatnonzero([k == klaster for k in susunan.klaster])
    hilang = {nama: _hilang(susunan, milik, r) for nama, r in rata.items()}
    return Risiko(
        nilai, hilang[ACUAN], (min(hilang.values()), max(hilang.values())), _dokumen(susunan, milik, rata[ACUAN])
    )


def _rata_rata(v: Verifikasi, tahap: str, riwayat: Iterable[Pasangan]) -> Mapping[str, Larik]:
    """Return for each assumed mix the mean share that is left at the end, by state of the documents (n_keadaan)."""
    langkah = langkah_tersisa(v, tahap)
    pertama, *lanjut = undi_kota(v, langkah, v.draws, v.seed, riwayat)
    sisa = np.prod([np.ones(v.draws), *lanjut], axis=0)
    bagian = bagian_per_keadaan(pertama, list(v.campuran.values()), v.beta)
    rata = [np.broadcast_to(b * sisa, (len(v.campuran), v.draws)).mean(axis=1) for b in bagian]
    return {nama: np.array([r[n] for r in rata]) for n, nama in enumerate(v.campuran)}


def _hilang(susunan: Susunan, milik: Induk, rata: Larik) -> float:
    """Return the recorded points of some units less what is left of them, both with the caps."""
    nilai, induk = susunan.nilai[milik], susunan.induk[milik]
    tercatat, sisa = (
        np.minimum(np.bincount(induk, n, len(susunan.atap)), susunan.atap).sum()
        for n in (nilai, nilai * rata[susunan.keadaan[milik]])
    )
    return float(tercatat - sisa)


def _dokumen(susunan: Susunan, milik: Induk, rata: Larik) -> tuple[RisikoDokumen, ...]:
    unit: dict[str, list[int]] = {}
    for u in map(int, milik):
        for id_dokumen, status in susunan.penentu[u]:
            if susunan.nilai[u] > 0 and status != "tidak_ada":
                unit.setdefault(id_dokumen, []).append(u)
    hasil = []
    for id_dokumen, daftar in unit.items():
        hilang = 0.0
        for u in daftar:
            tanpa = keadaan_of("tidak_ada" if d == id_dokumen else s for d, s in susunan.penentu[u])
            hilang += float(susunan.nilai[u] * (rata[susunan.keadaan[u]] - rata[tanpa]))
        hasil.append(RisikoDokumen(id_dokumen, tuple(susunan.kode[u] for u in daftar), hilang))
    return tuple(sorted(hasil, key=lambda d: (-d.hilang, d.id_dokumen)))
