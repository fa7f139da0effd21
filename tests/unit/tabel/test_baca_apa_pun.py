"""Whatever stands in a file, the readers end in data or in faults with their place, and lose nothing on the way."""

import csv
import io
from datetime import date
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kla_lib.errors import Kesalahan, KlaError
from kla_lib.tabel.baca import read_csv, read_lembar
from kla_lib.tabel.bentuk import Bentuk, Kolom
from kla_lib.tabel.jenis import ANGKA_DESIMAL, BULAT, KODE, TANGGAL, YA_TIDAK
from kla_lib.tabel.kata import penanda_kosong
from kla_lib.tabel.periksa import check_tabel
from kla_lib.tabel.sandi import huruf_ganda
from tests.pembantu.berkas_lain import write_ods
from tests.pembantu.buku_uji import write_xlsx

BENTUK = Bentuk(
    "Satu",
    "satu.csv",
    ("kode",),
    (
        Kolom("kode", KODE, wajib=True),
        Kolom("nilai", ANGKA_DESIMAL),
        Kolom("tahun", BULAT),
        Kolom("hari", TANGGAL),
        Kolom("ada", YA_TIDAK),
        Kolom("isi"),
    ),
)
KEPALA = list(BENTUK.nama_kolom)
HURUF = st.characters(blacklist_categories=("Cs", "Cc"))
TEKS = st.one_of(
    st.text(HURUF, max_size=8),
    st.sampled_from(
        ["-", "12,5", "1.500", "1.234.567,8", "03/04/2025", "belum ada", "±1", "#N/A", "=1+1", "sep=;", "ya"]
    ),
    st.sampled_from(KEPALA),
)
SEL = st.one_of(st.none(), TEKS, st.integers(-(10**17), 10**17), st.floats(), st.booleans(), st.dates())
KISI = st.lists(st.lists(SEL, max_size=8), max_size=6)


def check(baca: tuple[dict[str, Any], list[Kesalahan]], nama: str) -> None:
    """Check what was read; every fault names the file, and those of cells the cell."""
    tabel, salah = baca
    for mentah in tabel.values():
        hasil, faults = check_tabel(mentah, BENTUK)
        assert list(hasil.columns) == KEPALA
        assert all(k.sel or k.jenis == "kolom_kurang" for k in faults)
        salah = [*salah, *faults]
    assert all(k.berkas == nama and k.salah and k.perbaikan for k in salah if k.jenis != "kolom_asing")


@given(kisi=KISI, di_bawah_kepala=st.booleans(), pemisah=st.sampled_from([",", ";", "\t"]))
def test_any_cells_in_a_csv_give_a_table_or_faults(
    tmp_path_factory: pytest.TempPathFactory, kisi: list[list[Any]], di_bawah_kepala: bool, pemisah: str
) -> None:
    teks = io.StringIO()
    csv.writer(teks, delimiter=pemisah).writerows([KEPALA, *kisi] if di_bawah_kepala else kisi)
    path = tmp_path_factory.getbasetemp() / "satu.csv"
    path.write_text(teks.getvalue(), encoding="utf-8")
    try:
        check(({"": read_csv(path, "satu.csv", KEPALA)}, []), "satu.csv")
    except KlaError as e:
        check(({}, list(e.kesalahan)), "satu.csv")


@given(kisi=KISI, di_bawah_kepala=st.booleans())
def test_any_cells_in_a_sheet_give_a_table_or_faults(
    tmp_path_factory: pytest.TempPathFactory, kisi: list[list[Any]], di_bawah_kepala: bool
) -> None:
    isi = {"Satu": [KEPALA, *kisi] if di_bawah_kepala else kisi}
    path = write_xlsx(isi, tmp_path_factory.getbasetemp() / "satu.xlsx")
    try:
        check(read_lembar(path, "satu.xlsx", ["Satu"], {"Satu": KEPALA}), "satu.xlsx")
    except KlaError as e:
        check(({}, list(e.kesalahan)), "satu.xlsx")


