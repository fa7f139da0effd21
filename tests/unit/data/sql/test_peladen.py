"""A book in PostgreSQL, MariaDB or SQLite: one snapshot, whichever holds it, and a message for all that goes wrong."""

import gc
import json
import logging
import re
import traceback
from pathlib import Path

import pytest

from kla_lib.cli import main
from kla_lib.data.bentuk import DATA_DUKUNG, KETERANGAN, PENILAIAN, TABEL
from kla_lib.data.buku import hash_buku, load_buku
from kla_lib.data.sql.cuplikan import inspect_sumber, refresh_cuplikan
from kla_lib.data.sql.tempat import nama_kueri
from kla_lib.data.tulis import tables_of, write_buku
from kla_lib.errors import Kesalahan, KlaError
from kla_lib.keadaan.fakta import fakta_rapat
from kla_lib.keadaan.muat import load_keadaan_buku
from kla_lib.letak import FOLDER_PROYEK
from kla_lib.rules.rapat import path_buku
from tests.pembantu.basis_data_uji import PENGGUNA, SANDI, VARIABEL, Basis, kerja_sql
from tests.pembantu.params_uji import PARAMS

SEMUA = {nama_kueri(b): f"SELECT * FROM {nama_kueri(b)}" for b in TABEL}
KEPALA = (
    "SELECT 'daerah' AS kunci, 'kota-contoh' AS isi UNION ALL SELECT 'tahun_evaluasi', '2024' UNION ALL "
    "SELECT 'instrumen', '2024' UNION ALL SELECT 'tahap_berjalan', 'em' UNION ALL SELECT 'contoh', 'ya' UNION ALL "
    "SELECT 'tanggal_data', '2025-02-10' UNION ALL SELECT 'sumber', 'Angka buatan untuk uji'"
)
DOKUMEN = [k.nama for k in DATA_DUKUNG.kolom if not k.opsional]
ISI_DOKUMEN = {"id_dokumen": "'D01'", "judul": "'Akta'", "status": "'lengkap'"}


def nilai(i: str = "'4'", p: str = "'1'", n: str = "1", d: str = "NULL", c: str = "NULL") -> str:
    return (
        f"SELECT 'em' AS tahap, 'klaster_1' AS klaster, {i} AS indikator, {p} AS pertanyaan, {n} AS nilai, "
        f"{d} AS dikonfirmasi, {c} AS catatan, NULL AS catatan_verifikator"
    )


def teks(isi: str) -> str:
    return f"'{isi}'"


def dokumen(**isi: str) -> str:
    return "SELECT " + ", ".join(f"{(ISI_DOKUMEN | isi).get(k, 'NULL')} AS {k}" for k in DOKUMEN)


def salah_kueri(folder: Path, penilaian: str = "", **lain: str) -> list[Kesalahan]:
    """Return the faults of a book with these queries; the one on marks is right by default."""
    params = kerja_sql(folder, {"keterangan": KEPALA, "penilaian": penilaian or nilai(), **lain})
    try:
        return list(inspect_sumber(params, "uji").salah)
    except KlaError as e:
        return list(e.kesalahan)


def test_every_database_gives_the_same_bytes_as_the_folder_of_csv(basis: Basis, kerja: Path, tmp_path: Path) -> None:
    asal = tables_of(load_buku(PARAMS, path_buku("contoh:kota-contoh-2")))
    basis.isi(asal)
    refresh_cuplikan(kerja_sql(kerja, SEMUA), "sql:uji")
    cuplikan = path_buku("sql:uji")
    urut = tables_of(load_buku(PARAMS, cuplikan))
    assert {b: sorted(map(str, r)) for b, r in urut.items()} == {b: sorted(map(str, r)) for b, r in asal.items()}
    kode = [k["indikator"] for k in urut[PENILAIAN] if k["klaster"] == "klaster_1"]
    assert kode == sorted(kode, key=lambda k: int(k.rstrip("AB")))  # 9 stands before 10
    write_buku(urut | {KETERANGAN: sorted(urut[KETERANGAN], key=lambda k: k["kunci"])}, tmp_path / "csv")
    assert hash_buku(cuplikan) == hash_buku(tmp_path / "csv")


