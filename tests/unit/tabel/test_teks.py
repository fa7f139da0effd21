from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kla_lib.errors import KlaError
from kla_lib.tabel.baca import read_kisi_csv
from kla_lib.tabel.teks import Teks, read_teks


def teks(folder: Path, byte: bytes) -> Teks:
    (folder / "a.csv").write_bytes(byte)
    return read_teks(folder / "a.csv", "a.csv")


def pesan(folder: Path, byte: bytes) -> str:
    with pytest.raises(KlaError) as e:
        teks(folder, byte)
    return str(e.value)


@pytest.mark.parametrize("kode", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_usual_encodings_are_recognised_and_can_be_written_back(tmp_path: Path, kode: str) -> None:
    byte = "kode;isi\r\n1;Café – “akta”\r\n".encode(kode)
    hasil = teks(tmp_path, byte)
    assert hasil == Teks("kode;isi\r\n1;Café – “akta”\r\n", kode, ";")
    assert hasil.isi.encode(hasil.kode) == byte


@pytest.mark.parametrize(
    "byte",
    [
        b"a\0b",
        b"PK\x03\x04\x14\x00\xe9",
        "a;b".encode("utf-16-le"),
        b"\xff\xfea",
        b"\xe9\x1b",
        b"\x81",
        b"\xff\xfe\0\0a\0\0\0",
    ],
)
def test_what_is_no_text_is_refused(tmp_path: Path, byte: bytes) -> None:
    assert pesan(tmp_path, byte) == ("a.csv: huruf tidak terbaca: berkas ini bukan teks CSV. Simpan sebagai CSV UTF-8.")


@pytest.mark.parametrize(
    ("isi", "pemisah"),
    [
        ("", ","),
        ("kode\n1\n", ","),
        ("kode,isi\n1,a;b;c\n", ","),
        ("kode;isi\n1;2,5\n2;3,5\n", ";"),
        ("kode\tisi\n1\ta,b\n", "\t"),
        ("Penilaian, tahun 2024\n\nkode;isi;catatan\n1;2;a\n", ";"),
        ('"a;b;c",d\n"e;f;g",h\n', ","),
    ],
)
def test_the_separator_is_the_one_that_most_first_lines_agree_on(tmp_path: Path, isi: str, pemisah: str) -> None:
    assert teks(tmp_path, isi.encode()).pemisah == pemisah


@pytest.mark.parametrize(("awal", "pemisah"), [("sep=;\r\n", ";"), ('"sep=,"\n', ","), ("SEP=\t\n", "\t")])
def test_the_line_with_which_excel_names_the_separator_is_honoured_and_no_part_of_the_table(
    tmp_path: Path, awal: str, pemisah: str
) -> None:
    assert teks(tmp_path, (awal + "kode\n").encode()) == Teks("kode\n", "utf-8", pemisah)


def test_a_table_whose_first_name_looks_like_that_line_is_a_table(tmp_path: Path) -> None:
    assert teks(tmp_path, b"sep=;isi\n1;a\n").isi == "sep=;isi\n1;a\n"


def test_a_file_that_is_not_handed_out_is_told(tmp_path: Path) -> None:
    with pytest.raises(KlaError, match=r"^a.csv: berkas tidak dapat dibuka \(.+\). Tutup berkasnya di Excel"):
        read_teks(tmp_path / "tiada.csv", "a.csv")


@given(st.one_of(st.binary(), st.text().map(lambda t: t.encode("utf-8", "replace"))))
def test_any_bytes_are_text_or_a_fault(tmp_path_factory: pytest.TempPathFactory, byte: bytes) -> None:
    try:
        hasil = teks(tmp_path_factory.getbasetemp(), byte)
    except KlaError as e:
        assert str(e).startswith("a.csv: ")
    else:
        assert "\0" not in hasil.isi


@pytest.mark.parametrize("teks", ["Café – anak", "“Forum”", "Pi•ata"])
def test_text_of_an_old_macintosh_is_told(tmp_path: Path, teks: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(f"kode,isi\n1,{teks}\n".encode("mac_roman"))
    with pytest.raises(KlaError, match=r"Mac Roman.*CSV UTF-8"):
        read_teks(path, "a.csv")


@pytest.mark.parametrize("teks", ["Café", "“Forum” – anak", "Piña 10°"])
def test_text_of_windows_is_no_text_of_a_macintosh(tmp_path: Path, teks: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(f"kode,isi\n1,{teks}\n".encode("cp1252"))
    assert teks in read_teks(path, "a.csv").isi


@pytest.mark.parametrize(
    ("tulisan", "maksud"), [("CafÃ©", "é"), ("2021 â€“ 2024", "–"), ("anakâ€™s", "’"), ("9Â°", "°")]
)
def test_letters_encoded_twice_are_told_with_what_was_meant(tmp_path: Path, tulisan: str, maksud: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"kode,isi\n1,{tulisan}\n", encoding="utf-8")
    kisi = read_kisi_csv(path, "a.csv")
    assert [(sel, f"seharusnya '{maksud}'" in p[0]) for sel, p in kisi.aneh.items()] == [("B2", True)]


def test_rows_that_stand_whole_in_quotes_are_told(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('kode,isi,nilai\n"1,a,2"\n2,b,3\n', encoding="utf-8")
    assert list(read_kisi_csv(path, "a.csv").aneh) == ["A2"]
    path.write_text('"kode,isi,nilai"\n"1,a,2"\n', encoding="utf-8")
    with pytest.raises(KlaError, match="baris 1: seluruh baris berada di dalam satu sel"):
        read_kisi_csv(path, "a.csv")
