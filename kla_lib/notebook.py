"""Offer what a notebook cell may call; a cell imports from here alone."""

from kla_lib.views.bahan import tabel_bahan, tabel_klaster, tabel_pertanyaan
from kla_lib.views.buku import isi_buku, periksa_buku, tabel_kelengkapan
from kla_lib.views.chart_bagian import chart_klaster, chart_nilai, chart_semua_klaster
from kla_lib.views.chart_capaian import chart_capaian, tabel_capaian
from kla_lib.views.chart_penggaris import chart_penggaris
from kla_lib.views.dasar import tabel_dasar
from kla_lib.views.fakta import fakta
from kla_lib.views.kalimat import kalimat_rapat, kalimat_utama
from kla_lib.views.konteks import load_konteks
from kla_lib.views.paket import load_paket
from kla_lib.views.panel import panel_klaster
from kla_lib.views.permintaan import daftar_pengamanan, daftar_tambahan
from kla_lib.views.sesi import tabel_sesi
from kla_lib.views.spanduk import spanduk

__all__ = [
    "chart_capaian",
    "chart_klaster",
    "chart_nilai",
    "chart_penggaris",
    "chart_semua_klaster",
    "daftar_pengamanan",
    "daftar_tambahan",
    "fakta",
    "isi_buku",
    "kalimat_rapat",
    "kalimat_utama",
    "load_konteks",
    "load_paket",
    "panel_klaster",
    "periksa_buku",
    "spanduk",
    "tabel_bahan",
    "tabel_capaian",
    "tabel_dasar",
    "tabel_kelengkapan",
    "tabel_klaster",
    "tabel_pertanyaan",
    "tabel_sesi",
]
