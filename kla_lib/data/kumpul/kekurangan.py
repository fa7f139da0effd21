"""Tell what a book still lacks of each office: points and documents of its questions."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pandas as pd

from kla_lib.data.buku import Buku
from kla_lib.data.kumpul.isian import daftar_peran
from kla_lib.rules.daerah.daerah import Daerah
from kla_lib.rules.form.kode import kode_pertanyaan

DITERIMA, KOSONG, DITOLAK, BELUM = "diterima", "kosong", "ditolak", "belum"


@dataclass(frozen=True)
class Kekurangan:
    """What is still missing of one office: its questions, those without points, those without documents.

    keadaan: DITERIMA, KOSONG (a file without answers), DITOLAK or BELUM (no file).
    """

    opd: str
    keadaan: str
    pertanyaan: int
    belum_dinilai: tuple[str, ...]
    belum_berdokumen: tuple[str, ...]


def list_kekurangan(buku: Buku, keadaan: Mapping[str, str], daerah: Daerah) -> Iterator[Kekurangan]:
    """Return per office of the form what the book still lacks, the roles in alphabetical order.

    keadaan: what came of the file of each office that sent one now; the book
    remembers those that delivered earlier.
    """
    instrumen = buku.instrumen
    wilayah = {w.kode: w.tingkat for w in daerah.wilayah}
    dulu = set() if buku.kiriman is None else set(buku.kiriman["opd"])
    nilai = buku.penilaian
    ada = set() if nilai is None else _kode(nilai[(nilai["tahap"] == "em") & nilai["nilai"].notna()])
    berdokumen = set() if buku.dokumen_pertanyaan is None else _kode(buku.dokumen_pertanyaan)
    for peran in daftar_peran(instrumen):
        tanya = instrumen.pertanyaan[[peran in p for p in instrumen.pertanyaan["opd"]]]
        diminta = tanya[tanya["lampiran"] | tanya["matriks"] | tanya["foto"]]
        yield Kekurangan(
            peran,
            _keadaan_peran(peran, keadaan, dulu, wilayah),
            len(tanya),
            tuple(kode_pertanyaan(i, p) for i, p in _urut(tanya) if (i, p) not in ada),
            tuple(kode_pertanyaan(i, p) for i, p in _urut(diminta) if (i, p) not in berdokumen),
        )


def _keadaan_peran(peran: str, keadaan: Mapping[str, str], dulu: set[str], wilayah: Mapping[str, str]) -> str:
    """Return what came of a role's file; kecamatan and kelurahan deliver as soon as one area does."""
    if any(wilayah.get(k) == peran and v == DITERIMA for k, v in keadaan.items()):
        return DITERIMA
    tercatat = peran in dulu or any(wilayah.get(k) == peran for k in dulu)
    return keadaan.get(peran, DITERIMA if tercatat else BELUM)


def _urut(tabel: pd.DataFrame) -> list[tuple[str, str]]:
    return list(zip(tabel["indikator"], tabel["pertanyaan"], strict=True))


def _kode(tabel: pd.DataFrame) -> set[tuple[str, str]]:
    return set(_urut(tabel))
