"""What is hidden cannot be worked back: every hidden figure keeps at least five values that all the rest allows."""

from collections.abc import Sequence
from random import Random

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import Bounds, LinearConstraint, milp

from kla_lib.data.pribadi.samar import suppress_capaian
from kla_lib.data.terbit.fakta import id_capaian
from kla_lib.rules.privasi import load_privasi
from tests.pembantu.berisi import berisi
from tests.pembantu.params_uji import PARAMS

PRIVASI = load_privasi(PARAMS)
NAMA = ("fisik", "psikis", "seksual", "penelantaran")
CARA = ("Kasus: {}", "Kasus:{}", "KASUS :  {}", "Kasus - {}", "Kasus ({})", "Kasus\u00a0anak: {}", "{}", "Korban {}")
"""How people write the name of a part; the last two do not name the sum at all."""
PALING_BANYAK = 10_000.0

Persamaan = tuple[list[int], int | None, float]
"""Rows that add up to a row, or to a number that is printed elsewhere."""


def baris(ukuran: str, wilayah: str, n: int, penyebut: int | None = None, **lain: object) -> dict[str, object]:
    return {
        "indikator": "21A",
        "ukuran": ukuran,
        "wilayah": wilayah,
        "tahun": 2024,
        "nilai": float(n) if penyebut is None else 100 * n / penyebut,
        "satuan": "kasus" if penyebut is None else "%",
        "pembilang": np.nan if penyebut is None else float(n),
        "penyebut": np.nan if penyebut is None else float(penyebut),
        "jenis_sumber": "administrasi",
    } | lain


def jangkauan(tabel: pd.DataFrame, persamaan: Sequence[Persamaan]) -> dict[int, tuple[float, float]]:
    """Return for every hidden row the least and the most that it can be, by an integer programme over all rows."""
    hasil = suppress_capaian(tabel, PRIVASI, "kota")
    n = np.where(tabel["pembilang"].notna(), tabel["pembilang"], tabel["nilai"])
    samar = hasil["disamarkan"].to_numpy()
    a, b = [], []
    for bagian, total, angka in persamaan:
        satu = np.zeros(len(tabel))
        satu[bagian] = 1
        if total is not None:
            satu[total] = -1
        a.append(satu)
        b.append(angka)
    batas = Bounds(np.where(samar, np.minimum(1, n), n), np.where(samar, PALING_BANYAK, n))
    tepi = {}
    for i in np.flatnonzero(samar):
        biaya = np.zeros(len(tabel))
        biaya[i] = 1
        jawab = [
            milp(
                arah * biaya, constraints=LinearConstraint(np.array(a), b, b), bounds=batas, integrality=np.ones(len(n))
            )
            for arah in (1, -1)
        ]
        assert all(j.x is not None for j in jawab), "the book itself is one of the answers"
        tepi[int(i)] = (round(jawab[0].x[i]), round(jawab[1].x[i]))
    return tepi


def aman(tepi: dict[int, tuple[float, float]]) -> bool:
    return all(b - a >= PRIVASI.batas - 1 for a, b in tepi.values())


def tabel_silang(isi: np.ndarray, cara: str) -> tuple[pd.DataFrame, list[Persamaan]]:
    """Return kinds by areas with all their sums, and every equation between them."""
    semua = np.vstack([isi, isi.sum(axis=0)])
    semua = np.hstack([semua, semua.sum(axis=1, keepdims=True)])
    jenis = ["Kasus", *(cara.format(x) for x in NAMA[: len(isi)])]
    wilayah = [*(f"kec-{w + 1:02}" for w in range(isi.shape[1])), "kota"]
    urut = [len(isi), *range(len(isi))]  # the sum stands above its parts
    daftar = [baris(u, w, int(semua[k, j])) for u, k in zip(jenis, urut, strict=True) for j, w in enumerate(wilayah)]
    lebar = len(wilayah)
    persamaan: list[Persamaan] = [
        ([k * lebar + j for k in range(1, len(jenis))], j, 0.0) for j in range(lebar) if len(jenis) > 2
    ]
    persamaan += [([k * lebar + j for j in range(lebar - 1)], k * lebar + lebar - 1, 0.0) for k in range(len(jenis))]
    return pd.DataFrame(daftar), persamaan


