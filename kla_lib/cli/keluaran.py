"""Print the results of commands."""

import json
import os
import sys
from typing import Any


def print_json(isi: Any) -> None:
    """Print a result as one line of JSON, for `--json`; where not every letter can be written, as escapes."""
    semua = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
    print(json.dumps(isi, ensure_ascii=not semua))


def prepare_keluaran() -> None:
    """Give a process whose outputs were closed some that lead nowhere; what a terminal cannot show becomes "?"."""
    if sys.stdout is None:
        sys.stdout = open_nihil(1)
    if sys.stderr is None:
        sys.stderr = open_nihil(2)
    for aliran in (sys.stdout, sys.stderr):
        if hasattr(aliran, "reconfigure"):
            aliran.reconfigure(errors="replace")


def open_nihil(nomor: int) -> Any:
    """Return a stream that leads nowhere, under the number that other programs expect it at."""
    nihil = os.open(os.devnull, os.O_WRONLY)
    if nihil != nomor:
        os.dup2(nihil, nomor)
        os.close(nihil)
    return os.fdopen(nomor, "w", encoding="utf-8")
