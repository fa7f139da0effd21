"""Say in the evaluator's words what a database refused.

Of what the database itself says only the name of a table or column, or the
word at which a query broke, is repeated: the rest can hold data of people,
addresses and passwords.
"""

import re

from sqlalchemy.exc import DBAPIError

from kla_lib.bahasa import _
from kla_lib.errors import Kesalahan
from kla_lib.tabel.mentah import Pesan
from kla_lib.tabel.sel import kutip

MASUK, CARA, BASIS, TABEL, KOLOM, SUSUNAN, IZIN, TULIS, LAMA, GANDA, SIBUK, PUTUS = (
    "masuk", "cara", "basis", "tabel", "kolom", "susunan", "izin", "tulis", "lama", "ganda", "sibuk", "putus"
)  # fmt: skip

PER_KODE = {
    MASUK: {"28P01", "28000", 1045, 1698},
    BASIS: {"3D000", 1044, 1049},
    TABEL: {"42P01", "3F000", 1146},
    KOLOM: {"42703", 1054},
    SUSUNAN: {"42601", "0A000", 1064},
    IZIN: {"42501", 1142, 1143, 1370},
    TULIS: {"25006", 1792},
    LAMA: {"57014", 1969, 3024},
    GANDA: {"42701", 1060},
    SIBUK: {"55P03", 1205},
    PUTUS: {"57P01", "57P02", "57P03", 2006, 2013},
}
"""SQLSTATE of PostgreSQL, numbers of MariaDB."""
PER_KATA = (
    (MASUK, re.compile(r"authentication failed|no password supplied|role \"[^\"]*\" does not exist|no pg_hba")),
    (CARA, re.compile(r"'cryptography' package is required|[Aa]uthentication plugin")),
    (BASIS, re.compile(r"database \"[^\"]*\" does not exist|unable to open database|file is not a database|malformed")),
    (TABEL, re.compile(r"no such table")),
    (KOLOM, re.compile(r"no such column")),
    (SUSUNAN, re.compile(r"syntax error|incomplete input")),
    (TULIS, re.compile(r"readonly database")),
    (SIBUK, re.compile(r"database (?:table )?is locked")),
)
"""What SQLite says, and PostgreSQL before anybody is let in, when there is no code yet."""
SEBUTAN = re.compile(
    r"(?:relation|column|Table|Unknown column|Duplicate column name|near|table:|column:)\s+['\"]?([\w.$]+)"
)


def golongan(e: Exception) -> str:
    """Return which of the known refusals this is, or "" for another one."""
    asal = e.orig if isinstance(e, DBAPIError) else e
    kode = _kode(asal)
    for jenis, daftar in PER_KODE.items():
        if kode in daftar:
            return jenis
    for jenis, pola in PER_KATA:
        if pola.search(str(asal)):
            return jenis
    return PUTUS if isinstance(e, DBAPIError) and e.connection_invalidated else ""


def tak_tersambung(e: Exception, berkas: str, variabel: str) -> Kesalahan:
    """Return the fault of a database that does not let us in; neither address nor user is named."""
    pesan = {
        MASUK: (
            _("basis data menolak nama pengguna atau sandinya"),
            _("Periksa isi variabel {variabel}, atau minta sandi baru kepada pengelola basis data."),
        ),
        CARA: (
            _("cara masuk pengguna ini tidak dikenal penggeraknya"),
            _("Pasang paket cryptography, lalu ulangi; atau minta pengguna yang masuk dengan sandi biasa."),
        ),
        BASIS: (
            _("basis data dengan nama itu tidak ada atau bukan basis data"),
            _("Periksa nama basis data di akhir alamat dalam variabel {variabel}, dan izin membukanya."),
        ),
    }.get(
        golongan(e),
        (
            _("peladen basis data tidak terjangkau"),
            _("Periksa apakah peladennya menyala dan jaringan terhubung, serta alamat dalam variabel {variabel}."),
        ),
    )
    return Kesalahan("sambungan", berkas, pesan[0], pesan[1].format(variabel=variabel))


def tak_terbaca(e: Exception) -> Pesan:
    """Return why a query cannot be read, and what to do."""
    asal = e.orig if isinstance(e, DBAPIError) else e
    sebutan = SEBUTAN.search(str(asal))
    nama = kutip(sebutan[1]) if sebutan else "?"
    return {
        TABEL: (
            _("tabel '{nama}' tidak ada di basis data").format(nama=nama),
            _("Perbaiki nama tabel di kuerinya; sebut skemanya bila perlu."),
        ),
        KOLOM: (
            _("kolom '{nama}' tidak ada di basis data").format(nama=nama),
            _("Perbaiki nama kolom di kuerinya."),
        ),
        GANDA: (
            _("kolom '{nama}' dipilih dua kali").format(nama=nama),
            _("Sebut tiap kolom satu kali; beri nama lain dengan AS."),
        ),
        SUSUNAN: (
            _("susunan SQL tidak dimengerti di dekat '{nama}'").format(nama=nama),
            _("Jalankan kuerinya di program basis data Anda, lalu salin yang berhasil ke sini."),
        ),
        IZIN: (
            _("pengguna basis data tidak berhak membaca yang diminta kueri ini"),
            _("Minta GRANT SELECT untuk tabelnya kepada pengelola basis data."),
        ),
        TULIS: (
            _("kueri ini mengubah basis data, padahal hanya boleh membaca"),
            _("Ganti dengan SELECT yang tidak memanggil fungsi yang menulis."),
        ),
        LAMA: (
            _("kueri ini berjalan terlalu lama dan dihentikan"),
            _("Tambahkan syarat WHERE, atau minta indeks kepada pengelola basis data."),
        ),
        SIBUK: (
            _("basis data sedang dikunci program lain"),
            _("Tutup program yang sedang menulis ke sana, lalu ulangi."),
        ),
        PUTUS: (
            _("basis data berhenti di tengah kueri"),
            _("Pastikan peladennya menyala kembali, lalu ulangi; cuplikan yang lama tidak berubah."),
        ),
    }.get(
        golongan(e),
        (
            _("basis data menolak kueri ini ({kode})").format(kode=_kode(asal)),
            _("Jalankan kuerinya di program basis data Anda untuk melihat sebabnya."),
        ),
    )


def _kode(asal: object) -> int | str:
    """Return the code of a refusal, else only its kind: its text can quote what stands in the tables."""
    pertama = next(iter(getattr(asal, "args", ())), None)
    if isinstance(pertama, int):  # of MariaDB, whose SQLSTATE says less
        return pertama
    return getattr(asal, "sqlstate", None) or type(asal).__name__
