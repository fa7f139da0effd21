"""The sheet of decisions: promises to update, suggestions to decide, empty rows, and back into the book."""

import subprocess
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from kla_lib.data.bentuk import TINDAK_LANJUT
from kla_lib.data.keputusan.baca import read_keputusan
from kla_lib.data.tulis import tables_of, write_buku
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.publish.lembar.keputusan import BARIS_KEPALA, berkas_keputusan, keputusan_bytes, nomor_baru
from tests.pembantu.berisi import berisi
from tests.pembantu.keadaan_uji import keadaan_contoh
from tests.pembantu.keputusan_uji import keputusan_of, terima
from tests.pembantu.program import need_program
from tests.pembantu.rapat_2022 import keadaan


@pytest.fixture(scope="module")
def contoh() -> Keadaan:
    return keadaan_contoh("kota-contoh-1")


@pytest.fixture(scope="module")
def isi(contoh: Keadaan) -> bytes:
    return keputusan_bytes(contoh)


@pytest.fixture
def berkas(isi: bytes, tmp_path: Path) -> Path:
    path = tmp_path / "keputusan.xlsx"
    path.write_bytes(isi)
    return path


def baris_of(lembar: Worksheet) -> list[dict[str, Any]]:
    kepala, *baris = lembar.iter_rows(min_row=BARIS_KEPALA, values_only=True)
    return [dict(zip(kepala, b, strict=True)) for b in baris]


def isikan(berkas: Path, ubahan: dict[str, dict[str, Any]]) -> None:
    """Fill cells as in the meeting, by the id of the row."""
    buku = openpyxl.load_workbook(berkas)
    lembar = buku["Tindak lanjut"]
    kolom = {s.value: s.column for s in lembar[BARIS_KEPALA]}
    for r in range(BARIS_KEPALA + 1, lembar.max_row + 1):
        for nama, v in ubahan.get(lembar.cell(r, 1).value, {}).items():
            lembar.cell(r, kolom[nama]).value = v
    buku.save(berkas)


def test_the_sheet_is_the_same_bytes_on_a_second_run(contoh: Keadaan, isi: bytes) -> None:
    assert berkas_keputusan(contoh) == {"keputusan.xlsx": isi}
    assert b"1980-01-01T00:00:00Z" in openpyxl_core(isi)


def openpyxl_core(isi: bytes) -> bytes:
    """Return the part of a workbook with its two times."""
    from io import BytesIO
    from zipfile import ZipFile

    return ZipFile(BytesIO(isi)).read("docProps/core.xml")


def test_open_promises_stand_first_the_late_ones_on_top_then_five_suggestions_then_empty_rows(berkas: Path) -> None:
    baris = baris_of(openpyxl.load_workbook(berkas)["Tindak lanjut"])
    assert [b["id_keputusan"] for b in baris[:6]] == ["K0-10", "K0-02", "K0-03", "K0-07", "K0-05", "K0-09"]
    assert baris[0]["_keadaan"] == "terlambat 18 hari"
    assert [b["id_keputusan"] for b in baris[6:]] == [f"K1-{n:02}" for n in range(1, 16)]
    usulan, kosong = baris[6:11], baris[11:]
    assert all(b["keputusan"] and b["opd"] and b["tenggat"] and b["status"] is None for b in berisi(usulan))
    assert all(b["keputusan"] is None and b["status"] == "belum" for b in berisi(kosong))
    assert {b["rapat"] for b in baris[6:]} == {"kota-contoh-1"}


def test_the_sheet_has_the_books_columns_dates_as_days_and_lists_to_choose_from(berkas: Path) -> None:
    buku = openpyxl.load_workbook(berkas)
    lembar = buku["Tindak lanjut"]
    kepala = [s.value for s in lembar[BARIS_KEPALA]]
    assert [k for k in kepala if not k.startswith("_")] == list(TINDAK_LANJUT.nama_kolom)
    assert isinstance(lembar.cell(BARIS_KEPALA + 1, 1 + kepala.index("tenggat")).value, datetime)
    pilihan = {v.formula1 for v in lembar.data_validations.dataValidation if v.type == "list"}
    assert '"belum,berjalan,terhambat,selesai,batal"' in pilihan
    assert any("_Daftar" in p for p in pilihan)
    kantor = [s.value for s in buku["_Daftar"]["A"]]
    assert {"DP3A", "Dinas Kesehatan", "Radio kota"} <= set(kantor)
    assert len(set(kantor)) == len(kantor)
    assert buku.sheetnames[:2] == ["Tindak lanjut", "_Petunjuk"]
    assert all(buku[n].sheet_state == "hidden" for n in ("_Semula", "_Usulan", "_Rapat", "_Daftar"))


