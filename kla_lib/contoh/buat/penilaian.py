"""Make the marks that the example city gave itself."""

import numpy as np
import pandas as pd

from kla_lib.contoh.buat.baris import Kode, Tabel

BERDOKUMEN, TIPIS, SEBAR = 0.85, 0.65, 0.3
"""Usual share of the highest points with complete documents and without, and how far it spreads."""

SELISIH = {"2": 0.05, "4": 0.1, "7": -0.1, "12": 0.05, "20": -0.1, "21A": -0.05, "21C": -0.1, "22A": -0.15, "23A": -0.1}
"""Where the city is stronger or weaker than usual, by indikator."""

PASTI: dict[Kode, float] = {
    ("1", "1"): 1.0,
    ("2", "1"): 1.0,
    ("17", "2"): 1.0,
    ("1", "2g"): 0.0,
    ("11", "6"): 0.0,
    ("24B", "3"): 0.0,
}
"""Questions about something that is there, full points, or that was never done, none."""

BELUM_DICATAT: dict[Kode, str] = {
    ("1", "2k"): "Menunggu jawaban Dinas Perhubungan.",
    ("1", "2zb"): "Menunggu jawaban Kesbangpol.",
    ("1", "3zg"): "Menunggu DPA Kesbangpol.",
    ("5", "9"): "Uraian inovasi belum diterima.",
    ("11", "7"): "Menunggu jawaban Dinas Perhubungan.",
    ("16", "8"): "Uraian inovasi belum diterima.",
    ("17", "8"): "Uraian inovasi belum diterima.",
    ("20", "8"): "Menunggu jawaban Kantor Kementerian Agama.",
    ("24A", "5"): "Menunggu jawaban Dinas Sosial.",
    ("24B", "1"): "Menunggu jawaban Kesbangpol.",
    ("25", "7c"): "Data gizi lebih per kecamatan belum diterima.",
    ("26", "9"): "Baru sebagian kelurahan mengirim data.",
}
CATATAN: dict[Kode, str] = {
    ("2", "2"): "Nilai memakai daftar peserta; sertifikat belum lengkap.",
    ("6", "3"): "Kegiatan dua tahun terakhir sudah dipisah per bulan.",
    ("7", "2"): "Teks pertanyaan di form sama dengan pertanyaan 1; dijawab dengan upaya pencegahan.",
    ("8", "2"): "Angka tahun 2023 masih dicocokkan.",
    ("13", "3"): "Memakai data rutin, bukan survei.",
    ("19", "2d"): "SMA dan SMK kewenangan provinsi; jumlah sekolah menunggu kepastian.",
    ("21A", "8"): "Jumlah petugas berubah sesudah mutasi Juli 2024.",
    ("26", "15"): "Dihitung dari kelurahan yang mengirim laporan saja.",
}


def make_nilai(acak: np.random.Generator, pertanyaan: pd.DataFrame, lengkap: set[Kode]) -> dict[Kode, float | None]:
    """Return the points of every question, None where nothing was recorded yet.

    lengkap: the questions whose documents are complete; they earned more.
    """
    hasil: dict[Kode, float | None] = {}
    for p in pertanyaan.itertuples(index=False):
        kode = (p.indikator, p.pertanyaan)
        porsi = (BERDOKUMEN if kode in lengkap else TIPIS) + SELISIH.get(p.indikator, 0.0)
        porsi += SEBAR * (acak.random() - 0.5)
        hasil[kode] = None if kode in BELUM_DICATAT else _seperempat(p.nilai_maksimal, PASTI.get(kode, porsi))
    return hasil


def make_penilaian(
    acak: np.random.Generator, pertanyaan: pd.DataFrame, nilai: dict[Kode, float | None], catatan: dict[Kode, str]
) -> Tabel:
    """Return the self-assessment: one row per question, about four in five of those with points confirmed.

    catatan: the remarks that some questions carry.
    """
    hasil: Tabel = []
    for p in pertanyaan.itertuples(index=False):
        kode = (p.indikator, p.pertanyaan)
        yakin = acak.random() < 0.8
        hasil.append(
            {
                "tahap": "em",
                "klaster": p.klaster,
                "indikator": p.indikator,
                "pertanyaan": p.pertanyaan,
                "nilai": nilai[kode],
                "dikonfirmasi": "ya" if yakin and nilai[kode] is not None else "tidak",
                "catatan": catatan.get(kode),
            }
        )
    return hasil


def _seperempat(nilai_maksimal: float, porsi: float) -> float:
    """Return a share of the highest points to the nearest quarter, never above the highest."""
    return float(np.clip(np.floor(4 * porsi * nilai_maksimal + 0.5) / 4, 0, nilai_maksimal))
