"""Environment variables: how a process tells its settings to every process that it starts."""

import os
from collections.abc import Iterator
from contextlib import contextmanager


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
