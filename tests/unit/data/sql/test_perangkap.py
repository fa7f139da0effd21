"""What only databases have, value by value; and what goes wrong around a database, in SQLite, which is always there."""

import builtins
import sqlite3
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from kla_lib.cli import main
from kla_lib.data.bentuk import DATA_DUKUNG, PENILAIAN
from kla_lib.data.sql.cuplikan import inspect_sumber, refresh_cuplikan
from kla_lib.data.sql.nilai import ke_sel
from kla_lib.data.sunting.izin import check_izin
from kla_lib.errors import KlaError
from kla_lib.rules.rapat import path_buku
from tests.pembantu.basis_data_uji import VARIABEL, Basis, kerja_sql
from tests.unit.data.sql.test_peladen import KEPALA, dokumen, nilai, salah_kueri

KOLOM = {k.nama: k for b in (PENILAIAN, DATA_DUKUNG) for k in b.kolom}


@pytest.fixture(autouse=True)
def _alamat(sqlite: Basis, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABEL, sqlite.alamat)


@pytest.mark.parametrize(
    "isi, kolom, sel",
    [
        (Decimal("0.50"), "nilai", 0.5),
        (Decimal("3.00"), "id_dokumen", 3),
        (Decimal("NaN"), "nilai", "NaN"),
        (float("nan"), "nilai", "NaN"),
        (Decimal("-Infinity"), "nilai", "-Infinity"),
        (Decimal("1E+5000"), "nilai", "Infinity"),
        (b"\x01", "dikonfirmasi", True),
        (0, "dikonfirmasi", False),
        (Decimal(1), "dikonfirmasi", True),
        (2, "dikonfirmasi", 2),
        (1, "nilai", 1),
        ("2025-03-18 10:30:00.5", "tanggal_dokumen", "2025-03-18"),
        (datetime(2025, 3, 18, 10), "tanggal_dokumen", "2025-03-18"),
        (date(2025, 3, 18), "tanggal_dokumen", date(2025, 3, 18)),
        ("infinity", "tanggal_dokumen", "infinity"),
        ("2025-03-18 10:30:00", "catatan", "2025-03-18 10:30:00"),
        (UUID(int=0), "id_dokumen", "00000000-0000-0000-0000-000000000000"),
        (None, "nilai", None),
    ],
)
def test_a_value_becomes_what_a_cell_holds(isi: Any, kolom: str, sel: Any) -> None:
    dapat, pesan = ke_sel(isi, KOLOM[kolom])
    assert (dapat, type(dapat), pesan) == (sel, type(sel), None)


@pytest.mark.parametrize(
    "isi, kata",
    [
        (b"abc", "bytes"),
        ([2023], "list"),
        ({"a": 1}, "dict"),
        ("2025-03-18 23:00:00+00", "zona"),
        (datetime(2025, 3, 18, 23, tzinfo=UTC), "zona"),
    ],
)
def test_a_value_that_no_cell_holds_is_refused_with_its_reason(isi: Any, kata: str) -> None:
    sel, pesan = ke_sel(isi, KOLOM["tanggal_dokumen"])
    assert sel is None and pesan is not None and kata in pesan[0]


@pytest.mark.parametrize(
    "kueri, kolom, kata",
    [
        ({"penilaian": nilai(n="9e999")}, "nilai", "'Infinity' bukan angka"),
        ({"penilaian": nilai(c="'a' || char(0) || 'b'")}, "catatan", "tanda kendali"),
        ({"penilaian": nilai(c="CAST(x'61ff62' AS text)")}, "catatan", "tanda kendali"),
        ({"penilaian": nilai(c="x'6162'")}, "catatan", "bertipe bytes"),
        ({"data_dukung": dokumen(tanggal_dokumen="'0000-00-00'")}, "tanggal_dokumen", "bukan tanggal"),
        ({"data_dukung": dokumen(tanggal_dokumen="45000")}, "tanggal_dokumen", "nomor urut hari"),
        ({"data_dukung": dokumen(catatan="'CafÃ© anak'")}, "catatan", "tersandi dua kali"),
    ],
)
def test_a_value_that_is_wrong_is_told_with_query_key_and_column(
    kerja: Path, kueri: dict[str, str], kolom: str, kata: str
) -> None:
    (salah,) = salah_kueri(kerja, **kueri)
    nama, kunci = next(iter(kueri)), "em · klaster_1 · 4 · 1" if "penilaian" in kueri else "D01"
    assert salah.sel == f"kueri {nama}, kunci {kunci}, kolom {kolom}"
    assert kata in salah.salah


def test_a_table_without_a_column_is_told(kerja: Path) -> None:
    salah = salah_kueri(kerja, nilai().replace("1 AS nilai, ", ""))
    assert [(k.sel, k.salah) for k in salah] == [("kueri penilaian", "kolom 'nilai' tidak ada")]


