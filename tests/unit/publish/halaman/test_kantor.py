"""The files of the offices: a page and a sheet each, and a list of all."""

import io
from pathlib import Path

import openpyxl
import pytest

from kla_lib.letak import FOLDER_PROYEK
from kla_lib.publish.halaman.kantor import berkas_kantor, nama_berkas_kantor
from tests.pembantu.berisi import berisi
from tests.pembantu.kantor_uji import janji, kebutuhan, muat_kantor
from tests.pembantu.keadaan_uji import keadaan_contoh
from tests.pembantu.kerja_uji import dokumen, kaitan

NILAI = ["em", "klaster_1", "4", "5", 2]


@pytest.fixture(scope="module")
def contoh() -> dict[str, bytes]:
    return berkas_kantor(keadaan_contoh("kota-contoh-1"))


def lembar(isi: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(isi))


def test_every_office_has_a_page_and_a_sheet_and_is_on_the_list(contoh: dict[str, bytes]) -> None:
    kantor = kebutuhan(keadaan_contoh("kota-contoh-1"))
    assert set(contoh) == {"opd/index.html", *(f"opd/{k}.{akhir}" for k in kantor for akhir in ("html", "xlsx"))}
    daftar = contoh["opd/index.html"].decode()
    for k in berisi(kantor):
        assert f'href="{k}.html"' in daftar
        assert f'href="{k}.xlsx"' in contoh[f"opd/{k}.html"].decode()


def test_an_office_sees_only_its_own_documents(contoh: dict[str, bytes]) -> None:
    halaman = contoh["opd/dinas_kesehatan.html"].decode()
    assert "Foto dapur sehat kelurahan" in halaman
    assert "Surat Edaran Wali Kota tentang Pencegahan Perkawinan Anak" not in halaman


def test_a_page_lets_only_its_own_script_run(contoh: dict[str, bytes]) -> None:
    halaman = contoh["opd/dinas_kesehatan.html"].decode()
    assert halaman.count("<script") == 1
    assert "script-src 'sha256-" in halaman
    assert "<script" not in contoh["opd/index.html"].decode()


def test_sheets_can_be_printed_and_hold_no_formulas(contoh: dict[str, bytes]) -> None:
    for tempat, isi in berisi(contoh.items()):
        if not tempat.endswith(".xlsx"):
            continue
        buku = lembar(isi)
        assert set(buku.sheetnames) <= {"Sampul", "Diminta", "Pertanyaan", "Kegiatan dan janji"}
        assert buku.sheetnames[1] == "Diminta"
        for halaman in buku.worksheets[1:]:
            assert not [s.coordinate for b in berisi(halaman.iter_rows()) for s in b if s.data_type == "f"]
            if not halaman.tables:  # no rows: only the reason
                continue
            kepala = int(next(iter(halaman.tables.values())).ref.split(":")[0].removeprefix("A"))
            assert halaman.print_title_rows == f"${kepala}:${kepala}"
            assert halaman.freeze_panes == f"B{kepala + 1}"
            assert (halaman.page_setup.orientation, halaman.page_setup.paperSize) == ("landscape", 9)
            assert all(s.alignment.wrap_text for s in berisi(halaman[kepala + 1]))


def test_a_second_run_writes_the_same_bytes(contoh: dict[str, bytes]) -> None:
    assert berkas_kantor(keadaan_contoh("kota-contoh-1")) == contoh


def test_text_that_begins_like_a_formula_stays_text(tmp_path: Path) -> None:
    keadaan = muat_kantor(
        tmp_path,
        NILAI,
        register=[dokumen("D1", "kurang", judul="=1+1", catatan="@SUM(A1)"), dokumen("D2", "kurang", judul="-2")],
        kait=[kaitan("D1", "4/5"), kaitan("D2", "4/5")],
        tindak_lanjut=[janji("K1", keputusan="+cmd", hasil="=A1")],
    )
    buku = lembar(berkas_kantor(keadaan)["opd/disdukcapil.xlsx"])
    isi = [s for h in buku for b in h.iter_rows() for s in b if s.value is not None]
    assert not [s.coordinate for s in berisi(isi) if s.data_type == "f"]
    assert {"+cmd", "=A1", "@SUM(A1)"} <= {w for s in isi if isinstance(s.value, str) for w in s.value.split()}


def test_a_book_without_documents_and_plan_says_so() -> None:
    berkas = berkas_kantor(keadaan_contoh("ogan-ilir-2024"))
    halaman = berkas["opd/dinas_kesehatan.html"].decode()
    assert "Dokumen belum dicatat dalam buku data" in halaman
    akhir = halaman.partition("Belum ada data: ")[2].partition("</p>")[0]
    assert "RAD" in akhir and "Tindak lanjut" in akhir
    assert lembar(berkas["opd/dinas_kesehatan.xlsx"]).sheetnames == ["Sampul", "Diminta", "Pertanyaan"]


def test_a_book_of_klaster_alone_has_only_a_list_that_says_why() -> None:
    berkas = berkas_kantor(keadaan_contoh("sumbawa-2022"))
    assert set(berkas) == {"opd/index.html"}
    assert "kantor penanggung jawabnya belum diketahui" in berkas["opd/index.html"].decode()


def test_an_office_that_is_no_role_gets_a_safe_name_of_its_own() -> None:
    nama = nama_berkas_kantor(["dinas_sosial", "Karang Taruna", "karang-taruna", "../index", "Index", "日本", "  "])
    assert nama["dinas_sosial"] == "dinas_sosial"
    assert nama["Karang Taruna"] == "karang_taruna"
    assert len({n.lower() for n in nama.values()} | {"index"}) == len(nama) + 1
    assert all(n.isascii() and n.replace("_", "").isalnum() for n in nama.values())


def test_an_office_outside_the_form_has_a_page_too(tmp_path: Path) -> None:
    keadaan = muat_kantor(tmp_path, NILAI, tindak_lanjut=[janji("K1", opd="Karang Taruna / Desa")])
    berkas = berkas_kantor(keadaan)
    assert "Karang Taruna / Desa" in berkas["opd/karang_taruna_desa.html"].decode()
    assert "Form tidak menyebut kantor ini." not in berkas["opd/disdukcapil.html"].decode()


def test_example_data_say_so_and_nothing_tells_of_this_machine(contoh: dict[str, bytes]) -> None:
    for tempat, isi in berisi(contoh.items()):
        if tempat.endswith(".html"):
            assert "Data buatan" in isi.decode(), tempat
            assert str(FOLDER_PROYEK) not in isi.decode()
