"""Let an action of the RAD stand for the documents that are the same work: one action, with their points."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

import pandas as pd

from kla_lib.scoring.dokumen.register import Penentu
from kla_lib.scoring.dokumen.status import LENGKAP
from kla_lib.scoring.pekerjaan.rad import KegiatanRad
from kla_lib.scoring.rencana.kegiatan import Kegiatan, Poin, Tempat


def wakil_dokumen(rad: list[Kegiatan], sama: Mapping[str, Sequence[KegiatanRad]]) -> dict[str, str]:
    """Return for each document the action of the RAD that stands for it: of several the first due."""
    ada = {k.id for k in rad}
    return {
        d: min(calon, key=lambda r: (r.tenggat or date.max, r.baris)).id
        for d, semua in sama.items()
        if (calon := [r for r in semua if r.id in ada])
    }


def beri_dokumen(
    rad: list[Kegiatan], wakil: Mapping[str, str], celah: pd.DataFrame, penentu: Penentu
) -> list[Kegiatan]:
    """Give the actions that stand for documents their names, and their points in place of the estimate of the RAD.

    wakil: of `wakil_dokumen`.  The points are the recorded ones that wait at the
    action's question, shared by its documents where other actions stand for
    some of them.  Where no points are recorded, the estimate stays.
    """
    milik: dict[str, list[str]] = {}
    for d, i in sorted(wakil.items()):
        milik.setdefault(i, []).append(d)
    bernama = {k.id for k in rad}
    hasil = []
    for k in rad:
        sama = milik.get(k.id, [])
        _klaster, indikator, pertanyaan = k.kode[0]
        menunggu = celah[(celah["indikator"] == indikator) & (celah["pertanyaan"] == pertanyaan)]
        dokumen = [d.id_dokumen for d in penentu.get((indikator or "", pertanyaan or ""), ()) if d.status != LENGKAP]
        berwakil = [d for d in dokumen if d in wakil]
        bagian = sum(d in sama for d in berwakil) / max(len(berwakil), 1)
        poin = float((menunggu["nilai"].fillna(0.0) - menunggu["aman"]).sum()) * bagian
        hasil.append(
            replace(
                k,
                poin=(poin, poin, poin) if poin > 0 and k.poin[2] > 0 else k.poin,
                butuh=tuple(b for b in k.butuh if b not in sama or b in bernama),
                sama=tuple(sama),
            )
        )
    return hasil


def satukan(
    rad: list[Kegiatan], lain: list[Kegiatan], tempat: list[Tempat], wakil: Mapping[str, str]
) -> tuple[list[Kegiatan], list[Kegiatan], list[Tempat]]:
    """Make one action of a document and the action of the RAD that is the same work.

    wakil: of `wakil_dokumen`.  The action of the RAD stays, with its cost and day;
    what the document secures at other questions is secured by it.
    """
    dokumen = {k.id: k for k in lain if k.id in wakil}
    rad = [_dengan_tempat(k, [d for i, d in dokumen.items() if wakil[i] == k.id]) for k in rad]
    lain = [
        replace(k, butuh=tuple(dict.fromkeys(wakil.get(b, b) for b in k.butuh))) for k in lain if k.id not in dokumen
    ]
    tempat = [replace(t, sumbangan=_sumbangan(t, wakil)) for t in tempat]
    return rad, lain, tempat


def _sumbangan(t: Tempat, wakil: Mapping[str, str]) -> tuple[tuple[str, Poin], ...]:
    """Return what each action adds at a place, that of its documents together."""
    jumlah: dict[str, Poin] = {}
    for i, (rendah, wajar, tinggi) in t.sumbangan:
        ada = jumlah.get(wakil.get(i, i), (0.0, 0.0, 0.0))
        jumlah[wakil.get(i, i)] = (ada[0] + rendah, ada[1] + wajar, ada[2] + tinggi)
    return tuple(jumlah.items())


def _dengan_tempat(k: Kegiatan, dokumen: Iterable[Kegiatan]) -> Kegiatan:
    """Return an action with the questions that its documents serve."""
    return replace(k, kode=tuple(dict.fromkeys([*k.kode, *(kode for d in dokumen for kode in d.kode)])))
