"""The hand-out as files: a page for A4 landscape, and a workbook with one sheet per session."""

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.publish.halaman.bahan import berkas_bahan
from kla_lib.rules.rapat import Sesi
from tests.pembantu.berisi import berisi
from tests.pembantu.keadaan_uji import keadaan_contoh
from tests.pembantu.rad_uji import keadaan_rad

RAPAT = ["kota-contoh-1", "ogan-ilir-2024", "kota-bekasi", "sumbawa-2022"]


@pytest.fixture(scope="module")
def contoh() -> Keadaan:
    return keadaan_contoh("kota-contoh-1")


def buka(keadaan: Keadaan) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(berkas_bahan(keadaan)["bahan.xlsx"]))


def bersesi(keadaan: Keadaan, *sesi: Sesi) -> Keadaan:
    return replace(keadaan, rapat=keadaan.rapat.model_copy(update={"sesi": sesi}))


@pytest.mark.parametrize("rapat", RAPAT)
def test_every_meeting_gets_a_page_and_a_workbook_with_the_same_bytes_twice(rapat: str) -> None:
    pertama, kedua = berkas_bahan(keadaan_contoh(rapat)), berkas_bahan(keadaan_contoh(rapat))
    assert sorted(pertama) == ["bahan.html", "bahan.xlsx"]
    assert pertama == kedua


def test_the_workbook_carries_no_time_of_its_making(contoh: Keadaan) -> None:
    with zipfile.ZipFile(io.BytesIO(berkas_bahan(contoh)["bahan.xlsx"])) as arsip:
        assert {i.date_time[0] for i in arsip.infolist()} == {1980}
        assert b">20" not in arsip.read("docProps/core.xml")


def test_on_the_page_every_klaster_stands_under_its_heading_in_the_order_of_the_sessions(contoh: Keadaan) -> None:
    html = berkas_bahan(contoh)["bahan.html"].decode()
    judul = [h.split("</h2>")[0] for h in html.split("<h2>")[1:]]
    assert judul[:3] == [
        "Sesi 1: Kelembagaan",
        "Sesi 1: Kecamatan dan desa/kelurahan layak anak",
        "Sesi 2: Klaster I · Hak sipil dan kebebasan",
    ]
    assert len(judul) == html.count("<table") == 7


def test_the_page_prints_on_landscape_and_says_what_it_is_not(contoh: Keadaan) -> None:
    html = berkas_bahan(contoh)["bahan.html"].decode()
    assert 'class="mendatar"' in html
    assert "bukan nilai resmi" in html
    assert "Data buatan" in html


def test_one_session_does_not_repeat_its_name_over_every_klaster() -> None:
    html = berkas_bahan(keadaan_contoh("sumbawa-2022"))["bahan.html"].decode()
    assert "<h2>Kelembagaan</h2>" in html
    assert "tanpa rincian per pertanyaan" in html


def test_without_marks_the_page_says_so() -> None:
    assert "Nilainya belum dicatat" in berkas_bahan(keadaan_contoh("kota-bekasi"))["bahan.html"].decode()


def test_the_workbook_has_one_sheet_per_session_ready_to_print(contoh: Keadaan) -> None:
    buku = buka(contoh)
    assert buku.sheetnames == ["Sampul", "Sesi 1", "Sesi 2", "Sesi 3", "Sesi 4"]
    for lembar in berisi(buku.worksheets[1:]):
        assert lembar.page_setup.orientation == "landscape"
        assert (lembar.page_setup.fitToWidth, lembar.page_setup.fitToHeight) == (1, 0)
        assert str(lembar.page_setup.paperSize) == lembar.PAPERSIZE_A4
        kepala = int(str(lembar.print_title_rows).split("$")[1].strip(":"))
        assert [s.value for s in lembar[kepala]][:3] == ["No", "Klaster", "Nilai"]
        assert not lembar.merged_cells.ranges
        assert "bukan nilai resmi" in lembar.oddFooter.left.text
        assert lembar.oddFooter.right.text == "&P/&N"
        assert all(s.alignment.wrap_text for s in berisi(lembar[kepala + 1]))
        assert lembar.row_dimensions[kepala + 1].height > 20


def test_without_sessions_there_is_one_sheet(contoh: Keadaan) -> None:
    assert buka(bersesi(contoh)).sheetnames == ["Sampul", "Bahan"]


def test_names_of_sessions_become_names_that_a_spreadsheet_accepts(contoh: Keadaan) -> None:
    panjang = "Sesi pagi: kelembagaan / kecamatan [aula] dan kelurahan"
    buku = buka(
        bersesi(
            contoh,
            Sesi(nama=panjang, klaster=("klaster_1",)),
            Sesi(nama=panjang.upper(), klaster=("klaster_2",)),
            Sesi(nama="//", klaster=("klaster_3",)),
        )
    )
    assert len({n.casefold() for n in buku.sheetnames}) == 5
    assert all(0 < len(n) <= 31 and not set(n) & set("[]:*?/\\") for n in buku.sheetnames)
    assert buku.sheetnames[3:] == ["Bahan", "Klaster lain"]


@pytest.mark.parametrize("awal", ["=1+1", "+62", "-3", "@SUM(A1)"])
def test_text_that_begins_like_a_formula_stays_text(contoh: Keadaan, awal: str) -> None:
    dokumen = contoh.buku.data_dukung
    assert dokumen is not None
    nakal = replace(contoh.buku, data_dukung=dokumen.assign(judul=awal, status="kurang"))
    sel = [
        s for lembar in buka(replace(contoh, buku=nakal)) for b in lembar for s in b if str(s.value).startswith(awal)
    ]
    assert sel
    assert {s.data_type for s in sel} == {"s"}


def test_text_of_a_book_is_escaped_on_the_page(contoh: Keadaan) -> None:
    dokumen = contoh.buku.data_dukung
    assert dokumen is not None
    nakal = replace(contoh.buku, data_dukung=dokumen.assign(judul="<script>x</script>", status="kurang"))
    html = berkas_bahan(replace(contoh, buku=nakal))["bahan.html"].decode()
    assert "<script>x" not in html


def test_a_klaster_without_marks_beside_marked_ones_stays_in_the_hand_out(tmp_path: Path) -> None:
    lembar = buka(keadaan_rad(tmp_path))["Bahan"]
    nilai = {str(b[0].value): b[2].value for b in lembar.iter_rows() if b[2].value}
    assert nilai["12"] == "2/23"
    assert nilai["25"] == "–/21"
