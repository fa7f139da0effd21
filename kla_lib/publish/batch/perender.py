"""Turn charts into SVG in one long-lived process, each picture once.

Starting the renderer costs as much as some twenty charts, and it hangs in a
process that was forked after using it; so it runs in a process of its own,
begun fresh, and everyone who draws for a meeting asks it over a line of his own.
"""

import hashlib
import json
import multiprocessing
import os
import signal
import socket
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from importlib.metadata import version
from multiprocessing.connection import Connection, wait
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Self

from kla_lib.bahasa import _
from kla_lib.berkas import write_whole
from kla_lib.errors import Kesalahan, KlaError
from kla_lib.publish.batch.induk import jaga_induk
from kla_lib.views.rupa.svg import locale_angka, locale_waktu, render_di_sini


class PerenderMati(Exception):  # noqa: N818  # it is an event, not somebody's error
    """The rendering process is gone; whoever waits for a picture has to begin again."""


SIMPANAN_TERBANYAK = 2000
GAMBAR_SERAPAT = 40
"""Pictures kept on disk at most: so many, or so many for each published meeting; the oldest go first."""

GALAT = 2
"""The number of standard error."""
KELUHAN_TERPANJANG = 2000
"""Bytes that are looked at of what a dead process wrote there."""

PEMANASAN: dict[str, Any] = {
    "data": {"values": [{"x": 1, "t": "a"}]},
    "mark": "text",
    "encoding": {"x": {"field": "x", "type": "quantitative"}, "text": {"field": "t"}},
}
"""The smallest chart with an axis and letters."""


class Perender:
    """The rendering process, begun when first needed, and our end of the line over which it hears of new ones.

    A line is a pair of sockets, so it ends with the process that holds it, and
    whoever dies between question and answer harms nobody else.
    """

    def __init__(self, simpanan: Path | None) -> None:
        """simpanan: folder that keeps pictures from one run to the next."""
        self._simpanan = simpanan
        self._proses: Any = None
        self._induk: Connection | None = None
        self._keluhan: IO[bytes] | None = None
        self._sebab = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, jenis: type[BaseException] | None, isi: BaseException | None, jejak: TracebackType | None
    ) -> None:
        self.tutup()

    def siapkan(self) -> None:
        """Begin the process, unless it runs; it warms up while nobody waits."""
        if self._proses is not None and self._proses.is_alive():
            return
        self.tutup()
        proses = multiprocessing.get_context("spawn")
        kendali, ujung = socket.socketpair()
        baru = proses.Process(target=_layani, args=(ujung, self._simpanan), daemon=True)
        try:
            with self._dengarkan():
                baru.start()
        except OSError as e:
            kendali.close()
            raise KlaError(_tak_mulai(e)) from e
        finally:
            ujung.close()
        self._kendali, self._proses = kendali, baru

    @contextmanager
    def _dengarkan(self) -> Iterator[None]:
        """Let a process that is started meanwhile write its errors where `sebab_mati` finds them."""
        self._keluhan = tempfile.TemporaryFile()  # noqa: SIM115  # open as long as the process may write to it
        sys.stderr.flush()
        simpan = os.dup(GALAT)
        os.dup2(self._keluhan.fileno(), GALAT)
        try:
            yield
        finally:
            os.dup2(simpan, GALAT)
            os.close(simpan)

    def sebab_mati(self) -> str:
        """Return the last line that the process, or the one before it, wrote to its standard error; "" for none."""
        if self._keluhan is None:
            return self._sebab
        panjang = self._keluhan.seek(0, os.SEEK_END)
        self._keluhan.seek(max(0, panjang - KELUHAN_TERPANJANG))
        return self._keluhan.read().decode(errors="replace").strip().rpartition("\n")[2] or self._sebab

    def sambung(self) -> Connection:
        """Return a new line to the process, for one who draws: this process, or one that is about to be forked."""
        self.siapkan()
        try:
            return _sambung(self._kendali)
        except OSError:  # it has died since
            self.tutup()
            return self.sambung()

    def pinjam(self) -> "PerenderPinjam":
        """Return this for a process that is forked now, whose own children want to draw too; it must run already."""
        return PerenderPinjam(self._kendali)

    def render(self, spec: dict[str, Any]) -> str:
        """Return a chart as SVG for this process, which never draws itself: it forks others, and they would hang."""
        svg = _dari_simpanan(sidik_spec(spec), self._simpanan)
        if svg is not None:
            return svg
        if self._induk is None:
            self._induk = self.sambung()
        try:
            return penggambar(self._induk)(spec)
        except PerenderMati:
            self.tutup()
            self._induk = self.sambung()
            return penggambar(self._induk)(spec)

    def tutup(self) -> None:
        """End the process: for good, or since it may hang over somebody's chart; the next line begins a new one."""
        if self._induk is not None:
            self._induk.close()
            self._induk = None
        if self._proses is not None:
            self._kendali.close()
            self._proses.terminate()
            self._proses.join()
            self._proses = None
        if self._keluhan is not None:
            self._sebab = self.sebab_mati()
            self._keluhan.close()
            self._keluhan = None


