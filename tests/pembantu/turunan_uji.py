"""What follows from a book that a test has in hand, without a meeting's file."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from kla_lib.data.buku import Buku
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.keadaan.muat import make_keadaan
from kla_lib.letak import FOLDER_PARAMS
from kla_lib.rules.daerah.daerah import load_daerah
from kla_lib.rules.kategori import DaftarKategori
from kla_lib.rules.rapat import Rapat
from kla_lib.scoring.nilai.hasil import Hasil
from kla_lib.scoring.rencana.daftar import Turunan, daftar_kegiatan
from kla_lib.scoring.rencana.kegiatan import Anggapan, DaftarKegiatan
from kla_lib.scoring.rencana.masalah import susun_masalah
from kla_lib.scoring.rencana.rencana import Ramalan, Rencana, TujuanRencana
from kla_lib.scoring.rencana.susun import dengan_kurva, susun_rencana
from tests.pembantu.params_uji import PARAMS


def keadaan_of(buku: Buku, hasil: Hasil | None = None, tanggal: date = date(2025, 3, 18)) -> Keadaan:
    """Return a meeting about a book on a day; hasil: the scores to rest on, else those of the stage it is in."""
    k = buku.keterangan
    rapat = Rapat.model_validate(
        {
            "id": "uji",
            "daerah": "kota-contoh",
            "tanggal": tanggal,
            "instrumen": k.instrumen,
            "tahap": hasil.tahap if hasil else k.tahap_berjalan,
            "sasaran": "utama",
            "buku_data": "buku",
            "path": FOLDER_PARAMS / "rapat" / "uji.yaml",
        }
    )
    keadaan = make_keadaan(PARAMS, rapat, load_daerah(PARAMS, "kota-contoh"), buku)
    return replace(keadaan, hasil=hasil)


def daftar_of(buku: Buku, hasil: Hasil, anggapan: Anggapan, tanggal: date | None) -> DaftarKegiatan:
    """Return what a plan may choose from, until a day."""
    k = keadaan_of(buku, hasil)
    assert k.susunan_lengkap is not None
    turunan = Turunan(k.celah, k.tercapai, k.susunan_lengkap, k.penentu, k.dibatalkan, k.rad_dokumen)
    return daftar_kegiatan(buku, hasil, turunan, anggapan, k.daerah, tanggal)


def rencana_of(
    buku: Buku,
    hasil: Hasil,
    kategori: DaftarKategori,
    anggapan: Anggapan,
    minta: TujuanRencana,
    ramalan: Ramalan | None = None,
    uji: Mapping[str, Ramalan] | None = None,
) -> Rencana:
    """Return the plan of a book, with what chances cost where there is a forecast."""
    daftar = daftar_of(buku, hasil, anggapan, minta.tanggal)
    r = susun_rencana(daftar, buku, hasil, kategori, anggapan, minta, ramalan, uji)
    if ramalan is None or r.kemungkinan is None:
        return r
    m = susun_masalah(daftar, r.kapasitas, r.anggaran)
    return replace(r, kemungkinan=dengan_kurva(r.kemungkinan, daftar, m, r.sasaran, ramalan, uji))
