"""A small book to fill in, and the panel as a person uses it."""

from typing import Any

from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.notebook import panel_isian

RAPAT = """id: rapat-uji
daerah: kota-contoh
tanggal: 2025-03-18
instrumen: "2024"
tahap: em
sasaran: utama
buku_data: buku.xlsx
"""


class Layar:
    """The panel as somebody sees it: boxes by their labels, texts without their markup."""

    def __init__(self, keadaan: Keadaan, klaster: str = "klaster_1", indikator: str = "5"):
        self.panel = panel_isian(keadaan, klaster)
        self["Indikator"].value = indikator

    def semua(self, widget: Any = None) -> list[Any]:
        widget = self.panel if widget is None else widget
        return [widget, *(w for anak in getattr(widget, "children", ()) for w in self.semua(anak))]

    def __getitem__(self, nama: str) -> Any:
        cocok = [w for w in self.semua() if getattr(w, "description", "") == nama]
        assert cocok, f"nothing is called {nama}"
        return cocok[0]

    @property
    def teks(self) -> str:
        return "\n".join(w.value for w in self.semua() if type(w).__name__ == "HTML")
