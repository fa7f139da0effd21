"""Lay out the summary of the workbook: total, kategori, distances and klaster, all of them formulas."""

from collections.abc import Sequence
from dataclasses import replace

from kla_lib.bahasa import _, format_angka
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.publish.lembar.buku_rapat import rumus
from kla_lib.publish.lembar.buku_rapat.kategori import LetakKategori
from kla_lib.publish.lembar.buku_rapat.klaster import LetakKlaster, ada_dokumen, sebut_asal
from kla_lib.publish.lembar.buku_rapat.sel import BIASA, LEPAS, Gaya, Isi, Kertas, Rumus
from kla_lib.publish.lembar.buku_rapat.tabel import (
    ANGKA,
    HITUNG,
    LEBAR,
    LetakRingkas,
    add_tabel_jarak,
    add_tabel_klaster,
    sel_jarak,
)
from kla_lib.rules.tahap import sebut_tahap

BESAR = replace(ANGKA, tebal=True, ukuran=14)


def cara_ringkas() -> list[str]:
    """Return how to use the workbook."""
    return [
        _("Ubah nilai di sel kuning pada lembar klaster: total, kategori, dan jarak di sini ikut berubah."),
        _("Berkas ini salinan: perubahan di sini tidak masuk ke buku data, dan hasilnya bukan nilai resmi."),
    ]


def add_ringkas(
    kertas: Kertas, keadaan: Keadaan, letak: LetakRingkas, klaster: Sequence[LetakKlaster], kategori: LetakKategori
) -> None:
    """Fill the summary below its head."""
    add_tabel_klaster(kertas, keadaan, letak, klaster)
    add_tabel_jarak(kertas, keadaan, letak, kategori)
    _add_hasil(kertas, keadaan, letak, klaster, kategori)
    kertas.siapkan_cetak(None)
    kertas.kunci()


def _add_hasil(
    kertas: Kertas, keadaan: Keadaan, letak: LetakRingkas, klaster: Sequence[LetakKlaster], kategori: LetakKategori
) -> None:
    h, j, dokumen = keadaan.hasil, letak.jumlah, ada_dokumen(keadaan)
    sel = {nama: f"B{nomor}" for nama, nomor in letak.hasil.items()}
    belum, maks = rumus.belum_dicatat(), format_angka(keadaan.instrumen.kepala.nilai_maksimal)
    tahap = sebut_tahap(keadaan.rapat.tahap)
    terdukung: Isi = belum
    if dokumen:
        terdukung = Rumus(rumus.rumus_total(f"F{j}"), belum if h is None or h.terdukung is None else h.terdukung)
    kosong = sum(b.diisi and b.nilai is None for k in klaster for b in k.isi)
    baris: dict[str, tuple[str, Isi, Gaya, Isi]] = {
        "total": (
            _("Nilai total"),
            Rumus(rumus.rumus_total(f"B{j}"), belum if h is None else h.diklaim),
            BESAR,
            _("{tahap}, dari {maks} poin").format(tahap=tahap[:1].upper() + tahap[1:], maks=maks),
        ),
        "kategori": (
            _("Kategori"),
            Rumus(
                rumus.rumus_kategori(sel["total"], kategori.nama, kategori.semua_tercapai),
                belum if h is None else keadaan.kategori.nama(h.kategori),
            ),
            BESAR,
            _catatan_dekat(keadaan, letak, sel["total"], kategori),
        ),
        "terdukung": (
            _("Terdukung dokumen"),
            terdukung,
            ANGKA,
            _("Poin yang semua dokumen wajibnya tercatat lengkap")
            if dokumen
            else _("Dokumen belum dicatat dalam buku data"),
        ),
        "tercatat": (
            sebut_asal(keadaan),
            belum if h is None else h.diklaim,
            ANGKA,
            _("Total saat berkas ini dibuat; tidak ikut berubah"),
        ),
        "berubah": (
            _("Selisih karena perubahan di sini"),
            Rumus(rumus.rumus_selisih(sel["total"], sel["tercatat"]), "" if h is None else 0.0),
            ANGKA,
            "",
        ),
        "kosong": (
            _("Isian nilai yang kosong"),
            Rumus(f"=SUM(G{letak.klaster + 1}:G{j - 1})", float(kosong)),
            HITUNG,
            _("Kosong berarti belum diketahui, bukan 0; isian kosong tidak menambah poin"),
        ),
        "periksa": (
            _("Isian yang perlu diperiksa"),
            Rumus(f"=SUM(I{letak.klaster + 1}:I{j - 1})", 0.0),
            HITUNG,
            _("Bukan angka, di bawah 0, atau melebihi nilai maksimal; jangan pakai totalnya sebelum ini 0"),
        ),
    }
    for nama, nomor in letak.hasil.items():
        judul, isi, gaya, catatan = baris[nama]
        kertas.tulis(nomor, 1, judul, replace(BIASA, tebal=gaya.tebal))
        # A category's name may be longer than a number.
        kertas.tulis(nomor, 2, isi, gaya)
        kertas.halaman.merge_cells(start_row=nomor, end_row=nomor, start_column=2, end_column=3)
        kertas.tulis(nomor, 4, catatan, LEPAS)
        kertas.halaman.merge_cells(start_row=nomor, end_row=nomor, start_column=4, end_column=len(LEBAR))
        kertas.halaman.row_dimensions[nomor].height = 21 if gaya.tebal else 16.5


def _catatan_dekat(keadaan: Keadaan, letak: LetakRingkas, total: str, kategori: LetakKategori) -> Rumus:
    n = format_angka(keadaan.kategori.dekat_ambang)
    pesan = _("Paling jauh {n} poin dari sebuah ambang: aturan untuk pecahan belum pasti").format(n=n)
    jarak = sel_jarak(letak, len(keadaan.kategori.kategori))
    dekat = keadaan.hasil is not None and keadaan.hasil.dekat_ambang
    return Rumus(rumus.rumus_dekat(total, jarak, kategori.dekat, pesan), pesan if dekat else "")
