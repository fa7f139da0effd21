"""Write the lines above and below every page of a meeting: whose it is, of which day, and that it is not official."""

from kla_lib.bahasa import _, format_tanggal
from kla_lib.keadaan.keadaan import Konteks
from kla_lib.rules.skenario import Skenario
from kla_lib.views.rupa.spanduk import jangan_diteruskan


def nama_skenario(konteks: Konteks) -> str:
    """Return the name of the saved scenario under which the meeting is scored, "" for the official result."""
    return konteks.skenario.nama if isinstance(konteks.skenario, Skenario) else ""


def atas_halaman(konteks: Konteks) -> str:
    """Return the small line above every heading; an internal page, example data and a scenario say so."""
    nama = nama_skenario(konteks)
    awal = jangan_diteruskan(konteks)
    tanda = [_("data buatan")] if konteks.buku.keterangan.contoh else []
    tanda += [_("skenario {nama}").format(nama=nama)] if nama else []
    return " · ".join([*awal, konteks.daerah.nama, format_tanggal(konteks.rapat.tanggal), *tanda])


def kaki_halaman(konteks: Konteks) -> str:
    """Return the line at the foot: meeting, day of the data, form, and that nothing here is official."""
    k = konteks.buku.keterangan
    data = format_tanggal(k.tanggal_data) if k.tanggal_data else _("tanggal tidak dicatat")
    kaki = _("Rapat {rapat} · data: {data} · form {form} · bukan nilai resmi").format(
        rapat=konteks.rapat.id, data=data, form=konteks.instrumen.id
    )
    return " · ".join([*jangan_diteruskan(konteks), kaki])