@settings(max_examples=25, deadline=None)
@given(
    isi=st.tuples(st.integers(2, 4), st.integers(2, 4)).flatmap(
        lambda ukuran: st.lists(
            st.integers(0, 40) | st.integers(0, 6), min_size=ukuran[0] * ukuran[1], max_size=ukuran[0] * ukuran[1]
        ).map(lambda x: np.array(x).reshape(ukuran))
    ),
    cara=st.sampled_from(CARA),
)
def test_kinds_by_areas_with_all_their_sums(isi: np.ndarray, cara: str) -> None:
    assert aman(jangkauan(*tabel_silang(isi, cara)))


@pytest.mark.parametrize("cara", CARA)
def test_a_part_under_any_name_beside_its_sum(cara: str) -> None:
    isi = {"Kasus": 40, cara.format("fisik"): 25, cara.format("psikis"): 12, cara.format("seksual"): 3}
    tabel = pd.DataFrame([baris(u, "kota", n) for u, n in isi.items()])
    tepi = jangkauan(tabel, [([1, 2, 3], 0, 0.0)])
    assert aman(tepi) and 3 in tepi


def test_sums_of_sums_that_no_name_tells() -> None:
    isi = {"Laporan": 40, "Di rumah": 20, "ayah": 17, "ibu": 3, "Di sekolah": 20, "guru": 10, "teman": 10}
    tabel = pd.DataFrame([baris(u, "kota", n) for u, n in isi.items()])
    assert aman(jangkauan(tabel, [([1, 4], 0, 0.0), ([2, 3], 1, 0.0), ([5, 6], 4, 0.0)]))


def test_two_ways_to_divide_one_sum() -> None:
    isi = {"Kasus": 60, "Kasus: fisik": 54, "Kasus: seksual": 6, "Kasus: laki-laki": 57, "Kasus: perempuan": 3}
    tabel = pd.DataFrame([baris(u, "kota", n) for u, n in isi.items()])
    assert aman(jangkauan(tabel, [([1, 2], 0, 0.0), ([3, 4], 0, 0.0)]))


@pytest.mark.parametrize("cara", ["Laporan: {}", "Laporan:{}", "{}"])
def test_shares_of_one_denominator(cara: str) -> None:
    tabel = pd.DataFrame([baris(cara.format(x), "kota", n, 20) for x, n in zip(NAMA, (6, 11, 3), strict=False)])
    tepi = jangkauan(tabel, [([0, 1, 2], None, 20.0)])
    assert aman(tepi) and set(tepi) == {0, 2}


def test_areas_of_one_child_each_beside_areas_without() -> None:
    isi = [1, 1, 1, 1, 1, 0, 0, 0, 29, 30, 31, 32]
    tabel = pd.DataFrame([baris("Anak dirujuk", f"kec-{k:02}", n) for k, n in enumerate(isi)])
    tabel = pd.concat([tabel, pd.DataFrame([baris("Anak dirujuk", "kota", sum(isi))])], ignore_index=True)
    tepi = jangkauan(tabel, [(list(range(12)), 12, 0.0)])
    assert aman(tepi) and {0, 1, 2, 3, 4} < set(tepi)


def test_the_only_area_with_children_takes_its_sum_along() -> None:
    tabel = pd.DataFrame([baris("Anak dirujuk", w, n) for w, n in (("kec-01", 2), ("kec-02", 3), ("kota", 5))])
    assert list(suppress_capaian(tabel, PRIVASI, "kota")["nilai"].dropna()) == []


