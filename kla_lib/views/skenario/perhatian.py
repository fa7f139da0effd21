"""Show in which order the indikator deserve attention under weights read as priorities of work."""

from kla_lib.bahasa import _, format_angka
from kla_lib.scoring.perhatian import urutan_perhatian
from kla_lib.views.konteks import Konteks
from kla_lib.views.skenario.nama_kode import nama_bagian
from kla_lib.views.tampilan import Kolom, Tampilan, tabel

PALING_BANYAK = 10


def html_perhatian(konteks: Konteks) -> str:
    """Return the order of attention as a table; nothing without marks."""
    return tabel_perhatian(konteks).html


def tabel_perhatian(konteks: Konteks, banyak: int = PALING_BANYAK) -> Tampilan:
    """Return the indikator that deserve most attention, no category anywhere."""
    if konteks.hasil is None:
        return Tampilan("", "")
    bobot = konteks.skenario.bobot if konteks.skenario is not None else {}
    belum = _("Poin belum berdokumen") if konteks.hasil.terdukung is not None else _("Poin belum tercapai")
    kolom = [
        Kolom("urutan", _("Urutan"), angka=True),
        Kolom("indikator", _("Indikator")),
        Kolom("klaster", _("Klaster")),
        Kolom("bobot", _("Bobot"), angka=True),
        Kolom("belum", belum, angka=True),
    ]
    nama = nama_bagian(konteks.instrumen)
    urutan = urutan_perhatian(konteks.hasil, konteks.instrumen, bobot).head(banyak)
    baris = [
        {
            "urutan": nomor,
            "indikator": nama[b.kode],
            "klaster": konteks.instrumen.klaster_of(b.klaster).nama_pendek,
            "bobot": _("{n} %").format(n=format_angka(100 * b.bobot, 1)),
            "belum": _("{n} %").format(n=format_angka(100 * b.belum_aman, 0)),
        }
        for nomor, b in enumerate(urutan.itertuples(index=False), 1)
    ]
    return tabel(_("Urutan perhatian: bobot kali bagian yang belum aman"), kolom, baris, "", "sk-tabel sk-perhatian")
