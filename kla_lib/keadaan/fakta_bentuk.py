"""Fix what a fact looks like, with the numbers that stand for statuses, answers, days."""

import math
from collections.abc import Mapping
from datetime import date, timedelta
from types import MappingProxyType
from typing import Any

import pandas as pd

Fakta = dict[str, Any]

STATUS_DOKUMEN: Mapping[str, int] = MappingProxyType(
    {"tidak_ada": 0, "belum_diperiksa": 1, "kurang": 2, "lengkap": 3},
)
STATUS_KEGIATAN: Mapping[str, int] = MappingProxyType({"belum": 0, "terhambat": 1, "berjalan": 2, "selesai": 3})
STATUS_KEPUTUSAN: Mapping[str, int] = MappingProxyType({**STATUS_KEGIATAN, "batal": 4})
"""The numbers under which a status is published; they name it and measure nothing.

They stand in published files: a new status gets a new number, none changes (docs/keputusan/0018).
"""

URUTAN_STATUS = {
    "status_dokumen": STATUS_DOKUMEN,
    "status_kegiatan": STATUS_KEGIATAN,
    "status_keputusan": STATUS_KEPUTUSAN,
}
"""The statuses by the unit of their facts."""

HARI = "hari_sejak_1970"
"""The unit of a date of the book: days since HARI_NOL, so that a difference is a number of days.

A unit that no measurement and no action is counted in."""

HARI_NOL = date(1970, 1, 1)


def make_fakta(
    id_fakta: str, nilai: float | None, satuan: str, tingkat: str, kode: str, lembar: str, baris: int = 0
) -> Fakta:
    """Return one fact; row 0 means added up from several rows, and becomes null; so does what is no finite number."""
    kosong = nilai is None or pd.isna(nilai) or math.isinf(nilai)
    return {
        "id": id_fakta,
        "nilai": None if kosong or nilai is None else round(float(nilai), 6),
        "satuan": satuan,
        "tingkat": tingkat,
        "kode": kode,
        "asal": {"lembar": lembar, "baris": int(baris) or None},
    }


def urut_fakta(isi: list[Fakta]) -> list[Fakta]:
    """Return facts sorted by id."""
    return sorted(isi, key=lambda f: f["id"])


def hari_of(tanggal: date) -> int:
    """Return a date as the number under which it is published."""
    return (tanggal - HARI_NOL).days


def tanggal_of(hari: float) -> date:
    """Return the date behind a published number."""
    return HARI_NOL + timedelta(days=int(hari))


def status_of(satuan: str, nilai: float) -> str | None:
    """Return the status behind a published number; None for one that this version does not know."""
    return next((s for s, n in URUTAN_STATUS[satuan].items() if n == nilai), None)
