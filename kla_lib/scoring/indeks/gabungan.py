"""Put values together under their parent, with the cover that stands behind the result."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from kla_lib.bahasa import _, format_angka
from kla_lib.errors import Kesalahan, KlaError
from kla_lib.rules.indeks import Agregasi

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
    b = bobot.reindex(anak.columns).astype(float)
    ada = anak.notna()
    terpakai = ada * b
    jumlah = terpakai.sum(axis=1)
    isi = (ada.astype(float) if cakupan is None else cakupan) * b
    bagian = isi.sum(axis=1) / b.sum()
    dasar = isi.where(ada, 0.0).sum(axis=1) / b.sum()
    nilai = (_geometrik if cara == "geometrik" else _aritmetik)(anak, terpakai, jumlah.where(jumlah > 0))
    return Gabungan(nilai.where(dasar >= minimal - SELISIH), bagian)


def _aritmetik(anak: pd.DataFrame, terpakai: pd.DataFrame, jumlah: pd.Series) -> pd.Series:
    return (anak * terpakai).sum(axis=1) / jumlah


def _geometrik(anak: pd.DataFrame, terpakai: pd.DataFrame, jumlah: pd.Series) -> pd.Series:
    """A child of zero makes the whole zero, unless it weighs nothing."""
    berbobot = anak.where(terpakai > 0)
    for nama in berbobot.columns[(berbobot < 0).any()]:
        satuan = berbobot.index[berbobot[nama] < 0][0]
        raise KlaError(
            Kesalahan(
                "geometrik",
                str(nama),
                _("{nilai} negatif, jadi tidak punya rata-rata geometrik").format(
                    nilai=format_angka(float(berbobot.loc[satuan, nama]))
                ),
                _("Pakai agregasi aritmetik, atau normalisasi acuan dengan batasi: true."),
                sel=str(satuan),
            )
        )
    log = np.log(berbobot.where(berbobot > 0))
    hasil = np.exp((log * terpakai).sum(axis=1) / jumlah)
    return pd.Series(hasil, index=anak.index).where(~(berbobot == 0).any(axis=1), 0.0).where(jumlah.notna())
