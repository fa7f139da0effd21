"""Name the places at which points may land: what is recorded there, what is safe, what room is left."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd

from kla_lib.rules.form.kode import kode_bagian
from kla_lib.scoring.nilai.hasil import Hasil
from kla_lib.scoring.perkiraan.susunan import KEADAAN_DOKUMEN, LETAK_BELUM
from kla_lib.scoring.rencana.kegiatan import Atap, Kegiatan, Kode, Tempat


@dataclass(frozen=True)
class IsiTempat:
    """What is recorded at a code: its maximum, its mark and what of that is safe (poin)."""

    maks: float
    nilai: float
    aman: float

    @property
    def sisa(self) -> float:
        """What can still be added to the mark."""
        return max(self.maks - self.nilai, 0.0)


def tempat_rad(
    kegiatan: Iterable[Kegiatan],
    celah: pd.DataFrame,
    hasil: Hasil,
    keadaan: Mapping[str, str],
    aman_atas: Mapping[str, float],
) -> list[Tempat]:
    """Return one place per code that actions of the RAD name, with what is missing there."""
    milik: dict[Kode, list[Kegiatan]] = {}
    for k in kegiatan:
        if k.sumber == "rad" and k.poin[2] > 0:
            milik.setdefault(k.kode[0], []).append(k)
    p = hasil.pertanyaan
    pemegang = {(i, q): opd for i, q, opd in zip(p["indikator"], p["pertanyaan"], p["opd"], strict=True) if opd}
    tempat = []
    for kode, daftar in milik.items():
        isi = isi_tempat(kode, celah, hasil, aman_atas)
        menunggu = isi.nilai > isi.aman
        tempat.append(
            Tempat(
                kode,
                max(isi.maks - isi.aman, 0.0),
                tuple((k.id, k.poin) for k in daftar),
                bersama=False,
                keadaan=keadaan.get(kode_bagian(kode), KEADAAN_DOKUMEN[LETAK_BELUM]) if menunggu else "",
                tercatat=max(isi.nilai - isi.aman, 0.0),
                opd=pemegang.get(kode[1:], (daftar[0].opd,))[0],
            )
        )
    return tempat


def isi_tempat(kode: Kode, celah: pd.DataFrame, hasil: Hasil, aman_atas: Mapping[str, float]) -> IsiTempat:
    """Return what is recorded at a place; a mark above its questions has no documents."""
    klaster, indikator, pertanyaan = kode
    if pertanyaan is not None:
        r = celah[(celah["indikator"] == indikator) & (celah["pertanyaan"] == pertanyaan)].iloc[0]
        return IsiTempat(float(r["nilai_maksimal"]), float(np.nan_to_num(r["nilai"])), float(r["aman"]))
    tabel, nama = (hasil.klaster, klaster) if indikator is None else (hasil.indikator, indikator)
    r = tabel[tabel["klaster" if indikator is None else "indikator"] == nama].iloc[0]
    return IsiTempat(float(r["nilai_maksimal"]), float(np.nan_to_num(r["nilai"])), aman_atas[nama])


def poin_aman(celah: pd.DataFrame, hasil: Hasil, em: bool) -> dict[str, float]:
    """Return the safe points of every indikator and klaster by its id, capped per indikator."""
    if em:
        baris = [*hasil.indikator[["indikator", "nilai"]].itertuples(index=False, name=None)]
        baris += hasil.klaster[["klaster", "nilai"]].itertuples(index=False, name=None)
        return {nama: float(np.nan_to_num(nilai)) for nama, nilai in baris}
    jumlah = celah.groupby("indikator")["aman"].sum()
    aman: dict[str, float] = {}
    milik: dict[str, list[float]] = {klaster: [] for klaster in hasil.klaster["klaster"]}
    for r in hasil.indikator.itertuples():
        aman[r.indikator] = float(min(float(jumlah.get(r.indikator, 0.0)), r.nilai_maksimal))
        milik[r.klaster].append(aman[r.indikator])
    return aman | {klaster: float(sum(isi)) for klaster, isi in milik.items()}


def atap_of(hasil: Hasil, aman: Mapping[str, float]) -> list[Atap]:
    """Return the room that each indikator and klaster leaves, below its maximum."""
    indikator = [Atap(r.klaster, r.indikator, _ruang(r, aman[r.indikator])) for r in hasil.indikator.itertuples()]
    return indikator + [Atap(r.klaster, None, _ruang(r, aman[r.klaster])) for r in hasil.klaster.itertuples()]


def _ruang(r: Any, aman: float) -> float:
    return max(float(r.nilai_maksimal) - aman, 0.0)


def hanya(t: Tempat, ada: set[str]) -> Tempat | None:
    """Return a place with the actions that are left; None where its points cannot come any more."""
    sumbangan = tuple((i, p) for i, p in t.sumbangan if i in ada)
    if not sumbangan or (t.bersama and len(sumbangan) < len(t.sumbangan)):
        return None
    return replace(t, sumbangan=sumbangan)