def test_a_database_a_workbook_and_csv_of_one_city_give_the_same_facts(
    sqlite: Basis, kerja: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABEL, sqlite.alamat)
    sqlite.isi(tables_of(load_buku(PARAMS, path_buku("contoh:kota-contoh-2"))))
    params = kerja_sql(kerja, SEMUA)
    refresh_cuplikan(params, "sql:uji")
    write_buku(tables_of(load_buku(PARAMS, path_buku("sql:uji"))), tmp_path / "buku.xlsx")
    dari_sql, dari_xlsx = (
        json.dumps(fakta_rapat(load_keadaan_buku(params, p))) for p in (path_buku("sql:uji"), tmp_path / "buku.xlsx")
    )
    assert dari_sql == dari_xlsx
    assert len(json.loads(dari_sql)) > 50


def test_what_is_unknown_padded_or_exact_ends_as_in_a_sheet(basis: Basis, kerja: Path) -> None:
    kueri = nilai(i="CAST('4' AS CHAR(8))", n="CAST(0.1 AS DECIMAL(9,4)) + 0.2", c="''")
    ada = {"data_dukung": dokumen(opd="'   '", catatan="'-'", tahun_dokumen="2024", jenis="CAST(7 AS DECIMAL(9,2))")}
    params = kerja_sql(kerja, {"keterangan": KEPALA, "penilaian": kueri, **ada})
    refresh_cuplikan(params, "sql:uji")
    folder = path_buku("sql:uji")
    assert (folder / "penilaian.csv").read_text().splitlines()[1] == "em,klaster_1,4,1,0.3,,,"
    assert (folder / "data_dukung.csv").read_text().splitlines()[1] == "D01,Akta,7,,2024,,lengkap,,,,"


@pytest.mark.parametrize("isi, tertulis", [("1", "ya"), ("0", "tidak"), ("'Ya'", "ya"), ("NULL", "")])
def test_a_database_without_yes_and_no_writes_one_and_zero(
    sqlite: Basis, kerja: Path, monkeypatch: pytest.MonkeyPatch, isi: str, tertulis: str
) -> None:
    monkeypatch.setenv(VARIABEL, sqlite.alamat)
    params = kerja_sql(kerja, {"keterangan": KEPALA, "penilaian": nilai(d=isi)})
    refresh_cuplikan(params, "sql:uji")
    assert (path_buku("sql:uji") / "penilaian.csv").read_text().splitlines()[1] == f"em,klaster_1,4,1,1,{tertulis},,"


def test_a_fault_names_query_key_and_column(basis: Basis, kerja: Path) -> None:
    salah = salah_kueri(kerja, f"{nilai(p=teks('2'), n=teks('banyak'))} UNION ALL {nilai(n=teks('1'))}")
    assert [k.sel for k in salah] == ["kueri penilaian, kunci em · klaster_1 · 4 · 2, kolom nilai"]
    assert "sumber_data/uji.yaml" in str(salah[0]) and "'banyak' bukan angka" in salah[0].salah


@pytest.mark.parametrize("kolom", ["indikator", "pertanyaan"])
def test_codes_in_a_column_of_numbers_are_refused(basis: Basis, kerja: Path, kolom: str) -> None:
    salah = salah_kueri(kerja, nilai(i="4") if kolom == "indikator" else nilai(p="1"))
    assert [(k.sel, "21A" in k.salah) for k in salah] == [(f"kueri penilaian, kolom {kolom}", True)]
    assert not salah_kueri(kerja, nilai(i="CAST(4 AS CHAR(10))", p="CAST(1 AS CHAR(10))"))


def test_a_key_with_personal_data_is_hidden(basis: Basis, kerja: Path) -> None:
    nik = "3275014505120003"
    salah = salah_kueri(kerja, data_dukung=dokumen(id_dokumen=f"'{nik}'", tahun_dokumen="'dulu'"))
    teks = "\n".join(map(str, salah))
    assert "kunci (data pribadi), kolom tahun_dokumen" in teks and "NIK" in teks
    assert nik not in teks


