"""Count the actions of the RAD by office and by pillar: an account, never a ranking."""

from collections.abc import Callable, Sequence

from kla_lib.bahasa import _
from kla_lib.scoring.rad import KEADAAN, PILAR, KegiatanRad, jumlah_keadaan
from kla_lib.views.konteks import Konteks
from kla_lib.views.paket import Paket
from kla_lib.views.rad_pilih import Klaster, konteks_of, kosong_rad, pilih_rad
from kla_lib.views.rad_sebutan import sebut_nama_keadaan, sebut_pilar
from kla_lib.views.tampilan import Kolom, Tampilan, tabel


def tabel_rad_kantor(sumber: Konteks | Paket, klaster: Klaster = None) -> Tampilan:
    """Return how many actions of each office are in each state, the offices in the order of the alphabet."""
    konteks, daftar = konteks_of(sumber), pilih_rad(sumber, klaster) or []
    kantor = sorted({konteks.daerah.nama_opd(k.opd) for k in daftar}, key=lambda nama: (nama.casefold(), nama))
    return _rekap(
        _("Kegiatan RAD per kantor, menurut abjad"),
        _("Kantor"),
        daftar,
        kantor,
        lambda k: konteks.daerah.nama_opd(k.opd),
        kosong_rad(sumber, klaster),
    )


def tabel_rad_pilar(sumber: Konteks | Paket, klaster: Klaster = None) -> Tampilan:
    """Return how many actions of each of the four pillars are in each state; a pillar without any has zeros."""
    daftar = pilih_rad(sumber, klaster) or []
    return _rekap(
        _("Kegiatan RAD per pilar"),
        _("Pilar"),
        daftar,
        [sebut_pilar(p) for p in PILAR] if daftar else [],
        lambda k: sebut_pilar(k.pilar),
        kosong_rad(sumber, klaster),
    )


def _rekap(
    judul: str,
    kepala: str,
    daftar: Sequence[KegiatanRad],
    kelompok: Sequence[str],
    milik: Callable[[KegiatanRad], str],
    kosong: str,
) -> Tampilan:
    """Return one row per group with the number of its actions and the number in each state."""
    kolom = [
        Kolom("nama", kepala),
        Kolom("semua", _("Kegiatan"), angka=True),
        *(Kolom(k, sebut_nama_keadaan(k).capitalize(), angka=True) for k in KEADAAN),
    ]
    baris = []
    for nama in kelompok:
        isi = [k for k in daftar if milik(k) == nama]
        baris.append({"nama": nama, "semua": len(isi), **jumlah_keadaan(isi)})
    return tabel(judul, kolom, baris, kosong)
