"""Sections without data are one line at the end; nothing that says anything is lost."""

from typing import Any

from kla_lib.data.bentuk import PENILAIAN, RAD
from kla_lib.publish.halaman.susun import page_susunan
from kla_lib.views.rupa.tampilan import Tampilan, paragraf, peringatan, tanpa_data, tanpa_isi


def halaman(*isi: str | Tampilan) -> str:
    return page_susunan("Judul", "atas", "#000", "kaki", isi).decode()


KOSONG: dict[str, Any] = {"Rencana": tanpa_data("belum ada nilai", PENILAIAN), "RAD": tanpa_data("belum ada", RAD)}


def test_sections_that_lack_data_become_one_line_that_says_what_to_fill_in() -> None:
    h = halaman(paragraf("jawaban"), "Rencana", KOSONG["Rencana"], "Isi", paragraf("ada"), "RAD", KOSONG["RAD"])
    assert "<h2>Rencana" not in h and "<h2>RAD" not in h and "<h2>Isi" in h
    assert "Belum ada data: Rencana; RAD. Isi lembar Penilaian dan RAD di buku data" in h
    assert h.index("Belum ada data") > h.index("<h2>Isi")


def test_a_section_that_says_something_too_stays_whole() -> None:
    h = halaman("Rencana", KOSONG["Rencana"], paragraf("tetapi ini ada"))
    assert "<h2>Rencana" in h and "belum ada nilai" in h and "Belum ada data" not in h


def test_an_answer_is_no_missing_data() -> None:
    h = halaman("Janji", tanpa_isi("Semua janji ditepati."))
    assert "<h2>Janji" in h and "Belum ada data" not in h


def test_a_banner_inside_a_section_is_kept() -> None:
    h = halaman("Rencana", KOSONG["Rencana"], peringatan("Data contoh"))
    assert "<h2>Rencana" not in h and "Data contoh" in h and "Belum ada data: Rencana." in h
