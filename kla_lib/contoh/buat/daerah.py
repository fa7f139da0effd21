"""Make the book of one generated region: what it claims and which documents it has were drawn, its texts are shared."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from kla_lib.contoh.buat.baris import Baris, Buku, Kode, Tabel
from kla_lib.contoh.buat.dokumen import (
    Dokumen,
    kode_lengkap,
    make_data_dukung,
    make_dokumen_pertanyaan,
    read_dokumen,
)
from kla_lib.contoh.buat.penilaian import SELISIH, make_penilaian
from kla_lib.contoh.buat.rencana import make_rad
from kla_lib.contoh.buat.sebaran import Undi
from kla_lib.contoh.buat.ukuran import make_capaian_daerah
from kla_lib.contoh.buat.wilayah import make_wilayah
from kla_lib.data.bentuk import (
    CAPAIAN,
    DATA_DUKUNG,
    DOKUMEN_PERTANYAAN,
    KETERANGAN,
    PENILAIAN,
    RAD,
    WILAYAH,
)
from kla_lib.data.dokumen import butir_diminta
from kla_lib.rules.form.instrumen import Instrumen

SUMBER = "Data buatan: daerah ini tidak ada, angkanya diundi dengan komputer"
TANGGAL_DATA = {"em": "2025-02-07", "va": "2025-05-02"}
"""The day of the data by the stage that a region is in."""

BERDOKUMEN, SEBAR, KUAT = 0.15, 0.6, 0.2
"""How much more a question with complete documents earns, how far questions of one indikator spread, and indikator of
one region: shares of the highest points."""
KOSONG = 0.03
"""Share of the questions that nobody has answered, at most; whoever claims nearly everything has answered all."""
SERING_KURANG = {"Sertifikat": 0.2, "Foto berketerangan": 0.15, "Perda": -0.2, "SK": -0.1}
"""By how much documents of a kind are less often complete than others, in every region: what help can be given for."""
DIPERIKSA, TIADA = 0.7, 0.2
"""Of the documents that are not complete: how many somebody has looked at, and how many of those are not there."""
KEGIATAN = 0.7
"""Share of the actions of the example city's RAD that a region has too."""
KELURAHAN = (2, 2, 2)
LANGKAH = 40
"""Halvings in the search for the level at which the marks add to what was drawn."""


@dataclass(frozen=True)
class DaerahBuatan:
    """A region that does not exist, with its number and what it was drawn to be."""

    nomor: int
    undi: Undi

    @property
    def id(self) -> str:
        return f"daerah-contoh-{self.nomor:03}"

    @property
    def nama(self) -> str:
        return nama_buatan(self.nomor)


def nama_buatan(nomor: int) -> str:
    """Return the name of a region that does not exist."""
    return f"Daerah Contoh {nomor:03}"


def make_buku_daerah(form: Instrumen, daerah: DaerahBuatan, benih: int) -> Buku:
    """Return all tables of a region's book; the same seed gives the same ones."""

    def acak(tabel: int) -> np.random.Generator:
        return np.random.default_rng([benih, daerah.nomor, tabel])

    dokumen = _dokumen(daerah, acak(1))
    lengkap = kode_lengkap(dokumen)
    nilai = _nilai(acak(2), form, lengkap, daerah.undi.em)
    kaitan = make_dokumen_pertanyaan(list(nilai), dokumen)
    diminta = butir_diminta(form, pd.DataFrame(kaitan).assign(wajib=[b["wajib"] == "ya" for b in kaitan]))
    em = make_penilaian(acak(3), form.pertanyaan, nilai, {})
    return {
        KETERANGAN: _keterangan(form, daerah),
        PENILAIAN: em + _verifikasi(acak(4), em, nilai, lengkap, daerah.undi.sisa),
        DATA_DUKUNG: make_data_dukung(acak(5), acak(6), diminta, dokumen),
        DOKUMEN_PERTANYAAN: kaitan,
        CAPAIAN: make_capaian_daerah(acak(7), daerah.id),
        WILAYAH: make_wilayah(acak(8), form.pertanyaan, nilai, KELURAHAN),
        RAD: _rad(acak(9), make_rad(form.pertanyaan, {kode: nilai[kode] or 0.0 for kode in lengkap})),
    }


def _keterangan(form: Instrumen, daerah: DaerahBuatan) -> Tabel:
    tahap = "em" if daerah.undi.sisa is None else "va"
    isi = {
        "daerah": daerah.id,
        "tahun_evaluasi": form.id,
        "instrumen": form.id,
        "tahap_berjalan": tahap,
        "tanggal_data": TANGGAL_DATA[tahap],
        "contoh": "ya",
        "sumber": SUMBER,
    }
    return [{"kunci": k, "isi": v} for k, v in isi.items()]


