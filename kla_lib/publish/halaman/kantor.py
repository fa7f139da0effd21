"""Write one page for each office of a city, with a sheet beside it and a list of all of them."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from openpyxl import Workbook

from kla_lib.bahasa import _
from kla_lib.data.tulis import save_bytes
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.keadaan.perbandingan import Perbandingan, banding_kantor, banding_ringan
from kla_lib.publish.halaman.halaman import FOLDER_HALAMAN
from kla_lib.publish.halaman.kop import atas_halaman, kaki_halaman
from kla_lib.publish.halaman.susun import Isi, page_susunan
from kla_lib.publish.lembar.daftar_kerja import add_lembar_kerja
from kla_lib.publish.lembar.sampul import add_sampul
from kla_lib.scoring.pekerjaan.pekerjaan import PekerjaanKantor
from kla_lib.views.kantor.halaman import (
    daftar_kantor,
    kalimat_daftar,
    kalimat_kantor,
    kotak_obrolan,
    tabel_diminta,
    tabel_ikut,
    tabel_tanpa_kantor,
    tabel_utama,
)
from kla_lib.views.kantor.lembar import lembar_diminta, lembar_kegiatan, lembar_pertanyaan
from kla_lib.views.nilai.dasar import tabel_dasar
from kla_lib.views.perubahan.perubahan import kalimat_perubahan
from kla_lib.views.rad.janji import kalimat_janji, tabel_janji
from kla_lib.views.rad.rad import kalimat_rad, tabel_rad_mendesak
from kla_lib.views.rupa.spanduk import spanduk
from kla_lib.views.rupa.tampilan import Tampilan, potongan
from kla_lib.views.rupa.tema import TINTA

FOLDER = "opd"
INDEKS = "index"


def berkas_kantor(keadaan: Keadaan) -> dict[str, bytes]:
    """Return the pages and sheets of the offices by their place under the meeting's folder.

    Always there is opd/index.html; where no office is known it says why.
    """
    kantor = {peran: k for peran, k in keadaan.diminta.items() if peran}
    nama = nama_berkas_kantor(kantor)
    # Slow to put together, and the same for every office.
    dasar, banding = tabel_dasar(keadaan), banding_ringan(keadaan)
    berkas = {f"{FOLDER}/{INDEKS}.html": page_daftar(keadaan, kantor, nama)}
    for peran, k in kantor.items():
        berkas[f"{FOLDER}/{nama[peran]}.html"] = page_kantor(keadaan, k, nama[peran], dasar, banding)
        berkas[f"{FOLDER}/{nama[peran]}.xlsx"] = workbook_kantor(keadaan, k)
    return berkas


def nama_berkas_kantor(kantor: Iterable[str]) -> dict[str, str]:
    """Return the name of each office's files without ending: its role; of an office that is none its name, made safe.

    No two offices share a name, not even on disks that do not tell capitals apart, and none takes that of the list.
    """
    hasil: dict[str, str] = {}
    for peran in sorted(kantor):
        huruf = unicodedata.normalize("NFKD", peran).encode("ascii", "ignore").decode()
        dasar = re.sub(r"[^a-z0-9]+", "_", huruf.lower()).strip("_")[:60] or "kantor"
        calon, nomor = dasar, 2
        while calon == INDEKS or calon in hasil.values():
            calon, nomor = f"{dasar}_{nomor}", nomor + 1
        hasil[peran] = calon
    return hasil


def page_kantor(keadaan: Keadaan, k: PekerjaanKantor, nama: str, dasar: Tampilan, banding: Perbandingan) -> bytes:
    """Return the page of one office: what we need, the text for chat, what it promised, what changed, its questions.

    nama: of its files; dasar: what the page rests on; banding: all that changed
    since the meeting before, in every office.
    """
    milik = keadaan.kantor(k.peran)
    janji = milik.daftar_janji
    isi: list[Isi] = [
        kalimat_kantor(keadaan, k),
        spanduk(keadaan),
        _("Teks siap kirim"),
        kotak_obrolan(keadaan, k),
        _tautan((f"{nama}.xlsx", _("Lembar kerja kantor ini (XLSX)")), (f"{INDEKS}.html", _("Semua kantor"))),
        _("Dokumen dan isian yang diminta"),
        tabel_diminta(keadaan, k),
        _("Kegiatan RAD"),
        kalimat_rad(milik),
        *([tabel_rad_mendesak(milik)] if k.rad else []),
        _("Janji dari rapat sebelumnya"),
        kalimat_janji(milik),
        *([] if janji is None or janji.empty else [tabel_janji(milik)]),
        _("Berubah sejak rapat sebelumnya"),
        kalimat_perubahan(milik, banding_kantor(milik, banding)),
        _("Pertanyaan yang ditanggung kantor ini"),
        tabel_utama(keadaan, k),
        tabel_ikut(keadaan, k),
        _("Dasar angka di halaman ini"),
        dasar,
    ]
    judul = keadaan.daerah.nama_opd(k.peran)
    atas, kaki = atas_halaman(keadaan), kaki_halaman(keadaan)
    return page_susunan(judul, atas, TINTA, kaki, isi, skrip=_skrip())


def page_daftar(keadaan: Keadaan, kantor: dict[str, PekerjaanKantor], nama: dict[str, str]) -> bytes:
    """Return the list of the offices in the order of the alphabet, and what belongs to none of them."""
    isi: list[Isi] = [
        kalimat_daftar(kantor),
        spanduk(keadaan),
        daftar_kantor(keadaan, kantor, {peran: f"{n}.html" for peran, n in nama.items()}),
        tabel_tanpa_kantor(keadaan),
        _tautan(("../index.html", _("Semua paket rapat ini"))),
    ]
    return page_susunan(_("Halaman per kantor"), atas_halaman(keadaan), TINTA, kaki_halaman(keadaan), isi)


def workbook_kantor(keadaan: Keadaan, k: PekerjaanKantor) -> bytes:
    """Return the sheets of one office; those without rows are left out, except the first, which says why."""
    buku = Workbook()
    buku.remove(buku.active)
    isi = {
        _("Diminta"): lembar_diminta(keadaan, k),
        _("Pertanyaan"): lembar_pertanyaan(keadaan, k),
        _("Kegiatan dan janji"): lembar_kegiatan(keadaan, k),
    }
    for nama, lembar in isi.items():
        if lembar.baris or not buku.sheetnames:
            add_lembar_kerja(buku.create_sheet(nama), keadaan, lembar)
    add_sampul(buku, keadaan, _("Lembar kerja kantor"))
    return save_bytes(buku)


def _tautan(*tautan: tuple[str, str]) -> Tampilan:
    teks = "\n".join(f"{nama}: {ke}" for ke, nama in tautan)
    return potongan("tautan_kantor", teks, tautan=[{"ke": ke, "nama": nama} for ke, nama in tautan])


@cache
def _skrip() -> str:
    """Return the script of the button that copies; the page is whole without it."""
    return (FOLDER_HALAMAN / "salin.js").read_text(encoding="utf-8")
