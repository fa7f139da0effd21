"""End a process when the one that started it is gone, so that no orphan writes into a meeting's folder."""

import ctypes
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

PR_SET_PDEATHSIG = 1
"""Linux: the signal that the kernel sends to this process when its parent dies (prctl(2))."""


def ikut_mati(induk: int) -> None:
    """Let the kernel kill this forked process together with its parent, even when that is killed itself.

    induk: process id of the parent; it may be gone before the kernel was asked.
    """
    if sys.platform.startswith("linux"):
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != induk:
        os._exit(1)


@contextmanager
def boleh_beranak() -> Iterator[None]:
    """Let this process start others even where it is a daemon of multiprocessing, as workers of pools are.

    Those may have no children, since nobody would end them; ours end by themselves.
    """
    ini = multiprocessing.current_process()
    lama = ini.daemon
    ini.daemon = False
    try:
        yield
    finally:
        ini.daemon = lama


def jaga_induk() -> None:
    """Watch from a thread whether the process that spawned this one lives, and end this one with it; everywhere."""
    if multiprocessing.parent_process() is not None:
        threading.Thread(target=_tunggu_induk, daemon=True).start()


def _tunggu_induk() -> None:
    induk = multiprocessing.parent_process()
    if induk is not None:
        induk.join()
    os._exit(1)
