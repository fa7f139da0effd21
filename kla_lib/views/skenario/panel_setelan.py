"""Let her try how much documents decide: the assumption that the published scores cannot settle."""

from typing import Any

import ipywidgets as w

from kla_lib.bahasa import _
from kla_lib.rules.verifikasi import UTAMA
from kla_lib.views.perkiraan.perkiraan import kalimat_kenaikan
from kla_lib.views.skenario.meja import Meja
from kla_lib.views.skenario.unsur import judul, pesan

URUTAN = ("kurang_menentukan", UTAMA, "menentukan")


class PanelSetelan:
    """A slider of three settings, and what completing all documents would bring under the chosen one.

    Nothing of it is saved with a scenario: it is an assumption of ours, not
    something that a city can decide.  Empty where documents no longer move the forecast.
    """

    def __init__(self, meja: Meja) -> None:
        self._meja = meja
        pilihan = {
            "kurang_menentukan": _("kurang menentukan"),
            UTAMA: _("cukup menentukan (utama)"),
            "menentukan": _("sangat menentukan"),
        }
        self.geser = w.SelectionSlider(
            options=[(pilihan[nama], nama) for nama in URUTAN],
            value=UTAMA,
            description=_("Dokumen:"),
            style={"description_width": "initial"},
            continuous_update=False,
            layout=w.Layout(width="auto"),
        )
        self.geser.observe(self._pindah, "value")
        self.kata = w.HTML()
        self.akar = w.VBox()
        if meja.siap.susunan is not None and meja.siap.rapat.tahap == "em":
            self.akar.children = (w.HTML(judul(_("Seberapa menentukan dokumen?"), 3)), self.geser, self.kata)
            self._perbarui()
            meja.dengar(self._perbarui)
        self.akar.add_class("skp-anggapan")

    def _pindah(self, ubah: Any) -> None:
        self._meja.pakai_setelan(str(ubah["new"]))

    def _perbarui(self) -> None:
        anggapan = _("Nilai daerah lain yang terbit sama cocoknya dengan ketiganya; pilihan ini tidak ikut disimpan.")
        self.kata.value = pesan(" ".join(filter(None, [kalimat_kenaikan(self._meja.kini), anggapan])), "status")
