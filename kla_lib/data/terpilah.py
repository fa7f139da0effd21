"""Rows of Capaian that split a measure by sex, age or disability: checked, kept apart from the whole."""

import pandas as pd

from kla_lib.bahasa import _
from kla_lib.errors import Kesalahan
from kla_lib.tabel.mentah import TabelMentah

UMUM = "umum"


def adalah_umum(capaian: pd.DataFrame) -> pd.Series:
    """Return for every row whether it is about all children; a book without the column splits nothing."""
    if "terpilah" not in capaian:
        return pd.Series(True, index=capaian.index)
    return capaian["terpilah"].isna() | (capaian["terpilah"] == UMUM)


def baris_umum(capaian: pd.DataFrame) -> pd.DataFrame:
    """Return the rows about all children."""
    return capaian[adalah_umum(capaian)]


def check_terpilah(mentah: TabelMentah, capaian: pd.DataFrame) -> list[Kesalahan]:
    """Return the rows that say by what they are split but not which group they are, or the other way round."""
    salah = []
    umum = adalah_umum(capaian)
    # A word that the column does not know was told already, which says all of its row.
    tertulis = mentah.isi.get("terpilah", pd.Series(dtype=object)).reindex(capaian.index).notna()
    ditolak = tertulis & umum & (capaian.get("terpilah", tertulis) != UMUM)
    for baris, kelompok in capaian["kelompok"].items():
        nomor = int(str(baris))
        if ditolak.loc[baris]:
            continue
        if umum.loc[baris] and kelompok is not None:
            pesan = _("kelompok '{kelompok}' tanpa keterangan terpilah menurut apa").format(kelompok=kelompok)
            perbaikan = _("Isi kolom terpilah: jenis_kelamin, umur, atau disabilitas; atau kosongkan kelompoknya.")
            salah.append(mentah.kesalahan("terpilah", pesan, perbaikan, "kelompok", nomor))
        elif not umum.loc[baris] and kelompok is None:
            pesan = _("terpilah menurut {terpilah}, tetapi kelompoknya kosong")
            pesan = pesan.format(terpilah=capaian.loc[baris, "terpilah"])
            perbaikan = _("Tulis kelompok baris ini, misalnya perempuan; atau kosongkan kolom terpilah.")
            salah.append(mentah.kesalahan("terpilah", pesan, perbaikan, "terpilah", nomor))
    return salah
