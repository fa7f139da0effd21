"""Time the plan: 300 actions on paper against the two seconds asked for, and 14 against trying every plan.

    .venv/bin/python benchmarks/jalur.py [--json]

Prints seconds, and the ratio all plans ÷ solver, which holds better than the seconds.
"""

import argparse
import itertools
import json
import time
from collections.abc import Callable

import numpy as np

from kla_lib.scoring.rencana.inti import kelompok_kegiatan
from kla_lib.scoring.rencana.masalah import Masalah, boleh, poin_tempat
from kla_lib.scoring.rencana.peluang import MasaDepan, cheapest_for_chance
from kla_lib.scoring.rencana.pilihan import cheapest_on_paper, syarat_masalah


def masalah_buatan(a: int, seed: int) -> Masalah:
    """Return a actions of 30 offices at two thirds as many questions in 31 indikator, with needs and exclusions."""
    acak = np.random.default_rng(seed)
    t = 2 * a // 3
    sumbangan = np.zeros((t, a))
    sumbangan[np.r_[np.arange(t), acak.integers(0, t, a - t)], acak.permutation(a)] = acak.integers(1, 25, a) / 4
    indikator = acak.integers(0, 31, t)
    pasangan = acak.permutation(a)[: 2 * (a // 5)].reshape(-1, 2)
    batas = len(pasangan) // 2
    return Masalah(
        tuple(f"K{n:03}" for n in range(a)),
        acak.integers(0, 60, a) * 500_000.0,
        acak.choice([1.0, 4.0, 16.0], a),
        acak.integers(0, 30, a),
        tuple(f"opd_{n}" for n in range(30)),
        np.full(30, 74.0),
        np.inf,
        sumbangan,
        acak.random(t) < 0.2,
        acak.integers(4, 33, t) / 4,
        np.array([indikator == i for i in range(31)]),
        acak.integers(20, 160, 31) / 4,
        tuple((int(x), int(y)) for x, y in pasangan[:batas]),
        tuple((int(x), int(y)) for x, y in pasangan[batas:]),
    )


def seconds(kerja: Callable[[], object]) -> float:
    """Return how long one call takes."""
    mulai = time.perf_counter()
    kerja()
    return time.perf_counter() - mulai


def try_all(m: Masalah, butuh: float) -> float:
    """Return the least cost of all plans that are allowed and enough."""
    semua = (np.array(p, dtype=bool) for p in itertools.product([False, True], repeat=len(m.id)))
    return min(float(m.utama @ p) for p in semua if boleh(m, p) and poin_tempat(m, p).sum() >= butuh)


def main() -> None:
    """Time each part and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    kertas, inti = [], []
    for seed in range(5):
        m = masalah_buatan(300, seed)
        butuh = 0.5 * float(poin_tempat(m, np.ones(300, dtype=bool)).sum())
        kertas.append(seconds(lambda m=m, butuh=butuh: cheapest_on_paper(m, butuh)))
        solusi = cheapest_on_paper(m, butuh)
        assert solusi is not None and solusi.terbukti
        syarat = syarat_masalah(m)
        syarat.tambah([(300 + t, 1.0) for t in range(len(m.ruang))], bawah=butuh)
        inti.append(seconds(lambda m=m, s=syarat, p=solusi.pilih: kelompok_kegiatan(m, s, p, 0.05)))
    kecil = masalah_buatan(14, 1)
    butuh = 0.4 * float(poin_tempat(kecil, np.ones(14, dtype=bool)).sum())
    acak = np.random.default_rng(7)
    sedang = masalah_buatan(60, 3)
    kota = acak.normal(0, 1, (200, 1))
    opd = np.clip(0.65 + 0.15 * kota + acak.normal(0, 0.08, (200, 30)), 0, 1)
    tambah = opd[:, acak.integers(0, 30, len(sedang.ruang))]
    masa_depan = MasaDepan(700 + 60 * kota[:, 0], tambah)
    hasil = {
        "detik_kertas_300": round(max(kertas), 2),
        "detik_inti_300": round(max(inti), 2),
        "detik_peluang_60_kegiatan_200_skenario": round(
            seconds(lambda: cheapest_for_chance(sedang, masa_depan, 740.005, 0.5)), 2
        ),
        "rasio_semua_rencana_14": round(
            seconds(lambda: try_all(kecil, butuh)) / seconds(lambda: cheapest_on_paper(kecil, butuh)), 1
        ),
    }
    print(json.dumps(hasil) if args.json else "\n".join(f"{k}: {v}" for k, v in hasil.items()))


if __name__ == "__main__":
    main()
