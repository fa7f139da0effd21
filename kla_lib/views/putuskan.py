"""Say what to decide in the meeting today: the few largest actions of the plan, with office and date."""

from kla_lib.bahasa import _, format_tanggal
from kla_lib.scoring.jalur_hasil import Terpilih
from kla_lib.views.jalur import rencana_of
from kla_lib.views.konteks import Konteks
from kla_lib.views.permintaan import daftar_tambahan
from kla_lib.views.sebutan import poin
from kla_lib.views.tabel_kegiatan import sebut_kantor
from kla_lib.views.tampilan import Tampilan, potongan

PALING_BANYAK = 3


def putuskan_hari_ini(konteks: Konteks) -> Tampilan:
    """Return the three actions of the plan that bring most points; without a plan what can still be gained.

    An action whose date has passed asks for a new one.
    """
    rencana = rencana_of(konteks)
    pilih = [] if rencana is None else [t for t in rencana.lengkap.kegiatan if round(t.poin, 2) > 0]
    if not pilih:
        return daftar_tambahan(konteks)
    utama = sorted(pilih, key=lambda t: (-round(t.poin, 2), t.kegiatan.id))[:PALING_BANYAK]
    baris = [
        {
            "opd": sebut_kantor(konteks, t.kegiatan.opd),
            "isi": t.kegiatan.uraian,
            "poin": poin(t.poin),
            "tenggat": _tenggat(konteks, t),
            "rujukan": t.kegiatan.id,
        }
        for t in utama
    ]
    catatan = _("Tiga kegiatan dengan poin terbanyak dari rencana di bawah; seluruhnya {n} kegiatan.").format(
        n=len(rencana.lengkap.kegiatan) if rencana else 0
    )
    teks = "\n".join(f"{b['opd']}: {b['isi']} ({b['poin']}, {b['tenggat']})" for b in baris)
    return potongan("permintaan", teks, baris=baris, catatan=catatan, kosong="")


def _tenggat(konteks: Konteks, t: Terpilih) -> str:
    hari = t.kegiatan.tenggat or konteks.rapat.tenggat
    if hari is None:
        return _("tenggat belum ditentukan")
    if hari < konteks.rapat.tanggal:
        return _("tenggat lama {tanggal}: minta yang baru").format(tanggal=format_tanggal(hari))
    return _("s.d. {tanggal}").format(tanggal=format_tanggal(hari))
