"""Ask whether other weights would change the category, or a ranking of cities."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np
import numpy.typing as npt

from kla_lib.rules.kategori import DaftarKategori
from kla_lib.scoring.nilai.kategori import kategori_of, peringkat_kategori
from kla_lib.scoring.nilai.nilai import Larik


@dataclass(frozen=True)
class SelangBobot:
    """Between which weights of one klaster the category stays, the others rescaled in proportion.

    bobot: its weight in the form, a share of all (0 to 1).  terendah,
    tertinggi: ends of the interval (0 to 1), exact for unrounded totals.
    """

    klaster: str
    bobot: float
    terendah: float
    tertinggi: float


@dataclass(frozen=True)
class KotakBobot:
    """What reasonable weights can do: each klaster's anywhere within `lebar` of the form's.

    terendah, tertinggi: the extreme totals (poin on the form's scale; a
    simulation, never a score), reached at the corners sudut_terendah and
    sudut_tertinggi (klaster → factor).  kategori: every category that can
    come out, lowest first.  sendiri: the klaster that change it alone.
    """

    lebar: float
    terendah: float
    tertinggi: float
    sudut_terendah: dict[str, float]
    sudut_tertinggi: dict[str, float]
    kategori: tuple[str, ...]
    sendiri: tuple[str, ...]

    @property
    def mengubah(self) -> bool:
        """Whether some reasonable weights give another category."""
        return len(self.kategori) > 1


def total_berbobot(nilai: Larik, nilai_maksimal: Larik, bobot: Larik) -> Larik:
    """Return totals for weights of any scale: Σ share × form's total × nilai / nilai_maksimal.

    nilai (n) or (n_daerah, n): poin of one city or of many.  bobot (…, n).
    The totals are (…) for one city and (…, n_daerah) for many.
    """
    bagian = bobot * (nilai_maksimal.sum() / bobot.sum(axis=-1, keepdims=True))
    return np.asarray(bagian @ (nilai / nilai_maksimal).T)


def peringkat_daerah(nilai: Larik, nilai_maksimal: Larik, bobot: Larik) -> npt.NDArray[np.int32]:
    """Return the rank of every city under every drawn set of weights: (draws, n_daerah), 1 is the highest.

    nilai (n_daerah, n), bobot (draws, n).  Cities whose totals are equal to
    two decimals share the better rank.  The ranking is a simulation: the
    ministry gives categories, not ranks.
    """
    return peringkat_total(total_berbobot(nilai, nilai_maksimal, bobot))


def peringkat_total(total: Larik) -> npt.NDArray[np.int32]:
    """Return the rank of every city by its total in every draw, as `peringkat_daerah` does: (draws, n_daerah)."""
    banyak = total.shape[1]
    bit = banyak.bit_length()
    sen = np.rint(total * -100.0).astype(np.int64)
    sen <<= bit
    sen |= np.arange(banyak)  # the city's number rides along in the lower bits: sorting numbers beats argsort
    hasil = np.empty(sen.shape, dtype=np.int32)
    for awal in range(0, len(sen), PETAK):
        urut = np.sort(sen[awal : awal + PETAK], axis=1)
        peringkat = np.ones(urut.shape, dtype=np.int32)
        beda = (urut[:, 1:] >> bit) != (urut[:, :-1] >> bit)
        np.multiply(np.arange(2, banyak + 1, dtype=np.int32), beda, out=peringkat[:, 1:])
        np.maximum.accumulate(peringkat, axis=1, out=peringkat)
        letak = (urut & ((1 << bit) - 1)) + banyak * np.arange(len(urut))[:, None]
        hasil[awal : awal + PETAK].reshape(-1)[letak.reshape(-1)] = peringkat.reshape(-1)
    return hasil


PETAK = 256
"""Draws that are ranked together, so that they stay in the processor's cache."""


