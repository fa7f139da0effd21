"""Turn charts into SVG in long-lived processes, each picture once.

Starting the renderer costs as much as some twenty charts, and it hangs in a
process that was forked after using it; so it runs in processes of its own,
begun fresh, and whoever draws asks one of them through a pipe.
"""

import hashlib
import json
import multiprocessing
import signal
from importlib.metadata import version
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, ClassVar

from kla_lib.berkas import write_whole
from kla_lib.publish.batch.induk import jaga_induk
from kla_lib.views.rupa.svg import locale_angka, locale_waktu, render_di_sini


class PerenderMati(Exception):  # noqa: N818  # it is an event, not somebody's error
    """The rendering process is gone; whoever waits for a picture has to begin again."""


SIMPANAN_TERBANYAK = 2000
"""Pictures kept on disk; the oldest go first."""

PEMANASAN: dict[str, Any] = {
    "data": {"values": [{"x": 1, "t": "a"}]},
    "mark": "text",
    "encoding": {"x": {"field": "x", "type": "quantitative"}, "text": {"field": "t"}},
}
"""The smallest chart with an axis and letters."""


class Perender:
    """One rendering process, and our end of the pipe to it."""

    _siap: ClassVar[list["Perender"]] = []

    @classmethod
    def siapkan(cls, banyak: int, simpanan: Path | None) -> None:
        """Begin so many processes now, so that they are warm when `ambil` hands them out."""
        cls._siap += [cls(simpanan) for _ in range(banyak)]

    @classmethod
    def ambil(cls, banyak: int, simpanan: Path | None) -> list["Perender"]:
        """Return so many processes, begun before if with the same place for pictures; end the others."""
        cocok = [p for p in cls._siap if p._simpanan == simpanan][:banyak]
        for p in cls._siap:
            if p not in cocok:
                p.tutup()
        cls._siap.clear()
        return cocok + [cls(simpanan) for _ in range(banyak - len(cocok))]

    def __init__(self, simpanan: Path | None) -> None:
        self._simpanan = simpanan
        self._mulai()

    def _mulai(self) -> None:
        proses = multiprocessing.get_context("spawn")
        self.pipa, ujung = proses.Pipe()
        self._proses = proses.Process(target=_layani, args=(ujung, self._simpanan), daemon=True)
        self._proses.start()
        ujung.close()

    def render(self, spec: dict[str, Any]) -> str:
        """Return a chart as SVG; ValueError for a spec that cannot be drawn, PerenderMati where nobody draws."""
        try:
            self.pipa.send(spec)
            svg, salah = self.pipa.recv()
        except (EOFError, OSError):
            raise PerenderMati from None
        if salah:
            raise ValueError(salah)
        return str(svg)

    def ganti(self) -> None:
        """Begin a new process: whoever used this one died, perhaps between question and answer."""
        self.tutup()
        self._mulai()

    def tutup(self) -> None:
        """End the process."""
        self.pipa.close()
        self._proses.terminate()
        self._proses.join()


def _layani(pipa: Connection, simpanan: Path | None) -> None:
    """Answer specs with pictures until the other end is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    jaga_induk()
    ingatan: dict[str, str] = {}
    render_di_sini(PEMANASAN)  # the first chart takes as long as twenty: while nobody waits for one
    while True:
        try:
            spec = pipa.recv()
        except (EOFError, OSError):
            return
        kunci = sidik_spec(spec)
        try:
            if kunci not in ingatan:
                ingatan[kunci] = _ambil(spec, kunci, simpanan)
            pipa.send((ingatan[kunci], ""))
        except (ValueError, OSError) as e:
            pipa.send(("", f"{type(e).__name__}: {e}"))


def sidik_spec(spec: dict[str, Any]) -> str:
    """Return what a picture depends on, as a hash: the chart, the renderer, the language of its numbers."""
    isi = [spec, locale_angka(), locale_waktu(), version("vl-convert-python")]
    return hashlib.sha256(json.dumps(isi, sort_keys=True, default=str).encode()).hexdigest()


def _ambil(spec: dict[str, Any], kunci: str, simpanan: Path | None) -> str:
    """Return the picture from disk, else draw it and keep it there; a place that cannot be written keeps none."""
    path = None if simpanan is None else simpanan / f"{kunci}.svg"
    if path is not None and path.is_file():
        return path.read_text(encoding="utf-8")
    svg = render_di_sini(spec)
    if path is not None:
        try:
            write_whole(path, svg.encode())
        except OSError:
            return svg
    return svg


def rapikan_simpanan(simpanan: Path) -> None:
    """Remove the oldest pictures where there are too many."""
    ada = sorted(simpanan.glob("*.svg"), key=lambda p: p.stat().st_mtime, reverse=True)
    for p in ada[SIMPANAN_TERBANYAK:]:
        p.unlink(missing_ok=True)
