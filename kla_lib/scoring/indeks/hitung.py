"""Compute an index: one row or 514, years of a city, kecamatan or cities, by the same steps."""

from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

import pandas as pd

from kla_lib.rules.indeks import Indeks
from kla_lib.scoring.indeks.bobot import bobot_klaster, bobot_ukuran
from kla_lib.scoring.indeks.gabungan import combine
from kla_lib.scoring.indeks.langkah import Langkah, apply_arah, apply_transformasi
from kla_lib.scoring.indeks.normalisasi import normalise
from kla_lib.scoring.indeks.tabel import take_tabel


@dataclass(frozen=True)
class HasilIndeks:
    """An index with every step that led to it.

    mentah: the measures as taken.  transformasi, arah, normalisasi: the steps,
    in this order.  bobot: one row per measure (see `bobot_ukuran`).  klaster,
    cakupan_klaster: units by klaster.  nilai, cakupan: by unit; a value that
    too little stands behind is empty, and its cover says how little.
    """

    indeks: Indeks
    mentah: pd.DataFrame
    transformasi: Langkah
    arah: Langkah
    normalisasi: Langkah
    bobot: pd.DataFrame
    klaster: pd.DataFrame
    cakupan_klaster: pd.DataFrame
    nilai: pd.Series
    cakupan: pd.Series

    @property
    def dibulatkan(self) -> pd.Series:
        """The value as it is told."""
        return bulatkan(self.nilai, self.indeks.desimal)

    @property
    def peringkat(self) -> pd.Series:
        """The rank by the value as it is told, the best first: units that are told alike stand alike."""
        return self.dibulatkan.rank(ascending=False, method="min")


def compute_indeks(tabel: pd.DataFrame, indeks: Indeks, nama: str = "tabel") -> HasilIndeks:
    """Return the index of every unit of a table (one row per unit, its name the index of the table).

    Raises KlaError with the place of whatever in the table cannot be used; nama: what messages call it.
    """
    mentah = take_tabel(tabel, indeks, nama)
    transformasi = apply_transformasi(mentah, indeks)
    arah = apply_arah(transformasi, indeks)
    return _combine(indeks, mentah, transformasi, arah, normalise(arah, indeks))


def reweigh(hasil: HasilIndeks, indeks: Indeks) -> HasilIndeks:
    """Return an index under the weights of another one that is the same but for them: the steps before stay."""
    return _combine(indeks, hasil.mentah, hasil.transformasi, hasil.arah, hasil.normalisasi)


def _combine(
    indeks: Indeks, mentah: pd.DataFrame, transformasi: Langkah, arah: Langkah, normalisasi: Langkah
) -> HasilIndeks:
    bobot = bobot_ukuran(indeks)
    per_klaster = {
        k: combine(
            normalisasi.tabel[list(milik.index)], milik["bobot"], indeks.agregasi.klaster, indeks.cakupan_minimal
        )
        for k, milik in bobot.groupby("klaster", sort=False)
    }
    urut = [k for k in indeks.klaster if k in per_klaster]
    klaster = pd.DataFrame({k: per_klaster[k].nilai for k in urut})
    cakupan = pd.DataFrame({k: per_klaster[k].cakupan for k in urut})
    akhir = combine(klaster, bobot_klaster(indeks), indeks.agregasi.indeks, indeks.cakupan_minimal, cakupan)
    return HasilIndeks(
        indeks,
        mentah,
        transformasi,
        arah,
        normalisasi,
        bobot,
        klaster * indeks.skala,
        cakupan,
        akhir.nilai * indeks.skala,
        akhir.cakupan,
    )


def bulatkan(nilai: pd.Series, desimal: int) -> pd.Series:
    """Return values with so many decimals, halves up, as people round; what is empty stays empty."""
    satu = Decimal(1).scaleb(-desimal)
    bulat = [
        float(Decimal(repr(float(v))).quantize(satu, ROUND_HALF_UP)) if pd.notna(v) else float("nan") for v in nilai
    ]
    return pd.Series(bulat, index=nilai.index, dtype=float)


def compute_sebanding(hasil: HasilIndeks, a: object, b: object) -> HasilIndeks | None:
    """Return the index of two units from only those measures that both have; None where they have none in common.

    Two years of which one lacks a measure differ by more than what has changed.
    Asked of ways that look at one unit by itself; where units are compared with
    one another, they are so among these two.
    """
    dua = hasil.mentah.loc[[a, b]]
    bersama = dua.where(dua.notna().all(axis=0), axis=1)
    if bersama.isna().all(axis=None):
        return None
    if hasil.indeks.normalisasi != "acuan":
        return compute_indeks(bersama, hasil.indeks)
    langkah = [
        replace(la, tabel=la.tabel.loc[[a, b]].where(bersama.notna()))
        for la in (hasil.transformasi, hasil.arah, hasil.normalisasi)
    ]
    return _combine(hasil.indeks, bersama, *langkah)
