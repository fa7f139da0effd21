"""Write the workbook of a meeting, in which a changed mark moves total and kategori by formulas alone."""

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from kla_lib.bahasa import _
from kla_lib.publish.buku_rapat_dasar import LEBAR as LEBAR_DASAR
from kla_lib.publish.buku_rapat_dasar import add_dasar
from kla_lib.publish.buku_rapat_kantor import lembar_dokumen_kantor
from kla_lib.publish.buku_rapat_kategori import LEBAR as LEBAR_KATEGORI
from kla_lib.publish.buku_rapat_kategori import add_kategori
from kla_lib.publish.buku_rapat_klaster import add_klaster, lebar_klaster
from kla_lib.publish.buku_rapat_ringkas import add_ringkas, cara_ringkas
from kla_lib.publish.buku_rapat_sel import Kertas
from kla_lib.publish.buku_rapat_simpan import simpan_buku
from kla_lib.publish.buku_rapat_tabel import LEBAR as LEBAR_RINGKAS
from kla_lib.publish.buku_rapat_tabel import letak_ringkas
from kla_lib.publish.daftar_kerja import add_lembar_kerja
from kla_lib.publish.kop import kaki_halaman
from kla_lib.publish.lembar_bahan import add_bagian, nama_lembar
from kla_lib.views.bahan_rapat import BagianBahan, daftar_bagian
from kla_lib.views.konteks import Konteks

BERKAS = "buku.xlsx"


def berkas_buku(konteks: Konteks) -> dict[str, bytes]:
    """Return the workbook by its place under the meeting's folder."""
    return {BERKAS: workbook_rapat_hidup(konteks)}


def workbook_rapat_hidup(konteks: Konteks) -> bytes:
    """Return the workbook; the same book and meeting give the same bytes.

    Sheets: summary, one per klaster, hand-out, documents by office, edges of
    the categories, foundations.
    """
    buku = Workbook()
    buku.remove(buku.active)
    tetap = [_("Ringkas"), _("Bahan"), _("Dokumen per kantor"), _("Kategori"), _("Dasar")]
    ringkas = Kertas(buku.create_sheet(tetap[0]), konteks, LEBAR_RINGKAS)
    kertas = [ringkas]
    letak = []
    for k in konteks.instrumen.klaster:
        # Compared with all other names too, or Excel would refuse the file.
        nama = nama_lembar(k.nama_pendek, [*tetap, *buku.sheetnames])
        kertas.append(Kertas(buku.create_sheet(nama), konteks, lebar_klaster(konteks)))
        letak.append(add_klaster(kertas[-1], konteks, k))
    _add_bahan(buku.create_sheet(tetap[1]), konteks)
    _add_dokumen(buku.create_sheet(tetap[2]), konteks)
    kategori = Kertas(buku.create_sheet(tetap[3]), konteks, LEBAR_KATEGORI)
    dasar = Kertas(buku.create_sheet(tetap[4]), konteks, LEBAR_DASAR)
    tempat = letak_ringkas(ringkas.tulis_atas(_("Buku nilai rapat"), cara_ringkas()) + 1, len(letak))
    letak_kategori = add_kategori(kategori, konteks, ringkas.alamat(f"B{tempat.hasil['total']}"))
    add_ringkas(ringkas, konteks, tempat, letak, letak_kategori)
    add_dasar(dasar, konteks)
    return simpan_buku(buku, {k.halaman.title: k.nilai for k in [*kertas, kategori, dasar]})


def _add_bahan(halaman: Worksheet, konteks: Konteks) -> None:
    """Add the hand-out of all sessions as one table, in the order in which the klaster are treated."""
    add_bagian(halaman, konteks, BagianBahan("", tuple(k for b in daftar_bagian(konteks) for k in b.klaster)))


def _add_dokumen(halaman: Worksheet, konteks: Konteks) -> None:
    add_lembar_kerja(halaman, konteks, lembar_dokumen_kantor(konteks))
    # In a footer "&" begins a code, and a doubled one is printed as one.
    halaman.oddFooter.left.text = kaki_halaman(konteks).replace("&", "&&")
