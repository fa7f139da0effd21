"""Choose the actions of the RAD that a page is about, by klaster or by office."""

from collections.abc import Sequence

from kla_lib.bahasa import _
from kla_lib.scoring.rad import KegiatanRad, daftar_rad
from kla_lib.views.konteks import Konteks
from kla_lib.views.paket import Paket

Klaster = Sequence[str] | None
"""Ids of klaster, or None for all of them."""


def konteks_of(sumber: Konteks | Paket) -> Konteks:
    """Return the meeting of a page."""
    return sumber.konteks if isinstance(sumber, Paket) else sumber


def klaster_of(sumber: Konteks | Paket, klaster: Klaster) -> Klaster:
    """Return the klaster that a page is about: a pack has one, unless others are asked for."""
    return (sumber.klaster.id,) if klaster is None and isinstance(sumber, Paket) else klaster


def pilih_rad(sumber: Konteks | Paket, klaster: Klaster = None, opd: str | None = None) -> list[KegiatanRad] | None:
    """Return the actions of some klaster or of an office, in the order of the book; None where there is no RAD.

    opd: a role; the actions of every role that the same office holds are its own.
    """
    konteks, klaster = konteks_of(sumber), klaster_of(sumber, klaster)
    semua = daftar_rad(konteks.buku, konteks.rapat.tanggal)
    if semua is None:
        return None
    nama = None if opd is None else konteks.daerah.nama_opd(opd)
    return [
        k
        for k in semua
        if (klaster is None or k.klaster in klaster) and (nama is None or konteks.daerah.nama_opd(k.opd) == nama)
    ]


def kosong_rad(sumber: Konteks | Paket, klaster: Klaster = None, opd: str | None = None) -> str:
    """Return the sentence that stands where no action can be shown."""
    if konteks_of(sumber).buku.rad is None:
        return _("RAD belum dicatat dalam buku data, jadi kemajuannya belum diketahui.")
    milik = sebut_milik(sumber, klaster, opd)
    return _("RAD tidak memuat kegiatan {milik}.").format(milik=milik) if milik else _("RAD tidak memuat kegiatan.")


def sebut_milik(sumber: Konteks | Paket, klaster: Klaster = None, opd: str | None = None) -> str:
    """Return whose actions a page shows; nothing where it shows all."""
    konteks, klaster = konteks_of(sumber), klaster_of(sumber, klaster)
    if opd is not None:
        return konteks.daerah.nama_opd(opd)
    if klaster is None:
        return ""
    if len(klaster) == 1:
        return konteks.instrumen.klaster_of(klaster[0]).judul_pendek
    return _("di klaster yang dibahas")
