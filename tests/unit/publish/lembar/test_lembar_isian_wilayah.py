"""The template that kecamatan and kelurahan fill in: each answers for itself, nobody gives the city's points."""

from functools import partial
from pathlib import Path

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from kla_lib.data.buku import load_buku
from kla_lib.data.kumpul.isian import Isian, make_isian
from kla_lib.data.kumpul.isian_wilayah import daftar_wilayah
from kla_lib.data.kumpul.pengumpulan import collect
from kla_lib.errors import KlaError
from kla_lib.publish.lembar.buku_kumpulan import layout_buku
from kla_lib.publish.lembar.isian import nama_berkas, template_bytes
from kla_lib.rules.daerah.daerah import load_daerah
from kla_lib.rules.form.instrumen import load_instrumen
from tests.pembantu.berisi import berisi
from tests.pembantu.kerja_uji import jawaban, muat
from tests.pembantu.kiriman_uji import Berkas, buku_contoh, write_template
from tests.pembantu.params_uji import PARAMS

FORM = load_instrumen(PARAMS, "2024")
KOTA = load_daerah(PARAMS, "kota-contoh")


def isian(opd: str | None = None, **lain) -> Isian:
    return make_isian(PARAMS, KOTA, FORM, lain.pop("tahun", 2024), opd, **lain)


def tulis(folder: Path, kode: str, **lain) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / nama_berkas("kota-contoh", kode)
    path.write_bytes(template_bytes(isian(wilayah=kode, **lain)))
    return path


def jawab(path: Path, kode: str, **nilai) -> None:
    indikator, pertanyaan = kode.split("/")
    with Berkas(path) as b:
        b.isi("Wilayah", b.baris("Wilayah", indikator=indikator, pertanyaan=pertanyaan), **nilai)


def baris(isian: Isian, lembar: str) -> list[dict]:
    return next(rows for b, rows in isian.isi.items() if b.lembar == lembar)


@pytest.mark.parametrize(("opd", "banyak"), [("kecamatan", 12 * 9), ("kelurahan", 56 * 13), (None, 12 * 9 + 56 * 13)])
def test_every_area_of_the_city_file_has_a_row_for_each_question_of_its_level(opd: str | None, banyak: int) -> None:
    rows = baris(isian(opd), "Wilayah")
    assert len(rows) == banyak
    assert {r["isi"] for r in rows} == {r["diterima"] for r in rows} == {None}
    assert all(r["_pertanyaan"] for r in rows)
    diisi = {"kecamatan": "diisi_kecamatan", "kelurahan": "diisi_desa"}
    p = FORM.pertanyaan
    for r in rows:
        tanya = p[(p["indikator"] == r["indikator"]) & (p["pertanyaan"] == r["pertanyaan"])]
        assert tanya[diisi[r["tingkat"]]].all()


def test_what_a_book_of_the_year_holds_stays_and_areas_it_does_not_know_are_added(tmp_path: Path) -> None:
    buku = muat(tmp_path, ["em", "klaster_1", "4", "5", 2], wilayah=[jawaban("kec-02", "25/2", "ya", "2025-01-30")])
    rows = baris(isian("kecamatan", buku=buku), "Wilayah")
    assert len(rows) == 12 * 9
    assert [(r["kode_wilayah"], r["nama"]) for r in rows if r["isi"] == "ya"] == [("kec-02", "Wilayah kec-02")]
    assert {r["nama"] for r in rows if r["kode_wilayah"] == "kec-02"} == {"Wilayah kec-02"}


def test_of_last_years_book_only_the_areas_are_taken_over() -> None:
    rows = baris(isian("kecamatan", buku=buku_contoh(), tahun=2025), "Wilayah")
    assert len(rows) == 12 * 9
    assert {r["isi"] for r in rows} == {None}


def test_an_area_that_only_the_book_knows_comes_after_those_of_the_city_file(tmp_path: Path) -> None:
    buku = muat(tmp_path, ["em", "klaster_1", "4", "5", 2], wilayah=[jawaban("kec-99", "25/2", "ya")])
    assert [w.kode for w in daftar_wilayah(KOTA, buku, "kecamatan")][-2:] == ["kec-12", "kec-99"]
    assert len(daftar_wilayah(KOTA)) == 68


def test_one_area_gets_a_file_of_its_own_under_its_own_name(tmp_path: Path) -> None:
    path = tulis(tmp_path, "kec-03")
    assert path.name == "kota-contoh-kec-03.xlsx"
    buku = load_buku(PARAMS, path)
    assert set(buku.wilayah["nama"]) == {"Kecamatan Contoh 3"}
    assert len(buku.wilayah) == 9
    assert buku.keterangan.opd == "kec-03"
    assert buku.keterangan.sumber == "Isian Kecamatan Contoh 3"
    b = Berkas(path)
    assert b.buku["_Petunjuk"]["A1"].value == "Isian evaluasi KLA 2024: Kecamatan Contoh 3"
    ws, kepala, kolom = b.kepala("Data dukung")
    assert ws.cell(kepala + 1, kolom["id_dokumen"]).value == "kec-03-01"


def terbuka(ws: Worksheet, kepala: int, kolom: dict[str, int], nama: str) -> bool:
    return not ws.cell(kepala + 1, kolom[nama]).protection.locked


