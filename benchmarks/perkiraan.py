"""Compare the forecast and the ranking under drawn weights with plain numpy, and with other programs if installed.

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
from kla_lib.rules.kategori import load_kategori
from kla_lib.rules.params import params_bawaan
from kla_lib.rules.rapat import path_buku
from kla_lib.rules.verifikasi import load_verifikasi
from kla_lib.scoring.dokumen.register import dokumen_penentu
from kla_lib.scoring.nilai.laporan import score_buku
from kla_lib.scoring.perkiraan.kepekaan import kepekaan
from kla_lib.scoring.perkiraan.perkiraan import forecast, undi_kota
from kla_lib.scoring.perkiraan.susunan import Susunan, susunan_of
from kla_lib.scoring.perkiraan.undian import bagian_per_keadaan
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


def draw_plain(susunan: Susunan, draws: int) -> Larik:
    """Return the same forecast's totals (n_campuran, draws) with numpy's own Beta, as one would write it first."""
    v = load_verifikasi(params_bawaan())
    acak = np.random.default_rng(v.seed)
    pertama, lanjut = undi_kota(v, ["em_va", "va_vf"], draws, v.seed)
    total = []
    for c in v.campuran.values():
        per_keadaan = [p[0] for p in bagian_per_keadaan(np.clip(pertama, 1e-9, 1 - 1e-9), [c], v.beta)]
        kantor: dict[tuple[int, int], Larik] = {}
        jumlah = np.zeros((len(susunan.atap), draws))
        for unit in np.flatnonzero(susunan.nilai):
            kunci = (int(susunan.opd[unit]), int(susunan.keadaan[unit]))
            if kunci not in kantor:
                p = per_keadaan[kunci[1]]
                kantor[kunci] = np.clip(acak.beta(v.kekuatan_opd * p, v.kekuatan_opd * (1 - p)), 1e-9, 1 - 1e-9)
            a = v.kekuatan_pertanyaan * kantor[kunci]
            jumlah[susunan.induk[unit]] += susunan.nilai[unit] * acak.beta(a, v.kekuatan_pertanyaan - a)
        total.append(np.minimum(jumlah, susunan.atap[:, None]).sum(axis=0) * lanjut)
    return np.array(total)


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
    """Return seconds of a forecast and of what could break it, and the ratio to plain numpy."""
    buku = load_buku(params_bawaan(), path_buku(BUKU))
    kategori = load_kategori(params_bawaan(), buku.keterangan.tahun_evaluasi)
    susunan, v = (
        susunan_of(buku, score_buku(buku, None, kategori), dokumen_penentu(buku)),
        load_verifikasi(params_bawaan()),
    )
    kita, polos, rapuh = time_best(
        lambda: forecast(susunan, v, kategori, "em"),
        lambda: draw_plain(susunan, v.draws),
        lambda: kepekaan(susunan, v, kategori, "madya", "em"),
    )
    return {
        "perkiraan_ms": round(1e3 * kita, 1),
        "perkiraan_draws": v.draws,
        "rasio_numpy_perkiraan": round(polos / kita, 1),
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
