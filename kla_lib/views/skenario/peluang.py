"""Show the chance of each category before and after a scenario, in the words of every other page."""

from kla_lib.bahasa import _
from kla_lib.scoring.sebut_peluang import sebut_peluang
from kla_lib.scoring.verifikasi import Perkiraan
from kla_lib.views.konteks import Konteks
from kla_lib.views.perkiraan import tanpa_perkiraan
from kla_lib.views.skenario.kalimat import kategori_form, membaca_prioritas
from kla_lib.views.tampilan import potongan


def html_peluang(konteks: Konteks) -> str:
    """Return the table of chances; instead of it why there is none."""
    if membaca_prioritas(konteks):
        pesan = _("Prioritas kerja mengurutkan pekerjaan; kategori dan peluangnya tidak dihitung dari sana.")
        return potongan("kosong", "", pesan=pesan).html
    lama, baru = (konteks.resmi or konteks).perkiraan, konteks.perkiraan
    if lama is None or baru is None:
        return potongan("kosong", "", pesan=tanpa_perkiraan(konteks)).html
    terendah = kategori_form(konteks).urutan[0]
    baris = [
        {
            "nama": kategori_form(konteks).nama(k),
            "lama": round(100 * lama.peluang[k], 1),
            "baru": round(100 * baru.peluang[k], 1),
            "teks_lama": _sebut(lama, k, k == terendah),
            "teks_baru": _sebut(baru, k, k == terendah),
        }
        for k in kategori_form(konteks).urutan
    ]
    return potongan("skenario_peluang", "", baris=baris, simulasi=konteks.simulasi).html


def _sebut(p: Perkiraan, kategori: str, terendah: bool) -> str:
    if not terendah and not p.terjangkau[kategori]:
        return _("belum terjangkau")
    return sebut_peluang(p.peluang[kategori])
