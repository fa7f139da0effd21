"""The workbook of a meeting: its sheets, where marks may be typed, what is formula and what is text."""

import io
import re
import zipfile
from dataclasses import replace
from typing import Any

import pytest
from openpyxl import Workbook

from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.publish.lembar.buku_rapat.buku import berkas_buku
from kla_lib.publish.lembar.buku_rapat.rumus import sel_di
from kla_lib.rules.skenario import IsiSkenario
from kla_lib.scoring.nilai.laporan import score_buku
from tests.pembantu.berisi import berisi
from tests.pembantu.buku_rapat_uji import (
    NILAI,
    Ubahan,
    baris_tabel,
    buka,
    buku_of,
    lembar_klaster,
    ringkasan,
    ubah_buku,
    ubah_sel,
)
from tests.pembantu.keadaan_uji import keadaan_contoh

DIKENAL = {"SUM", "MIN", "MAX", "IF", "ROUND", "INDEX", "COUNT", "COUNTIF", "AND", "OR", "INT", "ABS"}
"""Functions that Excel and LibreOffice know by these names in every file."""

NAKAL = ["=1+1", "+62", "-3+9", "@SUM(A1)", "\t=1+2", "\r=1+3", "=cmd|' /C calc'!A0"]

PERTAMA = ["Sampul", "Ringkas", "Per klaster", "Jarak"]
KLASTER = ["Kelembagaan", "Klaster I", "Klaster II", "Klaster III", "Klaster IV", "Klaster V"]
TERAKHIR = ["Kecamatan dan desa kelurahan", "Bahan", "Dokumen per kantor", "Kategori", "Dasar"]


@pytest.fixture(scope="module")
def contoh() -> Keadaan:
    return keadaan_contoh("kota-contoh-1")


@pytest.fixture(scope="module")
def isi(contoh: Keadaan) -> bytes:
    return berkas_buku(contoh)["buku.xlsx"]


@pytest.fixture(scope="module")
def buku(isi: bytes) -> Workbook:
    return buka(isi)


def semua_sel(buku: Workbook) -> list[Any]:
    return [s for lembar in buku for b in lembar.iter_rows() for s in b if s.value is not None]


def dengan_nilai(keadaan: Keadaan, ubahan: Ubahan, buang: str) -> Keadaan:
    """Return the meeting with other marks for one klaster, whose own are taken away."""
    assert keadaan.buku.penilaian is not None
    p = keadaan.buku.penilaian
    sisa = replace(keadaan.buku, penilaian=p[p["klaster"] != buang])
    baru = ubah_buku(sisa, keadaan.rapat.tahap, ubahan)
    return replace(keadaan, buku=baru, hasil=score_buku(baru, keadaan.rapat.tahap, keadaan.kategori))


def test_the_same_meeting_gives_the_same_bytes_without_a_time(contoh: Keadaan, isi: bytes) -> None:
    assert berkas_buku(contoh) == {"buku.xlsx": isi}
    with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
        assert {i.date_time[0] for i in arsip.infolist()} == {1980}
        assert b">20" not in arsip.read("docProps/core.xml")


def test_the_sheets_stand_in_the_order_of_reading_and_print_on_a4(buku: Workbook) -> None:
    assert buku.sheetnames == [*PERTAMA, *KLASTER, *TERAKHIR]
    for lembar in berisi(buku):
        assert str(lembar.page_setup.paperSize) == lembar.PAPERSIZE_A4
        assert lembar.page_setup.fitToWidth in (1, None)
        assert "bukan nilai resmi" in lembar.oddFooter.left.text
    for nama in [*PERTAMA, *KLASTER, *TERAKHIR]:
        assert buku[nama].freeze_panes is not None, nama


def test_formulas_use_only_functions_that_both_programs_know(buku: Workbook) -> None:
    rumus = [s.value for s in semua_sel(buku) if s.data_type == "f"]
    assert {f for teks in rumus for f in re.findall(r"([A-Z_.]+[A-Z0-9_.]*)\(", teks)} <= DIKENAL
    assert not any("[" in teks or "#REF" in teks for teks in rumus)


