from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kla_lib.tabel.baca import read_csv, read_lembar
from kla_lib.tabel.bentuk import Bentuk, Kolom
from kla_lib.tabel.jenis import ANGKA_DESIMAL, KODE, YA_TIDAK
from kla_lib.tabel.periksa import check_tabel
from tests.pembantu.buku_uji import write_xlsx

BUAH = Bentuk(
    "Buah",
    "buah.csv",
    ("kode", "jenis"),
    (
        Kolom("kode", KODE, wajib=True),
        Kolom("jenis", pilihan=("apel", "jeruk")),
        Kolom("berat", ANGKA_DESIMAL, sedikit=0),
        Kolom("matang", YA_TIDAK),
    ),
)


def periksa(folder: Path, teks: str) -> tuple[pd.DataFrame, list[str]]:
    (folder / "buah.csv").write_text(teks, encoding="utf-8")
    tabel, salah = check_tabel(read_csv(folder / "buah.csv", "buah.csv"), BUAH)
    return tabel, [str(k) for k in salah]


def test_a_right_table_comes_back_typed_with_the_row_numbers_of_the_file(tmp_path: Path) -> None:
    tabel, salah = periksa(tmp_path, "berat,matang,kode,jenis\n1.5,ya,1,apel\n\n,tidak,2,\n")
    assert salah == []
    assert list(tabel.columns) == ["kode", "jenis", "berat", "matang"]
    assert list(tabel.index) == [2, 4]
    assert list(tabel["kode"]) == ["1", "2"]
    assert tabel["berat"].dtype == float
    assert tabel.loc[2, "berat"] == 1.5
    assert pd.isna(tabel.loc[4, "berat"])
    assert list(tabel["matang"]) == [True, False]
    assert tabel.loc[4, "jenis"] is None


def test_a_table_with_a_header_only_has_no_rows_and_no_faults(tmp_path: Path) -> None:
    tabel, salah = periksa(tmp_path, "kode,jenis,berat,matang\n")
    assert (len(tabel), salah) == (0, [])


def test_a_missing_column_is_named_with_what_to_do(tmp_path: Path) -> None:
    tabel, salah = periksa(tmp_path, "kode,jenis,matang\n1,apel,ya\n")
    assert salah == [
        "buah.csv: kolom 'berat' tidak ada. Tambahkan kolom 'berat' di baris 1; isinya boleh kosong bila tidak wajib."
    ]
    assert pd.isna(tabel.loc[2, "berat"])


def test_an_unknown_column_gets_the_nearest_missing_name(tmp_path: Path) -> None:
    _, salah = periksa(tmp_path, "kode,jenis,berta,matang\n1,apel,1,ya\n")
    assert salah[1] == "buah.csv, sel C1: kolom 'berta' tidak dikenal. Maksud Anda 'berat'?"
    assert len(salah) == 2


def test_an_extra_column_gets_the_names_that_are_allowed(tmp_path: Path) -> None:
    _, salah = periksa(tmp_path, "kode,jenis,berat,matang,xxxx\n1,apel,1,ya,z\n")
    assert salah == ["buah.csv, sel E1: kolom 'xxxx' tidak dikenal. Pilihan: berat, jenis, kode, matang."]


def test_a_table_that_begins_with_data_is_told_to_begin_with_names(tmp_path: Path) -> None:
    _, salah = periksa(tmp_path, "1,apel,1.5,ya\n2,jeruk,2.5,tidak\n")
    assert salah == [
        "buah.csv, baris 1: tidak memuat nama kolom. Tulis nama kolom di baris 1: kode, jenis, berat, matang."
    ]


def test_an_empty_required_cell_is_refused(tmp_path: Path) -> None:
    _, salah = periksa(tmp_path, "kode,jenis,berat,matang\n,apel,1,ya\n")
    assert salah == ["buah.csv, sel A2: kolom 'kode' kosong. Isi sel ini, atau hapus barisnya."]


def test_a_word_that_is_no_choice_gets_the_nearest_one_and_the_cell_comes_back_empty(tmp_path: Path) -> None:
    tabel, salah = periksa(tmp_path, "kode,jenis,berat,matang\n1,apell,1,ya\n")
    assert salah == ["buah.csv, sel B2: 'apell' tidak dikenal di kolom 'jenis'. Maksud Anda 'apel'?"]
    assert tabel.loc[2, "jenis"] is None


