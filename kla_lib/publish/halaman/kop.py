"""Write the lines above and below every page of a meeting: whose it is, of which day, and that it is not official."""

from kla_lib.bahasa import _, format_tanggal
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.rules.skenario import Skenario
from kla_lib.views.rupa.spanduk import jangan_diteruskan


def nama_skenario(keadaan: Keadaan) -> str:
    """Return the name of the saved scenario under which the meeting is scored, "" for the official result."""
    return keadaan.skenario.nama if isinstance(keadaan.skenario, Skenario) else ""


def atas_halaman(keadaan: Keadaan) -> str:
    """Return the small line above every heading; an internal page, example data and a scenario say so."""
    nama = nama_skenario(keadaan)
    awal = jangan_diteruskan(keadaan)
    tanda = [_("data buatan")] if keadaan.buku.keterangan.contoh else []
    tanda += [_("skenario {nama}").format(nama=nama)] if nama else []
    return " · ".join([*awal, keadaan.daerah.nama, format_tanggal(keadaan.rapat.tanggal), *tanda])


def kaki_halaman(keadaan: Keadaan) -> str:
    """Return the line at the foot: meeting, day of the data, form, and that nothing here is official."""
    k = keadaan.buku.keterangan
    data = format_tanggal(k.tanggal_data) if k.tanggal_data else _("tanggal tidak dicatat")
    kaki = _("Rapat {rapat} · data: {data} · form {form} · bukan nilai resmi").format(
        rapat=keadaan.rapat.id, data=data, form=keadaan.instrumen.id
    )
    return " · ".join([*jangan_diteruskan(keadaan), kaki])
