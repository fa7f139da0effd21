"""Hold what follows from a meeting's book and the rules, each thing worked out once, when it is first asked for."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import pandas as pd

from kla_lib.data.buku import Buku
from kla_lib.data.terpilah import baris_umum
from kla_lib.keadaan.capaian import CapaianRapat
from kla_lib.keadaan.fakta import fakta_ringan
from kla_lib.keadaan.fakta_bentuk import Fakta
from kla_lib.keadaan.lingkup import Bagian, Lingkup, Paket
from kla_lib.keadaan.perbandingan import Kunci, Perbandingan, banding
from kla_lib.keadaan.ramalan import RamalanRapat
from kla_lib.keadaan.rencana import RencanaRapat
from kla_lib.keadaan.sekali import Sekali
from kla_lib.rules.daerah.daerah import Daerah
from kla_lib.rules.form.instrumen import Instrumen
from kla_lib.rules.form.kode import kode_pertanyaan, kolom_kode
from kla_lib.rules.kategori import DaftarKategori
from kla_lib.rules.params import Params
from kla_lib.rules.privasi import INTERNAL, PUBLIK
from kla_lib.rules.rapat import Rapat
from kla_lib.rules.skenario import IsiSkenario
from kla_lib.rules.verifikasi import UTAMA, Verifikasi, load_verifikasi
from kla_lib.scoring.dokumen.celah import SIKLUS_BERIKUTNYA, Tercapai, celah_pertanyaan, jenis_celah, poin_tercapai
from kla_lib.scoring.dokumen.register import Penentu, daftar_unggah, dokumen_penentu, register_dokumen
from kla_lib.scoring.dokumen.tahun import tahun_kurang
from kla_lib.scoring.nilai.hasil import Hasil
from kla_lib.scoring.nilai.jarak import Jarak, jarak_sasaran
from kla_lib.scoring.nilai.laporan import score_buku
from kla_lib.scoring.pekerjaan.daftar import RadRapat, pekerjaan_per_kantor, pertanyaan_berstatus
from kla_lib.scoring.pekerjaan.janji import daftar_janji
from kla_lib.scoring.pekerjaan.pekerjaan import Hari, Pekerjaan, PekerjaanKantor
from kla_lib.scoring.pekerjaan.rad import KegiatanRad, daftar_rad
from kla_lib.scoring.pekerjaan.sama import rad_dibatalkan, rad_dokumen
from kla_lib.scoring.perkiraan.perkiraan import TAHAP_AKHIR, Perkiraan, kategori_dipegang
from kla_lib.scoring.perkiraan.susunan import Susunan
from kla_lib.scoring.rencana.permintaan import dengan_rencana
from kla_lib.scoring.skenario.skenario import apply_skenario, susunan_skenario


@dataclass(frozen=True)
class Keadaan(Lingkup):
    """One meeting with everything loaded and scored, and all that follows from it.

    `hasil` is None where the book records no marks at the meeting's stage.
    resmi: the same meeting without the scenario under which this one is
    scored; None where there is no scenario.
    setelan: how much documents decide, for the main figures of the forecast.
    untuk: PUBLIK or INTERNAL.  For the public the book is masked as it is
    loaded, so that nothing made from a meeting can show what it hides.

    What is derived is a property, worked out when it is first asked for and
    kept: whoever shows it asks here, so that two pages cannot differ.
    """

    params: Params
    rapat: Rapat
    daerah: Daerah
    buku: Buku
    kategori: DaftarKategori
    hasil: Hasil | None
    skenario: IsiSkenario | None = None
    resmi: "Keadaan | None" = None
    untuk: str = PUBLIK
    setelan: str = UTAMA

    # ---- Views of it.

    @property
    def keadaan(self) -> "Keadaan":
        return self

    def klaster(self, id_klaster: str) -> Paket:
        """Return the view of one klaster; KlaError for one that the form does not hold."""
        return Paket(self, self.instrumen.klaster_of(id_klaster))

    def kumpulan(self, klaster: Sequence[str]) -> Bagian:
        """Return the view of some klaster, by their ids."""
        return Bagian(self, tuple(self.instrumen.klaster_of(k).id for k in klaster))

    def kantor(self, peran: str) -> Bagian:
        """Return the view of one office, by its role or the name that the book gives it."""
        return Bagian(self, kantor=peran)

    def dengan(self, skenario: IsiSkenario) -> "Keadaan":
        """Return the meeting under a scenario that fits its book; the official one is kept beside it."""
        resmi = self.resmi or self
        if resmi.hasil is None:
            return replace(resmi, skenario=skenario, resmi=resmi)
        buku = apply_skenario(resmi.buku, skenario, resmi.rapat.tahap)
        hasil = score_buku(buku, resmi.rapat.tahap, resmi.kategori, skenario.berdokumen)
        return replace(resmi, buku=buku, hasil=hasil, skenario=skenario, resmi=resmi)

    # ---- What it is.

    @property
    def internal(self) -> bool:
        """Whether its pages may show what the public must not see, and so must not be passed on."""
        return self.untuk == INTERNAL

    @property
    def simulasi(self) -> bool:
        """Whether the points are weighed otherwise than by the form, so that no category may be claimed."""
        return self.skenario is not None and self.skenario.simulasi

    @property
    def instrumen(self) -> Instrumen:
        return self.buku.instrumen

    @property
    def capaian(self) -> pd.DataFrame | None:
        """The measurements of all children that may be shown: small counts of persons are already hidden."""
        return None if self.buku.capaian is None else baris_umum(self.buku.capaian)

    @cached_property
    def anak(self) -> CapaianRapat:
        """What the measurements say of the children, beside the points."""
        return CapaianRapat(self)

    @property
    def hasil_wajib(self) -> Hasil:
        """The scores; KlaError where the book has none at the meeting's stage, naming the stages that it has."""
        return self.hasil or score_buku(self.buku, self.rapat.tahap, self.kategori)

    @cached_property
    def rumah_indikator(self) -> dict[str, str]:
        """The klaster of every indikator of the form."""
        i = self.instrumen.indikator
        return dict(zip(i["indikator"], i["klaster"], strict=True))

    # ---- Documents and gaps.

    @cached_property
    def penentu(self) -> Penentu:
        """For each question the documents on which its points depend."""
        return dokumen_penentu(self.buku)

    @cached_property
    def unggah(self) -> pd.DataFrame | None:
        """The documents in the order of the form; None where no links are recorded."""
        return daftar_unggah(self.buku)

    @cached_property
    def tahun_kurang(self) -> dict[str, tuple[int, ...]]:
        """The data years asked for that a document leaves unproven."""
        return tahun_kurang(self.buku)

    @cached_property
    def jenis_celah(self) -> pd.DataFrame:
        """Per question what kind of gap it has, whatever its points."""
        return jenis_celah(self.buku, self.penentu, self.dibatalkan, self.tahun_kurang)

    @cached_property
    def nanti(self) -> frozenset[str]:
        """The codes of the questions that only the next cycle can bring."""
        j = self.jenis_celah
        return frozenset(kolom_kode(j[j["jenis"] == SIKLUS_BERIKUTNYA]))

    @cached_property
    def register(self) -> pd.DataFrame | None:
        """The documents with what each serves and how many points depend on it; None where the book has none."""
        return register_dokumen(self.buku, self.hasil, self.unggah, self.nanti, self.tahun_kurang)

    @cached_property
    def celah(self) -> pd.DataFrame:
        """Per question what it lacks (poin); ValueError without marks."""
        if self.hasil is None:
            raise ValueError("no marks, so no gaps")
        return celah_pertanyaan(self.buku, self.hasil, self.jenis_celah, self.penentu, self.dibatalkan)

    @cached_property
    def tercapai(self) -> Tercapai:
        """What the total can reach in this cycle (poin); ValueError without marks."""
        if self.hasil is None:
            raise ValueError("no marks, so nothing to reach")
        return poin_tercapai(self.celah, self.hasil)

    @cached_property
    def jarak(self) -> Jarak | None:
        """How far the points of this stage are from the target, and what closes the gap; None without marks."""
        if self.hasil is None:
            return None
        kabur = [kode_pertanyaan(t.indikator, t.pertanyaan) for t in self.instrumen.kepala.teks_ganda]
        return jarak_sasaran(self.hasil, self.celah, self.kategori, self.rapat.sasaran, kabur)

    # ---- What there is to do.

    @cached_property
    def rad(self) -> tuple[KegiatanRad, ...] | None:
        """The actions of the RAD as they stand on the day of the meeting; None where the book has none."""
        return daftar_rad(self.buku, self.rapat.tanggal)

    @cached_property
    def janji(self) -> pd.DataFrame | None:
        """The decisions of earlier meetings with what became of them; None where the book has no such table."""
        tabel = self.buku.tindak_lanjut
        return None if tabel is None else daftar_janji(tabel, self.rapat.tanggal, self.rapat.id, self.penentu)

    @cached_property
    def dibatalkan(self) -> dict[str, str]:
        """The actions of the RAD that an earlier meeting called off, each with the id of its decision."""
        return rad_dibatalkan(self.rad or (), self.janji)

    @cached_property
    def rad_dokumen(self) -> dict[str, tuple[KegiatanRad, ...]]:
        """For each document that is not complete the open actions of the RAD that are the same work."""
        return rad_dokumen(self.register, [r for r in self.rad or () if r.id not in self.dibatalkan])

    @cached_property
    def pertanyaan(self) -> pd.DataFrame:
        """The questions of the form with code, points and status; without marks `nilai` is not known."""
        return pertanyaan_berstatus(self.buku, self.hasil)

    @cached_property
    def pekerjaan(self) -> dict[str, PekerjaanKantor]:
        """What is still to be done, by office; what belongs to none stands under ""."""
        rad = RadRapat(self.rad or (), self.dibatalkan, self.rad_dokumen)
        return pekerjaan_per_kantor(
            self.pertanyaan, self.register, rad, self.janji, self.nanti, self._hari, self.rapat.tahap
        )

    @cached_property
    def diminta(self) -> dict[str, PekerjaanKantor]:
        """What is asked of every office: `pekerjaan` with what the plan needs of it; it solves the plan."""
        r = self.rencana
        pilih = () if r is None else r.kegiatan.kegiatan
        return dengan_rencana(self.pekerjaan, pilih, self.rad or (), self._hari, self.pertanyaan)

    @property
    def _hari(self) -> Hari:
        return Hari(self.rad or (), self.rapat.tanggal, self.rapat.tenggat)

    @cached_property
    def semua_pekerjaan(self) -> tuple[Pekerjaan, ...]:
        """Everything that is still to be done, whoever does it."""
        return tuple(b for k in self.pekerjaan.values() for b in k.butuh)

    # ---- The forecast and the plan.

    @property
    def verifikasi(self) -> Verifikasi:
        """What a forecast of this year rests on."""
        return load_verifikasi(self.params, self.buku.keterangan.tahun_evaluasi)

    @cached_property
    def susunan_lengkap(self) -> Susunan | None:
        """The points as a plan needs them, whatever their stage; None without marks."""
        return None if self.hasil is None else susunan_skenario(self.buku, self.hasil, self.penentu, self.skenario)

    @property
    def susunan(self) -> Susunan | None:
        """The points as a forecast needs them; None where there is nothing to forecast.

        That is without marks, with none above zero, and where the marks are final.
        """
        if self.hasil is None or not self.hasil.diklaim or self.hasil.tahap == TAHAP_AKHIR:
            return None
        return self.susunan_lengkap

    @cached_property
    def ramalan(self) -> RamalanRapat:
        """The region's draws, its record, and what is forecast from them."""
        return RamalanRapat(self)

    @property
    def perkiraan(self) -> Perkiraan | None:
        """The forecast of the final score, half a second of work; None where there is nothing to forecast."""
        return self.ramalan.perkiraan

    @property
    def kategori_dipegang(self) -> str:
        """The category that the page watches, of `kategori_dipegang`; ValueError where nothing is forecast."""
        if self.perkiraan is None:
            raise ValueError("no forecast, so nothing to hold")
        return kategori_dipegang(self.perkiraan, self.kategori, self.rapat.sasaran)

    @cached_property
    def rencana(self) -> RencanaRapat | None:
        """The plan; None without marks. Its properties raise KlaError for needs in the RAD that cannot be met."""
        return None if self.hasil is None else RencanaRapat(self, self.hasil)

    @property
    def rencana_wajib(self) -> RencanaRapat:
        """The plan; KlaError where the book has no marks."""
        return self.rencana or RencanaRapat(self, self.hasil_wajib)

    @cached_property
    def fakta(self) -> Sekali[str | None, list[Fakta]]:
        """The facts of each pack by its klaster, of the summary under None, but for those that are forecast."""
        return Sekali(lambda klaster: fakta_ringan(self, klaster))

    @cached_property
    def perbandingan(self) -> Sekali[Kunci, Perbandingan]:
        """What changed since the meeting before, by what is compared, as the outputs stood when it was first asked."""
        return Sekali(lambda kunci: banding(self, kunci))