def test_a_number_below_the_least_is_refused(tmp_path: Path) -> None:
    _, salah = periksa(tmp_path, "kode,jenis,berat,matang\n1,apel,-0.5,ya\n2,apel,0,ya\n")
    assert salah == ["buah.csv, sel C2: berat -0,5 kurang dari 0. Tulis angka mulai dari 0."]


def test_text_in_a_column_of_numbers_is_refused_once(tmp_path: Path) -> None:
    tabel, salah = periksa(tmp_path, "kode,jenis,berat,matang\n1,apel,berat,ya\n")
    assert salah == [
        "buah.csv, sel C2: 'berat' bukan angka. Tulis angka, misalnya 12,5; kosongkan sel bila belum dicatat."
    ]
    assert pd.isna(tabel.loc[2, "berat"])


@pytest.mark.parametrize("tertulis", ["Apel", " APEL ", "apel"])
def test_a_word_of_choice_is_known_in_any_case(tmp_path: Path, tertulis: str) -> None:
    tabel, salah = periksa(tmp_path, f"kode,jenis,berat,matang\n1,{tertulis},1,Ya\n")
    assert (list(tabel["jenis"]), list(tabel["matang"]), salah) == (["apel"], [True], [])


def test_a_choice_in_another_case_is_the_same_key(tmp_path: Path) -> None:
    _, salah = periksa(tmp_path, "kode,jenis,berat,matang\n1,apel,1,ya\n1,Apel,1,ya\n")
    assert [s.split(":")[0] for s in salah] == ["buah.csv, sel B2", "buah.csv, sel B3"]


def test_a_line_of_words_among_the_rows_is_one_fault_and_the_rows_stay(tmp_path: Path) -> None:
    tabel, salah = periksa(tmp_path, "kode,jenis,berat,matang\n1,apel,1,ya\n,Buah dari Malang,,\n2,jeruk,2,ya\n")
    assert salah == [
        "buah.csv, sel B3: baris ini hanya berisi 'Buah dari Malang'. "
        "Pindahkan tulisan ini ke atas nama kolom, atau lengkapi barisnya."
    ]
    assert list(tabel.index) == [2, 4]


def test_the_names_of_the_columns_among_the_rows_are_one_fault(tmp_path: Path) -> None:
    tabel, salah = periksa(tmp_path, "kode,jenis,berat,matang\n1,apel,1,ya\nKODE,Jenis,berat,\n2,jeruk,2,ya\n")
    assert salah == ["buah.csv, baris 3: baris ini mengulang nama kolom. Hapus baris ini."]
    assert list(tabel["kode"]) == ["1", "2"]


def test_a_row_with_its_key_alone_is_no_line_of_words(tmp_path: Path) -> None:
    tabel, salah = periksa(tmp_path, "kode,jenis,berat,matang\n7,,,\n")
    assert (list(tabel["kode"]), salah) == (["7"], [])


def test_a_line_in_a_guidance_column_alone_says_nothing(tmp_path: Path) -> None:
    tabel, salah = periksa(tmp_path, "kode,jenis,berat,matang,_petunjuk\n,,,,Bagian A\n1,apel,1,ya,\n")
    assert (list(tabel.index), salah) == ([3], [])


def test_without_a_column_of_its_key_a_table_has_no_rows_that_could_be_taken(tmp_path: Path) -> None:
    tabel, salah = periksa(tmp_path, "kode,berat,matang\n1,1,ya\n")
    assert (len(tabel), len(salah)) == (0, 1)


def test_a_doubled_key_is_refused_at_both_rows(tmp_path: Path) -> None:
    _, salah = periksa(tmp_path, "kode,jenis,berat,matang\n1,apel,1,ya\n1,jeruk,1,ya\n1,apel,2,ya\n")
    pesan = (
        "baris dengan kode, jenis = 1, apel ada dua kali: baris 2 (berat 1), baris 4 (berat 2). "
        "Pastikan angka yang benar, lalu hapus baris yang lain."
    )
    assert salah == [f"buah.csv, sel B2: {pesan}", f"buah.csv, sel B4: {pesan}"]


def test_rows_that_say_the_same_are_told_apart_by_their_numbers_only(tmp_path: Path) -> None:
    _, salah = periksa(tmp_path, "kode,jenis,berat,matang\n" + "1,apel,1,ya\n" * 6)
    assert len(salah) == 6
    assert {s.split(": ", 1)[1] for s in salah} == {
        "baris dengan kode, jenis = 1, apel ada 6 kali: baris 2, baris 3, baris 4, baris 5, …. "
        "Hapus atau perbaiki salah satunya."
    }


