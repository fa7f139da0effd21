"""Faults inside the tables of a book, and any content whatever in its cells."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kla_lib.data.buku import Buku, load_buku
from kla_lib.errors import KlaError
from tests.pembantu.buku_penuh import isi_penuh
from tests.pembantu.buku_uji import BERKAS, Isi, Penulis, isi_buku, pesan_buku, tabel, write_folder, write_xlsx
from tests.pembantu.params_uji import PARAMS

NILAI = ["em", "klaster_1", "4", "1", 1, "ya"]
AWALAN = "Beri awalan _ bila memang bukan bagian dari buku data."


def test_a_broken_formula_does_not_hide_other_faults(tmp_path: Path) -> None:
    isi = isi_buku(["em", "klaster_1", "4", "1", "=1+"], ["em", "klaster_1", "4", "99", 1])
    isi["Penilaian"][1][4] = "=SUM(1,1)"  # never calculated: no program has opened the file yet
    assert [p.split(":")[0] for p in pesan_buku(write_xlsx(isi, tmp_path / "buku.xlsx"))] == [
        "buku.xlsx, lembar Penilaian, sel E2",
        "buku.xlsx, lembar Penilaian, sel D3",
    ]


def test_a_book_with_ten_different_faults_gets_ten_messages(penulis: Penulis) -> None:
    isi = isi_buku(
        ["em", "kelembagaan", "1", "1", "dua belas"],
        ["em", "kelembagaan", "1", "2a", "Tidak ada"],
        ["em", "kelembagaan", "1", "2b", "93,5 %"],
        ["em", "klaster_1", "4", "1", -1],
        ["em", "klaster_1", "4", "4", 12.5],
        ["em", "klaster_1", "99", "1", 1],
        ["em", "klaster_1", "6", None, 40],
        ["em", "klaster_1", "6", "1", 1],
        keterangan={"tanggal_data": "2022-1-1"},
        Data_dukung=tabel("Data dukung", {"id_dokumen": "D001", "judul": "Perda", "status": "lengkp"}),
        Dokumen_pertanyaan=tabel(
            "Dokumen pertanyaan", {"indikator": "1", "pertanyaan": "1", "id_dokumen": "D002", "wajib": "ya"}
        ),
    )
    with pytest.raises(KlaError) as e:
        load_buku(PARAMS, penulis.tulis(isi))
    nilai = [
        ("E2", "'dua belas' bukan angka. Tulis angka, misalnya 12,5; kosongkan sel bila belum dicatat."),
        (
            "E3",
            "'Tidak ada' bukan angka. Kosongkan bila belum diketahui; tulis 0 bila memang nol.",
        ),
        (
            "E4",
            "'93,5 %' memuat tanda persen. Tulis angkanya saja, tanpa tanda %.",
        ),
        ("E5", "nilai -1 kurang dari 0. Tulis angka mulai dari 0."),
        ("E6", "nilai 12,5 melebihi nilai_maksimal 5 untuk 4/4. Tulis angka 0 sampai 5."),
        (
            "C7",
            "indikator '99' tidak ada di klaster_1. Pilihan: 1, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 9, ….",
        ),
        (
            "E8",
            "indikator 6 dinilai di sini, padahal bagiannya juga dinilai di baris 9. "
            "Simpan satu tingkat saja per cabang dalam satu tahap: hapus baris ini, atau kosongkan bagiannya.",
        ),
    ]
    lain = [
        ("Keterangan", "B6", "'2022-1-1' bukan tanggal. Tulis TTTT-BB-HH, misalnya 2025-03-18."),
        ("Data dukung", "G2", "'lengkp' tidak dikenal di kolom 'status'. Maksud Anda 'lengkap'?"),
        (
            "Dokumen pertanyaan",
            "C2",
            "dokumen 'D002' tidak ada di lembar Data dukung. "
            "Catat dahulu dokumennya di lembar Data dukung, atau perbaiki nomornya.",
        ),
    ]
    harapan = [("Penilaian", sel, teks) for sel, teks in nilai] + lain
    assert len(harapan) == 10
    assert sorted(str(e.value).splitlines()) == sorted(
        penulis.tempat(lembar, f"sel {sel}") + teks for lembar, sel, teks in harapan
    )


def test_a_missing_column_is_told_once_and_not_again_at_every_mark(penulis: Penulis) -> None:
    isi = isi_buku(NILAI, ["em", "klaster_1", "4", "2", 1])
    for baris in isi["Penilaian"]:
        del baris[2]
    assert pesan_buku(penulis.tulis(isi)) == [
        penulis.tempat("Penilaian")
        + "kolom 'indikator' tidak ada. Tambahkan kolom 'indikator' di baris 1; isinya boleh kosong bila tidak wajib."
    ]


def test_an_unknown_column_gets_the_name_that_was_meant(penulis: Penulis) -> None:
    isi = isi_buku(NILAI)
    isi["Penilaian"][0][4] = "nilia"
    salah = pesan_buku(penulis.tulis(isi))
    assert salah[1] == penulis.tempat("Penilaian", "sel E1") + "kolom 'nilia' tidak dikenal. Maksud Anda 'nilai'?"
    assert salah[0].startswith(penulis.tempat("Penilaian") + "kolom 'nilai' tidak ada.")
    assert len(salah) == 2


def test_content_under_no_column_name_is_refused(penulis: Penulis) -> None:
    isi = isi_buku([*NILAI, None, None, "lebih"])
    assert pesan_buku(penulis.tulis(isi)) == [
        penulis.tempat("Penilaian", "sel I2")
        + "ada isi 'lebih' di kolom tanpa nama. Beri nama kolom di baris 1, atau hapus isinya."
    ]


def test_a_code_typed_as_fraction_is_refused_once(tmp_path: Path) -> None:
    path = write_xlsx(
        isi_buku(
            ["em", "klaster_3", 14.1, "1", 1], ["em", "klaster_3", 14.1, None, 1], ["em", "klaster_3", "12", "1", 1]
        ),
        tmp_path / "buku.xlsx",
    )
    assert pesan_buku(path) == [
        f"buku.xlsx, lembar Penilaian, sel C{n}: kode terbaca sebagai '14,1', bukan teks. "
        "Ubah format sel menjadi Teks lalu tulis ulang kodenya, misalnya 21A."
        for n in (2, 3)
    ]


def test_a_code_that_excel_turned_into_a_date_is_refused(tmp_path: Path) -> None:
    path = write_xlsx(isi_buku(["em", "klaster_1", "4", date(2025, 4, 1), 1]), tmp_path / "buku.xlsx")
    (salah,) = pesan_buku(path)
    assert salah.startswith("buku.xlsx, lembar Penilaian, sel D2: kode terbaca sebagai '2025-04-01', bukan teks.")


def test_a_code_typed_as_whole_number_is_that_code(tmp_path: Path) -> None:
    buku = load_buku(PARAMS, write_xlsx(isi_buku(["em", "klaster_3", 14, 1, 1]), tmp_path / "buku.xlsx"))
    assert buku.penilaian is not None
    assert [buku.penilaian.loc[2, k] for k in ("indikator", "pertanyaan")] == ["14", "1"]


def test_a_mark_whose_formula_failed_is_refused_and_not_taken_as_unknown(tmp_path: Path) -> None:
    path = write_xlsx(isi_buku(["em", "klaster_1", "4", "1", "#REF!"]), tmp_path / "buku.xlsx")
    assert pesan_buku(path) == [
        "buku.xlsx, lembar Penilaian, sel E2: sel berisi galat #REF!. Perbaiki rumusnya, atau tulis nilainya."
    ]


def test_a_csv_without_header_is_told_to_begin_with_the_names(tmp_path: Path) -> None:
    path = write_folder(isi_buku(NILAI), tmp_path / "buku")
    (path / "penilaian.csv").write_text("em,klaster_1,4,1,0.5,ya\nem,klaster_1,4,2,0.5,ya\n", encoding="utf-8")
    assert pesan_buku(path) == [
        "penilaian.csv, baris 1: tidak memuat nama kolom. Tulis nama kolom di baris 1: "
        "tahap, klaster, indikator, pertanyaan, nilai, dikonfirmasi, catatan, catatan_verifikator."
    ]


def check_book_or_error(path: Path) -> None:
    try:
        buku = load_buku(PARAMS, path)
    except KlaError as e:
        assert str(e)
    else:
        assert isinstance(buku, Buku)


SEL = st.one_of(
    st.text(),
    st.sampled_from(
        ["em", "klaster_1", "4", "21A", "nan", "inf", "1e400", "-0", "#N/A", "=1+1", "٣", "½", "\x00", '"', "\r"]
    ),
    st.from_regex(r"[+-]?[0-9]{0,400}[.,]?[0-9]*%?", fullmatch=True),
)


def write_cells(isi: Isi, lembar: str, data: st.DataObject) -> None:
    for _ in range(data.draw(st.integers(1, 3))):
        baris = data.draw(st.sampled_from(isi[lembar]))
        baris[data.draw(st.integers(0, len(baris) - 1))] = data.draw(SEL)


@given(data=st.data())
@settings(max_examples=80)
def test_any_text_in_any_cell_of_the_marks_gives_a_book_or_faults(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    isi = isi_buku([*NILAI, "", ""], ["em", "klaster_1", "5", "", 3, "tidak", "a", "b"])
    write_cells(isi, "Penilaian", data)
    check_book_or_error(write_folder(isi, tmp_path_factory.getbasetemp() / "buku_nilai"))


@given(data=st.data(), lembar=st.sampled_from(sorted(BERKAS)))
@settings(max_examples=36)
def test_any_text_in_any_cell_of_any_table_gives_a_book_or_faults(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject, lembar: str
) -> None:
    isi = isi_penuh()
    write_cells(isi, lembar, data)
    check_book_or_error(write_folder(isi, tmp_path_factory.getbasetemp() / "buku_penuh"))


@given(teks=st.one_of(st.text(), st.binary(), st.text(alphabet='",;\n\r\t 1a_')))
def test_any_file_in_place_of_the_marks_gives_a_book_or_faults(
    tmp_path_factory: pytest.TempPathFactory, teks: str | bytes
) -> None:
    path = write_folder(isi_buku(NILAI), tmp_path_factory.getbasetemp() / "buku_teks")
    (path / "penilaian.csv").write_bytes(teks.encode() if isinstance(teks, str) else teks)
    check_book_or_error(path)
