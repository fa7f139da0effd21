"""Tell for every measure by what it is split: an average hides the children who are worst off."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from kla_lib.data.pribadi.samar import DISAMARKAN
from kla_lib.data.terpilah import adalah_umum
from kla_lib.tabel.nama import kunci_nama

ADA, SEBAGIAN, BELUM = "ada", "sebagian", "belum"
KECAMATAN = "kecamatan"
PALING_SEDIKIT = {"jenis_kelamin": 2, "umur": 2, "disabilitas": 1}
"""How many groups make a split; children with a disability are compared with the whole."""


@dataclass(frozen=True)
class Terpilah:
    """A measure with its state by each way to split it: ADA, SEBAGIAN or BELUM."""

    ukuran: str
    indikator: str | None
    menurut: Mapping[str, str]

    @property
    def status(self) -> str:
        """ADA where it is split in every way, BELUM where in none."""
        isi = set(self.menurut.values())
        return isi.pop() if len(isi) == 1 else SEBAGIAN


def status_terpilah(capaian: pd.DataFrame | None, daerah: str, kecamatan: int) -> tuple[Terpilah, ...]:
    """Return every measure of the table, in its order.

    A figure that is hidden is there all the same: only that it exists is told.
    Of each way the newest year counts.  kecamatan: how many the city has, 0
    where that is not known.
    """
    if capaian is None:
        return ()
    sembunyi = capaian[DISAMARKAN].astype(bool) if DISAMARKAN in capaian else False
    ada = capaian[capaian["nilai"].notna() | sembunyi]
    hasil = []
    for kunci, semua in capaian.groupby(capaian["ukuran"].map(kunci_nama), sort=False):
        milik = ada[ada["ukuran"].map(kunci_nama) == kunci]
        umum = adalah_umum(milik)
        kota = milik["wilayah"].map(kunci_nama) == kunci_nama(daerah)
        menurut = {
            cara: _status(_terbaru(milik[~umum & kota & (milik["terpilah"] == cara)], "kelompok"), perlu)
            for cara, perlu in PALING_SEDIKIT.items()
            if "terpilah" in milik
        } or dict.fromkeys(PALING_SEDIKIT, BELUM)
        menurut[KECAMATAN] = _status(_terbaru(milik[umum & ~kota], "wilayah"), kecamatan or 2)
        hasil.append(Terpilah(semua["ukuran"].iloc[0], semua["indikator"].iloc[0], menurut))
    return tuple(hasil)


def _terbaru(baris: pd.DataFrame, kolom: str) -> int:
    """Return how many groups the newest year has."""
    return 0 if baris.empty else int(baris.loc[baris["tahun"] == baris["tahun"].max(), kolom].map(kunci_nama).nunique())


def _status(banyak: int, perlu: int) -> str:
    return BELUM if not banyak else ADA if banyak >= perlu else SEBAGIAN
