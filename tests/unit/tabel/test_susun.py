import pytest

from kla_lib.errors import KlaError
from kla_lib.tabel.mentah import Kisi
from kla_lib.tabel.susun import baris_kepala, nama_baku, susun

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
    with pytest.raises(KlaError, match=r"sel A2: kolom 'isi' ada dua kali. Baris 2 harus memuat nama kolom"):
        susun(kisi(["judul"], ["Isi", "nilai", "ISI "], ["a", 1, "b"]), KOLOM)


def test_guidance_columns_may_have_one_name_twice() -> None:
    assert list(susun(kisi(["_", "isi", "_"], ["a", "b", "c"])).isi["isi"]) == ["b"]


def test_content_above_the_names_is_a_title_wherever_it_stands() -> None:
    tabel = susun(kisi(["judul", None, None, None, "x"], ["isi", "nilai"], ["a", 1]), KOLOM)
    assert tabel.isi.to_dict("index") == {3: {"isi": "a", "nilai": 1}}
