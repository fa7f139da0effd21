"""Forecast the final score in ways that need no model, and say whether ours is any better."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from kla_lib.rules.bukti.pengamatan import DIPAKAI, Pengamatan
from kla_lib.rules.verifikasi import Pindah
from kla_lib.scoring.nilai.nilai import Larik
from kla_lib.scoring.perkiraan.pindah import rata_tahun
from kla_lib.scoring.perkiraan.uji_silang import EM, Kasus, Nilaian, Peramal, Ringkas, beda_log_score, ringkas

NASIONAL, BAGIAN_TETAP, KATEGORI_SAMA = "nasional", "bagian_tetap", "kategori_sama"
BAGIAN_EM = 0.73
"""What is left of a self-assessment in the end, as a rule of thumb."""
DRAWS, BENIH = 8_000, 1


def daftar_pembanding(bukti: Sequence[Pengamatan], kasus: Sequence[Kasus], pindah: Pindah) -> dict[str, Peramal]:
    """Return the simple ways of forecasting by name; which cases each can forecast says `dapat`."""
    return {
        NASIONAL: peramal_nasional(pindah),
        BAGIAN_TETAP: peramal_bagian(kasus),
        KATEGORI_SAMA: peramal_sama(bukti, pindah),
    }


def dapat(cara: str, kasus: Kasus, semua: Sequence[Kasus]) -> bool:
    """Return whether a way has what it needs for a case: an earlier category, another region of the same stage."""
    if cara == KATEGORI_SAMA:
        return kasus.rekor is not None
    return cara != BAGIAN_TETAP or bool(_daerah_lain(kasus, semua))


def _daerah_lain(kasus: Kasus, semua: Sequence[Kasus]) -> list[Kasus]:
    """Return the cases of other regions whose share can be worked out."""
    return [k for k in semua if k.dari == kasus.dari and k.daerah != kasus.daerah and k.rendah > 0 and not k.diragukan]


def peramal_nasional(pindah: Pindah) -> Peramal:
    """Return the forecast that knows nothing of a region but the year: all regions of that year."""

    def ramal(k: Kasus) -> Larik:
        acak = np.random.default_rng(BENIH)
        return np.asarray(acak.normal(rata_tahun(pindah, k.tahun), pindah.simpangan, DRAWS))

    return ramal


def peramal_bagian(kasus: Sequence[Kasus]) -> Peramal:
    """Return a fixed share of the score: BAGIAN_EM of a self-assessment, of a check the mean of the other regions.

    With the spread that the others had around it, which is what an honest
    user of a rule of thumb would say.  Outcomes that are a category stand at its middle.
    """

    def ramal(k: Kasus) -> Larik:
        bagian = np.array([(x.rendah + x.tinggi) / 2 / x.nilai for x in _daerah_lain(k, kasus)])
        tengah = BAGIAN_EM if k.dari == EM else float(bagian.mean())
        simpangan = float(np.sqrt(((bagian - tengah) ** 2).mean() * (1 + 1 / len(bagian))))
        acak = np.random.default_rng(BENIH)
        return np.asarray(np.clip(k.nilai * acak.normal(tengah, simpangan, DRAWS), 0, k.nilai))

    return ramal


def peramal_sama(bukti: Sequence[Pengamatan], pindah: Pindah) -> Peramal:
    """Return "the same category as last time", as often as other regions kept theirs, else any of the year."""

    def ramal(k: Kasus) -> Larik:
        if k.rekor is None:
            raise ValueError("no record, so no last time")
        lain = [p for p in bukti if p.jenis == "vf_vf" and p.guna == DIPAKAI and p.daerah != k.daerah]
        tetap = sum(p.dari_rendah < (p.rendah + p.tinggi) / 2 <= p.dari_tinggi for p in lain) / max(len(lain), 1)
        acak = np.random.default_rng(BENIH)
        _tahun, rendah, tinggi = k.rekor
        sama = acak.uniform(rendah, tinggi, DRAWS)
        bebas = acak.normal(rata_tahun(pindah, k.tahun), pindah.simpangan, DRAWS)
        return np.asarray(np.where(acak.random(DRAWS) < tetap, sama, bebas))

    return ramal


LEBIH_BAIK, SAMA, KALAH, TERLALU_SEDIKIT = "lebih_baik", "sama", "kalah", "terlalu_sedikit"
DAERAH_TERSEDIKIT = 5
"""Of fewer regions the error of a mean is itself not known."""


@dataclass(frozen=True)
class Banding:
    """Our forecasts against another way's, on the cases that it can forecast.

    beda: our lead in the log score, with its standard error.  daerah: of how many regions the cases are.
    """

    kita: Ringkas
    mereka: Ringkas
    beda: tuple[float, float]
    daerah: int

    @property
    def putusan(self) -> str:
        """LEBIH_BAIK or KALAH where the lead is more than twice its error, else SAMA; or TERLALU_SEDIKIT cases."""
        if self.daerah < DAERAH_TERSEDIKIT:
            return TERLALU_SEDIKIT
        if abs(self.beda[0]) <= 2 * self.beda[1]:
            return SAMA
        return LEBIH_BAIK if self.beda[0] > 0 else KALAH


def banding(kita: Sequence[Nilaian], lain: Mapping[str, Sequence[Nilaian]]) -> dict[str, Banding]:
    """Return each other way against ours, on the cases of `kita` that it has; those without any are left out."""
    hasil = {}
    for nama, semua in lain.items():
        ada = {n.kasus: n for n in semua}
        milik = [n for n in kita if n.kasus in ada]
        if milik:
            mereka = [ada[n.kasus] for n in milik]
            daerah = len({n.kasus.daerah for n in milik})
            hasil[nama] = Banding(ringkas(milik), ringkas(mereka), beda_log_score(milik, mereka), daerah)
    return hasil
