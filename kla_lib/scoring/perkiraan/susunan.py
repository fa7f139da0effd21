"""Lay out a city's points as the forecast needs them: points, caps, offices, state of the documents."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import pandas as pd

from kla_lib.data.buku import Buku
from kla_lib.data.dokumen import milik_siklus_lain
from kla_lib.rules.form.kode import kolom_kode
from kla_lib.scoring.dokumen.register import Penentu
from kla_lib.scoring.nilai.hasil import Hasil, letak_induk
from kla_lib.scoring.nilai.nilai import Induk, Larik

KEADAAN_DOKUMEN = ("lengkap", "tanpa", "belum")
"""What is known of the documents of a question: all complete, at least one lacking, or not known either way."""
LETAK_LENGKAP, LETAK_TANPA, LETAK_BELUM = range(len(KEADAAN_DOKUMEN))

TANPA_KANTOR = ""

Dokumen = tuple[str, str]
"""A document's id, and its status as the forecast takes it."""


@dataclass(frozen=True)
class Susunan:
    """The points of one city at one stage, one unit per mark that can be accepted or refused.

    Units are the questions of the form in its order, then each mark given to a
    whole indikator, then each given to a whole klaster; such a mark is treated
    as one question of which no document is known, held by no office.  So is
    an indikator or klaster of which the form holds no questions.

    kode (n_unit): "21A/4a", "21A" or "klaster_1".  klaster (n_unit): its id.
    nilai (n_unit): points (poin), 0 where not recorded; tercatat (n_unit): whether recorded.
    keadaan (n_unit): position in KEADAAN_DOKUMEN.  penentu (n_unit): the documents that decide it.
    opd (n_unit): position in daftar_opd of the responsible (first) role; a
    unit without one has an entry of its own there, named "".
    induk (n_unit): position of the indikator or klaster whose cap holds.
    atap (n_induk): the caps (poin).
    """

    kode: tuple[str, ...]
    klaster: tuple[str, ...]
    nilai: Larik
    tercatat: npt.NDArray[np.bool_]
    keadaan: npt.NDArray[np.intp]
    penentu: tuple[tuple[Dokumen, ...], ...]
    opd: npt.NDArray[np.intp]
    daftar_opd: tuple[str, ...]
    induk: Induk
    atap: Larik

    @property
    def diklaim(self) -> float:
        """The recorded points with the caps (poin), rounded."""
        jumlah = np.bincount(self.induk, self.nilai, len(self.atap))
        return round(float(np.minimum(jumlah, self.atap).sum()), 2)

    @property
    def maksimal(self) -> float:
        """The highest score that can be had (poin)."""
        return float(self.atap[np.unique(self.induk)].sum())

    @property
    def per_keadaan(self) -> Larik:
        """The recorded points by cap and state of documents (n_induk, 3), poin, before the caps."""
        jumlah = np.zeros((len(self.atap), len(KEADAAN_DOKUMEN)))
        np.add.at(jumlah, (self.induk, self.keadaan), self.nilai)
        return jumlah

    @property
    def belum_dinilai(self) -> tuple[str, ...]:
        """The codes of the units without recorded points: the forecast does not count them."""
        return tuple(k for k, ada in zip(self.kode, self.tercatat, strict=True) if not ada)

    def dengan(self, nilai: Larik | None = None, keadaan: Sequence[int] | Induk | None = None) -> "Susunan":
        """Return the same city with other points (n_unit, NaN = not recorded) or other states (n_unit)."""
        hasil = self
        if nilai is not None:
            n = np.asarray(nilai, dtype=float)
            hasil = replace(hasil, nilai=np.nan_to_num(n), tercatat=~np.isnan(n))
        if keadaan is not None:
            hasil = replace(hasil, keadaan=np.asarray(keadaan, dtype=np.intp))
        return hasil

    def dengan_status(self, status: dict[str, str]) -> "Susunan":
        """Return the same city with other statuses of documents (id → status)."""
        penentu = tuple(tuple((d, status.get(d, s)) for d, s in milik) for milik in self.penentu)
        return replace(
            self,
            penentu=penentu,
            keadaan=np.array([keadaan_of(s for _, s in milik) for milik in penentu], dtype=np.intp),
        )


def keadaan_of(status: Iterable[str]) -> int:
    """Return the position in KEADAAN_DOKUMEN of a question, from the statuses of the documents that decide it.

    One that lacks decides it; else one that nobody has looked at leaves it open.
    """
    ada = set(status)
    if ada & {"kurang", "tidak_ada"}:
        return LETAK_TANPA
    return LETAK_LENGKAP if ada == {"lengkap"} else LETAK_BELUM


def susunan_of(buku: Buku, hasil: Hasil, penentu: Penentu) -> Susunan:
    """Return the make-up of a book's scores at the stage of `hasil`; penentu: of `dokumen_penentu`.

    A document of another cycle counts as absent: nothing may rest on it.
    """
    p, i, k = hasil.pertanyaan, hasil.indikator, hasil.klaster
    tanpa_soal = ~i["indikator"].isin(p["indikator"]) & ~i["klaster"].isin(k.loc[k["baris"] > 0, "klaster"])
    di_i = i[(i["baris"] > 0) | tanpa_soal]
    di_k = k[(k["baris"] > 0) | ~k["klaster"].isin(i["klaster"])]
    soal = p[~(p["indikator"].isin(di_i["indikator"]) | p["klaster"].isin(di_k["klaster"]))]
    tahun = buku.keterangan.tahun_evaluasi
    milik = [
        tuple(
            (str(d.id_dokumen), "tidak_ada" if milik_siklus_lain(d, tahun) else str(d.status))
            for d in penentu.get(kode, [])
        )
        for kode in zip(soal["indikator"], soal["pertanyaan"], strict=True)
    ]
    di_atas = len(di_i) + len(di_k)
    opd, daftar_opd = _kantor([o[0] if o else TANPA_KANTOR for o in soal["opd"]] + [TANPA_KANTOR] * di_atas)
    nilai = pd.concat([soal["nilai"], di_i["nilai"], di_k["nilai"]]).to_numpy(dtype=float)
    return Susunan(
        kode=(*kolom_kode(soal), *di_i["indikator"], *di_k["klaster"]),
        klaster=(*soal["klaster"], *di_i["klaster"], *di_k["klaster"]),
        nilai=np.nan_to_num(nilai),
        tercatat=~np.isnan(nilai),
        keadaan=np.array([keadaan_of(s for _, s in d) for d in milik] + [LETAK_BELUM] * di_atas, dtype=np.intp),
        penentu=(*milik, *([()] * di_atas)),
        opd=opd,
        daftar_opd=daftar_opd,
        induk=np.concatenate(
            [
                letak_induk(soal["indikator"], i["indikator"]),
                letak_induk(di_i["indikator"], i["indikator"]),
                len(i) + letak_induk(di_k["klaster"], k["klaster"]),
            ]
        ),
        atap=np.concatenate([i["nilai_maksimal"].to_numpy(dtype=float), k["nilai_maksimal"].to_numpy(dtype=float)]),
    )


def _kantor(nama: list[str]) -> tuple[npt.NDArray[np.intp], tuple[str, ...]]:
    """Return for each unit the position of its office; a unit without one gets a place of its own."""
    daftar = list(dict.fromkeys(n for n in nama if n))
    letak = {n: nomor for nomor, n in enumerate(daftar)}
    opd = []
    for n in nama:
        if not n:
            daftar.append(TANPA_KANTOR)
        opd.append(letak[n] if n else len(daftar) - 1)
    return np.array(opd, dtype=np.intp), tuple(daftar)
