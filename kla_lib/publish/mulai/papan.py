"""Put the steps of the start page below each other."""

from pathlib import Path
from typing import Any

import ipywidgets as w

from kla_lib.publish.mulai.langkah_isian import LangkahIsian
from kla_lib.publish.mulai.langkah_keputusan import LangkahKeputusan
from kla_lib.publish.mulai.langkah_rapat import LangkahRapat
from kla_lib.publish.mulai.langkah_terbit import LangkahPeriksa, LangkahTerbit
from kla_lib.publish.mulai.meja import Meja

GAYA = Path(__file__).resolve().parent / "gaya.css"


class Papan:
    """The whole page; when one step has changed something, the others look again."""

    def __init__(self, meja: Meja) -> None:
        self.rapat = LangkahRapat(meja, self._ganti)
        self.isian = LangkahIsian(meja, self._segarkan)
        self.periksa = LangkahPeriksa(meja, self._segarkan)
        self.terbit = LangkahTerbit(meja, self._segarkan)
        self.keputusan = LangkahKeputusan(meja, self._segarkan)
        self._semua = (self.rapat, self.isian, self.periksa, self.terbit, self.keputusan)
        gaya = w.HTML(f"<style>{GAYA.read_text(encoding='utf-8')}</style>")
        gaya.add_class("kmu-gaya")
        self.akar: Any = w.VBox([gaya, *(langkah.akar for langkah in self._semua)])
        self.akar.add_class("kmu")

    def _ganti(self) -> None:
        """Take away what was said of another meeting."""
        for langkah in self._semua[1:]:
            langkah.hasil.value = ""
        self.isian.luar.value = self.keputusan.luar.value = ""
        self._segarkan()

    def _segarkan(self) -> None:
        for langkah in self._semua:
            langkah.segarkan()


def panel_mulai(rapat: str = "") -> Any:
    """Return the start page as one widget, at work on a meeting; "" for the current one."""
    return Papan(Meja(rapat)).akar
