"""Read the RAD as actions: what needs what, what excludes what, and which rows no plan may use."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

import pandas as pd

from kla_lib.data.buku import Buku
from kla_lib.data.kaitan_rad import pisah_id
from kla_lib.scoring.dokumen.celah import SIKLUS_BERIKUTNYA, URUTAN_KERJA
from kla_lib.scoring.rencana.kegiatan import (
    DIBATALKAN,
    DILARANG,
    SIKLUS,
    TANPA_CELAH,
    TENGGAT,
    Anggapan,
    Dikecualikan,
    Kegiatan,
    Poin,
)

SELESAI = "selesai"


def kegiatan_rad(
    buku: Buku, anggapan: Anggapan, tanggal: date | None, batal: Mapping[str, str] = MappingProxyType({})
) -> tuple[list[Kegiatan], list[Dikecualikan]]:
    """Return the actions of the RAD that are not done, and those that no plan may use.

    A row without points stays as long as another needs it; whoever calls
    leaves it out where nothing does.  tanggal: the last day of the stage, None
    where it is not known.  batal: the actions that a meeting called off, with
    its decision.
    """
    if buku.rad is None:
        return [], []
    pakai, luar = [], []
    for r in buku.rad.itertuples():
        if r.status == SELESAI:
            continue
        poin = _poin(r)
        alasan, sebab = _halangan(r, anggapan, tanggal)
        if r.id_kegiatan in batal:
            alasan, sebab = DIBATALKAN, batal[r.id_kegiatan]
        if alasan:
            luar.append(Dikecualikan(r.id_kegiatan, r.kegiatan, r.opd, alasan, poin[1], sebab))
            continue
        jenis = r.jenis_celah if r.jenis_celah in URUTAN_KERJA else None
        if jenis is None and poin[2] > 0:
            luar.append(Dikecualikan(r.id_kegiatan, r.kegiatan, r.opd, TANPA_CELAH, poin[1]))
        pakai.append(
            Kegiatan(
                r.id_kegiatan,
                "rad",
                "rad",
                r.kegiatan,
                r.opd,
                ((r.klaster, r.indikator, r.pertanyaan),),
                jenis,
                poin if jenis is not None and poin[2] > 0 else (0.0, 0.0, 0.0),
                float(r.anggaran) if pd.notna(r.anggaran) else None,
                anggapan.kerja.jam[jenis or URUTAN_KERJA[-1]],
                pisah_id(r.butuh),
                pisah_id(r.bentrok),
                r.tenggat if pd.notna(r.tenggat) else None,
            )
        )
    return pakai, luar


def rad_selesai(buku: Buku) -> set[str]:
    """Return the ids of the actions that are done."""
    return set() if buku.rad is None else set(buku.rad.loc[buku.rad["status"] == SELESAI, "id_kegiatan"])


def _poin(r: Any) -> Poin:
    """Return least, likely and most points; an empty one takes the next smaller, so nothing is promised too high."""
    terisi = [float(n) if pd.notna(n) else None for n in (r.poin_min, r.poin, r.poin_maks)]
    sedikit = terisi[0] or 0.0
    mungkin = terisi[1] if terisi[1] is not None else sedikit
    return sedikit, mungkin, terisi[2] if terisi[2] is not None else mungkin


def _halangan(r: Any, anggapan: Anggapan, tanggal: date | None) -> tuple[str, str]:
    if anggapan.jalur.tidak_disarankan.search(r.kegiatan):
        return DILARANG, ""
    if r.jenis_celah == SIKLUS_BERIKUTNYA:
        return SIKLUS, ""
    for hari in (r.tenggat, r.mulai):
        if tanggal is not None and pd.notna(hari) and hari > tanggal:
            return TENGGAT, hari.isoformat()
    return "", ""
