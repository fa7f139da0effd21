"""Show the sessions of a meeting."""

from collections.abc import Sequence
from datetime import datetime

from kla_lib.bahasa import _, format_jam, format_tanggal
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.rules.rapat import Sesi
from kla_lib.views.rupa.tampilan import Kolom, Tampilan, tabel


def daftar_sesi(keadaan: Keadaan) -> tuple[Sesi, ...]:
    """Return the sessions of the meeting file; without any, one that treats every klaster.

    A session that names no klaster, such as an opening, treats all of them.
    """
    semua = tuple(k.id for k in keadaan.instrumen.klaster)
    if not keadaan.rapat.sesi:
        return (Sesi.model_validate({"nama": _("Semua klaster"), "klaster": semua}),)
    return tuple(s if s.klaster else s.model_copy(update={"klaster": semua}) for s in keadaan.rapat.sesi)


def tabel_sesi(keadaan: Keadaan) -> Tampilan:
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
            "waktu": sebut_waktu(s.waktu),
            "tempat": s.tempat or _("belum ditetapkan"),
            "klaster": "; ".join(keadaan.instrumen.klaster_of(k).judul_pendek for k in s.klaster),
        }
        for s in keadaan.rapat.sesi
    ]
    return tabel(_("Sesi rapat"), kolom, baris, _("Sesi belum ditetapkan dalam berkas rapat."), "tanpa-judul")


def saat_of(sesi: Sesi) -> datetime | None:
    """Return day and hour at which a session begins; None where the meeting file has other words or none."""
    try:
        return datetime.strptime(sesi.waktu or "", "%Y-%m-%d %H:%M")
    except ValueError:
        return None


def sebut_waktu(teks: str | None) -> str:
    """Return "11 Februari 2025 pukul 08.30" where the meeting file gives day and hour; else its own words."""
    if not teks:
        return _("belum ditetapkan")
    try:
        saat = datetime.strptime(teks, "%Y-%m-%d %H:%M")
    except ValueError:
        return teks
    return _("{tanggal} pukul {jam}").format(tanggal=format_tanggal(saat.date()), jam=format_jam(saat))


def sebut_klaster(keadaan: Keadaan, klaster: Sequence[str]) -> str:
    """Return the names of klaster as one phrase; "dan" may be part of a name, so "serta" joins the last."""
    *awal, akhir = [keadaan.instrumen.klaster_of(k).sebutan_pendek for k in klaster]
    return _(" serta ").join(filter(None, [", ".join(awal), akhir]))


def sebut_jadwal(keadaan: Keadaan, sesi: Sesi) -> str:
    """Return in one line when and where a session meets, and what it treats."""
    if not keadaan.rapat.sesi:
        return _("Sesi belum ditetapkan dalam berkas rapat, jadi halaman ini untuk seluruh rapat.")
    klaster = sebut_klaster(keadaan, sesi.klaster)
    waktu = _("Waktu: {waktu}").format(waktu=sebut_waktu(sesi.waktu)) if sesi.waktu else _("Waktu belum ditetapkan")
    tempat = _("tempat: {tempat}").format(tempat=sesi.tempat) if sesi.tempat else _("tempat belum ditetapkan")
    return _("{waktu}; {tempat}. Membahas {klaster}.").format(waktu=waktu, tempat=tempat, klaster=klaster)
