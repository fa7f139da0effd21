"""Write the list of invitations, the attendance sheet, the workbook of both with the agenda."""

from kla_lib.bahasa import _
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.publish.halaman.kop import atas_halaman, kaki_halaman
from kla_lib.publish.halaman.susun import Isi, page_susunan
from kla_lib.publish.halaman.undangan import workbook_rapat
from kla_lib.views.rapat.sesi import daftar_sesi, sebut_jadwal
from kla_lib.views.rapat.sesi_anggota import klaster_tanpa_sesi, tabel_hadir, tabel_undangan
from kla_lib.views.rupa.spanduk import spanduk
from kla_lib.views.rupa.tampilan import paragraf
from kla_lib.views.rupa.tema import TINTA


def berkas_hadir(keadaan: Keadaan) -> dict[str, bytes]:
    """Return undangan.html, sesi/daftar-hadir.html and rapat.xlsx by their places under the meeting's folder."""
    return {
        "undangan.html": page_undangan(keadaan),
        "sesi/daftar-hadir.html": page_hadir(keadaan),
        "rapat.xlsx": workbook_rapat(keadaan),
    }


def page_undangan(keadaan: Keadaan) -> bytes:
    """Return who is invited to each session, from which pillar, and whom the lists leave out."""
    isi: list[Isi] = [spanduk(keadaan)]
    if sisa := klaster_tanpa_sesi(keadaan):
        isi.append(paragraf(sisa))
    for sesi in daftar_sesi(keadaan):
        isi += [sesi.nama, paragraf(sebut_jadwal(keadaan, sesi)), tabel_undangan(keadaan, sesi)]
    return page_susunan(
        _("Daftar undangan"), atas_halaman(keadaan), TINTA, kaki_halaman(keadaan), isi, "undangan-rapat"
    )


def page_hadir(keadaan: Keadaan) -> bytes:
    """Return the attendance sheets, each session on a sheet of its own in print; nobody's name is filled in."""
    isi: list[Isi] = [spanduk(keadaan)]
    for sesi in daftar_sesi(keadaan):
        judul = _("Daftar hadir {sesi} · {daerah}").format(sesi=sesi.nama, daerah=keadaan.daerah.nama)
        isi += [judul, paragraf(sebut_jadwal(keadaan, sesi)), tabel_hadir(sesi)]
    return page_susunan(_("Daftar hadir"), atas_halaman(keadaan), TINTA, kaki_halaman(keadaan), isi, "hadir-rapat")
