"""The example meetings, loaded once."""

from functools import cache

from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.keadaan.muat import load_keadaan
from tests.pembantu.params_uji import PARAMS


@cache
def keadaan_contoh(rapat: str) -> Keadaan:
    """Return an example meeting with all that was worked out of it so far: for tests that only look at it.

    A test that speaks another language, or reads other outputs, loads its own.
    """
    return load_keadaan(PARAMS, rapat)
