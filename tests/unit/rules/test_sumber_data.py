"""The file of a book in a database: names of variables and one SELECT for each table, and no secret."""

from pathlib import Path
from typing import get_args

import pytest

from kla_lib.data.bentuk import TABEL
from kla_lib.data.sql.tempat import nama_kueri
from kla_lib.errors import KlaError
from kla_lib.rules.rapat import path_buku
from kla_lib.rules.sumber_data import TabelSumber, load_sumber
from tests.pembantu.params_uji import params_dengan

BENAR = "alamat: KLA_SQL\ntabel:\n  keterangan: SELECT 1\n  penilaian: SELECT 2\n"


def sumber(folder: Path, isi: str) -> str:
    """Return the fault of a file, or "" for a right one."""
    (folder / "sumber_data").mkdir(exist_ok=True)
    (folder / "sumber_data/kota.yaml").write_text(isi, "utf-8")
    try:
        load_sumber(params_dengan(folder), "kota")
    except KlaError as e:
        return str(e)
    return ""


def test_every_table_of_the_book_can_have_a_query() -> None:
    assert get_args(TabelSumber) == tuple(map(nama_kueri, TABEL))


@pytest.mark.parametrize(
    "alamat",
    [
        "alamat: postgresql://kla:r4hasia@peladen/kla",
        "alamat: {pengguna: kla, sandi: r4hasia}",
        "alamat: KLA_SQL\nsandi: r4hasia!",
        "alamat: KLA_SQL\nsandi: [r4hasia]",
    ],
)
def test_an_address_or_a_password_in_the_file_is_refused_and_not_repeated(tmp_path: Path, alamat: str) -> None:
    salah = sumber(tmp_path, BENAR.replace("alamat: KLA_SQL", alamat))
    assert "nama variabel lingkungan" in salah
    assert "r4hasia" not in salah


@pytest.mark.parametrize(
    "kueri",
    [
        "SELECT 2;",
        "select ';' AS x -- a; b",
        "WITH x AS (SELECT 1) SELECT * FROM x",
        "/* ; */ SELECT 2",
        "SELECT ':a;'",
    ],
)
def test_one_select_is_read_whatever_stands_in_its_quotes(tmp_path: Path, kueri: str) -> None:
    assert sumber(tmp_path, BENAR.replace("SELECT 2", f"|\n    {kueri}")) == ""


@pytest.mark.parametrize("kueri", ["DELETE FROM x", "SELECT 1; DROP TABLE x", "'  '", "-- SELECT", "TRUNCATE x"])
def test_what_is_not_one_select_is_refused_with_its_name(tmp_path: Path, kueri: str) -> None:
    assert "kueri penilaian harus satu perintah SELECT" in sumber(
        tmp_path, BENAR.replace("SELECT 2", f"|\n    {kueri}")
    )


def test_a_misspelt_table_and_a_book_without_marks_are_told(tmp_path: Path) -> None:
    assert "'penilaian'" in sumber(tmp_path, BENAR + "  penilaiann: SELECT 1\n")
    assert "untuk penilaian atau capaian" in sumber(tmp_path, BENAR.replace("  penilaian: SELECT 2\n", ""))
    assert sumber(tmp_path, BENAR.replace("penilaian", "capaian")) == ""


def test_an_unknown_source_names_the_known_ones_and_no_way_out_of_the_folder_is_one(tmp_path: Path) -> None:
    sumber(tmp_path, BENAR)
    with pytest.raises(KlaError, match="Maksud Anda 'kota'"):
        load_sumber(params_dengan(tmp_path), "kotta")
    with pytest.raises(KlaError, match="bukan nama sumber data"):
        path_buku("sql:../kota")
