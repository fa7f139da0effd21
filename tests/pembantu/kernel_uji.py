"""The kernels of nbval: reached through files rather than ports, with nothing left open."""

import itertools
import os
import subprocess
import tempfile
from pathlib import Path
from typing import Any

import nbval.kernel
import pytest


def mend_nbval(config: pytest.Config) -> None:
    """Let nbval start its kernels so that none can harm another, nor a later test.

    A port is free when it is chosen and may be taken when the kernel asks for
    it: with several workers a kernel died of that now and then.  nbval also
    opens a file per kernel and leaves closing it to the garbage collector,
    which warns of it in the middle of another test, where warnings are errors.
    """
    start, pengelola = nbval.kernel.start_new_kernel, nbval.kernel.KernelManager

    def start_new_kernel(*isi: Any, stderr: Any, **lain: Any) -> Any:
        stderr.close()
        return start(*isi, stderr=subprocess.DEVNULL, **lain)

    nbval.kernel.start_new_kernel = start_new_kernel
    if os.name == "nt":
        return
    folder = tempfile.TemporaryDirectory(prefix="kernel")  # a socket's path must be short
    config.add_cleanup(folder.cleanup)
    nomor = itertools.count()
    nbval.kernel.KernelManager = lambda **isi: pengelola(
        transport="ipc", ip=str(Path(folder.name, str(next(nomor)))), **isi
    )
