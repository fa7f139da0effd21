"""Offer what a notebook cell may call; a cell imports from here alone."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from IPython.core.getipython import get_ipython

from kla_lib.errors import KlaError
from kla_lib.keadaan import muat
from kla_lib.keadaan.provinsi import KeadaanProvinsi, load_keadaan_provinsi
from kla_lib.keadaan.selisih import dokumen_terlewat, rencana_tanpa_asal
from kla_lib.keadaan.uji_silang import UjiSilang
from kla_lib.rules.folder_kerja import rapat_kini
from kla_lib.rules.params import Params, params_bawaan
from kla_lib.rules.provinsi import load_provinsi as load_berkas_provinsi
from kla_lib.views.indeks import meja as meja_indeks
from kla_lib.views.indeks.banding import banding_indeks
from kla_lib.views.indeks.gambar_tahun import chart_indeks
from kla_lib.views.indeks.gambar_ukuran import chart_ukuran, kalimat_target
from kla_lib.views.indeks.gambar_wilayah import chart_wilayah
from kla_lib.views.indeks.halaman import kalimat_indeks, kurang_indeks, panel_indeks, pasti_indeks
from kla_lib.views.indeks.poin import poin_dan_capaian, tabel_poin_capaian
from kla_lib.views.indeks.rapat import chart_pembuka, kalimat_indeks_rapat
from kla_lib.views.isi import buku, triase
from kla_lib.views.isi.buku import isi_buku, jadwal_tahap, tabel_kelengkapan
from kla_lib.views.isi.celah import kalimat_tercapai, tabel_celah, tabel_jenis_celah
from kla_lib.views.isi.dokumen import kalimat_dokumen, tabel_bentrok, tabel_dokumen, tabel_sesudah_tahun, tabel_unggah
from kla_lib.views.isi.kelengkapan import tabel_capaian_tertua, tabel_dokumen_tertua, tabel_kelengkapan_opd
from kla_lib.views.isi.pemulihan import kalimat_pemulihan, tabel_pemulihan, tabel_tak_pulih, tabel_tentukan
from kla_lib.views.isi.permintaan import daftar_pengamanan, daftar_tambahan
from kla_lib.views.isi.triase import tabel_triase
from kla_lib.views.isi.wilayah import kalimat_wilayah, tabel_wilayah, tabel_wilayah_pertanyaan
from kla_lib.views.isian.panel import panel_isian
from kla_lib.views.mini import mini
from kla_lib.views.mini.bersama import panel_fasilitator
from kla_lib.views.mini.kalimat import (
    kalimat_kesepakatan,
    kalimat_mini,
    kalimat_taksiran,
    tabel_beda,
    tabel_mini,
)
from kla_lib.views.mini.pembaca import panel_pembaca
from kla_lib.views.mini.perkiraan import perkiraan_mini
from kla_lib.views.nilai.bahan import tabel_bahan, tabel_klaster, tabel_pertanyaan
from kla_lib.views.nilai.chart_bagian import chart_klaster, chart_nilai, chart_semua_klaster
from kla_lib.views.nilai.chart_capaian import chart_capaian, tabel_capaian
from kla_lib.views.nilai.chart_penggaris import chart_penggaris
from kla_lib.views.nilai.dasar import tabel_dasar
from kla_lib.views.nilai.kalimat import kalimat_rapat, kalimat_utama
from kla_lib.views.perkiraan.anggapan import anggapan_perkiraan
from kla_lib.views.perkiraan.chart_uji_silang import chart_uji
from kla_lib.views.perkiraan.kepekaan import yang_menggagalkan
from kla_lib.views.perkiraan.ketepatan import tabel_ketepatan
from kla_lib.views.perkiraan.pembanding import kalimat_pembanding, tabel_pembanding
from kla_lib.views.perkiraan.perkiraan import tabel_peluang
from kla_lib.views.perkiraan.risiko import risiko_klaster
from kla_lib.views.perkiraan.uji_silang import kalimat_uji, tabel_uji, uji_menurut
from kla_lib.views.perubahan.fakta import fakta
from kla_lib.views.perubahan.perubahan import kalimat_perubahan, tabel_perubahan
from kla_lib.views.provinsi.chart import chart_klaim, chart_peringkat, chart_posisi
from kla_lib.views.provinsi.kalimat import (
    dasar_provinsi,
    kalimat_belum_pasti,
    kalimat_peringkat,
    kalimat_provinsi,
    pertanyaan_mirip,
    spanduk_provinsi,
)
from kla_lib.views.provinsi.tabel import (
    daftar_gagal,
    tabel_bantuan,
    tabel_daerah,
    tabel_indikator,
    tabel_jenis,
    tabel_klaim,
    tabel_periksa,
    tabel_soal,
)
from kla_lib.views.rad.chart_rad import chart_rad
from kla_lib.views.rad.janji import kalimat_janji, tabel_janji
from kla_lib.views.rad.rad import (
    kalimat_rad,
    tabel_rad,
    tabel_rad_berikutnya,
    tabel_rad_kantor,
    tabel_rad_mendesak,
    tabel_rad_pilar,
    tabel_tanpa_kegiatan,
    tabel_tanpa_pertanyaan,
)
from kla_lib.views.rapat.sesi import tabel_sesi
from kla_lib.views.rencana.chart_rencana import chart_biaya_peluang, kalimat_biaya_peluang
from kla_lib.views.rencana.putuskan import putuskan_hari_ini
from kla_lib.views.rencana.rencana import kegiatan_klaster, rencana_rapat
from kla_lib.views.rupa.galat_sel import berjenis, kesalahan_parameter, pasang_galat
from kla_lib.views.rupa.panel import panel_klaster
from kla_lib.views.rupa.spanduk import spanduk
from kla_lib.views.skenario import meja
from kla_lib.views.skenario.banding import banding_skenario
from kla_lib.views.skenario.bernilai import tabel_paling_bernilai
from kla_lib.views.skenario.kalimat import kalimat_skenario
from kla_lib.views.skenario.papan import panel_skenario

__all__ = [
    "anggapan_perkiraan",
    "banding_indeks",
    "banding_skenario",
    "chart_biaya_peluang",
    "chart_capaian",
    "chart_indeks",
    "chart_klaim",
    "chart_klaster",
    "chart_nilai",
    "chart_pembuka",
    "chart_penggaris",
    "chart_peringkat",
    "chart_posisi",
    "chart_rad",
    "chart_semua_klaster",
    "chart_uji",
    "chart_ukuran",
    "chart_wilayah",
    "daftar_gagal",
    "daftar_pengamanan",
    "daftar_tambahan",
    "dasar_provinsi",
    "dokumen_terlewat",
    "fakta",
    "isi_buku",
    "jadwal_tahap",
    "kalimat_awal",
    "kalimat_belum_pasti",
    "kalimat_biaya_peluang",
    "kalimat_dokumen",
    "kalimat_indeks",
    "kalimat_indeks_rapat",
    "kalimat_janji",
    "kalimat_kesepakatan",
    "kalimat_mini",
    "kalimat_pembanding",
    "kalimat_pemulihan",
    "kalimat_peringkat",
    "kalimat_perubahan",
    "kalimat_provinsi",
    "kalimat_rad",
    "kalimat_rapat",
    "kalimat_skenario",
    "kalimat_taksiran",
    "kalimat_target",
    "kalimat_tercapai",
    "kalimat_uji",
    "kalimat_utama",
    "kalimat_wilayah",
    "kegiatan_klaster",
    "kurang_indeks",
    "load_keadaan",
    "load_mini",
    "load_paket",
    "load_provinsi",
    "load_uji",
    "open_meja",
    "open_meja_indeks",
    "panel_fasilitator",
    "panel_indeks",
    "panel_isian",
    "panel_klaster",
    "panel_mulai",
    "panel_pembaca",
    "panel_skenario",
    "pasti_indeks",
    "periksa_buku",
    "perkiraan_mini",
    "pertanyaan_mirip",
    "poin_dan_capaian",
    "putuskan_hari_ini",
    "rencana_rapat",
    "rencana_tanpa_asal",
    "risiko_klaster",
    "spanduk",
    "spanduk_provinsi",
    "tabel_awal",
    "tabel_bahan",
    "tabel_bantuan",
    "tabel_beda",
    "tabel_bentrok",
    "tabel_capaian",
    "tabel_capaian_tertua",
    "tabel_celah",
    "tabel_daerah",
    "tabel_dasar",
    "tabel_dokumen",
    "tabel_dokumen_tertua",
    "tabel_indikator",
    "tabel_janji",
    "tabel_jenis",
    "tabel_jenis_celah",
    "tabel_kelengkapan",
    "tabel_kelengkapan_opd",
    "tabel_ketepatan",
    "tabel_klaim",
    "tabel_klaster",
    "tabel_mini",
    "tabel_paling_bernilai",
    "tabel_peluang",
    "tabel_pembanding",
    "tabel_pemulihan",
    "tabel_periksa",
    "tabel_pertanyaan",
    "tabel_perubahan",
    "tabel_poin_capaian",
    "tabel_rad",
    "tabel_rad_berikutnya",
    "tabel_rad_kantor",
    "tabel_rad_mendesak",
    "tabel_rad_pilar",
    "tabel_sesi",
    "tabel_sesudah_tahun",
    "tabel_soal",
    "tabel_tak_pulih",
    "tabel_tanpa_kegiatan",
    "tabel_tanpa_pertanyaan",
    "tabel_tentukan",
    "tabel_triase",
    "tabel_uji",
    "tabel_unggah",
    "tabel_wilayah",
    "tabel_wilayah_pertanyaan",
    "yang_menggagalkan",
]

P = ParamSpec("P")
T = TypeVar("T")


CONTOH = "ogan-ilir-2024"
"""The meeting that a notebook shows where there is no work folder and it asks for no other example."""


def _dengan_bawaan(baca: Callable[Concatenate[Params, str, P], T]) -> Callable[..., T]:
    """Return a loader that goes by the rules in force, and takes the current meeting where none is named.

    Without a work folder that is an example: `contoh`.
    """
    terperiksa = berjenis(baca)

    @wraps(baca)
    def dengan_bawaan(rapat: str, /, *args: Any, contoh: str = CONTOH, **kwargs: Any) -> T:
        params = params_bawaan()
        if rapat and not isinstance(rapat, str):  # 2024-1 without quotes is a number
            raise KlaError(kesalahan_parameter("rapat", rapat))
        return terperiksa(params, rapat or rapat_kini(params) or contoh, *args, **kwargs)

    return dengan_bawaan


load_keadaan = _dengan_bawaan(muat.load_keadaan)
load_paket = _dengan_bawaan(muat.load_paket)
open_meja = _dengan_bawaan(meja.open_meja)
open_meja_indeks = _dengan_bawaan(meja_indeks.open_meja_indeks)
periksa_buku = _dengan_bawaan(buku.periksa_buku)


def _load_uji(diragukan: str) -> UjiSilang:
    """Return the test of the forecast on regions that were left out, as the parameter cell wants it."""
    return uji_menurut(params_bawaan(), diragukan)


def _load_provinsi(provinsi: str) -> KeadaanProvinsi:
    """Return a province with all its regions, by its id."""
    params = params_bawaan()
    return load_keadaan_provinsi(params, load_berkas_provinsi(params, provinsi))


load_uji = berjenis(_load_uji)
load_provinsi = berjenis(_load_provinsi)
load_mini = berjenis(mini.load_mini)
kalimat_awal = berjenis(triase.kalimat_awal, n="teratas")
tabel_awal = berjenis(triase.tabel_awal, n="teratas")


@berjenis
def panel_mulai(rapat: str = "") -> Any:
    """Return the start page, at work on a meeting.

    It is the one cell that publishes, so it alone looks up to that floor, and only when it is shown.
    """
    from kla_lib.publish.mulai import papan

    return papan.panel_mulai(rapat)


if (cangkang := get_ipython()) is not None:
    pasang_galat(cangkang)