@pytest.mark.parametrize("wilayah", [None, "kec-03"])
def test_areas_answer_in_their_sheet_and_the_points_of_the_city_are_locked(wilayah: str | None, tmp_path: Path) -> None:
    path = tmp_path / "kec.xlsx"
    path.write_bytes(template_bytes(isian("kecamatan", buku=buku_contoh(), wilayah=wilayah)))
    b = Berkas(path)
    assert b.buku.sheetnames[:2] == ["_Petunjuk", "Wilayah"]
    assert terbuka(*b.kepala("Wilayah"), "isi")
    for nama in ("nilai", "dikonfirmasi", "catatan"):
        assert not terbuka(*b.kepala("Penilaian"), nama)
    ws, _kepala, _kolom = b.kepala("Penilaian")
    assert "tidak diisi di sini" in ws["A2"].value
    assert not ws.data_validations.dataValidation
    teks = " ".join(str(c.value) for c in b.buku["_Petunjuk"]["A"])
    assert "Lembar Wilayah: tulis ya atau tidak" in teks
    assert "tulis nilainya" not in teks


@pytest.mark.parametrize(("lain", "kosong"), [({"wilayah": "kec-03"}, True), ({"tahun": 2025}, True), ({}, False)])
def test_points_of_the_city_go_only_into_the_file_of_the_role_that_gave_them_this_year(
    lain: dict, kosong: bool
) -> None:
    rows = baris(isian("kecamatan", buku=buku_contoh(), **lain), "Penilaian")
    assert [r["nilai"] is None for r in rows] == [kosong] * 3


def test_other_offices_give_points_as_before(tmp_path: Path) -> None:
    b = Berkas(write_template(tmp_path / "dinkes.xlsx", "dinas_kesehatan"))
    assert terbuka(*b.kepala("Penilaian"), "nilai")
    assert "Wilayah" not in b.buku.sheetnames


@pytest.mark.parametrize("opd", ["kecamatan", "kelurahan"])
def test_where_nobody_listed_the_areas_the_template_says_where_to_write_them(opd: str, tmp_path: Path) -> None:
    path = tmp_path / "kec.xlsx"
    path.write_bytes(template_bytes(make_isian(PARAMS, load_daerah(PARAMS, "ogan-ilir"), FORM, 2025, opd)))
    b = Berkas(path)
    assert "Wilayah" not in b.buku.sheetnames
    teks = " ".join(str(c.value) for c in b.buku["_Petunjuk"]["A"])
    assert f"Daftar {opd} belum ada" in teks
    assert "params/daerah/ogan-ilir.yaml, kunci wilayah" in teks
    assert terbuka(*b.kepala("Penilaian"), "nilai")


@pytest.mark.parametrize(
    ("opd", "wilayah", "pesan"),
    [
        (None, "kec-3", "--wilayah kec-3: wilayah ini tidak ada dalam daftar wilayah daerahnya. Maksud Anda 'kec-03'?"),
        ("kelurahan", "kec-03", "--wilayah kec-03: wilayah ini kecamatan, bukan kelurahan. Tulis --opd kecamatan"),
        ("dinas_kesehatan", "kec-03", "wilayah ini kecamatan, bukan dinas_kesehatan"),
    ],
)
def test_an_area_that_is_not_there_or_of_another_level_is_refused(opd: str | None, wilayah: str, pesan: str) -> None:
    with pytest.raises(KlaError) as e:
        isian(opd, wilayah=wilayah)
    assert pesan in str(e.value)


def test_without_any_list_the_remedy_names_the_place() -> None:
    with pytest.raises(KlaError, match="Tulis daftarnya di params/daerah, kunci wilayah"):
        make_isian(PARAMS, load_daerah(PARAMS, "ogan-ilir"), FORM, 2025, "kecamatan", wilayah="kec-01")


def test_a_later_file_of_one_area_leaves_what_another_area_sent_before(tmp_path: Path) -> None:
    pertama, kedua = tmp_path / "satu", tmp_path / "dua"
    for kode in ("kec-01", "kec-02"):
        jawab(tulis(pertama, kode), "25/2", isi="ya")
    collect(PARAMS, pertama, tmp_path / "buku.xlsx", partial(layout_buku, PARAMS))
    jawab(tulis(kedua, "kec-02"), "25/2", isi="tidak")
    hasil = collect(PARAMS, kedua, tmp_path / "buku.xlsx")
    assert not hasil.bentrok
    w = load_buku(PARAMS, tmp_path / "buku.xlsx").wilayah
    isi = {(r.kode_wilayah, r.isi) for r in w.itertuples() if (r.indikator, r.pertanyaan) == ("25", "2")}
    assert isi >= {("kec-01", "ya"), ("kec-02", "tidak")}


def test_a_document_of_an_area_belongs_to_its_role_and_goes_back_only_to_that_area(tmp_path: Path) -> None:
    path = tulis(tmp_path / "kirim", "kec-01")
    with Berkas(path) as b:
        _ws, kepala, _kolom = b.kepala("Data dukung")
        b.isi("Data dukung", kepala + 1, judul="SK Forum Anak", status="kurang")
    collect(PARAMS, tmp_path / "kirim", tmp_path / "buku.xlsx", partial(layout_buku, PARAMS))
    buku = load_buku(PARAMS, tmp_path / "buku.xlsx")
    assert list(zip(buku.data_dukung["id_dokumen"], buku.data_dukung["opd"], strict=True)) == [
        ("kec-01-01", "kecamatan")
    ]
    milik, lain = (baris(isian(wilayah=k, buku=buku), "Data dukung") for k in ("kec-01", "kec-02"))
    assert [d["id_dokumen"] for d in milik if d.get("judul")] == ["kec-01-01"]
    assert not [d for d in berisi(lain) if d.get("judul")]
