"""Prepare the attendance sheet of a session, with cells to sign."""

from kla_lib.bahasa import _
from kla_lib.rules.rapat import Sesi
from kla_lib.views.rad_sebutan import sebut_pilar
from kla_lib.views.sesi_anggota import anggota_sesi
from kla_lib.views.tampilan import Tampilan, potongan

PALING_SEDIKIT_BARIS, PALING_SEDIKIT_KOSONG = 18, 6
"""A sheet of A4 holds the first with room to sign; the second are for whoever comes without being on the list."""


def kolom_hadir() -> list[str]:
    """Return the headings of an attendance sheet."""
    return [_("No"), _("Nama instansi"), _("Pilar"), _("Nama"), _("Jabatan"), _("Tanda tangan")]


def baris_hadir(sesi: Sesi) -> list[list[str]]:
    """Return the rows of a session: institution and pillar as invited; name, position and signature stay empty."""
    anggota = anggota_sesi(sesi)
    banyak = max(PALING_SEDIKIT_BARIS, len(anggota) + PALING_SEDIKIT_KOSONG)
    isi = [[a.nama, sebut_pilar(a.pilar)] for a in anggota] + [["", ""]] * (banyak - len(anggota))
    return [[str(nomor), *baris, "", "", ""] for nomor, baris in enumerate(isi, start=1)]


def tabel_hadir(sesi: Sesi) -> Tampilan:
    """Return the attendance sheet of a session as a table that keeps its columns on a phone too."""
    judul = _("Daftar hadir {sesi}").format(sesi=sesi.nama)
    baris = baris_hadir(sesi)
    teks = "\n".join([judul, *(" | ".join(b) for b in baris)])
    return potongan("hadir", teks, judul=judul, kolom=kolom_hadir(), baris=baris)
