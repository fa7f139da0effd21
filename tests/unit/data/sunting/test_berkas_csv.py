"""One line of a CSV file changes, and every other line stays as it was written."""

import codecs
import csv
import io
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kla_lib.data.bentuk import DATA_DUKUNG, KIRIMAN, PENILAIAN, TINDAK_LANJUT
from kla_lib.data.buku import Buku, hash_buku, load_buku
from kla_lib.data.sunting.berkas_csv import Gaya, sunting_teks
from kla_lib.data.sunting.sel import Suntingan, Tulisan
from kla_lib.data.sunting.simpan import Ubahan, save_ubahan
from kla_lib.errors import KlaError
from kla_lib.tabel.baca import read_csv
from kla_lib.tabel.bentuk import Kolom
from tests.pembantu.buku_uji import isi_buku, tabel, write_folder
from tests.pembantu.params_uji import PARAMS

KEPALA = "tahap,klaster,indikator,pertanyaan,nilai,dikonfirmasi,catatan,catatan_verifikator"
KUNCI = ("em", "klaster_1", "5", "1")


def nilai(kunci: tuple[Any, ...], isi: object, kolom: str = "nilai") -> Ubahan:
    return Ubahan(PENILAIAN, kunci, kolom, isi)


@pytest.fixture
def buku(tmp_path: Path) -> Path:
    dokumen = tabel("Data dukung", {"id_dokumen": "D1", "judul": "SK", "status": "kurang"})
    return write_folder(isi_buku(Data_dukung=dokumen), tmp_path / "buku")


def tulis(buku: Path, isi: str, kode: str = "utf-8") -> bytes:
    (buku / "penilaian.csv").write_bytes(isi.encode(kode))
    return (buku / "penilaian.csv").read_bytes()


def simpan(path: Path, *ubahan: Ubahan, **lain: Any) -> Buku:
    save_ubahan(PARAMS, path, ubahan, hash_buku(path), **lain)
    return load_buku(PARAMS, path)


def test_a_file_keeps_the_name_that_it_has(buku: Path) -> None:
    tulis(buku, f"{KEPALA}\nem,klaster_1,5,1,3,,,\n")
    (buku / "penilaian.csv").rename(buku / "Penilaian.CSV")
    sebelum = {p.name for p in buku.iterdir()}
    hasil = simpan(buku, nilai(KUNCI, 4.5))
    assert hasil.penilaian is not None and list(hasil.penilaian["nilai"]) == [4.5]
    assert {p.name for p in buku.iterdir()} == sebelum


def test_only_the_touched_line_changes(buku: Path) -> None:
    baris = [
        f'{KEPALA},"_petunjuk"',
        "em,klaster_1,5,1,3,tidak,lama,,isi",
        'em , klaster_1,5,"2",0.50,ya,"a ""b"", c",,',
        "",
        "em,klaster_1,5,3",
    ]
    tulis(buku, "\r\n".join(baris))
    hasil = simpan(buku, nilai(KUNCI, 4.5), nilai(KUNCI, 'Kata "baru", lalu', "catatan"))
    baris[1] = 'em,klaster_1,5,1,4.5,tidak,"Kata ""baru"", lalu",,isi'
    assert (buku / "penilaian.csv").read_bytes() == "\r\n".join(baris).encode()
    assert hasil.penilaian is not None
    assert hasil.penilaian.loc[2, ["nilai", "catatan"]].tolist() == [4.5, 'Kata "baru", lalu']


def test_a_short_line_grows_to_the_cell(buku: Path) -> None:
    tulis(buku, f"{KEPALA}\nem,klaster_1,5,1\n")
    simpan(buku, nilai(KUNCI, "ya", "dikonfirmasi"))
    assert (buku / "penilaian.csv").read_text() == f"{KEPALA}\nem,klaster_1,5,1,,ya\n"


def test_a_new_key_becomes_a_line_below_the_last_one_that_says_something(buku: Path) -> None:
    tulis(buku, f"{KEPALA}\nem,klaster_1,5,1,3,,,\n,,,,,,,\n")
    hasil = simpan(
        buku, nilai(("em", "klaster_1", "5", "2"), 1.25), nilai(("em", "klaster_1", "5", "2"), True, "dikonfirmasi")
    )
    assert (
        buku / "penilaian.csv"
    ).read_text() == f"{KEPALA}\nem,klaster_1,5,1,3,,,\nem,klaster_1,5,2,1.25,ya,,\n,,,,,,,\n"
    assert hasil.penilaian is not None
    assert list(hasil.penilaian["nilai"]) == [3, 1.25]


def test_a_last_line_without_line_end_gets_one_before_the_new_line(buku: Path) -> None:
    tulis(buku, f"{KEPALA}\r\nem,klaster_1,5,1,3,,,")
    simpan(buku, nilai(("em", "klaster_1", "5", "2"), 1))
    assert (
        buku / "penilaian.csv"
    ).read_bytes().decode() == f"{KEPALA}\r\nem,klaster_1,5,1,3,,,\r\nem,klaster_1,5,2,1,,,\r\n"


