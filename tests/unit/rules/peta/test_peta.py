"""Tables with any column names, read by a mapping."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from kla_lib.errors import KlaError
from kla_lib.rules.peta.peta import Peta, load_peta, read_peta

WAJIB = ("indikator", "pertanyaan", "nilai")


def peta(folder: Path, isi: str) -> Peta:
    (folder / "peta.yaml").write_text(isi, encoding="utf-8")
    return load_peta(folder / "peta.yaml", Peta)


def csv(folder: Path, *baris: str) -> Path:
    (folder / "kiriman.csv").write_text("".join(f"{b}\n" for b in baris), encoding="utf-8")
    return folder / "kiriman.csv"


def xlsx(folder: Path, *baris: list[Any], gabung: tuple[str, ...] = (), lembar: str = "Hasil VL") -> Path:
    buku = openpyxl.Workbook()
    halaman = buku.active
    halaman.title = lembar
    for n, b in enumerate(baris, start=1):
        for i, isi in enumerate(b, start=1):
            halaman.cell(n, i, isi)
    for daerah in gabung:
        halaman.merge_cells(daerah)
    buku.save(folder / "kiriman.xlsx")
    return folder / "kiriman.xlsx"


def pesan(path: Path, p: Peta, boleh: tuple[str, ...] = ()) -> list[str]:
    with pytest.raises(KlaError) as e:
        read_peta(path, p, WAJIB, boleh)
    return [str(k) for k in e.value.kesalahan]


SEDERHANA = "kolom: {indikator: Ind., pertanyaan: Butir, nilai: Nilai VL}\n"


def test_columns_get_our_names_and_cells_keep_their_place(tmp_path: Path) -> None:
    path = csv(tmp_path, "No,Ind.,Butir,Nilai VL", "1,21A,4a,6.5", "2,4,1,")
    mentah = read_peta(path, peta(tmp_path, SEDERHANA), WAJIB)
    assert mentah.isi.to_dict("index") == {
        2: {"indikator": "21A", "pertanyaan": "4a", "nilai": "6.5"},
        3: {"indikator": "4", "pertanyaan": "1", "nilai": None},
    }
    assert (mentah.sel("nilai", 2), mentah.baris_kepala) == ("sel D2", 1)


def test_two_header_rows_merged_cells_titles_and_totals(tmp_path: Path) -> None:
    path = xlsx(
        tmp_path,
        ["HASIL VERIFIKASI LAPANGAN"],
        [],
        ["Indikator", "Butir", "Nilai", None, "Ket."],
        [None, None, "EM", "VL"],
        ["4", "1", 1, 0.5, "kurang"],
        [None, "2", 1, 1],
        ["Jumlah 4", None, 2, 1.5],
        ["21A", "4a", 6, 5],
        gabung=("A3:A4", "B3:B4", "C3:D3", "E3:E4", "A5:A6"),
    )
    p = peta(
        tmp_path,
        "lembar: hasil  vl\nbaris_kepala: [3, 4]\n"
        "kolom: {indikator: Indikator, pertanyaan: butir, nilai: Nilai / VL, catatan: Ket.}\n"
        "tetap: {tahap: vl}\nisi_ke_bawah: [indikator]\nlewati: {diawali: [Jumlah], kosong: [pertanyaan]}\n",
    )
    mentah = read_peta(path, p, WAJIB, ("catatan", "tahap"))
    assert list(mentah.isi.index) == [5, 6, 8]
    assert mentah.isi.values.tolist() == [
        ["4", "1", 0.5, "kurang", "vl"],
        ["4", "2", 1.0, None, "vl"],
        ["21A", "4a", 5.0, None, "vl"],
    ]
    assert mentah.huruf == {"indikator": "A", "pertanyaan": "B", "nilai": "D", "catatan": "E"}


def test_words_are_replaced_whatever_their_case_and_an_empty_cell_may_be_a_word(tmp_path: Path) -> None:
    p = peta(tmp_path, SEDERHANA + 'nilai:\n  nilai: {"belum ada": "", "": "0", "TERPENUHI penuh": "1"}\n')
    path = csv(tmp_path, "Ind.,Butir,Nilai VL", "4,1,Belum  Ada", "4,2,", "4,3,terpenuhi penuh", "4,4,7")
    assert list(read_peta(path, p, WAJIB).isi["nilai"]) == [None, "0", "1", "7"]


def test_a_missing_column_gets_the_nearest_one_and_all_are_named_at_once(tmp_path: Path) -> None:
    path = csv(tmp_path, "Ind,Nilai V.L.,Lain", "4,1,x")
    dibaca = " Yang dibaca sebagai nama kolom: baris 1; bila bukan itu, tulis baris_kepala di peta."
    assert pesan(path, peta(tmp_path, SEDERHANA)) == [
        "kiriman.csv, baris 1: kolom 'Ind.' (untuk indikator) tidak ada. Maksud Anda 'Ind'?" + dibaca,
        "kiriman.csv, baris 1: kolom 'Butir' (untuk pertanyaan) tidak ada. Pilihan: Ind, Lain, Nilai V.L.." + dibaca,
        "kiriman.csv, baris 1: kolom 'Nilai VL' (untuk nilai) tidak ada. Maksud Anda 'Nilai V.L.'?" + dibaca,
    ]


def test_the_row_of_names_is_found_below_titles_where_the_mapping_does_not_state_it(tmp_path: Path) -> None:
    path = csv(
        tmp_path, "HASIL VERIFIKASI,,,", "Nilai VL tahun 2024,,,", ",,,", "No,Ind.,BUTIR,Nilai  VL", "1,21A,4a,6"
    )
    mentah = read_peta(path, peta(tmp_path, SEDERHANA), WAJIB)
    assert mentah.isi.to_dict("index") == {5: {"indikator": "21A", "pertanyaan": "4a", "nilai": "6"}}
    assert mentah.baris_kepala == 4


def test_a_column_missing_from_a_row_that_was_found_names_that_row(tmp_path: Path) -> None:
    path = csv(tmp_path, "HASIL VERIFIKASI,,", "Ind.,Butir,Skor", "4,1,1")
    (salah,) = pesan(path, peta(tmp_path, SEDERHANA))
    assert salah.startswith("kiriman.csv, baris 2: kolom 'Nilai VL' (untuk nilai) tidak ada. ")
    assert salah.endswith("Yang dibaca sebagai nama kolom: baris 2; bila bukan itu, tulis baris_kepala di peta.")


def test_a_row_of_names_that_returns_is_not_taken_for_the_first(tmp_path: Path) -> None:
    path = csv(tmp_path, "Ind.,Butir,Skor", "4,1,1", "Ind.,Butir,Nilai VL", "4,2,1")
    assert pesan(path, peta(tmp_path, SEDERHANA))[0].startswith(
        "kiriman.csv, baris 3: nama kolom ada di baris 1 dan sekali lagi di baris 3."
    )
    p = peta(tmp_path, "baris_kepala: 3\n" + SEDERHANA)
    assert list(read_peta(path, p, WAJIB).isi["pertanyaan"]) == ["2"]


def test_merged_points_are_refused_and_a_merged_code_that_is_filled_down_is_not(tmp_path: Path) -> None:
    baris = ["Ind.", "Butir", "Nilai VL"], ["4", "1", 0.5], [None, "2", None]
    p = peta(tmp_path, SEDERHANA + "isi_ke_bawah: [indikator]\n")
    assert pesan(xlsx(tmp_path, *baris, gabung=("A2:A3", "C2:C3")), p) == [
        "kiriman.xlsx, lembar Hasil VL, sel C2: sel gabungan C2:C3: hanya sel pertama yang terbaca. "
        "Pisahkan selnya (Merge & Center > Unmerge) dan isi satu per satu."
    ]
    assert list(read_peta(xlsx(tmp_path, *baris, gabung=("A2:A3",)), p, WAJIB).isi["indikator"]) == ["4", "4"]


def test_a_name_that_two_columns_bear_is_refused_with_their_full_names(tmp_path: Path) -> None:
    path = xlsx(tmp_path, ["Ind.", "Butir", "EM", None, "VL"], [None, None, "Nilai VL", "Ket", "Nilai VL"], ["4", "1"])
    p = peta(tmp_path, "baris_kepala: [1, 2]\n" + SEDERHANA)
    assert pesan(path, p) == [
        "kiriman.xlsx, lembar Hasil VL, baris 1, 2: kolom 'Nilai VL' (untuk nilai) ada 2 kali: C, E. "
        "Tulis nama lengkapnya di peta, dengan judul di atasnya: EM / Nilai VL; VL / Nilai VL."
    ]


def test_a_mapping_that_leaves_out_or_invents_columns_is_refused(tmp_path: Path) -> None:
    path = csv(tmp_path, "Ind.,Butir", "4,1")
    p = peta(tmp_path, "kolom: {indikator: Ind., pertanyan: Butir}\ntetap: {indikator: '4'}\n")
    assert pesan(path, p) == [
        "peta.yaml: kolom 'pertanyan' tidak dikenal. Maksud Anda 'pertanyaan'?",
        "peta.yaml: kolom 'pertanyaan' belum dipetakan. Tulis nama kolomnya di kolom, atau isinya di tetap.",
        "peta.yaml: kolom 'nilai' belum dipetakan. Tulis nama kolomnya di kolom, atau isinya di tetap.",
        "peta.yaml: kolom 'indikator' ada di kolom dan di tetap. Sisakan salah satu.",
    ]


def test_a_sheet_that_is_not_there_gets_the_nearest_one(tmp_path: Path) -> None:
    path = xlsx(tmp_path, ["Ind."])
    assert pesan(path, peta(tmp_path, "lembar: Hasl VL\n" + SEDERHANA)) == [
        "kiriman.xlsx: lembar 'Hasl VL' tidak ada. Maksud Anda 'Hasil VL'?"
    ]


def test_a_workbook_with_several_sheets_needs_the_name_of_one(tmp_path: Path) -> None:
    buku = openpyxl.Workbook()
    buku.create_sheet("Dua")
    buku.save(tmp_path / "kiriman.xlsx")
    assert pesan(tmp_path / "kiriman.xlsx", peta(tmp_path, SEDERHANA)) == [
        "kiriman.xlsx: buku kerja ini punya 2 lembar. Tulis di peta lembar mana yang dibaca. Pilihan: Dua, Sheet."
    ]


def test_a_formula_without_value_in_a_mapped_column_is_refused_with_its_cell(tmp_path: Path) -> None:
    path = xlsx(tmp_path, ["Ind.", "Butir", "Nilai VL", "Lain"], ["4", "1", "=1/0", "=1/0"])
    assert [s.split(":")[0] for s in pesan(path, peta(tmp_path, SEDERHANA))] == [
        "kiriman.xlsx, lembar Hasil VL, sel C2"
    ]


def test_a_file_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    assert pesan(tmp_path / "x.xlsx", peta(tmp_path, SEDERHANA)) == [
        "x.xlsx: berkas tidak ditemukan. Periksa nama dan foldernya."
    ]


def test_an_unknown_key_of_a_mapping_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KlaError) as e:
        peta(tmp_path, SEDERHANA + "baris_kepla: 2\n")
    assert "kunci 'baris_kepla' tidak dikenal. Maksud Anda 'baris_kepala'?" in str(e.value)


def test_a_row_that_lost_its_code_is_not_left_out_silently(tmp_path: Path) -> None:
    p = peta(tmp_path, SEDERHANA + "lewati: {kosong: [pertanyaan]}\n")
    path = csv(tmp_path, "Ind.,Butir,Nilai VL", "4,1,1", "KLASTER II,,", "4,,0.5")
    assert pesan(path, p) == [
        "kiriman.csv, sel B4: kolom 'pertanyaan' kosong, padahal baris ini berisi. "
        "Isi sel ini; bila barisnya sebuah jumlah, tulis kata pertamanya di lewati: diawali."
    ]


def test_a_row_with_its_code_is_data_even_where_it_begins_like_a_total(tmp_path: Path) -> None:
    isi = "kolom: {label: Uraian, indikator: Ind., pertanyaan: Butir, nilai: Nilai VL}\n"
    p = peta(tmp_path, isi + "lewati: {kosong: [pertanyaan], diawali: [jumlah]}\n")
    path = csv(tmp_path, "Uraian,Ind.,Butir,Nilai VL", "Jumlah anak,4,1,1", "JUMLAH indikator 4,4,,1")
    assert list(read_peta(path, p, WAJIB, ("label",)).isi["label"]) == ["Jumlah anak"]
