"""Make the documents of the example city, with the questions that each serves."""

from datetime import date, timedelta
from typing import NamedTuple

import numpy as np

from kla_lib.contoh.buat.baris import Baris, Kode, Tabel
from kla_lib.contoh.buat.daftar import DAFTAR
from kla_lib.data.bentuk import BUTIR_DOKUMEN
from kla_lib.data.dokumen import Diminta
from kla_lib.scoring.dokumen.status import KURANG, LENGKAP, status_pertanyaan

STATUS = {"L": "lengkap", "K": "kurang", "T": "tidak_ada", "B": "belum_diperiksa"}
PEMERIKSA = ("Sekretariat Gugus Tugas KLA", "Koordinator klaster", "Penelaah data dukung DP3A")
TAHUN = 2024
DILIHAT = 0.6
"""Share of the items asked for that somebody has looked at in a thin document."""

BULAN = {"DPA": (1, 1), "Laporan": (10, 12), "Matriks": (10, 12), "Perda": (12, 12)}
"""First and last month in which documents of a kind are dated; others February to November."""


class Dokumen(NamedTuple):
    """One document of the list, before it has dates; `kode` tells for each question whether it is required.

    `tidak`: the items of its checklist that its note reports as absent.
    """

    id: str
    opd: str
    status: str
    jenis: str
    tahun: int
    judul: str
    kode: dict[Kode, bool]
    catatan: str
    tidak: tuple[str, ...]


def read_dokumen(teks: str = DAFTAR) -> list[Dokumen]:
    """Return the documents of the list in its order, numbered D001, D002 …"""
    hasil: list[Dokumen] = []
    opd = ""
    for baris in teks.strip().splitlines():
        if baris.startswith("["):
            opd = baris.strip("[]")
        elif baris.startswith("> "):
            catatan, _batas, tidak = baris.removeprefix("> ").partition(" | ")
            hasil[-1] = hasil[-1]._replace(catatan=catatan, tidak=tuple(tidak.split()))
        else:
            status, jenis, tahun, judul, kode = baris.split("|")
            nomor = f"D{len(hasil) + 1:03}"
            hasil.append(Dokumen(nomor, opd, STATUS[status], jenis, int(tahun), judul, _kode(kode), "", ()))
    return hasil


def _kode(teks: str) -> dict[Kode, bool]:
    pisah = {k: k.rstrip("?").split("/") for k in teks.split()}
    return {(indikator, pertanyaan): not k.endswith("?") for k, (indikator, pertanyaan) in pisah.items()}


def make_data_dukung(
    acak: np.random.Generator, acak_butir: np.random.Generator, diminta: Diminta, dokumen: list[Dokumen]
) -> Tabel:
    """Return the register of documents; one that does not exist has neither date nor link.

    diminta: for each document which items of the checklist its questions ask for.
    """
    hasil: Tabel = []
    for d in dokumen:
        ada, diperiksa = d.status != "tidak_ada", d.status != "belum_diperiksa"
        tanggal, pemeriksa = _tanggal(d, acak), PEMERIKSA[int(acak.integers(len(PEMERIKSA)))]
        hasil.append(
            {
                "id_dokumen": d.id,
                "judul": d.judul,
                "jenis": d.jenis,
                "opd": d.opd,
                "tahun_dokumen": d.tahun,
                "tanggal_dokumen": tanggal if ada else None,
                "status": d.status,
                "tautan": f"dokumen/{d.id}.pdf" if ada else None,
                "diperiksa_oleh": pemeriksa if diperiksa else None,
                "catatan": d.catatan,
                **_butir(d, acak_butir, diminta[d.id]),
            }
        )
    return hasil


def _butir(d: Dokumen, acak: np.random.Generator, diminta: dict[str, bool | None]) -> Baris:
    """Return what was looked for in a document: all that is asked for if it is complete, part of it if it is thin.

    Whether a document of a later year holds for the evaluated one, nobody has looked at.
    """
    hasil: Baris = {}
    for butir in BUTIR_DOKUMEN:
        dilihat = acak.random() < DILIHAT or d.status == LENGKAP
        terlambat = butir == "tahun_ini" and d.tahun > TAHUN
        if butir in d.tidak:
            hasil[butir] = "tidak"
        elif d.status in (LENGKAP, KURANG) and dilihat and diminta[butir] and not terlambat:
            hasil[butir] = "ya"
        else:
            hasil[butir] = None
    return hasil


def _tanggal(d: Dokumen, acak: np.random.Generator) -> date:
    """Return a working day of the document's year, in the months usual for its kind."""
    awal, akhir = (1, 1) if d.tahun == 2025 else BULAN.get(d.jenis, (2, 11))
    hari = date(d.tahun, int(acak.integers(awal, akhir + 1)), int(acak.integers(6, 28)))
    return hari - timedelta(days=max(0, hari.weekday() - 4))


def make_dokumen_pertanyaan(urutan: list[Kode], dokumen: list[Dokumen]) -> Tabel:
    """Return which document serves which question, the questions as in `urutan`."""
    letak = {kode: n for n, kode in enumerate(urutan)}
    pasangan = [(kode, d.id, wajib) for d in dokumen for kode, wajib in d.kode.items()]
    return [
        {"indikator": i, "pertanyaan": p, "id_dokumen": id_dokumen, "wajib": "ya" if wajib else "tidak"}
        for (i, p), id_dokumen, wajib in sorted(pasangan, key=lambda s: (letak[s[0]], s[1]))
    ]


def kode_lengkap(dokumen: list[Dokumen]) -> set[Kode]:
    """Return the questions whose documents are complete: the required ones, or the extras where no other is."""
    milik: dict[Kode, dict[bool, list[str]]] = {}
    for d in dokumen:
        for kode, wajib in d.kode.items():
            milik.setdefault(kode, {}).setdefault(wajib, []).append(d.status)
    return {k for k, m in milik.items() if status_pertanyaan(m.get(True) or m[False]) == LENGKAP}
