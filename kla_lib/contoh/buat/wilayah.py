"""Make what the kecamatan and kelurahan of the example city answered."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

import numpy as np
import pandas as pd

from kla_lib.contoh.buat.baris import Kode, Tabel

BANYAK_KELURAHAN = (5, 5, 5, 5, 4, 5, 5, 4, 5, 4, 5, 4)
"""Kelurahan in each of the twelve kecamatan: 56 together."""

DIMINTA = date(2025, 1, 13)
LAMA_HARI = 25
PENYARING = 0.1
"""Share of areas that answer yes to the one question that carries no points (child labour)."""


class Wilayah(NamedTuple):
    """A kecamatan or a kelurahan; the names are neutral, because the city does not exist."""

    kode: str
    nama: str
    tingkat: str


def make_daftar_wilayah(banyak_kelurahan: Sequence[int] = BANYAK_KELURAHAN) -> list[Wilayah]:
    """Return the kecamatan, each followed by its kelurahan."""
    hasil = []
    for k, banyak in enumerate(banyak_kelurahan, start=1):
        hasil.append(Wilayah(f"kec-{k:02}", f"Kecamatan Contoh {k}", "kecamatan"))
        hasil += [Wilayah(f"kel-{k:02}-{n:02}", f"Kelurahan Contoh {k}.{n}", "kelurahan") for n in range(1, banyak + 1)]
    return hasil


def make_wilayah(
    acak: np.random.Generator,
    pertanyaan: pd.DataFrame,
    nilai: dict[Kode, float | None],
    banyak_kelurahan: Sequence[int],
) -> Tabel:
    """Return one row per area and question that its level answers; about seven in ten have arrived.

    An area answers everything, half of it, or nothing yet.  A question that
    earned more points got more often a yes.
    """
    hasil: Tabel = []
    for w in make_daftar_wilayah(banyak_kelurahan):
        kirim = acak.choice([1.0, 0.5, 0.0], p=[0.6, 0.2, 0.2])
        diterima = DIMINTA + timedelta(days=int(acak.integers(LAMA_HARI)))
        ditanya = pertanyaan[pertanyaan["diisi_kecamatan" if w.tingkat == "kecamatan" else "diisi_desa"]]
        for p in ditanya.itertuples(index=False):
            ada = acak.random() < kirim
            ya = acak.random() < _peluang_ya(p.nilai_maksimal, nilai[p.indikator, p.pertanyaan])
            hasil.append(
                {
                    "kode_wilayah": w.kode,
                    "nama": w.nama,
                    "tingkat": w.tingkat,
                    "indikator": p.indikator,
                    "pertanyaan": p.pertanyaan,
                    "isi": ("ya" if ya else "tidak") if ada else None,
                    "diterima": diterima if ada else None,
                }
            )
    return hasil


def _peluang_ya(nilai_maksimal: float, nilai: float | None) -> float:
    if not nilai_maksimal:
        return PENYARING
    return (nilai or 0.0) / nilai_maksimal
