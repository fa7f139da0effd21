import io
from dataclasses import fields
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from msoffcrypto.format.ooxml import OOXMLFile
from pandas.testing import assert_frame_equal

from kla_lib.data.bentuk import PENILAIAN
from kla_lib.data.buku import Buku, hash_buku, inspect_buku, load_buku, read_buku
from kla_lib.letak import FOLDER_CONTOH
from tests.pembantu.berkas_lain import ole
from tests.pembantu.buku_penuh import isi_penuh
from tests.pembantu.buku_uji import KOLOM, Penulis, isi_buku, pesan_buku, tabel, write_folder, write_xlsx
from tests.pembantu.params_uji import PARAMS

NILAI = ["em", "klaster_1", "4", "1", 1, "ya"]
BERIKAN = "Berikan folder berisi CSV, atau berkas .xlsx, .xlsm, .ods."
AWALAN = "Beri awalan _ bila memang bukan bagian dari buku data."


def test_the_same_book_as_folder_and_as_workbook_gives_the_same_tables(tmp_path: Path) -> None:
    folder = load_buku(PARAMS, write_folder(isi_penuh(), tmp_path / "buku"))
    xlsx = load_buku(PARAMS, write_xlsx(isi_penuh(), tmp_path / "buku.xlsx"))
    assert folder.keterangan == xlsx.keterangan
    assert folder.instrumen is xlsx.instrumen
    daftar_tabel = [f.name for f in fields(Buku) if isinstance(getattr(folder, f.name), pd.DataFrame)]
    assert len(daftar_tabel) == 7
    for nama in daftar_tabel:
        assert_frame_equal(getattr(folder, nama), getattr(xlsx, nama))


def test_every_number_keeps_the_row_of_its_file(penulis: Penulis) -> None:
    isi = isi_buku(NILAI, [None] * 8, [None] * 8, ["em", "klaster_1", "4", "2", 0.5])
    penilaian = load_buku(PARAMS, penulis.tulis(isi)).penilaian
    assert penilaian is not None
    assert dict(penilaian["nilai"]) == {2: 1, 5: 0.5}


def test_a_fault_behind_blank_rows_is_told_at_its_own_cell(penulis: Penulis) -> None:
    isi = isi_buku(NILAI, [None] * 8, [None] * 8, ["em", "klaster_1", "4", "2", "x"])
    (salah,) = pesan_buku(penulis.tulis(isi))
    assert salah.startswith(penulis.tempat("Penilaian", "sel E5") + "'x' bukan angka.")


def test_columns_may_stand_in_any_order_and_faults_name_their_real_cell(penulis: Penulis) -> None:
    isi = isi_buku(NILAI, ["em", "klaster_1", "4", "2", -1])
    isi["Penilaian"] = [list(reversed([*b, *[None] * (8 - len(b))])) for b in isi["Penilaian"]]
    assert pesan_buku(penulis.tulis(isi)) == [
        penulis.tempat("Penilaian", "sel D3") + "nilai -1 kurang dari 0. Tulis angka mulai dari 0."
    ]


def test_a_table_that_the_book_does_not_have_is_unknown_and_not_empty(penulis: Penulis) -> None:
    buku = load_buku(PARAMS, penulis.tulis(isi_buku(NILAI)))
    assert buku.penilaian is not None
    assert [buku.data_dukung, buku.dokumen_pertanyaan, buku.capaian, buku.wilayah, buku.rad, buku.tindak_lanjut] == [
        None
    ] * 6


def test_a_book_may_hold_measurements_without_marks(penulis: Penulis) -> None:
    isi = isi_penuh()
    buku = load_buku(PARAMS, penulis.tulis({nama: isi[nama] for nama in ("Keterangan", "Capaian")}))
    assert buku.penilaian is None
    assert buku.tahap_tersedia() == []
    assert buku.capaian is not None and list(buku.capaian["nilai"]) == [97.25]


@pytest.mark.parametrize(
    ("contoh", "baris", "tahap"), [("ogan-ilir-2024", 274, ["em"]), ("sumbawa-2022", 8, ["vf"]), ("kota-bekasi", 0, [])]
)
def test_the_example_books_are_accepted(contoh: str, baris: int, tahap: list[str]) -> None:
    buku = load_buku(PARAMS, FOLDER_CONTOH / contoh)
    assert buku.nama == f"kla_lib/contoh/{contoh}"
    assert (0 if buku.penilaian is None else len(buku.penilaian)) == baris
    assert buku.tahap_tersedia() == tahap
    assert not buku.keterangan.contoh


