"""Refuse personal data in any text of the book: it could reach a page that cannot be recalled."""

import re
from dataclasses import replace

import pandas as pd

from kla_lib.bahasa import _
from kla_lib.data.nama_anak import has_nama_anak
from kla_lib.data.nik import has_nik
from kla_lib.errors import Kesalahan
from kla_lib.tabel.mentah import Kisi, TabelMentah, huruf_kolom

TELEPON = re.compile(r"(?<![0-9A-Za-z])(?:\+62|62|0)[ .-]?8\d{1,2}(?:[ .-]?\d{3,4}){2}(?![0-9A-Za-z])")
SUREL = re.compile(r"[\w.+-]{1,64}@[\w-]+\.[\w.]+")


def check_pribadi(mentah: TabelMentah) -> list[Kesalahan]:
    """Return the cells that look like an identity number, a telephone number, an e-mail address or a child's name.

    The message names the cell and never repeats what stands in it.
    """
    return hide_pribadi(mentah)[1]


def hide_pribadi(mentah: TabelMentah) -> tuple[TabelMentah, list[Kesalahan]]:
    """Return the table without its personal data, so that no other message repeats it, and the cells at fault.

    Guidance columns may name whom to call; only identity numbers are refused there.
    """
    salah: list[Kesalahan] = []
    isi = mentah.isi.copy()
    for kolom in mentah.isi.columns:
        petunjuk = str(kolom).startswith("_")
        nilai = [_jenis_pribadi(v, petunjuk) for v in mentah.isi[kolom]]
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
    if TELEPON.search(isi):
        return "telepon"
    return "surel" if SUREL.search(isi) else "nama" if has_nama_anak(isi) else ""
