"""Decisions reach the book once, and nothing else in it changes."""

from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from kla_lib.data.keputusan.catat import take_keputusan
from tests.pembantu.buku_uji import Penulis, write_folder
from tests.pembantu.keputusan_uji import (
    BARU,
    LAMA,
    RAPAT,
    buku,
    isi_disk,
    keputusan_of,
    lembar_csv,
    lembar_xlsx,
    terima,
)
from tests.pembantu.params_uji import PARAMS

USULAN = BARU | {"id_keputusan": "K1-02", "keputusan": "Melengkapi matriks", "status": None}
KOSONG = {"id_keputusan": "K1-03", "rapat": RAPAT, "status": "belum"}


def test_a_new_decision_is_added_below_the_others_with_its_office_as_a_role(penulis: Penulis, tmp_path: Path) -> None:
    path = penulis.tulis(buku(LAMA))
    hasil = terima(path, lembar_csv(tmp_path / "k.csv", BARU))
    ada = keputusan_of(path)
    assert hasil.baru == ("K1-01",)
    assert list(ada) == ["K0-01", "K1-01"]
    assert (ada["K1-01"]["opd"], ada["K1-01"]["tenggat"]) == ("dinas_pppa", date(2025, 3, 1))
    assert ada["K0-01"] == LAMA


def test_a_book_without_the_table_gets_one(penulis: Penulis, tmp_path: Path) -> None:
    path = penulis.tulis(buku())
    terima(path, lembar_csv(tmp_path / "k.csv", BARU))
    assert keputusan_of(path)["K1-01"]["keputusan"] == BARU["keputusan"]


def test_the_other_tables_keep_their_bytes_and_the_last_state_is_kept(tmp_path: Path) -> None:
    path = write_folder(buku(LAMA), tmp_path / "buku")
    lama = isi_disk(path)
    hasil = take_keputusan(PARAMS, path, lembar_csv(tmp_path / "k.csv", BARU), waktu=datetime(2025, 2, 11, 16))
    baru = isi_disk(path)
    assert {n for n in baru if baru[n] != lama[n]} == {"tindak_lanjut.csv"}
    assert baru["tindak_lanjut.csv"].startswith(lama["tindak_lanjut.csv"])
    assert hasil.cadangan is not None
    assert hasil.cadangan.name == "buku-20250211-160000.zip"


def test_a_suggestion_is_taken_where_it_has_a_status_and_an_empty_row_never(tmp_path: Path) -> None:
    path = write_folder(buku(LAMA), tmp_path / "buku")
    usulan = (BARU | {"status": None}, USULAN, KOSONG)
    hasil = terima(path, lembar_xlsx(tmp_path / "k.xlsx", LAMA, BARU, USULAN, KOSONG, semula=(LAMA,), usulan=usulan))
    assert (hasil.baru, hasil.tidak_diambil, hasil.tetap) == (("K1-01",), 1, 1)


def test_a_rejected_suggestion_may_lose_its_text(tmp_path: Path) -> None:
    path = write_folder(buku(LAMA), tmp_path / "buku")
    dihapus = USULAN | {"keputusan": None}
    assert not terima(path, lembar_xlsx(tmp_path / "k.xlsx", dihapus, semula=(LAMA,), usulan=(USULAN,))).berubah


def test_an_update_writes_the_changed_cells_of_a_promise(penulis: Penulis, tmp_path: Path) -> None:
    path = penulis.tulis(buku(LAMA))
    diubah = LAMA | {"status": "selesai", "hasil": "46 petugas.", "tanggal_status": date(2025, 2, 10)}
    hasil = terima(path, lembar_xlsx(tmp_path / "k.xlsx", diubah, semula=(LAMA,)))
    assert keputusan_of(path)["K0-01"] == diubah
    assert [(p.kolom, p.lama, p.baru) for p in hasil.diubah] == [
        ("hasil", "Baru 14 dari 46 petugas.", "46 petugas."),
        ("status", "berjalan", "selesai"),
        ("tanggal_status", "2025-02-06", "2025-02-10"),
    ]


@pytest.mark.parametrize(("status", "hari"), [("terhambat", date(2025, 2, 11)), ("selesai", None)])
def test_a_changed_status_does_not_keep_the_day_of_the_old_one(status: str, hari: date | None, tmp_path: Path) -> None:
    path = write_folder(buku(LAMA), tmp_path / "buku")
    terima(path, lembar_xlsx(tmp_path / "k.xlsx", LAMA | {"status": status}, semula=(LAMA,)))
    assert keputusan_of(path)["K0-01"]["tanggal_status"] == hari


def test_what_others_wrote_in_the_meantime_stays_where_the_sheet_left_it_alone(tmp_path: Path) -> None:
    di_buku = LAMA | {"hasil": "Sudah 30 dari 46."}
    path = write_folder(buku(di_buku), tmp_path / "buku")
    diubah = LAMA | {"tenggat": date(2025, 3, 28)}
    terima(path, lembar_xlsx(tmp_path / "k.xlsx", diubah, semula=(LAMA,)))
    assert keputusan_of(path)["K0-01"] == di_buku | {"tenggat": date(2025, 3, 28)}


def test_a_decision_that_was_taken_out_of_the_book_does_not_come_back_by_itself(tmp_path: Path) -> None:
    path = write_folder(buku(LAMA | {"id_keputusan": "K0-09"}), tmp_path / "buku")
    assert not terima(path, lembar_xlsx(tmp_path / "k.xlsx", LAMA, semula=(LAMA,))).berubah


def test_a_sheet_without_memory_wins_only_with_a_later_day_and_empties_nothing(tmp_path: Path) -> None:
    path = write_folder(buku(LAMA), tmp_path / "buku")
    baris = LAMA | {"hasil": None, "status": "selesai", "tanggal_status": date(2025, 2, 11)}
    terima(path, lembar_csv(tmp_path / "k.csv", baris))
    assert keputusan_of(path)["K0-01"] == baris | {"hasil": LAMA["hasil"]}


def test_the_formulas_and_colours_of_a_workbook_stay(tmp_path: Path) -> None:
    path = Penulis("xlsx", tmp_path).tulis(buku(LAMA))
    wb = openpyxl.load_workbook(path)
    wb.create_sheet("_Ringkasan")["A1"] = "=COUNTA('Tindak lanjut'!A2:A99)"
    wb.save(path)
    terima(path, lembar_csv(tmp_path / "k.csv", BARU))
    assert openpyxl.load_workbook(path)["_Ringkasan"]["A1"].value == "=COUNTA('Tindak lanjut'!A2:A99)"


def test_an_invited_member_and_an_office_of_the_book_may_carry_a_decision(tmp_path: Path) -> None:
    path = write_folder(buku(LAMA | {"opd": "Yayasan Ceria"}), tmp_path / "buku")
    terima(
        path,
        lembar_csv(
            tmp_path / "k.csv",
            BARU | {"opd": "Radio kota"},
            BARU | {"id_keputusan": "K1-02", "opd": "yayasan ceria"},
        ),
    )
    assert keputusan_of(path)["K1-01"]["opd"] == "Radio kota"


def test_a_meeting_outside_the_repository_is_known_from_the_sheet(tmp_path: Path) -> None:
    path = write_folder(buku(LAMA), tmp_path / "buku")
    baris = BARU | {"rapat": "rapat-kita"}
    terima(path, lembar_xlsx(tmp_path / "k.xlsx", baris, rapat={"id": "rapat-kita"}))
    assert keputusan_of(path)["K1-01"]["rapat"] == "rapat-kita"
