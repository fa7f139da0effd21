"""The verifier's table comes in beside the self-assessment, under any column names."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from kla_lib.cli import main
from kla_lib.data.buku import hash_buku, load_buku
from kla_lib.data.kumpul.verifikator import peta_biasa, take_verifikasi
from kla_lib.errors import KlaError
from tests.pembantu.buku_uji import isi_buku, write_folder, write_xlsx
from tests.pembantu.params_uji import PARAMS

KEPALA = ["indikator", "pertanyaan", "nilai", "catatan_verifikator"]


def buku(folder: Path, xlsx: bool = False) -> Path:
    isi = isi_buku(
        ["em", "kelembagaan", "1", "1", 12, "ya", "catatan kita", None],
        ["em", "klaster_3", "12", "1", 3, "ya", None, None],
    )
    return write_xlsx(isi, folder / "buku.xlsx") if xlsx else write_folder(isi, folder / "buku")


def tabel(path: Path, *baris: list[Any], kepala: list[str] = KEPALA) -> Path:
    with path.open("w", encoding="utf-8", newline="") as f:
        csv.writer(f).writerows([kepala, *baris])
    return path


def pesan(path: Path, berkas: Path) -> list[str]:
    with pytest.raises(KlaError) as e:
        take_verifikasi(PARAMS, path, berkas, "va", peta_biasa(berkas))
    return [str(k) for k in e.value.kesalahan]


@pytest.mark.parametrize("xlsx", [False, True])
def test_marks_and_remarks_of_a_stage_stand_beside_the_self_assessment(xlsx: bool, tmp_path: Path) -> None:
    path = buku(tmp_path, xlsx)
    berkas = tabel(tmp_path / "va.csv", ["1", "1", 8, "Perda belum memuat RAD"], ["12", "1", 3, ""])
    hasil = take_verifikasi(PARAMS, path, berkas, "va", peta_biasa(berkas))
    assert (hasil.nilai, hasil.catatan, hasil.diganti, hasil.berubah) == (2, 1, (), True)
    p = load_buku(PARAMS, path).penilaian.set_index(["tahap", "indikator"])
    assert p.loc[("va", "1"), "nilai"] == 8
    assert p.loc[("va", "1"), "catatan_verifikator"] == "Perda belum memuat RAD"
    assert p.loc[("va", "12"), "klaster"] == "klaster_3"
    assert p.loc[("em", "1"), "nilai"] == 12
    assert p.loc[("em", "1"), "catatan"] == "catatan kita"


def test_the_same_table_twice_changes_nothing(tmp_path: Path) -> None:
    path, berkas = buku(tmp_path), tabel(tmp_path / "va.csv", ["1", "1", 8, "Kurang lampiran"])
    take_verifikasi(PARAMS, path, berkas, "va", peta_biasa(berkas))
    sidik = hash_buku(path)
    assert not take_verifikasi(PARAMS, path, berkas, "va", peta_biasa(berkas)).berubah
    assert hash_buku(path) == sidik


def test_a_corrected_mark_replaces_the_earlier_one_and_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = buku(tmp_path)
    for nilai in (8, 9.5):
        berkas = tabel(tmp_path / "va.csv", ["1", "1", nilai, ""])
        assert main(["return", str(berkas), "--buku", str(path), "--tahap", "va"]) == 0
    assert "1/1: 8 diganti 9,5" in capsys.readouterr().out


def test_a_table_with_other_names_and_one_code_column_comes_in_by_a_mapping(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = buku(tmp_path)
    berkas = tabel(
        tmp_path / "hasil.csv", ["1/1", "8", "Kurang lampiran"], ["Jumlah", "8", ""], kepala=["No", "Skor VA", "Temuan"]
    )
    peta = tmp_path / "peta.yaml"
    peta.write_text(
        "kolom: {kode: No, nilai: Skor VA, catatan_verifikator: Temuan}\nlewati: {diawali: [Jumlah]}\n",
        encoding="utf-8",
    )
    perintah = ["return", str(berkas), "--buku", str(path), "--tahap", "va", "--peta", str(peta), "--json"]
    assert main(perintah) == 0
    assert json.loads(capsys.readouterr().out.strip().splitlines()[-1]) == {
        "nilai": 1,
        "catatan": 1,
        "diganti": [],
        "berubah": True,
    }
    assert load_buku(PARAMS, path).penilaian.query("tahap == 'va'")["catatan_verifikator"].tolist() == [
        "Kurang lampiran"
    ]


def test_every_fault_of_the_table_is_told_at_once_and_the_book_stays(tmp_path: Path) -> None:
    path = buku(tmp_path)
    sidik = hash_buku(path)
    berkas = tabel(
        tmp_path / "va.csv",
        ["1", "1", 13, ""],
        ["99", "1", 1, ""],
        ["12", "1", "dua", ""],
        ["12", "2", 1, "hubungi 0812 3456 7890"],
        ["4", "1", 1, ""],
        ["4", "1", 0.5, ""],
    )
    salah = "\n".join(pesan(path, berkas))
    assert "va.csv, sel C2: nilai 13 melebihi nilai_maksimal 12 untuk 1/1. Tulis angka 0 sampai 12." in salah
    assert "va.csv, sel A3: indikator '99' tidak ada di form" in salah
    assert "va.csv, sel C4: 'dua' bukan angka" in salah
    assert "va.csv, sel D5: sel memuat nomor telepon" in salah
    assert "0812" not in salah
    assert "ada dua kali" in salah
    assert hash_buku(path) == sidik


def test_a_table_without_our_column_names_says_which_is_missing(tmp_path: Path) -> None:
    berkas = tabel(tmp_path / "va.csv", ["1", "1", 8], kepala=["indikator", "pertanyaan", "skor"])
    assert any("kolom 'nilai' (untuk nilai) tidak ada" in p for p in pesan(buku(tmp_path), berkas))


def test_the_number_of_a_line_is_not_taken_for_a_code(tmp_path: Path) -> None:
    berkas = tabel(tmp_path / "va.csv", ["1", "", 8, ""], ["2", "", 3, ""])
    salah = pesan(buku(tmp_path), berkas)
    assert ["bukan kode pertanyaan" in p for p in salah] == [True, True]
