"""Check what the actions of the RAD say of each other: whom one needs, whom it excludes, and no circles."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter

import pandas as pd

from kla_lib.bahasa import _
from kla_lib.errors import Kesalahan, maksud
from kla_lib.tabel.mentah import TabelMentah

KAITAN = "kaitan_rad"
"""The kind of these faults: only with all offices' tables together can they be judged."""

BUTUH, BENTROK = "butuh", "bentrok"
Kaitan = Mapping[str, tuple[str | None, str | None]]
"""What each action needs and what it excludes, as its two cells say."""


@dataclass(frozen=True)
class KaitanSalah:
    """One fault; sel: the cells (action, column) of which one has to change, first the one to name."""

    sel: tuple[tuple[str, str], ...]
    salah: str
    perbaikan: str


def pisah_id(teks: str | None) -> tuple[str, ...]:
    """Return the ids of a cell: "R01, R16" or "R01; R16"."""
    return () if teks is None or pd.isna(teks) else tuple(t for t in re.split(r"[,;|\s]+", str(teks)) if t)


def check_kaitan(mentah: TabelMentah, rad: pd.DataFrame, data_dukung: pd.DataFrame | None) -> list[Kesalahan]:
    """Return the needs and exclusions that name nothing, themselves, or each other in a circle."""
    dokumen = () if data_dukung is None else data_dukung["id_dokumen"].dropna()
    baris = {r.id_kegiatan: int(str(r.Index)) for r in rad.itertuples() if r.id_kegiatan is not None}
    return [
        mentah.kesalahan(KAITAN, k.salah, k.perbaikan, k.sel[0][1], baris[k.sel[0][0]])
        for k in kaitan_salah(kaitan_of(rad), set(dokumen))
    ]


def kaitan_of(rad: pd.DataFrame) -> dict[str, tuple[str | None, str | None]]:
    """Return what the rows of a RAD need and exclude, by their ids."""
    return {r.id_kegiatan: (r.butuh, r.bentrok) for r in rad.itertuples() if r.id_kegiatan is not None}


def kaitan_salah(kaitan: Kaitan, dokumen: Collection[str]) -> Iterator[KaitanSalah]:
    """Yield every fault; what an action needs may also be a document."""
    dikenal = {*kaitan, *dokumen}
    for id_kegiatan, isi in kaitan.items():
        for kolom, teks in zip((BUTUH, BENTROK), isi, strict=True):
            for lain in dict.fromkeys(pisah_id(teks)):
                if lain not in dikenal or lain == id_kegiatan:
                    yield KaitanSalah(((id_kegiatan, kolom),), *_sebut(id_kegiatan, lain, kolom, dikenal))
        for lain in sorted(set(pisah_id(isi[0])) & set(pisah_id(isi[1])) - {id_kegiatan}):
            yield KaitanSalah(
                ((id_kegiatan, BENTROK), (id_kegiatan, BUTUH)),
                _("kegiatan {id} membutuhkan {lain} dan sekaligus bentrok dengannya").format(id=id_kegiatan, lain=lain),
                _("Hapus salah satunya."),
            )
    butuh = {k: {b for b in pisah_id(isi[0]) if b != k and b in kaitan} for k, isi in kaitan.items()}
    while lingkar := _lingkaran(butuh):
        yield KaitanSalah(
            tuple((k, BUTUH) for k in lingkar),
            _("kegiatan saling menunggu: {lingkaran}").format(lingkaran=" → ".join([*lingkar, lingkar[0]])),
            _("Hapus satu isi kolom butuh di antara kegiatan itu, supaya ada yang bisa dimulai."),
        )
        butuh[lingkar[0]] = set()  # what is told once is not told in other circles again


def _sebut(id_kegiatan: str, lain: str, kolom: str, dikenal: Collection[str]) -> tuple[str, str]:
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


def _lingkaran(butuh: Mapping[str, Collection[str]]) -> list[str]:
    """Return actions that need each other in a circle, each followed by what it needs, or nothing."""
    try:
        TopologicalSorter({a: sorted(b) for a, b in sorted(butuh.items())}).prepare()
    except CycleError as e:
        jalan: list[str] = list(reversed(e.args[1]))[:-1]
        awal = jalan.index(min(jalan))
        return jalan[awal:] + jalan[:awal]
    return []
