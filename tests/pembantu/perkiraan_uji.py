"""Small cities and shipped books for the tests of the forecast."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import numpy as np

from kla_lib.data.buku import Buku, load_buku
from kla_lib.rules.kategori import DaftarKategori, load_kategori
from kla_lib.rules.rapat import path_buku
from kla_lib.rules.verifikasi import Pasangan, Verifikasi, load_verifikasi
from kla_lib.scoring.dokumen.register import dokumen_penentu
from kla_lib.scoring.nilai.hasil import Hasil
from kla_lib.scoring.nilai.laporan import score_buku
from kla_lib.scoring.perkiraan.susunan import Susunan, keadaan_of, susunan_of
from tests.pembantu.params_uji import PARAMS

VERIFIKASI = load_verifikasi(PARAMS, 2024)
KATEGORI = load_kategori(PARAMS, 2024)


@cache
def buku_contoh(nama: str) -> tuple[Buku, Hasil, DaftarKategori]:
    """Return a shipped book, its scores at the stage it is in, and the categories of its year."""
    buku = load_buku(PARAMS, path_buku(f"contoh:{nama}"))
    kategori = load_kategori(PARAMS, buku.keterangan.tahun_evaluasi)
    return buku, score_buku(buku, None, kategori), kategori


@cache
def susunan_contoh(nama: str) -> Susunan:
    """Return the make-up of a shipped book."""
    buku, hasil, _ = buku_contoh(nama)
    return susunan_of(buku, hasil, dokumen_penentu(buku))


def kota(
    nilai: Sequence[float],
    dokumen: Sequence[Sequence[str]] | None = None,
    opd: Sequence[str] | None = None,
    atap: float = 1e6,
) -> Susunan:
    """Return a city with one indikator, one document per named status: D0_0 is the first of the first question."""
    n = len(nilai)
    dokumen = [()] * n if dokumen is None else dokumen
    opd = ["dinas_a"] * n if opd is None else opd
    daftar = tuple(dict.fromkeys(opd))
    a = np.asarray(nilai, dtype=float)
    return Susunan(
        kode=tuple(f"1/{i}" for i in range(n)),
        klaster=("klaster_1",) * n,
        nilai=np.nan_to_num(a),
        tercatat=~np.isnan(a),
        keadaan=np.array([keadaan_of(d) for d in dokumen], dtype=np.intp),
        penentu=tuple(tuple((f"D{i}_{j}", s) for j, s in enumerate(d)) for i, d in enumerate(dokumen)),
        opd=np.array([daftar.index(o) for o in opd], dtype=np.intp),
        daftar_opd=daftar,
        induk=np.zeros(n, dtype=np.intp),
        atap=np.array([atap]),
    )


def pasangan(daerah: str, bagian: float, dari: str = "em", ke: str = "va") -> Pasangan:
    """Return a pair with a given accepted share."""
    sumber = [{"dokumen": "anggapan_verifikasi", "letak": "uji"}]
    isi = {"daerah": daerah, "tahun": 2020, "dari": dari, "ke": ke, "nilai_dari": 1e6, "nilai_ke": 1e6 * bagian}
    return Pasangan.model_validate({**isi, "sumber": sumber}, strict=False)


def dengan_pasangan(*semua: Pasangan, **lain: float) -> Verifikasi:
    """Return the shipped assumptions with other pairs, and other numbers where named."""
    return replace(VERIFIKASI, pasangan=semua, **lain)


def dalam_rentang(total: np.ndarray, hasil: float) -> bool:
    """Whether an outcome lies between the fifth and the ninety-fifth percentile of drawn totals."""
    bawah, atas = np.quantile(total, [0.05, 0.95])
    return bool(bawah <= hasil <= atas)


TAK_HINGGA = float("inf")
