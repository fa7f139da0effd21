"""Databases for tests: a book's tables in PostgreSQL, MariaDB and SQLite, on servers that only these tests know."""

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.pool import NullPool

from kla_lib.data.bentuk import TABEL
from kla_lib.data.sql.tempat import nama_kueri
from kla_lib.letak import FOLDER_PARAMS
from kla_lib.rules.params import Params
from kla_lib.tabel.bentuk import Bentuk
from tests.pembantu.program import need_program

LUAR_PATH = ["/usr/sbin", *sorted(map(str, Path("/usr/lib/postgresql").glob("*/bin")), reverse=True)]
"""Where Debian keeps the programs of its servers."""
TERLAMA = 60
"""Seconds that a server may take to start."""
PALING_LAMA = 1800
PENGGUNA, SANDI = "kla", "r4hasia-sekali"
VARIABEL = "KLA_SQL_UJI"

TIPE = {
    "postgresql": {"angka": "numeric(20,6)", "bulat": "integer", "tanggal": "date", "ya_tidak": "boolean"},
    "mysql": {"angka": "decimal(20,6)", "bulat": "int", "tanggal": "date", "ya_tidak": "tinyint(1)"},
    "sqlite": {"angka": "real", "bulat": "integer", "tanggal": "text", "ya_tidak": "integer"},
}


@dataclass(frozen=True)
class Basis:
    """A database: `tulis` is the address of who fills it, `alamat` of who may only read."""

    tulis: str
    alamat: str

    @property
    def jenis(self) -> str:
        return sa.make_url(self.tulis).get_backend_name()

    def jalankan(self, *perintah: str) -> None:
        """Run some statements, as who fills it."""
        mesin = sa.create_engine(self.tulis, poolclass=NullPool)
        with mesin.begin() as s:
            for p in perintah:
                s.exec_driver_sql(p)

    def isi(self, tabel: Mapping[Bentuk, list[dict[str, Any]]]) -> None:
        """Put a book into tables of native types, its rows in an order of their own."""
        mesin = sa.create_engine(self.tulis, poolclass=NullPool)
        with mesin.begin() as s:
            for bentuk in TABEL:
                s.exec_driver_sql(f"DROP TABLE IF EXISTS {nama_kueri(bentuk)}")
            for bentuk, baris in tabel.items():
                tipe = {k.nama: TIPE[self.jenis].get(k.jenis.nama, "text") for k in bentuk.kolom}
                kolom = ", ".join(f"{n} {t}" for n, t in tipe.items())
                s.exec_driver_sql(f"CREATE TABLE {nama_kueri(bentuk)} ({kolom})")
                tujuan = sa.table(nama_kueri(bentuk), *map(sa.column, tipe))
                terbalik = [{n: b.get(n) for n in tipe} for b in reversed(baris)]
                s.execute(tujuan.insert(), terbalik)


def basis_sqlite(folder: Path) -> Basis:
    """Return a database in one file of a folder."""
    alamat = f"sqlite:///{folder / 'kota.db'}"
    return Basis(alamat, alamat)


@contextmanager
def peladen_postgres() -> Iterator[Basis]:
    """Run a PostgreSQL of our own, with a role that may only read; ended with everything in it."""
    postgres, initdb = (need_program(p, luar=LUAR_PATH) for p in ("postgres", "initdb"))
    with _folder() as (folder, milik):
        _jalankan([initdb, "-D", f"{folder}/d", "-U", "tulis", "-A", "trust", "--no-sync", "-E", "UTF8"], milik)
        Path(folder, "d/pg_hba.conf").write_text(f"host all {PENGGUNA} all scram-sha-256\nhost all all all trust\n")
        pintu = _pintu()
        tetap = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "listen_addresses=127.0.0.1"]
        pilihan = [s for p in (*tetap, f"port={pintu}", f"unix_socket_directories={folder}") for s in ("-c", p)]
        with _peladen([postgres, "-D", f"{folder}/d", *pilihan], milik):
            alamat = f"127.0.0.1:{pintu}/postgres"
            basis = Basis(f"postgresql+psycopg://tulis@{alamat}", f"postgresql://{PENGGUNA}:{SANDI}@{alamat}")
            _tunggu(basis)
            basis.jalankan(
                f"CREATE ROLE {PENGGUNA} LOGIN PASSWORD '{SANDI}'",
                f"GRANT pg_read_all_data TO {PENGGUNA}",
            )
            yield basis


