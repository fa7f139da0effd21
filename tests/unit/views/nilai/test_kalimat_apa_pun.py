"""Sentences over numbers drawn at random: the words follow the numbers, in both languages."""

import re
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kla_lib.bahasa import dalam_bahasa, format_angka
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.keadaan.muat import load_keadaan
from kla_lib.keadaan.perbandingan import Perbandingan
from kla_lib.scoring.perubahan import BERUBAH, Perubahan, Selisih
from kla_lib.views.nilai.kalimat import kalimat_rapat
from kla_lib.views.perkiraan.perkiraan import sebut_puluhan
from kla_lib.views.perubahan.perubahan import kalimat_perbandingan, kalimat_perubahan
from kla_lib.views.rad.janji import kalimat_janji
from kla_lib.views.rad.kalimat import kalimat_rad
from tests.pembantu.buku_uji import tabel
from tests.pembantu.params_uji import PARAMS
from tests.pembantu.rad_uji import HARI, keadaan_rad
from tests.pembantu.rapat_2022 import keadaan, nilai

BAHASA = st.sampled_from(["id", "en"])
NAIK, TURUN = {"id": "naik", "en": "rise"}, {"id": "turun", "en": "fall"}
TANGGAL = st.none() | st.integers(-90, 90).map(lambda n: HARI + timedelta(days=n))
BURUK = re.compile(r"\b(nan|none|inf|nat|null)\b|[{}\[\]]", re.IGNORECASE)
SEDIKIT = 8
"""Examples where each one writes a book to the disk."""
POIN = st.integers(0, 100000).map(lambda n: n / 100)


def check_kalimat(teks: str) -> None:
    """Fail on a value that is none, on a placeholder, on a percentage that does not say of how many."""
    assert teks.strip()
    assert not BURUK.search(teks), teks
    for kalimat in re.split(r"(?<=[.;]) ", teks):
        assert "%" not in kalimat or re.search(r"\d (dari|of) \d", kalimat), teks


@pytest.fixture(scope="module")
def contoh() -> Keadaan:
    return load_keadaan(PARAMS, "kota-contoh-1")


def selisih(id_: str, lama: float | None, baru: float | None, tingkat: str = "rapat") -> Selisih:
    jenis = id_.partition(":")[0]
    return Selisih(id_, jenis, tingkat, id_.rpartition(":")[2], "poin", lama, baru, BERUBAH)


def banding(*akibat: Selisih, perubahan: tuple[Selisih, ...] = (), sebab: tuple[str, ...] = ()) -> Perbandingan:
    p = Perubahan(perubahan, (), akibat, (), sebab)
    return Perbandingan("rapat lama", None, p, (), True)


@given(lama=st.integers(0, 5), baru=st.integers(0, 5), kode=st.sampled_from(["diklaim", "terdukung"]), bahasa=BAHASA)
def test_a_category_rises_or_falls_as_its_place_in_the_order_does(
    contoh: Keadaan, lama: int, baru: int, kode: str, bahasa: str
) -> None:
    if lama == baru:
        return
    with dalam_bahasa(bahasa):
        kalimat = kalimat_perbandingan(contoh, banding(selisih(f"kategori:{kode}", lama, baru)))[-1]
        nama = [contoh.kategori.nama(contoh.kategori.urutan[n]) for n in (lama, baru)]
    check_kalimat(kalimat)
    assert (NAIK[bahasa] in kalimat.split()) is (baru > lama)
    assert (TURUN[bahasa] in kalimat.split()) is (baru < lama)
    assert kalimat.index(nama[0]) < kalimat.rindex(nama[1])


@given(lama=POIN, baru=POIN, bahasa=BAHASA)
def test_the_forecast_rises_or_falls_as_its_middle_does(contoh: Keadaan, lama: float, baru: float, bahasa: str) -> None:
    if lama == baru:
        return
    b = banding(selisih("perkiraan:p50", lama, baru), sebab=("nilai", "dokumen"))
    with dalam_bahasa(bahasa):
        kalimat = kalimat_perbandingan(contoh, b)[-1]
        angka = sebut_puluhan(lama), sebut_puluhan(baru)
    check_kalimat(kalimat)
    assert (NAIK[bahasa] in kalimat.split()) is (baru > lama)
    assert (TURUN[bahasa] in kalimat.split()) is (baru < lama)
    assert all(a in kalimat for a in angka)


@given(lama=st.none() | POIN, baru=st.none() | POIN, bahasa=BAHASA)
def test_points_carry_the_sign_of_their_change(
    contoh: Keadaan, lama: float | None, baru: float | None, bahasa: str
) -> None:
    b = banding(selisih("nilai:em:klaster_1", lama, baru, "klaster"))
    beda = (baru or 0.0) - (lama or 0.0)
    with dalam_bahasa(bahasa):
        kalimat = " ".join(kalimat_perbandingan(contoh, b))
    check_kalimat(kalimat)
    assert ("+" in kalimat) is (round(beda, 2) > 0)
    assert (" -" in kalimat) is (round(beda, 2) < 0)


