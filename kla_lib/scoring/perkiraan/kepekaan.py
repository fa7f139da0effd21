"""Find what could break the forecast: which documents carry the chance, which offices hold points at risk."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from kla_lib.rules.kategori import DaftarKategori
from kla_lib.rules.verifikasi import Pasangan, Verifikasi
from kla_lib.scoring.nilai.nilai import Larik
from kla_lib.scoring.perkiraan.peluang import mencapai
from kla_lib.scoring.perkiraan.perkiraan import siapkan_meja
from kla_lib.scoring.perkiraan.sebaran import Baris
from kla_lib.scoring.perkiraan.susunan import Susunan, keadaan_of
from kla_lib.scoring.perkiraan.undian import MejaUndian, dibatasi


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


def kepekaan(
    susunan: Susunan,
    verifikasi: Verifikasi,
    kategori: DaftarKategori,
    sasaran: str,
    dari: str,
    *,
    riwayat: Iterable[Pasangan] = (),
    draws: int | None = None,
    seed: int | None = None,
) -> Kepekaan:
    """Return what the chance of a target category hangs on; under the main mix of documents.

    Every "without" uses the draws of the "with", so that a difference is never
    chance and only the questions of that document are drawn again.
    Raises ValueError where nothing is left to forecast.
    """
    meja, lanjut = siapkan_meja(susunan, verifikasi, dari, riwayat=riwayat, draws=draws, seed=seed)
    jumlah = meja.poin_per_induk()[:, 0]
    total = dibatasi(jumlah, susunan.atap)
    cukup = mencapai(np.round(total * lanjut, 2), kategori[sasaran])
    peluang = float(cukup.mean())
    dokumen = []
    for id_dokumen, unit in _unit_per_dokumen(susunan).items():
        beda = _beda_tanpa(meja, id_dokumen, unit)
        turun = np.zeros_like(total)
        for induk, b in beda.items():
            atap = susunan.atap[induk]
            turun += np.minimum(jumlah[induk], atap) - np.minimum(jumlah[induk] + b, atap)
        tanpa = mencapai(np.round((total - turun) * lanjut, 2), kategori[sasaran])
        dokumen.append(
            TanpaDokumen(
                id_dokumen,
                tuple(susunan.kode[u] for u in unit),
                peluang - float(tanpa.mean()),
                float((turun * lanjut).mean()),
            )
        )
    dokumen.sort(key=lambda d: (-d.peluang_hilang, -d.poin_hilang))
    return Kepekaan(sasaran, peluang, tuple(dokumen), _risiko_kantor(meja, lanjut))


def _unit_per_dokumen(susunan: Susunan) -> dict[str, list[int]]:
    """Return for each document that is not already absent the recorded units that it decides."""
    milik: dict[str, list[int]] = {}
    for unit, penentu in enumerate(susunan.penentu):
        for id_dokumen, status in penentu:
            if susunan.nilai[unit] > 0 and status != "tidak_ada":
                milik.setdefault(id_dokumen, []).append(unit)
    return milik


def _beda_tanpa(meja: MejaUndian, id_dokumen: str, unit: list[int]) -> dict[int, Larik]:
    """Return per induk by how much its points (draws,) change without a document."""
    s = meja.susunan
    milik: dict[tuple[int, int], Baris] = {}
    beda: dict[int, Larik] = {}
    for u in unit:
        opd, lama = int(s.opd[u]), int(s.keadaan[u])
        baru = keadaan_of("tidak_ada" if d == id_dokumen else status for d, status in s.penentu[u])
        for keadaan in (lama, baru):
            if (opd, keadaan) not in milik:
                milik[opd, keadaan] = meja.baris_opd(opd, keadaan)
        selisih = meja.bagian_unit(u, milik[opd, baru])[0] - meja.bagian_unit(u, milik[opd, lama])[0]
        induk = int(s.induk[u])
        beda[induk] = beda.get(induk, 0.0) + s.nilai[u] * selisih.astype(float)
    return beda


def _risiko_kantor(meja: MejaUndian, lanjut: Larik) -> tuple[RisikoKantor, ...]:
    s = meja.susunan
    nilai: dict[str, float] = {}
    harapan: dict[str, float] = {}
    milik: dict[tuple[int, int], Baris] = {}
    bobot = (lanjut / len(lanjut)).astype(np.float32)
    for u in map(int, np.flatnonzero(s.nilai)):
        kantor = (int(s.opd[u]), int(s.keadaan[u]))
        if kantor not in milik:
            milik[kantor] = meja.baris_opd(*kantor)
        peran = s.daftar_opd[kantor[0]]
        nilai[peran] = nilai.get(peran, 0.0) + float(s.nilai[u])
        diterima = float(meja.bagian_unit(u, milik[kantor])[0] @ bobot)
        harapan[peran] = harapan.get(peran, 0.0) + float(s.nilai[u]) * diterima
    urut = sorted(nilai, key=lambda p: harapan[p] - nilai[p])
    return tuple(RisikoKantor(p, nilai[p], harapan[p], nilai[p] - harapan[p]) for p in urut)
