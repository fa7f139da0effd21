"""Simulation-based calibration: of worlds drawn from the prior, the fit says as often as it claims where the truth is.

In each world the forecast itself (`undi`) makes evidence of the shipped shape,
and the fit sees only that.  The rank of the truth among what the fit keeps must
be uniform over many worlds; seen as normal deviates, of mean 0 and variance 1.
A likelihood that is off shifts them, one that is too sure of itself spreads them.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
import pytest
from scipy.special import ndtr, ndtri

from kla_lib.rules.bukti.pengamatan import DIPAKAI, Pengamatan, load_bukti
from kla_lib.rules.bukti.skala import rentang_kategori
from kla_lib.rules.verifikasi import UTAMA, Pindah
from kla_lib.scoring.nilai.nilai import Larik
from kla_lib.scoring.perkiraan.model import Model, fit_model, momen_diterima
from kla_lib.scoring.perkiraan.pindah import fit_perpindahan, rata_tahun
from kla_lib.scoring.perkiraan.uji_silang import satu_nilai
from kla_lib.scoring.perkiraan.undian import Asal, undi
from tests.pembantu.berisi import berisi
from tests.pembantu.params_uji import PARAMS
from tests.pembantu.perkiraan_uji import MODEL, VERIFIKASI

BENIH, DUNIA = 7, 80
CUKUP_JAUH = 3.0
"""Standard errors: chance alone goes as far once in some four hundred times."""
COCOK = replace(VERIFIKASI, banyak=12_000, draws=400)
SETELAN = VERIFIKASI.setelan[UTAMA]
PASANGAN = [p for p in load_bukti(PARAMS) if p.guna == DIPAKAI and p.jenis in ("em_va", "va_vf", "em_vf")]
PINDAH = [p for p in load_bukti(PARAMS) if p.guna == DIPAKAI and p.jenis == "vf_vf"]

BESARAN: dict[str, Callable[[Model], Larik]] = {
    "diterima": lambda m: momen_diterima(m)[0],
    "mu": lambda m: m.mu,
    "s": lambda m: m.s,
    "beta": lambda m: m.beta,
}

Dunia = tuple[Model, list[list[Pengamatan]]]


def sejenis(p: Pengamatan, nilai: float) -> Pengamatan:
    """Return an observation of another outcome, known as the shipped one is: a score, a category, a side of a bound."""
    if p.pasti:
        return replace(p, rendah=nilai, tinggi=nilai)
    if p.rendah == 0:
        return p if nilai <= p.tinggi else replace(p, rendah=p.tinggi, tinggi=VERIFIKASI.maksimal)
    rendah, tinggi = next(r for r in rentang_kategori(PARAMS, p.tahun).values() if nilai <= r.tinggi)
    return replace(p, rendah=rendah, tinggi=tinggi)


@pytest.fixture(scope="module")
def dunia() -> Dunia:
    """Worlds of the prior, each with the evidence that it made."""
    benar = fit_model((), replace(COCOK, banyak=DUNIA, draws=DUNIA), SETELAN, BENIH)
    terbit = replace(benar, pers=np.zeros(DUNIA))  # evidence is of regions in the press already
    hasil = []
    for n, p in enumerate(PASANGAN):
        asal = Asal(p.nilai, p.jenis == "va_vf", None, p.tahun)
        undian = undi(asal, terbit, MODEL.perpindahan, VERIFIKASI.batas_hasil, BENIH + n)
        kota = satu_nilai(p.nilai, VERIFIKASI.maksimal)
        hasil.append(undian.verifikasi(kota) if p.jenis == "em_va" else undian.total(kota))
    return benar, [[sejenis(p, float(h[i])) for p, h in zip(PASANGAN, hasil, strict=True)] for i in range(DUNIA)]


def menyimpang(dunia: Dunia, ubah: Callable[[list[Pengamatan]], Sequence[Pengamatan]]) -> dict[str, Larik]:
    """Return for every quantity the deviates (worlds,) of the truth, where the fit sees changed evidence."""
    benar, bukti = dunia
    letak: dict[str, list[float]] = {nama: [] for nama in BESARAN}
    for i, milik in enumerate(bukti):
        m = fit_model(ubah(milik), COCOK, SETELAN, BENIH + i)
        for nama, hitung in BESARAN.items():
            di_bawah = (hitung(m) < hitung(benar.pilih(np.array([i])))).sum()
            letak[nama].append((di_bawah + 0.5) / (COCOK.draws + 1))
    return {nama: ndtri(np.array(u)) for nama, u in letak.items()}


def jauh(z: Larik) -> tuple[float, float]:
    """Return how many standard errors mean and variance of deviates are from 0 and 1."""
    n = len(z)
    return float(z.mean() * np.sqrt(n)), float(((z**2).mean() - 1) / np.sqrt(2 / n))


def sebagian(dunia: Dunia) -> Dunia:
    """Return half of the worlds: enough to tell a fit that is wrong."""
    benar, bukti = dunia
    return benar.pilih(np.arange(DUNIA // 2)), bukti[: DUNIA // 2]


def test_the_fit_is_as_sure_of_what_is_accepted_and_of_what_is_left_in_the_end_as_it_may_be(dunia: Dunia) -> None:
    for nama, z in berisi(menyimpang(dunia, lambda b: b).items()):
        assert np.abs(jauh(z)).max() < CUKUP_JAUH, nama


def test_a_fit_that_counts_its_evidence_twice_is_found_out(dunia: Dunia) -> None:
    ragam = {nama: jauh(z)[1] for nama, z in menyimpang(sebagian(dunia), lambda b: [*b, *b]).items()}
    assert ragam["diterima"] > CUKUP_JAUH


def test_a_fit_that_takes_outcomes_for_better_than_they_were_is_found_out(dunia: Dunia) -> None:
    def lebih_tinggi(bukti: list[Pengamatan]) -> list[Pengamatan]:
        return [p if p.jenis == "em_va" else replace(p, rendah=1.05 * p.rendah, tinggi=1.05 * p.tinggi) for p in bukti]

    assert jauh(menyimpang(sebagian(dunia), lebih_tinggi)["mu"])[0] < -CUKUP_JAUH


KISI = replace(VERIFIKASI.pindah, phi=VERIFIKASI.pindah.phi[::3], tau=(10.0, 30.0), pi=(0.0, 0.1, 0.3))
"""Some of the points, so that it is quicker."""


def undi_pindah(acak: np.random.Generator, phi: float, tau: float, pi: float) -> list[Pengamatan]:
    """Return the shipped moves with other outcomes: one shift a list, an origin within its interval each."""
    a, n, hasil = KISI, 100, []  # so many tries for one that belongs into a list of awards
    geser = {nama: acak.normal(0, tau) for nama in sorted({p.daftar for p in PINDAH})}
    for p in PINDAH:
        rho, dulu = phi ** (p.tahun - p.tahun_dari), rata_tahun(a, p.tahun_dari)
        bawah, atas = (ndtr((x - dulu) / a.simpangan) for x in (p.dari_rendah, p.dari_tinggi))
        asal = ndtri(acak.uniform(bawah, atas, n))
        lanjut = rho * asal + np.sqrt(1 - rho**2) * acak.normal(size=n)
        baru = np.where(acak.random(n) < pi, acak.normal(size=n), lanjut)
        y = rata_tahun(a, p.tahun) + geser[p.daftar] + a.simpangan * baru
        if p.daftar in a.bersyarat:
            y = y[y >= VERIFIKASI.terendah_award]
        rentang = rentang_kategori(PARAMS, p.tahun).values()
        rendah, tinggi = next((r for r in rentang if y[0] <= r.tinggi), list(rentang)[-1])
        hasil.append(replace(p, rendah=rendah, tinggi=tinggi))
    return hasil


SUMBU = {"phi": (1, 2), "tau": (0, 2), "pi": (0, 1)}


def menyimpang_pindah(dunia: int, asumsi: Pindah) -> dict[str, Larik]:
    """Return the deviates (worlds,) of the truth, where moves are fitted under these assumptions."""
    acak = np.random.default_rng(BENIH)
    letak: dict[str, list[float]] = {nama: [] for nama in SUMBU}
    for _ in range(dunia):
        benar = {nama: int(acak.integers(len(getattr(KISI, nama)))) for nama in SUMBU}
        bukti = undi_pindah(acak, *(getattr(KISI, nama)[k] for nama, k in benar.items()))
        bobot = fit_perpindahan(bukti, asumsi, VERIFIKASI.terendah_award).bobot
        for nama, lain in SUMBU.items():
            w, k = bobot.sum(axis=lain), benar[nama]
            letak[nama].append(float(w[:k].sum() + acak.random() * w[k]))  # on a grid the rank is drawn within its step
    return {nama: ndtri(np.clip(u, 1e-3, 1 - 1e-3)) for nama, u in letak.items()}


def test_how_scores_move_over_the_years_is_fitted_as_surely_as_it_may_be() -> None:
    for nama, z in berisi(menyimpang_pindah(40, KISI).items()):
        assert np.abs(jauh(z)).max() < CUKUP_JAUH, nama


def test_a_fit_that_forgets_that_a_list_holds_awarded_regions_only_is_found_out() -> None:
    assert jauh(menyimpang_pindah(40, replace(KISI, bersyarat=()))["phi"])[0] < -CUKUP_JAUH
