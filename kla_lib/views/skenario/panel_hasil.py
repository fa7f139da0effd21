"""Show what the scenario gives: sentence, ruler, klaster, chances, all that changed."""

import ipywidgets as w

from kla_lib.rules.skenario import PRIORITAS_KERJA
from kla_lib.views.skenario.gambar import html_klaster, html_penggaris
from kla_lib.views.skenario.kalimat import html_kalimat
from kla_lib.views.skenario.layar_hasil import LayarHasil
from kla_lib.views.skenario.meja import Meja
from kla_lib.views.skenario.panel_bobot import PanelBobot
from kla_lib.views.skenario.peluang import html_peluang
from kla_lib.views.skenario.perhatian import html_perhatian
from kla_lib.views.skenario.ubahan import html_ubahan

RINGKAS = "skp-ringkas"


class PanelHasil:
    """The right half of the panel."""

    def __init__(self, meja: Meja, bobot: PanelBobot) -> None:
        self._meja, self._bobot = meja, bobot
        self.layar = LayarHasil()
        self.layar.add_class("skp-layar")
        self.akar = w.VBox([self.layar])  # its class can change, the one of a widget of our own cannot
        self.akar.add_class("skp-hasil")
        self._perbarui()
        meja.dengar(self._perbarui)

    def ringkas(self, ya: bool) -> None:
        """Show sentence and ruler alone, where a form needs the room below them."""
        if ya:
            self.akar.add_class(RINGKAS)
        else:
            self.akar.remove_class(RINGKAS)

    def _perbarui(self) -> None:
        """Draw all anew for the scenario as it is now; read as priorities an order stands in place of chances."""
        konteks = self._meja.kini
        prioritas = self._meja.isi.bacaan == PRIORITAS_KERJA
        self.layar.bagian = {
            "kalimat": html_kalimat(konteks),
            "penggaris": html_penggaris(konteks),
            "klaster": html_klaster(konteks, self._bobot.buka or None),
            "peluang": html_perhatian(konteks) if prioritas else html_peluang(konteks),
            "ubahan": html_ubahan(konteks),
        }
