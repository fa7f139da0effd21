"""Hide small counts of persons before anything is drawn, printed or stored.

Children must not be recognised from a cell of the published tables.
"""

from dataclasses import replace

import pandas as pd

from kla_lib.data.buku import Buku
from kla_lib.rules.privasi import PUBLIK, Privasi

DISAMARKAN = "disamarkan"
"""The column that says of a row whether its figures are hidden."""


def mask_buku(buku: Buku, privasi: Privasi, untuk: str = PUBLIK) -> Buku:
    """Return the book as it may be shown: its measurements and actions with a column `disamarkan`.

    For PUBLIK small counts of persons are emptied; otherwise nothing is.  A
    book that has been through here comes back as it is.
    """
    capaian, rad = buku.capaian, buku.rad
    if all(t is None or DISAMARKAN in t.columns for t in (capaian, rad)):
        return buku
    if untuk == PUBLIK:
        return replace(
            buku,
            capaian=None if capaian is None else suppress_capaian(capaian, privasi),
            rad=None if rad is None else suppress_rad(rad, privasi),
        )
    terbuka = (None if t is None else t.assign(**{DISAMARKAN: False}) for t in (capaian, rad))
    return replace(buku, capaian=next(terbuka), rad=next(terbuka))


def suppress_rad(rad: pd.DataFrame, privasi: Privasi) -> pd.DataFrame:
    """Return the actions with target and realisasi emptied where either is a small count, and a column `disamarkan`.

    Both go, because one of them beside a share would tell the other.
    """
    orang = rad["satuan"].map(privasi.orang_rad).astype(bool)
    kecil = orang & (_sedikit(rad["target"], privasi.batas) | _sedikit(rad["realisasi"], privasi.batas))
    hasil = rad.assign(**{DISAMARKAN: kecil})
    hasil.loc[kecil, ["target", "realisasi"]] = float("nan")
    return hasil


def suppress_capaian(capaian: pd.DataFrame, privasi: Privasi) -> pd.DataFrame:
    """Return the measurements with small counts of persons emptied, and a column `disamarkan`.

    A share is hidden where its part or the rest of its whole is small.  Where
    one part of a published sum is hidden, further parts are hidden until the
    hidden ones can no longer be found by subtraction.  Parts of one sum are
    rows of one year and source whose ukuran shares the text before ": ", or
    rows of one ukuran for several wilayah.
    """
    orang = capaian["satuan"].map(privasi.orang).astype(bool)
    kecil = (orang & _sedikit(capaian["nilai"], privasi.batas)) | _sedikit(capaian["pembilang"], privasi.batas)
    kecil |= _sedikit(capaian["penyebut"] - capaian["pembilang"], privasi.batas)
    berinduk = capaian.assign(_induk=capaian["ukuran"].str.split(": ").str[0])
    sebelum = None
    while not kecil.equals(sebelum):  # what is hidden for one sum may be the only one hidden in its other sum
        sebelum = kecil
        for keluarga in (["_induk", "wilayah", "tahun", "jenis_sumber"], ["ukuran", "tahun", "jenis_sumber"]):
            kecil = _tutup_selisih(berinduk[orang], kecil, keluarga, privasi.batas)
    hasil = capaian.assign(**{DISAMARKAN: kecil})
    hasil.loc[kecil, ["nilai", "pembilang", "penyebut"]] = float("nan")
    return hasil


def _sedikit(nilai: pd.Series, batas: int) -> pd.Series:
    return nilai.gt(0) & nilai.lt(batas)


def _tutup_selisih(orang: pd.DataFrame, kecil: pd.Series, keluarga: list[str], batas: int) -> pd.Series:
    """Hide the next smallest parts of every family whose hidden parts would follow from the visible ones.

    One hidden part follows from the sum; several follow when they add to less than the least that is shown.
    """
    kecil = kecil.copy()
    for _, milik in orang.groupby(keluarga, sort=False):
        bagian = milik.loc[milik["ukuran"].str.contains(": ")] if "_induk" in keluarga else milik
        nilai = bagian["nilai"].sort_values()
        tersembunyi = kecil[nilai.index]
        if not tersembunyi.any():
            continue
        for baris in nilai.index[~tersembunyi & nilai.gt(0)]:
            sudah = kecil[nilai.index]
            if sudah.sum() > 1 and nilai[sudah].sum() >= batas:
                break
            kecil[baris] = True
    return kecil
