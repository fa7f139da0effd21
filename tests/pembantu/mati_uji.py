"""A process that dies at its n-th change of the names on disk, played in this process.

From that change on none happens any more, as after SIGKILL: what a `finally`
would tidy up stays, too.
"""

import os
from collections.abc import Callable
from typing import Any

import pytest

import kla_lib.tukar

UBAHAN = ("replace", "rename", "link", "symlink", "unlink", "remove", "rmdir", "mkdir")
"""What changes names; a new file is found by its name too, but nobody reads it before it is renamed."""


class Mati(BaseException):
    """The process is gone."""


def run_sampai_mati(kerja: Callable[[], object], ke: int) -> bool:
    """Run something that dies right before its `ke`-th change (from 1); return whether it came that far."""
    sudah = 0

    def jaga(asli: Callable[..., Any]) -> Callable[..., Any]:
        def ganti(*isi: Any, **pilihan: Any) -> Any:
            nonlocal sudah
            sudah += 1
            if sudah >= ke:
                raise Mati
            return asli(*isi, **pilihan)

        return ganti

    with pytest.MonkeyPatch.context() as m:
        for nama in UBAHAN:
            m.setattr(os, nama, jaga(getattr(os, nama)))
        m.setattr(kla_lib.tukar, "exchange", jaga(kla_lib.tukar.exchange))
        try:
            kerja()
        except Mati:
            return True
    return False
