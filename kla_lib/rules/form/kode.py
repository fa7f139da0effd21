"""Write the code of a part of the form as readers and files know it: "klaster_1", "21A", "21A/4a"."""

import pandas as pd


def kode_pertanyaan(indikator: str, pertanyaan: str) -> str:
    """Return the code of a question: its indikator and its own sign, "21A/4a"."""
    return f"{indikator}/{pertanyaan}"


def kolom_kode(tabel: pd.DataFrame) -> "pd.Series[str]":
    """Return the code of the question in each row of a table that has the columns indikator and pertanyaan."""
    return tabel["indikator"].astype(str) + "/" + tabel["pertanyaan"].astype(str)


def kode_bagian(kode: tuple[str, str | None, str | None]) -> str:
    """Return the code of a klaster, an indikator or a question by its place: (klaster, indikator, pertanyaan)."""
    klaster, indikator, pertanyaan = kode
    if indikator is None:
        return klaster
    return indikator if pertanyaan is None else kode_pertanyaan(indikator, pertanyaan)
