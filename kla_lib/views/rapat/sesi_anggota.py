"""List who is invited to a session, from which pillar, and which offices of its klaster are not."""

from collections.abc import Sequence
from typing import Any

from kla_lib.bahasa import _, gabung
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.rules.daerah.daerah import ejaan
from kla_lib.rules.daerah.peran import load_peran
from kla_lib.rules.rapat import Anggota, Sesi
from kla_lib.scoring.pekerjaan.rad import PILAR
from kla_lib.views.rad.sebutan import sebut_pilar
from kla_lib.views.rapat.sesi import sebut_jadwal
from kla_lib.views.rencana.putuskan import PALING_BANYAK_SESI, kegiatan_putusan
from kla_lib.views.rupa.tampilan import Kolom, Tampilan, catatan_kaki, potongan, tabel, tumpuk


def anggota_sesi(sesi: Sesi) -> list[Anggota]:
    """Return the members of a session in alphabetical order, each once however its name is spelled."""
    sekali = {ejaan(a.nama): a for a in reversed(sesi.anggota)}
    return sorted(sekali.values(), key=lambda a: (a.nama.casefold(), a.pilar))


def kolom_undangan() -> list[Kolom]:
    """Return the columns of the list of invitations."""
    return [
        Kolom("no", _("No")),
        Kolom("nama", _("Nama instansi")),
        Kolom("pilar", _("Pilar")),
        Kolom("peran", _("Pertanyaan yang dipegang di sesi ini")),
    ]


def baris_undangan(keadaan: Keadaan, sesi: Sesi) -> list[dict[str, str]]:
    """Return the members with pillar and role, as texts."""
    pegang = _pertanyaan_kantor(keadaan, sesi.klaster)
    hasil = []
    for nomor, a in enumerate(anggota_sesi(sesi), start=1):
        peran = keadaan.daerah.peran_of(a.nama)
        n = pegang.get(keadaan.daerah.nama_opd(peran), 0) if peran else 0
        hasil.append({"no": str(nomor), "nama": a.nama, "pilar": sebut_pilar(a.pilar), "peran": str(n) if n else "–"})
    return hasil


def tabel_undangan(keadaan: Keadaan, sesi: Sesi) -> Tampilan:
    """Return who is invited, and below it what the list leaves open."""
    judul = _("Anggota {sesi}").format(sesi=sesi.nama)
    kosong = _("Anggota sesi ini belum ditulis dalam berkas rapat.")
    t = tabel(judul, kolom_undangan(), baris_undangan(keadaan, sesi), kosong, "undangan tanpa-judul")
    return tumpuk(t, catatan_kaki(catatan_undangan(keadaan, sesi)))


def catatan_undangan(keadaan: Keadaan, sesi: Sesi) -> str:
    """Return which pillars have no member here, and which offices answer its questions without being named."""
    if not sesi.anggota:
        kosong = []
    else:
        ada = {a.pilar for a in sesi.anggota}
        tanpa = [sebut_pilar(p) for p in PILAR if p not in ada]
        kosong = [_("Belum ada anggota dari: {pilar}.").format(pilar=gabung(tanpa))] if tanpa else []
    diminta = _diminta_tanpa_undangan(keadaan, sesi) if sesi.anggota else {}
    if diminta:
        sebut = [f"{nama} ({', '.join(nomor)})" for nama, nomor in diminta.items()]
        kosong.append(
            _("Belum diundang, padahal keputusannya diminta hari ini: {daftar}.").format(daftar=gabung(sebut))
        )
    belum = [nama for nama in kantor_belum_diundang(keadaan, sesi) if nama not in diminta]
    if belum:
        kosong.append(
            _("Kantor yang memegang pertanyaan sesi ini dan belum disebut: {daftar}.").format(daftar="; ".join(belum))
        )
    return " ".join(kosong)


def _diminta_tanpa_undangan(keadaan: Keadaan, sesi: Sesi) -> dict[str, list[str]]:
    """Return the decisions wanted of the session (putuskan_sesi) by the office that is not there to take them."""
    hadir, hasil = _hadir(keadaan, sesi), dict[str, list[str]]()
    for t in kegiatan_putusan(keadaan.kumpulan(sesi.klaster))[:PALING_BANYAK_SESI]:
        nama = keadaan.daerah.nama_opd(t.kegiatan.opd) if t.kegiatan.opd else ""
        if nama and ejaan(nama) not in hadir:
            hasil.setdefault(nama, []).append(t.kegiatan.id)
    return hasil


def sesi_kantor(keadaan: Keadaan, peran: str) -> list[str]:
    """Return in one line each to which sessions an office is invited, when and where."""
    nama = ejaan(keadaan.daerah.nama_opd(peran))
    return [
        _("Diundang ke {sesi}. {jadwal}").format(sesi=s.nama, jadwal=sebut_jadwal(keadaan, s))
        for s in keadaan.rapat.sesi
        if nama in _hadir(keadaan, s)
    ]


def kantor_belum_diundang(keadaan: Keadaan, sesi: Sesi) -> list[str]:
    """Return the offices that answer questions of the session and are not among its members, most questions first."""
    hadir = _hadir(keadaan, sesi)
    pegang = _pertanyaan_kantor(keadaan, sesi.klaster)
    return sorted((k for k in pegang if ejaan(k) not in hadir), key=lambda k: (-pegang[k], k))


def _hadir(keadaan: Keadaan, sesi: Sesi) -> set[str]:
    """Return the members as the meeting file spells them, and by the names of their offices."""
    tertulis = {ejaan(a.nama) for a in sesi.anggota}
    return tertulis | {
        ejaan(keadaan.daerah.nama_opd(p)) for a in sesi.anggota if (p := keadaan.daerah.peran_of(a.nama))
    }


def klaster_tanpa_sesi(keadaan: Keadaan) -> str:
    """Return a sentence on the klaster that no session treats; nothing where each has one, or none is planned."""
    if not keadaan.rapat.sesi or any(not s.klaster for s in keadaan.rapat.sesi):
        return ""
    tersebut = {k for s in keadaan.rapat.sesi for k in s.klaster}
    sisa = [k.judul_pendek for k in keadaan.instrumen.klaster if k.id not in tersebut]
    return _("Belum dibahas di sesi mana pun: {klaster}.").format(klaster=gabung(sisa)) if sisa else ""


def _pertanyaan_kantor(keadaan: Keadaan, klaster: Sequence[str]) -> dict[str, int]:
    """Return how many questions of some klaster each office answers, by the office's name."""
    p: Any = keadaan.instrumen.pertanyaan
    hitung: dict[str, int] = {}
    for r in p[p["klaster"].isin(klaster)].itertuples(index=False):
        for nama in {keadaan.daerah.nama_opd(o) for o in r.opd if o in load_peran(keadaan.params)}:
            hitung[nama] = hitung.get(nama, 0) + 1
    return hitung


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
