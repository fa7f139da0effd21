"""What a page says of the promises of earlier meetings."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.views.rad.janji import kalimat_janji, tabel_janji
from tests.pembantu.buku_uji import tabel
from tests.pembantu.keadaan_uji import keadaan_contoh
from tests.pembantu.rapat_2022 import keadaan

KEMARIN, SELESAI = date(2025, 3, 17), {"status": "selesai", "tenggat": date(2025, 3, 17)}


@pytest.fixture(scope="module")
def contoh() -> Keadaan:
    return keadaan_contoh("kota-contoh-1")


def rapat(tmp_path: Path, *keputusan: dict[str, Any]) -> Keadaan:
    """Return a meeting of 18 March 2025 over a book with these decisions, of an earlier meeting unless they say so."""
    isi = [{"id_keputusan": f"K{n}", "rapat": "lama", "keputusan": f"Janji {n}"} | k for n, k in enumerate(keputusan)]
    return keadaan(tmp_path, ["em", "klaster_1", "", "", "50"], Tindak_lanjut=tabel("Tindak lanjut", *isi))


def test_the_sentence_counts_kept_and_late_of_the_example(contoh: Keadaan) -> None:
    assert kalimat_janji(contoh).teks == (
        "Dari 10 janji rapat sebelumnya: 3 ditepati, 4 terlambat, 2 masih berjalan, 1 dibatalkan."
    )


def test_the_sentence_can_be_of_some_klaster_or_of_one_office(contoh: Keadaan) -> None:
    assert "Dari 2 janji" in kalimat_janji(contoh.klaster("klaster_3")).teks
    assert kalimat_janji(contoh.kantor("dinas_kesehatan")) == kalimat_janji(contoh.kantor("Dinas Kesehatan"))
    assert kalimat_janji(contoh.kantor("pengadilan_agama")).teks == (
        "Ada satu janji dari rapat sebelumnya: masih berjalan."
    )
    assert (
        kalimat_janji(contoh.kantor("bnn")).teks == "Tidak ada janji rapat sebelumnya yang tercatat untuk kantor ini."
    )


def test_the_table_begins_with_what_is_late_the_longest(contoh: Keadaan) -> None:
    baris = tabel_janji(contoh).teks.splitlines()
    assert len(baris) == 11
    assert baris[1].startswith("Mengirim data Kawasan Tanpa Rokok")
    assert "| Kecamatan | 24 Januari 2025 | terlambat 18 hari | Delapan dari dua belas" in baris[1]
    assert baris[-1].split(" | ")[3] == "dibatalkan"


def test_a_book_without_the_table_says_not_recorded(tmp_path: Path) -> None:
    k = keadaan(tmp_path, ["em", "klaster_1", "", "", "50"])
    assert kalimat_janji(k).teks == "Belum ada janji yang dicatat: ini rapat pertama."
    assert kalimat_janji(k).teks in tabel_janji(k).html


def test_decisions_of_this_meeting_alone_are_no_promises(tmp_path: Path) -> None:
    k = rapat(tmp_path, {"rapat": "uji", "status": "belum"})
    assert kalimat_janji(k).teks == "Tidak ada keputusan rapat sebelumnya yang tercatat."


def test_all_kept_is_said_so_and_kept_late_is_told(tmp_path: Path) -> None:
    k = rapat(tmp_path, SELESAI, SELESAI | {"tanggal_status": date(2025, 3, 18)})
    assert kalimat_janji(k).teks == ("Semua 2 janji rapat sebelumnya ditepati. Yang ditepati sesudah tenggatnya: 1.")


def test_none_kept_and_none_late_are_said_as_zero(tmp_path: Path) -> None:
    k = rapat(tmp_path, {"status": "belum"}, {"status": "terhambat", "tenggat": date(2025, 4, 1)})
    assert kalimat_janji(k).teks == (
        "Dari 2 janji rapat sebelumnya: 0 ditepati, 0 terlambat, 1 terhambat, 1 belum bertenggat."
    )


def test_what_the_book_does_not_say_is_not_recorded_and_its_text_is_escaped(tmp_path: Path) -> None:
    t = tabel_janji(rapat(tmp_path, {"keputusan": "<b>Unggah</b>", "status": "belum", "tenggat": KEMARIN}))
    assert t.teks.splitlines()[1] == "<b>Unggah</b> | belum dicatat | 17 Maret 2025 | terlambat 1 hari | belum dicatat"
    assert "<b>" not in t.html


def test_a_decision_without_klaster_belongs_to_that_of_its_indikator(tmp_path: Path) -> None:
    k = rapat(tmp_path, {"status": "belum", "indikator": "25"}, {"status": "belum"})
    assert "Ada satu janji" in kalimat_janji(k.klaster("kelana_dekela")).teks
    assert "klaster ini" in kalimat_janji(k.klaster("klaster_1")).teks