def selang_bobot(
    klaster: Sequence[str], nilai: Larik, nilai_maksimal: Larik, kategori: DaftarKategori
) -> tuple[SelangBobot, ...]:
    """Return for each klaster the interval of its weight that keeps the category.

    nilai, nilai_maksimal: poin (n_klaster), none missing.  The total is a
    straight line in the weight, so the ends are where it meets an edge.
    """
    semua = float(nilai_maksimal.sum())
    bagian = dict(zip(klaster, map(float, nilai_maksimal / semua), strict=True))
    rasio = dict(zip(klaster, map(float, nilai / nilai_maksimal), strict=True))
    total = float(np.round(nilai.sum(), 2))
    return tuple(
        SelangBobot(k, bagian[k], *selang_kategori(bagian, k, rasio, semua, 0.0, total, kategori)) for k in klaster
    )


def selang_kategori(
    bagian: Mapping[str, float],
    kode: str,
    rasio: Mapping[str, float],
    skala: float,
    lain: float,
    total: float,
    kategori: DaftarKategori,
    kunci: Collection[str] = (),
) -> tuple[float, float]:
    """Return between which shares (0 to 1) of one sibling the category of `total` stays.

    bagian: shares of the siblings.  rasio: of each the part (0 to 1) of its
    points that is reached.  skala: the points (poin) that the siblings share;
    lain: points that do not depend on them.  kunci: siblings that hold their
    share; the others rescale in proportion, so the total is a straight line.
    """
    bebas = [k for k in bagian if k != kode and k not in kunci]
    diam = [k for k in bagian if k != kode and k in kunci]
    ruang = 1.0 - sum(bagian[k] for k in diam)
    if not bebas:
        return bagian[kode], bagian[kode]
    rata = sum(bagian[k] * rasio[k] for k in bebas) / sum(bagian[k] for k in bebas)
    mulai = lain + skala * (sum(bagian[k] * rasio[k] for k in diam) + ruang * rata)
    miring = skala * (rasio[kode] - rata)
    if not miring:
        return 0.0, ruang
    peringkat = int(peringkat_kategori(total, kategori))
    bawah = kategori.kategori[peringkat - 1].besaran if peringkat else -np.inf
    atas = kategori.kategori[peringkat].besaran if peringkat < len(kategori.kategori) else np.inf
    rendah, tinggi = sorted(float(np.clip((tepi - mulai) / miring, 0.0, ruang)) for tepi in (bawah, atas))
    return rendah, tinggi


def kotak_bobot(
    klaster: Sequence[str], nilai: Larik, nilai_maksimal: Larik, kategori: DaftarKategori, lebar: float
) -> KotakBobot:
    """Return what weights within ±lebar (a share of each) can do to the category; n_klaster at most a dozen.

    The total is a ratio of two sums that are straight in each weight, so its
    extremes lie at corners of the box; all of them are tried.
    """
    tanda = np.array(list(product((1 - lebar, 1 + lebar), repeat=len(klaster))))
    total = total_berbobot(nilai, nilai_maksimal, tanda * nilai_maksimal)
    ujung = np.round([total.min(), total.max()], 2)
    bawah, atas = (int(p) for p in peringkat_kategori(ujung, kategori))
    resmi = kategori_of(float(np.round(nilai.sum(), 2)), kategori)
    sendiri = []
    for k, nama in enumerate(klaster):
        faktor = np.ones((2, len(klaster)))
        faktor[:, k] = 1 - lebar, 1 + lebar
        berubah = np.round(total_berbobot(nilai, nilai_maksimal, faktor * nilai_maksimal), 2)
        if any(kategori_of(float(t), kategori) != resmi for t in berubah):
            sendiri.append(nama)
    return KotakBobot(
        lebar,
        float(ujung[0]),
        float(ujung[1]),
        _sudut(klaster, tanda[total.argmin()]),
        _sudut(klaster, tanda[total.argmax()]),
        tuple(kategori.urutan[bawah : atas + 1]),
        tuple(sendiri),
    )


def _sudut(klaster: Sequence[str], faktor: Larik) -> dict[str, float]:
    return dict(zip(klaster, map(float, faktor), strict=True))
