"""Show the sessions of a meeting."""

from kla_lib.bahasa import _
from kla_lib.views.konteks import Konteks
from kla_lib.views.tampilan import Kolom, Tampilan, tabel


def tabel_sesi(konteks: Konteks) -> Tampilan:
    """Return the sessions with their time, place and klaster."""
    kolom = [
        Kolom("sesi", _("Sesi")),
        Kolom("waktu", _("Waktu")),
        Kolom("tempat", _("Tempat")),
        Kolom("klaster", _("Klaster yang dibahas")),
    ]
    baris = [
        {
            "sesi": s.nama,
            "waktu": s.waktu or _("belum ditetapkan"),
            "tempat": s.tempat or _("belum ditetapkan"),
            "klaster": "; ".join(konteks.instrumen.klaster_of(k).judul_pendek for k in s.klaster),
        }
        for s in konteks.rapat.sesi
    ]
    return tabel(_("Sesi rapat"), kolom, baris, _("Sesi belum ditetapkan dalam berkas rapat."), "tanpa-judul")
