"""Bring measures of different units onto one scale: by goalposts, a target, or by comparing the units.

Every way takes one measure of which more is better; a measure that it cannot
tell apart (one unit, all alike) stays empty.
"""

from collections.abc import Callable

import numpy as np
import pandas as pd

from kla_lib.bahasa import _
from kla_lib.errors import Kesalahan, KlaError
from kla_lib.rules.indeks import Indeks, Normalisasi
from kla_lib.scoring.indeks.langkah import Langkah

NORMALISASI = "normalisasi"
HANYA_POSITIF: frozenset[Normalisasi] = frozenset({"rasio_rata", "rasio_terbaik", "rasio_terburuk"})
"""Ratios: turned by the sign of a direction they would rank the wrong way round."""

PERLU_BANDINGAN: frozenset[Normalisasi] = frozenset({"min_maks", "skor_z"})
"""They say nothing of one unit alone."""

SEKITAR = 0.2
"""How far from the mean a value still counts as near it."""
GOLONGAN = ((0.05, 0), (0.15, 20), (0.35, 40), (0.65, 50), (0.85, 60), (0.95, 80))
"""Shares of the units up to which each class reaches; above the last it is 100."""


def normalise(sebelum: Langkah, indeks: Indeks) -> Langkah:
    """Return the table on one scale; `rincian` says the way, the ends it used, and how many values were held at one.

    Raises KlaError where the way asks for positive figures and a measure has
    others, and where it compares units and there is one.
    """
    cara = indeks.normalisasi
    if cara in PERLU_BANDINGAN and len(sebelum.tabel) == 1:
        pesan = _("cara '{cara}' membandingkan satuan, padahal hanya ada satu").format(cara=cara)
        raise KlaError(Kesalahan(NORMALISASI, indeks.nama, pesan, _("Pakai normalisasi: acuan.")))
    kolom, baris = {}, {}
    for nama in sebelum.tabel.columns:
        x, titik = sebelum.tabel[nama], sebelum.rincian.loc[nama]
        if cara in HANYA_POSITIF and (x <= 0).any():
            raise KlaError(
                Kesalahan(
                    NORMALISASI,
                    str(nama),
                    _("cara '{cara}' hanya untuk angka lebih dari 0 yang naiknya baik").format(cara=cara),
                    _("Pilih normalisasi lain, misalnya acuan atau min_maks."),
                )
            )
        hasil = _skala(x, titik, cara).astype(float)
        terpotong = 0
        if cara == "acuan" and indeks.batasi:
            terpotong = int(((hasil < 0) | (hasil > 1)).sum())
            hasil = hasil.clip(0, 1)
        kolom[nama] = hasil
        baris[nama] = {"cara": cara, "bawah": titik["bawah"], "atas": titik["atas"], "terpotong": terpotong}
    return Langkah(NORMALISASI, pd.DataFrame(kolom), pd.DataFrame.from_dict(baris, orient="index"))


def by_acuan(x: pd.Series, bawah: float, atas: float) -> pd.Series:
    """Return the share of the way from the worse goalpost to the better one."""
    return (x - bawah) / (atas - bawah)


def by_min_maks(x: pd.Series) -> pd.Series:
    """Return the share of the way from the worst unit to the best one."""
    return _bagi(x - x.min(), x.max() - x.min())


def by_skor_z(x: pd.Series) -> pd.Series:
    """Return the distance from the mean in standard deviations of the sample (ddof 1)."""
    return _bagi(x - x.mean(), x.std(ddof=1))


def by_peringkat(x: pd.Series) -> pd.Series:
    """Return the rank from the worst unit (1) upwards; equal ones share the lower rank."""
    return x.rank(method="min")


def by_persentil(x: pd.Series) -> pd.Series:
    """Return the rank as a share of the units, in percent."""
    return 100 * by_peringkat(x) / x.count()


def by_jarak_target(x: pd.Series, target: float) -> pd.Series:
    """Return the share of the way from the worst unit to the target, at most 1.

    A measure that stands at its target or beyond everywhere has 1 throughout.
    """
    jarak = target - x.min()
    return x.where(x.isna(), 1.0) if jarak <= 0 else ((x - x.min()) / jarak).clip(upper=1)


def by_rasio_rata(x: pd.Series) -> pd.Series:
    """Return the value over the mean."""
    return x / x.mean()


def by_rasio_terbaik(x: pd.Series) -> pd.Series:
    """Return the value over that of the best unit."""
    return x / x.max()


def by_rasio_terburuk(x: pd.Series) -> pd.Series:
    """Return the value over that of the worst unit."""
    return x / x.min()


def by_selisih_rata(x: pd.Series) -> pd.Series:
    """Return the distance from the mean as a share of it."""
    return _bagi(x - x.mean(), abs(x.mean()))


def by_selisih_terburuk(x: pd.Series) -> pd.Series:
    """Return the distance from the worst unit as a share of its value."""
    return _bagi(x - x.min(), abs(x.min()))


def by_di_atas_di_bawah(x: pd.Series) -> pd.Series:
    """Return 1 where a value is clearly above the mean, -1 where clearly below, else 0."""
    jarak = by_selisih_rata(x)
    return pd.Series(np.sign(jarak.where(jarak.abs() > SEKITAR, 0 * jarak)), index=x.index)


def by_golongan(x: pd.Series) -> pd.Series:
    """Return one of seven classes from 0 to 100 by the share of units that are not better."""
    bagian = by_persentil(x) / 100
    batas, kelas = np.array([b for b, _k in GOLONGAN]), np.array([*(k for _b, k in GOLONGAN), 100.0])
    letak = np.searchsorted(batas, bagian.fillna(0).to_numpy(), side="left")
    return pd.Series(kelas[letak], index=x.index).where(x.notna())


def by_tanpa(x: pd.Series) -> pd.Series:
    """Return the figures as they are."""
    return x


def _bagi(atas: pd.Series, bawah: float) -> pd.Series:
    """Return a quotient; empty where there is nothing to divide by."""
    return atas / (bawah if bawah > 0 else np.nan)


def _skala(x: pd.Series, titik: pd.Series, cara: Normalisasi) -> pd.Series:
    if cara == "acuan":
        return by_acuan(x, titik["bawah"], titik["atas"])
    return by_jarak_target(x, titik["target"]) if cara == "jarak_target" else ANTARSATUAN[cara](x)


ANTARSATUAN: dict[Normalisasi, Callable[[pd.Series], pd.Series]] = {
    "min_maks": by_min_maks,
    "skor_z": by_skor_z,
    "peringkat": by_peringkat,
    "persentil": by_persentil,
    "rasio_rata": by_rasio_rata,
    "rasio_terbaik": by_rasio_terbaik,
    "rasio_terburuk": by_rasio_terburuk,
    "selisih_rata": by_selisih_rata,
    "selisih_terburuk": by_selisih_terburuk,
    "di_atas_di_bawah": by_di_atas_di_bawah,
    "golongan": by_golongan,
    "tanpa": by_tanpa,
}
