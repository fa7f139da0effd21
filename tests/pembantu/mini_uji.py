"""A meeting with few documents, and two readers who answer."""

import json
from typing import Any

from kla_lib.notebook import (
    load_keadaan,
    load_mini,
    panel_pembaca,
)
from kla_lib.views.mini.mini import Mini

RAPAT = """id: rapat-uji
daerah: kota-contoh
tanggal: 2025-03-18
instrumen: "2024"
tahap: em
sasaran: pratama
buku_data: buku.xlsx
"""


RAHASIA = "catatan register yang tidak boleh terlihat"


def muat(banyak: int = 3) -> Mini:
    return load_mini(load_keadaan("rapat-uji"), banyak)


class Layar:
    """A panel as somebody sees it: boxes by their labels, and every text in it."""

    def __init__(self, panel: Any):
        self.panel = panel

    def semua(self, widget: Any = None) -> list[Any]:
        widget = self.panel if widget is None else widget
        return [widget, *(w for anak in getattr(widget, "children", ()) for w in self.semua(anak))]

    def cari(self, nama: str) -> list[Any]:
        return [w for w in self.semua() if getattr(w, "description", "").startswith(nama)]

    def __getitem__(self, nama: str) -> Any:
        assert self.cari(nama), f"nothing is called {nama}"
        return self.cari(nama)[0]

    @property
    def teks(self) -> str:
        return "\n".join(w.value for w in self.semua() if type(w).__name__ == "HTML")

    @property
    def seluruhnya(self) -> str:
        """Everything that the browser is sent, chosen values and labels too."""
        return json.dumps([w.get_state() for w in self.semua()], default=str)


def pembaca(mini: Mini, siapa: str) -> Layar:
    layar = Layar(panel_pembaca(mini))
    layar["Saya"].value = siapa
    return layar


def baca_semua(siapa: str, jawaban: dict[str, str], lain: str = "lengkap") -> None:
    layar = pembaca(muat(), siapa)
    for _label, d in layar["Dokumen ke"].options:
        layar["Dokumen ke"].value = d
        layar["Jawaban"].value = jawaban.get(d, lain)
    layar["Saya selesai"].click()
    assert "Anda sudah selesai" in layar.teks
