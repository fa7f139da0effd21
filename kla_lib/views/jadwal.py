"""Show the clock of the cycle: the dates of every stage, seen from the day of the meeting."""

from datetime import date

from kla_lib.bahasa import _
from kla_lib.data.bentuk import TAHAP
from kla_lib.rules.tahap import sebut_tahap_pendek
from kla_lib.views.konteks import Konteks
from kla_lib.views.lembar import Lembar, tampilkan
from kla_lib.views.tampilan import Kolom, Tampilan

BELUM_MULAI, BERJALAN, SELESAI = "belum_mulai", "berjalan", "selesai"


def keadaan_tahap(hari: date, mulai: date, selesai: date) -> tuple[str, int]:
    """Return the state of a stage on a day, and the days to its next edge: its start, or its last day.

    0 on the last day itself, which still belongs to the stage; 0 where it is over.
    """
    if hari < mulai:
        return BELUM_MULAI, (mulai - hari).days
    if hari > selesai:
        return SELESAI, 0
    return BERJALAN, (selesai - hari).days


def jadwal_tahap(konteks: Konteks) -> Tampilan:
    """Return every stage with its dates, its state on the day of the meeting, and the days left."""
    kolom = [
        Kolom("tahap", _("Tahap")),
        Kolom("mulai", _("Mulai")),
        Kolom("selesai", _("Selesai")),
        Kolom("keadaan", _("Pada hari rapat")),
    ]
    r = konteks.rapat
    baris = [
        {"tahap": sebut_nama_tahap(t), "mulai": mulai, "selesai": selesai, "keadaan": _sebut(r.tanggal, mulai, selesai)}
        for t in TAHAP
        if t in r.tahapan
        for mulai, selesai in [r.tahapan[t]]
    ]
    kosong = _("Jadwal tahap belum ditetapkan dalam berkas rapat.")
    return tampilkan(Lembar(_("Jadwal tahap"), kolom, baris, kosong), len(baris))


def _sebut(hari: date, mulai: date, selesai: date) -> str:
    keadaan, n = keadaan_tahap(hari, mulai, selesai)
    if keadaan == BELUM_MULAI:
        return _("mulai {n} hari lagi").format(n=n)
    if keadaan == SELESAI:
        return _("sudah selesai")
    return _("berjalan, hari terakhir") if n == 0 else _("berjalan, sisa {n} hari").format(n=n)


def sebut_nama_tahap(tahap: str) -> str:
    """Return a stage as an activity, with its short name."""
    nama = {
        "em": _("evaluasi mandiri"),
        "va": _("verifikasi administrasi"),
        "vl": _("verifikasi lapangan"),
        "vf": _("verifikasi final"),
    }[tahap]
    pendek = sebut_tahap_pendek(tahap)
    return f"{nama} ({pendek})" if pendek.isupper() else nama
