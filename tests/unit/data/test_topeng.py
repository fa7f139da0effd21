"""A book is masked once, as it comes in: what it hides from the public cannot be told from what is left."""

from dataclasses import replace
from datetime import date

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kla_lib.data.buku import Buku, load_buku
from kla_lib.data.pribadi.samar import mask_buku, suppress_rad
from kla_lib.rules.privasi import INTERNAL, PUBLIK, load_privasi
from kla_lib.rules.rapat import path_buku
from kla_lib.scoring.pekerjaan.rad import daftar_rad
from tests.pembantu.params_uji import PARAMS

PRIVASI = load_privasi(PARAMS)
BATAS = PRIVASI.batas


@pytest.fixture(scope="module")
def buku() -> Buku:
    return load_buku(PARAMS, path_buku("contoh:kota-contoh"))


def rad(*baris: tuple[str, float, float]) -> pd.DataFrame:
    return pd.DataFrame(
        [{"satuan": s, "target": t, "realisasi": r} for s, t, r in baris], columns=["satuan", "target", "realisasi"]
    )


@pytest.mark.parametrize(
    ("satuan", "target", "realisasi", "samar"),
    [
        ("anak", 20, 4, True),
        ("anak", 4, 0, True),
        ("anak", 20, 0, False),
        ("anak", 20, 5, False),
        ("Sekolah", 3, 2, False),
        ("sertifikat", 3, 2, False),
        ("kata yang belum dikenal", 3, 2, True),
        (None, 3, 2, True),
    ],
)
def test_an_action_that_counts_few_persons_hides_both_numbers(
    satuan: str, target: float, realisasi: float, samar: bool
) -> None:
    hasil = suppress_rad(rad((satuan, target, realisasi)), PRIVASI).iloc[0]
    assert bool(hasil["disamarkan"]) is samar
    assert pd.isna(hasil["target"]) is samar and pd.isna(hasil["realisasi"]) is samar


def test_what_is_masked_stays_masked_and_the_internal_book_shows_all(buku: Buku) -> None:
    publik, internal = mask_buku(buku, PRIVASI), mask_buku(buku, PRIVASI, INTERNAL)
    assert mask_buku(publik, PRIVASI, PUBLIK) is publik
    assert buku.capaian is not None and buku.rad is not None
    assert publik.capaian is not None and internal.capaian is not None and internal.rad is not None
    assert publik.capaian["disamarkan"].any() and not internal.capaian["disamarkan"].any()
    pd.testing.assert_frame_equal(internal.capaian.drop(columns="disamarkan"), buku.capaian)
    pd.testing.assert_frame_equal(internal.rad.drop(columns="disamarkan"), buku.rad)
    assert "disamarkan" not in buku.capaian.columns, "the book itself is not changed"


@given(angka=st.lists(st.integers(1, BATAS - 1), min_size=3, max_size=3), lain=st.integers(1, BATAS - 1))
def test_two_books_that_differ_in_what_is_hidden_look_the_same(angka: list[int], lain: int) -> None:
    contoh = load_buku_sekali()
    assert contoh.capaian is not None and contoh.rad is not None
    ukuran = [f"Anak dirujuk {n}" for n in range(3)]
    baris = contoh.capaian.iloc[[0] * 3].assign(
        ukuran=ukuran, satuan="anak", pembilang=np.nan, penyebut=np.nan, wilayah="kota-contoh", tahun=2024
    )
    kerja = contoh.rad.iloc[[0]].assign(id_kegiatan="R999", satuan="anak", target=40.0)

    def tampak(nilai: list[int], realisasi: int) -> Buku:
        isi = baris.assign(nilai=[float(n) for n in nilai])
        return mask_buku(
            replace(
                contoh,
                capaian=pd.concat([contoh.capaian, isi], ignore_index=True),
                rad=pd.concat([contoh.rad, kerja.assign(realisasi=float(realisasi))], ignore_index=True),
            ),
            PRIVASI,
        )

    a, b = tampak(angka, lain), tampak([1, 1, 1], 1)
    pd.testing.assert_frame_equal(a.capaian, b.capaian)
    pd.testing.assert_frame_equal(a.rad, b.rad)
    (k,) = [k for k in daftar_rad(a, date(2025, 3, 18)) or () if k.id == "R999"]
    assert (k.target, k.realisasi, k.kemajuan, k.disamarkan) == (None, None, None, True)


def load_buku_sekali() -> Buku:
    if not _BUKU:
        _BUKU.append(load_buku(PARAMS, path_buku("contoh:kota-contoh")))
    return _BUKU[0]


_BUKU: list[Buku] = []
