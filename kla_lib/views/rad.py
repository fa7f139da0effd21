"""Show the actions of the RAD, the late ones first."""

from collections.abc import Sequence
from typing import Any

from kla_lib.bahasa import _, format_tanggal
from kla_lib.scoring.rad import KEADAAN, TERHAMBAT, TERLAMBAT, KegiatanRad, yang_mendesak_dulu
from kla_lib.views.konteks import Konteks
from kla_lib.views.paket import Paket
from kla_lib.views.rad_celah import tabel_rad_berikutnya, tabel_tanpa_kegiatan, tabel_tanpa_pertanyaan
from kla_lib.views.rad_kalimat import kalimat_rad
from kla_lib.views.rad_pilih import Klaster, klaster_of, konteks_of, kosong_rad, pilih_rad
from kla_lib.views.rad_rekap import tabel_rad_kantor, tabel_rad_pilar
from kla_lib.views.rad_sebutan import sebut_keadaan, sebut_kemajuan, sebut_poin_rad, sebut_uraian
from kla_lib.views.tampilan import Kolom, Tampilan, tabel

__all__ = [
    "kalimat_rad",
    "tabel_rad",
    "tabel_rad_berikutnya",
    "tabel_rad_kantor",
    "tabel_rad_mendesak",
    "tabel_rad_pilar",
    "tabel_tanpa_kegiatan",
    "tabel_tanpa_pertanyaan",
]


def tabel_rad(sumber: Konteks | Paket, klaster: Klaster = None, opd: str | None = None) -> Tampilan:
    """Return every action with its state, progress and obstacle, the late and the stuck first.

    klaster: ids to look at, all without; of a pack its own.  opd: a role, for the page of an office.
    """
    return _tabel(_("Kegiatan RAD"), sumber, klaster, opd, KEADAAN, kosong_rad(sumber, klaster, opd))


def tabel_rad_mendesak(sumber: Konteks | Paket, klaster: Klaster = None, opd: str | None = None) -> Tampilan:
    """Return the actions that are late or stuck, longest overdue first."""
    kosong = (
        _("Tidak ada kegiatan RAD yang terlambat atau terhambat.")
        if pilih_rad(sumber, klaster, opd)
        else kosong_rad(sumber, klaster, opd)
    )
    judul = _("Kegiatan RAD yang terlambat atau terhambat")
    return _tabel(judul, sumber, klaster, opd, (TERLAMBAT, TERHAMBAT), kosong)


def _tabel(
    judul: str, sumber: Konteks | Paket, klaster: Klaster, opd: str | None, keadaan: Sequence[str], kosong: str
) -> Tampilan:
    """Return the actions in some states; a column that would say the same in every row is left out."""
    konteks, satu_klaster = konteks_of(sumber), len(klaster_of(sumber, klaster) or ()) == 1
    kolom = [
        Kolom("kegiatan", _("Kegiatan")),
        *([] if satu_klaster else [Kolom("klaster", _("Klaster"))]),
        *([] if opd is not None else [Kolom("opd", _("Kantor"))]),
        Kolom("tenggat", _("Tenggat")),
        Kolom("keadaan", _("Keadaan")),
        Kolom("kemajuan", _("Kemajuan")),
        Kolom("kendala", _("Kendala")),
        Kolom("poin", _("Poin yang diharapkan"), angka=True),
    ]
    daftar = [k for k in pilih_rad(sumber, klaster, opd) or [] if k.keadaan in keadaan]
    baris = [_baris(konteks, k) for k in yang_mendesak_dulu(daftar)]
    return tabel(judul, kolom, baris, kosong, "rad")


def _baris(konteks: Konteks, k: KegiatanRad) -> dict[str, Any]:
    return {
        "kegiatan": sebut_uraian(k),
        "klaster": konteks.instrumen.klaster_of(k.klaster).nama_pendek,
        "opd": konteks.daerah.nama_opd(k.opd),
        "tenggat": format_tanggal(k.tenggat) if k.tenggat else _("belum ditetapkan"),
        "keadaan": sebut_keadaan(k),
        "kemajuan": sebut_kemajuan(k),
        "kendala": k.kendala or "–",
        "poin": sebut_poin_rad(k),
    }
