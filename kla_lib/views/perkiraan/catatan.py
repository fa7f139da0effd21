"""Know where the ledger of a city's forecasts lies, and what stood in it before a meeting."""

import os
from contextlib import AbstractContextManager
from pathlib import Path

from kla_lib.data.catatan_perkiraan import CatatanPerkiraan, read_catatan
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.letak import FOLDER_OUTPUTS
from kla_lib.lingkungan import setel
from kla_lib.rules.rapat import FOLDER_PERKIRAAN

KELUARAN_LAIN = "KLA_FOLDER_KELUARAN"
"""Environment variable naming the folder of outputs, set by a run that writes elsewhere than to outputs/.

So the notebooks of that run find its ledger, and no path ends in a published pack.
"""


def folder_keluaran() -> Path:
    """Return the folder of outputs that this process reads: that of its run, or the default."""
    return Path(os.environ.get(KELUARAN_LAIN, FOLDER_OUTPUTS))


def dalam_keluaran(outputs: Path) -> AbstractContextManager[None]:
    """Read another folder of outputs for a while: here, and in every process that is started meanwhile."""
    return setel(KELUARAN_LAIN, str(outputs.resolve()))


def path_catatan(keluaran: Path, daerah: str) -> Path:
    """Return the ledger of a city under a folder of outputs; it lies beside the meetings, in no pack."""
    return keluaran / FOLDER_PERKIRAAN / f"{daerah}.jsonl"


def catatan_sebelum(keadaan: Keadaan, keluaran: Path | None = None) -> tuple[CatatanPerkiraan, ...]:
    """Return the forecasts for the same evaluated year that were published before the day of the meeting.

    keluaran: the folder of outputs, where it is not that of this process.
    What this meeting itself publishes is not among them, so that a page does
    not change when it is made again.  Raises KlaError for a faulty ledger.
    """
    tahun, hari = keadaan.buku.keterangan.tahun_evaluasi, keadaan.rapat.tanggal
    catatan = read_catatan(path_catatan(keluaran or folder_keluaran(), keadaan.daerah.id))
    return tuple(c for c in catatan if c.tahun_evaluasi == tahun and c.tanggal < hari)
