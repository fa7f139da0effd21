"""The table that a verifier fills for one region; its first columns go back through `kla return`."""

from typing import Any

from kla_lib.bahasa import _
from kla_lib.rules.tahap import sebut_tahap_pendek
from kla_lib.scoring.provinsi.periksa import DaftarPeriksa
from kla_lib.views.isi.triase import sebut_keadaan
from kla_lib.views.rupa.lembar import Lembar
from kla_lib.views.rupa.sebutan import sebut_pertanyaan
from kla_lib.views.rupa.tampilan import Kolom

DIISI = ("indikator", "pertanyaan", "nilai", "catatan_verifikator")
"""The columns that `kla return` reads, by these names in every language."""


def lembar_periksa(p: DaftarPeriksa, nama: str) -> Lembar:
    """Return every question that waits, most at stake first, with empty cells for marks and remarks."""
    kolom = [
        *(Kolom(k, k, angka=k == "nilai") for k in DIISI),
        Kolom("soal", _("Yang ditanyakan")),
        Kolom("sebelum", _("Poin {tahap}").format(tahap=sebut_tahap_pendek(p.dari)), angka=True),
        Kolom("maks", _("Paling tinggi"), angka=True),
        Kolom("taruhan", _("Poin × ragu"), angka=True),
        Kolom("sebab", _("Mengapa ragu")),
        Kolom("dokumen", _("Dokumen")),
    ]
    baris: list[dict[str, Any]] = [
        {
            "indikator": s.indikator,
            "pertanyaan": s.pertanyaan,
            "nilai": None,
            "catatan_verifikator": None,
            "soal": sebut_pertanyaan(s.label, s.terbalik),
            "sebelum": s.nilai,
            "maks": s.nilai_maksimal,
            "taruhan": s.taruhan,
            "sebab": sebut_keadaan(s.keadaan),
            "dokumen": "; ".join(s.dokumen),
        }
        for s in p.soal
    ]
    catatan = _(
        "Isi kolom nilai dan catatan_verifikator; baris yang kosong tidak mengubah apa pun. Masukkan ke buku data "
        "daerahnya dengan: kla return BERKAS-INI --tahap {tahap} --buku BUKU"
    ).format(tahap=p.tahap)
    judul = _("{daerah}: yang diperiksa untuk tahap {tahap}").format(daerah=nama, tahap=sebut_tahap_pendek(p.tahap))
    return Lembar(judul, kolom, baris, _("Semua pertanyaan sudah diperiksa."), catatan=catatan)
