"""All bad and unusual data books as they come from thirty offices, each with what must come of it."""

from tests.pembantu import berkas_bom, berkas_gabungan, berkas_isi, berkas_pribadi, berkas_rusak
from tests.pembantu.berkas_daftar import DAFTAR, HASH, NIK, Berkas

__all__ = [
    "DAFTAR",
    "HASH",
    "NIK",
    "Berkas",
    "berkas_bom",
    "berkas_gabungan",
    "berkas_isi",
    "berkas_pribadi",
    "berkas_rusak",
]
