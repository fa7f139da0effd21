"""Write the workbook of a meeting, in which a changed mark moves total and kategori by formulas alone."""

import io
from collections.abc import Mapping
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml import etree
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from kla_lib.bahasa import _, format_tanggal
from kla_lib.data.tulis import AWAL_RUMUS, save_bytes
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.publish.halaman.kop import kaki_halaman
from kla_lib.publish.lembar.bahan import add_bagian, nama_lembar
from kla_lib.publish.lembar.buku_rapat.kategori import LEBAR as LEBAR_KATEGORI
from kla_lib.publish.lembar.buku_rapat.kategori import add_kategori
from kla_lib.publish.lembar.buku_rapat.klaster import add_klaster, lebar_klaster, sebut_asal
from kla_lib.publish.lembar.buku_rapat.ringkas import LEBAR as LEBAR_RINGKAS
from kla_lib.publish.lembar.buku_rapat.ringkas import LetakRapat, add_ringkas, cara_ringkas, sel_total
from kla_lib.publish.lembar.buku_rapat.sel import KEPALA, Gaya, Kertas
from kla_lib.publish.lembar.buku_rapat.tabel import LEBAR_JARAK, LEBAR_KLASTER, add_tabel_jarak, add_tabel_klaster
from kla_lib.publish.lembar.daftar_kerja import add_lembar_kerja
from kla_lib.publish.lembar.sampul import add_sampul, nama_sampul
from kla_lib.views.kantor.dokumen_diminta import lembar_dokumen_kantor
from kla_lib.views.nilai.dasar import baris_dasar
from kla_lib.views.rapat.bahan_rapat import BagianBahan, daftar_bagian

LEBAR_DASAR = [26, 96]


def add_dasar(kertas: Kertas, keadaan: Keadaan) -> None:
    """Fill the sheet."""
    awal = kertas.tulis_atas(_("Dasar angka dan cara memakai berkas ini"), [])
    for kolom, teks in enumerate([_("Hal"), _("Penjelasan")], start=1):
        kertas.tulis(awal, kolom, teks, KEPALA)
    for nomor, (hal, penjelasan) in enumerate(daftar_dasar(keadaan), start=awal + 1):
        kertas.tulis(nomor, 1, hal, Gaya(tebal=True))
        kertas.tulis(nomor, 2, penjelasan)
        kertas.atur_tinggi(nomor)
    kertas.selesai(awal, 2, nomor, mendatar=False)


