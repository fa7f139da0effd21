"""Hide small counts of persons before anything is drawn, printed or stored.

Children must not be recognised from a cell of the published tables.
"""

import pandas as pd

SATUAN_ORANG = frozenset({"kasus", "anak", "orang", "jiwa", "korban", "balita", "bayi", "remaja", "siswa"})
"""Units that count persons; a count of schools or offices is not one."""

BATAS = 5
"""Counts from 1 to BATAS - 1 are hidden; zero is shown, because it names nobody."""


def suppress_capaian(capaian: pd.DataFrame) -> pd.DataFrame:
    """Return the measurements with small counts of persons emptied, and a column `disamarkan`.

    Where one part of a published sum is hidden, a second part is hidden too,
    or the first could be found by subtraction.  Parts of one sum are rows of
    one year and source whose ukuran shares the text before ": ", or rows of
    one ukuran for several wilayah.
    """
    orang = capaian["satuan"].str.lower().isin(SATUAN_ORANG)
    kecil = orang & capaian["nilai"].gt(0) & capaian["nilai"].lt(BATAS)
    kecil |= capaian["pembilang"].gt(0) & capaian["pembilang"].lt(BATAS) & capaian["penyebut"].notna()
    induk = capaian["ukuran"].str.split(": ").str[0]
    sebelum = None
    while not kecil.equals(sebelum):  # what is hidden for one sum may be the only one hidden in its other sum
        sebelum = kecil
        for keluarga in (["_induk", "wilayah", "tahun", "jenis_sumber"], ["ukuran", "tahun", "jenis_sumber"]):
            kecil = _tutup_selisih(capaian.assign(_induk=induk), kecil, orang, keluarga)
    hasil = capaian.assign(disamarkan=kecil)
    hasil.loc[kecil, ["nilai", "pembilang", "penyebut"]] = float("nan")
    return hasil


def _tutup_selisih(capaian: pd.DataFrame, kecil: pd.Series, orang: pd.Series, keluarga: list[str]) -> pd.Series:
    """Hide the next smallest part in every family in which exactly one part is hidden."""
    kecil = kecil.copy()
    for _, milik in capaian[orang].groupby(keluarga, sort=False):
        bagian = milik[milik["ukuran"].str.contains(": ")] if "_induk" in keluarga else milik
        terlihat = bagian.loc[~kecil[bagian.index] & bagian["nilai"].gt(0), "nilai"]
        if kecil[bagian.index].sum() == 1 and len(terlihat):
            kecil[terlihat.idxmin()] = True
    return kecil
