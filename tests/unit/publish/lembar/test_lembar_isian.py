"""The template that an office fills in: only its questions, locked where it must, checked by Excel itself."""

import subprocess
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from kla_lib.data.buku import load_buku
from kla_lib.data.kumpul.isian import daftar_peran, make_isian
from kla_lib.errors import KlaError
from kla_lib.rules.daerah.daerah import load_daerah
from kla_lib.rules.form.instrumen import load_instrumen
from tests.pembantu.berisi import berisi
from tests.pembantu.kiriman_uji import Berkas, buku_contoh, write_template
from tests.pembantu.params_uji import PARAMS
from tests.pembantu.program import need_program


@pytest.fixture(scope="module")
def dinkes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_template(tmp_path_factory.mktemp("isian") / "dinkes.xlsx", "dinas_kesehatan")


def test_a_template_holds_exactly_the_questions_of_its_office(dinkes: Path) -> None:
    form = load_instrumen(PARAMS, "2024").pertanyaan
    milik = form[["dinas_kesehatan" in opd for opd in form["opd"]]]
    tabel = load_buku(PARAMS, dinkes).penilaian
    assert sorted(zip(tabel["indikator"], tabel["pertanyaan"], strict=True)) == sorted(
        zip(milik["indikator"], milik["pertanyaan"], strict=True)
    )


def test_the_questions_for_which_an_office_is_responsible_come_first_in_the_forms_order(dinkes: Path) -> None:
    form = load_instrumen(PARAMS, "2024").pertanyaan
    urut = [
        (p.indikator, p.pertanyaan)
        for utama in (True, False)
        for p in form.itertuples()
        if "dinas_kesehatan" in p.opd and (p.opd[0] == "dinas_kesehatan") is utama
    ]
    tabel = load_buku(PARAMS, dinkes).penilaian
    assert list(zip(tabel["indikator"], tabel["pertanyaan"], strict=True)) == urut


def test_every_question_says_what_part_the_office_has_and_who_answers_for_it(dinkes: Path) -> None:
    b = Berkas(dinkes)
    ws, _kepala, kolom = b.kepala("Penilaian")
    sendiri = b.baris("Penilaian", indikator="12", pertanyaan="1")
    assert ws.cell(sendiri, kolom["_peran"]).value == "penanggung jawab"
    ikut = b.baris("Penilaian", indikator="1", pertanyaan="2l")
    assert ws.cell(ikut, kolom["_peran"]).value == "ikut; penanggung jawab: Bagian Hukum"


def test_the_template_of_the_whole_city_names_the_responsible_office_and_the_others(tmp_path: Path) -> None:
    b = Berkas(write_template(tmp_path / "kota.xlsx", None))
    ws, _kepala, kolom = b.kepala("Penilaian")
    bersama = b.baris("Penilaian", indikator="26", pertanyaan="7")
    assert ws.cell(bersama, kolom["_peran"]).value == "Kantor Kementerian Agama; ikut: Disdukcapil"
    sendiri = b.baris("Penilaian", indikator="26", pertanyaan="6")
    assert ws.cell(sendiri, kolom["_peran"]).value == "Disdukcapil"


def test_every_question_of_the_form_is_in_the_template_of_at_least_one_office() -> None:
    form = load_instrumen(PARAMS, "2024")
    ada = set()
    for peran in daftar_peran(form):
        isian = make_isian(PARAMS, load_daerah(PARAMS, "kota-bekasi"), form, 2025, peran)
        ada |= {
            (r["indikator"], r["pertanyaan"]) for b, rows in isian.isi.items() if b.lembar == "Penilaian" for r in rows
        }
    assert len(ada) == len(form.pertanyaan) == 274


def test_a_blank_template_is_a_valid_book_without_marks(dinkes: Path) -> None:
    buku = load_buku(PARAMS, dinkes)
    assert buku.keterangan.opd == "dinas_kesehatan"
    assert buku.penilaian["nilai"].isna().all()
    assert buku.data_dukung is buku.dokumen_pertanyaan is None


