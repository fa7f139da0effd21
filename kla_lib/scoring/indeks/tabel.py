"""Take a table of units by measures for an index, or say what is wrong with it, cell by cell."""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from kla_lib.bahasa import _, format_angka
from kla_lib.errors import Kesalahan, KlaError, maksud
from kla_lib.rules.indeks import Indeks, UkuranIndeks
from kla_lib.tabel.nama import kunci_nama

PERSEN = "%"


def take_tabel(tabel: pd.DataFrame, indeks: Indeks, nama: str = "tabel") -> pd.DataFrame:
    """Return the measures of an index as numbers, in its order, under its names; other columns are left out.

    tabel: one row per unit, whose name is the index of the table; an empty
    cell is not known.  nama: what messages call the table.  Raises KlaError
    with every unit that stands twice or has nothing, every column that is
    missing, every text in a number and every percentage that cannot be.
    """
    salah = list(_satuan_ganda(tabel, nama))
    kolom: dict[str, pd.Series] = {}
    kunci = [(k, kunci_nama(str(k))) for k in tabel.columns]
    for u in indeks.ukuran:
        nama_lain = {kunci_nama(n) for n in u.semua_nama}
        ada = [k for k, n in kunci if n in nama_lain]
        if len(ada) != 1:
            salah.append(_kolom(u, list(map(str, ada)), tabel, nama))
            continue
        isi = tabel[ada[0]]
        angka = pd.to_numeric(isi, errors="coerce").astype(float).replace([float("inf"), float("-inf")], float("nan"))
        salah += _bukan_angka(isi, angka, u, nama)
        salah += _bukan_persen(angka, u, nama)
        kolom[u.ukuran] = angka
    hasil = pd.DataFrame(kolom, index=tabel.index)
    if not salah:
        salah += _hampa(hasil, nama)
    if salah:
        raise KlaError(salah)
    return hasil


def check_persen(nilai: float, satuan: str) -> str:
    """Return what is wrong with a figure in percent, or ""."""
    if satuan == PERSEN and (nilai < 0 or nilai > 100):
        return _("{nilai} % bukan bagian dari seratus").format(nilai=format_angka(nilai))
    return ""


def _satuan_ganda(tabel: pd.DataFrame, nama: str) -> Iterator[Kesalahan]:
    for satuan in tabel.index[tabel.index.duplicated()].unique():
        yield Kesalahan(
            "satuan_ganda", nama, _("'{satuan}' ada dua kali").format(satuan=satuan), _("Sisakan satu baris.")
        )
    if tabel.empty:
        yield Kesalahan("kosong", nama, _("tabel ini tidak berisi"), _("Isi paling sedikit satu baris."))


def _kolom(u: UkuranIndeks, ada: list[str], tabel: pd.DataFrame, nama: str) -> Kesalahan:
    if ada:
        pesan = _("ukuran '{ukuran}' ada di dua kolom: {kolom}").format(ukuran=u.ukuran, kolom=", ".join(ada))
        return Kesalahan("ukuran_ganda", nama, pesan, _("Sisakan satu kolom."))
    pesan = _("ukuran '{ukuran}' tidak ada di tabel").format(ukuran=u.ukuran)
    return Kesalahan("ukuran", nama, pesan, maksud(u.ukuran, map(str, tabel.columns)))


def _bukan_angka(isi: pd.Series, angka: pd.Series, u: UkuranIndeks, nama: str) -> Iterator[Kesalahan]:
    for satuan, nilai in isi[isi.notna() & angka.isna()].items():
        yield _sel(
            "angka",
            nama,
            u,
            satuan,
            _("'{nilai}' bukan angka").format(nilai=nilai),
            _("Tulis angka, atau kosongkan bila tidak diketahui."),
        )


def _bukan_persen(angka: pd.Series, u: UkuranIndeks, nama: str) -> Iterator[Kesalahan]:
    for satuan, nilai in angka[(angka < 0) | (angka > 100)].items():
        if pesan := check_persen(nilai, u.satuan):
            yield _sel("persen", nama, u, satuan, pesan, _("Periksa pembilang dan penyebutnya."))


def _hampa(hasil: pd.DataFrame, nama: str) -> Iterator[Kesalahan]:
    for satuan in hasil.index[hasil.isna().all(axis=1)]:
        pesan = _("'{satuan}' tidak punya satu angka pun").format(satuan=satuan)
        yield Kesalahan("hampa", nama, pesan, _("Hapus barisnya, atau isi."), sel=str(satuan))


def _sel(jenis: str, nama: str, u: UkuranIndeks, satuan: Any, salah: str, perbaikan: str) -> Kesalahan:
    return Kesalahan(jenis, nama, salah, perbaikan, sel=f"{satuan}, {u.ukuran}")
