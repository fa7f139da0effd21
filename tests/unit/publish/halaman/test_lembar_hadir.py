"""Invitations and attendance: everyone invited stands there, nobody's name is filled in, formulas stay text."""

import io
import re

import openpyxl
import pytest

from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.keadaan.muat import load_keadaan
from kla_lib.publish.halaman.hadir import berkas_hadir
from kla_lib.views.rapat.sesi_anggota import PALING_SEDIKIT_BARIS, baris_hadir
from tests.pembantu.berisi import berisi
from tests.pembantu.keadaan_uji import keadaan_contoh
from tests.pembantu.params_uji import PARAMS
from tests.pembantu.sesi_uji import AULA, anggota, dengan_sesi


@pytest.fixture(scope="module")
def rapat() -> Keadaan:
    return keadaan_contoh("kota-contoh-1")


@pytest.fixture(scope="module")
def berkas(rapat: Keadaan) -> dict[str, bytes]:
    return berkas_hadir(rapat)


def test_there_are_two_pages_and_a_workbook(berkas: dict[str, bytes]) -> None:
    assert list(berkas) == ["undangan.html", "sesi/daftar-hadir.html", "rapat.xlsx"]


def test_every_member_is_invited_and_has_a_row_to_sign(rapat: Keadaan, berkas: dict[str, bytes]) -> None:
    for tempat in ("undangan.html", "sesi/daftar-hadir.html"):
        isi = berkas[tempat].decode()
        assert all(a.nama in isi for s in berisi(rapat.rapat.sesi) for a in s.anggota)


def test_name_position_and_signature_stay_empty_and_there_is_room_for_more(rapat: Keadaan) -> None:
    for sesi in berisi(rapat.rapat.sesi):
        baris = baris_hadir(sesi)
        assert len(baris) >= PALING_SEDIKIT_BARIS
        assert all(b[3:] == ["", "", ""] for b in baris)
        assert [b[0] for b in baris] == [str(n + 1) for n in range(len(baris))]
        assert sum(b[1] == "" for b in baris) == len(baris) - len(sesi.anggota)


def test_a_long_list_still_leaves_empty_rows(rapat: Keadaan) -> None:
    k = dengan_sesi(rapat, AULA | {"anggota": anggota(*[f"Kantor {n:02}" for n in range(40)])})
    baris = baris_hadir(k.rapat.sesi[0])
    assert len(baris) == 46


def test_the_workbook_has_three_sheets_that_print_on_a4(berkas: dict[str, bytes]) -> None:
    buku = openpyxl.load_workbook(io.BytesIO(berkas["rapat.xlsx"]))
    assert buku.sheetnames == ["Sampul", "Agenda", "Undangan", "Daftar hadir"]
    for lembar in buku.worksheets[1:]:
        assert str(lembar.page_setup.paperSize) == lembar.PAPERSIZE_A4
        assert lembar.page_setup.fitToWidth == 1
    assert len(buku["Daftar hadir"].row_breaks.brk) == 3


def test_text_that_looks_like_a_formula_stays_text(rapat: Keadaan) -> None:
    k = dengan_sesi(rapat, AULA | {"nama": "=1+1", "tempat": "=A1", "anggota": anggota("=HYPERLINK(1)")})
    buku = openpyxl.load_workbook(io.BytesIO(berkas_hadir(k)["rapat.xlsx"]))
    jenis = {sel.data_type for lembar in buku for baris in lembar.iter_rows() for sel in baris if sel.value}
    assert jenis == {"s"}


def test_the_same_meeting_gives_the_same_bytes(rapat: Keadaan, berkas: dict[str, bytes]) -> None:
    assert berkas_hadir(rapat) == berkas


@pytest.mark.parametrize("nama", ["kota-bekasi", "sumbawa-2022", "ogan-ilir-2024"])
def test_a_session_without_members_says_so(nama: str) -> None:
    isi = berkas_hadir(load_keadaan(PARAMS, nama))["undangan.html"].decode()
    assert "Anggota sesi ini belum ditulis dalam berkas rapat." in isi
    assert not re.search(r"</h2>\s*(<h2|</main>)", isi)


def test_a_meeting_without_sessions_has_one_sheet_to_sign(rapat: Keadaan) -> None:
    isi = berkas_hadir(dengan_sesi(rapat))["sesi/daftar-hadir.html"].decode()
    assert isi.count('<table class="hadir">') == 1
    assert "Sesi belum ditetapkan" in isi
