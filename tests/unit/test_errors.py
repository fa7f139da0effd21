import pickle
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kla_lib.errors import Kesalahan, KlaError, maksud


def kesalahan(jenis: str = "angka", sel: str = "sel E2", lembar: str = "Penilaian") -> Kesalahan:
    return Kesalahan(jenis, "buku.xlsx", "'dua' bukan angka", "Tulis angka.", lembar=lembar, sel=sel)


def test_a_fault_reads_as_place_then_fault_then_remedy() -> None:
    assert str(kesalahan()) == "buku.xlsx, lembar Penilaian, sel E2: 'dua' bukan angka. Tulis angka."


def test_a_fault_without_sheet_or_cell_names_the_file_only() -> None:
    assert str(kesalahan(sel="", lembar="")) == "buku.xlsx: 'dua' bukan angka. Tulis angka."


def test_a_fault_for_machines_keeps_its_parts_apart() -> None:
    assert kesalahan().sebagai_dict() == {
        "jenis": "angka",
        "berkas": "buku.xlsx",
        "salah": "'dua' bukan angka",
        "perbaikan": "Tulis angka.",
        "lembar": "Penilaian",
        "sel": "sel E2",
    }


def test_five_faults_of_one_kind_are_all_printed() -> None:
    baris = str(KlaError(kesalahan(sel=f"sel E{n}") for n in range(2, 7))).splitlines()
    assert [b.split(":")[0] for b in baris] == [f"buku.xlsx, lembar Penilaian, sel E{n}" for n in range(2, 7)]


def test_more_than_five_faults_of_one_kind_are_counted() -> None:
    error = KlaError(kesalahan(sel=f"sel E{n}") for n in range(2, 10))
    baris = str(error).splitlines()
    assert len(baris) == 6
    assert baris[4].startswith("buku.xlsx, lembar Penilaian, sel E6: ")
    assert baris[5] == "  … dan 3 kesalahan sejenis lagi."
    assert len(error.kesalahan) == 8


def test_kinds_and_sheets_are_counted_apart() -> None:
    daftar = [kesalahan(jenis, lembar=lembar) for jenis in ("angka", "kode") for lembar in ("A", "B") for _ in range(6)]
    baris = str(KlaError(daftar)).splitlines()
    assert len(baris) == 4 * 6
    assert baris.count("  … dan 1 kesalahan sejenis lagi.") == 4


def test_one_fault_may_be_given_without_a_list() -> None:
    assert KlaError(kesalahan()).kesalahan == (kesalahan(),)


def test_an_error_without_faults_is_a_programming_error() -> None:
    with pytest.raises(ValueError, match="at least one fault"):
        KlaError([])


def test_an_error_survives_the_way_back_from_another_process() -> None:
    error = KlaError([kesalahan(), kesalahan("kode")])
    kembali = pickle.loads(pickle.dumps(error))
    assert kembali.kesalahan == error.kesalahan
    assert str(kembali) == str(error)


def test_the_nearest_choice_is_suggested() -> None:
    assert maksud("penilain", ["keterangan", "penilaian", "capaian"]) == "Maksud Anda 'penilaian'?"


def test_all_choices_are_listed_in_order_when_none_is_near() -> None:
    assert maksud("zzz", ["va", "em", "vl"]) == "Pilihan: em, va, vl."


def test_a_long_list_of_choices_is_cut_after_twelve() -> None:
    assert maksud("???", string.ascii_lowercase) == "Pilihan: a, b, c, d, e, f, g, h, i, j, k, l, …."


@given(st.text(max_size=12), st.lists(st.text(max_size=12), max_size=6))
def test_any_word_gets_a_suggestion_or_the_choices(salah: str, pilihan: list[str]) -> None:
    assert maksud(salah, pilihan).startswith(("Maksud Anda '", "Pilihan: ") if pilihan else "")


def test_without_choices_nothing_is_suggested() -> None:
    assert maksud("Lembar1", []) == ""
