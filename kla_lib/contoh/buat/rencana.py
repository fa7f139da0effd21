"""Make what the example city plans or promised: its RAD, the decisions of an earlier meeting."""

import math

import pandas as pd

from kla_lib.contoh.buat.baris import Baris, Kode, Tabel
from kla_lib.contoh.buat.kegiatan import KEGIATAN, KEPUTUSAN

RAPAT = "kota-contoh-0"
CELAH = {
    "ada": "dokumen_ada",
    "unggah": "belum_diunggah",
    "buat": "masih_bisa_dibuat",
    "nanti": "siklus_berikutnya",
    "-": None,
}
PORSI = {"ada": (0.4, 0.65, 0.85), "unggah": (0.5, 0.7, 0.9), "buat": (0.25, 0.5, 0.8)}
"""Least, likely and most of the missing points that an action brings; the other kinds bring none in this cycle."""

PROGRAM = {
    "kelembagaan": "Penguatan kelembagaan KLA",
    "klaster_1": "Pemenuhan hak sipil dan kebebasan anak",
    "klaster_2": "Peningkatan kualitas keluarga dan pengasuhan",
    "klaster_3": "Pemenuhan kesehatan dasar dan kesejahteraan anak",
    "klaster_4": "Pemenuhan hak pendidikan dan budaya anak",
    "klaster_5": "Perlindungan khusus anak",
    "kelana_dekela": "Kecamatan dan kelurahan layak anak",
}


def make_rad(pertanyaan: pd.DataFrame, terdukung: dict[Kode, float]) -> Tabel:
    """Return the actions.

    pertanyaan: the form's questions.  terdukung: the points of those whose
    documents are complete; what an action brings is part of what is missing.
    """
    form = {(p.indikator, p.pertanyaan): p for p in pertanyaan.itertuples(index=False)}
    hasil: Tabel = []
    for nomor, (awal, lanjut) in enumerate(_pasang(KEGIATAN), start=1):
        status, celah, tempat, opd, pilar, kegiatan = awal
        kode = _kode(tempat)
        klaster = form[kode].klaster if kode else tempat
        kurang = form[kode].nilai_maksimal - terdukung.get(kode, 0.0) if kode else 0.0
        baris: Baris = {"id_kegiatan": f"R{nomor:02}", "klaster": klaster, "program": PROGRAM[klaster]}
        baris |= {"kegiatan": kegiatan, "opd": opd, "pilar": pilar, "status": status, "jenis_celah": CELAH[celah]}
        hasil.append(baris | _sebut(kode) | _ukuran(lanjut) | _poin(celah, kurang))
    return hasil


def make_tindak_lanjut() -> Tabel:
    """Return the decisions of the earlier meeting with what became of them."""
    hasil: Tabel = []
    for nomor, (awal, (catatan,)) in enumerate(_pasang(KEPUTUSAN), start=1):
        status, klaster, tempat, opd, tenggat, tanggal_status, keputusan = awal
        baris: Baris = {"id_keputusan": f"K0-{nomor:02}", "rapat": RAPAT, "keputusan": keputusan, "klaster": klaster}
        baris |= {"opd": opd, "tenggat": tenggat, "hasil": catatan, "status": status, "tanggal_status": tanggal_status}
        hasil.append(baris | _sebut(_kode(tempat)))
    return hasil


def _pasang(teks: str) -> list[tuple[list[str], list[str]]]:
    """Return the cells of every pair of lines."""
    baris = teks.strip().splitlines()
    return [(a.split("|"), b.removeprefix("> ").split("|")) for a, b in zip(baris[::2], baris[1::2], strict=True)]


def _kode(tempat: str) -> Kode | None:
    indikator, ada, pertanyaan = tempat.partition("/")
    return (indikator, pertanyaan) if ada else None


def _sebut(kode: Kode | None) -> Baris:
    return {"indikator": kode[0], "pertanyaan": kode[1]} if kode else {}


def _ukuran(lanjut: list[str]) -> Baris:
    """Return the second line of an action; millions become rupiah."""
    jumlah, juta, sumber_dana, mulai, tenggat, butuh, bentrok, kendala = lanjut
    angka, satuan = jumlah.split(" ")
    realisasi, target = map(int, angka.split("/"))
    return {
        "target": target,
        "realisasi": realisasi,
        "satuan": satuan,
        "anggaran": round(float(juta) * 1_000_000) if juta else None,
        "sumber_dana": sumber_dana,
        "mulai": mulai,
        "tenggat": tenggat,
        "butuh": butuh,
        "bentrok": bentrok,
        "kendala": kendala,
    }


def _poin(celah: str, kurang: float) -> Baris:
    """Return least, likely and most points in quarters, none of them above what is missing."""
    if celah not in PORSI:
        return {}
    kolom = ("poin_min", "poin", "poin_maks")
    return {nama: math.floor(4 * porsi * kurang) / 4 for nama, porsi in zip(kolom, PORSI[celah], strict=True)}