def test_a_share_by_area_keeps_how_many_it_leaves_out() -> None:
    tabel = pd.DataFrame(
        [
            baris("Anak berakta", w, n, p)
            for w, n, p in (("kec-01", 49, 50), ("kec-02", 57, 60), ("kec-03", 40, 90), ("kota", 146, 200))
        ]
    )
    hasil = suppress_capaian(tabel, PRIVASI, "kota")
    assert list(hasil["disamarkan"]) == [True, True, True, False], "1 and 3 left out would be all of a known 4"


def test_a_hidden_figure_is_not_printed_in_another_way() -> None:
    tabel = pd.DataFrame(
        [
            baris("Kasus", "kota", 40),
            baris("Kasus: fisik", "kota", 25),
            baris("Kasus: psikis", "kota", 12),
            baris("Kasus: seksual", "kota", 3),
            baris("Bagian psikis", "kota", 12, 40),
            baris("Kasus seksual dari semua", "kota", 0, nilai=7.5, satuan="persen"),
            baris("Kasus seksual per 100.000 anak", "kota", 0, nilai=12.3, satuan="per 100.000"),
            baris("Rumah tangga berair bersih", "kota", 0, nilai=96.9, satuan="%"),
        ]
    )
    hasil = suppress_capaian(tabel, PRIVASI, "kota")
    assert list(hasil["ukuran"][~hasil["disamarkan"]]) == ["Kasus", "Kasus: fisik", "Rumah tangga berair bersih"]


@pytest.mark.parametrize(
    ("ukuran", "satuan", "tampak"),
    [
        ("Anak di forum", "Forum", False),
        ("Anak per kegiatan", "kegiatan", False),
        ("Anak korban di titik layanan", "titik", False),
        ("Pendampingan", "kegiatan", False),
        ("Sekolah dengan kasus perundungan", "sekolah", False),
        ("Jumlah anak putus sekolah", "sekolah", False),
        ("Forum Anak kecamatan", "forum", True),
        ("Jumlah kegiatan Forum Anak", "Kegiatan", True),
        ("Puskesmas ramah anak", "puskesmas", True),
        ("Kelurahan layak anak", "\u00a0kelurahan", True),
        ("PATBM aktif", "kelurahan", True),
        ("Jalan ramah anak", "km", True),
    ],
)
def test_what_is_counted_is_told_by_name_and_unit(ukuran: str, satuan: str, tampak: bool) -> None:
    tabel = pd.DataFrame([baris(ukuran, "kota", 3, satuan=satuan)])
    assert bool(suppress_capaian(tabel, PRIVASI)["nilai"].notna().all()) is tampak


@pytest.mark.parametrize("n", [-1, -4])
def test_a_small_difference_is_hidden_whichever_way_it_goes(n: int) -> None:
    tabel = pd.DataFrame([baris("Perubahan dari tahun lalu", "kota", n, satuan="anak")])
    assert suppress_capaian(tabel, PRIVASI)["nilai"].isna().all()


def test_thousands_of_rows_are_worked_through() -> None:
    n = np.random.default_rng(1).poisson(3, size=1500)
    hasil = suppress_capaian(pd.DataFrame([baris(f"Ukuran {k}", "kota", int(x)) for k, x in enumerate(n)]), PRIVASI)
    assert hasil.loc[berisi(list(np.flatnonzero((n > 0) & (n < PRIVASI.batas)))), "disamarkan"].all()


def terbitan(tabel: pd.DataFrame, lama: dict[str, dict[str, object]] | None = None) -> dict[str, dict[str, object]]:
    """Return what a publication shows of every row, by id, after an earlier one."""
    hasil = suppress_capaian(tabel, PRIVASI, "kota", lama or {})
    return {
        id_capaian(r.ukuran, r.wilayah, r.tahun, r.jenis_sumber): {
            "nilai": None if r.disamarkan else r.nilai,
            "disamarkan": bool(r.disamarkan),
        }
        for r in hasil.itertuples()
    }


