"""Check a table against its form, every fault at once, and give its cells their types."""

from dataclasses import replace
from typing import Any

import pandas as pd
import pandera.pandas as pa
from pandera.errors import SchemaErrors

from kla_lib.bahasa import _
from kla_lib.errors import Kesalahan, maksud
from kla_lib.tabel.angka import read_angka, tulisan_terbukti
from kla_lib.tabel.bentuk import Bentuk, Kolom
from kla_lib.tabel.kata import baku_isi
from kla_lib.tabel.kepala import nama_baku
from kla_lib.tabel.mentah import Pesan, TabelMentah
from kla_lib.tabel.nama import sebut_tak_tampak
from kla_lib.tabel.sel import Tulisan, kutip, pesan_huruf


def take_sisipan(mentah: TabelMentah, bentuk: Bentuk) -> tuple[TabelMentah, list[Kesalahan]]:
    """Return the table without such lines, and one fault for each.

    A line of words fills one cell only and leaves one empty that no row may
    leave empty.  A heading has two or more cells that all repeat the names of
    their columns.
    """
    kolom = [str(k) for k in mentah.isi.columns]
    wajib = {k.nama for k in bentuk.kolom if k.wajib and k.nama in kolom}
    salah, keluar = [], []
    for baris, sel in zip(mentah.isi.index, mentah.isi.to_numpy().tolist(), strict=True):
        isi = {k: v for k, v in zip(kolom, sel, strict=True) if v is not None and v == v}
        if len(isi) == 1 < len(kolom) and wajib - set(isi):
            ((nama, kata),) = isi.items()
            hanya = _("baris ini hanya berisi '{isi}'").format(isi=kutip(kata))
            nasihat = _("Pindahkan tulisan ini ke atas nama kolom, atau lengkapi barisnya.")
            salah.append(mentah.kesalahan("sisipan", hanya, nasihat, nama, int(baris)))
        elif len(isi) > 1 and all(isinstance(v, str) and nama_baku(v, [k]) == k for k, v in isi.items()):
            ulang = _("baris ini mengulang nama kolom"), _("Hapus baris ini.")
            salah.append(mentah.kesalahan("sisipan", *ulang, baris=int(baris)))
        else:
            continue
        keluar.append(baris)
    return replace(mentah, isi=mentah.isi.drop(index=keluar)), salah


TERBANYAK = 4
"""How many rows a message names."""


def jelaskan_kembar(mentah: TabelMentah, bentuk: Bentuk) -> dict[int, Pesan]:
    """Return for every row whose key another row has too what is wrong, and what to do.

    Names the rows and, where they disagree, what each says in the columns of numbers.
    """
    jenis = {k.nama: k.jenis for k in bentuk.kolom}
    kolom = [
        [None if v is None or v != v else jenis[k].ubah(v) if jenis[k].sah(v) else v for v in mentah.isi[k]]
        for k in _kunci_ada(mentah, bentuk)  # 1.0 typed as a number and "1" as text are one code
    ]
    per_kunci: dict[tuple[Any, ...], list[int]] = {}
    for baris, kunci in zip(mentah.isi.index, zip(*kolom, strict=True), strict=True):
        per_kunci.setdefault(kunci, []).append(int(baris))
    return {
        baris: pesan
        for kunci, kembar in per_kunci.items()
        if len(kembar) > 1
        for pesan in [_pesan(mentah, bentuk, kunci, kembar)]
        for baris in kembar
    }


def _kunci_ada(mentah: TabelMentah, bentuk: Bentuk) -> list[str]:
    """Return the columns of the key that the table has: one of them may be left out whole."""
    return [k for k in bentuk.kunci if k in mentah.isi.columns]


def _pesan(mentah: TabelMentah, bentuk: Bentuk, kunci: tuple[Any, ...], kembar: list[int]) -> Pesan:
    opsional = {k.nama for k in bentuk.kolom if k.opsional}
    angka = {k.nama for k in bentuk.kolom if k.jenis.nama == "angka"} & set(mentah.isi.columns)
    isi = mentah.isi.loc[kembar, [k for k in mentah.isi.columns if k in angka]].map(_sebut)
    beda = [k for k in isi.columns if isi[k].nunique() > 1]
    daftar = []
    for b in kembar[:TERBANYAK]:
        sebut = _("baris {n}").format(n=b)
        daftar.append(f"{sebut} ({', '.join(f'{k} {isi.loc[b, k]}' for k in beda)})" if beda else sebut)
    salah = _("baris dengan {kunci} = {isi} ada {kali}: {daftar}").format(
        kunci=", ".join(
            k for k, v in zip(_kunci_ada(mentah, bentuk), kunci, strict=True) if v is not None or k not in opsional
        ),
        isi=", ".join(kutip(v) for v in kunci if v is not None),
        kali=_("dua kali") if len(kembar) == 2 else _("{n} kali").format(n=len(kembar)),
        daftar=", ".join([*daftar, *["…"] * (len(kembar) > TERBANYAK)]),
    )
    perbaikan = (
        _("Pastikan angka yang benar, lalu hapus baris yang lain.") if beda else _("Hapus atau perbaiki salah satunya.")
    )
    return salah, perbaikan


