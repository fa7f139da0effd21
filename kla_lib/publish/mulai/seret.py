"""Two small widgets of our own: a place to drop files on, and links into the server's own addresses."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from kla_lib.bahasa import _
from kla_lib.publish.mulai.jatuhan import TERBESAR

FOLDER = Path(__file__).resolve().parent

Terima = Callable[[str, bytes | None, int, float], None]


class Seret(anywidget.AnyWidget):
    """Takes files that are dropped or chosen, and hands each to `terima` (name, content, size, time of saving).

    One that is too large arrives without content: the page keeps it, since the
    connection to the kernel would break over it.  `selesai` is called after the last.
    """

    _esm = (FOLDER / "seret.js").read_text(encoding="utf-8")
    teks = traitlets.Dict().tag(sync=True)
    terbesar = traitlets.Int(TERBESAR).tag(sync=True)

    def __init__(self, terima: Terima, selesai: Callable[[], None], ajakan: str, **kwargs: Any) -> None:
        super().__init__(teks={"ajakan": ajakan, "pilih": _("Pilih berkas…")}, **kwargs)
        self._terima, self._selesai = terima, selesai
        self.on_msg(self._saat_pesan)

    def _saat_pesan(self, _widget: Any, pesan: dict[str, Any], buffers: list[Any]) -> None:
        if pesan.get("selesai"):
            self._selesai()
            return
        isi = bytes(buffers[0]) if buffers else None
        self._terima(str(pesan["nama"]), isi, int(pesan["besar"]), float(pesan["diubah"]))


class Tautan(anywidget.AnyWidget):
    """Shows links; each has an address that begins at the server's own, which only the page knows."""

    _esm = (FOLDER / "tautan.js").read_text(encoding="utf-8")
    tautan = traitlets.List(traitlets.Dict()).tag(sync=True)
