"""Know which folder of outputs this process reads, and where the ledger of a city's forecasts lies in it."""

import os
from contextlib import AbstractContextManager
from pathlib import Path

from kla_lib.letak import folder_outputs
from kla_lib.lingkungan import setel
from kla_lib.rules.rapat import FOLDER_PERKIRAAN

KELUARAN_LAIN = "KLA_FOLDER_KELUARAN"
"""Environment variable naming the folder of outputs, set by a run that writes elsewhere than to outputs/.

So the notebooks of that run find its ledger, and no path ends in a published pack.
"""


def folder_keluaran() -> Path:
    """Return the folder of outputs that this process reads: that of its run, or the default."""
    lain = os.environ.get(KELUARAN_LAIN)
    return folder_outputs() if lain is None else Path(lain)


def dalam_keluaran(outputs: Path) -> AbstractContextManager[None]:
    """Read another folder of outputs for a while: here, and in every process that is started meanwhile."""
    return setel(KELUARAN_LAIN, str(outputs.resolve()))


def path_catatan(keluaran: Path, daerah: str) -> Path:
    """Return the ledger of a city under a folder of outputs; it lies beside the meetings, in no pack."""
    return keluaran / FOLDER_PERKIRAAN / f"{daerah}.jsonl"
