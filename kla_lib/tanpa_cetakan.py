"""Keep what a compiled library prints by itself out of the results of a command."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

STDOUT = 1


@contextmanager
def tanpa_cetakan() -> Iterator[None]:
    """Send the process's standard output nowhere for a while.

    HiGHS prints lines of its own even when it is asked not to; between the
    words of a command, or behind its JSON, they would be taken for its answer.
    """
    sys.stdout.flush()
    simpan, nihil = os.dup(STDOUT), os.open(os.devnull, os.O_WRONLY)
    os.dup2(nihil, STDOUT)
    try:
        yield
    finally:
        os.dup2(simpan, STDOUT)
        os.close(simpan)
        os.close(nihil)
