"""Shift weights between siblings so that their shares always add to one."""

from collections.abc import Collection, Mapping
from typing import Any

import numpy as np

from kla_lib.rules.form.instrumen import Instrumen

Bobot = dict[str, float]
"""Shares (0 to 1) of the siblings' total: of every klaster, or of every indikator of one klaster."""

SEMUA = ""
"""The parent of the klaster, beside the ids of klaster that are the parents of the indikator."""

BOBOT_TERKECIL = 0.001
"""No share can be set below this: a part of the form that counts nothing at all would have no marks to speak of."""

TEPAT = 1e-9

SAMA = 5e-5
"""Shares nearer than this read the same everywhere (two decimals of a percent), so they count as unchanged."""


def bobot_resmi(instrumen: Instrumen) -> dict[str, Bobot]:
    """Return the form's own shares by parent: SEMUA for the klaster, a klaster's id for its indikator."""
    klaster = {k.id: k.nilai_maksimal for k in instrumen.klaster}
    indikator = {k.id: {i.kode: i.nilai_maksimal for i in k.indikator} for k in instrumen.klaster if k.indikator}
    return {induk: ke_bagian(isi) for induk, isi in ({SEMUA: klaster} | indikator).items()}


def susun_bobot(instrumen: Instrumen, bobot: Mapping[str, float]) -> dict[str, Bobot]:
    """Return all shares by parent, of which `bobot` names some; the others share the rest as the form does.

    bobot: shares that `check_skenario` accepts, by klaster or indikator.
    """
    hasil = {}
    for induk, resmi in bobot_resmi(instrumen).items():
        tetap = {k: bobot[k] for k in resmi if k in bobot}
        hasil[induk] = _isi_sisa(resmi, tetap) if tetap else resmi
    return hasil


def geser(bagian: Bobot, kode: str, ke: float, kunci: Collection[str] = ()) -> Bobot:
    """Return the shares with one moved to `ke` (0 to 1), as far as the locked ones leave room.

    Siblings that are not locked rescale in proportion, none of them below
    TERKECIL.  Where all of them are locked nothing moves.
    """
    bebas = {k: b for k, b in bagian.items() if k != kode and k not in kunci}
    bawah, atas = batas_geser(bagian, kode, kunci)
    if bawah >= atas:
        return dict(bagian)
    ke = float(np.clip(ke, bawah, atas))
    ruang = 1.0 - sum(b for k, b in bagian.items() if k in kunci)
    return bagian | {kode: ke} | _skala(bebas, ruang - ke)


def batas_geser(bagian: Bobot, kode: str, kunci: Collection[str] = ()) -> tuple[float, float]:
    """Return the least and the largest share (0 to 1) that `geser` can give; equal where it cannot move."""
    bebas = [k for k in bagian if k != kode and k not in kunci]
    atas = 1.0 - sum(b for k, b in bagian.items() if k in kunci) - BOBOT_TERKECIL * len(bebas)
    if not bebas or kode in kunci or atas <= BOBOT_TERKECIL:
        return bagian[kode], bagian[kode]
    return BOBOT_TERKECIL, atas


def ubahan_bobot(instrumen: Instrumen, semua: Mapping[str, Bobot]) -> Bobot:
    """Return the shares that a scenario has to name: those of every parent whose children weigh otherwise."""
    return beda_bobot(bobot_resmi(instrumen), semua)


def beda_bobot(resmi: Mapping[str, Bobot], semua: Mapping[str, Bobot]) -> Bobot:
    """Return the shares above 0 of every parent whose children weigh otherwise than `resmi`."""
    return {
        k: round(b, 6)
        for induk, isi in semua.items()
        if any(abs(b - resmi[induk][k]) >= SAMA for k, b in isi.items())
        for k, b in isi.items()
        if b > 0
    }


def klaster_sama(instrumen: Instrumen) -> Bobot:
    """Return equal shares for all klaster; the indikator of each keep the form's proportions."""
    return {k.id: 1.0 / len(instrumen.klaster) for k in instrumen.klaster}


def indikator_sama(instrumen: Instrumen) -> Bobot:
    """Return shares with which every indikator weighs the same; a klaster without indikator counts as one."""
    banyak = {k.id: max(len(k.indikator), 1) for k in instrumen.klaster}
    semua = sum(banyak.values())
    hasil = {k: n / semua for k, n in banyak.items()}
    return hasil | {i.kode: 1.0 / len(k.indikator) for k in instrumen.klaster for i in k.indikator}


def seperti_form(lain: Instrumen) -> Bobot:
    """Return the klaster's shares of another form; its indikator are other ones and have no say."""
    return bobot_resmi(lain)[SEMUA]


def dari_poin(poin: Mapping[str, float]) -> Bobot:
    """Return shares from points that were dealt out by hand, of any sum above zero; none may get nothing."""
    semua = {k: max(float(p), BOBOT_TERKECIL * sum(poin.values())) for k, p in poin.items()}
    return ke_bagian(semua)


def bulatkan_jumlah(nilai: Mapping[str, float], jumlah: float, desimal: int = 1) -> dict[str, float]:
    """Return `nilai`, scaled to `jumlah`, rounded so that the rounded ones add to it too.

    What rounding down leaves goes one last digit each to the largest remainders.
    """
    satuan = 10**desimal
    total = sum(nilai.values())
    tepat = {k: n / total * jumlah * satuan for k, n in nilai.items()}
    bulat = {k: int(np.floor(t + TEPAT)) for k, t in tepat.items()}
    kurang = round(jumlah * satuan) - sum(bulat.values())
    for k in sorted(tepat, key=lambda k: bulat[k] - tepat[k])[:kurang]:
        bulat[k] += 1
    return {k: n / satuan for k, n in bulat.items()}


def _skala(bagian: Bobot, jumlah: float) -> Bobot:
    """Return shares in the same proportions that add to `jumlah`, as far as none falls below TERKECIL."""
    hasil: Bobot = {}
    sisa = dict(bagian)
    while sisa:
        faktor = (jumlah - BOBOT_TERKECIL * len(hasil)) / sum(sisa.values())
        kecil = [k for k, b in sisa.items() if b * faktor < BOBOT_TERKECIL]
        if not kecil:
            return hasil | {k: b * faktor for k, b in sisa.items()}
        for k in kecil:
            hasil[k] = BOBOT_TERKECIL
            del sisa[k]
    return hasil


def ke_bagian(nilai: Mapping[Any, float]) -> Bobot:
    """Return numbers as shares that add to 1."""
    total = sum(nilai.values())
    return {k: n / total for k, n in nilai.items()}


def _isi_sisa(resmi: Bobot, tetap: Bobot) -> Bobot:
    """Return the shares of all siblings from those of some; named ones that are all of them are made to add to one."""
    sisa = {k: b for k, b in resmi.items() if k not in tetap}
    if not sisa:
        return ke_bagian(tetap)
    ruang = 1.0 - sum(tetap.values())
    bagian = ke_bagian(sisa)
    return {k: tetap.get(k, ruang * bagian.get(k, 0.0)) for k in resmi}
