"""Look at a meeting whole, by klaster, by office or by session: each view chooses, none counts anew."""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import pandas as pd

from kla_lib.rules.form.instrumen import Klaster
from kla_lib.scoring.dokumen.status import BAGIAN
from kla_lib.scoring.pekerjaan.rad import KegiatanRad
from kla_lib.scoring.perkiraan.risiko import Risiko, hitung_risiko

if TYPE_CHECKING:
    from kla_lib.keadaan.keadaan import Keadaan


class Lingkup:
    """One view of a meeting.

    daftar_klaster: ids of the klaster that it is about, None for all.
    opd: the office that it is about, by its role; None for all.  What every
    role of the same office holds is its own.
    """

    @property
    def keadaan(self) -> "Keadaan":
        """The whole meeting."""
        raise NotImplementedError

    @property
    def daftar_klaster(self) -> tuple[str, ...] | None:
        return None

    @property
    def opd(self) -> str | None:
        return None

    def memuat_klaster(self, klaster: str | None) -> bool:
        """Whether a klaster belongs to it; what belongs to none stands only in the whole."""
        return self.daftar_klaster is None or klaster in self.daftar_klaster

    def memuat_kantor(self, opd: str | None) -> bool:
        """Whether an office, by any of its names, is the one that it is about."""
        if self.opd is None:
            return True
        nama_opd = self.keadaan.daerah.nama_opd
        return opd is not None and nama_opd(opd) == nama_opd(self.opd)

    @property
    def kegiatan_rad(self) -> list[KegiatanRad] | None:
        """Its actions in the order of the book; None where the book has no RAD."""
        semua = self.keadaan.rad
        if semua is None:
            return None
        return [k for k in semua if self.memuat_klaster(k.klaster) and self.memuat_kantor(k.opd)]

    @property
    def daftar_janji(self) -> pd.DataFrame | None:
        """Its promises of earlier meetings, as `Keadaan.janji`; None where the book has no such table.

        A decision that names no klaster belongs to that of its indikator.
        """
        janji = self.keadaan.janji
        if janji is None:
            return None
        rumah = self.keadaan.rumah_indikator
        milik = [
            self.memuat_klaster(k or rumah.get(i)) and self.memuat_kantor(o)
            for k, i, o in zip(janji["klaster"], janji["indikator"], janji["opd"], strict=True)
        ]
        return janji[milik]

    @property
    def soal(self) -> pd.DataFrame | None:
        """The rows of `hasil.pertanyaan` of its klaster; None without marks."""
        hasil = self.keadaan.hasil
        if hasil is None:
            return None
        p = hasil.pertanyaan
        return p if self.daftar_klaster is None else p[p["klaster"].isin(self.daftar_klaster)]


@dataclass(frozen=True)
class Bagian(Lingkup):
    """Some klaster or one office of a meeting."""

    induk: "Keadaan"
    pilihan: tuple[str, ...] | None = None
    kantor: str | None = None

    @property
    def keadaan(self) -> "Keadaan":
        return self.induk

    @property
    def daftar_klaster(self) -> tuple[str, ...] | None:
        return self.pilihan

    @property
    def opd(self) -> str | None:
        return self.kantor


@dataclass(frozen=True)
class Paket(Lingkup):
    """One klaster of a meeting, as its pack shows it.

    nilai is None where nothing of this klaster was recorded; terdukung is
    None where the book records no documents.
    """

    induk: "Keadaan"
    klaster: Klaster

    @property
    def keadaan(self) -> "Keadaan":
        return self.induk

    @property
    def daftar_klaster(self) -> tuple[str, ...]:
        return (self.klaster.id,)

    @cached_property
    def _baris(self) -> "pd.Series | None":
        """Its row of the scored klaster; None where nothing of it was recorded."""
        hasil = self.induk.hasil
        if hasil is None:
            return None
        baris = hasil.klaster.loc[hasil.klaster["klaster"] == self.klaster.id].iloc[0]
        return baris if pd.notna(baris["nilai"]) else None

    @property
    def nilai(self) -> float | None:
        return None if self._baris is None else float(self._baris["nilai"])

    @property
    def terdukung(self) -> float | None:
        hasil = self.induk.hasil
        if self._baris is None or hasil is None or hasil.terdukung is None:
            return None
        return float(self._baris["lengkap"])

    @property
    def bagian(self) -> dict[str, float] | None:
        """The points in the parts of BAGIAN (poin); None where nothing was recorded."""
        return None if self._baris is None else {nama: float(self._baris[nama]) for nama in BAGIAN}

    @cached_property
    def pertanyaan(self) -> pd.DataFrame | None:
        """Its questions with points and parts; None where the book has no marks."""
        return self.soal

    @cached_property
    def indikator(self) -> pd.DataFrame | None:
        """Its indikator with points and parts; None where the book has no marks."""
        hasil = self.induk.hasil
        return None if hasil is None else hasil.indikator[hasil.indikator["klaster"] == self.klaster.id]

    @cached_property
    def capaian(self) -> pd.DataFrame | None:
        """Its measurements, small counts of persons hidden; None where the book has none."""
        c, i = self.induk.capaian, self.induk.instrumen.indikator
        return None if c is None else c[c["indikator"].isin(i.loc[i["klaster"] == self.klaster.id, "indikator"])]

    @cached_property
    def risiko(self) -> Risiko | None:
        """What of its points may be lost; None without points in it, and where nothing is left to forecast."""
        k = self.induk
        if k.susunan is None or not self.nilai:
            return None
        return hitung_risiko(k.susunan, self.klaster.id, self.nilai, k.ramalan.undian)

    @property
    def nilai_maksimal(self) -> float:
        return self.klaster.nilai_maksimal

    @property
    def belum_dinilai(self) -> int:
        """How many questions of this klaster have no recorded points."""
        return 0 if self.pertanyaan is None else int((~self.pertanyaan["tercatat"]).sum())
