"""Estimate from the documents that were read how complete all are, and what that does to the forecast."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from kla_lib.data.catatan_mini import Terundi
from kla_lib.rules.kategori import DaftarKategori
from kla_lib.rules.verifikasi import UTAMA
from kla_lib.scoring.mini.mini import Calon
from kla_lib.scoring.nilai.nilai import Larik
from kla_lib.scoring.perkiraan.peluang import peluang_mencapai
from kla_lib.scoring.perkiraan.susunan import Susunan
from kla_lib.scoring.perkiraan.undian import Undian

TINGKAT = 0.90
"""The interval of an estimate is meant to hold in nine samples out of ten."""

PENGGANTI = 20
"""How many times the documents that nobody has read are filled in; each time serves its part of the draws."""


BELUM = "belum_diperiksa"


@dataclass(frozen=True)
class Taksiran:
    """How complete all documents are, by points.

    bagian: share of the points by status of their documents; adds to 1.
    rendah, tinggi: between which the share with complete documents lies,
    nine samples out of ten.  terundi: documents drawn by chance, on which the
    interval rests; none where all were read, so that nothing is estimated.
    """

    bagian: dict[str, float]
    rendah: float
    tinggi: float
    terundi: int


@dataclass(frozen=True)
class PerkiraanSampel:
    """The forecast with what was read in place; names as in `verifikasi.Perkiraan`.

    diganti: unread documents whose status was drawn from those that were read.
    """

    p05: float
    p50: float
    p95: float
    mencapai: dict[str, float]
    rentang_mencapai: dict[str, tuple[float, float]]
    terjangkau: dict[str, bool]
    diganti: int


def taksir(sampel: Sequence[Terundi], status: Mapping[str, str]) -> Taksiran:
    """Return the estimate from a sample of which every document has been read.

    Each document stands for points/chance (Horvitz-Thompson), which over
    repeated samples hits the true share on average.  Those drawn by chance all
    stand for equally many points, so the interval is Clopper and Pearson's for
    so many complete among so many, as if each were drawn by itself; those
    taken for certain have no error of sampling.
    """
    bobot = {t.id_dokumen: t.poin / t.peluang for t in sampel}
    jumlah = sum(bobot.values())
    bagian = dict.fromkeys(("lengkap", "kurang", "tidak_ada"), 0.0)
    for d, w in bobot.items():
        bagian[status[d]] += w / jumlah
    kira = [t for t in sampel if t.peluang < 1]
    if not kira:
        return Taksiran(bagian, bagian["lengkap"], bagian["lengkap"], 0)
    lengkap = sum(status[t.id_dokumen] == "lengkap" for t in kira)
    bagian_kira = sum(bobot[t.id_dokumen] for t in kira) / jumlah
    pasti = sum(t.poin for t in sampel if t.peluang == 1 and status[t.id_dokumen] == "lengkap") / jumlah
    rendah, tinggi = clopper_pearson(lengkap, len(kira))
    return Taksiran(bagian, pasti + bagian_kira * rendah, pasti + bagian_kira * tinggi, len(kira))


def clopper_pearson(kali: int, banyak: int, tingkat: float = TINGKAT) -> tuple[float, float]:
    """Return the exact interval of a share of which `kali` out of `banyak` were seen; never narrower than promised."""
    ekor = (1 - tingkat) / 2
    # Imported here: scipy takes most of a second, and every kernel of a batch would pay for it.
    from scipy.stats import beta

    rendah = float(beta.ppf(ekor, kali, banyak - kali + 1)) if kali else 0.0
    tinggi = float(beta.ppf(1 - ekor, kali + 1, banyak - kali)) if kali < banyak else 1.0
    return rendah, tinggi


def bagian_daftar(calon: Sequence[Calon]) -> dict[str, float]:
    """Return what the register claims: share of the points by status of their documents."""
    jumlah = sum(c.poin for c in calon)
    bagian = dict.fromkeys(("lengkap", "kurang", "tidak_ada", BELUM), 0.0)
    for c in calon:
        bagian[c.status] += c.poin / jumlah
    return bagian


def forecast_sampel(
    susunan: Susunan,
    undian: Mapping[str, Undian],
    kategori: DaftarKategori,
    sampel: Sequence[Terundi],
    status: Mapping[str, str],
    seed: int,
    tak_dipercaya: Collection[str] = (),
) -> PerkiraanSampel:
    """Return the forecast with the documents that were read as they were found.

    undian: the draws of the region by setting.  status: of the documents read
    so far.  A document that the register calls belum_diperiksa and that nobody
    has read takes the status of one that was read, drawn by the points it
    stands for from a resample of them (the approximate Bayesian bootstrap), so
    the smallness of the sample counts.  tak_dipercaya: unread documents of
    which the register is not believed either; each takes the status of one
    that was read and of which the register says the same, or of any where
    none was.  With nothing read it gives the same as `forecast`, and a better
    answer never lowers a total.
    """
    terbaca = susunan.dengan_status(dict(status))
    daftar = {d: s for milik in susunan.penentu for d, s in milik}
    belum = {d: s for d, s in daftar.items() if d not in status and (s == BELUM or d in tak_dipercaya)}
    pengganti = _pengganti(belum, daftar, [t for t in sampel if t.id_dokumen in status], status, seed)
    total = {nama: np.empty(len(u.q)) for nama, u in undian.items()}
    for k, isi in enumerate(pengganti):
        irisan, terisi = slice(k, None, len(pengganti)), terbaca.dengan_status(isi)
        for nama, u in undian.items():
            total[nama][irisan] = u.pilih(irisan).total(terisi)
    batas = undian[UTAMA].batas(susunan)
    return _ringkas(total, kategori, batas, len(belum) if pengganti[0] else 0)


def _pengganti(
    belum: Mapping[str, str],
    daftar: Mapping[str, str],
    terbaca: Sequence[Terundi],
    status: Mapping[str, str],
    seed: int,
) -> list[dict[str, str]]:
    """Return the fillings of the documents that nobody has read; one empty one where there is nothing to fill.

    belum: those documents with what the register says of them; daftar: the same of all.
    """
    if not belum or not terbaca:
        return [{}]
    bobot = np.array([t.poin / t.peluang for t in terbaca])
    acak = np.random.default_rng([seed, 4])
    hasil: list[dict[str, str]] = [{} for _k in range(PENGGANTI)]
    for klaim in sorted(set(belum.values())):
        sama = np.array([klaim != BELUM and daftar.get(t.id_dokumen) == klaim for t in terbaca])
        peluang = np.where(sama, bobot, 0.0) if sama.any() else bobot
        milik = [d for d in belum if belum[d] == klaim]
        for isi in hasil:
            contoh = acak.choice(len(terbaca), np.count_nonzero(peluang), p=peluang / peluang.sum())
            isi |= {
                d: status[terbaca[i].id_dokumen] for d, i in zip(milik, acak.choice(contoh, len(milik)), strict=True)
            }
    return hasil


def _ringkas(total: Mapping[str, Larik], kategori: DaftarKategori, batas: float, diganti: int) -> PerkiraanSampel:
    p05, p50, p95 = (round(float(q), 2) for q in np.quantile(total[UTAMA], [0.05, 0.5, 0.95]))
    mencapai = {nama: peluang_mencapai(t, kategori) for nama, t in total.items()}
    return PerkiraanSampel(
        p05,
        p50,
        p95,
        mencapai[UTAMA],
        {k: (min(m[k] for m in mencapai.values()), max(m[k] for m in mencapai.values())) for k in mencapai[UTAMA]},
        {k.id: bool(k.besaran < batas) for k in kategori.kategori},
        diganti,
    )
