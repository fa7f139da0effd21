"""Which choice matters for an index: in closed form where that can be, else by Sobol' indices with their confidence.

A choice is the weights of the klaster, the weights of the measures of one
klaster, the normalisation, or the aggregation; they are varied independently.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd
from scipy.stats import sobol_indices

from kla_lib.rules.indeks import CaraAgregasi
from kla_lib.scoring.indeks.hitung import HasilIndeks
from kla_lib.scoring.indeks.ketidakpastian import BENIH, rank_tinggi
from kla_lib.scoring.indeks.ragam import BIASA, Goyangan, Ragam, compute_ragam, draw_bobot, draw_cara, make_ragam
from kla_lib.scoring.nilai.nilai import Larik
from kla_lib.scoring.skenario.pembobotan import SEMUA

UNDIAN = 4_096
"""A power of two, as the estimate asks for."""
ULANG = 200
LEBAR_MAKSIMAL = 0.1
"""Of the confidence interval of a share: a wider one says too little for a bar."""

TETAP = 1e-9
"""A standard deviation below which nothing moved."""

NORMALISASI, AGREGASI = "normalisasi", "agregasi"
"""Choices beside the weights, which are called by their parent."""


@dataclass(frozen=True)
class Pengaruh:
    """How much of the variance each choice makes.

    tabel: one row per choice: pertama (alone), total (with all that it does
    together with others), of both bawah and atas (95 %); layak: whether these
    are close enough for a bar.  simpangan: of what was looked at, over all
    draws.  undian: 0 where the shares are exact.
    """

    tabel: pd.DataFrame
    simpangan: float
    undian: int
    benih: int


def pengaruh_nilai(
    hasil: HasilIndeks, satuan: object, goyangan: Goyangan = BIASA, undian: int = UNDIAN, benih: int = BENIH
) -> Pengaruh:
    """Return which choice moves the value of a unit, under the index's own normalisation.

    Exact where the index is a weighted mean of weighted means and its weights
    are drawn by Dirichlet.  Raises KeyError for a unit without a value.
    """
    ragam = make_ragam(hasil, replace(goyangan, normalisasi=False))
    letak = ragam.satuan.get_loc(satuan)
    if ragam.agregasi == (CaraAgregasi(),) and goyangan.bobot == "dirichlet":
        return _tertutup(ragam, goyangan, letak, benih)
    return _sobol(ragam, goyangan, lambda nilai: nilai[:, letak], undian, benih)


def pengaruh_peringkat(
    hasil: HasilIndeks, goyangan: Goyangan = BIASA, undian: int = UNDIAN, benih: int = BENIH
) -> Pengaruh:
    """Return which choice moves the ranks: by how many places units stand elsewhere, on average."""
    ragam = make_ragam(hasil, goyangan)
    resmi = hasil.peringkat.loc[ragam.satuan].to_numpy()

    def geser(nilai: Larik) -> Larik:
        jauh: Larik = np.abs(rank_tinggi(nilai, hasil.indeks.desimal) - resmi).mean(axis=1)
        return jauh

    return _sobol(ragam, goyangan, geser, undian, benih)


def _pilihan(ragam: Ragam) -> list[str]:
    """Return the choices that there are: a parent with one child leaves none."""
    induk = [i for i, bagian in ragam.bagian.items() if (bagian > 0).sum() > 1]
    cara = [(NORMALISASI, len(ragam.angka)), (AGREGASI, len(ragam.agregasi))]
    return induk + [nama for nama, banyak in cara if banyak > 1]


def _sobol(ragam: Ragam, goyangan: Goyangan, keluaran: Callable[[Larik], Larik], undian: int, benih: int) -> Pengaruh:
    acak = np.random.default_rng(benih)

    def draw() -> dict[str, Any]:
        cara = {NORMALISASI: len(ragam.angka), AGREGASI: len(ragam.agregasi)}
        return {
            **draw_bobot(ragam, goyangan, undian, acak),
            **{c: draw_cara(n, undian, acak) for c, n in cara.items()},
        }

    def hitung(pilihan: dict[str, Any]) -> Larik:
        return keluaran(compute_ragam(ragam, pilihan, pilihan[NORMALISASI], pilihan[AGREGASI]))

    a, b, nama = draw(), draw(), _pilihan(ragam)
    f_a, f_b = hitung(a), hitung(b)
    f_ab = np.array([hitung(a | {n: b[n]}) for n in nama]).reshape(len(nama), undian)
    tengah = _bagian(f_a, f_b, f_ab)
    ulang = [_bagian(f_a[i], f_b[i], f_ab[:, i]) for i in acak.integers(undian, size=(ULANG, undian))]
    bawah, atas = np.quantile(ulang, (0.025, 0.975), axis=0)
    return Pengaruh(_tabel(nama, tengah, bawah, atas), float(np.concatenate([f_a, f_b]).std()), undian, benih)


def _bagian(f_a: Larik, f_b: Larik, f_ab: Larik) -> Larik:
    """Return (2, choices): the shares of each choice alone, and with all that it does together with others."""
    if not f_ab.size or np.concatenate([f_a, f_b]).std() < TETAP:
        return np.zeros((2, len(f_ab)))
    hasil = sobol_indices(func={"f_A": f_a[None], "f_B": f_b[None], "f_AB": f_ab[:, None]}, n=len(f_a))
    return np.array([hasil.first_order.ravel(), hasil.total_order.ravel()])


def _tertutup(ragam: Ragam, goyangan: Goyangan, letak: int, benih: int) -> Pengaruh:
    """Return the exact shares of y = Σ W v, v = Σ w x, all W and w drawn by Dirichlet.

    What is missing leaves the rest of a Dirichlet draw a Dirichlet draw.  With
    E and V of W and v: Var y = V(Σ W E v) + Σ E(W²) V(v); a choice of measures
    works through E(W)² alone, the klaster through the first term alone.
    """
    angka, bernilai = next(iter(ragam.angka.values()))[letak], ragam.bernilai[letak]
    anak = [[ragam.ukuran.index(u) for u in ragam.anak[k]] for k in ragam.anak[SEMUA]]
    isi = np.array([_momen(angka[i], ragam.bagian[k], goyangan) for k, i in zip(ragam.anak[SEMUA], anak, strict=True)])
    rata_v, var_v = isi[:, 0], np.where(bernilai, isi[:, 1], 0.0)
    rata_v = np.where(bernilai, rata_v, np.nan)
    w = np.where(bernilai, ragam.bagian[SEMUA], 0.0)
    padat = goyangan.konsentrasi * w.sum()
    w = w / w.sum()
    var_w = w * (1 - w) / (padat + 1)
    var_semua = _momen(rata_v, ragam.bagian[SEMUA], goyangan)[1]
    bersama = var_w * var_v
    sendiri = dict(zip(ragam.anak[SEMUA], w**2 * var_v, strict=True)) | {SEMUA: var_semua}
    seluruh = dict(zip(ragam.anak[SEMUA], w**2 * var_v + bersama, strict=True)) | {SEMUA: var_semua + bersama.sum()}
    variansi = float(var_semua + (w**2 * var_v + bersama).sum())
    nama = _pilihan(ragam)
    pembagi = variansi if variansi > TETAP**2 else np.inf
    bagian = np.array([[s[n] / pembagi for n in nama] for s in (sendiri, seluruh)])
    return Pengaruh(_tabel(nama, bagian, bagian, bagian), float(np.sqrt(variansi)) * ragam.skala, 0, benih)


def _momen(isi: Larik, bagian: Larik, goyangan: Goyangan) -> tuple[float, float]:
    """Return mean and variance of Σ w x over Dirichlet draws of w, by what is there of x."""
    ada = ~np.isnan(isi) & (bagian > 0)
    jumlah = bagian[ada].sum()
    if not jumlah:
        return float("nan"), 0.0
    m = bagian[ada] / jumlah
    tengah = float(m @ isi[ada])
    return tengah, float(m @ (isi[ada] - tengah) ** 2) / (goyangan.konsentrasi * jumlah + 1)


def _tabel(nama: list[str], tengah: Larik, bawah: Larik, atas: Larik) -> pd.DataFrame:
    kolom: dict[str, Larik] = {}
    for n, jenis in enumerate(("pertama", "total")):
        kolom |= {jenis: tengah[n], f"{jenis}_bawah": bawah[n], f"{jenis}_atas": atas[n]}
    tabel = pd.DataFrame(kolom, index=pd.Index(nama, name="pilihan"))
    lebar = (atas - bawah).max(axis=0, initial=0.0)
    return tabel.assign(layak=lebar <= LEBAR_MAKSIMAL)
