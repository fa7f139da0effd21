"""Draw a page of rows that can be changed as one widget of our own: a number, a status or a tick each."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from kla_lib.bahasa import _, format_angka
from kla_lib.views.skenario.isi_bobot import LANGKAH

FOLDER = Path(__file__).resolve().parent

Terima = Callable[[str, Any], str]


class DaftarUbah(anywidget.AnyWidget):
    """Shows rows of `isi_nilai` and tells `terima` (kode, isi); isi None asks for what is recorded.

    `terima` returns why it refuses, which then stands in the row, or nothing.
    Ordinary boxes would be a widget each, and 274 questions hundreds of them.
    """

    _esm = (FOLDER / "daftar_ubah.js").read_text(encoding="utf-8")
    baris = traitlets.List(traitlets.Dict()).tag(sync=True)
    kosong = traitlets.Unicode("").tag(sync=True)
    langkah = traitlets.Float(LANGKAH).tag(sync=True)
    teks = traitlets.Dict().tag(sync=True)

    def __init__(self, terima: Terima, **kwargs: Any) -> None:
        super().__init__(teks=_teks(), **kwargs)
        self._terima = terima
        self.on_msg(self._saat_pesan)

    def _saat_pesan(self, _widget: Any, pesan: dict[str, Any], _buffers: Any) -> None:
        kode = str(pesan["kode"])
        salah = self._terima(kode, pesan["isi"])
        if salah:
            self.send({"kode": kode, "tolak": salah})


def _teks() -> dict[str, str]:
    return {
        "maksimal": _("maksimal"),
        "lengkap": _("lengkap"),
        "kembali": _("kembalikan"),
        "berubah": _("(diubah)"),
        "belum_dicatat": _("belum dicatat"),
        "desimal": format_angka(0.5)[1],
        "luar": _("{isi} tidak diterima. Tulis angka 0 sampai {maks}."),
    }
