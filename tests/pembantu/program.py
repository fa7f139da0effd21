"""Programs that tests start for real: missing is a skip here, and a failure where they were promised."""

import os
import shutil
from collections.abc import Iterable

import pytest

WAJIB = "KLA_PROGRAM_WAJIB"
"""Environment variable with the programs that must be there, separated by commas."""


def need_program(*nama: str, luar: Iterable[str] = ()) -> str:
    """Return the path of the first of several names for one program; skip the test without it.

    luar: folders that are not in the PATH, in which it may lie too.
    """
    tempat = os.pathsep.join([os.environ.get("PATH", os.defpath), *luar])
    for n in nama:
        if path := shutil.which(n, path=tempat):
            return path
    pesan = f"needs the program {' or '.join(nama)}, which is not installed"
    if set(nama) & set(os.environ.get(WAJIB, "").split(",")):
        pytest.fail(pesan)
    pytest.skip(pesan)