@pytest.mark.parametrize("kode", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_encoding_separator_and_numbers_stay_those_of_an_indonesian_excel(buku: Path, kode: str) -> None:
    isi = (
        f"{KEPALA}\r\nem,klaster_1,5,1,3,tidak,café – baru,\r\nem,klaster_1,5,2,0;5,,,\r\n".replace(",", "\0")
        .replace(";", ",")
        .replace("\0", ";")
    )
    lama = tulis(buku, isi, kode)
    hasil = simpan(buku, nilai(KUNCI, 4.125))
    baru = (buku / "penilaian.csv").read_bytes()
    assert baru.decode(kode) == isi.replace("5;1;3;", "5;1;4,125;")
    assert baru.startswith(codecs.BOM_UTF8) == lama.startswith(codecs.BOM_UTF8)
    assert hasil.penilaian is not None
    assert list(hasil.penilaian["nilai"]) == [4.125, 0.5]


def test_the_line_with_which_excel_names_its_separator_stays(buku: Path) -> None:
    tulis(buku, f"sep=;\r\n{KEPALA}\r\nem,klaster_1,5,1,3,,,\r\n".replace(",", ";"))
    simpan(buku, nilai(KUNCI, 4))
    assert (buku / "penilaian.csv").read_bytes().startswith(b"sep=;\r\ntahap;")
    assert b"\r\nem;klaster_1;5;1;4;;;\r\n" in (buku / "penilaian.csv").read_bytes()


def test_with_tabs_a_number_gets_a_fourth_decimal_lest_it_read_as_thousands(buku: Path) -> None:
    tulis(buku, f"{KEPALA}\nem,klaster_1,5,1,3,,,\n".replace(",", "\t"))
    hasil = simpan(buku, nilai(KUNCI, 1.125))
    assert hasil.penilaian is not None
    assert list(hasil.penilaian["nilai"]) == [1.125]


def test_a_letter_that_the_encoding_lacks_is_refused(buku: Path) -> None:
    lama = tulis(buku, f"{KEPALA}\nem,klaster_1,5,1,3,,café,\n", "cp1252")
    with pytest.raises(KlaError, match=r"penilaian\.csv: huruf '→' tidak dapat ditulis di berkas ini"):
        simpan(buku, nilai(KUNCI, "naik → turun", "catatan"))
    assert (buku / "penilaian.csv").read_bytes() == lama


def test_tables_that_the_book_lacks_become_files(buku: Path) -> None:
    tulis(buku, f"{KEPALA}\nem,klaster_1,5,1,3,,,\n")
    hasil = simpan(
        buku,
        Ubahan(TINDAK_LANJUT, ("K1",), "rapat", "r"),
        Ubahan(TINDAK_LANJUT, ("K1",), "keputusan", "Kirim, segera"),
        tabel_utuh={KIRIMAN: [{"opd": "dinsos", "berkas": "a.xlsx", "hash": "x", "dinilai": 3, "dokumen": 0}]},
    )
    assert hasil.tindak_lanjut is not None and hasil.kiriman is not None
    assert hasil.tindak_lanjut["keputusan"].tolist() == ["Kirim, segera"]
    assert (buku / "_kiriman.csv").read_text().splitlines()[1] == "dinsos,a.xlsx,x,3,0,"


def test_files_that_do_not_change_are_not_written(buku: Path) -> None:
    tulis(buku, f"{KEPALA}\nem,klaster_1,5,1,3,,,\n")
    waktu = (buku / "data_dukung.csv").stat().st_mtime_ns
    simpan(buku, nilai(KUNCI, 4))
    assert (buku / "data_dukung.csv").stat().st_mtime_ns == waktu


def test_changes_in_several_files_are_saved_together(buku: Path) -> None:
    tulis(buku, f"{KEPALA}\nem,klaster_1,5,1,3,,,\n")
    hasil = simpan(buku, nilai(KUNCI, None), Ubahan(DATA_DUKUNG, ("D1",), "status", "lengkap"))
    assert hasil.penilaian is not None and hasil.data_dukung is not None
    assert hasil.penilaian["nilai"].isna().all()
    assert list(hasil.data_dukung["status"]) == ["lengkap"]


@given(
    baris=st.lists(st.lists(st.text("ab\"'; ,\n", max_size=5), min_size=2, max_size=4), min_size=1, max_size=5),
    pemisah=st.sampled_from(",;\t"),
    akhir=st.sampled_from(["\n", "\r\n"]),
    data=st.data(),
)
def test_whatever_stands_in_a_csv_only_the_written_cell_reads_otherwise(
    baris: list[list[str]], pemisah: str, akhir: str, data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    baris = [["x", "y"], *baris]
    keluar = io.StringIO(newline="")
    csv.writer(keluar, delimiter=pemisah, lineterminator=akhir).writerows(baris)
    b, k = data.draw(st.integers(2, len(baris))), data.draw(st.integers(1, 4))
    isi = data.draw(st.text('ab"; ,\n', max_size=5))
    kepala = tmp_path_factory.mktemp("c") / "kepala.csv"
    kepala.write_text("x,y\n1,2\n", encoding="utf-8")
    tulisan = (Tulisan(b, k, Kolom("x"), "x", isi or None),)
    sunting = Suntingan(PENILAIAN, read_csv(kepala, "kepala.csv"), 1, tulisan, ())
    baru = sunting_teks(keluar.getvalue(), Gaya("utf-8", pemisah, akhir), sunting)
    hasil = list(csv.reader(io.StringIO(baru, newline=""), delimiter=pemisah, strict=True))
    harap = [list(r) for r in baris]
    harap[b - 1] += [""] * (k - len(harap[b - 1]))
    harap[b - 1][k - 1] = isi
    assert hasil == harap
