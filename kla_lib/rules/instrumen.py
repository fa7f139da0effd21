"""Load a form (instrumen): klaster, indikator, pertanyaan and their highest points."""

from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from typing import Literal, get_args

import pandas as pd
from pydantic import Field

from kla_lib.bahasa import _
from kla_lib.errors import Kesalahan, KlaError, maksud
from kla_lib.letak import FOLDER_PARAMS, nama_tampil
from kla_lib.rules.jumlah import check_jumlah, check_kode
from kla_lib.rules.peran import load_peran
from kla_lib.rules.pertanyaan import PERTANYAAN, load_pertanyaan
from kla_lib.rules.sumber import Rujukan, check_rujukan
from kla_lib.rules.yaml import Aturan, load_yaml

FOLDER = FOLDER_PARAMS / "instrumen"

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


class Klaster(Aturan):
    """A klaster; `indikator` is empty where only the klaster's points are published."""

    id: IdKlaster
    nama: str
    nama_pendek: str
    topik: str
    nilai_maksimal: float = Field(gt=0)
    indikator: tuple[Indikator, ...] = ()

    @property
    def judul(self) -> str:
        """The klaster's number and full subject as one heading."""
        return f"{self.nama_pendek} · {self.nama}" if self.nama_pendek.startswith("Klaster") else self.nama

    @property
    def judul_pendek(self) -> str:
        """The klaster's number and subject, short enough for a label in a chart."""
        return f"{self.nama_pendek} · {self.topik}" if self.nama_pendek.startswith("Klaster") else self.topik


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


class _Kepala(Aturan):
    instrumen: str
    judul: str
    berlaku: date
    nilai_maksimal: float
    sumber: Rujukan
    klaster: tuple[Klaster, ...]
    tabel_pertanyaan: str | None = None
    jumlah_berbeda: tuple[JumlahBerbeda, ...] = ()
    tanpa_opd: tuple[TanpaOpd, ...] = ()


@dataclass(frozen=True)
class Instrumen:
    """A form.

    `pertanyaan` has one row per question in the form's order (columns of
    `rules.pertanyaan`); it is empty where the questions are not published.
    """

    kepala: _Kepala
    pertanyaan: pd.DataFrame
    path: Path

    @property
    def id(self) -> str:
        return self.kepala.instrumen

    @property
    def klaster(self) -> tuple[Klaster, ...]:
        return self.kepala.klaster

    @cached_property
    def indikator(self) -> pd.DataFrame:
        """One row per indikator in the form's order: klaster, indikator, nama, nama_pendek, nilai_maksimal."""
        return pd.DataFrame(
            [(k.id, i.kode, i.nama, i.nama_pendek, i.nilai_maksimal) for k in self.klaster for i in k.indikator],
            columns=["klaster", "indikator", "nama", "nama_pendek", "nilai_maksimal"],
        )

    def klaster_of(self, id_klaster: str) -> Klaster:
        """Return a klaster by its id, or raise KlaError with the nearest one."""
        for k in self.klaster:
            if k.id == id_klaster:
                return k
        raise KlaError(
            Kesalahan(
                "klaster",
                nama_tampil(self.path),
                _("klaster '{klaster}' tidak dikenal").format(klaster=id_klaster),
                maksud(id_klaster, [k.id for k in self.klaster]),
            )
        )


def daftar_instrumen() -> list[str]:
    """Return the ids of the forms that the workbook holds, oldest first."""
    return sorted(p.stem for p in FOLDER.glob("*.yaml"))


@cache
def load_instrumen(instrumen: str) -> Instrumen:
    """Return the form of a year ("2024") or of a YAML file ("…/2026.yaml").

    Raises KlaError for an unknown year, an unknown or doubled code, and every
    sum that differs from a stated maximum without being declared in the head.
    """
    path = Path(instrumen) if instrumen.endswith(".yaml") else FOLDER / f"{instrumen}.yaml"
    if not path.is_file():
        raise KlaError(
            Kesalahan(
                "instrumen",
                nama_tampil(FOLDER),
                _("form tahun '{instrumen}' tidak ada").format(instrumen=instrumen),
                _("Form yang ada: {daftar}.").format(daftar=", ".join(daftar_instrumen())),
            )
        )
    kepala = load_yaml(path, _Kepala)
    check_rujukan(nama_tampil(path), [kepala.sumber])
    if kepala.instrumen != path.stem:
        raise KlaError(
            Kesalahan(
                "instrumen",
                nama_tampil(path),
                _("instrumen '{id}' berbeda dari nama berkas '{nama}'").format(id=kepala.instrumen, nama=path.stem),
                _("Samakan keduanya: form dicari menurut nama berkasnya."),
            )
        )
    if kepala.tabel_pertanyaan:
        tanpa = {(t.indikator, t.pertanyaan): t.dijawab_oleh for t in kepala.tanpa_opd}
        pertanyaan = load_pertanyaan(path.parent / kepala.tabel_pertanyaan, load_peran(), tanpa)
    else:
        pertanyaan = pd.DataFrame(columns=list(PERTANYAAN.nama_kolom))
    hasil = Instrumen(kepala, pertanyaan, path)
    salah = check_kode(hasil) or check_jumlah(hasil)
    if salah:
        raise KlaError(salah)
    return hasil