@contextmanager
def peladen_mariadb() -> Iterator[Basis]:
    """Run a MariaDB of our own, with a user who may only read; ended with everything in it."""
    mariadbd, pasang = (need_program(p, luar=LUAR_PATH) for p in ("mariadbd", "mariadb-install-db"))
    with _folder() as (folder, milik):
        _jalankan(
            [
                *(pasang, "--no-defaults", f"--datadir={folder}/d", "--auth-root-authentication-method=normal"),
                *("--skip-test-db", "--skip-name-resolve", "--innodb-flush-log-at-trx-commit=0"),
            ],
            milik,
        )
        pintu = _pintu()
        Path(folder, "awal.sql").write_text(
            "CREATE DATABASE kla CHARACTER SET utf8mb4;\n"
            f"CREATE USER {PENGGUNA}@'127.0.0.1' IDENTIFIED BY '{SANDI}';\n"
            f"GRANT SELECT ON kla.* TO {PENGGUNA}@'127.0.0.1';\n"
            "CREATE USER tulis@'127.0.0.1';\n"
            "GRANT ALL ON kla.* TO tulis@'127.0.0.1';\n"
        )
        perintah = [
            *(mariadbd, "--no-defaults", f"--datadir={folder}/d", f"--port={pintu}", "--bind-address=127.0.0.1"),
            *(f"--socket={folder}/s", f"--pid-file={folder}/p", "--skip-log-bin", "--skip-name-resolve"),
            *("--innodb-flush-log-at-trx-commit=0", "--innodb-flush-method=nosync", "--innodb-buffer-pool-size=16M"),
            f"--init-file={folder}/awal.sql",
        ]
        with _peladen(perintah, milik):
            alamat = f"127.0.0.1:{pintu}/kla"
            tulis = f"mysql+pymysql://tulis@{alamat}?charset=utf8mb4"
            basis = Basis(tulis, f"mariadb://{PENGGUNA}:{SANDI}@{alamat}")
            _tunggu(basis)
            yield basis


def kerja_sql(folder: Path, kueri: Mapping[str, str], lain: str = "", nama: str = "uji") -> Params:
    """Write a source into a work folder, and return the rules as they stand for who works there."""
    (folder / "sumber_data").mkdir(exist_ok=True)
    (folder / "kla.yaml").write_text("daerah: kota-contoh\ntahun: 2024\nrapat: kota-contoh-2\n")
    tabel = "".join(f"  {n}: |\n    {q}\n" for n, q in kueri.items())
    (folder / "sumber_data" / f"{nama}.yaml").write_text(f"alamat: {VARIABEL}\n{lain}tabel:\n{tabel}", "utf-8")
    return Params(FOLDER_PARAMS, kerja=folder)


@contextmanager
def _folder() -> Iterator[tuple[str, str | None]]:
    """Yield a folder for a server, and the user who owns it; both servers refuse to be root."""
    folder = tempfile.mkdtemp(prefix="kla-basis-")
    milik = "nobody" if hasattr(os, "geteuid") and os.geteuid() == 0 else None
    if milik:
        shutil.chown(folder, milik)
    try:
        yield folder, milik
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _jalankan(perintah: list[str], milik: str | None) -> None:
    subprocess.run(perintah, check=True, capture_output=True, timeout=TERLAMA, user=milik, cwd="/")


@contextmanager
def _peladen(perintah: list[str], milik: str | None) -> Iterator[None]:
    """Run a server, at most PALING_LAMA seconds even where these tests are killed; nothing in it is wanted after."""
    batas = [need_program("timeout"), "-s", "QUIT", str(PALING_LAMA)]
    diam = subprocess.DEVNULL
    proses = subprocess.Popen([*batas, *perintah], stdout=diam, stderr=diam, user=milik, cwd="/")
    try:
        yield
    finally:
        proses.send_signal(signal.SIGQUIT)
        proses.wait(TERLAMA)


def _pintu() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return int(s.getsockname()[1])


def _tunggu(basis: Basis) -> None:
    akhir = time.monotonic() + TERLAMA
    while True:
        try:
            return basis.jalankan("SELECT 1")
        except sa.exc.OperationalError:
            if time.monotonic() > akhir:
                raise
            time.sleep(0.1)
