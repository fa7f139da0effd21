"""Names are compared as people see them; what nobody sees has a name of its own."""

import pytest

from kla_lib.tabel.nama import abjad_asing, kunci_nama, rapi_nama, sebut_tak_tampak


@pytest.mark.parametrize(
    "tulisan",
    [
        "Anak\u00a0kawin: putri",
        "Anak\u200b kawin: putri",
        "  Anak  kawin:putri ",
        "ANAK KAWIN : PUTRI",
        "Anak\u2003kawin\uff1a putri",
        "Anak kawin:\u00adputri",
    ],
)
def test_spellings_that_look_the_same_are_one_name(tulisan: str) -> None:
    assert kunci_nama(tulisan) == "anak kawin: putri"


@pytest.mark.parametrize(
    ("tulisan", "tampak"),
    [
        ("Usia １０–１４", "Usia 10-14"),
        ("D\u200d001", "D001"),
        ("2023—2024", "2023-2024"),
        ("٣ kelas", "3 kelas"),
        ("Cafe\u0301", "Café"),
        ("½ hari", "½ hari"),
        ("Dinas Sosial", "Dinas Sosial"),
    ],
)
def test_a_name_is_kept_as_it_is_seen(tulisan: str, tampak: str) -> None:
    assert rapi_nama(tulisan) == tampak


def test_different_names_stay_different() -> None:
    nama = ["Anak kawin: putri", "Anak kawin putri", "Anak kawin: putra", "Anak kawin-putri", "D1", "D01"]
    assert len({kunci_nama(n) for n in nama}) == len(nama)


def test_an_unseen_sign_is_called_by_code_and_name() -> None:
    assert sebut_tak_tampak("1\u200b2\u00a03") == "U+200B ZERO WIDTH SPACE, U+00A0 NO-BREAK SPACE"
    assert sebut_tak_tampak("dua kata\tdan\nbaris") == ""


def test_a_latin_word_with_a_letter_of_another_alphabet_is_found() -> None:
    assert abjad_asing("An\u0430k kawin") == "\u0430"
    assert abjad_asing("Anak kawin") == abjad_asing("ребенок") == ""