def _dokumen(daerah: DaerahBuatan, acak: np.random.Generator) -> list[Dokumen]:
    """Return the documents of the example city under this region's name, with a status of their own."""
    hasil = []
    for d in read_dokumen():
        u = acak.random(3)
        status = "lengkap"
        if u[0] >= daerah.undi.rapi - SERING_KURANG.get(d.jenis, 0.0):
            status = "belum_diperiksa" if u[1] >= DIPERIKSA else "tidak_ada" if u[2] < TIADA else "kurang"
        nomor = acak.integers(1, 60)
        judul = re.sub(r"Nomor \d+", f"Nomor {nomor}", d.judul).replace("Kota Contoh", daerah.nama)
        # What the list says of a thin document is true of the example city's alone.
        hasil.append(d._replace(judul=judul, status=status, catatan="", tidak=()))
    return hasil


def _nilai(acak: np.random.Generator, form: Instrumen, lengkap: set[Kode], em: float) -> dict[Kode, float | None]:
    """Return the points of every question, in quarters, which add to the drawn total as nearly as quarters can."""
    p = form.pertanyaan
    kode = list(zip(p["indikator"], p["pertanyaan"], strict=True))
    kuat = {i: KUAT * acak.standard_normal() + 2 * SELISIH.get(i, 0.0) for i in form.indikator["indikator"]}
    porsi = np.array([kuat[i] + (BERDOKUMEN if (i, q) in lengkap else 0.0) for i, q in kode])
    porsi += SEBAR * (acak.random(len(kode)) - 0.5)
    maks = p["nilai_maksimal"].to_numpy(dtype=float)
    penuh = float(maks.sum())
    kosong = acak.random(len(kode)) < min(KOSONG, (1 - em / penuh) / 3)
    maks = np.where(kosong, 0.0, maks)

    def poin(taraf: float) -> np.ndarray:
        return np.asarray(np.clip(np.floor(4 * maks * (porsi + taraf) + 0.5) / 4, 0, maks))

    rendah, tinggi = -2.0, 2.0
    for _n in range(LANGKAH):
        tengah = (rendah + tinggi) / 2
        rendah, tinggi = (tengah, tinggi) if poin(tengah).sum() < em else (rendah, tengah)
    nilai = poin(tinggi)
    return {k: None if kosong[n] else float(nilai[n]) for n, k in enumerate(kode)}


def _verifikasi(
    acak: np.random.Generator, em: Tabel, nilai: Mapping[Kode, float | None], lengkap: set[Kode], sisa: float | None
) -> Tabel:
    """Return the marks of the administrative check: what it refuses lies first where documents are not complete."""
    if sisa is None:
        return []
    ada = {kode: n for kode, n in nilai.items() if n is not None}
    urut = {kode: acak.random() + (kode not in lengkap) for kode in ada}
    boleh, tetap = sisa * sum(ada.values()), {}
    for kode in sorted(ada, key=urut.__getitem__):
        tetap[kode] = ada[kode] if boleh >= ada[kode] else float(np.floor(4 * max(boleh, 0.0))) / 4
        boleh -= ada[kode]
    return [
        b | {"tahap": "va", "nilai": tetap[kode], "dikonfirmasi": None, "catatan": None}
        for b, kode in zip(em, nilai, strict=True)
        if kode in tetap
    ]


def _rad(acak: np.random.Generator, semua: Tabel) -> Tabel:
    """Return some of the actions; what one needs or excludes is named only where the region has it too."""
    pakai = [b for b in semua if acak.random() < KEGIATAN]
    ada = {str(b["id_kegiatan"]) for b in pakai}
    return [b | {k: _sisakan(str(b[k] or ""), ada) for k in ("butuh", "bentrok")} for b in pakai]


def _sisakan(teks: str, ada: set[str]) -> str:
    return ", ".join(i for i in teks.split(", ") if i in ada)


def salin(buku: Buku, asal: Mapping[str, str]) -> Buku:
    """Return a book with every text of `asal` written as another: how one region hands in another's work."""

    def ganti(isi: object) -> object:
        for lama, baru in asal.items():
            isi = isi.replace(lama, baru) if isinstance(isi, str) else isi
        return isi

    return {b: [{k: ganti(v) for k, v in baris.items()} for baris in tabel] for b, tabel in buku.items()}  # type: ignore[misc]


def penuh(form: Instrumen, buku: Buku) -> Buku:
    """Return a book in which every question has its highest mark and every document is called complete."""
    maks = {(i, q): m for i, q, m in form.pertanyaan[["indikator", "pertanyaan", "nilai_maksimal"]].to_numpy()}
    nilai = [b | {"nilai": maks[b["indikator"], b["pertanyaan"]]} for b in buku[PENILAIAN] if b["tahap"] == "em"]
    ada: Baris = {"status": "lengkap"}
    dokumen = [b | ada | {"tautan": f"dokumen/{b['id_dokumen']}.pdf"} for b in buku[DATA_DUKUNG]]
    em = {"tahap_berjalan": "em", "tanggal_data": TANGGAL_DATA["em"]}
    keterangan = [b | {"isi": em.get(str(b["kunci"]), b["isi"])} for b in buku[KETERANGAN]]
    return buku | {KETERANGAN: keterangan, PENILAIAN: nilai, DATA_DUKUNG: dokumen}
