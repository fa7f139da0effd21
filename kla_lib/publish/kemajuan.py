"""Tell how far a batch is: one live line in a terminal, plain lines elsewhere."""

import sys
import time
from typing import TextIO

from kla_lib.bahasa import _, format_angka
from kla_lib.publish.paket import HasilPaket


class Kemajuan:
    """Counts finished packs and writes to standard error."""

    def __init__(self, banyak: int, ke: TextIO | None = None):
        self.banyak, self.selesai, self.mulai = banyak, 0, time.monotonic()
        self.ke = ke or sys.stderr

    def catat(self, hasil: HasilPaket) -> None:
        """Note one finished pack and say so."""
        self.selesai += 1
        keadaan = _("selesai") if hasil.berhasil else _("GAGAL")
        baris = _("{n}/{banyak} paket · {id} {keadaan} ({detik} dtk)").format(
            n=self.selesai, banyak=self.banyak, id=hasil.id, keadaan=keadaan, detik=format_angka(hasil.detik, 1)
        )
        self._tulis(baris, tetap=not hasil.berhasil)

    def tutup(self) -> None:
        """End the live line with the whole time."""
        detik = format_angka(time.monotonic() - self.mulai, 1)
        self._tulis(_("{n} paket dalam {detik} detik").format(n=self.selesai, detik=detik), tetap=True)

    def _tulis(self, baris: str, tetap: bool) -> None:
        if self.ke.isatty():
            self.ke.write(f"\r\x1b[K{baris}" + ("\n" if tetap else ""))
        else:
            self.ke.write(baris + "\n")
        self.ke.flush()