def daftar_dasar(keadaan: Keadaan) -> list[tuple[str, str]]:
    """Return (term, explanation) pairs: how to use the file, then what its numbers rest on.

    The forecast is left out, because the workbook shows none.
    """
    return [
        (
            _("Berkas ini salinan"),
            _(
                "Isinya dibuat dari buku data untuk rapat {rapat}, {tanggal}. Perubahan di sini tidak masuk ke buku "
                "data. Untuk mengubah nilai yang tercatat, ubah buku data lalu buat berkas ini lagi."
            ).format(rapat=keadaan.rapat.id, tanggal=format_tanggal(keadaan.rapat.tanggal)),
        ),
        (
            _("Yang ikut berubah"),
            _(
                "Bila nilai di sel kuning diubah, indikator, klaster, total, kategori, jarak, dan poin yang terdukung "
                "dokumen ikut berubah. Kolom {kolom}, lembar {bahan}, dan lembar {kantor} tetap seperti saat berkas "
                "dibuat."
            ).format(kolom=sebut_asal(keadaan), bahan=_("Bahan"), kantor=_("Dokumen per kantor")),
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
        *((hal, isi) for hal, isi in baris_dasar(keadaan) if hal != _("Perkiraan")),
    ]


NilaiSel = Mapping[str, float | str]
"""What formulas come to, by the address of their cell."""


def simpan_buku(buku: Workbook, nilai: Mapping[str, NilaiSel]) -> bytes:
    """Return the workbook as a file; nilai: by sheet, of every formula in it.

    A preview on a phone shows these values.  Excel is told to compute anew
    when it opens the file; LibreOffice computes what follows from a change.
    """
    for lembar in buku:
        for baris in lembar.iter_rows():
            for sel in baris:
                if sel.data_type == "s" and str(sel.value).startswith(AWAL_RUMUS):
                    sel.quotePrefix = True
    buku.calculation.fullCalcOnLoad = True
    # openpyxl numbers the parts of the file in the order of the sheets.
    bagian = {f"xl/worksheets/sheet{n}.xml": nilai.get(nama, {}) for n, nama in enumerate(buku.sheetnames, start=1)}
    hasil = io.BytesIO()
    with ZipFile(io.BytesIO(save_bytes(buku))) as asal, ZipFile(hasil, "w", ZIP_DEFLATED) as arsip:
        for nama in asal.namelist():
            isi = asal.read(nama)
            arsip.writestr(ZipInfo(nama), _isi_nilai(isi, bagian[nama]) if nama in bagian else isi, ZIP_DEFLATED)
    return hasil.getvalue()


def _isi_nilai(xml: bytes, nilai: NilaiSel) -> bytes:
    """Return a worksheet's XML with the value of each formula in the place that openpyxl leaves empty."""
    akar = etree.fromstring(xml)
    for sel in akar.iterfind("{*}sheetData/{*}row/{*}c[{*}f]"):
        isi = nilai[sel.get("r")]
        if isinstance(isi, str):
            sel.set("t", "str")
        sel.find("{*}v").text = isi if isinstance(isi, str) else repr(float(isi))
    return bytes(etree.tostring(akar, xml_declaration=True, encoding="UTF-8", standalone=True))


BERKAS = "buku.xlsx"


def berkas_buku(keadaan: Keadaan) -> dict[str, bytes]:
    """Return the workbook by its place under the meeting's folder."""
    return {BERKAS: workbook_rapat_hidup(keadaan)}


def workbook_rapat_hidup(keadaan: Keadaan) -> bytes:
    """Return the workbook; the same book and meeting give the same bytes.

    Sheets: cover, summary, points by klaster, distances, one per klaster,
    hand-out, documents by office, edges of the categories, foundations.
    """
    buku = Workbook()
    buku.remove(buku.active)
    awal = (_("Ringkas"), _("Per klaster"), _("Jarak"))
    akhir = (_("Bahan"), _("Dokumen per kantor"), _("Kategori"), _("Dasar"))
    tetap = [nama_sampul(), *awal, *akhir]
    ringkas, jumlah, jarak = kertas = [
        Kertas(buku.create_sheet(nama), keadaan, lebar)
        for nama, lebar in zip(awal, (LEBAR_RINGKAS, LEBAR_KLASTER, LEBAR_JARAK), strict=True)
    ]
    letak = []
    for k in keadaan.instrumen.klaster:
        # Compared with all other names too, or Excel would refuse the file.
        nama = nama_lembar(k.nama_pendek, [*tetap, *buku.sheetnames])
        kertas.append(Kertas(buku.create_sheet(nama), keadaan, lebar_klaster(keadaan)))
        letak.append(add_klaster(kertas[-1], keadaan, k))
    _add_bahan(buku.create_sheet(akhir[0]), keadaan)
    _add_dokumen(buku.create_sheet(akhir[1]), keadaan)
    kategori = Kertas(buku.create_sheet(akhir[2]), keadaan, LEBAR_KATEGORI)
    dasar = Kertas(buku.create_sheet(akhir[3]), keadaan, LEBAR_DASAR)
    baris = ringkas.tulis_atas(_("Buku nilai rapat"), cara_ringkas())
    total = ringkas.alamat(sel_total(baris))
    letak_kategori = add_kategori(kategori, keadaan, total)
    rapat = LetakRapat(
        letak,
        add_tabel_klaster(jumlah, keadaan, letak),
        letak_kategori,
        add_tabel_jarak(jarak, keadaan, total, letak_kategori),
    )
    add_ringkas(ringkas, keadaan, baris, rapat)
    add_dasar(dasar, keadaan)
    add_sampul(buku, keadaan, _("Buku nilai rapat"), cara_ringkas())
    return simpan_buku(buku, {k.halaman.title: k.nilai for k in [*kertas, kategori, dasar]})


def _add_bahan(halaman: Worksheet, keadaan: Keadaan) -> None:
    """Add the hand-out of all sessions as one table, in the order in which the klaster are treated."""
    add_bagian(halaman, keadaan, BagianBahan("", tuple(k for b in daftar_bagian(keadaan) for k in b.klaster)))


def _add_dokumen(halaman: Worksheet, keadaan: Keadaan) -> None:
    add_lembar_kerja(halaman, keadaan, lembar_dokumen_kantor(keadaan))
    # In a footer "&" begins a code, and a doubled one is printed as one.
    halaman.oddFooter.left.text = kaki_halaman(keadaan).replace("&", "&&")
