"""Time the forecast, and compare ranks under drawn weights with plain numpy and with other programs if installed.

    .venv/bin/python benchmarks/perkiraan.py [--json]

Prints seconds and ratios of one run; the ratios hold better than the seconds.
A ratio "rasio_…" is theirs ÷ ours: above 1 we are faster.  pymcdm and
scikit-criteria are no dependencies of ours; where one is not installed the
line says so.
"""

import argparse
import json
import time
from collections.abc import Callable
from functools import partial
from importlib.util import find_spec

import numpy as np
import numpy.typing as npt

from kla_lib.data.buku import load_buku
from kla_lib.keadaan.model import load_model
from kla_lib.rules.bukti.pengamatan import load_bukti
from kla_lib.rules.kategori import load_kategori
from kla_lib.rules.params import params_bawaan
from kla_lib.rules.rapat import path_buku
from kla_lib.rules.verifikasi import UTAMA, load_verifikasi
from kla_lib.scoring.dokumen.register import dokumen_penentu
from kla_lib.scoring.nilai.laporan import score_buku
from kla_lib.scoring.perkiraan.kepekaan import kepekaan
from kla_lib.scoring.perkiraan.model import fit_model
from kla_lib.scoring.perkiraan.perkiraan import forecast
from kla_lib.scoring.perkiraan.susunan import susunan_of
from kla_lib.scoring.perkiraan.undian import Asal, Undian, undi
from kla_lib.scoring.skenario.bobot import peringkat_daerah

BUKU = "contoh:kota-contoh"
ULANG = 5
DAERAH, BARIS, DRAWS = 514, 31, 10_000
DRAWS_LAIN = 20  # other programs rank one set of weights at a time; their time is scaled up

Larik = npt.NDArray[np.float64]


def time_best(*kerja: Callable[[], object], ulang: int = ULANG) -> list[float]:
    """Return for each task the seconds of its best run; tasks take turns, so that a busy machine slows all alike."""
    terbaik = [float("inf")] * len(kerja)
    for putaran in range(ulang + 1):
        for nomor, tugas in enumerate(kerja):
            mulai = time.perf_counter()
            tugas()
            if putaran:  # the first one only warms up
                terbaik[nomor] = min(terbaik[nomor], time.perf_counter() - mulai)
    return terbaik


def rank_plain(nilai: Larik, maks: Larik, bobot: Larik) -> npt.NDArray[np.intp]:
    """Return ranks (draws, n_daerah) as one would write them first; equal totals are ranked at random."""
    total = (bobot / bobot.sum(axis=1, keepdims=True)) @ (nilai / maks).T * maks.sum()
    return np.asarray(np.argsort(np.argsort(-total, axis=1), axis=1) + 1)


def rank_pymcdm(nilai: Larik, maks: Larik, bobot: Larik) -> None:
    """Rank with pymcdm's weighted sum, one set of weights after the other."""
    from pymcdm.helpers import rankdata
    from pymcdm.methods import WSM

    metode, jenis = WSM(), np.ones(len(maks))
    for w in bobot[:DRAWS_LAIN]:
        rankdata(metode(nilai / maks, w / w.sum(), jenis), reverse=True)


def rank_skcriteria(nilai: Larik, maks: Larik, bobot: Larik) -> None:
    """Rank with scikit-criteria's weighted sum, one set of weights after the other."""
    import skcriteria
    from skcriteria.agg.simple import WeightedSumModel

    metode = WeightedSumModel()
    for w in bobot[:DRAWS_LAIN]:
        metode.evaluate(skcriteria.mkdm(nilai / maks, [max] * len(maks), weights=w / w.sum()))


LAIN = {"pymcdm": ("pymcdm", rank_pymcdm), "scikit_criteria": ("skcriteria", rank_skcriteria)}


def measure_forecast() -> dict[str, float]:
    """Return milliseconds of a fit, of a region's draws, of a forecast from them and of what could break it."""
    params = params_bawaan()
    buku = load_buku(params, path_buku(BUKU))
    kategori = load_kategori(params, buku.keterangan.tahun_evaluasi)
    susunan = susunan_of(buku, score_buku(buku, None, kategori), dokumen_penentu(buku))
    bukti, v, m = load_bukti(params), load_verifikasi(params), load_model(params)
    asal = Asal(susunan.diklaim, terverifikasi=False, em=None, tahun=2025, rekor=(2023, 600, 700))

    def draw() -> dict[str, Undian]:
        return {n: undi(asal, s, m.perpindahan, v.batas_hasil, v.seed) for n, s in m.setelan.items()}

    undian = draw()
    undi_dulu, ramal, rapuh = time_best(
        draw,
        lambda: forecast(susunan, undian, kategori, "em", v.seed),
        lambda: kepekaan(susunan, undian[UTAMA], kategori, "madya"),
    )
    cocok = time_best(lambda: fit_model(bukti, v, v.setelan[UTAMA], v.seed), ulang=1)[0]
    return {
        "cocok_ms": round(1e3 * cocok, 1),
        "undi_ms": round(1e3 * undi_dulu, 1),
        "perkiraan_ms": round(1e3 * ramal, 1),
        "perkiraan_draws": v.draws,
        "kepekaan_ms": round(1e3 * rapuh, 1),
    }


def measure_ranks() -> dict[str, float | str]:
    """Return seconds of ranking many cities under many weights, and the ratios to others."""
    acak = np.random.default_rng(1)
    maks = acak.integers(5, 60, BARIS).astype(float)
    nilai = maks * acak.random((DAERAH, BARIS))
    bobot = maks * acak.uniform(0.75, 1.25, (DRAWS, BARIS))
    kita, polos = time_best(lambda: peringkat_daerah(nilai, maks, bobot), lambda: rank_plain(nilai, maks, bobot))
    hasil: dict[str, float | str] = {
        "peringkat_detik": round(kita, 2),
        "rasio_numpy_peringkat": round(polos / kita, 2),
    }
    for nama, (paket, urutkan) in LAIN.items():
        if find_spec(paket) is None:
            hasil[f"rasio_{nama}"] = "tidak terpasang"
            continue
        detik = time_best(partial(urutkan, nilai, maks, bobot), ulang=1)[0] * DRAWS / DRAWS_LAIN
        hasil[f"rasio_{nama}"] = round(detik / kita, 1)
    return hasil


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    hasil = {**measure_forecast(), **measure_ranks()}
    print(json.dumps(hasil) if args.json else "\n".join(f"{k}: {v}" for k, v in hasil.items()))


if __name__ == "__main__":
    main()
