"""Turn what a database returns into what a cell of a sheet holds: text, number, day, yes or no."""

import math
import re
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from kla_lib.bahasa import _
from kla_lib.tabel.angka import TERBESAR
from kla_lib.tabel.bentuk import Kolom
from kla_lib.tabel.jenis import TANGGAL, YA_TIDAK
from kla_lib.tabel.mentah import Pesan

HARI_DAN_JAM = re.compile(r"(\d{4}-\d\d-\d\d)[ T]\d\d:\d\d(?::\d\d(?:\.\d+)?)?")
BERZONA = re.compile(HARI_DAN_JAM.pattern + r"\s*(?:Z|[+-]\d\d(?::?\d\d){0,2})")
BIT = {b"\x00": False, b"\x01": True}
"""What MariaDB returns of a column of one bit."""


def ke_sel(isi: Any, kolom: Kolom | None) -> tuple[Any, Pesan | None]:
    """Return a value as a cell holds it; or None and why it cannot be read.

    kolom: the column of the book that it is for; None for one that the book does not have.
    """
    jenis = None if kolom is None else kolom.jenis
    if jenis is YA_TIDAK:
        if isinstance(isi, bytes) and isi in BIT:
            return BIT[isi], None
        if isinstance(isi, int | float | Decimal) and isi in (0, 1):
            return bool(isi), None
    if isi is None or isinstance(isi, bool | int):
        return isi, None
    if isinstance(isi, float | Decimal):
        return _bilangan(isi), None
    if isinstance(isi, datetime):
        isi = isi.isoformat(" ")
    elif isinstance(isi, date):
        return isi, None
    elif isinstance(isi, UUID):
        isi = str(isi)
    if not isinstance(isi, str):
        return None, (
            _("isinya bertipe {tipe}, bukan teks, bilangan, tanggal, atau ya/tidak").format(tipe=type(isi).__name__),
            _("Ubah menjadi teks di kuerinya, dengan CAST(… AS CHAR(100)) atau fungsi yang sesuai."),
        )
    if jenis is TANGGAL and BERZONA.fullmatch(isi.strip()):
        return None, (
            _("waktu ini memuat zona, sehingga harinya bergantung pada zona pembaca"),
            _("Tulis harinya di kueri, misalnya CAST(kolom AT TIME ZONE 'Asia/Jakarta' AS date)."),
        )
    if jenis is TANGGAL and (hari := HARI_DAN_JAM.fullmatch(isi.strip())):
        return hari[1], None
    return isi, None


def _bilangan(isi: float | Decimal) -> Any:
    """Return a number; its word where it is none, so that it is refused and not taken for an empty cell."""
    angka = float(isi)
    if not math.isfinite(angka):
        return "NaN" if math.isnan(angka) else "Infinity" if angka > 0 else "-Infinity"
    return int(isi) if isinstance(isi, Decimal) and angka.is_integer() and abs(angka) < TERBESAR else angka
