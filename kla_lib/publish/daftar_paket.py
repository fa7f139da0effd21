"""List what is to be made of a meeting: one request for each pack, all checked before anything runs."""

from collections.abc import Sequence
from pathlib import Path

from kla_lib.bahasa import _, format_tanggal
from kla_lib.errors import Kesalahan, KlaError, maksud
from kla_lib.publish.paket import Permintaan
from kla_lib.rules.skenario import Skenario
from kla_lib.views.konteks import Konteks
from kla_lib.views.warna import TINTA, WARNA_KLASTER

RINGKASAN = "ringkasan"
NOTEBOOK_KLASTER, NOTEBOOK_RINGKASAN = "30_paket_klaster", "40_ringkasan_rapat"


def daftar_paket(
    konteks: Konteks, folder: Path, only: Sequence[str] = (), luar: Path | None = None
) -> list[Permintaan]:
    """Return the packs of a meeting, or of a scenario of it, in the order of the form, the summary last.

    only: just these klaster (and the summary); a name that is none of them is
    a KlaError.  luar: folder of the meeting file, where that is not params/rapat.
    """
    semua = [k.id for k in konteks.instrumen.klaster]
    asing = [k for k in only if k not in semua]
    if asing:
        raise KlaError(
            Kesalahan("klaster", "--only", _("klaster '{k}' tidak dikenal").format(k=k), maksud(k, semua))
            for k in asing
        )
    atas, kaki = baris_atas(konteks), baris_kaki(konteks)
    umum = {"rapat": konteks.rapat.id, "skenario": nama_skenario(konteks)}
    paket = [
        Permintaan(
            k.id,
            NOTEBOOK_KLASTER,
            {**umum, "klaster": k.id},
            folder / k.id,
            k.judul,
            atas,
            WARNA_KLASTER[k.id],
            kaki,
            luar,
        )
        for k in konteks.instrumen.klaster
        if not only or k.id in only
    ]
    ringkasan = Permintaan(
        RINGKASAN,
        NOTEBOOK_RINGKASAN,
        umum,
        folder / RINGKASAN,
        _("Ringkasan rapat"),
        atas,
        TINTA,
        kaki,
        luar,
    )
    return [*paket, ringkasan]


def baris_atas(konteks: Konteks) -> str:
    """Return the small line above every heading; a scenario and example data say so here too."""
    contoh = [_("data buatan")] if konteks.buku.keterangan.contoh else []
    nama = nama_skenario(konteks)
    contoh += [_("skenario {nama}").format(nama=nama)] if nama else []
    return " · ".join([konteks.daerah.nama, format_tanggal(konteks.rapat.tanggal), *contoh])


def baris_kaki(konteks: Konteks) -> str:
    """Return the line at the foot of every page: meeting, data, form, and that nothing here is official."""
    k = konteks.buku.keterangan
    data = format_tanggal(k.tanggal_data) if k.tanggal_data else _("tanggal tidak dicatat")
    return _("Rapat {rapat} · data: {data} · form {form} · bukan nilai resmi").format(
        rapat=konteks.rapat.id, data=data, form=konteks.instrumen.id
    )


def nama_skenario(konteks: Konteks) -> str:
    """Return the name of the saved scenario under which the meeting is scored, "" for the official result."""
    return konteks.skenario.nama if isinstance(konteks.skenario, Skenario) else ""
