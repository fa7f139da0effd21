"""Write the page of the mayor or regent: one sheet of A4."""

from kla_lib.bahasa import _
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.publish.halaman.kop import atas_halaman, kaki_halaman
from kla_lib.publish.halaman.susun import Isi, page_susunan
from kla_lib.views.rapat.minta_pimpinan import yang_diminta
from kla_lib.views.rapat.pimpinan import arti_bagi_anak, biaya_pimpinan, posisi_pimpinan, sebut_kepala
from kla_lib.views.rupa.spanduk import spanduk
from kla_lib.views.rupa.tema import TINTA


def berkas_pimpinan(keadaan: Keadaan) -> dict[str, bytes]:
    """Return pimpinan.html by its place under the meeting's folder."""
    kepala = sebut_kepala(keadaan.daerah)
    isi: list[Isi] = [
        spanduk(keadaan),
        posisi_pimpinan(keadaan),
        _("Yang diminta dari {kepala}").format(kepala=kepala),
        yang_diminta(keadaan),
        _("Rencana dan biayanya"),
        biaya_pimpinan(keadaan),
        _("Artinya bagi anak"),
        arti_bagi_anak(keadaan),
    ]
    judul = _("Halaman {kepala}").format(kepala=kepala)
    return {
        "pimpinan.html": page_susunan(judul, atas_halaman(keadaan), TINTA, kaki_halaman(keadaan), isi, "satu-lembar")
    }
