"""Run tasks side by side, each in a process forked from this one, so that none can harm another.

A child has all that this process has imported and loaded, for the price of a
fork.  It cannot be had everywhere: see `bisa_bercabang`.
"""

import multiprocessing
import os
import signal
import sys
import time
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any

from kla_lib.bahasa import _
from kla_lib.publish.batch.induk import ikut_mati
from kla_lib.publish.batch.perender import Perender, PerenderMati, penggambar
from kla_lib.views.rupa.svg import pakai_perender

MATI, WAKTU, GALAT = "mati", "waktu", "galat"
"""Why a task has no result: its process died, it took too long, or it met an error that it does not handle."""
TANPA_PERENDER = 3
"""Exit code of a child whose renderer is gone."""


@dataclass(frozen=True)
class Tugas:
    """One task; `kerja` returns something that can be pickled and handles what it expects to go wrong."""

    id: str
    kerja: Callable[[], Any]


@dataclass(frozen=True)
class Batas:
    """What one task may use: seconds, bytes on top of what the parent holds, and how often it is begun again.

    Only a task whose process died is begun again; what raised an error would raise it again.
    """

    detik: float = 10 * 60.0
    memori: int = 4 << 30
    ulang: int = 1


@dataclass(frozen=True)
class Akhir:
    """How a task ended: its result, or why there is none (`sebab`).

    isi: the traceback where that is GALAT, how its process ended where that is MATI.
    puncak: bytes that its process held at most.
    """

    id: str
    isi: Any
    sebab: str
    detik: float
    puncak: int


def bisa_bercabang() -> bool:
    """Whether this process may fork: on Linux, and while it has a single thread."""
    if not sys.platform.startswith("linux"):
        return False
    return len(list(Path("/proc/self/task").iterdir())) == 1


def run_tugas(
    tugas: Sequence[Tugas],
    jobs: int,
    batas: Batas,
    saat_selesai: Callable[[Akhir], None],
    perender: Perender | None = None,
    saat_mulai: Callable[[str], None] = lambda _id: None,
    saat_ulang: Callable[[str], None] = lambda _id: None,
    saat_tunggu: Callable[[], None] = lambda: None,
) -> None:
    """Run the tasks in their order, `jobs` at a time, and tell of each when it begins, is begun again and ends.

    perender: what draws for them; None for tasks that draw nothing.
    saat_tunggu: called again and again while something is under way.
    Ctrl+C lets those under way end and begins no other.
    """
    antre = list(tugas)
    tempat = [_Tempat(perender, saat_ulang) for _ in range(min(jobs, len(tugas)))]
    berhenti = False
    try:
        while antre or any(t.sibuk for t in tempat):
            try:
                for t in tempat:
                    if not t.sibuk and antre and not berhenti:
                        saat_mulai(antre[0].id)
                        t.mulai(antre.pop(0), batas)
                _tunggu(tempat)
                saat_tunggu()
                for t in tempat:
                    akhir = t.periksa(batas)
                    if akhir is not None:
                        saat_selesai(akhir)
            except KeyboardInterrupt:
                berhenti, antre = True, []
        if berhenti:
            raise KeyboardInterrupt
    finally:
        for t in tempat:
            t.tutup()


