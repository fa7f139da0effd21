"""Lay out what the workbook rests on: sources, form, dates, and what a change in it does and does not do."""

from kla_lib.bahasa import _, format_tanggal
from kla_lib.publish.buku_rapat_klaster import sebut_asal
from kla_lib.publish.buku_rapat_sel import KEPALA, Gaya, Kertas
from kla_lib.views.dasar import baris_dasar
from kla_lib.views.konteks import Konteks

LEBAR = [26, 96]


def add_dasar(kertas: Kertas, konteks: Konteks) -> None:
    """Fill the sheet."""
    awal = kertas.tulis_atas(_("Dasar angka dan cara memakai berkas ini"), [])
    for kolom, teks in enumerate([_("Hal"), _("Penjelasan")], start=1):
        kertas.tulis(awal, kolom, teks, KEPALA)
    for nomor, (hal, penjelasan) in enumerate(daftar_dasar(konteks), start=awal + 1):
        kertas.tulis(nomor, 1, hal, Gaya(tebal=True))
        kertas.tulis(nomor, 2, penjelasan)
        kertas.atur_tinggi(nomor)
    kertas.siapkan_cetak(awal, mendatar=False)
    kertas.kunci()


def daftar_dasar(konteks: Konteks) -> list[tuple[str, str]]:
    """Return (term, explanation) pairs: how to use the file, then what its numbers rest on.

    The forecast is left out, because the workbook shows none.
    """
    return [
        (
            _("Berkas ini salinan"),
            _(
                "Isinya dibuat dari buku data untuk rapat {rapat}, {tanggal}. Perubahan di sini tidak masuk ke buku "
                "data. Untuk mengubah nilai yang tercatat, ubah buku data lalu buat berkas ini lagi."
            ).format(rapat=konteks.rapat.id, tanggal=format_tanggal(konteks.rapat.tanggal)),
        ),
        (
            _("Yang ikut berubah"),
            _(
                "Bila nilai di sel kuning diubah, indikator, klaster, total, kategori, jarak, dan poin yang terdukung "
                "dokumen ikut berubah. Kolom {kolom}, lembar {bahan}, dan lembar {kantor} tetap seperti saat berkas "
                "dibuat."
            ).format(kolom=sebut_asal(konteks), bahan=_("Bahan"), kantor=_("Dokumen per kantor")),
        ),
        (
            _("Sel terkunci"),
            _(
                "Rumus dikunci supaya tidak terhapus tanpa sengaja. Tidak ada kata sandi: kunci dibuka lewat menu "
                "Tinjau lalu Buka Proteksi Lembar di Excel, atau Perkakas lalu Proteksi Lembar di LibreOffice. "
                "Berkas ini tidak memuat makro."
            ),
        ),
        (
            _("Sel kosong"),
            _("Kosong berarti belum diketahui, bukan 0. Tulis 0 hanya bila nilainya memang 0."),
        ),
        (
            _("Pembulatan"),
            _(
                "Angka dijumlahkan tanpa pembulatan. Total dibulatkan sekali ke dua desimal, lalu dibandingkan dengan "
                "ambang di lembar {lembar}; total yang tepat di tengah dibulatkan ke angka genap."
            ).format(lembar=_("Kategori")),
        ),
        *((hal, isi) for hal, isi in baris_dasar(konteks) if hal != _("Perkiraan")),
    ]
