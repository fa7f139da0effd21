"""Read one or several years in a cell: "2024; 2025"."""

import re
from typing import Any

from kla_lib.bahasa import _
from kla_lib.tabel.jenis import Jenis
from kla_lib.tabel.sel import kutip
from kla_lib.tabel.tanggal import TAHUN_HARI

TAHUN_BANYAK = 12
"""More years than this are no list that somebody meant."""
PEMISAH = re.compile(r"\s*(?:[;,\n]|\bdan\b)\s*", re.IGNORECASE)
RENTANG = re.compile(r"\s*(\d{4})\s*(?:[-–—/]|s\.?\s?/?d\.?|sampai|hingga)\s*(\d{2}|\d{4})\s*", re.IGNORECASE)


def pisah_tahun(isi: Any) -> tuple[int, ...]:
    """Return the years of a cell, each once, the earliest first; raises ValueError for anything else."""
    if isinstance(isi, bool):
        raise ValueError("no year")
    teks = f"{isi:.10g}" if isinstance(isi, int | float) else str(isi).strip().strip(";,").strip()
    bagian = PEMISAH.split(teks)
    if not all(re.fullmatch(r"[0-9]{4}", b) and int(b) in TAHUN_HARI for b in bagian):
        raise ValueError("no year")
    return tuple(sorted({int(b) for b in bagian}))


def _sah(isi: Any) -> bool:
    try:
        return len(pisah_tahun(isi)) <= TAHUN_BANYAK
    except ValueError:
        return False


def _nasihat(isi: Any) -> tuple[str, str]:
    salah = _("'{isi}' bukan tahun data").format(isi=kutip(isi))
    rentang = RENTANG.fullmatch(str(isi))
    if rentang:
        awal, akhir = int(rentang[1]), int(rentang[1][: 4 - len(rentang[2])] + rentang[2])
        if awal in TAHUN_HARI and akhir in TAHUN_HARI and 0 < akhir - awal < TAHUN_BANYAK:
            daftar = "; ".join(map(str, range(awal, akhir + 1)))
            return salah, _("Tulis setiap tahunnya: {daftar}.").format(daftar=daftar)
    return salah, _("Tulis tahun empat angka; beberapa tahun dipisahkan titik koma: 2024; 2025.")


DAFTAR_TAHUN = Jenis("kode", _sah, lambda isi: "; ".join(map(str, pisah_tahun(isi))), _nasihat)
"""One or several years; kept as text, so that no workbook makes a number of them."""
