"""`kla lint` of a data book: slips seen in published figures, with their cell; what is declared ends with 0."""

import json
from pathlib import Path
from typing import Any

import pytest

from kla_lib.cli import main
from kla_lib.data.janggal import lint_buku
from tests.pembantu.buku_uji import isi_buku, tabel, write_folder, write_xlsx
from tests.pembantu.params_uji import PARAMS

DASAR = {"indikator": "4", "tahun": 2024, "wilayah": "kota-contoh", "jenis_sumber": "administrasi"}
DASAR |= {"arah": "naik_baik", "sumber": "Uji", "satuan": "anak"}


def buku(folder: Path, *capaian: dict[str, Any], catatan: str = "") -> Path:
    lembar = {"Capaian": tabel("Capaian", *(DASAR | c for c in capaian))} if capaian else {}
    return write_folder(isi_buku(["em", "klaster_1", "4", "1", 1, "ya", catatan, None], **lembar), folder / "buku")


def temuan(path: Path) -> list[str]:
    return [str(t.kesalahan) for t in lint_buku(PARAMS, path)]


def test_a_slip_in_a_note_is_named_by_its_cell(tmp_path: Path) -> None:
    (salah,) = temuan(buku(tmp_path, catatan="Nilai kota 880,38 dari 100"))
    assert salah.startswith("penilaian.csv, sel G2: '880,38 dari 100': 880,38 lebih besar dari 100.")


@pytest.mark.parametrize(
    ("baris", "salah"),
    [
        (
            [
                {"ukuran": "Bagian anggaran ramah anak", "satuan": "%", "nilai": 22.87},
                {"ukuran": "Anggaran ramah anak", "satuan": "rupiah", "nilai": 1_300_000_000},
            ],
            "22,87 % dan Rp1.300.000.000 tidak bisa keduanya benar",
        ),
        (
            [{"ukuran": "Anak berakta", "satuan": "%", "nilai": 3.4, "pembilang": 4500, "penyebut": 160000}],
            "4.500 dari",
        ),
        (
            [{"ukuran": "Kematian", "satuan": "per 1.000", "nilai": 3.4, "pembilang": 4500, "penyebut": 160000}],
            "yaitu 28,12",
        ),
        ([{"ukuran": "Anak berakta", "satuan": "%", "nilai": 880.38}], "880,38 % lebih besar dari 100 %"),
        (
            [
                {"ukuran": "Poin", "satuan": "poin", "nilai": 880.38},
                {"ukuran": "Poin", "satuan": "poin", "nilai": 811.54, "wilayah": "Utara"},
                {"ukuran": "Poin", "satuan": "poin", "nilai": 68.85, "wilayah": "Selatan"},
            ],
            "bagiannya berjumlah 880,39, tertulis 880,38",
        ),
    ],
)
def test_measures_that_cannot_all_hold_are_found(tmp_path: Path, baris: list[dict[str, Any]], salah: str) -> None:
    semua = temuan(buku(tmp_path, *baris))
    assert len(semua) == 1 and salah in semua[0] and semua[0].startswith("capaian.csv, sel ")


@pytest.mark.parametrize("nama", ["kota-contoh", "kota-contoh-2", "kota-bekasi"])
def test_the_example_books_have_no_slips(nama: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lint", f"contoh:{nama}"]) == 0
    assert capsys.readouterr().out == "Tidak ada temuan.\n"


def test_a_workbook_is_known_by_its_sheets(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write_xlsx(isi_buku(["em", "klaster_1", "4", "1", 1, "ya", "880,38 dari 100", None]), tmp_path / "buku.xlsx")
    assert main(["lint", str(path)]) == 1
    assert "sel G2: '880,38 dari 100'" in capsys.readouterr().out


def test_what_is_declared_is_printed_and_ends_with_zero(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, berkas = buku(tmp_path, catatan="Nilai kota 880,38 dari 100"), tmp_path / "dinyatakan.yaml"
    assert main(["lint", str(path)]) == 1
    berkas.write_text('dinyatakan:\n  - {temuan: "880,38 dari 100", alasan: Kutipan}\n', encoding="utf-8")
    capsys.readouterr()
    assert main(["lint", str(path), "--dinyatakan", str(berkas), "--json"]) == 0
    hasil = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert [t["dinyatakan"] for t in hasil["temuan"]] == [True]


def test_a_declaration_that_fits_nothing_is_a_finding(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    berkas = tmp_path / "dinyatakan.yaml"
    berkas.write_text('dinyatakan:\n  - {temuan: "sudah diperbaiki", alasan: Dulu}\n', encoding="utf-8")
    assert main(["lint", "2024", "--dinyatakan", str(berkas)]) == 1
    assert "tidak cocok dengan temuan mana pun" in capsys.readouterr().out
