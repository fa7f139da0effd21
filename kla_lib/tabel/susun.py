"""Make a table of a sheet's cells, and name what in it stands where no table has room."""

from collections.abc import Collection
from typing import Any

import pandas as pd

from kla_lib.bahasa import _
from kla_lib.errors import Kesalahan
from kla_lib.tabel.gabungan import check_gabungan
from kla_lib.tabel.kepala import baris_kepala, check_kepala, nama_baku
from kla_lib.tabel.mentah import Kisi, TabelMentah, huruf_kolom, kosong
from kla_lib.tabel.nama import sebut_tak_tampak
from kla_lib.tabel.sel import kutip


def susun(kisi: Kisi, kolom: Collection[str] = ()) -> tuple[TabelMentah, list[Kesalahan]]:
    """Return the table below its column names, and what in the sheet no column of it can hold.

    kolom: the names that the table should hold, by which the row of names is
    found.  Rows above it are titles and say nothing; without `kolom` row 1
    holds the names.  Of a doubled column the first is read.  Raises KlaError
    only where the row of names is not found, or stands there twice.
    """
    nomor_kepala = baris_kepala(kisi, kolom)
    kepala = [None if kosong(k) else nama_baku(k, kolom) for k in kisi.baris.get(nomor_kepala, [])]
    check_kepala(kisi, kepala, nomor_kepala)
    letak: dict[str, int] = {}
    for i, nama in enumerate(kepala):
        if nama is not None:
            letak.setdefault(nama, i)
    huruf = {nama: huruf_kolom(i) for nama, i in letak.items()}
    isi = {
        nomor: baris
        for nomor, sel in kisi.baris.items()
        if nomor > nomor_kepala
        for baris in [[_rapi(sel[i]) if i < len(sel) else None for i in letak.values()]]
        if any(s is not None for s in baris)
    }
    tabel = pd.DataFrame.from_dict(isi, orient="index", columns=list(letak), dtype=object)
    tabel.index.name = "baris"
    hasil = TabelMentah(
        kisi.berkas, kisi.lembar, tabel, huruf, nomor_kepala, kisi.tulisan, _kepala_disamakan(kisi, letak, nomor_kepala)
    )
    if kolom and not set(kolom) & set(letak):
        return hasil, []  # what this row holds are no names, so nothing can be said of the rest
    hasil, salah = check_gabungan(hasil, kisi.gabungan)
    return hasil, _kolom_ganda(hasil, kisi, kepala) + salah + _tanpa_nama(hasil, kisi, kepala)


def _kepala_disamakan(kisi: Kisi, letak: dict[str, int], nomor: int) -> tuple[str, ...]:
    """Return the column names that hold a sign which nobody sees."""
    return tuple(
        _("sel {huruf}{baris}: nama kolom '{nama}' memuat {tanda}").format(
            huruf=huruf_kolom(i), baris=nomor, nama=nama, tanda=tanda
        )
        for nama, i in letak.items()
        if (tanda := sebut_tak_tampak(str(kisi.baris[nomor][i]).strip()))
    )


def _kolom_ganda(tabel: TabelMentah, kisi: Kisi, kepala: list[str | None]) -> list[Kesalahan]:
    """Return the names written twice, and each row in which the columns of that name disagree.

    Guidance columns are for people and may repeat.
    """
    salah = []
    for nama in tabel.huruf:
        letak = [i for i, k in enumerate(kepala) if k == nama]
        if len(letak) < 2 or nama.startswith("_"):
            continue
        salah.append(
            tabel.kesalahan(
                "kolom",
                _("kolom '{nama}' ada dua kali").format(nama=kutip(nama)),
                _("Baris {n} harus memuat nama kolom, masing-masing sekali.").format(n=tabel.baris_kepala),
                nama,
                tabel.baris_kepala,
            )
        )
        for nomor in tabel.isi.index:
            sel = kisi.baris[nomor]
            if len({_rapi(sel[i]) if i < len(sel) else None for i in letak}) > 1:
                salah.append(
                    tabel.kesalahan(
                        "kolom_ganda",
                        _("isi kolom '{nama}' di {huruf} tidak sama").format(
                            nama=kutip(nama), huruf=", ".join(map(huruf_kolom, letak))
                        ),
                        _("Pindahkan isi yang benar ke satu kolom, lalu hapus kolom yang lain."),
                        nama,
                        int(nomor),
                    )
                )
    return salah


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
    """Return the cells that cannot be read, except in titles and guidance columns, which nobody reads.

    A formula without a value is one, and a cell that two programs read differently.
    """
    awal = tabel.baris_kepala if tabel else 1
    lewat = {huruf for nama, huruf in tabel.huruf.items() if nama.startswith("_")} if tabel else set()
    return [
        Kesalahan(jenis, kisi.berkas, *pesan, lembar=kisi.lembar, sel=_("sel {sel}").format(sel=sel))
        for jenis, milik in (("rumus", kisi.gagal), ("sel", kisi.aneh))
        for sel, pesan in milik.items()
        if sel.rstrip("0123456789") not in lewat and int(sel.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")) >= awal
    ]


def _rapi(sel: Any) -> Any:
    if kosong(sel):
        return None
    return sel.strip() if isinstance(sel, str) else sel
