"""What every step of the start page has: a desk to work at, a place to say what came of it, one thing at a time."""

from collections.abc import Callable
from threading import Lock
from typing import Any

import ipywidgets as w

from kla_lib.bahasa import _
from kla_lib.errors import KlaError
from kla_lib.publish.mulai.meja import Meja
from kla_lib.publish.mulai.unsur import pesan, salah


class Langkah:
    """A step; `akar` is its widget.  Words from other threads and second clicks wait outside of `_kunci`."""

    def __init__(self, meja: Meja, berubah: Callable[[], None]) -> None:
        self._meja, self._berubah, self._kunci = meja, berubah, Lock()
        self.hasil = w.HTML()
        self.akar: Any = None

    def segarkan(self) -> None:
        """Show the files as they are now; another step has changed them."""

    def _kerjakan(self, aksi: Callable[[], str], gagal: str = "") -> bool:
        """Do something and show what it returns, HTML; a KlaError is its table.  Tell whether it was done."""
        if not self._kunci.acquire(blocking=False):
            return False  # a second click while the first is at work
        try:
            self.hasil.value = pesan(_("Sebentar, sedang dikerjakan…"))
            self.hasil.value = aksi()
            return True
        except KlaError as e:
            self.hasil.value = salah(e.kesalahan, gagal)
            return False
        finally:
            self._kunci.release()