def _sebut(nilai: Any) -> str:
    return _("kosong") if nilai is None or nilai != nilai else kutip(nilai)


PILIHAN, SEDIKIT, KUNCI = "pilihan", "sedikit", "kunci"


def check_tabel(mentah: TabelMentah, bentuk: Bentuk) -> tuple[pd.DataFrame, list[Kesalahan]]:
    """Return the table with typed cells, and its faults.

    The table keeps the row numbers of the file as its index and has exactly
    the columns of `bentuk`, in that order; an empty cell is None (NaN in a
    column of numbers).  A cell at fault comes back empty, and a line of words
    among the rows is left out; without a column of its key the table has no rows.
    """
    mentah = _berisi(_terbaca(mentah, bentuk), bentuk)
    salah = _kolom_salah(mentah, bentuk)
    mentah, faults = take_sisipan(mentah, bentuk)
    salah += faults
    isi = mentah.isi.reindex(columns=list(bentuk.nama_kolom))
    ada = [k for k in bentuk.kolom if k.nama in mentah.isi.columns]
    huruf = {
        (k.nama, int(b)): pesan
        for k in ada
        for b, v in isi[k.nama].items()
        if isinstance(v, str) and (pesan := pesan_huruf(v)) is not None
    }
    salah += [mentah.kesalahan("huruf", *pesan, *sel) for sel, pesan in huruf.items()]
    gagal = [g for g in _sel_salah(isi, ada, bentuk) if g[:2] not in huruf]
    kembar = jelaskan_kembar(mentah, bentuk) if any(cek == KUNCI for _nama, _baris, cek in gagal) else {}
    for nama, baris, cek in gagal:
        pesan = kembar[baris] if cek == KUNCI else _jelaskan(mentah, bentuk, nama, baris, cek)
        salah.append(mentah.kesalahan(cek, *pesan, nama, baris))
    sel_gagal = {*huruf, *((nama, baris) for nama, baris, cek in gagal if cek != KUNCI)}
    hasil = {}
    for k in bentuk.kolom:
        nilai = [
            None if v is None or v != v or (k.nama, b) in sel_gagal else k.jenis.ubah(v) for b, v in isi[k.nama].items()
        ]
        tipe = float if k.jenis.nama == "angka" else object
        hasil[k.nama] = pd.Series(nilai, index=isi.index, dtype=tipe)
    dikenali = {k.nama for k in ada} >= {k.nama for k in bentuk.kolom if k.nama in bentuk.kunci and not k.opsional}
    return pd.DataFrame(hasil)[: None if dikenali else 0], salah


def _berisi(mentah: TabelMentah, bentuk: Bentuk) -> TabelMentah:
    """Return the table without guidance columns and without rows that say nothing."""
    isi = mentah.isi[[k for k in mentah.isi.columns if not str(k).startswith("_")]].dropna(how="all")
    hampa = [k for k in bentuk.hampa if k in isi.columns]
    if hampa and not isi.empty:
        isi = isi[isi[hampa].notna().any(axis=1)]
    return replace(mentah, isi=isi)


def _terbaca(mentah: TabelMentah, bentuk: Bentuk) -> TabelMentah:
    """Return the table without placeholders, its words of choice as we spell them, and its numbers as numbers.

    Text in a column of numbers is read the way its file writes numbers.
    """
    mentah = baku_isi(mentah, bentuk)
    tulisan = tulisan_of(mentah, bentuk)
    isi = mentah.isi.copy()
    for k in bentuk.kolom:
        if k.jenis.bilangan and k.nama in isi:
            nilai = [read_angka(v, tulisan) if isinstance(v, str) else v for v in isi[k.nama]]
            isi[k.nama] = pd.Series(nilai, index=isi.index, dtype=object)
    return replace(mentah, isi=isi)


def tulisan_of(mentah: TabelMentah, bentuk: Bentuk) -> Tulisan:
    """Return how the texts in a table's columns of numbers are to be read.

    A CSV file comes from one hand, so that one number tells for all; a sheet is filled by many.
    """
    if mentah.lembar:
        return mentah.tulisan
    bilangan = [k for k in bentuk.kolom_bilangan if k in mentah.isi]
    return tulisan_terbukti(mentah.tulisan, (v for k in bilangan for v in mentah.isi[k] if isinstance(v, str)))


