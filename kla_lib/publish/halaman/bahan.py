"""Write the hand-out of a meeting as a page that prints on A4 landscape, with its workbook beside it."""

from kla_lib.bahasa import _
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.publish.halaman.kop import atas_halaman, kaki_halaman
from kla_lib.publish.halaman.susun import Isi, page_susunan
from kla_lib.publish.lembar.bahan import workbook_bahan
from kla_lib.rules.tahap import sebut_tahap
from kla_lib.views.rapat.bahan_rapat import daftar_bagian, tabel_bahan_rapat
from kla_lib.views.rupa.spanduk import spanduk
from kla_lib.views.rupa.tampilan import paragraf
from kla_lib.views.rupa.tema import TINTA


def berkas_bahan(keadaan: Keadaan) -> dict[str, bytes]:
    """Return the hand-out by its place under the meeting's folder: bahan.html and bahan.xlsx."""
    return {"bahan.html": page_bahan(keadaan), "bahan.xlsx": workbook_bahan(keadaan)}


def page_bahan(keadaan: Keadaan) -> bytes:
    """Return the page: every klaster under its heading, in the order of the sessions."""
    isi: list[Isi] = [paragraf(catatan_bahan(keadaan)), spanduk(keadaan)]
    semua = daftar_bagian(keadaan)
    for bagian in semua:
        for klaster in bagian.klaster:
            judul = keadaan.instrumen.klaster_of(klaster).judul
            isi += [f"{bagian.sesi}: {judul}" if len(semua) > 1 else judul, tabel_bahan_rapat(keadaan, klaster)]
    return page_susunan(_("Bahan rapat"), atas_halaman(keadaan), TINTA, kaki_halaman(keadaan), isi, "mendatar")


def catatan_bahan(keadaan: Keadaan) -> str:
    """Return how to read the hand-out: what its points are, and how the rest can be found."""
    if keadaan.hasil is None:
        return _(
            "Satu baris per indikator. Nilainya belum dicatat dalam buku data, jadi kolomnya diisi bersama di rapat."
        )
    if keadaan.hasil.pertanyaan["nilai"].isna().all():
        return _("Buku data ini memuat {tahap} tanpa rincian per pertanyaan, jadi kolom lainnya belum dicatat.").format(
            tahap=sebut_tahap(keadaan.hasil.tahap)
        )
    return _(
        "Satu baris per indikator: {tahap} dari nilai maksimalnya. Rincian tiap pertanyaan ada di paket klasternya."
    ).format(tahap=sebut_tahap(keadaan.hasil.tahap))
