"""The workbook of a comparison: numbers are numbers, texts stay texts, bytes do not depend on the hour."""

import io
from datetime import date

import openpyxl
import pytest

from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.rules.skenario import IsiSkenario, Skenario
from kla_lib.views.skenario.panel_banding import workbook_banding
from tests.pembantu.keadaan_uji import keadaan_contoh


@pytest.fixture(scope="module")
def contoh() -> Keadaan:
    return keadaan_contoh("kota-contoh-1")


def daftar(keadaan: Keadaan) -> list[tuple[str, IsiSkenario]]:
    kepala = {"dibuat": date(2025, 3, 10), "instrumen": "2024", "hash_data": keadaan.buku.hash}
    isi = [
        ({"nama": "satu", "penulis": "=SUM(A1)", "alasan": "@alasan"}, {"bobot": {"klaster_1": 0.2}}),
        ({"nama": "dua", "penulis": "+62", "alasan": "-alasan"}, {"bobot": {"klaster_1": 0.4}, "nilai": {"14": 30.0}}),
    ]
    return [(a["nama"], Skenario.model_validate(kepala | a | b)) for a, b in isi]


def baca(isi: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(isi))


def test_four_sheets_hold_the_comparison(contoh: Keadaan) -> None:
    buku = baca(workbook_banding(contoh, daftar(contoh)))
    assert buku.sheetnames == ["Ringkas", "Klaster", "Yang berbeda", "Bobot"]
    ringkas = [[s.value for s in b] for b in buku["Ringkas"].rows]
    assert ringkas[1][:3] == ["Hasil menurut buku data", 763.25, 596]
    assert ringkas[2][0] == "satu" and "skala simulasi" in ringkas[2][6]
    klaster = [[s.value for s in b] for b in buku["Klaster"].rows]
    assert klaster[0] == ["Klaster", "Resmi", "satu", "dua"]
    assert len(klaster) == 8 and klaster[2][:2] == ["Klaster I · Hak sipil dan kebebasan", 95.5]
    bobot = [[s.value for s in b] for b in buku["Bobot"].rows]
    satu = next(b for b in bobot if b[0] == "Klaster I · Hak sipil dan kebebasan")
    assert satu[1] == "semua klaster"
    assert satu[2:] == pytest.approx([0.115, 0.4, 0.2, 0.2, 0.4, 0.3])


def test_no_text_becomes_a_formula(contoh: Keadaan) -> None:
    buku = baca(workbook_banding(contoh, daftar(contoh)))
    teks = [s for lembar in buku for b in lembar.rows for s in b if isinstance(s.value, str)]
    assert {s.data_type for s in teks} == {"s"}
    assert {"=SUM(A1)", "@alasan", "+62", "-alasan"} <= {s.value for s in teks}


def test_the_same_comparison_gives_the_same_bytes(contoh: Keadaan) -> None:
    assert workbook_banding(contoh, daftar(contoh)) == workbook_banding(contoh, daftar(contoh))


@pytest.mark.parametrize("rapat", ["sumbawa-2022", "kota-bekasi"])
def test_books_without_forecast_or_marks_give_a_workbook_too(rapat: str) -> None:
    keadaan = keadaan_contoh(rapat)
    buku = baca(workbook_banding(keadaan, [("kini", IsiSkenario(bobot={"klaster_1": 0.2}))]))
    assert buku["Ringkas"]["A3"].value == "kini"
