"""Tell what became of the decisions of earlier meetings: kept, late, stuck, running."""

from datetime import date
from typing import Any

import pandas as pd

from kla_lib.scoring.dokumen.register import Penentu

TERLAMBAT, TERHAMBAT, BERJALAN = "terlambat", "terhambat", "berjalan"
TANPA_TENGGAT, DITEPATI, DIBATALKAN = "tanpa_tenggat", "ditepati", "dibatalkan"

KEADAAN_JANJI = (TERLAMBAT, TERHAMBAT, BERJALAN, TANPA_TENGGAT, DITEPATI, DIBATALKAN)
"""Every state a promise can be in, what a meeting has to hear first standing first."""

TERBUKA = (TERLAMBAT, TERHAMBAT, BERJALAN, TANPA_TENGGAT)
"""The states in which something is still to be done."""


def keadaan_of(status: str | None, tenggat: date | None, tanggal: date) -> str:
    """Return the state of one decision on the day of a meeting; a status that nobody recorded counts as open.

    The last day still belongs to the promise: it is late from the next day on.
    """
    if status == "selesai":
        return DITEPATI
    if status == "batal":
        return DIBATALKAN
    if tenggat is not None and tenggat < tanggal:
        return TERLAMBAT
    if status == "terhambat":
        return TERHAMBAT
    return TANPA_TENGGAT if tenggat is None else BERJALAN


def daftar_janji(tindak_lanjut: pd.DataFrame, tanggal: date, rapat: str, penentu: Penentu) -> pd.DataFrame:
    """Return the decisions of every meeting but `rapat`, the late ones first, then in the order of KEADAAN_JANJI.

    Besides the columns of the table Tindak lanjut: `keadaan`; `hari_lewat`,
    the days since the date passed of a late one, and of a kept one the days
    by which it came late (0 where it did not, or where its day is not known);
    `dokumen_lengkap`, whether every document that decides its question is
    complete.  penentu: of `dokumen_penentu`.
    The index stays the row of the book.
    """
    lama = tindak_lanjut[tindak_lanjut["rapat"] != rapat]
    keadaan = [keadaan_of(s, t, tanggal) for s, t in zip(lama["status"], lama["tenggat"], strict=True)]
    lewat = [
        _hari_lewat(k, t, s, tanggal) for k, t, s in zip(keadaan, lama["tenggat"], lama["tanggal_status"], strict=True)
    ]
    urutan = [KEADAAN_JANJI.index(k) for k in keadaan]
    hari = [date.max if t is None else t for t in lama["tenggat"]]
    hasil = lama.assign(keadaan=pd.Series(keadaan, index=lama.index, dtype=object), hari_lewat=lewat)
    hasil = hasil.assign(_urutan=urutan, _hari=pd.Series(hari, index=lama.index, dtype=object))
    hasil = hasil.sort_values(["_urutan", "_hari", "id_keputusan"], kind="stable")
    lengkap = [_dokumen_lengkap(penentu.get(k, [])) for k in zip(hasil["indikator"], hasil["pertanyaan"], strict=True)]
    return hasil.drop(columns=["_urutan", "_hari"]).assign(dokumen_lengkap=lengkap)


def _dokumen_lengkap(dokumen: list[Any]) -> bool:
    """Whether all documents of a question are complete; where there is none, nothing is proved."""
    return bool(dokumen) and all(d.status == "lengkap" for d in dokumen)


def _hari_lewat(keadaan: str, tenggat: date | None, tanggal_status: date | None, tanggal: date) -> int:
    akhir = {TERLAMBAT: tanggal, DITEPATI: tanggal_status}.get(keadaan)
    return 0 if tenggat is None or akhir is None else max(0, (akhir - tenggat).days)


def hitung_janji(janji: pd.DataFrame) -> dict[str, int]:
    """Return how many promises are in each state, states without any too, in the order of KEADAAN_JANJI."""
    return {k: int((janji["keadaan"] == k).sum()) for k in KEADAAN_JANJI}


def ditepati_terlambat(janji: pd.DataFrame) -> pd.DataFrame:
    """Return the promises that were kept after their date."""
    return janji[(janji["keadaan"] == DITEPATI) & (janji["hari_lewat"] > 0)]