class _Tempat:
    """A place for one running task at a time, with a line of its own to the renderer."""

    def __init__(self, perender: Perender | None, saat_ulang: Callable[[str], None]) -> None:
        self._perender = perender
        self._saat_ulang = saat_ulang
        self._proses: Any = None
        self._tugas: Tugas | None = None
        self._sisa = 0

    @property
    def sibuk(self) -> bool:
        return self._tugas is not None

    @property
    def penanda(self) -> list[Any]:
        """What becomes ready when something has happened here."""
        return [self._pipa, self._proses.sentinel] if self.sibuk and not self._tak_mulai else []

    def mulai(self, tugas: Tugas, batas: Batas, sisa: int | None = None) -> None:
        self._tugas, self._sisa = tugas, batas.ulang if sisa is None else sisa
        proses = multiprocessing.get_context("fork")
        self._pipa, ujung = proses.Pipe(duplex=False)
        gambar = None if self._perender is None else self._perender.sambung()
        self._proses = proses.Process(target=_anak, args=(tugas, ujung, gambar, batas.memori, os.getpid()))
        self._dari = time.monotonic()
        # What is raised while forking, in a hook of some library, would be dropped: Ctrl+C waits until it is done.
        lama = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        self._tak_mulai = ""
        try:
            self._proses.start()
        except OSError as e:  # no memory or no process is to be had
            self._tak_mulai = f"{type(e).__name__}: {e.strerror}"
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, lama)
        ujung.close()
        if gambar is not None:
            gambar.close()

    def periksa(self, batas: Batas) -> Akhir | None:
        """Return how the task ended, None while it runs or is begun again."""
        if self._tugas is None:
            return None
        detik = time.monotonic() - self._dari
        if self._tak_mulai:
            return self._beres(self._tak_mulai, GALAT, detik, 0)
        try:
            if self._pipa.poll():
                isi, sebab, puncak = self._pipa.recv()
                return self._beres(isi, sebab, detik, puncak)
        except (EOFError, OSError):  # it died, perhaps in the middle of its answer
            self._proses.join()
        if detik > batas.detik:
            self._bunuh()
            if self._perender is not None:
                self._perender.tutup()  # it may be what this task has waited for
            return self._beres(None, WAKTU, detik, 0)
        if self._proses.is_alive():
            return None
        if self._sisa:
            self._pipa.close()
            self._saat_ulang(self._tugas.id)
            self.mulai(self._tugas, batas, self._sisa - 1)
            return None
        return self._beres(self._sebab_mati(), MATI, detik, 0)

    def _sebab_mati(self) -> str:
        """Return how the process ended, as its parent knows it."""
        kode = self._proses.exitcode
        if kode == TANPA_PERENDER:
            sebab = self._perender.sebab_mati() if self._perender is not None else ""
            return _("penggambar grafik tidak bisa dimulai atau berhenti ({pesan})").format(pesan=sebab or "–")
        if kode == -signal.SIGKILL:
            return _("dihentikan oleh sistem, biasanya karena memori komputer habis")
        return (
            _("berhenti dengan sinyal {n}").format(n=-kode) if kode < 0 else _("kode keluar {kode}").format(kode=kode)
        )

    def _beres(self, isi: Any, sebab: str, detik: float, puncak: int) -> Akhir:
        if self._tugas is None:
            raise ValueError("no task")
        if not self._tak_mulai:
            self._proses.join()
        self._pipa.close()
        akhir = Akhir(self._tugas.id, isi, sebab, detik, puncak)
        self._tugas = None
        return akhir

    def _bunuh(self) -> None:
        self._proses.kill()
        self._proses.join()

    def tutup(self) -> None:
        if self.sibuk:
            self._bunuh()


def _tunggu(tempat: Sequence[_Tempat]) -> None:
    """Wait until a task has something to say, at most a while, so that limits are noticed."""
    penanda = [p for t in tempat for p in t.penanda]
    if penanda:
        wait(penanda, timeout=0.5)


def _anak(tugas: Tugas, pipa: Connection, gambar: Connection | None, memori: int, induk: int) -> None:
    """Do one task and send its result, or the traceback of what it did not expect."""
    import resource  # not on Windows, where nothing is forked either

    ikut_mati(induk)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if gambar is not None:
        pakai_perender(penggambar(gambar))
    dipakai = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()
    keras = resource.getrlimit(resource.RLIMIT_AS)[1]
    resource.setrlimit(resource.RLIMIT_AS, (dipakai + memori, keras))
    try:
        isi, sebab = tugas.kerja(), ""
    except PerenderMati:  # as if this process itself had been killed: its task is begun again
        os._exit(TANPA_PERENDER)
    except Exception:  # told to the parent, who knows which task it was
        isi, sebab = traceback.format_exc(), GALAT
    puncak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    pipa.send((isi, sebab, puncak))
    pipa.close()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0)  # nothing of the parent's is to be closed or written a second time
