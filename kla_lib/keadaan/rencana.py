"""Make the plan of a meeting once for all that shows it, and find what a chance of its target costs."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from kla_lib.rules.jalur import load_jalur
from kla_lib.rules.kategori import Kategori
from kla_lib.rules.kerja import load_kerja
from kla_lib.scoring.nilai.hasil import Hasil
from kla_lib.scoring.perkiraan.peluang import PELUANG_TERKECIL
from kla_lib.scoring.rencana.daftar import Turunan, daftar_kegiatan
from kla_lib.scoring.rencana.kegiatan import Anggapan, DaftarKegiatan, kapasitas_kantor
from kla_lib.scoring.rencana.masalah import Masalah, susun_masalah
from kla_lib.scoring.rencana.peluang import (
    MasaDepan,
    Peluang,
    cheapest_for_chance,
    peluang_rencana,
)
from kla_lib.scoring.rencana.ramalan import ramalan_rencana
from kla_lib.scoring.rencana.rencana import Kemungkinan, Ramalan, Rencana, TujuanRencana
from kla_lib.scoring.rencana.susun import (
    dengan_kemungkinan,
    dengan_kurva,
    kemungkinan_di_atas_kertas,
    masa_depan_of,
    pilih_masa_depan,
    poin_sasaran,
    susun_rencana,
    untuk_ambang,
)

if TYPE_CHECKING:
    from kla_lib.keadaan.keadaan import Keadaan

TINGKAT = (0.8, 0.9)
"""The chances for which the cheapest choice is sought; the plan is made for the first."""


@dataclass(frozen=True)
class Tingkat:
    """The cheapest choice for a chance.

    diminta: the chance asked for.  banyak: number of actions; None where no
    choice gives that chance.  biaya: as on the curve.  peluang: on fresh
    futures.  terbukti: the solver proved that no choice is cheaper.
    """

    diminta: float
    banyak: int | None
    biaya: float
    peluang: float
    terbukti: bool = True


@dataclass(frozen=True)
class Kurva:
    """What a chance of one category costs.

    kategori: the target, or the category that the page watches where the
    target's chance stays below `PELUANG_TERKECIL` whatever is done.  kemungkinan: of
    it, with the curve.  tanpa_biaya: the curve counts actions, not rupiah.
    biaya, peluang, rentang: of the meeting's plan on this curve; an action
    without a recorded amount counts as much as the middle one that has any.
    """

    kategori: Kategori
    kemungkinan: Kemungkinan
    tanpa_biaya: bool
    biaya: float
    peluang: Peluang
    rentang: tuple[float, float]
    tingkat: tuple[Tingkat, ...]

    @property
    def tanpa_kegiatan(self) -> float:
        """The chance on fresh futures, doing nothing."""
        return self.kemungkinan.tanpa_kegiatan.besaran

    @property
    def terbukti(self) -> bool:
        """Whether the solver proved all of it."""
        return self.kemungkinan.terbukti and all(t.terbukti for t in self.tingkat)

    @property
    def mendatar(self) -> bool:
        """Whether no choice raises the chance, so that there is nothing to draw."""
        return len(self.kemungkinan.kurva) < 2


@dataclass(frozen=True)
class RencanaRapat:
    """The plan for the target of one meeting.

    Where the target is out of reach on paper, it is the choice that comes
    nearest on paper.  Where it is within reach, being there on paper is not
    enough: it is the cheapest choice for a chance of `TINGKAT[0]`, or the one
    that comes nearest to that.  Without a forecast it is the cheapest on paper.
    """

    keadaan: "Keadaan"
    hasil: Hasil

    @cached_property
    def anggapan(self) -> Anggapan:
        """The assumptions on hours, costs and points that it rests on."""
        params, tahun = self.keadaan.params, self.keadaan.buku.keterangan.tahun_evaluasi
        return Anggapan(load_kerja(params, tahun), load_jalur(params, tahun))

    @cached_property
    def calon(self) -> DaftarKegiatan:
        """All that the plan may choose from; KlaError for needs in the RAD that cannot be met."""
        k = self.keadaan
        if k.susunan_lengkap is None:
            raise ValueError("no marks, so no plan")
        turunan = Turunan(k.celah, k.tercapai, k.susunan_lengkap, k.penentu, k.dibatalkan, k.rad_dokumen)
        return daftar_kegiatan(k.buku, self.hasil, turunan, self.anggapan, k.daerah, k.rapat.tenggat)

    @cached_property
    def masalah(self) -> Masalah:
        """The choice as the solver sees it, without a budget."""
        k = self.keadaan
        kapasitas = kapasitas_kantor(k.buku.keterangan.tanggal_data, k.rapat.tenggat, self.anggapan.jalur)
        return susun_masalah(self.calon, kapasitas, ambang=poin_sasaran(k.kategori[k.rapat.sasaran]))

    @cached_property
    def di_atas_kertas(self) -> Rencana:
        """The cheapest choice that reaches the target on paper, or the one that comes nearest."""
        return self._susun(TujuanRencana(self.keadaan.rapat.sasaran), None)

    @cached_property
    def kegiatan(self) -> Rencana:
        """The plan, with its chance only where that decides the actions: for a pack."""
        return self.di_atas_kertas if self._diminta is None else self._berpeluang

    @cached_property
    def lengkap(self) -> Rencana:
        """The plan with its chance and what other chances cost, where something is left to forecast."""
        return self._dengan_kurva(self._berpeluang)

    @cached_property
    def kurva(self) -> Kurva | None:
        """What a chance costs; None where nothing is left to forecast. It takes seconds, so only the summary asks."""
        rencana = self.lengkap
        if self._ramalan is None or rencana.kemungkinan is None:
            return None
        ramalan, uji = self._ramalan
        kategori, kemungkinan = rencana.sasaran, rencana.kemungkinan
        if kemungkinan.tertinggi < PELUANG_TERKECIL:
            kategori = self.keadaan.kategori[self.keadaan.kategori_dipegang]
            kemungkinan = kemungkinan_di_atas_kertas(self.calon, self.masalah, kategori, ramalan, uji)
            kemungkinan = dengan_kurva(kemungkinan, self.calon, self.masalah, kategori, ramalan, uji)
        ambang = poin_sasaran(kategori)
        m = untuk_ambang(self.calon, self.masalah, ambang)
        pilih = np.isin(m.id, [t.kegiatan.id for t in rencana.kegiatan])
        segar = [masa_depan_of(self.calon, r) for r in uji.values()]
        peluang = [peluang_rencana(m, s, pilih, ambang) for s in segar]
        dipilih = pilih_masa_depan(self.calon, m, ramalan, ambang)
        return Kurva(
            kategori,
            kemungkinan,
            m.tanpa_biaya,
            float(m.utama @ pilih),
            peluang[0],
            (min(p.besaran for p in peluang), max(p.besaran for p in peluang)),
            tuple(_tingkat(m, dipilih, segar[0], ambang, t, kemungkinan.tertinggi) for t in TINGKAT),
        )

    def akan_sampai(self, kategori: Kategori) -> tuple[float, float] | None:
        """Return the chance of a category on fresh futures, doing nothing and with the plan; None without a forecast.

        Nothing is chosen anew for it, so a page may ask for any category.
        """
        if self._ramalan is None:
            return None
        ambang, segar = poin_sasaran(kategori), masa_depan_of(self.calon, next(iter(self._ramalan[1].values())))
        m = untuk_ambang(self.calon, self.masalah, ambang)
        pilih = np.isin(m.id, [t.kegiatan.id for t in self.kegiatan.kegiatan])
        tanpa, dengan = (peluang_rencana(m, segar, p, ambang).besaran for p in (np.zeros_like(pilih), pilih))
        return tanpa, dengan

    def rencana_lain(self, minta: TujuanRencana) -> Rencana:
        """Return the plan for another target, chance or budget, with its chance and what other chances cost.

        Its last day is that of the meeting's stage, whatever `minta` says.
        """
        return self._dengan_kurva(self._susun(minta, self._ramalan))

    @cached_property
    def _berpeluang(self) -> Rencana:
        if self._diminta is not None:
            return self._susun(TujuanRencana(self.keadaan.rapat.sasaran, self._diminta), self._ramalan)
        if self._ramalan is None:
            return self.di_atas_kertas
        return dengan_kemungkinan(self.di_atas_kertas, self.calon, self.masalah, *self._ramalan)

    def _susun(self, minta: TujuanRencana, ramalan: tuple[Ramalan, Mapping[str, Ramalan]] | None) -> Rencana:
        k, (r, uji) = self.keadaan, ramalan or (None, None)
        minta = replace(minta, tanggal=k.rapat.tenggat)
        return susun_rencana(self.calon, k.buku, self.hasil, k.kategori, self.anggapan, minta, r, uji)

    def _dengan_kurva(self, r: Rencana) -> Rencana:
        """Return a plan with what other chances cost; as it is where nothing is left to forecast."""
        if self._ramalan is None or r.kemungkinan is None:
            return r
        m = self.masalah if r.anggaran is None else susun_masalah(self.calon, r.kapasitas, r.anggaran)
        return replace(r, kemungkinan=dengan_kurva(r.kemungkinan, self.calon, m, r.sasaran, *self._ramalan))

    @cached_property
    def _ramalan(self) -> tuple[Ramalan, Mapping[str, Ramalan]] | None:
        k = self.keadaan
        return None if k.susunan is None else ramalan_rencana(k.susunan, k.ramalan.undian, k.ramalan.segar)

    @property
    def _diminta(self) -> float | None:
        return TINGKAT[0] if self.di_atas_kertas.tercapai and self.keadaan.susunan is not None else None


def _tingkat(
    m: Masalah, dipilih: MasaDepan, segar: MasaDepan, ambang: float, diminta: float, tertinggi: float
) -> Tingkat:
    solusi = cheapest_for_chance(m, dipilih, ambang, diminta) if diminta <= tertinggi else None
    if solusi is None:
        return Tingkat(diminta, None, float("nan"), float("nan"))
    peluang = peluang_rencana(m, segar, solusi.pilih, ambang).besaran
    return Tingkat(diminta, int(solusi.pilih.sum()), float(m.utama @ solusi.pilih), peluang, solusi.terbukti)
