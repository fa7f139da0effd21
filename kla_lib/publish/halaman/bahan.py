"""Write the hand-out of a meeting as a page that prints on A4 landscape, with its workbook beside it."""

from kla_lib.bahasa import _
from kla_lib.keadaan.keadaan import Konteks
from kla_lib.publish.halaman.kop import atas_halaman, kaki_halaman
from kla_lib.publish.halaman.susun import Isi, page_susunan
from kla_lib.publish.lembar.bahan import workbook_bahan
from kla_lib.rules.tahap import sebut_tahap
from kla_lib.views.rapat.bahan_rapat import daftar_bagian, tabel_bahan_rapat
from kla_lib.views.rupa.spanduk import spanduk
from kla_lib.views.rupa.tampilan import potongan
from kla_lib.views.rupa.tema import TINTA


def berkas_bahan(konteks: Konteks) -> dict[str, bytes]:
    """Return the hand-out by its place under the meeting's folder: bahan.html and bahan.xlsx."""
    return {"bahan.html": page_bahan(konteks), "bahan.xlsx": workbook_bahan(konteks)}


def page_bahan(konteks: Konteks) -> bytes:
    """Return the page: every klaster under its heading, in the order of the sessions."""
    isi: list[Isi] = [potongan("paragraf", catatan_bahan(konteks), paragraf=[catatan_bahan(konteks)]), spanduk(konteks)]
    semua = daftar_bagian(konteks)
    for bagian in semua:
        for klaster in bagian.klaster:
            judul = konteks.instrumen.klaster_of(klaster).judul
            isi += [f"{bagian.sesi}: {judul}" if len(semua) > 1 else judul, tabel_bahan_rapat(konteks, klaster)]
    return page_susunan(_("Bahan rapat"), atas_halaman(konteks), TINTA, kaki_halaman(konteks), isi, "mendatar")


def catatan_bahan(konteks: Konteks) -> str:
    """Return how to read the hand-out: what its points are, and how the rest can be found."""
    if konteks.hasil is None:
        return _(
            "Satu baris per indikator. Nilainya belum dicatat dalam buku data, jadi kolomnya diisi bersama di rapat."
        )
    if konteks.hasil.pertanyaan["nilai"].isna().all():
        return _("Buku data ini memuat {tahap} tanpa rincian per pertanyaan, jadi kolom lainnya belum dicatat.").format(
            tahap=sebut_tahap(konteks.hasil.tahap)
        )
    return _(
        "Satu baris per indikator: {tahap} dari nilai maksimalnya. Rincian tiap pertanyaan ada di paket klasternya."
    ).format(tahap=sebut_tahap(konteks.hasil.tahap))
