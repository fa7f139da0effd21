"""Open a database for reading: one transaction that sees one state and can change nothing."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

import sqlalchemy as sa
from sqlalchemy.engine import URL, Connection, Engine, make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError
from sqlalchemy.pool import NullPool

from kla_lib.bahasa import _
from kla_lib.data.sql.pesan import tak_tersambung
from kla_lib.errors import Kesalahan, KlaError
from kla_lib.letak import nama_tampil
from kla_lib.rules.sumber_data import SumberData

POSTGRES, MARIADB, SQLITE = "postgresql", "mysql", "sqlite"
JENIS = {"postgresql": POSTGRES, "postgres": POSTGRES, "mysql": MARIADB, "mariadb": MARIADB, "sqlite": SQLITE}
PENGGERAK = {POSTGRES: "postgresql+psycopg", MARIADB: "mysql+pymysql", SQLITE: "sqlite"}
DETIK_SAMBUNG, DETIK_KUERI = 10, 300

AWAL = {
    POSTGRES: (
        "SET datestyle TO 'ISO, YMD'",
        f"SET statement_timeout TO '{DETIK_KUERI}s'",
        "BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY",
    ),
    MARIADB: (
        "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ",
        "START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY",
    ),
    SQLITE: ("PRAGMA query_only = ON", "BEGIN"),
}
"""What opens the transaction; the driver commits nothing of its own."""
SEBAGAI_TEKS = ("date", "timestamp", "timestamptz", "time", "timetz")
"""Days and hours of PostgreSQL, which psycopg cannot read where they are 'infinity' or before Christ."""

TERTANGKAP = (SQLAlchemyError, sqlite3.Error, OSError, ValueError, RuntimeError)
"""What drivers raise; ValueError for bytes that are no text, RuntimeError for a way to log in that they lack."""


@contextmanager
def open_sumber(sumber: SumberData) -> Iterator[Connection]:
    """Yield a connection in its transaction; nothing that is done in it stays.

    Raises KlaError where address, driver, server, user or password fail, with nothing of them in it.
    """
    with ExitStack() as penutup:
        mesin = _mesin(sumber)
        penutup.callback(mesin.dispose)
        try:
            sambungan = penutup.enter_context(mesin.connect())
            penutup.callback(sambungan.invalidate)  # a database that hangs is not asked to end its transaction
            for perintah in AWAL[mesin.dialect.name]:
                sambungan.exec_driver_sql(perintah)
        except TERTANGKAP as e:
            salah = tak_tersambung(e, nama_tampil(sumber.path), sumber.alamat)
        else:
            yield sambungan
            return
        raise KlaError(salah)  # outside the except: the driver's exception may hold the password


def _mesin(sumber: SumberData) -> Engine:
    alamat = _alamat(sumber)
    jenis = JENIS[alamat.get_backend_name()]
    pilihan: dict[str, Any] = {"poolclass": NullPool, "isolation_level": "AUTOCOMMIT", "hide_parameters": True}
    if jenis == POSTGRES:
        pilihan["connect_args"] = {"connect_timeout": DETIK_SAMBUNG}
    elif jenis == MARIADB:
        pilihan["connect_args"] = {
            "connect_timeout": DETIK_SAMBUNG,
            "read_timeout": DETIK_KUERI,
            "charset": "utf8mb4",
        }
    else:
        pilihan["creator"] = lambda: _buka_sqlite(alamat.database or "")
    mesin = sa.create_engine(alamat.set(drivername=PENGGERAK[jenis]), **pilihan)
    if jenis == POSTGRES:
        sa.event.listen(mesin, "connect", _hari_sebagai_teks)
    return mesin


def _alamat(sumber: SumberData) -> URL:
    """Return the address in the environment, with its password; KlaError where it is missing or is none."""
    berkas = nama_tampil(sumber.path)
    for variabel in filter(None, (sumber.alamat, sumber.sandi)):
        if not os.environ.get(variabel):
            salah = _("variabel lingkungan {variabel} belum diisi").format(variabel=variabel)
            perbaikan = _("Isi dulu di terminal ini, misalnya: export {variabel}=… (Windows: set {variabel}=…).")
            raise KlaError(Kesalahan("alamat", berkas, salah, perbaikan.format(variabel=variabel)))
    try:
        alamat = make_url(os.environ[sumber.alamat].strip())
        jenis = alamat.get_backend_name()
    except (ArgumentError, ValueError):
        alamat, jenis = None, ""
    if alamat is None or jenis not in JENIS:
        salah = _("isi variabel {variabel} bukan alamat basis data yang dikenal").format(variabel=sumber.alamat)
        contoh = "postgresql://pengguna:sandi@peladen/basis, mysql://…, sqlite:////folder/berkas.db"
        perbaikan = _("Tulis seperti {contoh}; tanda khusus dalam sandi ditulis %40 dan seterusnya.")
        raise KlaError(Kesalahan("alamat", berkas, salah, perbaikan.format(contoh=contoh)))
    return alamat if sumber.sandi is None else alamat.set(password=os.environ[sumber.sandi])


def _buka_sqlite(berkas: str) -> sqlite3.Connection:
    """Open a file that is there, to read; letters that are no UTF-8 are kept for the check of the cells."""
    uri = f"file:{quote(str(Path(berkas).absolute()))}?mode=ro"
    sambungan = sqlite3.connect(uri, uri=True, timeout=DETIK_SAMBUNG, check_same_thread=False)
    sambungan.text_factory = lambda isi: isi.decode("utf-8", "surrogateescape")
    return sambungan


def _hari_sebagai_teks(sambungan: Any, _catatan: Any) -> None:
    from psycopg.types.string import TextLoader

    for tipe in SEBAGAI_TEKS:
        sambungan.adapters.register_loader(tipe, TextLoader)
