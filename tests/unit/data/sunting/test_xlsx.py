"""One cell of a workbook changes, and nothing else of the file."""

import re
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from lxml import etree
from openpyxl.worksheet.table import Table

from kla_lib.data.bentuk import DATA_DUKUNG, KETERANGAN, KIRIMAN, TINDAK_LANJUT
from kla_lib.data.buku import load_buku
from kla_lib.data.sunting.simpan import Ubahan
from tests.pembantu.buku_uji import isi_buku, tabel, write_xlsx
from tests.pembantu.params_uji import PARAMS
from tests.pembantu.program import need_program
from tests.pembantu.xlsx_uji import (
    BUKU,
    KUNCI,
    SLICER,
    WARNA,
    bagian,
    nilai,
    pesan,
    sel_openpyxl,
    simpan,
    simpan_terhitung,
    tulis_bagian,
)


def test_a_change_touches_one_sheet_and_keeps_every_other_part_byte_for_byte(buku: Path) -> None:
    lama, sel_lama = bagian(buku), sel_openpyxl(buku)
    hasil = simpan(buku, nilai(KUNCI, 4.5))
    assert hasil.penilaian is not None
    assert list(hasil.penilaian["nilai"]) == [4.5, 0.5, 1.25]
    baru = bagian(buku)
    assert list(baru) == list(lama)
    assert {n for n in baru if baru[n] != lama[n]} == {"xl/worksheets/sheet2.xml"}
    assert baru["xl/slicers/slicer1.xml"] == SLICER
    sel_baru = sel_openpyxl(buku)
    beda = {k for k in sel_baru if sel_baru[k] != sel_lama.get(k)}
    assert beda == {("Penilaian", "E2")}
    assert sel_baru["Penilaian", "E2"][1:] == sel_lama["Penilaian", "E2"][1:]
    assert set(sel_baru) == set(sel_lama)


def test_the_rest_of_the_touched_sheet_stays_as_it_stands(buku: Path) -> None:
    def tanpa_sel(path: Path, alamat: str) -> bytes:
        akar = etree.fromstring(bagian(path)["xl/worksheets/sheet2.xml"])
        sel = akar.find(f".//{{*}}c[@r='{alamat}']")
        sel.getparent().remove(sel)
        return etree.tostring(akar, method="c14n")

    lama = tanpa_sel(buku, "E2")
    simpan(buku, nilai(KUNCI, 4.5))
    assert tanpa_sel(buku, "E2") == lama
    assert b"conditionalFormatting" in lama
    assert b"dataValidation" in lama
    assert b"drawing" in lama


@pytest.mark.parametrize("lama", [b"", b'<calcPr calcId="191029" calcMode="manual"/>'])
def test_formulas_are_calculated_again_when_excel_opens_the_book(buku: Path, lama: bytes) -> None:
    isi = bagian(buku)
    tulis_bagian(buku, isi | {BUKU: re.sub(rb"<calcPr [^>]*>", lama, isi[BUKU])})
    simpan(buku, nilai(KUNCI, 4.5))
    akar = etree.fromstring(bagian(buku)[BUKU])
    assert [etree.QName(e).localname for e in akar][-1] == "calcPr"
    assert akar[-1].get("fullCalcOnLoad") == "1"
    assert openpyxl.load_workbook(buku).calculation.fullCalcOnLoad


def test_a_book_without_formulas_keeps_its_workbook_part(tmp_path: Path) -> None:
    path = write_xlsx(isi_buku(["em", *KUNCI[1:], 3.0]), tmp_path / "buku.xlsx")
    lama = bagian(path)
    simpan(path, nilai(KUNCI, 4.0))
    baru = bagian(path)
    assert {n for n in baru if baru[n] != lama[n]} == {"xl/worksheets/sheet2.xml"}


def test_text_codes_numbers_dates_and_empty_cells_are_written_as_what_they_are(buku: Path) -> None:
    hasil = simpan(
        buku,
        nilai(KUNCI, None),
        nilai(KUNCI, "=1+1 <b> & 'x'\nbaris dua", "catatan"),
        nilai(KUNCI, True, "dikonfirmasi"),
        Ubahan(DATA_DUKUNG, ("D1",), "tanggal_dokumen", date(2025, 2, 28)),
        Ubahan(DATA_DUKUNG, ("D1",), "tahun_dokumen", 2025),
    )
    assert hasil.penilaian is not None and hasil.data_dukung is not None
    assert hasil.penilaian.loc[2, "nilai"] != hasil.penilaian.loc[2, "nilai"]
    assert hasil.penilaian.loc[2, "catatan"] == "=1+1 <b> & 'x'\nbaris dua"
    assert hasil.penilaian.loc[2, "dikonfirmasi"] is True
    assert hasil.data_dukung.loc[2, ["tanggal_dokumen", "tahun_dokumen"]].tolist() == [date(2025, 2, 28), 2025]
    s = openpyxl.load_workbook(buku)
    assert s["Data dukung"]["F2"].is_date
    assert s["Penilaian"]["G2"].data_type != "f"


