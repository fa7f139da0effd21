"""Show how much the forecast hangs on which few regions published their scores."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np

from kla_lib.rules.kategori import DaftarKategori
from kla_lib.rules.verifikasi import Pasangan, Verifikasi
from kla_lib.scoring.perkiraan.perkiraan import forecast
from kla_lib.scoring.perkiraan.susunan import Susunan


@dataclass(frozen=True)
class Goyangan:
    """How far the forecast moves when other regions had published: 5 % and 95 % of `ulang` resamples.

    p50: of the median (poin).  mencapai: of the chance of each category or better.
    """

    ulang: int
    p50: tuple[float, float]
    mencapai: dict[str, tuple[float, float]]


def bootstrap_daerah(
    susunan: Susunan,
    verifikasi: Verifikasi,
    kategori: DaftarKategori,
    dari: str,
    *,
    riwayat: Iterable[Pasangan] = (),
    ulang: int = 100,
    draws: int = 1024,
    seed: int | None = None,
) -> Goyangan | None:
    """Return how far the forecast moves when regions, with all their pairs, are drawn again with replacement.

    The regions of each step are drawn apart: few have published two steps.
    The prior stays.  None where nothing is left to forecast.
    """
    seed = verifikasi.seed if seed is None else seed
    acak = np.random.default_rng([seed, 9])
    riwayat = tuple(riwayat)
    semua = []
    for _ in range(ulang):
        lain = replace(verifikasi, pasangan=_undi_daerah(verifikasi.pasangan, acak))
        p = forecast(susunan, lain, kategori, dari, riwayat=riwayat, draws=draws, seed=seed)
        if p is None:
            return None
        semua.append(p)
    return Goyangan(
        ulang,
        _ujung([p.p50 for p in semua]),
        {k.id: _ujung([p.mencapai[k.id] for p in semua]) for k in kategori.kategori},
    )


def _undi_daerah(pasangan: tuple[Pasangan, ...], acak: np.random.Generator) -> tuple[Pasangan, ...]:
    terpilih: list[Pasangan] = []
    for langkah in dict.fromkeys(p.langkah for p in pasangan):
        milik: dict[str, list[Pasangan]] = {}
        for p in pasangan:
            if p.langkah == langkah:
                milik.setdefault(p.daerah, []).append(p)
        daerah = list(milik)
        for n in acak.integers(0, len(daerah), len(daerah)):
            terpilih += milik[daerah[n]]
    return tuple(terpilih)


def _ujung(nilai: list[float]) -> tuple[float, float]:
    bawah, atas = np.quantile(nilai, [0.05, 0.95])
    return float(bawah), float(atas)
