"""Total, klaster, kategori and support as LibreOffice computes them are those of the library, also after a change."""

from dataclasses import dataclass, replace
from typing import Any

import pytest
from openpyxl import Workbook

from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.keadaan.muat import load_keadaan
from kla_lib.publish.lembar.buku_rapat.buku import berkas_buku
from kla_lib.scoring.nilai.hasil import Hasil
from kla_lib.scoring.nilai.laporan import score_buku
from tests.pembantu.berisi import berisi
from tests.pembantu.buku_rapat_uji import (
    NILAI,
    Ubahan,
    baris_tabel,
    buka,
    buku_of,
    hitung,
    lembar_klaster,
    ringkasan,
    ubah_buku,
    ubah_sel,
)
from tests.pembantu.params_uji import PARAMS

TANPA_UBAHAN = ["kota-contoh-1", "ogan-ilir-2024", "sumbawa-2022", "kota-bekasi"]
KECAMATAN = {("kelana_dekela", "25", None): None, ("kelana_dekela", "26", None): None}
TEPAT_600: Ubahan = KECAMATAN | {
    ("kelembagaan", None, None): 147.37,
    ("klaster_1", None, None): 101.63,
    ("klaster_2", None, None): 83.55,
    ("klaster_3", None, None): 135.40,
    ("klaster_4", None, None): 77.35,
    ("klaster_5", None, None): 54.70,
}
"""Six marks that are worth exactly 600.00 and add to 600.0000000000001."""

SETENGAH: Ubahan = KECAMATAN | {
    ("kelembagaan", None, None): 147.375,
    ("klaster_1", None, None): 101.5,
    ("klaster_2", None, None): 83.5,
    ("klaster_3", None, None): 135.25,
    ("klaster_4", None, None): 77.5,
    ("klaster_5", None, None): 55,
}
"""Marks that add to 600.125: just between two totals, and without dust, because they are eighths."""

PENUH_19 = "19"
"""An indikator whose questions add to more than its maximum."""


@dataclass(frozen=True)
class Kasus:
    """A workbook with changed marks, and what the library says of the same marks."""

    keadaan: Keadaan
    buku: Workbook
    hasil: Hasil | None


def kasus(keadaan: Keadaan, berkas: bytes, ubahan: Ubahan) -> Kasus:
    buku = buka(berkas)
    ubah_sel(buku, keadaan, ubahan)
    if not ubahan:
        return Kasus(keadaan, buku, keadaan.hasil)
    tahap = keadaan.rapat.tahap
    return Kasus(keadaan, buku, score_buku(ubah_buku(keadaan.buku, tahap, ubahan), tahap, keadaan.kategori))


def ubahan_kota_contoh(keadaan: Keadaan) -> Ubahan:
    """Return one mark lowered, one taken away, those of a capped indikator all full, and a missing one filled in."""
    assert keadaan.hasil is not None
    p = keadaan.hasil.pertanyaan
    belum = p[p["nilai"].isna() & (p["indikator"] != PENUH_19)].iloc[0]
    return {
        ("kelembagaan", "1", "1"): 3.25,
        ("klaster_1", "4", "1"): None,
        (belum["klaster"], belum["indikator"], belum["pertanyaan"]): belum["nilai_maksimal"],
    } | {
        (r.klaster, r.indikator, r.pertanyaan): r.nilai_maksimal
        for r in p[p["indikator"] == PENUH_19].itertuples(index=False)
    }


@pytest.fixture(scope="module")
def berkas() -> dict[str, bytes]:
    return {nama: berkas_buku(load_keadaan(PARAMS, nama))["buku.xlsx"] for nama in TANPA_UBAHAN}