def test_codes_are_locked_and_answers_are_not(dinkes: Path) -> None:
    b = Berkas(dinkes)
    ws, kepala, kolom = b.kepala("Penilaian")
    assert ws.protection.sheet
    for nama in ("indikator", "pertanyaan", "_pertanyaan", "_maksimal", "tahap", "klaster"):
        assert ws.cell(kepala + 1, kolom[nama]).protection.locked, nama
    for nama in ("nilai", "dikonfirmasi", "catatan"):
        assert not ws.cell(kepala + 1, kolom[nama]).protection.locked, nama


def test_excel_itself_refuses_points_above_the_maximum_and_unknown_words(dinkes: Path) -> None:
    b = Berkas(dinkes)
    ws, kepala, kolom = b.kepala("Penilaian")
    aturan = {str(v.sqref).split(":")[0].rstrip("0123456789"): v for v in ws.data_validations.dataValidation}
    huruf = {n: ws.cell(1, j).column_letter for n, j in kolom.items()}
    nilai = aturan[huruf["nilai"]]
    assert (nilai.type, nilai.operator, nilai.formula1) == ("decimal", "between", "0")
    assert nilai.formula2 == f"${huruf['_maksimal']}{kepala + 1}"
    assert aturan[huruf["dikonfirmasi"]].formula1 == '"ya,tidak"'
    ws, kepala, kolom = b.kepala("Dokumen pertanyaan")
    (pilih,) = [v for v in ws.data_validations.dataValidation if "Data dukung" in (v.formula1 or "")]
    assert pilih.type == "list"


def test_columns_have_notes_panes_are_frozen_and_an_example_stands_above_the_header(dinkes: Path) -> None:
    b = Berkas(dinkes)
    for lembar in ("Penilaian", "Data dukung", "Dokumen pertanyaan"):
        ws, kepala, kolom = b.kepala(lembar)
        terlihat = [n for n, j in kolom.items() if not ws.column_dimensions[ws.cell(1, j).column_letter].hidden]
        assert [n for n in berisi(terlihat) if ws.cell(kepala, kolom[n]).comment is None] == [], lembar
        assert ws.freeze_panes and ws.freeze_panes.endswith(str(kepala + 1))
        assert ws.cell(kepala - 1, kolom[terlihat[0]]).font.italic


def test_last_years_marks_are_filled_in_and_marked_unconfirmed(tmp_path: Path) -> None:
    path = write_template(tmp_path / "dinkes.xlsx", "dinas_kesehatan", buku_contoh(), tahun=2025)
    buku = load_buku(PARAMS, path)
    lama = buku_contoh().penilaian.set_index(["indikator", "pertanyaan"])["nilai"]
    terisi = buku.penilaian[buku.penilaian["nilai"].notna()]
    assert len(terisi) > 80
    assert all(lama[r.indikator, r.pertanyaan] == r.nilai for r in terisi.itertuples())
    assert not any(terisi["dikonfirmasi"])
    assert buku.keterangan.tahun_evaluasi == 2025
    assert set(buku.data_dukung["status"]) == {"belum_diperiksa"}


def test_this_years_book_is_continued_with_its_confirmations(tmp_path: Path) -> None:
    buku = load_buku(PARAMS, write_template(tmp_path / "dinkes.xlsx", "dinas_kesehatan", buku_contoh()))
    asal = buku_contoh()
    milik = asal.data_dukung[asal.data_dukung["opd"] == "dinas_kesehatan"]
    assert list(buku.data_dukung["id_dokumen"]) == list(milik["id_dokumen"])
    assert set(buku.penilaian.loc[buku.penilaian["nilai"].notna(), "dikonfirmasi"]) == {True, False}


