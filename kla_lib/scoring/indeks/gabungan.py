"""Put values together under their parent, with the cover that stands behind the result."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from kla_lib.bahasa import _, format_angka
from kla_lib.errors import Kesalahan, KlaError
from kla_lib.rules.indeks import Agregasi
from kla_lib.scoring.nilai.nilai import Larik

SELISIH = 1e-9
"""Shares that differ by less are the same."""


@dataclass(frozen=True)
class Gabungan:
    """The value of a parent by unit, empty under the least cover, and the share of its weight that has data.

    A child that itself has too little for a value still has data: the cover
    counts it, but it holds up no value of its parent.
    """

    nilai: pd.Series
    cakupan: pd.Series


def combine(
    anak: pd.DataFrame, bobot: pd.Series, cara: Agregasi, minimal: float, cakupan: pd.DataFrame | None = None
) -> Gabungan:
    """Return a parent of children (units by children); the weight of a missing child goes to the others.

    cakupan: how much of each child has data, by default all where it has a
    value.  The children that have one must together hold the least cover, for
    the parent to have one too.  Raises KlaError for a negative value under a
    geometric mean.
    """
    b, isi = bobot.reindex(anak.columns).to_numpy(float), anak.to_numpy(float)
    ada = ~np.isnan(isi)
    berdata = ada.astype(float) if cakupan is None else cakupan.to_numpy(float)
    bagian, dasar = (_kali(data, b) / b.sum() for data in (berdata, np.where(ada, berdata, 0.0)))
    if cara == "geometrik":
        _check_negatif(anak.loc[:, b > 0])
    nilai = np.where(dasar >= minimal - SELISIH, rata(isi, b, cara), np.nan)
    return Gabungan(pd.Series(nilai, index=anak.index), pd.Series(bagian, index=anak.index))


def rata(anak: Larik, bobot: Larik, cara: Agregasi) -> Larik:
    """Return the weighted mean over the last axis of what is there; empty where nothing is.

    anak: (…, units, children).  bobot: (…, children); further axes in front are
    variants, all worked out at once.  A geometric mean takes nothing negative;
    a child of zero makes it zero, unless it weighs nothing.
    """
    ada = ~np.isnan(anak)
    nol = ada & (anak == 0)
    isi = np.where(ada, anak, 0.0)
    if cara == "geometrik":
        isi = np.log(np.where(ada & ~nol, anak, 1.0))
    jumlah = _kali(ada.astype(float), bobot)
    hasil = _kali(isi, bobot) / np.where(jumlah > 0, jumlah, np.nan)
    if cara == "geometrik":
        hasil = np.where(_kali(nol.astype(float), bobot) > 0, 0.0 * hasil, np.exp(hasil))
    return hasil


def _kali(anak: Larik, bobot: Larik) -> Larik:
    """Sum of products over children; einsum adds in the same order for one unit as for many."""
    hasil: Larik = np.einsum("...um,...m->...u", anak, bobot)
    return hasil


def _check_negatif(anak: pd.DataFrame) -> None:
    for nama in anak.columns[(anak < 0).any()]:
        satuan = anak.index[anak[nama] < 0][0]
        raise KlaError(
            Kesalahan(
                "geometrik",
                str(nama),
                _("{nilai} negatif, jadi tidak punya rata-rata geometrik").format(
                    nilai=format_angka(float(anak.loc[satuan, nama]))
                ),
                _("Pakai agregasi aritmetik, atau normalisasi acuan dengan batasi: true."),
                sel=str(satuan),
            )
        )
