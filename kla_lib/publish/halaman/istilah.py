"""Write the glossary of a meeting for a member who is new: every term with an anchor that others can link to."""

from kla_lib.bahasa import _, bahasa
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.publish.halaman.kop import atas_halaman, kaki_halaman
from kla_lib.publish.halaman.susun import page_susunan
from kla_lib.rules.istilah import Istilah, load_istilah
from kla_lib.rules.params import Params
from kla_lib.views.rupa.spanduk import spanduk
from kla_lib.views.rupa.tampilan import Tampilan, paragraf, potongan
from kla_lib.views.rupa.tema import TINTA

TEMPAT = "istilah.html"


def berkas_istilah(keadaan: Keadaan) -> dict[str, bytes]:
    """Return istilah.html by its place under the meeting's folder."""
    pengantar = _(
        "Kata-kata yang dipakai di halaman rapat ini, masing-masing dalam dua kalimat. "
        "Tanyakan kepada sekretariat bila ada yang belum jelas."
    )
    isi = [spanduk(keadaan), paragraf(pengantar), daftar_istilah(keadaan.params)]
    judul = _("Istilah untuk anggota baru")
    return {TEMPAT: page_susunan(judul, atas_halaman(keadaan), TINTA, kaki_halaman(keadaan), isi, "istilah")}


def daftar_istilah(params: Params) -> Tampilan:
    """Return the terms: a line of links for those who look for one, then each with its meaning."""
    baris = [(kunci, _judul(i), _(i.arti)) for kunci, i in load_istilah(params).items()]
    teks = "\n".join(f"{nama}: {arti}" for _kunci, nama, arti in baris)
    return potongan("istilah", teks, istilah=baris)


def _judul(istilah: Istilah) -> str:
    """Return a term's name; for readers of English its counterpart, with the word that they hear in the meeting."""
    if bahasa() == "id":
        return istilah.nama
    padanan = istilah.padanan[:1].upper() + istilah.padanan[1:]
    if padanan == istilah.nama:
        return padanan
    return _("{padanan} ({istilah})").format(padanan=padanan, istilah=istilah.nama)
