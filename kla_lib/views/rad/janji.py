"""Show what was promised in earlier meetings: how much of it was kept, what is late."""

from datetime import date
from typing import Any

import pandas as pd

from kla_lib.bahasa import _, format_tanggal
from kla_lib.data.bentuk import TINDAK_LANJUT
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.keadaan.lingkup import Lingkup
from kla_lib.scoring.pekerjaan.janji import (
    BERJALAN,
    DIBATALKAN,
    DITEPATI,
    TANPA_TENGGAT,
    TERBUKA,
    TERHAMBAT,
    TERLAMBAT,
    ditepati_terlambat,
    hitung_janji,
)
from kla_lib.views.rupa.tampilan import Kolom, Tampilan, paragraf, tabel, tanpa_data


def kalimat_janji(lingkup: Lingkup) -> Tampilan:
    """Return in one or two sentences how many promises were kept, and how many are late."""
    janji = lingkup.daftar_janji
    if janji is None:
        return tanpa_data(_kosong(lingkup), TINDAK_LANJUT)
    kalimat = _kosong(lingkup) if janji.empty else " ".join([_hitungan(janji), *_susulan(janji)])
    return paragraf(kalimat)


def tabel_janji(lingkup: Lingkup) -> Tampilan:
    """Return the promises with office, date, state and what came of them, the late ones first."""
    janji = lingkup.daftar_janji
    kolom = [
        Kolom("keputusan", _("Keputusan")),
        Kolom("kantor", _("Kantor")),
        Kolom("tenggat", _("Tenggat")),
        Kolom("keadaan", _("Keadaan")),
        Kolom("hasil", _("Hasil")),
    ]
    baris = [] if janji is None else [_baris(lingkup.keadaan, r) for r in janji.itertuples(index=False)]
    return tabel(_("Janji rapat sebelumnya"), kolom, baris, _kosong(lingkup), "janji")


def janji_lewat(keadaan: Keadaan) -> tuple[int, str]:
    """Return how many promises are late, and of the longest overdue what, whose, since which day; "" without any."""
    janji = keadaan.janji
    lewat = None if janji is None else janji[janji["keadaan"] == TERLAMBAT]
    if lewat is None or lewat.empty:
        return 0, ""
    r = lewat.sort_values("hari_lewat", ascending=False, kind="stable").iloc[0]
    sebut = _("{apa} ({kantor}, tenggat {tanggal}, {hari} hari)").format(
        apa=r["keputusan"].rstrip("."),
        kantor=keadaan.daerah.nama_opd(r["opd"]) if r["opd"] else _("kantor belum dicatat"),
        tanggal=format_tanggal(r["tenggat"]),
        hari=r["hari_lewat"],
    )
    return len(lewat), sebut


def sebut_janji(keadaan: str, hari_lewat: int = 0) -> str:
    """Return the state of a promise in a reader's words, with the days where it came or is late."""
    if keadaan == TERLAMBAT:
        return _("terlambat {n} hari").format(n=hari_lewat)
    if keadaan == DITEPATI and hari_lewat:
        return _("ditepati, {n} hari sesudah tenggat").format(n=hari_lewat)
    return {
        DITEPATI: _("ditepati"),
        TERHAMBAT: _("terhambat"),
        BERJALAN: _("masih berjalan"),
        TANPA_TENGGAT: _("belum bertenggat"),
        DIBATALKAN: _("dibatalkan"),
    }[keadaan]


def sebut_hasil(r: Any) -> str | None:
    """Return what came of a promise (a row of `Keadaan.janji`); an open one says when its documents are complete."""
    lengkap = sebut_dokumen_lengkap() if r.dokumen_lengkap and r.keadaan in TERBUKA else None
    return " ".join(filter(None, (r.hasil, lengkap))) or None


def sebut_dokumen_lengkap() -> str:
    """Return what is said of an open promise when there is nothing left to hand in."""
    return _("Dokumen pertanyaan ini sudah lengkap; tutup janji ini bila memang selesai.")


def _hitungan(janji: pd.DataFrame) -> str:
    n = hitung_janji(janji)
    if len(janji) == 1:
        r = janji.iloc[0]
        return _("Ada satu janji dari rapat sebelumnya: {keadaan}.").format(
            keadaan=sebut_janji(r["keadaan"], r["hari_lewat"])
        )
    if n[DITEPATI] == len(janji):
        return _("Semua {n} janji rapat sebelumnya ditepati.").format(n=len(janji))
    # Kept and late are always said, also when none is; the other states only where one occurs.
    bagian = [_("{n} ditepati").format(n=n[DITEPATI]), _("{n} terlambat").format(n=n[TERLAMBAT])]
    bagian += [f"{n[k]} {sebut_janji(k)}" for k in (TERHAMBAT, BERJALAN, TANPA_TENGGAT, DIBATALKAN) if n[k]]
    return _("Dari {n} janji rapat sebelumnya: {bagian}.").format(n=len(janji), bagian=", ".join(bagian))


def _susulan(janji: pd.DataFrame) -> list[str]:
    """Return how many were kept late, where more than one promise is told of."""
    n = len(ditepati_terlambat(janji))
    if not n or len(janji) == 1:
        return []
    return [_("Yang ditepati sesudah tenggatnya: {n}.").format(n=n)]


def _kosong(lingkup: Lingkup) -> str:
    if lingkup.keadaan.janji is None and lingkup.keadaan.rapat.sebelumnya is None:
        return _("Belum ada janji yang dicatat: ini rapat pertama.")
    if lingkup.keadaan.janji is None:
        return _("Keputusan rapat sebelumnya belum dicatat dalam buku data.")
    if lingkup.opd is not None:
        return _("Tidak ada janji rapat sebelumnya yang tercatat untuk kantor ini.")
    if lingkup.daftar_klaster is not None:
        return _("Tidak ada janji rapat sebelumnya yang tercatat untuk klaster ini.")
    return _("Tidak ada keputusan rapat sebelumnya yang tercatat.")


def _baris(keadaan: Keadaan, r: Any) -> dict[str, str]:
    return {
        "keputusan": r.keputusan,
        "kantor": keadaan.daerah.nama_opd(r.opd) if r.opd else _("belum dicatat"),
        "tenggat": _hari(r.tenggat),
        "keadaan": sebut_janji(r.keadaan, r.hari_lewat),
        "hasil": sebut_hasil(r) or _("belum dicatat"),
    }


def _hari(hari: date | None) -> str:
    return format_tanggal(hari) if hari else _("belum ditentukan")
