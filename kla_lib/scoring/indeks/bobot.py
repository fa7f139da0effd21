"""Weigh the measures of an index: as given, all equal, or points out of a budget of 100 per parent."""

import pandas as pd

from kla_lib.rules.indeks import Indeks


def bobot_ukuran(indeks: Indeks) -> pd.DataFrame:
    """Return per measure its klaster, its share of that (`bobot`), the klaster's share, and the product (`efektif`).

    Given weights and a budget count in proportion, so shares of one parent add
    to 1; equal ones do not look at what is written.
    """
    sama = indeks.cara_bobot == "sama"
    tabel = pd.DataFrame(
        {"klaster": [u.klaster for u in indeks.ukuran], "bobot": [1.0 if sama else u.bobot for u in indeks.ukuran]},
        index=pd.Index(indeks.nama_ukuran, name="ukuran"),
    )
    tabel["bobot"] /= tabel.groupby("klaster")["bobot"].transform("sum")
    tabel["bobot_klaster"] = tabel["klaster"].map(bobot_klaster(indeks))
    tabel["efektif"] = tabel["bobot"] * tabel["bobot_klaster"]
    return tabel


def bobot_klaster(indeks: Indeks) -> pd.Series:
    """Return the share of every klaster in the index; they add to 1."""
    semua = pd.Series(indeks.klaster, dtype=float)
    if indeks.cara_bobot == "sama":
        semua[:] = 1.0
    return semua / semua.sum()
