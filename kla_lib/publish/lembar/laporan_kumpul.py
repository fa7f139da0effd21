"""Write the report of a collection as a workbook: who delivered, what disagrees, what was left out, what is missing."""

from collections.abc import Mapping

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from kla_lib.bahasa import _
from kla_lib.data.bingkai import beri_sifat, mark_tabel
from kla_lib.data.kumpul.asal import kunci_teks
from kla_lib.data.kumpul.gabung import Letak
from kla_lib.data.kumpul.kekurangan import BELUM, DITERIMA, DITOLAK, KOSONG
from kla_lib.data.kumpul.pengumpulan import Pengumpulan
from kla_lib.data.tulis import save_bytes, to_teks, write_text

Isi = list[tuple[str, ...]]
LEBAR = 34


def laporan_bytes(p: Pengumpulan, sel: Mapping[Letak, str]) -> bytes:
    """Return the report as the bytes of an XLSX file; every sheet can be filtered by office.

    sel: the cell in the book of each place that is disputed.
    """
    buku = Workbook()
    buku.remove(buku.active)
    kiriman = (_("Kantor"), _("Keadaan"), _("Pertanyaan"), _("Belum dinilai"), _("Belum berdokumen"))
    salah = (_("Kantor"), _("Berkas"), _("Tempat"), _("Yang salah"), _("Perbaikan"))
    bentrok = (_("Tempat di buku"), _("Isian"), _("Kolom"), _("Jawaban"), _("Kantor"), _("Asal"))
    for nama, kepala, isi in (
        (_("Kiriman"), kiriman, _kiriman(p)),
        (_("Tidak diambil"), salah, _salah(p)),
        (_("Bentrok"), bentrok, _bentrok(p, sel)),
    ):
        lembar = buku.create_sheet(nama)
        for i, baris in enumerate([kepala, *isi], start=1):
            for j, teks in enumerate(baris, start=1):
                kotak = lembar.cell(i, j)
                write_text(kotak, teks)
                kotak.alignment = Alignment(wrap_text=True, vertical="top")
                kotak.font = Font(bold=i == 1)
        for j in range(1, len(kepala) + 1):
            lembar.column_dimensions[get_column_letter(j)].width = LEBAR
        lembar.freeze_panes = "A2"
        mark_tabel(lembar, 1, len(kepala), len(isi) + 1)
    beri_sifat(buku, _("Laporan pengumpulan · {daerah}").format(daerah=p.daerah.nama))
    return save_bytes(buku)


def _kiriman(p: Pengumpulan) -> Isi:
    sebut = {
        DITERIMA: _("diterima"),
        KOSONG: _("kembali tanpa isian"),
        DITOLAK: _("tidak bisa diambil"),
        BELUM: _("belum mengirim"),
    }
    return [
        (
            p.daerah.nama_opd(k.opd),
            sebut[k.keadaan],
            str(k.pertanyaan),
            ", ".join(k.belum_dinilai),
            ", ".join(k.belum_berdokumen),
        )
        for k in p.kekurangan
    ]


def _salah(p: Pengumpulan) -> Isi:
    return [
        (
            p.daerah.nama_opd(p.pengirim.get(k.berkas.split("/")[0], "")),
            k.berkas,
            ", ".join(filter(None, (k.lembar, k.sel))),
            k.salah,
            k.perbaikan,
        )
        for k in p.salah
    ]


def _bentrok(p: Pengumpulan, sel: Mapping[Letak, str]) -> Isi:
    return [
        (
            sel.get(k.letak, ""),
            f"{k.letak[0].lembar} [{kunci_teks(k.letak[1])}]",
            k.letak[2],
            to_teks(s.nilai),
            p.daerah.nama_opd(s.opd),
            f"{s.berkas}, {s.sel}",
        )
        for k in p.bentrok
        for s in k.suara
    ]
