"""Show the sessions of a meeting."""

from datetime import datetime

from kla_lib.bahasa import _, format_tanggal
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
            "waktu": _waktu(s.waktu) if s.waktu else _("belum ditetapkan"),
            "tempat": s.tempat or _("belum ditetapkan"),
            "klaster": "; ".join(konteks.instrumen.klaster_of(k).judul_pendek for k in s.klaster),
        }
        for s in konteks.rapat.sesi
    ]
    return tabel(_("Sesi rapat"), kolom, baris, _("Sesi belum ditetapkan dalam berkas rapat."), "tanpa-judul")


def _waktu(teks: str) -> str:
    """Return "11 Februari 2025 pukul 08.30" where the meeting file gives day and hour; else its own words."""
    try:
        saat = datetime.strptime(teks, "%Y-%m-%d %H:%M")
    except ValueError:
        return teks
    return _("{tanggal} pukul {jam}").format(tanggal=format_tanggal(saat.date()), jam=saat.strftime("%H.%M"))