@pytest.mark.parametrize("bahasa", ["id", "en"])
@pytest.mark.parametrize(
    "id_rapat", ["kota-contoh-1", "kota-contoh-2", "ogan-ilir-2024", "kota-bekasi", "sumbawa-2022"]
)
def test_every_sentence_of_the_examples_follows_the_rules(id_rapat: str, bahasa: str) -> None:
    k = load_keadaan(PARAMS, id_rapat)
    with dalam_bahasa(bahasa):
        for kalimat in (kalimat_rapat(k), kalimat_perubahan(k), kalimat_rad(k), kalimat_janji(k)):
            # A published outcome may come without the numbers that it was made of.
            teks = kalimat.teks if k.hasil is not None else kalimat.teks.splitlines()[0]
            check_kalimat(teks)


KEGIATAN = st.fixed_dictionaries(
    {
        "status": st.sampled_from(["belum", "berjalan", "terhambat", "selesai"]),
        "mulai": st.none(),
        "tenggat": TANGGAL,
        "target": st.none() | st.integers(1, 60).map(float),
        "realisasi": st.none() | st.integers(0, 60).map(float),
        "poin": st.none() | st.integers(0, 8).map(float),
    }
)


@settings(max_examples=SEDIKIT)
@given(daftar=st.lists(KEGIATAN, min_size=1, max_size=4), bahasa=BAHASA)
def test_actions_are_counted_once_each_in_their_states(daftar: list[dict[str, Any]], bahasa: str) -> None:
    with TemporaryDirectory() as folder:
        k = keadaan_rad(Path(folder), *daftar)
        with dalam_bahasa(bahasa):
            teks = kalimat_rad(k).teks
    check_kalimat(teks)
    pola = {"id": r"Dari (\d+) kegiatan RAD[^:]*: ([^.]*)\.", "en": r"Of (\d+) RAD activit[^:]*: ([^.]*)\."}[bahasa]
    jumlah, rincian = re.findall(pola, teks)[0]
    assert int(jumlah) == len(daftar) == sum(map(int, re.findall(r"(?:^|, |dan |and )(\d+) ", rincian)))
    lewat = sum(bool(d["tenggat"]) and d["tenggat"] < HARI and d["status"] != "selesai" for d in daftar)
    tertulis = re.findall(r"(\d+) (?:terlambat|late)", rincian)
    assert lewat == sum(map(int, tertulis)), teks


JANJI = st.fixed_dictionaries(
    {"status": st.sampled_from(["belum", "berjalan", "terhambat", "selesai", "batal"]), "tenggat": TANGGAL}
)


@settings(max_examples=SEDIKIT)
@given(daftar=st.lists(JANJI, min_size=1, max_size=5), bahasa=BAHASA)
def test_promises_kept_and_late_are_as_many_as_in_the_book(daftar: list[dict[str, Any]], bahasa: str) -> None:
    isi = [{"id_keputusan": f"K{n}", "rapat": "lama", "keputusan": f"Janji {n}"} | d for n, d in enumerate(daftar)]
    with TemporaryDirectory() as folder:
        lain = {"Tindak_lanjut": tabel("Tindak lanjut", *isi)}
        k = keadaan(Path(folder), ["em", "klaster_1", "", "", "50"], **lain)
        with dalam_bahasa(bahasa):
            teks = kalimat_janji(k).teks
    check_kalimat(teks)
    ditepati = Counter(d["status"] for d in daftar)["selesai"]
    lewat = sum(
        d["status"] not in ("selesai", "batal") and isinstance(d["tenggat"], date) and d["tenggat"] < HARI
        for d in daftar
    )
    if len(daftar) > ditepati and len(daftar) > 1:
        assert re.search(rf"\b{ditepati} (ditepati|kept)\b", teks), teks
        assert re.search(rf"\b{lewat} (terlambat|late)\b", teks), teks
    assert "janji" in teks or "promise" in teks


@settings(max_examples=SEDIKIT)
@given(total=st.integers(0, 4000).map(lambda n: n / 4), tahap=st.sampled_from(["em", "vf"]), bahasa=BAHASA)
def test_the_meeting_s_sentence_names_the_category_of_its_points(total: float, tahap: str, bahasa: str) -> None:
    with TemporaryDirectory() as folder:
        k = keadaan(Path(folder), *nilai(total, tahap), tahap=tahap)
        with dalam_bahasa(bahasa):
            teks, angka = kalimat_rapat(k).teks, format_angka(total)
            kategori = k.kategori.nama(k.hasil.kategori) if k.hasil else ""
    check_kalimat(teks)
    utama = teks.split("\n")[0]
    assert angka in utama
    assert kategori in teks
