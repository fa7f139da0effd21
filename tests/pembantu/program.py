"""Programs that tests start for real: missing is a skip here, and a failure where they were promised."""

import os
import shutil

import pytest

WAJIB = "KLA_PROGRAM_WAJIB"
"""Environment variable with the programs that must be there, separated by commas."""


def need_program(*nama: str) -> str:
    """Return the path of the first of several names for one program; skip the test without it."""
    for n in nama:
        if path := shutil.which(n):
            return path
    pesan = f"needs the program {' or '.join(nama)}, which is not installed"
    if set(nama) & set(os.environ.get(WAJIB, "").split(",")):
        pytest.fail(pesan)
    pytest.skip(pesan)