def test_the_template_of_the_whole_city_holds_every_question_and_every_table_of_its_book(tmp_path: Path) -> None:
    buku = load_buku(PARAMS, write_template(tmp_path / "kota.xlsx", None, buku_contoh()))
    asal = buku_contoh()
    assert len(buku.penilaian) == 274
    for nama in ("data_dukung", "dokumen_pertanyaan", "capaian", "wilayah", "rad", "tindak_lanjut"):
        assert len(getattr(buku, nama)) == len(getattr(asal, nama)), nama


def test_areas_get_their_own_rows(tmp_path: Path) -> None:
    buku = load_buku(PARAMS, write_template(tmp_path / "kec.xlsx", "kecamatan", buku_contoh()))
    assert set(buku.wilayah["tingkat"]) == {"kecamatan"}


@pytest.mark.parametrize(
    ("opd", "pesan"), [("dinas_kesehatn", "Maksud Anda 'dinas_kesehatan'"), ("tp_pkk", "tidak memegang pertanyaan")]
)
def test_an_office_without_questions_is_refused_with_the_nearest_one(opd: str, pesan: str) -> None:
    with pytest.raises(KlaError, match=pesan):
        make_isian(
            PARAMS,
            load_daerah(PARAMS, "kota-bekasi"),
            load_instrumen(PARAMS, "2024"),
            2024,
            opd,
        )


def test_a_book_of_another_city_or_a_later_year_is_refused() -> None:
    with pytest.raises(KlaError) as e:
        make_isian(
            PARAMS,
            load_daerah(PARAMS, "kota-bekasi"),
            load_instrumen(PARAMS, "2024"),
            2023,
            None,
            buku_contoh(),
        )
    assert [k.salah for k in e.value.kesalahan] == [
        "buku ini milik kota-contoh, bukan kota-bekasi",
        "buku ini tahun 2024, sesudah tahun isian 2023",
    ]


def test_libreoffice_opens_and_saves_a_filled_template_without_loss(tmp_path: Path) -> None:
    soffice = need_program("soffice", "libreoffice")
    asal = write_template(tmp_path / "dinkes.xlsx", "dinas_kesehatan", buku_contoh())
    hasil = tmp_path / "lo" / "dinkes.xlsx"
    profil = (tmp_path / "profil").as_uri()
    subprocess.run(
        [
            soffice,
            f"-env:UserInstallation={profil}",
            "--headless",
            "--convert-to",
            "xlsx",
            "--outdir",
            hasil.parent,
            asal,
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    a, b = load_buku(PARAMS, asal), load_buku(PARAMS, hasil)
    for nama in ("penilaian", "data_dukung", "dokumen_pertanyaan", "capaian", "rad"):
        assert getattr(a, nama).reset_index(drop=True).equals(getattr(b, nama).reset_index(drop=True)), nama
    satu, dua = openpyxl.load_workbook(asal), openpyxl.load_workbook(hasil)
    assert satu.sheetnames == dua.sheetnames
    semua_terbuka: list[str] = []
    for nama in satu.sheetnames:
        x, y = satu[nama], dua[nama]
        assert x.protection.sheet == y.protection.sheet
        # Frozen panes belong to a view, which a program without a window does not have.
        assert {str(c.coordinate) for r in x for c in r if c.comment} == {
            str(c.coordinate) for r in y for c in r if c.comment
        }
        assert {v.type for v in x.data_validations.dataValidation} == {
            v.type for v in y.data_validations.dataValidation
        }
        terbuka = [c.coordinate for r in x.iter_rows(max_row=40) for c in r if not c.protection.locked]
        assert all(not y[k].protection.locked for k in terbuka)
        semua_terbuka += terbuka
    assert semua_terbuka


def _bercatatan(lembar: Worksheet) -> set[str]:
    return {c.coordinate for r in lembar for c in r if c.comment}


def _aturan(lembar: Worksheet) -> set[tuple[str, str]]:
    return {(v.type, v.operator or "") for v in lembar.data_validations.dataValidation}
