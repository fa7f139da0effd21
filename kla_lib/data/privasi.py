"""Hide small counts of persons before anything is drawn, printed or stored.

Children must not be recognised from a cell of the published tables.
"""

import pandas as pd

SATUAN_BUKAN_ORANG = frozenset(
    {
        "%",
        "persen",
        "sekolah",
        "madrasah",
        "satuan_pendidikan",
        "puskesmas",
        "posyandu",
        "klinik",
        "faskes",
        "fasilitas",
        "lembaga",
        "panti",
        "lksa",
        "kecamatan",
        "kelurahan",
        "desa",
        "rw",
        "rt",
        "kota",
        "kabupaten",
        "kantor",
        "opd",
        "dokumen",
        "kebijakan",
        "peraturan",
        "kegiatan",
        "program",
        "kartu",
        "unit",
        "buah",
        "titik",
        "ruang",
        "taman",
        "perpustakaan",
        "forum",
        "km",
        "km2",
        "m2",
        "rupiah",
        "rp",
        "poin",
    }
)
"""Units that count no persons.  Every other unit is taken to count persons: a new word must not expose a child."""

BATAS = 5
"""Counts from 1 to BATAS - 1 are hidden; zero is shown, because it names nobody."""


def suppress_capaian(capaian: pd.DataFrame) -> pd.DataFrame:
    """Return the measurements with small counts of persons emptied, and a column `disamarkan`.

    A share is hidden where its part or the rest of its whole is small.  Where
    one part of a published sum is hidden, further parts are hidden until the
    hidden ones can no longer be found by subtraction.  Parts of one sum are
    rows of one year and source whose ukuran shares the text before ": ", or
    rows of one ukuran for several wilayah.
    """
    orang = ~capaian["satuan"].str.lower().isin(SATUAN_BUKAN_ORANG)
    kecil = (orang & _sedikit(capaian["nilai"])) | _sedikit(capaian["pembilang"])
    kecil |= _sedikit(capaian["penyebut"] - capaian["pembilang"])
    berinduk = capaian.assign(_induk=capaian["ukuran"].str.split(": ").str[0])
    sebelum = None
    while not kecil.equals(sebelum):  # what is hidden for one sum may be the only one hidden in its other sum
        sebelum = kecil
        for keluarga in (["_induk", "wilayah", "tahun", "jenis_sumber"], ["ukuran", "tahun", "jenis_sumber"]):
            kecil = _tutup_selisih(berinduk[orang], kecil, keluarga)
    hasil = capaian.assign(disamarkan=kecil)
    hasil.loc[kecil, ["nilai", "pembilang", "penyebut"]] = float("nan")
    return hasil


def _sedikit(nilai: pd.Series) -> pd.Series:
    return nilai.gt(0) & nilai.lt(BATAS)


def _tutup_selisih(orang: pd.DataFrame, kecil: pd.Series, keluarga: list[str]) -> pd.Series:
    """Hide the next smallest parts of every family whose hidden parts would follow from the visible ones.

    One hidden part follows from the sum; several follow when they add to less than BATAS.
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
            if sudah.sum() > 1 and nilai[sudah].sum() >= BATAS:
                break
            kecil[baris] = True
    return kecil