RUSAK = {
    "tabel": ("SELECT * FROM tidak_ada", "tidak_ada"),
    "kolom": ("SELECT nilay FROM (SELECT 1 AS nilai) x", "nilay"),
    "susunan": ("SELECT FROM FROM", "tidak dimengerti"),
    "tulis": ("WITH x AS (DELETE FROM sasaran RETURNING *) SELECT * FROM x", ""),
    "kosong": (nilai() + " WHERE 1 = 0", "tidak mengembalikan satu baris pun"),
}


@pytest.mark.parametrize("apa", RUSAK)
def test_a_query_that_fails_is_told_with_its_name_and_the_others_too(basis: Basis, kerja: Path, apa: str) -> None:
    basis.jalankan("DROP TABLE IF EXISTS sasaran", "CREATE TABLE sasaran (n integer)", "INSERT INTO sasaran VALUES (1)")
    kueri, kata = RUSAK[apa]
    salah = salah_kueri(kerja, kueri, rad="SELECT * FROM juga_tidak_ada")
    assert [k.sel for k in salah] == ["kueri penilaian", "kueri rad"]
    assert kata in salah[0].salah and "juga_tidak_ada" in salah[1].salah
    assert not path_buku("sql:uji").exists()
    if apa == "kosong":
        assert not salah_kueri(kerja, rad="SELECT * FROM sasaran")[0].sel.endswith("sasaran")


def test_a_million_rows_stay_in_the_database(basis: Basis, kerja: Path) -> None:
    deret = "WITH RECURSIVE d(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM d WHERE n < 1000) "
    salah = salah_kueri(kerja, wilayah=deret + "SELECT a.n AS kode_wilayah, 'x' AS nama FROM d a, d b")
    assert [k.sel for k in salah] == ["kueri wilayah"] and "200000 sel" in salah[0].salah


def test_a_reader_of_the_snapshot_never_sees_two_states(basis: Basis, kerja: Path) -> None:
    basis.isi(tables_of(load_buku(PARAMS, path_buku("contoh:kota-contoh-2"))))
    params = kerja_sql(kerja, SEMUA)
    refresh_cuplikan(params, "sql:uji")
    lama = {p.name: p.read_bytes() for p in path_buku("sql:uji").iterdir()}
    basis.jalankan("UPDATE penilaian SET nilai = -1 WHERE indikator = '1'")
    with pytest.raises(KlaError, match="kueri penilaian, kunci em"):
        refresh_cuplikan(params, "sql:uji")
    assert {p.name: p.read_bytes() for p in path_buku("sql:uji").iterdir()} == lama
    kerja_sql(kerja, {n: SEMUA[n] for n in ("keterangan", "capaian")})
    refresh_cuplikan(params, "sql:uji")
    assert sorted(p.name for p in path_buku("sql:uji").iterdir()) == ["capaian.csv", "keterangan.csv"]