def test_marks_of_one_form_are_not_held_against_the_maxima_of_another(penulis: Penulis) -> None:
    path = penulis.tulis(isi_buku(["em", "klaster_2", None, None, 170], keterangan={"instrumen": "2022"}))
    assert load_buku(PARAMS, path, "2022").instrumen.id == "2022"
    assert pesan_buku(path, "2024") == [
        penulis.tempat("Penilaian", "sel E2")
        + "nilai 170 melebihi nilai_maksimal 156 untuk klaster_2. Tulis angka 0 sampai 156.",
        f"{path.name}: buku ini diisi menurut form 2022, bukan 2024. "
        "Hapus --instrumen, atau perbaiki kunci instrumen di lembar Keterangan.",
    ]


def test_a_stage_whose_marks_are_all_empty_has_no_marks(penulis: Penulis) -> None:
    path = penulis.tulis(isi_buku(NILAI, ["va", "klaster_1", "4", "1", None]))
    assert load_buku(PARAMS, path).tahap_tersedia() == ["em"]


def test_a_year_without_known_categories_is_refused(penulis: Penulis) -> None:
    (salah,) = pesan_buku(penulis.tulis(isi_buku(NILAI, keterangan={"tahun_evaluasi": 2019})))
    assert "ambang kategori untuk tahun 2019 tidak diketahui" in salah


def test_a_book_is_not_held_against_a_form_that_does_not_exist(penulis: Penulis) -> None:
    assert pesan_buku(penulis.tulis(isi_buku(NILAI)), "1999") == [
        "params/instrumen: form tahun '1999' tidak ada. Form yang ada: 2022, 2024."
    ]


def test_a_book_without_its_head_is_refused(penulis: Penulis) -> None:
    isi = isi_buku(NILAI)
    del isi["Keterangan"]
    (salah,) = pesan_buku(penulis.tulis(isi))
    nama = "keterangan.csv" if penulis.bentuk == "folder" else "Keterangan"
    assert salah.endswith(f"tabel '{nama}' tidak ada. Tambahkan: tanpa itu daerah, tahun dan form tidak diketahui.")


def test_a_book_without_marks_and_without_measurements_is_refused(penulis: Penulis) -> None:
    isi = isi_buku()
    del isi["Penilaian"]
    (salah,) = pesan_buku(penulis.tulis(isi))
    a, b = ("penilaian.csv", "capaian.csv") if penulis.bentuk == "folder" else ("Penilaian", "Capaian")
    assert salah.endswith(f"tabel '{a}' maupun '{b}' tidak ada. Tambahkan paling sedikit salah satu.")


def test_an_empty_folder_lacks_both(tmp_path: Path) -> None:
    (tmp_path / "buku").mkdir()
    assert [s.split(" tidak ada")[0] for s in pesan_buku(tmp_path / "buku")] == [
        "buku: tabel 'keterangan.csv'",
        "buku: tabel 'penilaian.csv' maupun 'capaian.csv'",
    ]


def test_an_unknown_sheet_gets_the_sheet_that_was_meant(tmp_path: Path) -> None:
    isi = isi_buku(NILAI)
    isi["Penilain"] = isi.pop("Penilaian")
    assert pesan_buku(write_xlsx(isi, tmp_path / "buku.xlsx")) == [
        f"buku.xlsx: lembar 'Penilain' tidak dikenal. Maksud Anda 'Penilaian'? {AWALAN}"
    ]


def test_an_unknown_sheet_is_offered_the_tables_of_the_book_and_no_companion(tmp_path: Path) -> None:
    (salah,) = pesan_buku(write_xlsx(isi_buku(NILAI) | {"Hitungan": []}, tmp_path / "buku.xlsx"))
    assert "Pilihan: Capaian, Data dukung, Dokumen pertanyaan, RAD, Tindak lanjut, Wilayah." in salah


def test_an_old_xls_is_refused_with_the_way_out(tmp_path: Path) -> None:
    (tmp_path / "buku.xls").write_bytes(ole("Workbook", b"isi"))
    (salah,) = pesan_buku(tmp_path / "buku.xls")
    assert salah.startswith("buku.xls: format XLS lama; simpan sebagai XLSX. ")


def test_a_cell_at_fault_before_it_was_looked_at_as_a_table_is_not_known(tmp_path: Path) -> None:
    path = write_xlsx(isi_buku(NILAI, ["em", "klaster_1", "4", "2", 0.5, "ya"]), tmp_path / "buku.xlsx")
    buku = openpyxl.load_workbook(path)
    buku["Penilaian"].merge_cells("E2:E3")
    buku.save(path)
    p = inspect_buku(PARAMS, path)
    assert [k.sel for k in p.salah] == ["sel E2"]
    assert p.tabel[PENILAIAN]["nilai"].isna().all()
    assert list(p.tabel[PENILAIAN]["pertanyaan"]) == ["1", "2"]


