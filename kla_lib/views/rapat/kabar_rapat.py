"""Say in one sentence each what changed since the meeting before, which actions are late, which promises are late."""

from pathlib import Path

from kla_lib.bahasa import _
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.keadaan.perbandingan import banding_ringan
from kla_lib.scoring.pekerjaan.rad import TERHAMBAT, TERLAMBAT, yang_mendesak_dulu
from kla_lib.views.perubahan.perubahan import kalimat_perbandingan
from kla_lib.views.rad.janji import janji_lewat, kalimat_janji
from kla_lib.views.rad.sebutan import kosong_rad


def kabar_rapat(keadaan: Keadaan, keluaran: Path | None = None) -> list[tuple[str, str]]:
    """Return heading and sentence: what changed, the late actions of the RAD, the late promises.

    keluaran: folder of outputs in which the meeting before is looked up.
    """
    return [
        (_("Sejak rapat sebelumnya"), _perubahan(keadaan, keluaran)),
        (_("Kegiatan RAD"), _rad(keadaan)),
        (_("Janji rapat"), _janji(keadaan)),
    ]


def _perubahan(keadaan: Keadaan, keluaran: Path | None) -> str:
    b = banding_ringan(keadaan, keluaran=keluaran)
    kalimat = kalimat_perbandingan(keadaan, b) or list(b.pesan)
    return kalimat[0]


def perubahan_klaster(keadaan: Keadaan, keluaran: Path | None = None) -> dict[str, str]:
    """Return by klaster in one sentence what changed in it; one that cannot be compared is not there."""
    banding = {k.id: banding_ringan(keadaan.klaster(k.id), keluaran) for k in keadaan.instrumen.klaster}
    kalimat = {k: kalimat_perbandingan(keadaan, b) for k, b in banding.items()}
    return {k: isi[0] for k, isi in kalimat.items() if isi}


def _rad(keadaan: Keadaan) -> str:
    daftar = keadaan.rad
    if not daftar:
        return kosong_rad(keadaan)
    lewat = [k for k in yang_mendesak_dulu(daftar) if k.keadaan == TERLAMBAT]
    if not lewat:
        return _("Tidak ada dari {n} kegiatan RAD yang terlambat.").format(n=len(daftar))
    terhambat = sum(k.keadaan == TERHAMBAT for k in daftar)
    pola = (
        _("{n} dari {semua} kegiatan RAD terlambat dan {m} terhambat; paling lama: {apa} ({kantor}, {hari} hari).")
        if terhambat
        else _("{n} dari {semua} kegiatan RAD terlambat; paling lama: {apa} ({kantor}, {hari} hari).")
    )
    return pola.format(
        n=len(lewat),
        m=terhambat,
        semua=len(daftar),
        apa=lewat[0].kegiatan,
        kantor=keadaan.daerah.nama_opd(lewat[0].opd),
        hari=lewat[0].hari_lewat,
    )


def _janji(keadaan: Keadaan) -> str:
    janji = keadaan.janji
    if janji is None or janji.empty:
        return kalimat_janji(keadaan).teks
    lewat, terlama = janji_lewat(keadaan)
    if not lewat:
        return _("Tidak ada dari {n} janji rapat sebelumnya yang terlambat.").format(n=len(janji))
    return _("{n} dari {semua} janji rapat sebelumnya terlambat; paling lama: {terlama}.").format(
        n=lewat, semua=len(janji), terlama=terlama
    )
