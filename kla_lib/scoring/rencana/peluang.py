"""Find the cheapest choice of actions for a chance of the target: exact over stated scenarios, tested on others."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from kla_lib.scoring.nilai.nilai import Larik
from kla_lib.scoring.perkiraan.susunan import KEADAAN_DOKUMEN, LETAK_LENGKAP
from kla_lib.scoring.rencana.ikutan import bagi_masa_depan
from kla_lib.scoring.rencana.kegiatan import DaftarKegiatan
from kla_lib.scoring.rencana.masalah import Masalah, Pilihan, boleh, poin_tempat
from kla_lib.scoring.rencana.pemecah import KERJA, Jatah, Syarat, selesaikan
from kla_lib.scoring.rencana.pilihan import TELITI, Solusi, berurutan, syarat_masalah


@dataclass(frozen=True)
class MasaDepan:
    """Equally likely futures of one city.

    dasar: its final total without any action, not cut at the claimed points (n,).  tambah: how much of one
    point added at each place the verifier accepts, net of what he accepts
    there today (n, t), never negative.
    """

    dasar: Larik
    tambah: Larik

    def di(self, letak: npt.NDArray[np.bool_] | npt.NDArray[np.intp]) -> "MasaDepan":
        """Return the futures at these places."""
        return MasaDepan(self.dasar[letak], self.tambah[letak])

    def merata(self, banyak: int) -> "MasaDepan":
        """Return so many of the futures, the middle one of each of equal parts from the worst total to the best."""
        urut = np.argsort(self.dasar, kind="stable")
        letak = urut[((np.arange(banyak) + 0.5) / banyak * len(urut)).astype(int)]
        return self.di(letak)


@dataclass(frozen=True)
class Peluang:
    """A share of futures, and its Monte Carlo error (one standard error)."""

    besaran: float
    galat: float


def tambah_per_poin(daftar: DaftarKegiatan, bagian: Mapping[str, Larik], baru: Larik) -> Larik:
    """Return what one point added at each place brings in each future (n, t).

    bagian: for every state of documents (susunan.KEADAAN_DOKUMEN) what is left
    of a recorded point in each future (n,), drawn together with the total;
    baru: the same of a new point that is documented.  A point that is recorded
    already moves from the share of its documents today to that of complete
    ones, so it brings the difference.  Where an action of the RAD serves a
    question that has points, all its points count as recorded already, also
    those beyond: that is cautious.
    """
    penuh = bagian[KEADAAN_DOKUMEN[LETAK_LENGKAP]]
    kolom = [np.maximum(penuh - bagian[t.keadaan], 0.0) if t.keadaan else baru for t in daftar.tempat]
    return np.stack(kolom, axis=1) if kolom else np.zeros((len(penuh), 0))


def peluang_rencana(m: Masalah, masa_depan: MasaDepan, pilih: Pilihan, ambang: float) -> Peluang:
    """Return in which share of the futures a choice reaches at least `ambang` poin.

    In none where the claimed points stay below it: the final score cannot exceed them.
    """
    if m.em is not None and not m.em.cukup(pilih):
        return Peluang(0.0, 0.0)
    berhasil = masa_depan.dasar + masa_depan.tambah @ poin_tempat(m, pilih) >= ambang - TELITI
    n = len(berhasil)
    p = float(berhasil.mean())
    return Peluang(p, float(np.sqrt(p * (1 - p) / n)))


def belum_pasti(m: Masalah, masa_depan: MasaDepan, ambang: float) -> npt.NDArray[np.bool_]:
    """Return which futures (n,) the choice decides: those neither at `ambang` poin already nor out of reach."""
    kurang = ambang - masa_depan.dasar
    return np.asarray((kurang > 0) & (masa_depan.tambah @ _terbanyak(m) >= kurang - TELITI))


def syarat_peluang(m: Masalah, masa_depan: MasaDepan, ambang: float, peluang: float) -> tuple[Syarat, int] | None:
    """Return the conditions of a choice that reaches `ambang` in at least this share of the futures.

    With them how many columns of 0 or 1 they add, one for each future that a
    choice may reach or not; None where too many are out of reach.
    """
    bahan = _terbuka(m, masa_depan, ambang, peluang)
    if bahan is None:
        return None
    terbuka, perlu = bahan
    if perlu <= 0:
        return syarat_masalah(m), 0
    bagian = bagi_masa_depan(terbuka.tambah, ambang - terbuka.dasar, _terbanyak(m), perlu)
    syarat = _syarat_masa_depan(m, terbuka.di(bagian.bebas), ambang, perlu - bagian.banyak_wajib)
    for suku, kurang in _suku(m, terbuka.di(bagian.wajib), ambang):
        syarat.tambah(suku, bawah=kurang)
    return syarat, len(bagian.bebas)


def _terbuka(m: Masalah, masa_depan: MasaDepan, ambang: float, peluang: float) -> tuple[MasaDepan, int] | None:
    """Return the futures that a choice decides, and how many of them it must reach; None where that is too many."""
    terbuka = belum_pasti(m, masa_depan, ambang)
    perlu = int(np.ceil(peluang * len(terbuka) - TELITI)) - int((masa_depan.dasar >= ambang).sum())
    return None if perlu > terbuka.sum() else (masa_depan.di(terbuka), perlu)


def _syarat_masa_depan(m: Masalah, masa_depan: MasaDepan, ambang: float, perlu: int) -> Syarat:
    """Return the conditions of a choice that reaches so many of the futures: a column of 0 or 1 for each."""
    syarat, awal = syarat_masalah(m), len(m.id) + len(m.ruang)
    for n, (suku, kurang) in enumerate(_suku(m, masa_depan, ambang)):
        syarat.tambah([*suku, (awal + n, -kurang)], bawah=0.0)
    syarat.tambah([(awal + n, 1.0) for n in range(len(masa_depan.dasar))], bawah=float(perlu))
    return syarat


def _suku(m: Masalah, masa_depan: MasaDepan, ambang: float) -> Iterator[tuple[list[tuple[int, float]], float]]:
    """Give for each future what the points of each place add to its total, and how much it needs."""
    for tambah, kurang in zip(masa_depan.tambah, ambang - masa_depan.dasar, strict=True):
        yield [(len(m.id) + t, float(b)) for t, b in enumerate(tambah) if b], float(kurang)


def cheapest_for_chance(
    m: Masalah, masa_depan: MasaDepan, ambang: float, peluang: float, kerja: int = KERJA
) -> Solusi | None:
    """Return the cheapest choice that reaches `ambang` in at least this share of the futures, or None.

    Exact over the given futures (their sample average); whether it holds for
    others is for `peluang_rencana` on fresh ones to say.  kerja: as for
    `berurutan`.
    """
    bahan = syarat_peluang(m, masa_depan, ambang, peluang)
    if bahan is None:
        return None
    syarat, tambahan = bahan

    def cukup(pilih: Pilihan) -> bool:
        return peluang_rencana(m, masa_depan, pilih, ambang).besaran >= peluang - TELITI

    return berurutan(m, syarat, cukup, tambahan, kerja)


def best_chance(m: Masalah, masa_depan: MasaDepan, ambang: float, kerja: int = KERJA) -> Solusi:
    """Return a choice that reaches `ambang` in most of the futures; no action where none helps."""
    terbaik = np.zeros(len(m.id), dtype=bool)
    sekarang = peluang_rencana(m, masa_depan, terbaik, ambang).besaran
    sudah = float((masa_depan.dasar >= ambang).mean())
    bahan = _terbuka(m, masa_depan, ambang, sekarang + 1 / len(masa_depan.dasar))
    if bahan is None:
        return Solusi(terbaik, True)
    terbuka, perlu = bahan
    syarat, tambahan = _syarat_masa_depan(m, terbuka, ambang, perlu), len(terbuka.dasar)
    tujuan = np.r_[np.zeros(len(m.id) + len(m.ruang)), -np.ones(tambahan)]
    jatah = Jatah(kerja)
    while True:
        x, terbukti = selesaikan(m, tujuan, syarat, jatah, tambahan)
        if x is None:
            return Solusi(terbaik, terbukti)
        pilih = x[: len(m.id)] > 0.5
        dapat = peluang_rencana(m, masa_depan, pilih, ambang).besaran
        if boleh(m, pilih) and dapat > sekarang:
            terbaik, sekarang = pilih, dapat
        if sudah + float(x[len(x) - tambahan :].round().sum()) / len(masa_depan.dasar) <= sekarang + TELITI:
            return Solusi(terbaik, terbukti)
        syarat.coret(pilih)


def cost_chance_curve(
    m: Masalah, masa_depan: MasaDepan, ambang: float, tingkat: Sequence[float], kerja: int = KERJA
) -> list[tuple[float, float, Solusi]]:
    """Return (cost, chance, choice) of the cheapest choice for each level of chance that can be reached.

    Levels in rising order; each choice is at least as dear as the one before,
    and one that already gives a higher level is not listed twice.
    """
    kurva: list[tuple[float, float, Solusi]] = []
    for p in sorted(tingkat):
        if kurva and kurva[-1][1] >= p - TELITI:
            continue
        solusi = cheapest_for_chance(m, masa_depan, ambang, p, kerja)
        if solusi is None:
            break
        dapat = peluang_rencana(m, masa_depan, solusi.pilih, ambang).besaran
        kurva.append((float(m.biaya @ solusi.pilih), dapat, solusi))
    return kurva


def _terbanyak(m: Masalah) -> Larik:
    """Return the most that each place can get with every action done (t,)."""
    lepas = replace(m, atap=m.atap[:0], ruang_atap=m.ruang_atap[:0])
    return poin_tempat(lepas, np.ones(len(m.id), dtype=bool))
