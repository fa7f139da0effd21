"""Make one spelling of the several in which a book writes one name, and tell which cells were read so."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pandas as pd

from kla_lib.bahasa import _
from kla_lib.data.bentuk import AREA, ISI_KETERANGAN, KETERANGAN, PENDAMPING, TABEL
from kla_lib.errors import Kesalahan
from kla_lib.tabel.bentuk import Bentuk, Kolom
from kla_lib.tabel.kepala import nama_baku
from kla_lib.tabel.mentah import TabelMentah
from kla_lib.tabel.nama import abjad_asing, kunci_nama, rapi_nama, sebut_huruf, sebut_tak_tampak
from kla_lib.tabel.sel import kutip

Ejaan = dict[tuple[str, str], str]
"""The spelling in use by golongan and `kunci_nama`."""

PEMISAH_ID = re.compile(r"([,;|\s]+)")
BERDAFTAR = ("butuh", "bentrok")
"""Columns whose cells name several."""


def samakan_nama(tabel: Mapping[Bentuk, TabelMentah]) -> tuple[dict[Bentuk, TabelMentah], list[Kesalahan]]:
    """Return the tables with each name in the spelling that its golongan meets first, and the names with odd letters.

    A changed cell stands in `disamakan` of its table.  A name that mixes Latin
    letters with others that look the same is a fault: nobody sees that they
    are two, and nothing says which is meant.
    """
    hasil = dict(tabel)
    salah: list[Kesalahan] = []
    ejaan: Ejaan = {}
    if KETERANGAN in hasil:
        hasil[KETERANGAN] = _keterangan(hasil[KETERANGAN], ejaan)
    for bentuk in (*TABEL, *PENDAMPING):
        bernama = [k for k in bentuk.kolom if k.golongan and bentuk in hasil and k.nama in hasil[bentuk].isi]
        for k in bernama:
            hasil[bentuk] = _kolom(hasil[bentuk], k, ejaan)
            salah += _abjad(hasil[bentuk], k)
    return hasil, salah


def _kolom(mentah: TabelMentah, kolom: Kolom, ejaan: Ejaan) -> TabelMentah:
    baku = [_baku(v, kolom, ejaan) for v in mentah.isi[kolom.nama]]
    return _tulis(mentah, kolom.nama, baku)


def _tulis(mentah: TabelMentah, nama: str, baku: list[Any]) -> TabelMentah:
    """Return the table with a column as it is read, and what was changed."""
    catatan = [
        _sebut(mentah.sel(nama, int(baris)), asal, jadi)
        for baris, asal, jadi in zip(mentah.isi.index, mentah.isi[nama], baku, strict=True)
        if isinstance(asal, str) and asal != jadi
    ]
    if not catatan:
        return mentah
    isi = mentah.isi.assign(**{nama: pd.Series(baku, index=mentah.isi.index, dtype=object)})
    return replace(mentah, isi=isi, disamakan=(*mentah.disamakan, *catatan))


def _sebut(tempat: str, asal: str, jadi: str) -> str:
    sebut = _("{tempat}: '{asal}' dibaca '{jadi}'").format(tempat=tempat, asal=kutip(asal), jadi=kutip(jadi))
    tanda = sebut_tak_tampak(asal)
    return _("{sebut} (memuat {tanda})").format(sebut=sebut, tanda=tanda) if tanda else sebut


def _baku(isi: Any, kolom: Kolom, ejaan: Ejaan) -> Any:
    if not isinstance(isi, str) or not rapi_nama(isi):
        return isi
    if kolom.nama in BERDAFTAR:
        return "".join(
            bagian if PEMISAH_ID.fullmatch(bagian) else _satu(bagian, kolom.golongan, ejaan)
            for bagian in PEMISAH_ID.split(isi)
            if bagian
        )
    return _satu(isi, kolom.golongan, ejaan)


def _satu(nama: str, golongan: str, ejaan: Ejaan) -> str:
    return ejaan.setdefault((golongan, kunci_nama(nama)), rapi_nama(nama))


def _keterangan(mentah: TabelMentah, ejaan: Ejaan) -> TabelMentah:
    """Return the head with its keys and all but free text as they are seen; the city's id is the first area."""
    if not {"kunci", "isi"} <= set(mentah.isi.columns):
        return mentah
    dikenal = [k.nama for k in ISI_KETERANGAN]
    kunci = [nama_baku(v, dikenal) if isinstance(v, str) else v for v in mentah.isi["kunci"]]
    mentah = _tulis(mentah, "kunci", kunci)
    isi = [
        rapi_nama(v) if isinstance(v, str) and k in dikenal and k != "sumber" else v
        for k, v in zip(kunci, mentah.isi["isi"], strict=True)
    ]
    for k, v in zip(kunci, isi, strict=True):
        if k == "daerah" and isinstance(v, str):
            ejaan[AREA, kunci_nama(v)] = v
    return _tulis(mentah, "isi", isi)


def _abjad(mentah: TabelMentah, kolom: Kolom) -> list[Kesalahan]:
    return [
        mentah.kesalahan(
            "abjad",
            _("'{isi}' memuat {tanda}, mirip huruf lain").format(isi=kutip(isi), tanda=sebut_huruf(huruf)),
            _("Ketik ulang nama ini."),
            kolom.nama,
            int(baris),
        )
        for baris, isi in mentah.isi[kolom.nama].items()
        if isinstance(isi, str)
        for huruf in [abjad_asing(isi)]
        if huruf
    ]