def test_a_wrong_password_is_told_without_any_of_it(
    basis: Basis, kerja: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    if basis.jenis == "sqlite":
        monkeypatch.setenv(VARIABEL, "sqlite:////tidak/ada/r4hasia.db")
    else:
        monkeypatch.setenv(VARIABEL, basis.alamat.replace(SANDI, "salah-r4hasia"))
    caplog.set_level(logging.DEBUG)
    kerja_sql(kerja, {"keterangan": KEPALA, "penilaian": nilai()})
    assert main(["check", "sql:uji"]) == 1
    keluar = capsys.readouterr()
    assert VARIABEL in keluar.err and "sumber_data/uji.yaml" in keluar.err
    with pytest.raises(KlaError) as e:
        refresh_cuplikan(kerja_sql(kerja, {"keterangan": KEPALA, "penilaian": nilai()}), "sql:uji")
    rantai = "".join(traceback.format_exception(e.value))
    assert e.value.__cause__ is None and e.value.__context__ is None
    assert "r4hasia" not in keluar.out + keluar.err + caplog.text + rantai


@pytest.fixture
def di_postgres(postgres: Basis, monkeypatch: pytest.MonkeyPatch) -> Basis:
    monkeypatch.setenv(VARIABEL, postgres.alamat)
    return postgres


@pytest.mark.parametrize(
    "kolom, isi, kata",
    [
        ("tanggal_dokumen", "'infinity'::date", "'infinity' bukan tanggal"),
        ("tanggal_dokumen", "'0044-03-15 BC'::date", "bukan tanggal"),
        ("tanggal_dokumen", "'2025-03-18 23:00+00'::timestamptz", "memuat zona"),
        ("tahun_dokumen", "'NaN'::numeric", "'NaN' bukan angka"),
        ("tahun_dokumen", "'-infinity'::float8", "'-Infinity' bukan bilangan"),
        ("catatan", "'{\"a\": 1}'::jsonb", "bertipe dict"),
    ],
)
def test_what_only_postgres_holds_is_told_with_its_row(
    di_postgres: Basis, kerja: Path, kolom: str, isi: str, kata: str
) -> None:
    (salah,) = salah_kueri(kerja, data_dukung=dokumen(**{kolom: isi}))
    assert salah.sel == f"kueri data_dukung, kunci D01, kolom {kolom}"
    assert kata in salah.salah


@pytest.mark.filterwarnings("ignore::ResourceWarning")  # psycopg cannot close a cursor of a server that is gone
def test_a_database_that_stops_in_the_middle_of_a_query_is_told_once(di_postgres: Basis, kerja: Path) -> None:
    berhenti = nilai(c="pg_terminate_backend(pg_backend_pid())::text")
    (salah,) = salah_kueri(kerja, berhenti, rad="SELECT 1")
    assert (salah.sel, salah.salah) == ("kueri penilaian", "basis data berhenti di tengah kueri")
    gc.collect()


def test_a_function_that_writes_and_a_table_without_a_grant_are_refused(di_postgres: Basis, kerja: Path) -> None:
    di_postgres.jalankan(
        "CREATE TABLE IF NOT EXISTS sasaran (n integer)",
        "CREATE OR REPLACE FUNCTION tulis() RETURNS text LANGUAGE sql AS "
        "$$ INSERT INTO sasaran VALUES (7) RETURNING 'x' $$",
        f"REVOKE pg_read_all_data FROM {PENGGUNA}",
        f"GRANT INSERT, SELECT ON sasaran TO {PENGGUNA}",
        "CREATE TABLE IF NOT EXISTS rahasia (n integer)",
    )
    tulis, baca = salah_kueri(kerja, nilai(c="tulis()"), rad="SELECT * FROM rahasia")
    di_postgres.jalankan(f"GRANT pg_read_all_data TO {PENGGUNA}")
    assert "mengubah basis data" in tulis.salah
    assert "tidak berhak membaca" in baca.salah and "GRANT SELECT" in baca.perbaikan


def test_the_example_of_the_guide_works_as_it_is_written(
    di_postgres: Basis, kerja: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    panduan = (FOLDER_PROYEK / "docs/sumber-data.md").read_text("utf-8")
    blok = re.findall(r"```(sql|sh|yaml)\n(.*?)```", panduan, re.DOTALL)
    sql, yaml = [b for j, b in blok if j == "sql"], [b for j, b in blok if j == "yaml"]
    di_postgres.jalankan("DROP SCHEMA IF EXISTS app CASCADE", "DROP ROLE IF EXISTS pembaca_kla", sql[0], sql[1])
    alamat = re.search(r"'(postgresql://[^@]*@)", panduan)
    assert alamat is not None
    monkeypatch.setenv("KLA_SQL_KOTA", alamat[1] + di_postgres.alamat.split("@")[1])
    kerja_sql(kerja, {})
    (kerja / "sumber_data/kota.yaml").write_text(yaml[0], "utf-8")
    assert main(["check", "sql:kota"]) == 0, capsys.readouterr().err
    assert main(["score", "sql:kota", "--json"]) == 0
    assert json.loads(capsys.readouterr().out.splitlines()[-1])["diklaim"] == 1.75
    assert len((path_buku("sql:kota") / "data_dukung.csv").read_text().splitlines()) == 2
