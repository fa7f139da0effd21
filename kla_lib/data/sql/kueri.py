"""Read the result of one query as a sheet: rows by their key, values as cells, never more than a sheet holds."""

import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from kla_lib.bahasa import _
from kla_lib.data.sql.nilai import ke_sel
from kla_lib.data.sql.pesan import PUTUS, golongan, tak_terbaca
from kla_lib.data.sql.sambungan import TERTANGKAP
from kla_lib.errors import Kesalahan, KlaError
from kla_lib.tabel.baca import make_kisi
from kla_lib.tabel.bentuk import Bentuk
from kla_lib.tabel.buku_kerja.scan import HURUF_TERBANYAK, SEL_TERBANYAK
from kla_lib.tabel.kepala import nama_baku
from kla_lib.tabel.mentah import Kisi, Pesan, huruf_kolom
from kla_lib.tabel.sel import tampil

TITIK_DUA = re.compile(r"(?<![:\w\\]):(?=\w)")
"""What SQLAlchemy would take for a parameter; our queries have none."""
SEKALI_AMBIL = 2_000
ANGKA = re.compile(r"(\d+)")
KODE_FORM = ("indikator", "pertanyaan")


class TerputusError(KlaError):
    """The database went away: no further query has an answer."""


def read_kueri(sambungan: Connection, kueri: str, bentuk: Bentuk, berkas: str, boleh_kosong: bool) -> Kisi:
    """Return the rows of a query as the sheet of a table.

    It is asked as the inner part of a SELECT with a limit, so that a query
    that writes is no query, and a million rows stay in the database.  Raises
    KlaError where it cannot be read, has no rows or too many.
    """
    batas = f"SELECT * FROM (\n{kueri}\n) AS kueri LIMIT {SEL_TERBANYAK + 1}"
    pesan: Pesan | None
    putus = False
    try:
        sambungan.exec_driver_sql("SAVEPOINT kueri")
        teks = sa.text(TITIK_DUA.sub(r"\\:", batas))
        hasil = sambungan.execute(teks, execution_options={"stream_results": True, "yield_per": SEKALI_AMBIL})
        kepala, baris, lebih = _ambil(hasil)
    except TERTANGKAP as e:
        pesan, putus = tak_terbaca(e), golongan(e) == PUTUS
    else:
        pesan = _banyak_salah(baris, lebih, boleh_kosong)
    if pesan is not None:
        with suppress(*TERTANGKAP):  # so that the next query is answered although this one failed
            sambungan.exec_driver_sql("ROLLBACK TO SAVEPOINT kueri")
        salah = Kesalahan("kueri", berkas, *pesan, lembar=bentuk.lembar)
        raise TerputusError(salah) if putus else KlaError(salah)
    return _susun(kepala, baris, bentuk, berkas)


def _ambil(hasil: sa.CursorResult[Any]) -> tuple[list[str], list[Sequence[Any]], bool]:
    """Return names and rows, and whether there were more than a sheet holds: then they are not read to the end."""
    kepala = list(map(str, hasil.keys()))
    baris: list[Sequence[Any]] = []
    huruf = 0
    for isi in hasil:
        baris.append(tuple(isi))
        huruf += sum(len(v) for v in isi if isinstance(v, str | bytes))
        if len(baris) * len(kepala) > SEL_TERBANYAK or huruf > HURUF_TERBANYAK:
            hasil.close()
            return kepala, baris, True
    return kepala, baris, False


def _banyak_salah(baris: list[Sequence[Any]], lebih: bool, boleh_kosong: bool) -> Pesan | None:
    if lebih:
        return (
            _("kueri ini mengembalikan lebih banyak dari {n} sel, batas satu tabel").format(n=SEL_TERBANYAK),
            _("Tambahkan syarat WHERE untuk satu daerah dan satu tahun evaluasi."),
        )
    if not baris and not boleh_kosong:
        return (
            _("kueri ini tidak mengembalikan satu baris pun"),
            _("Periksa syarat WHERE-nya. Bila memang belum ada isinya, sebut tabel ini di kunci boleh_kosong."),
        )
    return None


def _susun(kepala: list[str], baris: list[Sequence[Any]], bentuk: Bentuk, berkas: str) -> Kisi:
    baku = [nama_baku(k, bentuk.nama_kolom) for k in kepala]
    per_nama = {k.nama: k for k in bentuk.kolom}
    kolom = [per_nama.get(k) for k in baku]
    letak = [baku.index(k) for k in bentuk.kunci if k in baku]
    sel = [[ke_sel(v, k) for v, k in zip(b, kolom, strict=True)] for b in baris]
    sel.sort(key=lambda b: [_urutan(b[i][0]) for i in (*letak, *range(len(b)))])
    aneh = {
        f"{huruf_kolom(i)}{nomor}": pesan
        for nomor, b in enumerate(sel, start=2)
        for i, (_isi, pesan) in enumerate(b)
        if pesan is not None
    } | _kode_bilangan(baku, sel)
    return make_kisi(berkas, bentuk.lembar, [list(kepala), *([v for v, _pesan in b] for b in sel)], aneh)


def _kode_bilangan(baku: list[str], sel: list[list[tuple[Any, Pesan | None]]]) -> dict[str, Pesan]:
    """Return the heads of columns of form codes in which every code is a number: "21A" cannot have stood there."""
    return {
        f"{huruf_kolom(i)}1": (
            _("kolom kode ini berisi bilangan, sehingga kode seperti 21A atau 4a tidak bisa tersimpan di dalamnya"),
            _("Simpan kodenya sebagai teks. Bila semuanya memang bilangan, tulis CAST({kolom} AS CHAR(10)).").format(
                kolom=nama
            ),
        )
        for i, nama in enumerate(baku)
        if nama in KODE_FORM and _semua_bilangan(b[i][0] for b in sel)
    }


def _semua_bilangan(kolom: Iterable[Any]) -> bool:
    ada = [v for v in kolom if v is not None and v != ""]
    return bool(ada) and all(isinstance(v, int | float) for v in ada)


def _urutan(isi: Any) -> list[tuple[int, int, str]]:
    """Return the place of a cell among others: numbers within a text count as numbers, so 4a stands before 10."""
    teks = "" if isi is None else tampil(isi).strip()
    return [(0, int(t), t) if t.isascii() and t.isdecimal() else (1, 0, t) for t in ANGKA.split(teks) if t]
