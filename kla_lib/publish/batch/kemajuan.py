"""Tell how far a batch is: one live line in a terminal, plain lines elsewhere."""

import os
import shutil
import sys
import time
from collections.abc import Callable
from typing import TextIO

from kla_lib.bahasa import _, format_angka
from kla_lib.publish.batch.paket import HasilPaket
from kla_lib.tampak import AliranTampak, tampak

LEBAR = 80


class Kemajuan:
    """Counts finished packs on standard error, with what is under way and how long it may still take.

    It writes when something begins or ends and needs no thread: the process
    that makes packs must be able to fork.
    """

    def __init__(self, banyak: int, ke: TextIO | None = None, jam: Callable[[], float] = time.monotonic):
        self.banyak, self.selesai, self.jam, self.awal = banyak, 0, jam, jam()
        self._dibuat = 0
        ke = ke or sys.stderr
        self.ke = ke.mentah if isinstance(ke, AliranTampak) else ke  # the live line goes back to its start
        self.hidup = self.ke.isatty() and os.environ.get("TERM") != "dumb"
        self._sedang: list[str] = []

    def mulai(self, nama: str) -> None:
        """Note what has begun: a pack by its id, or a sheet by its subject."""
        self._sedang.append(nama)
        self._tulis_hidup()

    def usai(self, nama: str) -> None:
        """Note that something has ended that is not a pack."""
        self._lepas(nama)
        self._tulis_hidup()

    def catat(self, hasil: HasilPaket) -> None:
        """Note one finished pack; say so where nobody sees the live line, or where it failed.

        One that did not have to be made counts as finished, and not for the time that others take.
        """
        self.selesai += 1
        self._dibuat += not hasil.tetap
        self._lepas(hasil.id)
        if hasil.tetap:
            return
        if not self.hidup or not hasil.berhasil:
            keadaan = _("selesai") if hasil.berhasil else _("GAGAL")
            baris = _("{n}/{banyak} paket · {id} {keadaan} ({detik} dtk)").format(
                n=self.selesai, banyak=self.banyak, id=hasil.id, keadaan=keadaan, detik=format_angka(hasil.detik, 1)
            )
            self._tulis_tetap(" · ".join([baris, *self._sisa()]))
        self._tulis_hidup()

    def ulang(self, nama: str) -> None:
        """Say that something is begun once more, since its process died."""
        self._tulis_tetap(_("{nama} dimulai sekali lagi: prosesnya berhenti mendadak").format(nama=nama))
        self._tulis_hidup()

    def tutup(self) -> None:
        """End the live line with the whole time; where no pack had to be made, take it away."""
        detik = format_angka(self.jam() - self.awal, 1)
        if self._dibuat:
            self._tulis_tetap(_("{n} paket dalam {detik} detik").format(n=self._dibuat, detik=detik))
        elif self.hidup:
            self._tulis(f"\r{' ' * self._lebar()}\r")

    def _lepas(self, nama: str) -> None:
        if nama in self._sedang:
            self._sedang.remove(nama)

    def _sisa(self) -> list[str]:
        """Return how long it may still take, once a pack has shown how long they take."""
        sisa = self.banyak - self.selesai
        if not self._dibuat or not sisa:
            return []
        detik = (self.jam() - self.awal) / self._dibuat * sisa
        return [_("kira-kira {detik} dtk lagi").format(detik=format_angka(max(detik, 1.0), 0))]

    def _tulis_hidup(self) -> None:
        """Write the live line over the one before, cut so that it never wraps."""
        if not self.hidup:
            return
        baris = [_("{n}/{banyak} paket").format(n=self.selesai, banyak=self.banyak), *self._sisa()]
        if self._sedang:
            baris.append(_("sedang: {daftar}").format(daftar=", ".join(self._sedang)))
        lebar = self._lebar()
        teks = " · ".join(baris)
        teks = tampak(teks)
        self._tulis("\r" + (teks if len(teks) <= lebar else f"{teks[: lebar - 1]}…").ljust(lebar))

    def _tulis_tetap(self, baris: str) -> None:
        baris = tampak(baris)
        self._tulis(f"\r{baris.ljust(self._lebar())}\n" if self.hidup else f"{baris}\n")

    def _tulis(self, teks: str) -> None:
        self.ke.write(teks)
        self.ke.flush()

    def _lebar(self) -> int:
        """Return how many letters a line may have: one less than the terminal, whose last column may wrap."""
        return max(shutil.get_terminal_size((LEBAR, 24)).columns - 1, 20)