@given(data=st.data(), akhiran=st.sampled_from([".xlsx", ".ods"]))
@settings(max_examples=150)
def test_any_damage_to_a_workbook_gives_tables_or_faults(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject, akhiran: str
) -> None:
    tulis = write_xlsx if akhiran == ".xlsx" else write_ods
    path = tulis({"Satu": [KEPALA, ["1", 2.5]]}, tmp_path_factory.getbasetemp() / f"rusak{akhiran}")
    isi = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        letak = int(data.draw(st.floats(0, 1)) * len(isi))  # the file's length changes with the time in it
        isi[letak : letak + data.draw(st.integers(0, 4))] = data.draw(st.binary(max_size=4))
    path.write_bytes(isi)
    try:
        check(read_lembar(path, path.name, ["Satu"], {"Satu": KEPALA}), path.name)
    except KlaError as e:
        check(({}, list(e.kesalahan)), path.name)


def bukan_penanda(teks: str) -> bool:
    """Whether a text is read as it is written: no placeholder, no formula, no error of a spreadsheet."""
    return not penanda_kosong(teks) and not teks.startswith(("=", "#"))


BARIS = st.fixed_dictionaries(
    {
        "nilai": st.none() | st.decimals(-(10**9), 10**9, places=2).map(float),
        "tahun": st.none() | st.integers(1900, 2100),
        "hari": st.none() | st.dates(date(1950, 1, 1), date(2100, 1, 1)),
        "ada": st.none() | st.booleans(),
        "isi": st.none()
        | st.text(HURUF, min_size=1, max_size=12)
        .map(str.strip)
        .filter(lambda t: bukan_penanda(t) and not t.startswith(("=", "#")) and huruf_ganda(t) is None),
    }
)


def isi_tabel(tabel: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the rows as they were drawn: without their code, None where a cell is empty."""
    return [{k: None if v != v else v for k, v in b.items() if k != "kode"} for b in tabel.to_dict("records")]


def sebagai_teks(nilai: Any, koma: bool) -> str:
    if nilai is None:
        return ""
    if isinstance(nilai, bool):
        return "ya" if nilai else "tidak"
    return f"{nilai:.2f}".replace(".", "," if koma else ".") if isinstance(nilai, float) else str(nilai)


@given(baris=st.lists(BARIS, min_size=1, max_size=5), pemisah=st.sampled_from([",", ";", "\t"]), koma=st.booleans())
def test_what_was_written_as_csv_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, baris: list[dict[str, Any]], pemisah: str, koma: bool
) -> None:
    teks = io.StringIO()
    penulis = csv.writer(teks, delimiter=pemisah)
    penulis.writerow(KEPALA)
    penulis.writerows([f"K{n}", *(sebagai_teks(b[k], koma) for k in KEPALA[1:])] for n, b in enumerate(baris, start=2))
    path = tmp_path_factory.getbasetemp() / "benar.csv"
    path.write_text(teks.getvalue(), encoding="utf-8")
    hasil, salah = check_tabel(read_csv(path, "benar.csv", KEPALA), BENTUK)
    assert salah == []
    assert isi_tabel(hasil) == baris


@given(baris=st.lists(BARIS, min_size=1, max_size=5))
def test_what_was_written_as_workbook_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, baris: list[dict[str, Any]]
) -> None:
    kisi = [KEPALA, *([f"K{n}", *(b[k] for k in KEPALA[1:])] for n, b in enumerate(baris, start=2))]
    path = write_xlsx({"Satu": kisi}, tmp_path_factory.getbasetemp() / "benar.xlsx")
    lembar, salah = read_lembar(path, "benar.xlsx", ["Satu"], {"Satu": KEPALA})
    hasil, faults = check_tabel(lembar["Satu"], BENTUK)
    assert [*salah, *faults] == []
    assert isi_tabel(hasil) == baris
