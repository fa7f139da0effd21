"""Find the row of column names among titles and data."""

from collections.abc import Callable, Collection
from typing import Any

from kla_lib.bahasa import _
from kla_lib.errors import Kesalahan, KlaError
from kla_lib.tabel.mentah import Kisi, kosong
from kla_lib.tabel.nama import kunci_nama

BARIS_DICARI = 30
"""How far down the column names may stand below titles."""


def nama_baku(teks: Any, dikenal: Collection[str]) -> str:
    """Return a column name as we spell it: "Kode  Wilayah " is kode_wilayah; an unknown name stays as written."""
    baku = "_".join(kunci_nama(str(teks)).split())
    return baku if baku in dikenal else str(teks).strip()


def baris_kepala(kisi: Kisi, kolom: Collection[str], baku: Callable[[Any], str] | None = None) -> int:
    """Return the row that holds most of the wanted names: at least two of them, or the only one; else row 1.

    baku: how a cell becomes comparable with `kolom`; without it as `nama_baku`
    does.  Raises KlaError where names stand above other rows and again below
    them: what lies between would be taken for a title and lost.
    """
    nama = set(kolom)
    baku = baku or (lambda sel: nama_baku(sel, nama))
    calon = {
        nomor: dapat
        for nomor, sel in kisi.baris.items()
        if nomor <= BARIS_DICARI
        for dapat in [len({baku(s) for s in sel if not kosong(s)} & nama)]
        if dapat >= min(2, len(nama)) > 0
    }
    if not calon:
        return 1
    terbaik = max(calon, key=lambda n: calon[n])
    pertama = min(calon)
    if any(pertama < nomor < terbaik and nomor not in calon for nomor in kisi.baris):
        raise KlaError(
            Kesalahan(
                "kepala",
                kisi.berkas,
                _("nama kolom ada di baris {a} dan sekali lagi di baris {b}").format(a=pertama, b=terbaik),
                _("Gabungkan kedua tabel di bawah satu baris nama kolom."),
                lembar=kisi.lembar,
                sel=_("baris {baris}").format(baris=terbaik),
            )
        )
    return terbaik


def check_kepala(kisi: Kisi, kepala: list[str | None], nomor: int) -> None:
    """Raise KlaError where the row of names holds none, or looks like a title: nothing below it can be read."""
    if not any(kepala):
        raise KlaError(
            Kesalahan(
                "kosong",
                kisi.berkas,
                _("tabel kosong: baris 1 tidak memuat nama kolom"),
                _("Tulis nama kolom di baris 1."),
                lembar=kisi.lembar,
            )
        )
    isi_awal: list[Any] = next((sel for n, sel in kisi.baris.items() if n > nomor), [])
    if sum(k is not None for k in kepala) == 1 and sum(not kosong(s) for s in isi_awal) > 1:
        raise KlaError(
            Kesalahan(
                "judul",
                kisi.berkas,
                _("baris {n} berisi satu sel saja, seperti sebuah judul").format(n=nomor),
                _("Hapus baris judul, supaya nama kolom berada di baris 1."),
                lembar=kisi.lembar,
                sel=_("baris {baris}").format(baris=nomor),
            )
        )
