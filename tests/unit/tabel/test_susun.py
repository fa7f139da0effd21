from dataclasses import replace

import pytest

from kla_lib.errors import KlaError
from kla_lib.tabel.kepala import baris_kepala, nama_baku
from kla_lib.tabel.mentah import Kisi
from kla_lib.tabel.susun import susun

KOLOM = ("kode_wilayah", "isi", "nilai")


def kisi(*baris: list[object]) -> Kisi:
    return Kisi("a.csv", "", {n: b for n, b in enumerate(baris, start=1) if b})


@pytest.mark.parametrize(
    ("tertulis", "nama"),
    [
        ("Kode Wilayah", "kode_wilayah"),
        (" KODE_WILAYAH\u00a0", "kode_wilayah"),
        ("kode\nwilayah", "kode_wilayah"),
        ("Kode  Desa ", "Kode  Desa"),
        ("_Isi", "_Isi"),
    ],
)
def test_a_name_is_known_however_it_is_spaced_and_capitalised(tertulis: str, nama: str) -> None:
    assert nama_baku(tertulis, KOLOM) == nama


@pytest.mark.parametrize(
    ("baris", "nomor"),
    [
        ([["isi", "nilai"]], 1),
        ([["Isi data"], [], ["Kode Wilayah", "Isi", "Nilai"], ["isi", "nilai"]], 3),
        ([["isi"], ["isi", "nilai"]], 2),
        ([["a", "isi"], ["b", "c"]], 1),
        ([[]] * 29 + [["isi", "nilai"]], 30),
        ([[]] * 30 + [["isi", "nilai"]], 1),
    ],
)
def test_the_names_stand_in_the_row_that_holds_most_of_them(baris: list[list[object]], nomor: int) -> None:
    assert baris_kepala(kisi(*baris), KOLOM) == nomor


def test_the_only_name_of_a_table_is_enough() -> None:
    assert baris_kepala(kisi(["judul"], ["Isi"]), ("isi",)) == 2


def test_names_that_return_below_other_rows_are_refused_for_those_rows_would_be_lost() -> None:
    dua_tabel = kisi(["isi", "nilai"], ["a", 1], ["Kode wilayah", "isi", "nilai"], ["01", "b", 2])
    with pytest.raises(KlaError, match=r"^a.csv, baris 3: nama kolom ada di baris 1 dan sekali lagi di baris 3\. "):
        susun(dua_tabel, KOLOM)


def test_two_spellings_of_one_name_are_a_doubled_column() -> None:
    tabel, salah = susun(kisi(["judul"], ["Isi", "nilai", "ISI "], ["a", 1, "a"], ["a", 1, "b"]), KOLOM)
    assert list(tabel.isi["isi"]) == ["a", "a"]
    assert [str(k).split(". ")[0] for k in salah] == [
        "a.csv, sel A2: kolom 'isi' ada dua kali",
        "a.csv, sel A4: isi kolom 'isi' di A, C tidak sama",
    ]


def test_guidance_columns_may_have_one_name_twice() -> None:
    tabel, salah = susun(kisi(["_", "isi", "_"], ["a", "b", "c"]))
    assert (list(tabel.isi["isi"]), salah) == (["b"], [])


def test_content_above_the_names_is_a_title_wherever_it_stands() -> None:
    tabel, salah = susun(kisi(["judul", None, None, None, "x"], ["isi", "nilai"], ["a", 1]), KOLOM)
    assert salah == []
    assert tabel.isi.to_dict("index") == {3: {"isi": "a", "nilai": 1}}


def test_where_no_name_is_known_nothing_is_said_of_the_cells_below() -> None:
    assert susun(kisi(["a", "b"], ["c", "d", "e"]), KOLOM)[1] == []


def test_what_lies_hidden_under_merged_cells_is_not_read() -> None:
    lembar = replace(kisi(["isi", "nilai"], ["a", 1], ["b", 2], ["c", 3]), gabungan=["B2:B3"])
    tabel, salah = susun(lembar, KOLOM)
    assert list(tabel.isi["nilai"]) == [1, None, 3]
    assert [(k.jenis, k.sel) for k in salah] == [("gabungan", "sel B2")]
