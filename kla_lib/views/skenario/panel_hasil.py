"""Show what the scenario gives: sentence, ruler, klaster, chances, all that changed."""

from kla_lib.bahasa import _, format_angka
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.rules.skenario import PRIORITAS_KERJA
from kla_lib.scoring.perkiraan.perkiraan import Perkiraan
from kla_lib.scoring.skenario.perhatian import urutan_perhatian
from kla_lib.views.perkiraan.perkiraan import tanpa_perkiraan
from kla_lib.views.perkiraan.sebut_peluang import sebut_peluang
from kla_lib.views.rupa.tampilan import Kolom, Tampilan, potongan, tabel, tanpa_isi
from kla_lib.views.skenario.gambar import html_klaster, html_penggaris
from kla_lib.views.skenario.kalimat import html_kalimat, kategori_form, membaca_prioritas
from kla_lib.views.skenario.layar_hasil import PanelLayar
from kla_lib.views.skenario.meja import Meja
from kla_lib.views.skenario.nama_kode import html_ubahan, nama_bagian
from kla_lib.views.skenario.panel_bobot import PanelBobot

PALING_BANYAK = 10


def html_perhatian(keadaan: Keadaan) -> str:
    """Return the order of attention as a table; nothing without marks."""
    return tabel_perhatian(keadaan).html


def tabel_perhatian(keadaan: Keadaan, banyak: int = PALING_BANYAK) -> Tampilan:
    """Return the indikator that deserve most attention, no category anywhere."""
    if keadaan.hasil is None:
        return Tampilan("", "")
    bobot = keadaan.skenario.bobot if keadaan.skenario is not None else {}
    belum = _("Poin belum berdokumen") if keadaan.hasil.terdukung is not None else _("Poin belum tercapai")
    kolom = [
        Kolom("urutan", _("Urutan"), angka=True),
        Kolom("indikator", _("Indikator")),
        Kolom("klaster", _("Klaster")),
        Kolom("bobot", _("Bobot"), angka=True),
        Kolom("belum", belum, angka=True),
    ]
    nama = nama_bagian(keadaan.instrumen)
    urutan = urutan_perhatian(keadaan.hasil, keadaan.instrumen, bobot).head(banyak)
    baris = [
        {
            "urutan": nomor,
            "indikator": nama[b.kode],
            "klaster": keadaan.instrumen.klaster_of(b.klaster).sebutan_pendek,
            "bobot": _("{n} %").format(n=format_angka(100 * b.bobot, 1)),
            "belum": _("{n} %").format(n=format_angka(100 * b.belum_aman, 0)),
        }
        for nomor, b in enumerate(urutan.itertuples(index=False), 1)
    ]
    return tabel(_("Urutan perhatian: bobot kali bagian yang belum aman"), kolom, baris, "", "sk-tabel sk-perhatian")


def html_peluang(keadaan: Keadaan) -> str:
    """Return the table of chances; instead of it why there is none."""
    if membaca_prioritas(keadaan):
        pesan = _("Prioritas kerja mengurutkan pekerjaan; kategori dan peluangnya tidak dihitung dari sana.")
        return tanpa_isi(pesan).html
    lama, baru = (keadaan.resmi or keadaan).perkiraan, keadaan.perkiraan
    if lama is None or baru is None:
        return tanpa_isi(tanpa_perkiraan(keadaan)).html
    terendah = kategori_form(keadaan).urutan[0]
    baris = [
        {
            "nama": kategori_form(keadaan).nama(k),
            "lama": round(100 * lama.peluang[k], 1),
            "baru": round(100 * baru.peluang[k], 1),
            "teks_lama": _sebut(lama, k, k == terendah),
            "teks_baru": _sebut(baru, k, k == terendah),
        }
        for k in kategori_form(keadaan).urutan
    ]
    return potongan("skenario_peluang", "", baris=baris, simulasi=keadaan.simulasi).html


def _sebut(p: Perkiraan, kategori: str, terendah: bool) -> str:
    if not terendah and not p.terjangkau[kategori]:
        return _("belum terjangkau")
    return sebut_peluang(p.peluang[kategori])


class PanelHasil(PanelLayar):
    """The results of a scenario of points."""

    def __init__(self, meja: Meja, bobot: PanelBobot) -> None:
        super().__init__()
        self._meja, self._bobot = meja, bobot
        self._perbarui()
        meja.dengar(self._perbarui)

    def _perbarui(self) -> None:
        """Draw all anew for the scenario as it is now; read as priorities an order stands in place of chances."""
        keadaan = self._meja.kini
        prioritas = self._meja.isi.bacaan == PRIORITAS_KERJA
        self.layar.bagian = {
            "kalimat": html_kalimat(keadaan),
            "penggaris": html_penggaris(keadaan),
            "klaster": html_klaster(keadaan, self._bobot.buka or None),
            "peluang": html_perhatian(keadaan) if prioritas else html_peluang(keadaan),
            "ubahan": html_ubahan(keadaan),
        }
