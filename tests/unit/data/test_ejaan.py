"""A book that writes one name in several ways means one thing, and `check` tells what was read so."""

from pathlib import Path
from typing import Any

import pytest

from kla_lib.cli import main
from kla_lib.data.buku import inspect_buku, load_buku
from kla_lib.errors import KlaError
from tests.pembantu.buku_uji import isi_buku, tabel, write_folder, write_xlsx
from tests.pembantu.params_uji import PARAMS

NILAI = ["em", "klaster_1", "4", "1", 0.5]


def ukuran(nama: str, tahun: int, **lain: Any) -> dict[str, Any]:
    return {
        "indikator": "8",
        "ukuran": nama,
        "tahun": tahun,
        "wilayah": "kota-contoh",
        "nilai": 20 + tahun % 10,
        "satuan": "anak",
        "jenis_sumber": "rutin",
        "arah": "turun_baik",
        "sumber": "Dinas",
    } | lain


def tulis(folder: Path, *baris: dict[str, Any], **lain: Any) -> Path:
    return write_folder(isi_buku(NILAI, Capaian=tabel("Capaian", *baris), **lain), folder / "buku")


def test_one_measure_in_several_spellings_is_one_measure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tulis(
        tmp_path,
        ukuran("Anak kawin: putri", 2023),
        ukuran("Anak\u00a0kawin:putri", 2024, wilayah="Kota-Contoh", satuan="Anak "),
    )
    capaian = load_buku(PARAMS, path).capaian
    assert capaian is not None
    assert set(capaian["ukuran"]) == {"Anak kawin: putri"}
    assert set(capaian["wilayah"]) == {"kota-contoh"} and set(capaian["satuan"]) == {"anak"}
    assert main(["check", str(path)]) == 0
    keluar = capsys.readouterr().out
    assert "capaian.csv, sel B3: 'Anak kawin:putri' dibaca 'Anak kawin: putri' (memuat U+00A0 NO-BREAK SPACE)" in keluar
    assert "capaian.csv, sel D3: 'Kota-Contoh' dibaca 'kota-contoh'" in keluar


def test_two_rows_that_look_the_same_are_one_row_twice(tmp_path: Path) -> None:
    path = tulis(tmp_path, ukuran("Anak kawin", 2024), ukuran("Anak\u2009kawin", 2024))
    with pytest.raises(KlaError, match="ada dua kali"):
        load_buku(PARAMS, path)


def test_a_document_is_found_by_the_number_that_is_seen(tmp_path: Path) -> None:
    dokumen = tabel("Data dukung", {"id_dokumen": "D\u2011001", "judul": "SK", "status": "lengkap"})
    kait = tabel("Dokumen pertanyaan", {"indikator": "4", "pertanyaan": "1", "id_dokumen": "d-001 ", "wajib": "ya"})
    rad = tabel(
        "RAD",
        {
            "id_kegiatan": "R1",
            "klaster": "klaster_1",
            "kegiatan": "Melengkapi",
            "opd": "disdukcapil",
            "pilar": "pemerintah",
            "status": "belum",
            "butuh": "D–001; r2",
        },
    )
    path = write_xlsx(isi_buku(NILAI, Data_dukung=dokumen, Dokumen_pertanyaan=kait, RAD=rad), tmp_path / "buku.xlsx")
    periksa = inspect_buku(PARAMS, path)
    isi = {b.lembar: t for b, t in periksa.tabel.items()}
    assert list(isi["Data dukung"]["id_dokumen"]) == list(isi["Dokumen pertanyaan"]["id_dokumen"]) == ["D-001"]
    assert list(isi["RAD"]["butuh"]) == ["D-001; r2"]


def test_an_unseen_sign_in_a_number_is_named(tmp_path: Path) -> None:
    path = write_folder(isi_buku([*NILAI[:4], "1\u200b2"]), tmp_path / "buku")
    with pytest.raises(KlaError, match=r"sel E2: .* memuat tanda yang tidak tampak: U[+]200B ZERO WIDTH SPACE"):
        load_buku(PARAMS, path)


def test_a_column_name_with_an_unseen_sign_is_read_and_told(tmp_path: Path) -> None:
    isi = isi_buku(NILAI)
    isi["Penilaian"][0][4] = "nilai\u200b"
    periksa = inspect_buku(PARAMS, write_xlsx(isi, tmp_path / "buku.xlsx"))
    assert not periksa.salah
    assert periksa.disamakan == (
        "buku.xlsx, lembar Penilaian, sel E1: nama kolom 'nilai' memuat U+200B ZERO WIDTH SPACE",
    )


def test_a_letter_of_another_alphabet_in_a_name_is_refused(tmp_path: Path) -> None:
    path = tulis(tmp_path, ukuran("An\u0430k kawin", 2024))
    with pytest.raises(KlaError, match=r"U[+]0430 CYRILLIC SMALL LETTER A"):
        load_buku(PARAMS, path)
