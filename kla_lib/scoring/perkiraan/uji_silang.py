"""Leave each region out in turn, forecast it from the others, and mark the forecast against what it got."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from kla_lib.rules.bukti.pengamatan import DIPAKAI, DIRAGUKAN, Pengamatan
from kla_lib.rules.bukti.predikat import Predikat
from kla_lib.rules.kategori import DaftarKategori
from kla_lib.rules.verifikasi import UTAMA, Verifikasi
from kla_lib.scoring.nilai.kategori import peringkat_kategori
from kla_lib.scoring.nilai.nilai import Larik
from kla_lib.scoring.perkiraan.model import Model, fit_model
from kla_lib.scoring.perkiraan.pindah import Perpindahan, fit_perpindahan
from kla_lib.scoring.perkiraan.susunan import LETAK_BELUM, Susunan
from kla_lib.scoring.perkiraan.undian import Asal, undi

EM, VA = "em", "va"
DALAM, SEBAGIAN, LUAR = "dalam", "sebagian", "luar"
TERKECIL = 0.001
"""A chance is taken for no smaller, so that one surprise does not decide a mean of logarithms."""

Rekor = tuple[int, float, float]
"""An earlier outcome: year of the award, low, high (poin)."""


@dataclass(frozen=True)
class Kasus:
    """One region in one year whose outcome is known: EXACT where rendah equals tinggi, else an interval (poin).

    dari: the stage (EM or VA) whose score `nilai` is.  em: the claimed points
    where VA and they are known.  diragukan: scored, never fitted.
    """

    dari: str
    daerah: str
    tahun: int
    nilai: float
    em: float | None
    rendah: float
    tinggi: float
    diragukan: bool
    rekor: Rekor | None


Peramal = Callable[[Kasus], Larik]
"""Draws (n,) of the final score of a case, poin, made without anything of its region."""


@dataclass(frozen=True)
class Nilaian:
    """How good one forecast of one case was.

    log_score: of the category that came out, or of all that the interval
    allows.  crps (poin): outside the interval; 0 is perfect.  cakupan: share
    of the interval's probability between p05 and p95, 0 or 1 for an exact outcome.
    tengah_tepat: whether p50 lies in the category that came out, or in the interval.
    """

    kasus: Kasus
    p05: float
    p25: float
    p50: float
    p75: float
    p95: float
    tengah_tepat: bool
    peluang: float
    log_score: float
    crps: float
    cakupan: float

    @property
    def lebar(self) -> float:
        """From p05 to p95 (poin)."""
        return self.p95 - self.p05

    @property
    def letak(self) -> str:
        """Where the outcome lies: DALAM the range from p05 to p95, LUAR, or SEBAGIAN, where only part of it may be."""
        k = self.kasus
        if self.p05 <= k.rendah and k.tinggi <= self.p95:
            return DALAM
        return LUAR if k.tinggi < self.p05 or k.rendah > self.p95 else SEBAGIAN


def daftar_kasus(bukti: Sequence[Pengamatan], rekor: Mapping[tuple[str, int], Rekor]) -> tuple[Kasus, ...]:
    """Return every informative outcome after a known self-assessment or administrative check, by stage, region, year.

    Informative is a category, an exact value, or an upper bound that the score before it exceeds.
    """
    guna = [p for p in bukti if p.guna in (DIPAKAI, DIRAGUKAN)]
    em_va = {(p.daerah, p.tahun): p for p in guna if p.jenis == "em_va"}
    kasus = []
    for p in guna:
        kunci = (p.daerah, p.tahun)
        ragu = p.guna == DIRAGUKAN
        if p.jenis == "em_vf":
            kasus.append(Kasus(EM, *kunci, p.nilai, None, p.rendah, p.tinggi, ragu, rekor.get(kunci)))
        elif p.jenis == "va_vf":
            asal = em_va.get(kunci)
            em = None if asal is None else asal.nilai
            kasus.append(Kasus(VA, *kunci, p.nilai, em, p.rendah, p.tinggi, ragu, rekor.get(kunci)))
            if asal is not None:
                ragu |= asal.guna == DIRAGUKAN
                kasus.append(Kasus(EM, *kunci, asal.nilai, None, p.rendah, p.tinggi, ragu, rekor.get(kunci)))
    berarti = [k for k in kasus if k.rendah > 0 or k.tinggi < k.nilai]
    return tuple(sorted(berarti, key=lambda k: (k.dari, k.daerah, k.tahun)))


def rekor_kasus(bukti: Sequence[Pengamatan], predikat: Iterable[Predikat]) -> dict[tuple[str, int], Rekor]:
    """Return for each region and year of the evidence the newest outcome before it; none where none is known.

    Outcomes are the published finals, and those of the evidence itself.
    """
    hasil: dict[str, dict[int, tuple[float, float]]] = {}
    for p in bukti:
        if p.jenis in ("em_vf", "va_vf", "vf_vf") and p.guna != "tidak" and p.rendah > 0:
            hasil.setdefault(p.daerah, {})[p.tahun] = (p.rendah, p.tinggi)
    for t in predikat:
        hasil.setdefault(t.daerah, {})[t.tahun] = (t.rendah, t.tinggi)
    rekor = {}
    for p in bukti:
        dulu = [t for t in hasil.get(p.daerah, {}) if t < p.tahun]
        if dulu:
            rekor[p.daerah, p.tahun] = (max(dulu), *hasil[p.daerah][max(dulu)])
    return rekor


def peramal_model(bukti: Sequence[Pengamatan], verifikasi: Verifikasi) -> Peramal:
    """Return the model of the forecast, fitted anew for each region without what is known of it."""
    tersimpan: dict[str, tuple[Model, Perpindahan]] = {}

    def cocok(daerah: str) -> tuple[Model, Perpindahan]:
        if daerah not in tersimpan:
            lain = [p for p in bukti if p.daerah != daerah]
            v = verifikasi
            perpindahan = fit_perpindahan(lain, v.pindah, v.terendah_award)
            tersimpan[daerah] = (fit_model(lain, v, v.setelan[UTAMA], v.seed), perpindahan)
        return tersimpan[daerah]

    def ramal(k: Kasus) -> Larik:
        model, perpindahan = cocok(k.daerah)
        asal = Asal(k.nilai, k.dari == VA, k.em, k.tahun, k.rekor)
        undian = undi(asal, model, perpindahan, verifikasi.batas_hasil, verifikasi.seed)
        return undian.total(satu_nilai(k.nilai, verifikasi.maksimal))

    return ramal


def satu_nilai(nilai: float, maksimal: float) -> Susunan:
    """Return a region of which nothing but its total is known (poin), on a scale up to `maksimal`."""
    satu = np.zeros(1, dtype=np.intp)
    keadaan = np.array([LETAK_BELUM], dtype=np.intp)
    atap = np.array([maksimal])
    return Susunan(("",), ("",), np.array([nilai]), np.ones(1, dtype=bool), keadaan, ((),), satu, ("",), satu, atap)


def nilai_ramalan(kasus: Kasus, total: Larik, kategori: DaftarKategori) -> Nilaian:
    """Return how good drawn totals (n,) were."""
    p05, p25, p50, p75, p95 = map(float, np.quantile(total, (0.05, 0.25, 0.5, 0.75, 0.95)))
    tepat = _sesuai(kasus, np.append(total, p50), kategori)
    di_dalam, peluang = tepat[:-1], float(tepat[:-1].mean())
    if kasus.rendah == kasus.tinggi:
        cakupan = float(p05 <= kasus.rendah <= p95)
    else:
        cakupan = float(((total >= p05) & (total <= p95))[di_dalam].mean()) if di_dalam.any() else 0.0
    return Nilaian(
        kasus,
        p05,
        p25,
        p50,
        p75,
        p95,
        bool(tepat[-1]),
        peluang,
        float(np.log(max(peluang, TERKECIL))),
        crps_luar(total, kasus.rendah, kasus.tinggi),
        cakupan,
    )


def _sesuai(kasus: Kasus, total: Larik, kategori: DaftarKategori) -> npt.NDArray[np.bool_]:
    """Return which totals lie in the interval of the outcome, or in the category of an exact one."""
    if kasus.rendah < kasus.tinggi:
        return np.asarray((total > kasus.rendah) & (total <= kasus.tinggi))
    hasil = peringkat_kategori(np.array([kasus.rendah]), kategori)
    return np.asarray(peringkat_kategori(total, kategori) == hasil)


def crps_luar(total: Larik, rendah: float, tinggi: float) -> float:
    """Return the continuous ranked probability score (poin) that counts only outside an interval.

    ∫ F² below it and ∫ (1 − F)² above it; of an interval without width the usual score.
    """
    x = np.sort(np.asarray(total, dtype=float))
    n = len(x)
    kiri = np.append(x[x < rendah], rendah)
    kanan = np.insert(x[x > tinggi], 0, tinggi)
    bawah = float((np.diff(kiri) * (np.arange(1, len(kiri)) / n) ** 2).sum())
    atas = float((np.diff(kanan) * (np.arange(len(kanan) - 1, 0, -1) / n) ** 2).sum())
    return bawah + atas


@dataclass(frozen=True)
class Ringkas:
    """Means over cases, with their standard errors from resampling whole regions."""

    n: int
    log_score: tuple[float, float]
    crps: tuple[float, float]
    cakupan90: tuple[float, float]
    lebar: tuple[float, float]


def ringkas(daftar: Sequence[Nilaian], ulang: int = 2000, seed: int = 0) -> Ringkas:
    """Return the means of some forecasts."""
    ukur = np.array([(d.log_score, d.crps, d.cakupan, d.lebar) for d in daftar])
    galat = galat_daerah([d.kasus.daerah for d in daftar], ukur, ulang, seed)
    pasangan = [(float(m), float(g)) for m, g in zip(ukur.mean(axis=0), galat, strict=True)]
    return Ringkas(len(daftar), *pasangan)


def beda_log_score(satu: Sequence[Nilaian], lain: Sequence[Nilaian], seed: int = 0) -> tuple[float, float]:
    """Return by how much the first forecasts of the same cases are better, with its standard error."""
    beda = np.array([[a.log_score - b.log_score] for a, b in zip(satu, lain, strict=True)])
    galat = galat_daerah([a.kasus.daerah for a in satu], beda, 2000, seed)
    return float(beda.mean()), float(galat[0])


def galat_daerah(daerah: Sequence[str], ukur: Larik, ulang: int, seed: int) -> Larik:
    """Return the bootstrap standard error (m,) of means (n, m) when whole regions are drawn."""
    nama = sorted(set(daerah))
    letak = np.array([nama.index(d) for d in daerah])
    jumlah = np.zeros((len(nama), ukur.shape[1]))
    np.add.at(jumlah, letak, ukur)
    banyak = np.bincount(letak, minlength=len(nama))
    acak = np.random.default_rng(seed).integers(len(nama), size=(ulang, len(nama)))
    return np.asarray((jumlah[acak].sum(axis=1) / banyak[acak].sum(axis=1)[:, None]).std(axis=0))


def uji(kasus: Iterable[Kasus], peramal: Peramal, kategori: DaftarKategori) -> list[Nilaian]:
    """Return each case with the marks of its forecast."""
    return [nilai_ramalan(k, peramal(k), kategori) for k in kasus]
