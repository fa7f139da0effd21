"""Make the index of all meetings that lie under a folder of outputs."""

from pathlib import Path
from typing import Any

from kla_lib.bahasa import _
from kla_lib.berkas import write_whole
from kla_lib.data.terbit.rapat import read_rapat_terbit
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.publish.halaman.susun import Isi, page_susunan
from kla_lib.views.rapat.semua_rapat import (
    chart_rapat,
    kalimat_semua,
    kelompok_rapat,
    pesan_gagal,
    spanduk_semua,
    tabel_semua,
)
from kla_lib.views.rupa.tema import TINTA

INDEX_SEMUA = "index.html"
GAMBAR_TERBANYAK = 6
"""Cities of which the index shows a chart each; beyond that the table tells it all, and the page stays small."""


def tentang_rapat(keadaan: Keadaan) -> dict[str, Any]:
    """Return what the manifest of a meeting tells of it, so that the index of all need not know its file."""
    return {
        "daerah": keadaan.daerah.id,
        "nama": keadaan.daerah.nama,
        "tanggal": keadaan.rapat.tanggal.isoformat(),
        "form": keadaan.instrumen.id,
        "tahap": keadaan.rapat.tahap,
        "contoh": keadaan.buku.keterangan.contoh,
    }


def write_semua_rapat(keluaran: Path) -> None:
    """Write the index of all meetings anew."""
    write_whole(keluaran / INDEX_SEMUA, page_semua_rapat(keluaran))


def page_semua_rapat(keluaran: Path) -> bytes:
    """Return the page with the three scores of every meeting over time; folders that cannot be read are named."""
    daftar, gagal = read_rapat_terbit(keluaran)
    kelompok = kelompok_rapat(daftar)
    gambar = [chart_rapat(k) for k in kelompok] if len(kelompok) <= GAMBAR_TERBANYAK else []
    isi: list[Isi] = [
        spanduk_semua(daftar),
        kalimat_semua(daftar),
        *([_("Nilai dari rapat ke rapat"), *gambar] if gambar else []),
        *([_("Semua rapat"), tabel_semua(daftar)] if daftar else []),
        *([_("Yang tidak bisa ditampilkan"), pesan_gagal(gagal)] if gagal else []),
    ]
    kaki = _("Dari rapat yang diterbitkan di folder keluaran ini · bukan nilai resmi")
    return page_susunan(_("Rapat yang sudah diterbitkan"), _("Semua rapat"), TINTA, kaki, isi)
