"""Tell what a day of help brings one region: the work with most points an hour, and what it does to the final score."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from kla_lib.rules.form.kode import kode_pertanyaan
from kla_lib.rules.kategori import DaftarKategori
from kla_lib.scoring.dokumen.celah import URUTAN_KERJA
from kla_lib.scoring.nilai.nilai import Larik
from kla_lib.scoring.perkiraan.peluang import peluang_mencapai
from kla_lib.scoring.perkiraan.risiko import rata_akhir
from kla_lib.scoring.perkiraan.susunan import LETAK_LENGKAP, Susunan
from kla_lib.scoring.perkiraan.undian import Undian

BISA_DIBANTU = ("kurang", "belum_diperiksa")
"""Whether an absent document may still be made, only the RAD can say."""


@dataclass(frozen=True)
class Langkah:
    """One piece of work, a document or a question: its hours, and the points of the final score it brings (mean)."""

    id: str
    nama: str
    jam: float
    poin: float


@dataclass(frozen=True)
class Bantuan:
    """A day of help: what is done first, its hours, and the final score then.

    naik: mean gain (poin); antara: nine gains in ten.  mencapai: chance of
    each category or a better one afterwards.
    """

    langkah: tuple[Langkah, ...]
    jam: float
    naik: float
    antara: tuple[float, float]
    mencapai: Mapping[str, float]


def bantuan_dokumen(
    susunan: Susunan,
    undian: Undian,
    jenis: Mapping[str, str],
    judul: Mapping[str, str],
    jam: Mapping[str, float],
    kategori: DaftarKategori,
    batas: float,
) -> Bantuan:
    """Return what `batas` hours of help with documents bring before a verifier has come.

    jenis: kind of gap by question.  judul: of the documents.  jam: hours by kind of gap; a document
    takes those of its hardest question.  Only documents that exist are
    completed, and none that waits for the next cycle.  Each step is the one
    with most points an hour after those before it; a question that two
    documents hold back brings nothing until one of them is chosen for another's sake.
    """
    rata, tugas = rata_akhir(undian), _tugas(susunan, jenis, jam)
    status: dict[str, str] = {}
    langkah: list[Langkah] = []
    sisa = batas
    while calon := {d: poin for d, j in tugas.items() if j <= sisa and (poin := _naik(susunan, status, d, rata)) > 0}:
        pilih = max(calon, key=lambda d: (calon[d] / tugas[d], d))
        status[pilih] = "lengkap"
        langkah.append(Langkah(pilih, judul[pilih], tugas[pilih], calon[pilih]))
        sisa -= tugas.pop(pilih)
    return _hasil(langkah, undian.total(susunan), undian.total(susunan.dengan_status(status)), kategori)


def bantuan_pemulihan(
    susunan: Susunan, undian: Undian, bisa: pd.DataFrame, kategori: DaftarKategori, batas: float
) -> Bantuan:
    """Return what `batas` hours bring back of what a verifier took away; bisa: of `Pemulihan`."""
    langkah: list[Langkah] = []
    sisa, rata = batas, float(undian.baru.mean())
    urut = bisa.dropna(subset=["pulih", "jam"])
    for r in urut[urut["pulih"] > 0].sort_values("poin_per_jam", ascending=False, kind="stable").itertuples():
        if r.jam <= sisa:
            kode = kode_pertanyaan(r.indikator, r.pertanyaan) if r.pertanyaan else r.indikator or r.klaster
            langkah.append(Langkah(kode, str(r.label), float(r.jam), float(r.pulih) * rata))
            sisa -= float(r.jam)
    sebelum = undian.total(susunan)
    pulih = sum(x.poin for x in langkah) / rata if rata else 0.0
    sesudah = np.round(np.clip(undian.tak_terbatas(susunan) + pulih * undian.baru, 0, undian.batas(susunan)), 2)
    return _hasil(langkah, sebelum, np.maximum(sebelum, sesudah), kategori)


def _tugas(susunan: Susunan, jenis: Mapping[str, str], jam: Mapping[str, float]) -> dict[str, float]:
    """Return the hours of every document that a helper can complete."""
    milik: dict[str, list[str]] = {}
    for kode, penentu in zip(susunan.kode, susunan.penentu, strict=True):
        for id_dokumen, status in penentu:
            if status in BISA_DIBANTU and jenis.get(kode) in URUTAN_KERJA:
                milik.setdefault(id_dokumen, []).append(jenis[kode])
    return {d: max(jam[j] for j in semua) for d, semua in milik.items()}


def _naik(susunan: Susunan, status: Mapping[str, str], dokumen: str, rata: Larik) -> float:
    """Return the mean points that completing one more document brings, without the caps."""
    lengkap = {**status, dokumen: "lengkap"}
    return sum(
        float(susunan.nilai[unit] * (rata[LETAK_LENGKAP] - rata[susunan.keadaan[unit]]))
        for unit, penentu in enumerate(susunan.penentu)
        if any(d == dokumen for d, _s in penentu) and all(lengkap.get(d, s) == "lengkap" for d, s in penentu)
    )


def _hasil(langkah: list[Langkah], sebelum: Larik, sesudah: Larik, kategori: DaftarKategori) -> Bantuan:
    naik = sesudah - sebelum
    bawah, atas = np.quantile(naik, (0.05, 0.95))
    return Bantuan(
        tuple(langkah),
        sum(x.jam for x in langkah),
        float(naik.mean()),
        (float(bawah), float(atas)),
        peluang_mencapai(sesudah, kategori),
    )