@pytest.fixture(scope="module")
def semua_kasus(berkas: dict[str, bytes]) -> dict[str, Kasus]:
    rapat = {nama: load_keadaan(PARAMS, nama) for nama in TANPA_UBAHAN}
    ubahan: dict[str, tuple[str, Ubahan]] = {nama: (nama, {}) for nama in TANPA_UBAHAN} | {
        "diubah": ("kota-contoh-1", ubahan_kota_contoh(rapat["kota-contoh-1"])),
        "tepat": ("sumbawa-2022", TEPAT_600),
        "lewat": ("sumbawa-2022", TEPAT_600 | {("klaster_5", None, None): 54.71}),
        "setengah": ("sumbawa-2022", SETENGAH),
        "pertama": ("kota-bekasi", {("kelembagaan", "1", "1"): 10, ("klaster_1", "4", "1"): 0.75}),
    }
    return {nama: kasus(rapat[asal], berkas[asal], isi) for nama, (asal, isi) in ubahan.items()}


@pytest.fixture(scope="module")
def terhitung(
    semua_kasus: dict[str, Kasus], berkas: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Workbook]:
    buku = {nama: k.buku for nama, k in semua_kasus.items()}
    buku["salah"] = buka(berkas["ogan-ilir-2024"])
    ubah_sel(
        buku["salah"],
        semua_kasus["ogan-ilir-2024"].keadaan,
        {("kelembagaan", "1", "1"): "banyak", ("kelembagaan", "1", "2a"): 99},
    )
    buku["nakal"] = buku_of(nakal(semua_kasus["kota-contoh-1"].keadaan))
    return hitung(buku, tmp_path_factory.mktemp("hitung"))


def nakal(keadaan: Keadaan) -> Keadaan:
    dokumen = keadaan.buku.data_dukung
    assert dokumen is not None
    return replace(keadaan, buku=replace(keadaan.buku, data_dukung=dokumen.assign(judul="=1+1", status="kurang")))


@pytest.mark.parametrize(
    "nama",
    ["kota-contoh-1", "ogan-ilir-2024", "sumbawa-2022", "diubah", "tepat", "lewat", "setengah", "pertama"],
)
def test_libreoffice_comes_to_what_the_library_says(
    nama: str, semua_kasus: dict[str, Kasus], terhitung: dict[str, Workbook]
) -> None:
    k, r = semua_kasus[nama], ringkasan(terhitung[nama])
    assert k.hasil is not None
    assert r.hasil["Nilai total"] == pytest.approx(k.hasil.diklaim, abs=1e-9)
    assert r.hasil["Kategori"] == k.keadaan.kategori.nama(k.hasil.kategori)
    if k.hasil.terdukung is None:
        assert r.hasil["Terdukung dokumen"] == "belum dicatat"
    else:
        assert r.hasil["Terdukung dokumen"] == pytest.approx(k.hasil.terdukung, abs=1e-9)
    assert list(r.jarak.values()) == pytest.approx(list(k.hasil.jarak.values()), abs=1e-9)
    for milik, isi in berisi(zip(k.hasil.klaster.itertuples(index=False), r.klaster.values(), strict=True)):
        assert isi == (None if milik.nilai != milik.nilai else pytest.approx(milik.nilai, abs=1e-9))
    if k.hasil.terdukung is not None:
        assert list(r.terdukung.values()) == pytest.approx(list(k.hasil.klaster["lengkap"]), abs=1e-9)
    assert bool(r.hasil["catatan kategori"]) == k.hasil.dekat_ambang


def test_the_changes_of_these_tests_change_something(semua_kasus: dict[str, Kasus]) -> None:
    dari, ke = semua_kasus["kota-contoh-1"].hasil, semua_kasus["diubah"].hasil
    assert dari is not None
    assert ke is not None
    assert dari.diklaim != ke.diklaim
    assert dari.terdukung != ke.terdukung
    i = ke.indikator
    assert float(i.loc[i["indikator"] == PENUH_19, "nilai"].iloc[0]) == 51.0


