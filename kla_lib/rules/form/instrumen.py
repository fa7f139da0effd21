"""Load a form (instrumen): klaster, indikator, pertanyaan and their highest points."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pandas as pd

from kla_lib.bahasa import _
from kla_lib.errors import Kesalahan, KlaError, maksud
from kla_lib.letak import nama_tampil
from kla_lib.rules.form.bacaan import daftar_instrumen, path_form, read_form
from kla_lib.rules.form.jumlah import check_jumlah, check_kode
from kla_lib.rules.form.kepala import KLASTER, IdKlaster, Indikator, Kepala, Klaster, tabel_indikator
from kla_lib.rules.form.tahun_data import tahun_berlaku
from kla_lib.rules.form.temuan import belum_dinyatakan
from kla_lib.rules.params import Params, sekali

__all__ = ["KLASTER", "IdKlaster", "Indikator", "Instrumen", "Klaster", "daftar_instrumen", "load_instrumen"]


@dataclass(frozen=True)
class Instrumen:
    """A form.

    `pertanyaan` has one row per question in the form's order (columns of
    `rules.pertanyaan`); it is empty where the questions are not published.
    """

    kepala: Kepala
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
        return tabel_indikator(self.klaster)

    def tahun_diminta(self, tahun_evaluasi: int) -> tuple[int, ...]:
        """Return of which data years documents are asked; none where the form does not say it of that year."""
        berlaku = tahun_berlaku(self.kepala.tahun_data, tahun_evaluasi)
        return () if berlaku is None else berlaku.tahun(tahun_evaluasi)

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


@sekali
def load_instrumen(params: Params, instrumen: str) -> Instrumen:
    """Return the form of a year ("2024") or of a YAML file ("…/2026.yaml").

    Raises KlaError for an unknown year, an unknown or doubled code, and every
    sum that differs from a stated maximum without being declared in the head.
    What changes no points (a doubled text, bands with a gap) is told by `lint`
    and does not stop a meeting.
    """
    form = read_form(params, path_form(params, instrumen))
    if form.kepala is None:
        raise KlaError(
            form.kesalahan_kepala(
                "instrumen",
                _("tabel pertanyaan ini tidak punya kepala form"),
                _("Tulis kepalanya di {nama}.").format(nama=form.path.with_suffix(".yaml").name),
            )
        )
    salah = list(form.salah) or check_kode(form) or belum_dinyatakan(check_jumlah(form))
    if salah:
        raise KlaError(salah)
    return Instrumen(form.kepala, form.pertanyaan.reset_index(drop=True), form.path)