def test_a_doubled_key_tells_that_one_of_the_rows_has_no_number(tmp_path: Path) -> None:
    _, salah = periksa(tmp_path, "kode,jenis,berat,matang\n1,apel,,ya\n1,apel,2,ya\n")
    assert "baris 2 (berat kosong), baris 3 (berat 2)" in salah[0]


def test_keys_are_equal_when_the_same_part_is_empty(tmp_path: Path) -> None:
    _, salah = periksa(tmp_path, "kode,jenis,berat,matang\n1,,1,ya\n1,,2,ya\n")
    assert [s.split(". ")[0] for s in salah] == [
        "buah.csv, sel B2: baris dengan kode, jenis = 1 ada dua kali: baris 2 (berat 1), baris 3 (berat 2)",
        "buah.csv, sel B3: baris dengan kode, jenis = 1 ada dua kali: baris 2 (berat 1), baris 3 (berat 2)",
    ]


def test_a_code_typed_as_number_is_the_same_code_as_text(tmp_path: Path) -> None:
    path = write_xlsx(
        {"Buah": [["kode", "jenis", "berat", "matang"], [1, "apel", 1, "ya"], ["1", "apel", 1, "ya"]]},
        tmp_path / "buku.xlsx",
    )
    tabel, salah = check_tabel(read_lembar(path, "buku.xlsx", ["Buah"])[0]["Buah"], BUAH)
    assert list(tabel["kode"]) == ["1", "1"]
    assert [k.sel for k in salah] == ["sel B2", "sel B3"]


def test_faults_come_in_the_order_of_the_file(tmp_path: Path) -> None:
    _, salah = periksa(tmp_path, "matang,berat,kode,jenis\nya,x,1,apel\nmungkin,y,,pir\n")
    assert [s.split(":")[0] for s in salah] == [
        "buah.csv, sel B2",
        "buah.csv, sel C3",
        "buah.csv, sel D3",
        "buah.csv, sel B3",
        "buah.csv, sel A3",
    ]


@pytest.mark.parametrize(
    ("teks", "berat"),
    [
        ("kode;jenis;berat;matang\n1;apel;1,500;ya\n", 1.5),
        ("kode;jenis;berat;matang\n1;apel;12.5;ya\n", 12.5),
        ('kode,jenis,berat,matang\n1,apel,"12,5",ya\n', 12.5),
        ("kode,jenis,berat,matang\n1,apel,1.234.567,ya\n", 1234567),
    ],
)
def test_a_number_is_read_the_way_its_file_writes_numbers(tmp_path: Path, teks: str, berat: float) -> None:
    tabel, salah = periksa(tmp_path, teks)
    assert (list(tabel["berat"]), salah) == ([berat], [])


@pytest.mark.parametrize("pemisah", [",", ";", "\t"])
@pytest.mark.parametrize(
    ("bukti", "berat"),
    [("95,63", 256204.0), ("1.250.000", 256204.0), ("0,5", 256204.0), ("2.5", 256.204), ("1234.567", 256.204)],
)
def test_one_number_that_proves_its_decimal_sign_decides_for_its_csv(
    tmp_path: Path, pemisah: str, bukti: str, berat: float
) -> None:
    baris = [["kode", "jenis", "berat", "matang"], ["1", "apel", f'"{bukti}"', "ya"], ["2", "jeruk", "256.204", "ya"]]
    tabel, salah = periksa(tmp_path, "".join(f"{pemisah.join(b)}\n" for b in baris))
    assert (tabel["berat"].iloc[1], salah) == (berat, [])


@pytest.mark.parametrize("pemisah", [",", ";"])
@pytest.mark.parametrize("lain", [[], ["12"], ["1.500"], ["95,63", "12.5"]])
def test_a_number_with_two_readings_is_refused_where_nothing_or_everything_is_proved(
    tmp_path: Path, pemisah: str, lain: list[str]
) -> None:
    baris = [["kode", "jenis", "berat", "matang"], ["1", "apel", "256.204", "ya"]]
    baris += [[str(n), "jeruk", f'"{b}"', "ya"] for n, b in enumerate(lain, start=2)]
    _, salah = periksa(tmp_path, "".join(f"{pemisah.join(b)}\n" for b in baris))
    assert salah[0] == (
        "buah.csv, sel C2: '256.204' bisa dibaca 256204 atau 256,2040. "
        "Tulis tanpa pemisah ribuan, atau dengan desimal yang jelas."
    )