def test_an_unknown_file_gets_the_file_that_was_meant(tmp_path: Path) -> None:
    path = write_folder(isi_buku(NILAI), tmp_path / "buku")
    (path / "penilaian.csv").rename(path / "Penilain.csv")
    assert pesan_buku(path) == [f"buku: berkas 'Penilain.csv' tidak dikenal. Maksud Anda 'penilaian.csv'? {AWALAN}"]


def test_csv_files_are_known_in_any_case_and_with_the_blank_of_their_sheet(tmp_path: Path) -> None:
    isi = isi_buku(NILAI, Data_dukung=tabel("Data dukung", {"id_dokumen": "D1", "judul": "SK", "status": "kurang"}))
    path = write_folder(isi, tmp_path / "buku")
    sama = load_buku(PARAMS, path)
    for lama, baru in (("penilaian.csv", "PENILAIAN.CSV"), ("data_dukung.csv", "Data dukung.csv")):
        (path / lama).rename(path / baru)
    buku = load_buku(PARAMS, path)
    assert buku.data_dukung is not None and buku.penilaian is not None
    assert buku.penilaian.equals(sama.penilaian) and buku.data_dukung.equals(sama.data_dukung)


def test_two_files_of_one_name_in_two_cases_are_not_chosen_from(tmp_path: Path) -> None:
    path = write_folder(isi_buku(NILAI), tmp_path / "buku")
    (path / "Penilaian.csv").write_bytes((path / "penilaian.csv").read_bytes())
    if len(list(path.glob("*enilaian.csv"))) == 1:
        pytest.skip("the disk knows one name only")
    assert [p for p in pesan_buku(path) if "berkas 'Penilaian.csv' tidak dikenal" in p]


def test_an_empty_sheet_that_excel_left_behind_is_told_to_be_renamed(tmp_path: Path) -> None:
    (salah,) = pesan_buku(write_xlsx(isi_buku(NILAI) | {"Sheet1": []}, tmp_path / "buku.xlsx"))
    assert salah.startswith("buku.xlsx: lembar 'Sheet1' tidak dikenal. ")
    assert salah.endswith(AWALAN)


@pytest.mark.parametrize("coretan", [[], [[None, "bebas"], ["a", None, 3]], [["kode", "kode"]], [["#DIV/0!"]]])
def test_a_sheet_whose_name_begins_with_an_underscore_is_not_looked_at(
    tmp_path: Path, coretan: list[list[object]]
) -> None:
    isi = {"_coret": coretan, **isi_buku(NILAI)}
    lembar, salah = read_buku(write_xlsx(isi, tmp_path / "buku.xlsx"))
    assert set(lembar) == set(read_buku(write_folder(isi_buku(NILAI), tmp_path / "b"))[0])
    assert salah == []


def test_a_csv_whose_name_begins_with_an_underscore_is_not_looked_at(tmp_path: Path) -> None:
    path = write_folder(isi_buku(NILAI), tmp_path / "buku")
    (path / "_coret.csv").write_bytes(b"\xff\xfe")
    (path / "catatan.txt").write_text("bebas", encoding="utf-8")
    assert load_buku(PARAMS, path).tahap_tersedia() == ["em"]


def test_a_chart_sheet_is_told_to_be_renamed(tmp_path: Path) -> None:
    path = write_xlsx(isi_buku(NILAI), tmp_path / "buku.xlsx")
    buku = openpyxl.load_workbook(path)
    buku.create_chartsheet("Grafik")
    buku.save(path)
    (salah,) = pesan_buku(path)
    assert salah.startswith("buku.xlsx: lembar 'Grafik' tidak dikenal. ")


def test_a_password_protected_book_is_refused_with_the_way_to_unlock_it(tmp_path: Path) -> None:
    terbuka = write_xlsx(isi_buku(NILAI), tmp_path / "terbuka.xlsx")
    with (tmp_path / "buku.xlsx").open("wb") as f:
        OOXMLFile(io.BytesIO(terbuka.read_bytes())).encrypt("rahasia", f)
    assert pesan_buku(tmp_path / "buku.xlsx") == [
        "buku.xlsx: berkas dilindungi kata sandi, atau XLS lama yang diberi nama .xlsx. "
        "Buka di Excel, hapus kata sandinya (Info > Lindungi Buku Kerja), lalu simpan sebagai XLSX."
    ]


@pytest.mark.parametrize("nama", ["buku.xlsx", "buku.xls", "buku.ods"])
def test_an_empty_workbook_file_is_refused(tmp_path: Path, nama: str) -> None:
    (tmp_path / nama).touch()
    assert pesan_buku(tmp_path / nama) == [f"{nama}: berkas kosong (0 byte). Simpan ulang buku kerjanya."]