def test_a_date_in_a_cell_without_a_date_style_is_written_as_text(tmp_path: Path) -> None:
    isi = isi_buku(
        ["em", *KUNCI[1:], 3.0],
        Data_dukung=tabel("Data dukung", {"id_dokumen": "D1", "judul": "SK", "status": "kurang"}),
    )
    path = write_xlsx(isi, tmp_path / "buku.xlsx")
    hasil = simpan(path, Ubahan(DATA_DUKUNG, ("D1",), "tanggal_dokumen", date(2025, 2, 28)))
    assert hasil.data_dukung is not None
    assert hasil.data_dukung.loc[2, "tanggal_dokumen"] == date(2025, 2, 28)
    assert openpyxl.load_workbook(path)["Data dukung"]["F2"].value == "2025-02-28"


def test_the_years_of_an_old_macintosh_workbook_are_counted_from_1904(buku: Path) -> None:
    wb = openpyxl.load_workbook(buku)
    wb.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    simpan_terhitung(wb, buku)
    hasil = simpan(buku, Ubahan(DATA_DUKUNG, ("D1",), "tanggal_dokumen", date(2025, 2, 28)))
    assert hasil.data_dukung is not None
    assert hasil.data_dukung.loc[2, "tanggal_dokumen"] == date(2025, 2, 28)


def test_a_new_key_becomes_one_row_at_the_end_that_looks_like_the_row_above(buku: Path) -> None:
    baru = ("em", "klaster_1", "5", "4")
    hasil = simpan(buku, nilai(baru, 1.5), nilai(baru, "tidak", "dikonfirmasi"))
    assert hasil.penilaian is not None
    assert hasil.penilaian.loc[5, ["indikator", "pertanyaan", "nilai", "dikonfirmasi"]].tolist() == [
        "5",
        "4",
        1.5,
        False,
    ]
    s = openpyxl.load_workbook(buku)["Penilaian"]
    assert [s[f"{k}5"].style_id for k in "ABCDEFGHI"] == [s[f"{k}4"].style_id for k in "ABCDEFGHI"]
    assert s["E5"].number_format == "0.00"
    assert s.dimensions == "A1:I5"


def test_an_empty_value_for_a_row_that_does_not_exist_makes_no_row(buku: Path) -> None:
    lama = buku.read_bytes()
    simpan(buku, nilai(("em", "klaster_1", "5", "4"), None))
    assert buku.read_bytes() == lama


def test_an_excel_table_takes_in_the_row_below_it(buku: Path) -> None:
    wb = openpyxl.load_workbook(buku)
    wb["Penilaian"].add_table(Table(displayName="Nilai", ref="A1:I4"))
    simpan_terhitung(wb, buku)
    simpan(buku, nilai(("em", "klaster_1", "5", "4"), 1.0))
    tabel_excel = openpyxl.load_workbook(buku)["Penilaian"].tables["Nilai"]
    assert tabel_excel.ref == tabel_excel.autoFilter.ref == "A1:I5"


def test_a_table_that_the_book_lacks_becomes_a_sheet(buku: Path) -> None:
    hasil = simpan(
        buku, Ubahan(TINDAK_LANJUT, ("K1",), "rapat", "r"), Ubahan(TINDAK_LANJUT, ("K1",), "keputusan", "Kirim SK")
    )
    assert hasil.tindak_lanjut is not None
    assert hasil.tindak_lanjut[["id_keputusan", "keputusan"]].to_numpy().tolist() == [["K1", "Kirim SK"]]
    wb = openpyxl.load_workbook(buku)
    assert wb.sheetnames[-1] == "Tindak lanjut"
    assert wb["_Ringkasan"]["B1"].value == "=SUM(Penilaian!E2:E4)"


def test_a_companion_table_is_added_and_replaced_whole(buku: Path) -> None:
    def kirim(banyak: int) -> dict[Any, list[dict[str, object]]]:
        return {
            KIRIMAN: [{"opd": f"o{n}", "berkas": "a", "hash": "x", "dinilai": n, "dokumen": 0} for n in range(banyak)]
        }

    for banyak in (3, 1):
        simpan(buku, tabel_utuh=kirim(banyak))
        isi = list(openpyxl.load_workbook(buku)["_Kiriman"].values)
        assert isi[0] == KIRIMAN.nama_kolom
        assert [r[:4] for r in isi[1:]] == [(f"o{n}", "a", "x", n) for n in range(banyak)]
    lama = buku.read_bytes()
    simpan(buku, tabel_utuh=kirim(1))
    assert buku.read_bytes() == lama