def kasus(*n: int) -> pd.DataFrame:
    daftar = [baris("Kasus", "kota", sum(n)), *(baris(f"Kasus: {x}", "kota", k) for x, k in zip(NAMA, n, strict=False))]
    return pd.DataFrame(daftar)


@settings(max_examples=40, deadline=None)
@given(
    satu=st.lists(st.integers(0, 40) | st.integers(0, 6), min_size=4, max_size=4),
    ubah=st.dictionaries(st.integers(0, 3), st.integers(0, 40), max_size=2),
)
def test_two_meetings_together_tell_no_more_than_each(satu: list[int], ubah: dict[int, int]) -> None:
    """What did not change between them is one figure for whoever reads both."""
    dua = [ubah.get(k, n) for k, n in enumerate(satu)]
    lama = terbitan(kasus(*satu))
    baru = terbitan(kasus(*dua), lama)
    n = np.array([*satu, *dua], dtype=float)
    (semua_lama, *bagian_lama), (semua_baru, *bagian_baru) = ([f["nilai"] for f in t.values()] for t in (lama, baru))
    tampak = [x is not None for x in (*bagian_lama, *bagian_baru)]
    a = [np.arange(8) // 4 == rapat for rapat, x in enumerate((semua_lama, semua_baru)) if x is not None]
    a += [np.eye(8)[k] - np.eye(8)[k + 4] for k in range(4) if satu[k] == dua[k]]
    batas = Bounds(np.where(tampak, n, np.minimum(1, n)), np.where(tampak, n, PALING_BANYAK))
    for k in np.flatnonzero((n > 0) & (n < PRIVASI.batas)):
        ikatan = LinearConstraint(np.array(a, dtype=float), np.array(a) @ n, np.array(a) @ n) if a else ()
        biaya = np.eye(8)[k]
        jawab = [milp(x, constraints=ikatan, bounds=batas, integrality=np.ones(8)) for x in (biaya, -biaya)]
        terendah, tertinggi = (j.x[k] for j in jawab)
        assert tertinggi - terendah >= PRIVASI.batas - 1, (satu, dua, lama, baru)


def test_what_was_hidden_once_stays_hidden() -> None:
    lama = terbitan(kasus(3, 10, 30))
    assert [f["disamarkan"] for f in terbitan(kasus(12, 10, 30), lama).values()] == [False, True, True, False]


def test_what_was_shown_before_hides_nothing() -> None:
    lama = terbitan(kasus(3, 6, 10, 30))
    baru = terbitan(kasus(3, 40, 10, 30), lama)
    assert [f["disamarkan"] for f in baru.values()] == [False, True, True, False, False]


def test_what_was_not_recorded_before_is_shown_when_it_is() -> None:
    lama = {k: f | {"nilai": None} for k, f in terbitan(kasus(20, 30)).items()}
    assert not any(f["disamarkan"] for f in terbitan(kasus(20, 30), lama).values())


@settings(max_examples=25, deadline=None)
@given(
    bagian=st.builds(lambda n, x: [n, *x], st.integers(1, 4), st.lists(st.integers(1, 30), min_size=2, max_size=3)),
    lain=st.lists(st.integers(5, 120), max_size=5),
    acak=st.randoms(use_true_random=False),
)
def test_parts_without_names_among_rows_of_another_matter_in_any_order(
    bagian: list[int], lain: list[int], acak: Random
) -> None:
    isi = [("Semua", sum(bagian)), *zip(NAMA, bagian, strict=False), *((f"Hal {k}", n) for k, n in enumerate(lain))]
    urut = acak.sample(range(len(isi)), len(isi))
    tabel = pd.DataFrame([baris(isi[k][0], "kota", isi[k][1]) for k in urut])
    tempat = [urut.index(k) for k in range(len(bagian) + 1)]
    assert aman(jangkauan(tabel, [(tempat[1:], tempat[0], 0.0)]))