def test_exactly_on_an_edge_the_kategori_is_still_the_lower_one(terhitung: dict[str, Workbook]) -> None:
    tepat, lewat = ringkasan(terhitung["tepat"]), ringkasan(terhitung["lewat"])
    assert (tepat.hasil["Nilai total"], tepat.hasil["Kategori"]) == (600, "Pratama")
    assert tepat.arti["Madya"] == "tepat pada ambang: belum tercapai, harus di atasnya"
    assert (lewat.hasil["Nilai total"], lewat.hasil["Kategori"]) == (600.01, "Madya")
    assert lewat.arti["Madya"] == "sudah tercapai"


def test_a_half_of_the_last_digit_is_rounded_as_the_library_does(terhitung: dict[str, Workbook]) -> None:
    assert ringkasan(terhitung["setengah"]).hasil["Nilai total"] == 600.12


@pytest.mark.parametrize("nama", TANPA_UBAHAN)
def test_the_values_beside_the_formulas_are_those_that_libreoffice_computes(
    nama: str, berkas: dict[str, bytes], terhitung: dict[str, Workbook]
) -> None:
    rumus, tertulis = buka(berkas[nama]), buka(berkas[nama], nilai=True)
    alamat = [(s.parent.title, s.coordinate) for w in rumus for b in w.iter_rows() for s in b if s.data_type == "f"]
    assert len(alamat) > 50
    beda = [
        (lembar, sel, tertulis[lembar][sel].value, terhitung[nama][lembar][sel].value)
        for lembar, sel in alamat
        if not sama(tertulis[lembar][sel].value, terhitung[nama][lembar][sel].value)
    ]
    assert beda == []


def sama(satu: Any, dua: Any) -> bool:
    if isinstance(satu, int | float) and isinstance(dua, int | float):
        return abs(satu - dua) < 1e-9
    return (satu or "") == (dua or "") and isinstance(satu, str | None) and isinstance(dua, str | None)


def test_what_is_no_mark_is_named_and_counted(semua_kasus: dict[str, Kasus], terhitung: dict[str, Workbook]) -> None:
    buku = terhitung["salah"]
    assert ringkasan(buku).hasil["Isian yang perlu diperiksa"] == 2
    baris = baris_tabel(lembar_klaster(buku, semua_kasus["ogan-ilir-2024"].keadaan)["kelembagaan"])
    for kode in ("1/1", "1/2a"):
        assert baris[kode]["Keterangan"].value == "periksa: bukan angka 0 sampai maksimal"


def test_a_changed_an_empty_and_a_capped_row_say_so(
    semua_kasus: dict[str, Kasus], terhitung: dict[str, Workbook]
) -> None:
    lembar = lembar_klaster(terhitung["diubah"], semua_kasus["diubah"].keadaan)
    assert baris_tabel(lembar["kelembagaan"])["1/1"]["Keterangan"].value == "diubah"
    assert baris_tabel(lembar["klaster_1"])["4/1"]["Keterangan"].value == "belum dinilai"
    penuh = next(t for t in map(baris_tabel, lembar.values()) if PENUH_19 in t)[PENUH_19]
    assert penuh["Keterangan"].value == "dibatasi pada maksimal"
    assert penuh[NILAI].value == penuh["Nilai maksimal"].value


def test_without_any_mark_nothing_is_zero(terhitung: dict[str, Workbook]) -> None:
    r = ringkasan(terhitung["kota-bekasi"])
    assert (r.hasil["Nilai total"], r.hasil["Kategori"]) == ("belum dicatat", "belum dicatat")
    assert set(r.klaster.values()) == {None}
    assert set(r.jarak.values()) == {None}
    assert r.hasil["Isian nilai yang kosong"] == 274


def test_a_title_that_looks_like_a_formula_is_still_its_text_after_libreoffice(terhitung: dict[str, Workbook]) -> None:
    isi = [s.value for w in terhitung["nakal"] for b in w.iter_rows() for s in b if isinstance(s.value, str)]
    assert any("=1+1" in teks for teks in isi)
