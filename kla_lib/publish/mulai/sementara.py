"""Give an object of the start page a scratch folder that goes when it goes, or with the process."""

import shutil
import weakref
from pathlib import Path
from tempfile import mkdtemp


def folder_sementara(pemilik: object, awalan: str) -> Path:
    """Return a new folder that is removed together with its owner."""
    folder = mkdtemp(prefix=awalan)
    weakref.finalize(pemilik, shutil.rmtree, folder, True)
    return Path(folder)
