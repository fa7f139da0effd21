"""Lay out the edges of the categories with the rule beside each, as the summary's formulas read them."""

from dataclasses import dataclass

from kla_lib.bahasa import _, format_tanggal
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.publish.lembar.buku_rapat import rumus
from kla_lib.publish.lembar.buku_rapat.sel import BIASA, BILANGAN, KEPALA, POIN, Gaya, Isi, Kertas, Rumus
from kla_lib.rules.kategori import DI_BAWAH_PRATAMA, DaftarKategori
from kla_lib.rules.kategori import Kategori as SatuKategori
from kla_lib.scoring.nilai.kategori import peringkat_kategori
from kla_lib.views.nilai.dasar import sebut_sumber

LEBAR = [24, 12, 12, 14, 62, 20]
ANGKA = Gaya(format=POIN, kanan=True)


@dataclass(frozen=True)
class LetakKategori:
    """Where formulas find the categories: addresses on one sheet, each with the sheet's name.

    nama: of all, the lowest first.  ambang, tercapai: by category, without the
    lowest, which has no edge.  dekat: the distance that counts as near.
    """

    nama: str
    ambang: dict[str, str]
    tercapai: dict[str, str]
    semua_tercapai: str
    dekat: str


def add_kategori(kertas: Kertas, keadaan: Keadaan, total: str) -> LetakKategori:
    """Fill the sheet; `total` is the address of the total that is compared with the edges."""
    daftar = keadaan.kategori
    kepala = kertas.tulis_atas(_("Kategori dan ambangnya"), _cara(daftar))
    judul = [_("Kategori"), _("Ambang"), _("Aturan"), _("Tercapai (1 = ya)"), _("Sumber"), _("Terbukti sampai")]
    for kolom, teks in enumerate(judul, start=1):
        kertas.tulis(kepala, kolom, teks, KEPALA)
    kertas.atur_tinggi(kepala)
    bawah = kepala + 1
    for kolom, teks in enumerate([daftar.nama(DI_BAWAH_PRATAMA), "–", "–", "–", "", ""], start=1):
        kertas.tulis(bawah, kolom, teks)
    capai = 0 if keadaan.hasil is None else int(peringkat_kategori(keadaan.hasil.diklaim, daftar))
    ambang, tercapai = {}, {}
    for urutan, k in enumerate(daftar.kategori):
        nomor = bawah + 1 + urutan
        ambang[k.id], tercapai[k.id] = kertas.alamat(f"B{nomor}"), kertas.alamat(f"D{nomor}")
        teks = rumus.rumus_tercapai(total, f"B{nomor}", f"C{nomor}", _("mulai"), _("di atas"))
        dokumen = sebut_sumber(keadaan.params, k.sumber.dokumen)
        _add_baris(kertas, nomor, k, dokumen, Rumus(teks, float(urutan < capai)))
    akhir = bawah + len(daftar.kategori)
    dekat = akhir + 1
    isi_dekat: list[Isi] = [_("Dekat ambang (poin)"), daftar.dekat_ambang, "–", "–", "", ""]
    for kolom, isi in enumerate(isi_dekat, start=1):
        kertas.tulis(dekat, kolom, isi, ANGKA if kolom == 2 else BIASA)
    kertas.selesai(kepala, len(judul), dekat)
    return LetakKategori(
        kertas.alamat(f"A{bawah}:A{akhir}"),
        ambang,
        tercapai,
        kertas.alamat(f"D{bawah + 1}:D{akhir}"),
        kertas.alamat(f"B{dekat}"),
    )


def _add_baris(kertas: Kertas, nomor: int, k: SatuKategori, dokumen: str, tercapai: Rumus) -> None:
    sumber = _("{sumber} Bagian: {letak}.").format(sumber=dokumen, letak=k.sumber.letak)
    kertas.tulis(nomor, 1, k.nama)
    kertas.tulis(nomor, 2, k.besaran, ANGKA)
    kertas.tulis(nomor, 3, _("di atas") if k.di_atas else _("mulai"))
    kertas.tulis(nomor, 4, tercapai, Gaya(format=BILANGAN, kanan=True))
    kertas.tulis(nomor, 5, sumber)
    kertas.tulis(nomor, 6, format_tanggal(k.dibuktikan_sampai))
    kertas.atur_tinggi(nomor)


def _cara(daftar: DaftarKategori) -> list[str]:
    return [
        _('Rumus di lembar lain membaca tabel ini. "mulai": tercapai sejak tepat pada ambangnya.'),
        _('"di atas": baru tercapai bila totalnya lebih dari ambang; tepat pada ambang belum.'),
        _(daftar.anggapan_pecahan),
    ]
