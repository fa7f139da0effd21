"""Make the plan of a meeting once for all that shows it, and find what a chance of its target costs."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.rules.jalur import load_jalur
from kla_lib.rules.kategori import Kategori
from kla_lib.rules.kerja import load_kerja
from kla_lib.scoring.nilai.hasil import Hasil
from kla_lib.scoring.perkiraan.peluang import PELUANG_TERKECIL
from kla_lib.scoring.rencana.daftar import daftar_kegiatan
from kla_lib.scoring.rencana.kegiatan import Anggapan, DaftarKegiatan, kapasitas_kantor
from kla_lib.scoring.rencana.masalah import Masalah, susun_masalah
from kla_lib.scoring.rencana.peluang import (
    MasaDepan,
    Peluang,
    cheapest_for_chance,
    peluang_rencana,
)
from kla_lib.scoring.rencana.ramalan import ramalan_rencana
from kla_lib.scoring.rencana.rencana import Kemungkinan, Permintaan, Ramalan, Rencana
from kla_lib.scoring.rencana.susun import (
    DETIK,
    dengan_kemungkinan,
    kemungkinan_di_atas_kertas,
    masa_depan_of,
    pilih_masa_depan,
    poin_sasaran,
    susun_rencana,
)

TINGKAT = (0.8, 0.9)
"""The chances for which the cheapest choice is sought; the plan is made for the first."""

SIMPANAN = "rencana"


@dataclass(frozen=True)
class Tingkat:
    """The cheapest choice for a chance.

    diminta: the chance asked for.  banyak: number of actions; None where no
    choice gives that chance.  biaya: as on the curve.  peluang: on fresh futures.
    """

    diminta: float
    banyak: int | None
    biaya: float
    peluang: float


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

    keadaan: Keadaan
    hasil: Hasil

    @cached_property
    def anggapan(self) -> Anggapan:
        tahun = self.keadaan.buku.keterangan.tahun_evaluasi
        return Anggapan(load_kerja(tahun), load_jalur(tahun))

    @cached_property
    def di_atas_kertas(self) -> Rencana:
        """The cheapest choice that reaches the target on paper, or the one that comes nearest."""
        return self._susun(self.keadaan.rapat.sasaran, None)

    @cached_property
    def lengkap(self) -> Rencana:
        """The plan with its chance, where something is left to forecast."""
        if self._diminta is not None:
            return self._susun(self.keadaan.rapat.sasaran, self._ramalan, self._diminta)
        if self._ramalan is None:
            return self.di_atas_kertas
        return dengan_kemungkinan(self.di_atas_kertas, *self._pilihan, *self._ramalan)

    @cached_property
    def kegiatan(self) -> Rencana:
        """The plan with the same actions, but with its chance only where that decides them: for a pack."""
        if self._diminta is None:
            return self.di_atas_kertas
        return self._susun(self.keadaan.rapat.sasaran, self._ramalan, self._diminta, kurva=False)

    @cached_property
    def kurva(self) -> Kurva | None:
        """What a chance costs; None where nothing is left to forecast. It takes seconds, so only the summary asks."""
        rencana = self.lengkap
        if self._ramalan is None or rencana.kemungkinan is None:
            return None
        kategori, kemungkinan = rencana.sasaran, rencana.kemungkinan
        if kemungkinan.tertinggi < PELUANG_TERKECIL:
            kategori = self.keadaan.kategori[self.keadaan.kategori_dipegang]
            kemungkinan = kemungkinan_di_atas_kertas(*self._pilihan, kategori, *self._ramalan)
        daftar, m = self._pilihan
        pilih = np.isin(m.id, [t.kegiatan.id for t in rencana.kegiatan])
        ambang = poin_sasaran(kategori)
        ramalan, uji = self._ramalan
        segar = [masa_depan_of(daftar, r) for r in uji.values()]
        peluang = [peluang_rencana(m, s, pilih, ambang) for s in segar]
        return Kurva(
            kategori,
            kemungkinan,
            m.tanpa_biaya,
            float(m.utama @ pilih),
            peluang[0],
            (min(p.besaran for p in peluang), max(p.besaran for p in peluang)),
            tuple(
                _tingkat(m, pilih_masa_depan(daftar, ramalan), segar[0], ambang, t, kemungkinan.tertinggi)
                for t in TINGKAT
            ),
        )

    @cached_property
    def _ramalan(self) -> tuple[Ramalan, Mapping[str, Ramalan]] | None:
        k = self.keadaan
        return None if k.susunan is None else ramalan_rencana(k.susunan, k.verifikasi, k.rapat.tahap, k.riwayat)

    @property
    def _diminta(self) -> float | None:
        return TINGKAT[0] if self.di_atas_kertas.tercapai and self.keadaan.susunan is not None else None

    def _susun(
        self,
        sasaran: str,
        ramalan: tuple[Ramalan, Mapping[str, Ramalan]] | None,
        peluang: float | None = None,
        kurva: bool = True,
    ) -> Rencana:
        k = self.keadaan
        minta = Permintaan(sasaran, peluang, tanggal=k.rapat.tenggat)
        r, uji = ramalan or (None, None)
        return susun_rencana(k.buku, self.hasil, k.kategori, self.anggapan, minta, k.daerah, r, uji, kurva)

    @cached_property
    def _pilihan(self) -> tuple[DaftarKegiatan, Masalah]:
        k = self.keadaan
        daftar = daftar_kegiatan(k.buku, self.hasil, self.anggapan, k.daerah, k.rapat.tenggat)
        kapasitas = kapasitas_kantor(k.buku.keterangan.tanggal_data, k.rapat.tenggat, self.anggapan.jalur)
        return daftar, susun_masalah(daftar, kapasitas)


def rencana_of(keadaan: Keadaan) -> RencanaRapat | None:
    """Return the plan of a meeting, made once and kept with it; None where the book has no marks.

    Raises KlaError for needs in the RAD that cannot be met.
    """
    if keadaan.hasil is None:
        return None
    simpanan = vars(keadaan)
    if SIMPANAN not in simpanan:
        simpanan[SIMPANAN] = RencanaRapat(keadaan, keadaan.hasil)
    rencana: RencanaRapat = simpanan[SIMPANAN]
    return rencana


def _tingkat(
    m: Masalah, dipilih: MasaDepan, segar: MasaDepan, ambang: float, diminta: float, tertinggi: float
) -> Tingkat:
    solusi = cheapest_for_chance(m, dipilih, ambang, diminta, DETIK) if diminta <= tertinggi else None
    if solusi is None:
        return Tingkat(diminta, None, float("nan"), float("nan"))
    peluang = peluang_rencana(m, segar, solusi.pilih, ambang).besaran
    return Tingkat(diminta, int(solusi.pilih.sum()), float(m.utama @ solusi.pilih), peluang)