def test_an_example_says_so_on_the_sheet(berkas: Path) -> None:
    assert "Data buatan" in openpyxl.load_workbook(berkas)["Tindak lanjut"]["A3"].value


def test_what_was_filled_in_the_meeting_reaches_the_book_and_the_rest_does_not(
    contoh: Keadaan, berkas: Path, tmp_path: Path
) -> None:
    write_buku(tables_of(contoh.buku), tmp_path / "buku")
    isikan(
        berkas,
        {
            "K0-02": {"status": "selesai", "tanggal_status": datetime(2025, 2, 10)},
            "K1-01": {"status": "belum", "opd": "dinas kesehatan kota contoh"},
            "K1-06": {"keputusan": "Radio menyiarkan jam anak", "opd": "Radio kota", "tenggat": "1 Maret 2025"},
        },
    )
    hasil = terima(tmp_path / "buku", berkas)
    ada = keputusan_of(tmp_path / "buku")
    assert (hasil.baru, hasil.tidak_diambil, hasil.tetap) == (("K1-01", "K1-06"), 4, 5)
    assert (ada["K0-02"]["status"], ada["K0-02"]["tanggal_status"]) == ("selesai", date(2025, 2, 10))
    assert ada["K1-01"]["opd"] == "dinas_kesehatan"
    assert (ada["K1-06"]["tenggat"], ada["K1-06"]["status"]) == (date(2025, 3, 1), "belum")
    assert len(ada) == 12


def test_the_untouched_sheet_changes_nothing(contoh: Keadaan, berkas: Path, tmp_path: Path) -> None:
    write_buku(tables_of(contoh.buku), tmp_path / "buku")
    assert not terima(tmp_path / "buku", berkas).berubah


def test_libreoffice_keeps_what_the_sheet_remembers(contoh: Keadaan, berkas: Path, tmp_path: Path) -> None:
    program = need_program("soffice", "libreoffice")
    isikan(berkas, {"K1-02": {"status": "belum"}})
    profil = f"-env:UserInstallation=file://{tmp_path / 'profil'}"
    subprocess.run(
        [program, profil, "--headless", "--convert-to", "ods", "--outdir", str(tmp_path), str(berkas)],
        check=True,
        capture_output=True,
        timeout=120,
    )
    lembar = read_keputusan(tmp_path / "keputusan.ods")
    assert lembar.salah == ()
    assert len(lembar.semula or {}) == 6
    assert len(lembar.usulan or {}) == 15
    write_buku(tables_of(contoh.buku), tmp_path / "buku")
    assert terima(tmp_path / "buku", tmp_path / "keputusan.ods").baru == ("K1-02",)


@pytest.mark.parametrize(
    ("ada", "milik_rapat", "pertama"),
    [
        ([], [], "K1-01"),
        (["K0-01", "K0-10"], [], "K1-01"),
        (["K0-01", "K3-02"], [], "K4-01"),
        (["K0-01", "K1-07"], ["K1-07"], "K1-08"),
        (["k0-01", "lama/7", "9"], ["lama/7"], "K1-01"),
    ],
)
def test_new_ids_go_on_where_the_book_ends_and_never_exist_yet(
    ada: list[str], milik_rapat: list[str], pertama: str
) -> None:
    baru = nomor_baru(ada, milik_rapat, 12)
    assert baru[0] == pertama
    assert len(set(baru)) == 12
    assert not set(baru) & set(ada)


def test_a_book_without_decisions_gets_empty_rows_alone(tmp_path: Path) -> None:
    k = keadaan(tmp_path, ["em", "klaster_1", "", "", "50"])
    (tmp_path / "k.xlsx").write_bytes(keputusan_bytes(k))
    baris = baris_of(openpyxl.load_workbook(tmp_path / "k.xlsx")["Tindak lanjut"])
    assert len(baris) == 10
    assert baris[0]["id_keputusan"] == "K1-01"
