"""Write the page of the mayor or regent: one sheet of A4."""

from kla_lib.bahasa import _
from kla_lib.keadaan.keadaan import Konteks
from kla_lib.publish.halaman.kop import atas_halaman, kaki_halaman
from kla_lib.publish.halaman.susun import Isi, page_susunan
from kla_lib.views.rapat.pimpinan import arti_bagi_anak, biaya_pimpinan, posisi_pimpinan, sebut_kepala, yang_diminta
from kla_lib.views.rupa.spanduk import spanduk
from kla_lib.views.rupa.tema import TINTA


def berkas_pimpinan(konteks: Konteks) -> dict[str, bytes]:
    """Return pimpinan.html by its place under the meeting's folder."""
    kepala = sebut_kepala(konteks.daerah)
    isi: list[Isi] = [
        spanduk(konteks),
        posisi_pimpinan(konteks),
        _("Yang diminta dari {kepala}").format(kepala=kepala),
        yang_diminta(konteks),
        _("Rencana dan biayanya"),
        biaya_pimpinan(konteks),
        _("Artinya bagi anak"),
        arti_bagi_anak(konteks),
    ]
    judul = _("Halaman {kepala}").format(kepala=kepala)
    return {
        "pimpinan.html": page_susunan(judul, atas_halaman(konteks), TINTA, kaki_halaman(konteks), isi, "satu-lembar")
    }