def test_the_file_holds_no_macro_and_no_link_to_another_file(isi: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
        assert not [n for n in berisi(arsip.namelist()) if "vba" in n.lower() or "external" in n.lower()]


def test_every_formula_shows_its_value_where_nothing_computes_it(buku: Workbook, isi: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
        lembar = [arsip.read(n).decode() for n in arsip.namelist() if n.startswith("xl/worksheets/sheet")]
    sel = [c for xml in lembar for c in re.findall(r"<c [^>]*>.*?</c>", xml) if "<f>" in c]
    assert len(sel) == sum(s.data_type == "f" for s in semua_sel(buku))
    tanpa = [c for c in sel if not re.search(r"<v>[^<]", c) and 't="str"' not in c]
    assert tanpa == []


def test_only_marks_may_be_typed_each_from_0_to_its_maximum(contoh: Keadaan, buku: Workbook) -> None:
    assert contoh.hasil is not None
    terbuka = 0
    for lembar in berisi(lembar_klaster(buku, contoh).values()):
        aturan = {str(a.sqref): a for a in lembar.data_validations.dataValidation}
        for kode, baris in berisi(baris_tabel(lembar).items()):
            sel = baris[NILAI]
            assert sel.protection.locked == ("/" not in kode)
            assert all(s.protection.locked for j, s in berisi(baris.items()) if j != NILAI)
            if not sel.protection.locked:
                a = aturan[sel.coordinate]
                assert (a.type, a.formula1, a.formula2) == ("decimal", "0", f"$C{sel.row}")
                assert sel.fill.fgColor.rgb.endswith("FFF4CC")
                terbuka += 1
    assert terbuka == len(contoh.hasil.pertanyaan)


def test_sheets_with_formulas_are_locked_without_a_password(buku: Workbook) -> None:
    for lembar in berisi(buku):
        berumus = any(s.data_type == "f" for b in lembar.iter_rows() for s in b)
        assert bool(lembar.protection.sheet) or not berumus
        assert lembar.protection.password is None


def test_an_unknown_mark_is_an_empty_cell_and_a_zero_is_a_zero(contoh: Keadaan, buku: Workbook) -> None:
    assert contoh.hasil is not None
    lembar = {k: baris_tabel(isi) for k, isi in lembar_klaster(buku, contoh).items()}
    for r in berisi(contoh.hasil.pertanyaan.itertuples(index=False)):
        sel = lembar[r.klaster][f"{r.indikator}/{r.pertanyaan}"][NILAI].value
        assert sel == (None if r.nilai != r.nilai else r.nilai)


def test_marks_of_a_whole_klaster_are_typed_there_and_the_rows_below_say_why_they_are_empty() -> None:
    k = keadaan_contoh("sumbawa-2022")
    lembar = lembar_klaster(buku_of(k), k)
    assert not baris_tabel(lembar["klaster_1"])[""][NILAI].protection.locked
    assert "Form ini tidak memuat indikator" in str([s.value for s in lembar["klaster_1"]["A"]])
    kecamatan = baris_tabel(lembar["kelana_dekela"])
    assert kecamatan[""][NILAI].data_type == "f"
    assert [kecamatan[i][NILAI].value for i in ("25", "26")] == [17, 30.5]


def test_a_mark_above_the_questions_of_a_full_form_locks_them(contoh: Keadaan) -> None:
    k = dengan_nilai(contoh, {("klaster_1", None, None): 90}, "klaster_1")
    baris = baris_tabel(lembar_klaster(buku_of(k), k)["klaster_1"])
    assert baris[""][NILAI].value == 90
    assert baris["4"]["Keterangan"].value == "dinilai sebagai satu angka untuk klaster ini"
    assert baris["4/1"][NILAI].protection.locked
    assert baris["4/1"][NILAI].value is None

    k = dengan_nilai(contoh, {("klaster_1", "4", None): 20}, "klaster_1")
    baris = baris_tabel(lembar_klaster(buku_of(k), k)["klaster_1"])
    assert not baris["4"][NILAI].protection.locked
    assert baris["4/1"]["Keterangan"].value == "dinilai sebagai satu angka untuk indikatornya"
    assert not baris["5/1"][NILAI].protection.locked


def test_a_locked_cell_cannot_be_changed_by_these_tests(contoh: Keadaan) -> None:
    with pytest.raises(AssertionError, match="is locked"):
        ubah_sel(buku_of(contoh), contoh, {("klaster_1", "4", None): 1})


def test_the_edges_and_their_rule_are_data_that_formulas_read(contoh: Keadaan, buku: Workbook) -> None:
    baris = {b[0].value: b for b in buku["Kategori"].iter_rows()}
    for k in berisi(contoh.kategori.kategori):
        assert baris[k.nama][1].value == k.besaran
        assert baris[k.nama][2].value == ("di atas" if k.di_atas else "mulai")
        assert baris[k.nama][3].data_type == "f"
        assert k.sumber.letak in baris[k.nama][4].value


def test_documents_stand_by_office_in_the_order_of_the_alphabet(buku: Workbook) -> None:
    baris = [[s.value for s in b] for b in buku["Dokumen per kantor"].iter_rows()]
    awal = next(n for n, b in enumerate(baris) if b[0] == "Kantor")
    kantor = [str(b[0]) for b in baris[awal + 1 :]]
    assert len(set(kantor)) > 5
    assert kantor == sorted(kantor, key=str.casefold)
    assert any(isinstance(b[4], int | float) for b in baris[awal + 1 :])


def test_documents_of_no_office_come_last_and_are_not_lost(contoh: Keadaan) -> None:
    dokumen = contoh.buku.data_dukung
    assert dokumen is not None
    satu = dokumen.index[dokumen["status"] == "kurang"][0]
    tanpa = dokumen.copy()
    tanpa.loc[satu, "opd"] = None
    akhir = list(buku_of(replace(contoh, buku=replace(contoh.buku, data_dukung=tanpa)))["Dokumen per kantor"])[-1]
    assert akhir[0].value == "(kantor belum dicatat)"
    assert akhir[-1].value == dokumen.loc[satu, "id_dokumen"]


def test_final_points_ask_for_no_document() -> None:
    isi = [s.value for b in buku_of(keadaan_contoh("sumbawa-2022"))["Dokumen per kantor"] for s in b]
    assert "Nilainya sudah nilai akhir, jadi tidak ada dokumen yang diminta lagi." in isi


def test_the_foundations_name_form_data_and_that_this_is_a_copy(contoh: Keadaan, buku: Workbook) -> None:
    dasar = {b[0].value: b[1].value for b in buku["Dasar"].iter_rows()}
    assert "tidak masuk ke buku data" in dasar["Berkas ini salinan"]
    assert contoh.buku.sidik.rpartition(":")[2][:12] in dasar["Data"]
    assert "Tidak ada kata sandi" in dasar["Sel terkunci"]
    assert "Bukan nilai resmi" in dasar
    assert "Perkiraan" not in dasar


def test_generated_data_say_so_on_every_sheet(buku: Workbook) -> None:
    for lembar in berisi(buku):
        assert any(str(s.value).startswith("Data buatan") for b in lembar.iter_rows(max_row=5) for s in b)


def test_text_of_a_book_never_becomes_a_formula(contoh: Keadaan, buku: Workbook) -> None:
    dokumen = contoh.buku.data_dukung
    assert dokumen is not None
    judul = [NAKAL[n % len(NAKAL)] for n in range(len(dokumen))]
    nakal = replace(contoh.buku, data_dukung=dokumen.assign(judul=judul, catatan=judul, status="kurang", opd=None))
    sel = semua_sel(buku_of(replace(contoh, buku=nakal)))
    for teks in NAKAL:
        ketemu = [s for s in sel if str(s.value).strip() == teks.strip()]
        assert ketemu, teks
        assert {s.data_type for s in ketemu} == {"s"}
        assert all(s.quotePrefix for s in ketemu), "would become a formula when somebody edits the cell"
    assert {s.value for s in sel if s.data_type == "f"} == {s.value for s in semua_sel(buku) if s.data_type == "f"}


def test_a_sign_that_no_workbook_can_hold_is_shown_as_such_and_stops_nothing(contoh: Keadaan) -> None:
    dokumen = contoh.buku.data_dukung
    assert dokumen is not None
    rusak = replace(contoh.buku, data_dukung=dokumen.assign(judul="Perda \x07", status="kurang"))
    buku = buku_of(replace(contoh, buku=rusak))
    assert any("Perda \ufffd" in str(s.value) for s in semua_sel(buku))


def test_under_other_weights_no_kategori_is_claimed(contoh: Keadaan) -> None:
    k = contoh.dengan(IsiSkenario(bobot={"klaster_1": 0.15}))
    k = replace(k, kategori=k.kategori.sebagai_simulasi())
    r = ringkasan(buku_of(k, nilai=True))
    assert k.hasil is not None
    assert r.hasil["Menurut skenario"] == r.hasil["Nilai total"] == k.hasil.diklaim
    assert r.hasil["Kategori"].endswith("(skala simulasi)")


def test_an_apostrophe_in_the_name_of_a_sheet_does_not_break_a_formula() -> None:
    assert sel_di("Jum'at", "A1") == "'Jum''at'!A1"
