"""Print the results of commands."""

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from kla_lib.tampak import AliranTampak


def print_json(isi: Any) -> None:
    """Print a result as one line of JSON, for `--json`; where not every letter can be written, as escapes."""
    semua = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
    print(json.dumps(isi, ensure_ascii=not semua))


@contextmanager
def keluaran_tampak() -> Iterator[None]:
    """Let everything that is printed meanwhile pass one place, which writes the control signs in it out."""
    semula = sys.stdout, sys.stderr
    prepare_keluaran()
    sys.stdout, sys.stderr = AliranTampak(sys.stdout), AliranTampak(sys.stderr)
    try:
        yield
    finally:
        sys.stdout, sys.stderr = semula


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
