"""Make the head of a form that was taken in: names from a form already known, maxima from its questions."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd

from kla_lib.bahasa import _
from kla_lib.rules.form.instrumen import load_instrumen
from kla_lib.rules.form.kepala import KLASTER, Indikator, Kepala, Klaster, TanpaOpd
from kla_lib.rules.params import Params
from kla_lib.rules.sumber import Rujukan

ROMAWI = ("I", "II", "III", "IV", "V")


@dataclass(frozen=True)
class Dasar:
    """The names of a known form: klaster by id, indikator by (klaster, code), areas by question."""

    klaster: dict[str, Klaster] = field(default_factory=dict)
    indikator: dict[tuple[str, str], Indikator] = field(default_factory=dict)
    tanpa_opd: dict[tuple[str, str], TanpaOpd] = field(default_factory=dict)

    @classmethod
    def load(cls, params: Params, instrumen: str | None) -> "Dasar":
        """Return the names of a form, or none where no form is given."""
        if instrumen is None:
            return cls()
        form = load_instrumen(params, instrumen)
        return cls(
            {k.id: k for k in form.klaster},
            {(k.id, i.kode): i for k in form.klaster for i in k.indikator},
            {(t.indikator, t.pertanyaan): t for t in form.kepala.tanpa_opd},
        )


def make_kepala(
    tabel: pd.DataFrame,
    tujuan: Path,
    dasar: Dasar,
    judul: str,
    berlaku: date,
    sumber: Rujukan,
    nilai_maksimal: float | None,
) -> Kepala:
    """Return the head of a table of questions.

    An indikator's maximum is the one that the table states in its rows
    (maksimal_indikator, the first of them), else the sum of its questions; a
    klaster's is the sum of its indikator; the form's is `nilai_maksimal`, else
    the sum of the klaster.  What does not add up is left for `kla lint`.
    """
    klaster = []
    for id_klaster in (k for k in KLASTER if k in set(tabel["klaster"])):
        milik = tabel[tabel["klaster"] == id_klaster]
        indikator = tuple(
            _indikator(id_klaster, str(kode), baris, dasar) for kode, baris in milik.groupby("indikator", sort=False)
        )
        klaster.append(_klaster(id_klaster, indikator, dasar))
    return Kepala(
        instrumen=tujuan.stem,
        judul=judul,
        berlaku=berlaku,
        nilai_maksimal=nilai_maksimal or round(sum(k.nilai_maksimal for k in klaster), 6),
        sumber=sumber,
        klaster=tuple(klaster),
        tabel_pertanyaan=tujuan.name,
        tanpa_opd=tuple(_tanpa_opd(tabel, dasar)),
    )


def _klaster(id_klaster: str, indikator: tuple[Indikator, ...], dasar: Dasar) -> Klaster:
    maks = round(sum(i.nilai_maksimal for i in indikator), 6)
    if id_klaster in dasar.klaster:
        return dasar.klaster[id_klaster].model_copy(update={"nilai_maksimal": maks, "indikator": indikator})
    nomor = id_klaster.removeprefix("klaster_")
    nama = _("Klaster {n}").format(n=ROMAWI[int(nomor) - 1]) if nomor.isdecimal() else id_klaster
    isi: dict[str, Any] = {"id": id_klaster, "nama": nama, "nama_pendek": nama, "topik": nama}
    return Klaster(**isi, nilai_maksimal=maks, indikator=indikator)


def _indikator(klaster: str, kode: str, baris: pd.DataFrame, dasar: Dasar) -> Indikator:
    tertulis = baris["maksimal_indikator"].dropna()
    maks = float(tertulis.iloc[0]) if len(tertulis) else round(float(baris["nilai_maksimal"].sum()), 6)
    lama = dasar.indikator.get((klaster, kode))
    nama = next(iter(baris["nama_indikator"].dropna()), None)
    nama = str(nama) if nama else lama.nama if lama else _("Indikator {kode}").format(kode=kode)
    return Indikator(kode=kode, nilai_maksimal=maks, nama_pendek=lama.nama_pendek if lama else nama, nama=nama)


def _tanpa_opd(tabel: pd.DataFrame, dasar: Dasar) -> list[TanpaOpd]:
    """Return the questions without office that the known form, or one flag of the table, gives to an area."""
    hasil = []
    for p in tabel[tabel["opd"].isna()].itertuples(index=False):
        lama = dasar.tanpa_opd.get((p.indikator, p.pertanyaan))
        if lama is not None:
            hasil.append(lama)
        elif bool(p.diisi_kecamatan) != bool(p.diisi_desa):
            wilayah: Any = "kecamatan" if p.diisi_kecamatan else "kelurahan"
            hasil.append(TanpaOpd(indikator=p.indikator, pertanyaan=p.pertanyaan, dijawab_oleh=wilayah))
    return hasil
