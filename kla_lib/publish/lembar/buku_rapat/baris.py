"""List the rows of a klaster's sheet, each with where its points are entered."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from kla_lib.bahasa import _
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.rules.form.kepala import Indikator, Klaster
from kla_lib.scoring.dokumen.status import LENGKAP
from kla_lib.views.rupa.sebutan import sebut_opd, sebut_pertanyaan

KLASTER, INDIKATOR, PERTANYAAN = "klaster", "indikator", "pertanyaan"
"""The level of a row."""


@dataclass(frozen=True)
class BarisNilai:
    """One row of the form as the sheet shows it.

    nilai: recorded or added up, None where not known.  diisi: whether its
    points are entered here; `sebab` says why they are not, where they are not
    added up from below either.  status: of a question's documents, "" above.
    lengkap: points whose documents are complete.  banyak: how many rows of the
    level below belong to it.
    """

    tingkat: str
    kode: str
    teks: str
    maksimal: float
    nilai: float | None
    diisi: bool
    sebab: str = ""
    status: str = ""
    lengkap: float | None = None
    kantor: str = ""
    banyak: int = 0

    @property
    def dijumlahkan(self) -> bool:
        """Whether its points are added up from the level below."""
        return self.tingkat != PERTANYAAN and not self.diisi and not self.sebab


def baris_klaster(keadaan: Keadaan, klaster: Klaster) -> list[BarisNilai]:
    """Return the klaster, then each indikator with its questions, in the order of the form.

    Points are entered at the level at which the book records them; without any,
    at the lowest level that the form knows.
    """
    k = _satu(keadaan, KLASTER, "klaster", klaster.id)
    utuh = not klaster.indikator or k["baris"] > 0
    kepala = BarisNilai(
        KLASTER,
        "",
        klaster.judul,
        klaster.nilai_maksimal,
        k["nilai"],
        utuh,
        lengkap=None if utuh else k["lengkap"],
        banyak=len(klaster.indikator),
    )
    semua = keadaan.pertanyaan
    return [kepala, *(b for i in klaster.indikator for b in _baris_indikator(keadaan, i, semua, utuh))]


def _baris_indikator(keadaan: Keadaan, i: Indikator, semua: pd.DataFrame, di_klaster: bool) -> list[BarisNilai]:
    isi = _satu(keadaan, INDIKATOR, "indikator", i.kode)
    p = semua[semua["indikator"] == i.kode]
    utuh = not di_klaster and (p.empty or isi["baris"] > 0)
    sebab = _("dinilai sebagai satu angka untuk klaster ini") if di_klaster else ""
    kepala = BarisNilai(
        INDIKATOR,
        i.kode,
        _(i.nama),
        i.nilai_maksimal,
        None if di_klaster else isi["nilai"],
        utuh,
        sebab,
        lengkap=None if utuh or di_klaster else isi["lengkap"],
        banyak=len(p),
    )
    sebab = sebab or (_("dinilai sebagai satu angka untuk indikatornya") if utuh else "")
    return [kepala, *(_baris_pertanyaan(keadaan, r, sebab) for r in p.itertuples(index=False))]


def _baris_pertanyaan(keadaan: Keadaan, r: Any, sebab: str) -> BarisNilai:
    nilai = None if sebab or pd.isna(r.nilai) else float(r.nilai)
    return BarisNilai(
        PERTANYAAN,
        r.kode,
        sebut_pertanyaan(r.label, r.terbalik),
        float(r.nilai_maksimal),
        nilai,
        not sebab,
        sebab,
        r.status,
        None if nilai is None else nilai if r.status == LENGKAP else 0.0,
        sebut_opd(keadaan, r.opd, len(r.opd)),
    )


def _satu(keadaan: Keadaan, tingkat: str, kolom: str, kode: str) -> dict[str, Any]:
    """Return what is scored of a klaster or indikator; without points `lengkap` is not known either."""
    if keadaan.hasil is None:
        return {"nilai": None, "baris": 0, "lengkap": None}
    tabel = keadaan.hasil.klaster if tingkat == KLASTER else keadaan.hasil.indikator
    r = tabel[tabel[kolom] == kode].iloc[0]
    if pd.isna(r["nilai"]):
        return {"nilai": None, "baris": 0, "lengkap": None}
    return {"nilai": float(r["nilai"]), "baris": int(r["baris"]), "lengkap": float(r["lengkap"])}
