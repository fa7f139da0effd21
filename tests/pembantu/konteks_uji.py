"""The example meetings, loaded once."""

from functools import cache

from kla_lib.keadaan.keadaan import Konteks, load_konteks


@cache
def konteks_contoh(rapat: str) -> Konteks:
    """Return an example meeting with all that was worked out of it so far: for tests that only look at it.

    A test that speaks another language, or reads other outputs, loads its own.
    """
    return load_konteks(rapat)
