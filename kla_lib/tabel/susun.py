"""Make a table of a sheet's cells: find the row of column names, and what stands under no name."""

from collections.abc import Collection
from typing import Any

import pandas as pd

from kla_lib.bahasa import _
from kla_lib.errors import Kesalahan, KlaError
from kla_lib.tabel.mentah import Kisi, TabelMentah, huruf_kolom, kosong
from kla_lib.tabel.sel import kutip

BARIS_DICARI = 30
"""How far down the column names may stand below titles."""


def nama_baku(teks: Any, dikenal: Collection[str]) -> str:
    """Return a column name as we spell it: "Kode  Wilayah " is kode_wilayah; an unknown name stays as written."""
    baku = "_".join(str(teks).split()).casefold()
    return baku if baku in dikenal else str(teks).strip()


def baris_kepala(kisi: Kisi, kolom: Collection[str]) -> int:
    """Return the row that holds most of the wanted names: at least two of them, or the only one; else row 1.

    Raises KlaError where names stand above other rows and again below them:
    what lies between would be taken for a title and lost.
    """
    calon = {
        nomor: dapat
        for nomor, sel in kisi.baris.items()
        if nomor <= BARIS_DICARI
        for dapat in [len({nama_baku(s, kolom) for s in sel if not kosong(s)} & set(kolom))]
        if dapat >= min(2, len(kolom)) > 0
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


def susun(kisi: Kisi, kolom: Collection[str] = ()) -> TabelMentah:
    """Return the table below its column names; raises KlaError with every fault of the names.

    kolom: the names that the table should hold, by which the row of names is
    found.  Rows above it are titles and say nothing; without `kolom` row 1
    holds the names.
    """
    nomor_kepala = baris_kepala(kisi, kolom)
    kepala = [None if kosong(k) else nama_baku(k, kolom) for k in kisi.baris.get(nomor_kepala, [])]
    _check_kepala(kisi, kepala, nomor_kepala)
    letak: dict[str, int] = {}
    for i, nama in enumerate(kepala):
        if nama is not None:
            letak.setdefault(nama, i)
    huruf = {nama: huruf_kolom(i) for nama, i in letak.items()}
    isi = {
        nomor: [_rapi(sel[i]) if i < len(sel) else None for i in letak.values()]
        for nomor, sel in kisi.baris.items()
        if nomor > nomor_kepala
    }
    tabel = pd.DataFrame.from_dict(isi, orient="index", columns=list(letak), dtype=object)
    tabel.index.name = "baris"
    hasil = TabelMentah(kisi.berkas, kisi.lembar, tabel, huruf, nomor_kepala, kisi.tulisan)
    salah = _kolom_ganda(hasil, kepala) + _tanpa_nama(hasil, kisi, kepala)
    if salah:
        raise KlaError(salah)
    return hasil


def _check_kepala(kisi: Kisi, kepala: list[str | None], nomor: int) -> None:
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


def _kolom_ganda(tabel: TabelMentah, kepala: list[str | None]) -> list[Kesalahan]:
    """Return the names written twice; guidance columns are for people and may repeat."""
    return [
        tabel.kesalahan(
            "kolom",
            _("kolom '{nama}' ada dua kali").format(nama=kutip(nama)),
            _("Baris {n} harus memuat nama kolom, masing-masing sekali.").format(n=tabel.baris_kepala),
            nama,
            tabel.baris_kepala,
        )
        for nama in tabel.huruf
        if kepala.count(nama) > 1 and not nama.startswith("_")
    ]


def _tanpa_nama(tabel: TabelMentah, kisi: Kisi, kepala: list[str | None]) -> list[Kesalahan]:
    """Return the first cell of each column that has content and no name."""
    ketemu: set[int] = set()
    salah: list[Kesalahan] = []
    for nomor, sel in kisi.baris.items():
        if nomor <= tabel.baris_kepala:
            continue
        for i, nilai in enumerate(sel):
            if i not in ketemu and (i >= len(kepala) or kepala[i] is None) and not kosong(nilai):
                ketemu.add(i)
                salah.append(
                    Kesalahan(
                        "kolom",
                        kisi.berkas,
                        _("ada isi '{isi}' di kolom tanpa nama").format(isi=kutip(nilai)),
                        _("Beri nama kolom di baris {n}, atau hapus isinya.").format(n=tabel.baris_kepala),
                        lembar=kisi.lembar,
                        sel=_("sel {sel}").format(sel=f"{huruf_kolom(i)}{nomor}"),
                    )
                )
    return salah


def rumus_salah(kisi: Kisi, tabel: TabelMentah | None) -> list[Kesalahan]:
    """Return the formulas without a value, except in titles and guidance columns, which nobody reads."""
    awal = tabel.baris_kepala if tabel else 1
    lewat = {huruf for nama, huruf in tabel.huruf.items() if nama.startswith("_")} if tabel else set()
    return [
        Kesalahan("rumus", kisi.berkas, *pesan, lembar=kisi.lembar, sel=_("sel {sel}").format(sel=sel))
        for sel, pesan in kisi.gagal.items()
        if sel.rstrip("0123456789") not in lewat and int(sel.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")) >= awal
    ]


def _rapi(sel: Any) -> Any:
    if kosong(sel):
        return None
    return sel.strip() if isinstance(sel, str) else sel