def test_an_optional_column_that_the_table_lacks_is_added_at_its_right(buku: Path) -> None:
    hasil = simpan(buku, Ubahan(DATA_DUKUNG, ("D1",), "tanda_tangan", True))
    assert hasil.data_dukung is not None
    assert hasil.data_dukung.loc[2, "tanda_tangan"] is True
    assert openpyxl.load_workbook(buku)["Data dukung"]["L1"].value == "tanda_tangan"


def test_a_key_of_keterangan_is_written_in_its_own_kind(buku: Path) -> None:
    hasil = simpan(
        buku,
        Ubahan(KETERANGAN, ("tanggal_data",), "isi", date(2025, 3, 1)),
        Ubahan(KETERANGAN, ("tahap_berjalan",), "isi", "va"),
    )
    assert (hasil.keterangan.tanggal_data, hasil.keterangan.tahap_berjalan) == (date(2025, 3, 1), "va")


def test_a_workbook_with_macros_keeps_them(buku: Path) -> None:
    makro = {"xl/vbaProject.bin": bytes(range(256))}
    path = buku.with_suffix(".xlsm")
    tulis_bagian(path, bagian(buku) | makro)
    simpan(path, nilai(KUNCI, 4.5))
    assert bagian(path)["xl/vbaProject.bin"] == makro["xl/vbaProject.bin"]


def test_a_long_sheet_of_formatted_empty_rows_takes_a_new_row_below_its_table(buku: Path) -> None:
    wb = openpyxl.load_workbook(buku)
    for b in range(5, 3000):
        wb["Penilaian"][f"E{b}"].fill = WARNA
    simpan_terhitung(wb, buku)
    hasil = simpan(buku, nilai(("em", "klaster_1", "5", "4"), 1))
    assert hasil.penilaian is not None
    assert hasil.penilaian.loc[5, "nilai"] == 1
    assert openpyxl.load_workbook(buku)["Penilaian"]["E5"].fill.fgColor.rgb == "00FFC000"


def test_text_that_looks_like_an_escape_reads_back_as_it_was_typed(buku: Path) -> None:
    hasil = simpan(buku, nilai(KUNCI, "kode _x0041_ dan _x005F_", "catatan"))
    assert hasil.penilaian is not None
    assert hasil.penilaian.loc[2, "catatan"] == "kode _x0041_ dan _x005F_"


def test_a_change_that_makes_the_book_faulty_is_refused_with_the_readers_words(buku: Path) -> None:
    teks = pesan(buku, nilai(KUNCI, 400), Ubahan(DATA_DUKUNG, ("D1",), "status", "lengkp"))
    assert "lembar Penilaian, sel E2: nilai 400 melebihi nilai_maksimal" in teks
    assert "lembar Data dukung, sel G2: 'lengkp' tidak dikenal di kolom 'status'. Maksud Anda 'lengkap'?" in teks


def test_a_letter_that_a_workbook_cannot_hold_is_refused(buku: Path) -> None:
    assert "sel G2: teks memuat tanda kendali yang tidak tampak" in pesan(buku, nilai(KUNCI, "rusak \x01", "catatan"))


def test_rows_and_cells_without_an_address_are_counted(buku: Path) -> None:
    isi = bagian(buku)
    akar = etree.fromstring(isi["xl/worksheets/sheet2.xml"])
    for e in akar.iterfind("{*}sheetData/{*}row"):
        del e.attrib["r"]
    isi["xl/worksheets/sheet2.xml"] = etree.tostring(akar)
    tulis_bagian(buku, isi)
    hasil = simpan(buku, nilai(("em", "klaster_1", "5", "3"), 0.75))
    assert hasil.penilaian is not None
    assert list(hasil.penilaian["nilai"]) == [3.0, 0.5, 0.75]


def test_libreoffice_opens_the_saved_book_and_shows_the_change(buku: Path, tmp_path: Path) -> None:
    soffice = need_program("soffice")
    simpan(
        buku, nilai(KUNCI, 4.25), nilai(KUNCI, "Sudah dikirim", "catatan"), nilai(("em", "klaster_1", "5", "4"), 0.5)
    )
    keluar = tmp_path / "keluar"
    profil = f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}"
    perintah = [soffice, profil, "--headless", "--convert-to", "xlsx", "--outdir", str(keluar), str(buku)]
    subprocess.run(perintah, check=True, capture_output=True, timeout=180)
    wb = openpyxl.load_workbook(keluar / "buku.xlsx")
    s = wb["Penilaian"]
    assert (s["E2"].value, s["G2"].value, s["E5"].value) == (4.25, "Sudah dikirim", 0.5)
    assert s["E2"].comment.text.strip() == "Tanya Disdukcapil"
    assert wb["_Ringkasan"]["B1"].value == "=SUM(Penilaian!E2:E4)"
    ulang = load_buku(PARAMS, keluar / "buku.xlsx")
    assert ulang.penilaian is not None
    assert list(ulang.penilaian["nilai"]) == [4.25, 0.5, 1.25, 0.5]
