"""What a process tells every process that it starts: environment variables, and who may read new files."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

JALUR_AMAN = "PYTHONSAFEPATH"
"""Python's own variable (as its option -P): no process looks for modules in the folder where it was started."""


def pakai_jalur_aman() -> None:
    """Let every process that is started from here find libraries only where they are installed.

    A pandas.py or random.py that lies in the evaluator's folder is hers, and none of ours.
    """
    os.environ[JALUR_AMAN] = "1"


def tanpa_jalur_aman() -> dict[str, str]:
    """Return the environment for a program of somebody else, which may look beside itself."""
    return {nama: isi for nama, isi in os.environ.items() if nama != JALUR_AMAN}


@contextmanager
def setel(nama: str, isi: str) -> Iterator[None]:
    """Set an environment variable for a while: here, and in every process that is started meanwhile."""
    lama = os.environ.get(nama)
    os.environ[nama] = isi
    try:
        yield
    finally:
        if lama is None:
            os.environ.pop(nama, None)
        else:
            os.environ[nama] = lama


@contextmanager
def hanya_pemilik(ya: bool = True) -> Iterator[None]:
    """Let nobody but the owner read files and folders made meanwhile, here and in started processes.

    Windows gives them the rights of their folder.
    """
    lama = os.umask(0o077) if ya else None
    try:
        yield
    finally:
        if lama is not None:
            os.umask(lama)
