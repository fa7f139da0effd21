"""Write the pack for a new colleague: one page, and one workbook with all rows."""

from openpyxl import Workbook

from kla_lib.bahasa import _
from kla_lib.data.tulis import save_bytes
from kla_lib.keadaan.vlh import Vlh
from kla_lib.publish.halaman.kop import atas_halaman, kaki_halaman
from kla_lib.publish.halaman.susun import Isi, page_susunan
from kla_lib.publish.lembar.daftar_kerja import add_lembar_kerja
from kla_lib.publish.lembar.sampul import add_sampul
from kla_lib.publish.vlh.berkas import LEMBAR_SERAH, SERAH
from kla_lib.views.isi.dokumen import kalimat_dokumen, lembar_dokumen
from kla_lib.views.isi.kelengkapan import lembar_kelengkapan_opd, tabel_kelengkapan_opd
from kla_lib.views.nilai.dasar import tabel_dasar
from kla_lib.views.rad.janji import kalimat_janji, tabel_janji
from kla_lib.views.rupa.lembar import tampilkan
from kla_lib.views.rupa.spanduk import spanduk
from kla_lib.views.rupa.tampilan import catatan_kaki, daftar_tautan, paragraf, ruas, tumpuk
from kla_lib.views.rupa.tema import TINTA
from kla_lib.views.vlh.serah import (
    catatan_penjawab,
    kalimat_serah,
    keadaan_vlh,
    langkah_berikutnya,
    lembar_penjawab,
)

DOKUMEN_DI_HALAMAN = 15
KOLOM_DOKUMEN = ("id", "judul", "opd", "status", "tautan")


def berkas_serah(vlh: Vlh) -> dict[str, bytes]:
    """Return serah.html and serah.xlsx by their places under the meeting's folder."""
    return {SERAH: _page(vlh), LEMBAR_SERAH: _workbook(vlh)}


def _page(vlh: Vlh) -> bytes:
    keadaan = vlh.keadaan
    janji = keadaan.janji
    isi: list[Isi] = [
        kalimat_serah(keadaan),
        spanduk(keadaan),
        daftar_tautan([(LEMBAR_SERAH, _("Semua baris dalam satu buku kerja (XLSX)"))]),
        _("Menjalankan rapat berikutnya"),
        langkah_berikutnya(),
        _("Janji rapat, yang terbuka lebih dulu"),
        kalimat_janji(keadaan),
        *([] if janji is None or janji.empty else [tabel_janji(keadaan)]),
        _("Verifikasi lapangan"),
        keadaan_vlh(vlh),
        ruas(
            _("Siapa menjawab apa"),
            tumpuk(tabel_kelengkapan_opd(keadaan), catatan_kaki(catatan_penjawab(keadaan))),
        ),
        ruas(
            _("Di mana setiap dokumen"),
            tumpuk(
                paragraf(*kalimat_dokumen(keadaan).teks.split("\n")),
                tampilkan(lembar_dokumen(keadaan), DOKUMEN_DI_HALAMAN, KOLOM_DOKUMEN, di_daftar_kerja=False),
            ),
        ),
        _("Dasar angka di halaman ini"),
        tabel_dasar(keadaan),
    ]
    return page_susunan(_("Serah terima"), atas_halaman(keadaan), TINTA, kaki_halaman(keadaan), isi)


def _workbook(vlh: Vlh) -> bytes:
    buku = Workbook()
    buku.remove(buku.active)
    for nama, lembar in {
        _("Kantor"): lembar_kelengkapan_opd(vlh.keadaan),
        _("Pertanyaan"): lembar_penjawab(vlh.keadaan),
        _("Dokumen"): lembar_dokumen(vlh.keadaan),
    }.items():
        add_lembar_kerja(buku.create_sheet(nama), vlh.keadaan, lembar)
    add_sampul(buku, vlh.keadaan, _("Serah terima"))
    return save_bytes(buku)
