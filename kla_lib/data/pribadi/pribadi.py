"""Refuse personal data in any text of the book: it could reach a page that cannot be recalled."""

import re
from collections.abc import Collection, Mapping
from dataclasses import replace

import pandas as pd

from kla_lib.bahasa import _
from kla_lib.data.pribadi.nama_anak import has_nama_anak
from kla_lib.data.pribadi.nik import datar, has_nik
from kla_lib.data.pribadi.telepon import has_telepon
from kla_lib.errors import Kesalahan
from kla_lib.tabel.mentah import Kisi, TabelMentah, huruf_kolom

SUREL = re.compile(r"[\w.+-]{1,64}\s?@\s?[\w-]{1,64}(?:\.[\w-]{1,64}){0,6}\.[A-Za-z]{2,24}(?![\w-])")
"""The last part is letters, so that "5 paket @Rp150.000" is none."""
BILANGAN = re.compile(r"[+-]?[1-9]\d*(?:[.,]\d+)?|[+-]?0[.,]\d+")
"""A plain number; a telephone number begins with 0 or with a country code."""


def check_pribadi(mentah: TabelMentah, bilangan: Collection[str] = ()) -> list[Kesalahan]:
    """Return the cells that look like an identity number, a telephone number, an e-mail address or a child's name.

    The message names the cell and never repeats what stands in it.
    """
    return hide_pribadi(mentah, bilangan)[1]


def check_teks(berkas: str, teks: Mapping[str, str | None]) -> list[Kesalahan]:
    """Return the keys of a file of rules whose text looks like personal data; teks: by key."""
    salah = ((kunci, _jenis_pribadi(isi, petunjuk=False)) for kunci, isi in teks.items())
    perbaikan = _("Hapus data pribadi itu; sebut jabatan atau kantornya saja.")
    return [
        replace(_kesalahan(apa, berkas, "", _("kunci {kunci}").format(kunci=kunci)), perbaikan=perbaikan)
        for kunci, apa in salah
        if apa
    ]


def hide_pribadi(mentah: TabelMentah, bilangan: Collection[str] = ()) -> tuple[TabelMentah, list[Kesalahan]]:
    """Return the table without its personal data, so that no other message repeats it, and the cells at fault.

    bilangan: columns of numbers, in which a plain number is no telephone
    number.  Guidance columns may name whom to call; only identity numbers are
    refused there.
    """
    salah: list[Kesalahan] = []
    isi = mentah.isi.copy()
    for kolom in mentah.isi.columns:
        petunjuk = str(kolom).startswith("_")
        angka = kolom in bilangan
        nilai = [_jenis_pribadi(v, petunjuk or (angka and _bilangan(v))) for v in mentah.isi[kolom]]
        salah += [
            _kesalahan(apa, mentah.berkas, mentah.lembar, mentah.sel(str(kolom), int(baris)))
            for apa, baris in zip(nilai, mentah.isi.index, strict=True)
            if apa
        ]
        if any(nilai):
            isi[kolom] = pd.Series(
                [_tersembunyi() if apa else v for apa, v in zip(nilai, mentah.isi[kolom], strict=True)],
                index=isi.index,
                dtype=object,
            )
    return replace(mentah, isi=isi), salah


def hide_nik(kisi: Kisi) -> tuple[Kisi, list[Kesalahan]]:
    """Return all cells of a sheet without identity numbers, and the cells that held one.

    Looks into titles, guidance, pinned notes and sheets that are not part of
    the book too: the file itself goes from hand to hand.
    """
    salah: list[Kesalahan] = []
    baris = dict(kisi.baris)
    for nomor, sel in kisi.baris.items():
        ketemu = [i for i, isi in enumerate(sel) if has_nik(isi)]
        for i in ketemu:
            sel_ini = _("sel {sel}").format(sel=f"{huruf_kolom(i)}{nomor}")
            salah.append(_kesalahan("NIK", kisi.berkas, kisi.lembar, sel_ini))
        if ketemu:
            baris[nomor] = [_tersembunyi() if i in ketemu else isi for i, isi in enumerate(sel)]
    salah += [
        _kesalahan("NIK", kisi.berkas, kisi.lembar, _("catatan pada sel {sel}").format(sel=alamat))
        for alamat, catatan in kisi.catatan.items()
        if has_nik(catatan)
    ]
    return replace(kisi, baris=baris), salah


def hide_teks(teks: str) -> str:
    """Return a text as it is, or what stands for it in messages where it holds personal data."""
    return _tersembunyi() if _jenis_pribadi(teks, petunjuk=False) else teks


def hide_kutipan(k: Kesalahan) -> Kesalahan:
    """Return a fault as it is, or as one of personal data where its text quotes some from its cell."""
    apa = _jenis_pribadi(k.salah, petunjuk=False)
    return _kesalahan(apa, k.berkas, k.lembar, k.sel) if apa else k


def _kesalahan(apa: str, berkas: str, lembar: str, sel: str) -> Kesalahan:
    nama = {
        "NIK": _("nomor 16 angka seperti NIK atau nomor KK"),
        "telepon": _("nomor telepon"),
        "surel": _("alamat surel"),
        "nama": _("tulisan seperti nama anak"),
    }
    return Kesalahan(
        "pribadi",
        berkas,
        _("sel memuat {apa}").format(apa=nama[apa]),
        _("Hapus data pribadi dari buku data; halaman yang sudah dibagikan tidak bisa ditarik kembali."),
        lembar,
        sel,
    )


def _tersembunyi() -> str:
    """Return what stands in the place of personal data in every message."""
    return _("(data pribadi)")


def _jenis_pribadi(isi: object, petunjuk: bool) -> str:
    if has_nik(isi):
        return "NIK"
    if petunjuk or not isinstance(isi, str):
        return ""
    teks = datar(isi)
    if has_telepon(teks):
        return "telepon"
    return "surel" if SUREL.search(teks) else "nama" if has_nama_anak(teks) else ""


def _bilangan(isi: object) -> bool:
    return isinstance(isi, str) and BILANGAN.fullmatch(isi.strip()) is not None
