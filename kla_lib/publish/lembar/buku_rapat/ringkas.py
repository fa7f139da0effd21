"""Lay out the summary of the workbook: total and kategori, what is documented, what was changed, all formulas."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kla_lib.bahasa import _, format_angka
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.publish.lembar.buku_rapat import rumus
from kla_lib.publish.lembar.buku_rapat.kategori import LetakKategori
from kla_lib.publish.lembar.buku_rapat.klaster import LetakKlaster, ada_dokumen, sebut_asal
from kla_lib.publish.lembar.buku_rapat.sel import BIASA, KEPALA, Gaya, Isi, Kertas, Rumus
from kla_lib.publish.lembar.buku_rapat.tabel import ANGKA, HITUNG, LetakJumlah
from kla_lib.rules.tahap import sebut_tahap

LEBAR = [40, 24, 80]
BESAR = replace(ANGKA, tebal=True, ukuran=14)


def cara_ringkas() -> list[str]:
    """Return how to use the workbook."""
    return [
        _("Ubah nilai di sel kuning pada lembar klaster: total, kategori, dan jarak di sini ikut berubah."),
        _("Berkas ini salinan: perubahan di sini tidak masuk ke buku data, dan hasilnya bukan nilai resmi."),
    ]


@dataclass(frozen=True)
class LetakRapat:
    """Where the summary finds the other sheets: the klaster and their sums, the categories, the distances."""

    klaster: Sequence[LetakKlaster]
    jumlah: LetakJumlah
    kategori: LetakKategori
    jarak: Sequence[str]


def sel_total(awal: int) -> str:
    """Return the cell of the total, on a summary whose table begins at the row `awal`."""
    return f"B{awal + 1}"


def add_ringkas(kertas: Kertas, keadaan: Keadaan, awal: int, rapat: LetakRapat) -> None:
    """Fill the summary: what is counted, its number, what that means; its head stands in the row `awal`."""
    baris = _baris(keadaan, awal, rapat)
    for kolom, teks in enumerate([_("Hal"), _("Nilai"), _("Keterangan")], start=1):
        kertas.tulis(awal, kolom, teks, replace(KEPALA, kanan=kolom == 2))
    for nomor, (judul, isi, gaya, catatan) in enumerate(baris, start=awal + 1):
        kertas.tulis(nomor, 1, judul, replace(BIASA, tebal=gaya.tebal))
        kertas.tulis(nomor, 2, isi, gaya)
        kertas.tulis(nomor, 3, catatan)
        kertas.halaman.row_dimensions[nomor].height = 21 if gaya.tebal else 16.5
    kertas.selesai(awal, 3, awal + len(baris))


def _baris(keadaan: Keadaan, awal: int, rapat: LetakRapat) -> list[tuple[str, Isi, Gaya, Isi]]:
    h, dokumen, kategori, semua = keadaan.hasil, ada_dokumen(keadaan), rapat.kategori, rapat.jumlah.semua
    total, tercatat = sel_total(awal), f"B{awal + 4}"
    belum, maks = rumus.belum_dicatat(), format_angka(keadaan.instrumen.kepala.nilai_maksimal)
    tahap = sebut_tahap(keadaan.rapat.tahap)
    terdukung: Isi = belum
    if dokumen:
        terdukung = Rumus(
            rumus.rumus_total(rapat.jumlah.jumlah["F"]), belum if h is None or h.terdukung is None else h.terdukung
        )
    kosong = sum(b.diisi and b.nilai is None for k in rapat.klaster for b in k.isi)
    return [
        (
            _("Nilai total"),
            Rumus(rumus.rumus_total(rapat.jumlah.jumlah["B"]), belum if h is None else h.diklaim),
            BESAR,
            _("{tahap}, dari {maks} poin").format(tahap=tahap[:1].upper() + tahap[1:], maks=maks),
        ),
        (
            _("Kategori"),
            Rumus(
                rumus.rumus_kategori(total, kategori.nama, kategori.semua_tercapai),
                belum if h is None else keadaan.kategori.nama(h.kategori),
            ),
            BESAR,
            _catatan_dekat(keadaan, total, rapat),
        ),
        (
            _("Terdukung dokumen"),
            terdukung,
            ANGKA,
            _("Poin yang semua dokumen wajibnya tercatat lengkap")
            if dokumen
            else _("Dokumen belum dicatat dalam buku data"),
        ),
        (
            sebut_asal(keadaan),
            belum if h is None else h.diklaim,
            ANGKA,
            _("Total saat berkas ini dibuat; tidak ikut berubah"),
        ),
        (
            _("Selisih karena perubahan di sini"),
            Rumus(rumus.rumus_selisih(total, tercatat), "" if h is None else 0.0),
            ANGKA,
            "",
        ),
        (
            _("Isian nilai yang kosong"),
            Rumus(f"=SUM({semua['G']})", float(kosong)),
            HITUNG,
            _("Kosong berarti belum diketahui, bukan 0; isian kosong tidak menambah poin"),
        ),
        (
            _("Isian yang perlu diperiksa"),
            Rumus(f"=SUM({semua['I']})", 0.0),
            HITUNG,
            _("Bukan angka, di bawah 0, atau melebihi nilai maksimal; jangan pakai totalnya sebelum ini 0"),
        ),
    ]


def _catatan_dekat(keadaan: Keadaan, total: str, rapat: LetakRapat) -> Rumus:
    n = format_angka(keadaan.kategori.dekat_ambang)
    pesan = _("Paling jauh {n} poin dari sebuah ambang: aturan untuk pecahan belum pasti").format(n=n)
    dekat = keadaan.hasil is not None and keadaan.hasil.dekat_ambang
    return Rumus(rumus.rumus_dekat(total, rapat.jarak, rapat.kategori.dekat, pesan), pesan if dekat else "")
