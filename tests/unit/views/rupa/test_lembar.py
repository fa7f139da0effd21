"""A table of values as a page shows it."""

from datetime import date

import pytest

from kla_lib.views.rupa.lembar import Lembar, sebut_sel, tampilkan
from kla_lib.views.rupa.tampilan import Kolom

LEMBAR = Lembar("Judul", [Kolom("a", "A"), Kolom("b", "B")], [{"a": n, "b": f"<{n}>"} for n in range(5)], "Kosong.")


@pytest.mark.parametrize(
    ("isi", "teks"),
    [(None, "–"), (float("nan"), "–"), (1234.5, "1.234,5"), (2024, "2024"), (date(2025, 1, 30), "30 Januari 2025")],
)
def test_values_are_shown_as_readers_write_them(isi, teks: str) -> None:
    assert sebut_sel(isi) == teks


def test_a_long_table_says_how_many_rows_it_left_out_and_where_they_are() -> None:
    t = tampilkan(LEMBAR, 2)
    assert t.html.count("<tr>") == 3
    assert "3 baris lagi tidak ditampilkan di sini; semuanya ada di daftar kerja" in t.html
    assert "daftar kerja" not in tampilkan(LEMBAR, 2, di_daftar_kerja=False).html
    assert "baris lagi" not in tampilkan(LEMBAR, 5).html


def test_only_the_asked_columns_are_shown_and_text_is_escaped() -> None:
    html = tampilkan(LEMBAR, 5, ["b"]).html
    assert ">A<" not in html
    assert "&lt;4&gt;" in html


def test_an_empty_table_says_why() -> None:
    assert tampilkan(Lembar("J", [Kolom("a", "A")], [], "Belum dicatat."), 5).teks == "Belum dicatat."
