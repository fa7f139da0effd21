"""The first steps of an index, each shown by itself: the table as taken, the transformation, the direction."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from kla_lib.bahasa import _, format_angka
from kla_lib.errors import Kesalahan, KlaError
from kla_lib.rules.indeks import Indeks

TRANSFORMASI, ARAH = "transformasi", "arah"


@dataclass(frozen=True)
class Langkah:
    """What one step made, and what it did to each measure.

    tabel: units by measures.  rincian: one row per measure.
    """

    nama: str
    tabel: pd.DataFrame
    rincian: pd.DataFrame


def apply_transformasi(tabel: pd.DataFrame, indeks: Indeks) -> Langkah:
    """Return the table with the measures that ask for it as natural logarithms, their goalposts likewise.

    rincian: transformasi, bawah, atas, target.  Raises KlaError for a figure that has no logarithm.
    """
    baris, kolom, salah = {}, {}, []
    for u in indeks.ukuran:
        titik = [u.acuan.bawah.nilai, u.acuan.atas.nilai] if u.acuan else [np.nan, np.nan]
        isi, ujung = tabel[u.ukuran], np.array([*titik, np.nan if u.target is None else u.target])
        if u.transformasi == "log":
            salah += [
                Kesalahan(
                    "log",
                    u.ukuran,
                    _("{nilai} tidak punya logaritma").format(nilai=format_angka(float(isi[satuan]))),
                    _("Periksa angkanya, atau hapus transformasi ukuran ini."),
                    sel=str(satuan),
                )
                for satuan in isi.index[isi <= 0]
            ]
            isi, ujung = np.log(isi.where(isi > 0)), np.log(np.where(ujung > 0, ujung, np.nan))
        kolom[u.ukuran] = isi
        baris[u.ukuran] = {"transformasi": u.transformasi, **dict(zip(("bawah", "atas", "target"), ujung, strict=True))}
    if salah:
        raise KlaError(salah)
    return Langkah(TRANSFORMASI, pd.DataFrame(kolom), pd.DataFrame.from_dict(baris, orient="index"))


def apply_arah(sebelum: Langkah, indeks: Indeks) -> Langkah:
    """Return the table with the sign of every measure turned of which less is better: from here on more is better.

    rincian: arah, tanda (1 or -1), and bawah, atas, target turned with their measure.
    """
    tanda = pd.Series({u.ukuran: 1.0 if u.arah == "naik_baik" else -1.0 for u in indeks.ukuran})
    titik = sebelum.rincian[["bawah", "atas", "target"]].astype(float).mul(tanda, axis=0)
    turun = tanda < 0
    titik.loc[turun, ["bawah", "atas"]] = titik.loc[turun, ["atas", "bawah"]].to_numpy()
    rincian = pd.DataFrame({"arah": {u.ukuran: u.arah for u in indeks.ukuran}, "tanda": tanda}).join(titik)
    return Langkah(ARAH, sebelum.tabel * tanda, rincian)
