"""Describe the head of a form: its klaster and indikator, and what it declares about itself."""

from datetime import date
from typing import Literal, get_args

import pandas as pd
from pydantic import Field

from kla_lib.bahasa import bahasa
from kla_lib.rules.form.tahun_data import TahunData
from kla_lib.rules.sumber import Rujukan
from kla_lib.rules.yaml import Aturan

IdKlaster = Literal[
    "kelembagaan",
    "klaster_1",
    "klaster_2",
    "klaster_3",
    "klaster_4",
    "klaster_5",
    "kelana_dekela",
]
KLASTER: tuple[str, ...] = get_args(IdKlaster)


class Indikator(Aturan):
    """One scored row of the form; `nilai_maksimal` (poin) caps the sum of its pertanyaan."""

    kode: str
    nilai_maksimal: float = Field(gt=0)
    nama_pendek: str
    nama: str


class NamaInggris(Aturan):
    """What English pages call a klaster, and who translated it."""

    nama: str
    nama_pendek: str
    topik: str
    sumber: str


class Klaster(Aturan):
    """A klaster; `indikator` is empty where only the klaster's points are published.

    inggris: its English names; without them English pages say the form's own.
    """

    id: IdKlaster
    nama: str
    nama_pendek: str
    topik: str
    nilai_maksimal: float = Field(gt=0)
    indikator: tuple[Indikator, ...] = ()
    inggris: NamaInggris | None = None

    @property
    def judul(self) -> str:
        """The klaster's number and full subject as one heading, in the reader's language."""
        return f"{self._sebutan.nama_pendek} · {self._sebutan.nama}" if self._bernomor else self._sebutan.nama

    @property
    def judul_pendek(self) -> str:
        """The klaster's number and subject, short enough for a label in a chart."""
        return f"{self._sebutan.nama_pendek} · {self._sebutan.topik}" if self._bernomor else self._sebutan.topik

    @property
    def sebutan_pendek(self) -> str:
        """The klaster's number, or its name where it has none."""
        return self._sebutan.nama_pendek

    @property
    def _bernomor(self) -> bool:
        return self.nama_pendek.startswith("Klaster")

    @property
    def _sebutan(self) -> "Klaster | NamaInggris":
        return self.inggris if self.inggris is not None and bahasa() == "en" else self


class JumlahBerbeda(Aturan):
    """A declared difference: the rows of an indikator add to another sum than its stated maximum."""

    indikator: str
    jumlah_pertanyaan: float
    nilai_maksimal: float
    perlakuan: Literal["dibatasi"]
    keputusan: str


class TanpaOpd(Aturan):
    """A question for which the form names no office; an area answers it."""

    indikator: str
    pertanyaan: str
    dijawab_oleh: Literal["kecamatan", "kelurahan"]


class TeksGanda(Aturan):
    """A question that the published form asks in the words of another, `sama_dengan` ("7/1")."""

    indikator: str
    pertanyaan: str
    sama_dengan: str
    catatan: str


class Kepala(Aturan):
    """The YAML file of a form."""

    instrumen: str
    judul: str
    berlaku: date
    nilai_maksimal: float
    sumber: Rujukan
    klaster: tuple[Klaster, ...]
    tabel_pertanyaan: str | None = None
    jumlah_berbeda: tuple[JumlahBerbeda, ...] = ()
    tanpa_opd: tuple[TanpaOpd, ...] = ()
    teks_ganda: tuple[TeksGanda, ...] = ()
    tahun_data: tuple[TahunData, ...] = ()


def tabel_indikator(klaster: tuple[Klaster, ...]) -> pd.DataFrame:
    """Return one row per indikator in the form's order: klaster, indikator, nama, nama_pendek, nilai_maksimal."""
    return pd.DataFrame(
        [(k.id, i.kode, i.nama, i.nama_pendek, i.nilai_maksimal) for k in klaster for i in k.indikator],
        columns=["klaster", "indikator", "nama", "nama_pendek", "nilai_maksimal"],
    )
