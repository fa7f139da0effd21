"""Refuse personal data in any text of the book: it could reach a page that cannot be recalled."""

import re

from kla_lib.bahasa import _
from kla_lib.errors import Kesalahan
from kla_lib.tabel.baca import TabelMentah

POLA = (
    (re.compile(r"(?<![0-9A-Za-z])\d(?:[ .-]?\d){15}(?![0-9A-Za-z])"), "NIK"),
    (re.compile(r"(?<![0-9A-Za-z])(?:\+62|62|0)[ .-]?8\d{1,2}(?:[ .-]?\d{3,4}){2}(?![0-9A-Za-z])"), "telepon"),
    (re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+"), "surel"),
)


def check_pribadi(mentah: TabelMentah) -> list[Kesalahan]:
    """Return the cells that look like an identity number, a telephone number or an e-mail address.

    The message names the cell and never repeats what stands in it.
    """
    nama = {
        "NIK": _("nomor 16 angka seperti NIK atau nomor KK"),
        "telepon": _("nomor telepon"),
        "surel": _("alamat surel"),
    }
    return [
        mentah.kesalahan(
            "pribadi",
            _("sel memuat {apa}").format(apa=nama[apa]),
            _("Hapus data pribadi dari buku data; halaman yang sudah dibagikan tidak bisa ditarik kembali."),
            str(kolom),
            int(baris),
        )
        for kolom in mentah.isi.columns
        for baris, isi in mentah.isi[kolom].items()
        for apa in [_jenis_pribadi(isi)]
        if apa
    ]


def _jenis_pribadi(isi: object) -> str:
    teks = f"{isi:.0f}" if isinstance(isi, float) and abs(isi) >= 1e15 else isi
    if not isinstance(teks, str):
        return ""
    return next((apa for pola, apa in POLA if pola.search(teks)), "")
