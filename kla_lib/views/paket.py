"""Gather what the pack of one klaster shows."""

from dataclasses import dataclass

import pandas as pd

from kla_lib.rules.instrumen import Klaster
from kla_lib.rules.privasi import PUBLIK
from kla_lib.scoring.dokumen import BAGIAN
from kla_lib.views.konteks import Konteks, load_konteks


@dataclass(frozen=True)
class Paket:
    """One klaster of one meeting.

    pertanyaan, indikator: its rows of the form with points and parts; None
    where the book has no marks.  capaian: its measurements, or None.
    nilai is None where nothing of this klaster was recorded; terdukung is
    None where the book records no documents.
    """

    konteks: Konteks
    klaster: Klaster
    nilai: float | None
    terdukung: float | None
    bagian: dict[str, float] | None
    pertanyaan: pd.DataFrame | None
    indikator: pd.DataFrame | None
    capaian: pd.DataFrame | None

    @property
    def nilai_maksimal(self) -> float:
        return self.klaster.nilai_maksimal

    @property
    def belum_dinilai(self) -> int:
        """How many questions of this klaster have no recorded points."""
        return 0 if self.pertanyaan is None else int((~self.pertanyaan["tercatat"]).sum())


def load_paket(rapat: str, klaster: str, skenario: str = "", untuk: str = PUBLIK) -> Paket:
    """Return the pack of a klaster by the meeting's id and the klaster's id.

    skenario: name of a saved scenario under which it is scored; empty for the official result.
    untuk: PUBLIK or INTERNAL.
    """
    return make_paket(load_konteks(rapat, skenario, untuk), klaster)


def make_paket(konteks: Konteks, klaster: str) -> Paket:
    """Return the pack of one klaster of a loaded meeting."""
    k = konteks.instrumen.klaster_of(klaster)
    hasil = konteks.hasil
    capaian = None
    if konteks.capaian is not None:
        capaian = konteks.capaian[konteks.capaian["indikator"].isin(_kode_indikator(konteks, klaster))]
    if hasil is None:
        return Paket(konteks, k, None, None, None, None, None, capaian)
    baris = hasil.klaster.loc[hasil.klaster["klaster"] == klaster].iloc[0]
    tercatat = bool(pd.notna(baris["nilai"]))
    return Paket(
        konteks,
        k,
        float(baris["nilai"]) if tercatat else None,
        float(baris["lengkap"]) if tercatat and hasil.terdukung is not None else None,
        {nama: float(baris[nama]) for nama in BAGIAN} if tercatat else None,
        hasil.pertanyaan[hasil.pertanyaan["klaster"] == klaster],
        hasil.indikator[hasil.indikator["klaster"] == klaster],
        capaian,
    )


def _kode_indikator(konteks: Konteks, klaster: str) -> list[str]:
    i = konteks.instrumen.indikator
    return list(i.loc[i["klaster"] == klaster, "indikator"])
