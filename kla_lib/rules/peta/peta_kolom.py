"""Find the columns of a table whose names, one row or several, are not ours."""

from collections.abc import Iterable, Mapping

from kla_lib.bahasa import _
from kla_lib.errors import Kesalahan, maksud
from kla_lib.tabel.kepala import baris_kepala
from kla_lib.tabel.mentah import Kisi, huruf_kolom, kosong
from kla_lib.tabel.nama import kunci_nama
from kla_lib.tabel.sel import tampil


def rapikan(teks: str) -> str:
    """Return a text on one line, without case, as words of people are compared."""
    return kunci_nama(teks)


def find_kepala(kisi: Kisi, nama: Iterable[str]) -> int:
    """Return the row among the first thirty that holds most of these names; row 1 where none holds them.

    Raises KlaError where names stand above other rows and again below them.
    """
    return baris_kepala(kisi, {rapikan(n) for n in nama}, lambda sel: rapikan(tampil(sel)))


def find_kolom(kisi: Kisi, kepala: tuple[int, ...], kolom: Mapping[str, str]) -> tuple[dict[str, int], list[Kesalahan]]:
    """Return the position of each of our columns, counted from zero, and the faults of those not found.

    kepala: the rows of names.  kolom: our column → their name, whole
    ("Nilai / VL") or the part of it that only one column bears ("VL").
    """
    nama = nama_kolom(kisi, kepala)
    letak: dict[str, int] = {}
    salah = []
    for k, asli in kolom.items():
        cocok = _cari(nama, asli)
        if len(cocok) == 1:
            letak[k] = cocok[0]
        else:
            salah.append(_kolom_hilang(kisi, kepala, k, asli, cocok, nama))
    return letak, salah


def nama_kolom(kisi: Kisi, kepala: tuple[int, ...]) -> dict[int, list[str]]:
    """Return for each column the names it may be called by, the fullest first.

    A heading merged over several columns stands in the first of them only: it
    is read as the heading of the next columns too where these have a name of
    their own below it.
    """
    lebar = max((len(kisi.baris.get(b, ())) for b in kepala), default=0)
    hasil: dict[int, list[str]] = {}
    atas = [""] * len(kepala)
    for i in range(lebar):
        sel = [kisi.baris.get(b, []) for b in kepala]
        tulis = ["" if i >= len(s) or kosong(s[i]) else " ".join(tampil(s[i]).split()) for s in sel]
        bawah = [any(tulis[n + 1 :]) for n in range(len(kepala))]
        atas = [t or (a if b else "") for t, a, b in zip(tulis, atas, bawah, strict=True)]
        calon = [" / ".join(filter(None, atas)), " / ".join(filter(None, tulis)), *reversed(tulis)]
        if any(tulis):
            hasil[i] = list(dict.fromkeys(filter(None, calon)))
    return hasil


def _cari(nama: dict[int, list[str]], asli: str) -> list[int]:
    """Return the columns that a name means: those that bear it in full, else those that bear a part of it."""
    penuh = [i for i, calon in nama.items() if rapikan(calon[0]) == rapikan(asli)]
    return penuh or [i for i, calon in nama.items() if rapikan(asli) in map(rapikan, calon)]


def _kolom_hilang(
    kisi: Kisi, kepala: tuple[int, ...], kolom: str, asli: str, cocok: list[int], nama: dict[int, list[str]]
) -> Kesalahan:
    daftar = ", ".join(map(str, kepala))
    if cocok:
        salah = _("kolom '{asli}' (untuk {kolom}) ada {n} kali: {huruf}").format(
            asli=asli, kolom=kolom, n=len(cocok), huruf=", ".join(map(huruf_kolom, cocok))
        )
        perbaikan = _("Tulis nama lengkapnya di peta, dengan judul di atasnya: {nama}.").format(
            nama="; ".join(nama[i][0] for i in cocok)
        )
    else:
        salah = _("kolom '{asli}' (untuk {kolom}) tidak ada").format(asli=asli, kolom=kolom)
        dibaca = _("Yang dibaca sebagai nama kolom: baris {baris}; bila bukan itu, tulis baris_kepala di peta.")
        calon = maksud(asli, [c[0] for c in nama.values()])
        perbaikan = " ".join(filter(None, (calon, dibaca.format(baris=daftar))))
    tempat = _("baris {baris}").format(baris=daftar)
    return Kesalahan("kolom", kisi.berkas, salah, perbaikan, lembar=kisi.lembar, sel=tempat)
