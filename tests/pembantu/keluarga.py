"""The processes of one run, which leads a session of its own, as Linux lists them."""

import os
import time
from pathlib import Path

PALING_LAMA_YATIM = 20
"""Seconds in which a process has to notice, on a busy machine, that its parent is gone."""


def keluarga(sesi: int) -> list[int]:
    """Return the living processes of a run: it leads a session of its own."""
    ada = []
    for p in Path("/proc").iterdir():
        try:
            kolom = (p / "stat").read_text().rpartition(")")[2].split() if p.name.isdigit() else []
        except (FileNotFoundError, ProcessLookupError):
            continue
        if kolom and int(kolom[3]) == sesi and kolom[0] not in "ZX":
            ada.append(int(p.name))
    return sorted(ada)


def check_tak_ada_yatim(sesi: int) -> None:
    batas = time.monotonic() + PALING_LAMA_YATIM
    while keluarga(sesi):
        assert time.monotonic() < batas, "processes outlive the run that was killed"
        os.sched_yield()
