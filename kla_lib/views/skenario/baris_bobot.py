"""Draw the rows of weights as one widget of our own: native sliders, moved by mouse or keys alone."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from kla_lib.bahasa import _, format_angka
from kla_lib.views.skenario.isi_bobot import LANGKAH

FOLDER = Path(__file__).resolve().parent

Terima = Callable[[dict[str, Any]], None]


class BarisBobot(anywidget.AnyWidget):
    """Shows rows of `isi_bobot.baris_bobot` and tells `terima` what somebody does.

    What it tells: {"kode", "ke"} a weight moved (percent of the siblings),
    {"kunci", "ya"} a lock, {"buka"} the indikator of a klaster asked for.  The
    browser waits for an answer before it tells the next, so moves never pile up.
    """

    _esm = (FOLDER / "baris_bobot.js").read_text(encoding="utf-8")
    baris = traitlets.List(traitlets.Dict()).tag(sync=True)
    skala = traitlets.Float(100.0).tag(sync=True)
    langkah = traitlets.Float(LANGKAH).tag(sync=True)
    teks = traitlets.Dict().tag(sync=True)

    def __init__(self, terima: Terima, **kwargs: Any) -> None:
        super().__init__(teks=_teks(), **kwargs)
        self._terima = terima
        self.on_msg(self._saat_pesan)

    def _saat_pesan(self, _widget: Any, pesan: dict[str, Any], _buffers: Any) -> None:
        try:
            self._terima(pesan)
        finally:
            self.send({"jawab": pesan.get("nomor")})


def _teks() -> dict[str, str]:
    return {
        "bobot": _("Bobot"),
        "persen": _("persen"),
        "kunci": _("Kunci bobot"),
        "buka": _("Buka indikator"),
        "resmi": _("resmi"),
        "desimal": format_angka(0.5)[1],
        "luar": _("{isi} tidak diterima. Tulis angka {rendah} sampai {tinggi}."),
    }
