"""Gather what the pack of one klaster shows."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from kla_lib.bahasa import _
from kla_lib.keadaan.keadaan import Keadaan, load_keadaan
from kla_lib.rules.form.instrumen import Klaster
from kla_lib.rules.params import Params
from kla_lib.rules.privasi import PUBLIK
from kla_lib.scoring.dokumen.status import BAGIAN
from kla_lib.scoring.pekerjaan.rad import KegiatanRad, daftar_rad


@dataclass(frozen=True)
class Paket:
    """One klaster of one meeting.

    pertanyaan, indikator: its rows of the form with points and parts; None
    where the book has no marks.  capaian: its measurements, or None.
    nilai is None where nothing of this klaster was recorded; terdukung is
    None where the book records no documents.
    """

    keadaan: Keadaan
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


def load_paket(params: Params, rapat: str, klaster: str, skenario: str = "", untuk: str = PUBLIK) -> Paket:
    """Return the pack of a klaster by the meeting's id and the klaster's id.

    skenario: name of a saved scenario under which it is scored; empty for the official result.
    untuk: PUBLIK or INTERNAL.
    """
    return make_paket(load_keadaan(params, rapat, skenario, untuk), klaster)


def make_paket(keadaan: Keadaan, klaster: str) -> Paket:
    """Return the pack of one klaster of a loaded meeting."""
    k = keadaan.instrumen.klaster_of(klaster)
    hasil = keadaan.hasil
    capaian = None
    if keadaan.capaian is not None:
        capaian = keadaan.capaian[keadaan.capaian["indikator"].isin(_kode_indikator(keadaan, klaster))]
    if hasil is None:
        return Paket(keadaan, k, None, None, None, None, None, capaian)
    baris = hasil.klaster.loc[hasil.klaster["klaster"] == klaster].iloc[0]
    tercatat = bool(pd.notna(baris["nilai"]))
    return Paket(
        keadaan,
        k,
        float(baris["nilai"]) if tercatat else None,
        float(baris["lengkap"]) if tercatat and hasil.terdukung is not None else None,
        {nama: float(baris[nama]) for nama in BAGIAN} if tercatat else None,
        hasil.pertanyaan[hasil.pertanyaan["klaster"] == klaster],
        hasil.indikator[hasil.indikator["klaster"] == klaster],
        capaian,
    )


def _kode_indikator(keadaan: Keadaan, klaster: str) -> list[str]:
    i = keadaan.instrumen.indikator
    return list(i.loc[i["klaster"] == klaster, "indikator"])


DaftarKlaster = Sequence[str] | None
"""Ids of klaster, or None for all of them."""


def keadaan_of(sumber: Keadaan | Paket) -> Keadaan:
    """Return the meeting of a page."""
    return sumber.keadaan if isinstance(sumber, Paket) else sumber


def klaster_of(sumber: Keadaan | Paket, klaster: DaftarKlaster) -> DaftarKlaster:
    """Return the klaster that a page is about: a pack has one, unless others are asked for."""
    return (sumber.klaster.id,) if klaster is None and isinstance(sumber, Paket) else klaster


def pilih_rad(
    sumber: Keadaan | Paket, klaster: DaftarKlaster = None, opd: str | None = None
) -> list[KegiatanRad] | None:
    """Return the actions of some klaster or of an office, in the order of the book; None where there is no RAD.

    opd: a role; the actions of every role that the same office holds are its own.
    """
    keadaan, klaster = keadaan_of(sumber), klaster_of(sumber, klaster)
    semua = daftar_rad(keadaan.buku, keadaan.rapat.tanggal)
    if semua is None:
        return None
    nama = None if opd is None else keadaan.daerah.nama_opd(opd)
    return [
        k
        for k in semua
        if (klaster is None or k.klaster in klaster) and (nama is None or keadaan.daerah.nama_opd(k.opd) == nama)
    ]


def kosong_rad(sumber: Keadaan | Paket, klaster: DaftarKlaster = None, opd: str | None = None) -> str:
    """Return the sentence that stands where no action can be shown."""
    if keadaan_of(sumber).buku.rad is None:
        return _("RAD belum dicatat dalam buku data, jadi kemajuannya belum diketahui.")
    milik = sebut_milik(sumber, klaster, opd)
    return _("RAD tidak memuat kegiatan {milik}.").format(milik=milik) if milik else _("RAD tidak memuat kegiatan.")


def sebut_milik(sumber: Keadaan | Paket, klaster: DaftarKlaster = None, opd: str | None = None) -> str:
    """Return whose actions a page shows; nothing where it shows all."""
    keadaan, klaster = keadaan_of(sumber), klaster_of(sumber, klaster)
    if opd is not None:
        return keadaan.daerah.nama_opd(opd)
    if klaster is None:
        return ""
    if len(klaster) == 1:
        return keadaan.instrumen.klaster_of(klaster[0]).judul_pendek
    return _("di klaster yang dibahas")
