import pytest

from kla_lib.tabel.sel import muat, pesan_huruf


@pytest.mark.parametrize(
    ("teks", "tanda"),
    [
        ("a\x0bb", "U+000B"),
        ("\x00", "U+0000"),
        ("\ufffe", "U+FFFE"),
        ("\ud800", "U+D800"),
        ("\x1b[31m\x08", "U+001B, U+0008"),
    ],
)
def test_a_sign_that_no_cell_can_hold_is_named_by_its_code(teks: str, tanda: str) -> None:
    pesan = pesan_huruf(teks)
    assert pesan is not None and pesan[0].endswith(f": {tanda}")
    assert pesan_huruf(muat(teks)) is None


@pytest.mark.parametrize("teks", ["a" * 32_768, "😀" * 16_384])
def test_a_text_longer_than_a_cell_is_told_and_cut_visibly_in_a_sheet_for_readers(teks: str) -> None:
    pesan = pesan_huruf(teks)
    assert pesan is not None and "32768 huruf, lebih dari 32767" in pesan[0]
    assert pesan_huruf(muat(teks)) is None
    assert muat(teks).endswith("…")


@pytest.mark.parametrize("teks", ["", "a\tb\nc\r\n", "a" * 32_767, "😀" * 16_383, "é\u200b\x85"])
def test_what_a_cell_can_hold_stays(teks: str) -> None:
    assert pesan_huruf(teks) is None
    assert muat(teks) == teks
