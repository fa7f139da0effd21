"""Read the RAD as actions: what needs what, what excludes what, and which rows no plan may use."""

import re
from collections.abc import Mapping
from datetime import date
from graphlib import CycleError, TopologicalSorter
from types import MappingProxyType
from typing import Any

import pandas as pd

from kla_lib.bahasa import _
from kla_lib.data.buku import Buku
from kla_lib.errors import Kesalahan, KlaError, maksud
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


def pisah_id(teks: str | None) -> tuple[str, ...]:
    """Return the ids of a cell: "R01, R16" or "R01; R16"."""
    return () if teks is None or pd.isna(teks) else tuple(t for t in re.split(r"[,;|\s]+", str(teks)) if t)


def kegiatan_rad(
    buku: Buku, anggapan: Anggapan, tanggal: date | None, batal: Mapping[str, str] = MappingProxyType({})
) -> tuple[list[Kegiatan], list[Dikecualikan]]:
    """Return the actions of the RAD that are not done, and those that no plan may use.

    A row without points stays as long as another needs it; whoever calls
    leaves it out where nothing does.  tanggal: the last day of the stage, None
    where it is not known.  batal: the actions that a meeting called off, with
    its decision.  Raises KlaError for ids that the book does not hold, and for
    actions that wait for each other.
    """
    if buku.rad is None:
        return [], []
    _check_rujukan(buku)
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


def _check_rujukan(buku: Buku) -> None:
    """Refuse needs and exclusions that name nothing, themselves, or each other in a circle."""
    rad = buku.rad
    if rad is None:
        return
    dokumen = set() if buku.data_dukung is None else set(buku.data_dukung["id_dokumen"])
    dikenal = set(rad["id_kegiatan"]) | dokumen
    salah = []
    for r in rad.itertuples():
        for kolom in ("butuh", "bentrok"):
            salah += [
                _kesalahan(buku, r.Index, kolom, kolom, *_sebut(r.id_kegiatan, t, kolom, dikenal))
                for t in pisah_id(getattr(r, kolom))
                if t not in dikenal or t == r.id_kegiatan
            ]
        salah += [
            _kesalahan(
                buku,
                r.Index,
                "bentrok",
                "butuh_bentrok",
                _("kegiatan {id} membutuhkan {lain} dan sekaligus bentrok dengannya").format(id=r.id_kegiatan, lain=t),
                _("Hapus salah satunya."),
            )
            for t in set(pisah_id(r.butuh)) & set(pisah_id(r.bentrok)) - {r.id_kegiatan}
        ]
    if salah:
        raise KlaError(salah)
    butuh = {r.id_kegiatan: pisah_id(r.butuh) for r in rad.itertuples()}
    lingkar = _lingkaran(butuh)
    if lingkar:
        baris = int(rad.index[rad["id_kegiatan"] == lingkar[0]][0])
        raise KlaError(
            _kesalahan(
                buku,
                baris,
                "butuh",
                "lingkaran",
                _("kegiatan saling menunggu: {lingkaran}").format(lingkaran=" → ".join(lingkar)),
                _("Hapus satu isi kolom butuh di antara kegiatan itu, supaya ada yang bisa dimulai."),
            )
        )


def _sebut(id_kegiatan: str, lain: str, kolom: str, dikenal: set[str]) -> tuple[str, str]:
    if lain == id_kegiatan:
        return (
            _("kegiatan {id} menyebut dirinya sendiri di kolom {kolom}").format(id=lain, kolom=kolom),
            _("Kosongkan, atau tulis id kegiatan lain."),
        )
    return (
        _("kegiatan {id} menyebut '{lain}' di kolom {kolom}, yang tidak ada di RAD maupun Data dukung").format(
            id=id_kegiatan, lain=lain, kolom=kolom
        ),
        maksud(lain, dikenal),
    )


def _kesalahan(buku: Buku, baris: int, kolom: str, jenis: str, salah: str, perbaikan: str) -> Kesalahan:
    sel = _("baris {baris}, kolom {kolom}").format(baris=baris, kolom=kolom)
    return Kesalahan(jenis, buku.nama, salah, perbaikan, "RAD", sel)


def _lingkaran(butuh: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Return actions that need each other in a circle, each followed by what it needs, or nothing."""
    try:
        TopologicalSorter({a: sorted(b) for a, b in sorted(butuh.items())}).prepare()
    except CycleError as e:
        jalan: list[str] = list(reversed(e.args[1]))[:-1]
        awal = jalan.index(min(jalan))
        jalan = jalan[awal:] + jalan[:awal]
        return [*jalan, jalan[0]]
    return []
