"""Small cities and shipped books for the tests of the forecast."""

from collections.abc import Sequence
from functools import cache

import numpy as np

from kla_lib.data.buku import Buku, load_buku
from kla_lib.keadaan.model import load_model
from kla_lib.rules.kategori import DaftarKategori, load_kategori
from kla_lib.rules.rapat import path_buku
from kla_lib.rules.verifikasi import load_verifikasi
from kla_lib.scoring.dokumen.register import dokumen_penentu
from kla_lib.scoring.nilai.hasil import Hasil
from kla_lib.scoring.nilai.laporan import score_buku
from kla_lib.scoring.perkiraan.perkiraan import Perkiraan, forecast
from kla_lib.scoring.perkiraan.susunan import Susunan, keadaan_of, susunan_of
from kla_lib.scoring.perkiraan.undian import Asal, Undian, undi
from tests.pembantu.params_uji import PARAMS

VERIFIKASI = load_verifikasi(PARAMS, 2024)
MODEL = load_model(PARAMS, 2024)
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


def undian_kota(
    nilai: float,
    *,
    va: float | None = None,
    rekor: tuple[int, float, float] | None = None,
    tahun: int = 2025,
    seed: int = VERIFIKASI.seed,
) -> dict[str, Undian]:
    """Return the draws of a region with `nilai` claimed points, by setting; va: its administrative check."""
    asal = Asal(nilai if va is None else va, va is not None, nilai if va is not None else None, tahun, rekor)
    return {nama: undi(asal, m, MODEL.perpindahan, VERIFIKASI.batas_hasil, seed) for nama, m in MODEL.setelan.items()}


@cache
def undian_contoh(nama: str) -> dict[str, Undian]:
    """Return the draws of a shipped book without a record."""
    return undian_kota(susunan_contoh(nama).diklaim)


def ramal(susunan: Susunan, undian: dict[str, Undian] | None = None) -> Perkiraan:
    """Return the forecast of a make-up from its self-assessment, with its own draws where none are given."""
    return forecast(susunan, undian or undian_kota(susunan.diklaim), KATEGORI, "em", VERIFIKASI.seed)
