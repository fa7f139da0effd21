"""The list of work as a workbook: printed and sorted by an evaluator."""

from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook.workbook import Workbook

from kla_lib.errors import KlaError
from kla_lib.publish.daftar_kerja import write_daftar_kerja
from kla_lib.views.konteks import Konteks, load_konteks
from tests.kerja_uji import dokumen, jawaban, kaitan, muat_konteks

NILAI = ["em", "klaster_1", "4", "5", 2]
BIASA = ["Kerjakan dulu", "Dokumen", "Unggah", "Wilayah", "Kiriman wilayah", "Celah"]


def tulis(folder: Path, konteks: Konteks) -> Workbook:
    path = folder / "daftar.xlsx"
    nama = write_daftar_kerja(konteks, path)
    buku = openpyxl.load_workbook(path)
    assert buku.sheetnames == nama
    return buku


@pytest.fixture(scope="module")
def contoh(tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    return tulis(tmp_path_factory.mktemp("daftar"), load_konteks("kota-contoh-1"))


def sel(halaman, baris: int) -> list:
    return [s.value for s in halaman[baris]]


def test_every_sheet_says_what_it_is_from_when_and_that_it_is_not_official(contoh: Workbook) -> None:
    assert contoh.sheetnames == BIASA
    for halaman in contoh:
        assert halaman["A1"].value
        assert halaman["A2"].value == "Kota Contoh, tahun yang dinilai 2024. Data: 7 Februari 2025. Bukan nilai resmi."
        assert halaman["A3"].value.startswith("Data buatan")


def test_a_sheet_can_be_filtered_scrolled_and_printed(contoh: Workbook) -> None:
    for halaman in contoh:
        assert halaman.freeze_panes == "B6"
        assert halaman.auto_filter.ref == f"A5:{halaman.cell(5, halaman.max_column).column_letter}{halaman.max_row}"
        assert halaman.print_title_rows == "$5:$5"
        assert halaman.page_setup.orientation == "landscape"
        assert halaman.sheet_properties.pageSetUpPr.fitToPage
        assert all(s.alignment.wrap_text for s in halaman[6])
        assert max(d.width for d in halaman.column_dimensions.values()) <= 36


def test_all_rows_are_there_and_numbers_and_days_can_be_sorted(contoh: Workbook) -> None:
    assert contoh["Kerjakan dulu"].max_row == 5 + 273
    assert contoh["Dokumen"].max_row == 5 + 160
    assert contoh["Unggah"].max_row == 5 + 242
    assert contoh["Kiriman wilayah"].max_row == 5 + 68
    assert sel(contoh["Kerjakan dulu"], 6)[:4] == [1, "21A/8", "SDM layanan terlatih KHA, manajemen kasus, CSP", 10]
    kepala = sel(contoh["Dokumen"], 5)
    tanggal = contoh["Dokumen"].cell(6, kepala.index("Tanggal") + 1)
    assert isinstance(tanggal.value, datetime | date)
    assert tanggal.number_format == "dd/mm/yyyy"


def test_the_register_has_a_column_for_every_item_of_the_checklist(contoh: Workbook) -> None:
    kepala = sel(contoh["Dokumen"], 5)
    for judul in ("Data tahun yang dinilai", "Data tahun sebelumnya", "Penyebut", "Tanda tangan", "Keterbacaan"):
        isi = {contoh["Dokumen"].cell(b, kepala.index(judul) + 1).value for b in range(6, 166)}
        assert isi <= {"ya", "tidak", "belum dilihat", "tidak diminta", "tidak disebut"}
        assert "ya" in isi


def test_what_is_not_recorded_is_said_in_a_sentence(tmp_path: Path) -> None:
    buku = tulis(tmp_path, load_konteks("ogan-ilir-2024"))
    assert buku["Dokumen"]["A3"].value == "Dokumen belum dicatat dalam buku data ini."
    assert buku["Wilayah"]["A3"].value.startswith("Jawaban kecamatan dan kelurahan belum dicatat")
    assert buku["Dokumen"].auto_filter.ref is None


def test_the_verifiers_return_has_its_sheets_only_when_there_is_one(tmp_path: Path) -> None:
    va = ["va", "klaster_1", "4", "5", 1, None, None, "Matriks?"]
    lain = {"register": [dokumen("D1", "kurang")], "kait": [kaitan("D1", "4/5")]}
    buku = tulis(tmp_path, muat_konteks(tmp_path, NILAI, va, **lain))
    assert buku.sheetnames == [*BIASA, "2x24 jam", "Di luar 2x24 jam"]
    nilai = dict(zip(sel(buku["2x24 jam"], 5), sel(buku["2x24 jam"], 6), strict=True))
    assert (nilai["Kode"], nilai["Bisa kembali"], nilai["Jam (anggapan)"]) == ("4/5", 1, 4)
    assert nilai["Catatan verifikator"] == "Matriks?"


def test_text_that_looks_like_a_formula_stays_text(tmp_path: Path) -> None:
    lain = {"register": [dokumen("D1", judul='=HYPERLINK("x")')], "kait": [kaitan("D1", "4/5")]}
    buku = tulis(tmp_path, muat_konteks(tmp_path, NILAI, **lain))
    sel_judul = buku["Dokumen"].cell(6, 2)
    assert sel_judul.value == '=HYPERLINK("x")'
    assert sel_judul.data_type == "s"


def test_no_sheet_holds_what_a_single_area_counted(tmp_path: Path) -> None:
    wilayah = [jawaban("kec-1", "25/7a", "3"), jawaban("kec-2", "25/7a", "0")]
    buku = tulis(tmp_path, muat_konteks(tmp_path, NILAI, wilayah=wilayah))
    baris = [sel(buku["Wilayah"], b) for b in range(6, buku["Wilayah"].max_row + 1)]
    (gizi,) = [b for b in baris if b[0] == "25/7a"]
    assert 3 not in gizi
    assert "jumlah disamarkan (angka kecil)" in gizi


def test_a_text_that_a_workbook_cannot_hold_is_refused_and_the_older_list_stays(tmp_path: Path) -> None:
    path = tmp_path / "daftar.xlsx"
    path.write_bytes(b"lama")
    panjang = muat_konteks(tmp_path, NILAI, register=[dokumen("D1", catatan="a" * 40_000)], kait=[kaitan("D1", "4/5")])
    with pytest.raises(KlaError, match="lebih dari 32767 huruf"):
        write_daftar_kerja(panjang, path)
    assert path.read_bytes() == b"lama"