def test_without_the_packages_the_message_says_how_to_install_them(
    kerja: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asli = builtins.__import__

    def tanpa(nama: str, *args: Any, **kwargs: Any) -> Any:
        if nama.startswith("kla_lib.data.sql.kueri"):
            raise ImportError(nama)
        return asli(nama, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", tanpa)
    (salah,) = salah_kueri(kerja)
    assert "belum terpasang" in salah.salah and 'pip install ".[sql]"' in salah.perbaikan


@pytest.mark.parametrize(
    "isi", ["", "bukan alamat r4hasia", "oracle://kla:r4hasia@peladen/x", "postgresql://a:r4hasia@b:pintu/c"]
)
def test_an_address_that_is_none_is_told_with_its_variable_only(
    kerja: Path, monkeypatch: pytest.MonkeyPatch, isi: str
) -> None:
    monkeypatch.setenv(VARIABEL, isi)
    (salah,) = salah_kueri(kerja)
    assert VARIABEL in salah.salah and "r4hasia" not in str(salah)


@pytest.mark.parametrize("alamat", ["postgresql://kla:r4hasia@127.0.0.1:1/kla", "mysql://kla:r4hasia@127.0.0.1:1/kla"])
def test_a_server_that_nobody_answers_for_is_told(kerja: Path, monkeypatch: pytest.MonkeyPatch, alamat: str) -> None:
    monkeypatch.setenv(VARIABEL, alamat)
    (salah,) = salah_kueri(kerja)
    assert "tidak terjangkau" in salah.salah and "r4hasia" not in str(salah) and "127.0.0.1" not in str(salah)


def test_the_file_of_the_database_is_not_changed_nor_made(
    kerja: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sebelum = (tmp_path / "kota.db").read_bytes()
    assert salah_kueri(kerja) == []
    assert (tmp_path / "kota.db").read_bytes() == sebelum
    monkeypatch.setenv(VARIABEL, f"sqlite:///{tmp_path / 'lain.db'}")
    assert "tidak ada" in salah_kueri(kerja)[0].salah and not (tmp_path / "lain.db").exists()


def test_an_empty_table_is_right_where_the_file_says_so(kerja: Path) -> None:
    kueri = {"keterangan": KEPALA, "penilaian": nilai(), "data_dukung": dokumen() + " WHERE 1 = 0"}
    params = kerja_sql(kerja, kueri, lain="boleh_kosong: [data_dukung]\n")
    assert inspect_sumber(params, "uji").salah == ()


def test_commands_read_the_database_and_a_snapshot_is_not_edited(
    kerja: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    params = kerja_sql(kerja, {"keterangan": KEPALA, "penilaian": nilai()})
    with pytest.raises(KlaError, match="kla check sql:uji"):
        check_izin(path_buku("sql:uji"), "")
    assert main(["check", "sql:uji"]) == 0
    assert main(["score", "sql:uji", "--json"]) == 0
    assert '"diklaim": 1' in capsys.readouterr().out
    waktu = {p.name: p.stat().st_mtime_ns for p in path_buku("sql:uji").iterdir()}
    refresh_cuplikan(params, "sql:uji")
    assert {p.name: p.stat().st_mtime_ns for p in path_buku("sql:uji").iterdir()} == waktu


def test_all_queries_see_one_state_while_somebody_writes(
    kerja: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with sqlite3.connect(tmp_path / "kota.db") as tulis:
        tulis.execute("PRAGMA journal_mode = WAL")
        tulis.execute("CREATE TABLE n (nilai)")
        tulis.execute("INSERT INTO n VALUES (1)")
    tulis.close()
    from kla_lib.data.sql import kueri

    asli = kueri.read_kueri

    def menyela(*args: Any) -> Any:
        hasil = asli(*args)
        with sqlite3.connect(tmp_path / "kota.db") as lain:
            lain.execute("UPDATE n SET nilai = nilai + 1")
        lain.close()
        return hasil

    monkeypatch.setattr(kueri, "read_kueri", menyela)
    isi = "CASE kunci WHEN 'sumber' THEN 'Keadaan ' || (SELECT nilai FROM n) ELSE isi END AS isi"
    baca = f"SELECT kunci, {isi} FROM ({KEPALA})"
    refresh_cuplikan(kerja_sql(kerja, {"keterangan": baca, "penilaian": nilai(n="(SELECT nilai FROM n)")}), "sql:uji")
    assert "Keadaan 1" in (path_buku("sql:uji") / "keterangan.csv").read_text()
    assert ",1,,," in (path_buku("sql:uji") / "penilaian.csv").read_text()
