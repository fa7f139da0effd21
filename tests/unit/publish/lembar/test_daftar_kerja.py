"""The list of work as a workbook: printed and sorted by an evaluator."""

from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook.workbook import Workbook

from kla_lib.errors import KlaError
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.publish.lembar.daftar_kerja import write_daftar_kerja
from tests.pembantu.berisi import berisi
from tests.pembantu.keadaan_uji import keadaan_contoh
from tests.pembantu.kerja_uji import dokumen, jawaban, kaitan, muat_keadaan

NILAI = ["em", "klaster_1", "4", "5", 2]
BIASA = ["40 teratas", "Kerjakan dulu", "Dokumen", "Unggah", "Wilayah", "Kiriman wilayah", "Celah"]


def tulis(folder: Path, keadaan: Keadaan) -> Workbook:
    path = folder / "daftar.xlsx"
    nama = write_daftar_kerja(keadaan, path)
    buku = openpyxl.load_workbook(path)
    assert buku.sheetnames == ["Sampul", *nama]
    del buku["Sampul"]
    return buku


def letak_tabel(halaman) -> str:
    (tabel,) = halaman.tables.values()
    return tabel.ref


@pytest.fixture(scope="module")
def contoh(tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    return tulis(tmp_path_factory.mktemp("daftar"), keadaan_contoh("kota-contoh-1"))


def baris_kepala(halaman) -> int:
    """Return the row of headings: the one that is filtered."""
    return int(letak_tabel(halaman).split(":")[0].removeprefix("A"))


def sel(halaman, baris: int) -> list:
    return [s.value for s in halaman[baris]]


def test_every_sheet_says_what_it_is_from_when_and_that_it_is_not_official(contoh: Workbook) -> None:
    assert contoh.sheetnames == BIASA
    for halaman in berisi(contoh):
        assert halaman["A1"].value
        assert halaman["A2"].value == "Kota Contoh, tahun yang dinilai 2024. Data: 7 Februari 2025. Bukan nilai resmi."
        assert halaman["A3"].value.startswith("Data buatan")


def test_a_sheet_can_be_filtered_scrolled_and_printed(contoh: Workbook) -> None:
    for halaman in berisi(contoh):
        k = baris_kepala(halaman)
        assert halaman.freeze_panes == f"B{k + 1}"
        assert letak_tabel(halaman) == f"A{k}:{halaman.cell(k, halaman.max_column).column_letter}{halaman.max_row}"
        assert halaman.print_title_rows == f"${k}:${k}"
        assert halaman.page_setup.orientation == "landscape"
        assert halaman.sheet_properties.pageSetUpPr.fitToPage
        assert all(s.alignment.wrap_text for s in berisi(halaman[k + 1]))
        assert max(d.width for d in halaman.column_dimensions.values()) <= 36


def test_all_rows_are_there_and_numbers_and_days_can_be_sorted(contoh: Workbook) -> None:
    assert contoh["40 teratas"].max_row == 5 + 40
    assert contoh["Kerjakan dulu"].max_row == baris_kepala(contoh["Kerjakan dulu"]) + 273
    assert contoh["Dokumen"].max_row == 5 + 160
    assert contoh["Unggah"].max_row == 5 + 242
    assert contoh["Kiriman wilayah"].max_row == 5 + 68
    assert sel(contoh["40 teratas"], 6) == sel(contoh["Kerjakan dulu"], baris_kepala(contoh["Kerjakan dulu"]) + 1)
    assert sel(contoh["40 teratas"], 6)[:4] == [1, "21A/8", "SDM layanan terlatih KHA, manajemen kasus, CSP", 10]
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


def test_what_is_too_wide_for_paper_is_printed_up_to_the_columns_that_matter(contoh: Workbook) -> None:
    for nama, terakhir in (("Dokumen", "Catatan"), ("Unggah", "Penanggung jawab"), ("Celah", "Ikut")):
        halaman = contoh[nama]
        awal, akhir = halaman.print_area.replace("$", "").split("!")[-1].split(":")
        assert awal == "A1"
        assert halaman.cell(5, halaman[akhir].column).value == terakhir
        assert halaman[akhir].row == halaman.max_row
        assert halaman[akhir].column < halaman.max_column
    for halaman in berisi(contoh):
        dicetak = halaman[(halaman.print_area or halaman.dimensions).split(":")[-1].replace("$", "")].column
        lebar = sum(halaman.column_dimensions[s.column_letter].width for s in halaman[5][:dicetak])
        assert lebar <= 215, halaman.title  # about 7 points on A4, landscape


def test_a_list_can_be_filtered_by_the_responsible_office(contoh: Workbook) -> None:
    for nama in ("40 teratas", "Kerjakan dulu", "Unggah", "Celah"):
        halaman = contoh[nama]
        judul = sel(halaman, baris_kepala(halaman))
        utama = judul.index("Penanggung jawab")
        assert "Ikut" in judul
        kantor = {halaman.cell(b, utama + 1).value for b in range(baris_kepala(halaman) + 1, halaman.max_row + 1)}
        assert {"DP3A", "Dinas Kesehatan"} <= kantor
        assert None not in kantor


def test_a_sheet_without_rows_is_not_written_and_the_reason_is_said_in_one_place(tmp_path: Path) -> None:
    buku = tulis(tmp_path, keadaan_contoh("ogan-ilir-2024"))
    assert buku.sheetnames == ["40 teratas", "Kerjakan dulu"]
    teks = buku["Kerjakan dulu"]["A3"].value
    assert "Dokumen belum dicatat dalam buku data ini." in teks
    assert "Jawaban kecamatan dan kelurahan belum dicatat" in teks
    assert "Hasil verifikasi belum dicatat" in teks


def test_without_any_rows_the_workbook_says_why(tmp_path: Path) -> None:
    buku = tulis(tmp_path, keadaan_contoh("kota-bekasi"))
    assert buku.sheetnames == ["Kerjakan dulu"]
    teks = [buku["Kerjakan dulu"].cell(b, 1).value for b in range(1, 6)]
    assert "Nilai per pertanyaan tidak tersedia dalam buku data ini." in teks


def test_the_verifiers_return_has_its_sheets_only_when_there_is_one(tmp_path: Path) -> None:
    em = ["em", "klaster_1", "4", "6", 2]
    va = ["va", "klaster_1", "4", "5", 1, None, None, "Matriks?"]
    tak_tentu = ["va", "klaster_1", "4", "6", 1]
    lain = {"register": [dokumen("D1", "kurang")], "kait": [kaitan("D1", "4/5")]}
    buku = tulis(tmp_path, muat_keadaan(tmp_path, NILAI, em, va, tak_tentu, **lain))
    assert [n for n in buku.sheetnames if n not in BIASA] == ["2x24 jam", "Tentukan dulu"]
    nilai = dict(zip(sel(buku["2x24 jam"], 5), sel(buku["2x24 jam"], 6), strict=True))
    assert (nilai["Kode"], nilai["Bisa kembali"], nilai["Jam (anggapan)"]) == ("4/5", 1, 4)
    assert nilai["Catatan verifikator"] == "Matriks?"
    tentukan = dict(zip(sel(buku["Tentukan dulu"], 5), sel(buku["Tentukan dulu"], 6), strict=True))
    assert (tentukan["Kode"], tentukan["Paling banyak kembali"]) == ("4/6", 1)
    assert "jenis_celah untuk 4/6 di lembar RAD" in tentukan["Yang perlu ditulis, dan di mana"]


def test_text_that_looks_like_a_formula_stays_text(tmp_path: Path) -> None:
    lain = {"register": [dokumen("D1", judul='=HYPERLINK("x")')], "kait": [kaitan("D1", "4/5")]}
    buku = tulis(tmp_path, muat_keadaan(tmp_path, NILAI, **lain))
    sel_judul = buku["Dokumen"].cell(6, 2)
    assert sel_judul.value == '=HYPERLINK("x")'
    assert sel_judul.data_type == "s"


def test_no_sheet_holds_what_a_single_area_counted(tmp_path: Path) -> None:
    wilayah = [jawaban("kec-1", "25/7a", "3"), jawaban("kec-2", "25/7a", "0")]
    buku = tulis(tmp_path, muat_keadaan(tmp_path, NILAI, wilayah=wilayah))
    baris = [sel(buku["Wilayah"], b) for b in range(6, buku["Wilayah"].max_row + 1)]
    (gizi,) = [b for b in baris if b[0] == "25/7a"]
    assert 3 not in gizi
    assert "jumlah disamarkan (angka kecil)" in gizi


def test_an_older_list_is_written_anew(tmp_path: Path) -> None:
    tulis(tmp_path, keadaan_contoh("ogan-ilir-2024"))
    assert tulis(tmp_path, keadaan_contoh("kota-contoh-1")).sheetnames == BIASA
    assert tulis(tmp_path, keadaan_contoh("kota-bekasi")).sheetnames == ["Kerjakan dulu"]


@pytest.mark.parametrize(
    "lembar",
    [["Keterangan", "Penilaian"], ["Dokumen"], ["Kerjakan dulu", "Catatan saya"], ["Kerjakan dulu", "Penilaian"]],
)
def test_a_data_book_or_a_list_to_which_somebody_added_is_not_written_over(lembar: list[str], tmp_path: Path) -> None:
    path = tmp_path / "daftar.xlsx"
    buku = Workbook()
    buku.remove(buku.active)
    for nama in lembar:
        buku.create_sheet(nama)
    buku.save(path)
    lama = path.read_bytes()
    with pytest.raises(KlaError, match=r"daftar\.xlsx: sudah ada dan bukan berkas yang kita tulis"):
        write_daftar_kerja(keadaan_contoh("kota-bekasi"), path)
    assert path.read_bytes() == lama