def _kolom_salah(mentah: TabelMentah, bentuk: Bentuk) -> list[Kesalahan]:
    ada, semua = list(mentah.isi.columns), bentuk.nama_kolom
    opsional = {k.nama for k in bentuk.kolom if k.opsional}
    if not set(ada) & set(semua):
        return [
            mentah.kesalahan(
                "kepala",
                _("tidak memuat nama kolom"),
                _("Tulis nama kolom di baris {n}: {kolom}.").format(n=mentah.baris_kepala, kolom=", ".join(semua)),
                baris=mentah.baris_kepala,
            )
        ]
    kurang = [
        mentah.kesalahan(
            "kolom_kurang",
            _("kolom '{kolom}' tidak ada").format(kolom=k),
            _("Tambahkan kolom '{kolom}' di baris {n}; isinya boleh kosong bila tidak wajib.").format(
                kolom=k, n=mentah.baris_kepala
            ),
        )
        for k in semua
        if k not in ada and k not in opsional
    ]
    asing = [
        mentah.kesalahan(
            "kolom_asing",
            _("kolom '{kolom}' tidak dikenal").format(kolom=kutip(k)),
            maksud(k, [s for s in semua if s not in ada] or semua),
            k,
            mentah.baris_kepala,
        )
        for k in ada
        if k not in semua
    ]
    return kurang + asing


def _skema(ada: list[Kolom], bentuk: Bentuk) -> pa.DataFrameSchema:
    kolom = {}
    for k in ada:
        cek = [pa.Check(k.jenis.sah, element_wise=True, error=k.jenis.nama)]
        if k.pilihan:
            cek.append(pa.Check(lambda v, p=k.pilihan: v in p, element_wise=True, error=PILIHAN))
        if k.sedikit is not None:
            cek.append(
                pa.Check(
                    lambda v, j=k.jenis, s=k.sedikit: not j.sah(v) or j.ubah(v) >= s, element_wise=True, error=SEDIKIT
                )
            )
        kolom[k.nama] = pa.Column(None, cek, nullable=not k.wajib)
    kunci = [k for k in bentuk.kunci if k in kolom]
    lengkap = {k.nama for k in bentuk.kolom if k.nama in bentuk.kunci and not k.opsional} <= set(kunci)
    return pa.DataFrameSchema(kolom, unique=kunci if lengkap else None)


def _sel_salah(isi: pd.DataFrame, ada: list[Kolom], bentuk: Bentuk) -> list[tuple[str, int, str]]:
    """Return (column, row, check) of every cell at fault, in the order of the file."""
    kode = isi[[k.nama for k in ada]].copy()
    for k in ada:
        if k.nama in bentuk.kunci:  # 1.0 typed as a number and "1" as text are one code
            nilai = [k.jenis.ubah(v) if v is not None and v == v and k.jenis.sah(v) else v for v in kode[k.nama]]
            kode[k.nama] = pd.Series(nilai, index=kode.index, dtype=object)
    try:
        _skema(ada, bentuk).validate(kode, lazy=True)
    except SchemaErrors as e:
        gagal = {
            (kunci_pertama(bentuk) if cek.startswith("multiple_fields") else str(kolom), int(baris), _nama_cek(cek))
            for kolom, cek, baris in zip(
                e.failure_cases["column"], e.failure_cases["check"], e.failure_cases["index"], strict=True
            )
        }
        letak = {k: i for i, k in enumerate(bentuk.nama_kolom)}
        return sorted(gagal, key=lambda g: (g[1], letak[g[0]], g[2]))
    return []


def kunci_pertama(bentuk: Bentuk) -> str:
    """Return the column that stands for the whole key in a message: its last."""
    return bentuk.kunci[-1]


def _nama_cek(cek: str) -> str:
    return KUNCI if cek.startswith("multiple_fields") else cek


def _jelaskan(mentah: TabelMentah, bentuk: Bentuk, nama: str, baris: int, cek: str) -> Pesan:
    kolom = next(k for k in bentuk.kolom if k.nama == nama)
    nilai: Any = mentah.isi.loc[baris, nama]
    if cek == "not_nullable":
        salah = mentah.sebut_kosong(_("kolom '{kolom}'").format(kolom=nama), nama, baris)
        perbaikan = (
            _("Isi salah satu: {pilihan}.").format(pilihan=", ".join(kolom.pilihan))
            if kolom.pilihan
            else _("Isi sel ini, atau hapus barisnya.")
        )
    elif cek == PILIHAN:
        salah = _("'{isi}' tidak dikenal di kolom '{kolom}'").format(isi=kutip(nilai), kolom=nama)
        perbaikan = maksud(kutip(nilai), kolom.pilihan)
    elif cek == SEDIKIT:
        salah = _("{kolom} {isi} kurang dari {batas}").format(kolom=nama, isi=kutip(nilai), batas=kutip(kolom.sedikit))
        perbaikan = _("Tulis angka mulai dari {batas}.").format(batas=kutip(kolom.sedikit))
    elif isinstance(nilai, str) and (tanda := sebut_tak_tampak(nilai)):
        salah = _("'{isi}' memuat tanda yang tidak tampak: {tanda}").format(isi=kutip(nilai), tanda=tanda)
        perbaikan = _("Hapus isi sel ini, lalu ketik ulang.")
    else:
        salah, perbaikan = kolom.jenis.nasihat(nilai)
    return salah, perbaikan