class PerenderPinjam(Perender):
    """What draws for a forked process: the process of somebody else, which is neither begun nor ended here."""

    def __init__(self, kendali: socket.socket) -> None:
        super().__init__(None)
        self._kendali = kendali

    def siapkan(self) -> None:
        """Do nothing: its owner has begun the process."""

    def sambung(self) -> Connection:
        """Return a new line to the process; PerenderMati where it is gone."""
        try:
            return _sambung(self._kendali)
        except OSError:
            raise PerenderMati from None


def _sambung(kendali: socket.socket) -> Connection:
    """Return our end of a new line, of which the other end has been sent to the process."""
    ini, sana = socket.socketpair()
    try:
        socket.send_fds(kendali, [b"+"], [sana.fileno()])
    except OSError:
        ini.close()
        raise
    finally:
        sana.close()
    return Connection(ini.detach())


def _tak_mulai(e: OSError) -> Kesalahan:
    return Kesalahan(
        "proses",
        "kla",
        _("proses pembantu tidak bisa dimulai ({pesan})").format(pesan=e.strerror or type(e).__name__),
        _("Tutup program lain, periksa memori dan batas banyaknya proses, lalu jalankan lagi."),
    )


def penggambar(pipa: Connection) -> Callable[[dict[str, Any]], str]:
    """Return what draws over a line.

    It raises ValueError for a spec that cannot be drawn, PerenderMati where nobody draws any more.
    """

    def render(spec: dict[str, Any]) -> str:
        try:
            pipa.send(spec)
            svg, salah = pipa.recv()
        except (EOFError, OSError):
            raise PerenderMati from None
        if salah:
            raise ValueError(salah)
        return str(svg)

    return render


def _layani(kendali: socket.socket, simpanan: Path | None) -> None:
    """Answer specs with pictures on every line that was sent here, until whoever sends them is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    jaga_induk()
    ingatan: dict[str, str] = {}
    render_di_sini(PEMANASAN)  # the first chart takes as long as twenty: while nobody waits for one
    pipa: list[Connection] = []
    while True:
        for siap in wait([kendali, *pipa]):
            if isinstance(siap, Connection):
                if not _jawab(siap, ingatan, simpanan):
                    siap.close()
                    pipa.remove(siap)
                continue
            _tanda, ujung, *_sisa = socket.recv_fds(kendali, 1, 1)
            if not ujung:
                return
            pipa.append(Connection(ujung[0]))


def _jawab(pipa: Connection, ingatan: dict[str, str], simpanan: Path | None) -> bool:
    """Answer one spec; False where the other end is gone."""
    try:
        spec = pipa.recv()
        kunci = sidik_spec(spec)
        try:
            if kunci not in ingatan:
                ingatan[kunci] = _ambil(spec, kunci, simpanan)
            jawab = ingatan[kunci], ""
        except (ValueError, OSError) as e:
            jawab = "", f"{type(e).__name__}: {e}"
        pipa.send(jawab)
    except (EOFError, OSError):
        return False
    return True


def sidik_spec(spec: dict[str, Any]) -> str:
    """Return what a picture depends on, as a hash: the chart, the renderer, the language of its numbers."""
    isi = [spec, locale_angka(), locale_waktu(), _versi()]
    return hashlib.sha256(json.dumps(isi, sort_keys=True, default=str).encode()).hexdigest()


@cache
def _versi() -> str:
    return version("vl-convert-python")


def _dari_simpanan(kunci: str, simpanan: Path | None) -> str | None:
    """Return the picture from disk, where it is kept there."""
    if simpanan is None:
        return None
    try:
        return (simpanan / f"{kunci}.svg").read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None


def _ambil(spec: dict[str, Any], kunci: str, simpanan: Path | None) -> str:
    """Return the picture from disk, else draw it and keep it there; a place that cannot be written keeps none."""
    svg = _dari_simpanan(kunci, simpanan)
    if svg is not None:
        return svg
    svg = render_di_sini(spec)
    if simpanan is not None:
        with suppress(OSError):
            write_whole(simpanan / f"{kunci}.svg", svg.encode())
    return svg


def rapikan_simpanan(simpanan: Path, rapat: int = 0) -> None:
    """Remove the oldest pictures where there are too many; rapat: how many meetings are published beside them."""
    ada = sorted(simpanan.glob("*.svg"), key=lambda p: p.stat().st_mtime, reverse=True)
    for p in ada[max(SIMPANAN_TERBANYAK, rapat * GAMBAR_SERAPAT) :]:
        with suppress(OSError):  # somebody's folder of that name
            p.unlink()