def test_a_sheet_is_filled_by_many_hands_and_proves_nothing(tmp_path: Path) -> None:
    isi = {"Buah": [["kode", "jenis", "berat", "matang"], ["1", "apel", "95,63", "ya"], ["2", "jeruk", "1.500", "ya"]]}
    lembar, _salah = read_lembar(write_xlsx(isi, tmp_path / "b.xlsx"), "b.xlsx", ["Buah"])
    _tabel, salah = check_tabel(lembar["Buah"], BUAH)
    assert [k.sel for k in salah] == ["sel C3"]


def test_binary_dust_is_what_a_spreadsheet_shows(tmp_path: Path) -> None:
    isi = {"Buah": [["kode", "jenis", "berat", "matang"], ["1", "apel", 1 + 2**-52, "ya"]]}
    lembar, _salah = read_lembar(write_xlsx(isi, tmp_path / "b.xlsx"), "b.xlsx", ["Buah"])
    tabel, salah = check_tabel(lembar["Buah"], BUAH)
    assert (list(tabel["berat"]), salah) == ([1.0], [])
    tabel, _ = periksa(tmp_path, "kode,jenis,berat,matang\n1,apel,0.30000000000000004,ya\n")
    assert list(tabel["berat"]) == [0.3]


def test_codes_and_texts_keep_their_commas_and_dots(tmp_path: Path) -> None:
    tabel, salah = periksa(tmp_path, "kode;jenis;berat;matang\n1.234,5;apel;1;ya\n")
    assert (list(tabel["kode"]), salah) == (["1.234,5"], [])


def test_messages_name_the_row_of_the_names_where_it_is_not_the_first(tmp_path: Path) -> None:
    (tmp_path / "buah.csv").write_text("Buah,,,\n,,,\nkode,jenis,matang,xx\n1,apel,ya,\n", encoding="utf-8")
    _tabel, salah = check_tabel(read_csv(tmp_path / "buah.csv", "buah.csv", BUAH.nama_kolom), BUAH)
    assert [str(k).split(". ")[0] for k in salah] == [
        "buah.csv: kolom 'berat' tidak ada",
        "buah.csv, sel D3: kolom 'xx' tidak dikenal",
    ]
    assert "di baris 3;" in str(salah[0])


@given(
    st.lists(
        st.tuples(
            st.integers(0, 10**6).map(str),
            st.sampled_from(["apel", "jeruk", ""]),
            st.one_of(st.just(""), st.decimals(0, 1000, places=2).map(str)),
            st.sampled_from(["ya", "tidak", ""]),
        ),
        unique_by=lambda b: b[0],
        max_size=8,
    )
)
def test_every_right_table_is_accepted_and_keeps_its_numbers(
    tmp_path_factory, baris: list[tuple[str, str, str, str]]
) -> None:
    teks = "kode,jenis,berat,matang\n" + "".join(",".join(b) + "\n" for b in baris)
    tabel, salah = periksa(tmp_path_factory.mktemp("buah"), teks)
    assert salah == []
    assert [b[2] and float(b[2]) for b in baris] == ["" if pd.isna(v) else v for v in tabel["berat"]]


SURAT = Bentuk(
    "Surat",
    "buah.csv",
    ("kode",),
    (Kolom("kode", KODE, wajib=True), Kolom("isi", wajib=True), Kolom("catatan", opsional=True)),
    hampa=("isi",),
)


def periksa_surat(folder: Path, teks: str) -> pd.DataFrame:
    (folder / "buah.csv").write_text(teks, encoding="utf-8")
    tabel, salah = check_tabel(read_csv(folder / "buah.csv", "buah.csv"), SURAT)
    assert salah == []
    return tabel


def test_an_optional_column_may_be_absent_and_reads_as_empty(tmp_path: Path) -> None:
    assert list(periksa_surat(tmp_path, "kode,isi\n1,ada\n")["catatan"]) == [None]


def test_a_column_named_with_an_underscore_is_guidance_and_is_not_read(tmp_path: Path) -> None:
    assert list(periksa_surat(tmp_path, "kode,isi,_petunjuk\n1,ada,tulis di sini\n")) == ["kode", "isi", "catatan"]


def test_a_line_of_a_template_that_nobody_filled_is_left_out(tmp_path: Path) -> None:
    assert list(periksa_surat(tmp_path, "kode,isi\n1,\n2,ada\n").index) == [3]
