"""Make the two example books of the city whole, to be written the same bytes every time."""

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pandas as pd

from kla_lib.contoh.buat.baris import Buku, write_buku
from kla_lib.contoh.buat.dokumen import kode_lengkap, make_data_dukung, make_dokumen_pertanyaan, read_dokumen
from kla_lib.contoh.buat.penilaian import BELUM_DICATAT, CATATAN, make_nilai, make_penilaian
from kla_lib.contoh.buat.perubahan import UBAH
from kla_lib.contoh.buat.rencana import make_rad, make_tindak_lanjut
from kla_lib.contoh.buat.ubah import apply_ubahan, read_ubahan
from kla_lib.contoh.buat.ukuran import KOTA, make_capaian
from kla_lib.contoh.buat.wilayah import BANYAK_KELURAHAN, make_wilayah
from kla_lib.data.bentuk import (
    CAPAIAN,
    DATA_DUKUNG,
    DOKUMEN_PERTANYAAN,
    KETERANGAN,
    PENILAIAN,
    RAD,
    TINDAK_LANJUT,
    WILAYAH,
)
from kla_lib.data.dokumen import butir_diminta
from kla_lib.letak import FOLDER_CONTOH
from kla_lib.rules.form.instrumen import load_instrumen
from kla_lib.rules.params import params_bawaan

BENIH = 2024
"""Seed; every table draws from its own stream, so a change in one leaves the others alone."""

ISI_KETERANGAN = {
    "daerah": KOTA,
    "tahun_evaluasi": "2024",
    "instrumen": "2024",
    "tahap_berjalan": "em",
    "tanggal_data": "2025-02-07",
    "contoh": "ya",
    "sumber": "Data buatan untuk mencoba buku kerja; bukan data daerah mana pun",
}

KEDUA = "kota-contoh-2"
TANGGAL_KEDUA = "2025-03-14"
"""The book of the second meeting, and the day of its data."""


def make_buku() -> Buku:
    """Return all tables of the book."""
    form = load_instrumen(params_bawaan(), ISI_KETERANGAN["instrumen"])
    dokumen = read_dokumen()
    lengkap = kode_lengkap(dokumen)
    nilai = make_nilai(_acak(1), form.pertanyaan, lengkap)
    kaitan = make_dokumen_pertanyaan(list(nilai), dokumen)
    diminta = butir_diminta(form, pd.DataFrame(kaitan).assign(wajib=[b["wajib"] == "ya" for b in kaitan]))
    return {
        KETERANGAN: [{"kunci": kunci, "isi": isi} for kunci, isi in ISI_KETERANGAN.items()],
        PENILAIAN: make_penilaian(_acak(2), form.pertanyaan, nilai, CATATAN | BELUM_DICATAT),
        DATA_DUKUNG: make_data_dukung(_acak(3), _acak(5), diminta, dokumen),
        DOKUMEN_PERTANYAAN: kaitan,
        CAPAIAN: make_capaian(),
        WILAYAH: make_wilayah(_acak(4), form.pertanyaan, nilai, BANYAK_KELURAHAN),
        RAD: make_rad(form.pertanyaan, {kode: nilai[kode] or 0.0 for kode in lengkap}),
        TINDAK_LANJUT: make_tindak_lanjut(),
    }


def make_buku_kedua() -> Buku:
    """Return the book of the second meeting: the first one with what happened in between."""
    pertama = make_buku()
    keterangan = [b | {"isi": TANGGAL_KEDUA} if b["kunci"] == "tanggal_data" else b for b in pertama[KETERANGAN]]
    return apply_ubahan(pertama | {KETERANGAN: keterangan}, read_ubahan(UBAH))


def _acak(nomor: int) -> np.random.Generator:
    return np.random.default_rng([BENIH, nomor])


def main(argumen: Sequence[str] | None = None) -> None:
    """Write both books into the folder that the command line names."""
    pembaca = argparse.ArgumentParser(description="Menulis buku data contoh Kota Contoh.")
    pembaca.add_argument("folder", nargs="?", type=Path, default=FOLDER_CONTOH)
    folder = pembaca.parse_args(argumen).folder
    write_buku(make_buku(), folder / KOTA)
    write_buku(make_buku_kedua(), folder / KEDUA)