@pytest.mark.parametrize("nama", ["penilaian.csv", "keterangan.csv"])
def test_an_empty_csv_file_is_refused(tmp_path: Path, nama: str) -> None:
    path = write_folder(isi_buku(NILAI), tmp_path / "buku")
    (path / nama).write_bytes(b"")
    assert pesan_buku(path) == [f"{nama}: tabel kosong: baris 1 tidak memuat nama kolom. Tulis nama kolom di baris 1."]


def test_a_csv_saved_by_an_indonesian_excel_is_read(tmp_path: Path) -> None:
    path = write_folder(isi_buku(NILAI), tmp_path / "buku")
    kepala = ";".join(KOLOM["Penilaian"].split())
    (path / "penilaian.csv").write_bytes(f"\ufeff{kepala}\r\nem;klaster_1;4;4;2.5;ya;Akta, KIA;\r\n".encode())
    penilaian = load_buku(PARAMS, path).penilaian
    assert penilaian is not None
    assert (penilaian.loc[2, "nilai"], penilaian.loc[2, "catatan"]) == (2.5, "Akta, KIA")


def test_a_csv_in_the_letters_of_an_old_windows_is_read(tmp_path: Path) -> None:
    path = write_folder(isi_buku([*NILAI, "Kafé – akta"]), tmp_path / "buku")
    isi = (path / "penilaian.csv").read_text(encoding="utf-8")
    (path / "penilaian.csv").write_bytes(isi.encode("cp1252"))
    penilaian = load_buku(PARAMS, path).penilaian
    assert penilaian is not None and penilaian.loc[2, "catatan"] == "Kafé – akta"


def test_the_decimal_comma_of_an_indonesian_excel_is_read(tmp_path: Path) -> None:
    path = write_folder(isi_buku(NILAI), tmp_path / "buku")
    kepala = ";".join(KOLOM["Penilaian"].split())
    (path / "penilaian.csv").write_bytes(f"{kepala}\r\nem;klaster_1;4;4;2,5;ya;;\r\n".encode())
    penilaian = load_buku(PARAMS, path).penilaian
    assert penilaian is not None and penilaian.loc[2, "nilai"] == 2.5


def test_files_that_cannot_be_read_are_told_all_at_once(tmp_path: Path) -> None:
    path = write_folder(isi_penuh(), tmp_path / "buku")
    (path / "penilaian.csv").write_bytes(b"\xff\x00")
    (path / "rad.csv").write_bytes(b"")
    assert [s.split(":")[0] for s in pesan_buku(path)] == ["penilaian.csv", "rad.csv"]


@pytest.mark.parametrize(
    ("nama", "salah"),
    [
        ("tiada.xlsx", "tiada.xlsx: buku data tidak ditemukan. Periksa nama folder atau berkasnya."),
        ("buku.pdf", f"buku.pdf: '.pdf' bukan buku data. {BERIKAN}"),
        ("buku.csv", f"buku.csv: '.csv' bukan buku data. {BERIKAN}"),
    ],
)
def test_what_is_no_book_is_refused(tmp_path: Path, nama: str, salah: str) -> None:
    if not nama.startswith("tiada"):
        (tmp_path / nama).write_text("a", encoding="utf-8")
    assert pesan_buku(tmp_path / nama) == [salah]


def test_the_hash_follows_the_content_and_not_the_place(tmp_path: Path) -> None:
    a = write_folder(isi_penuh(), tmp_path / "a")
    b = write_folder(isi_penuh(), tmp_path / "b")
    assert load_buku(PARAMS, a).hash == hash_buku(a) == hash_buku(b)
    assert hash_buku(a).startswith("sha256:") and len(hash_buku(a)) == 7 + 64
    (b / "rad.csv").write_text((b / "rad.csv").read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert hash_buku(a) != hash_buku(b)


def test_the_hash_tells_moved_content_from_content_in_place(tmp_path: Path) -> None:
    for nama, berkas in (("a", {"rad.csv": "12", "wilayah.csv": "3"}), ("b", {"rad.csv": "1", "wilayah.csv": "23"})):
        (tmp_path / nama).mkdir()
        for berkas_csv, teks in berkas.items():
            (tmp_path / nama / berkas_csv).write_text(teks, encoding="utf-8")
    assert hash_buku(tmp_path / "a") != hash_buku(tmp_path / "b")


def test_the_hash_of_a_workbook_is_that_of_its_bytes(tmp_path: Path) -> None:
    (tmp_path / "buku.xlsx").write_bytes(b"abc")
    assert hash_buku(tmp_path / "buku.xlsx") == (
        "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    )
