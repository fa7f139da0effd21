"""Know where the workbook keeps its files, whatever the working directory.

JupyterLab, nbval and papermill each start a notebook in another directory,
so no notebook and no module builds a path of its own.
"""

import os
from pathlib import Path

FOLDER_PROYEK = Path(__file__).resolve().parent.parent
FOLDER_PARAMS = FOLDER_PROYEK / "params"
FOLDER_NOTEBOOKS = FOLDER_PROYEK / "notebooks"
FOLDER_OUTPUTS = FOLDER_PROYEK / "outputs"
FOLDER_CONTOH = Path(__file__).resolve().parent / "contoh"

RAPAT_LAIN = "KLA_FOLDER_RAPAT"
"""Environment variable naming a further folder of meeting files.

`kla run` sets it for the notebooks of a meeting that lies outside the
repository; so a notebook's parameter stays an id and no path of the machine
ends in a published pack.
"""

RAPAT_DISEBUT = "KLA_RAPAT"
"""Environment variable naming the meeting that notebooks show, where it is not the work folder's current one."""

SKENARIO_LAIN = "KLA_FOLDER_SKENARIO"
"""Environment variable naming the folder of scenarios, where that is not params/skenario."""


FOLDER_LAIN = "KLA_FOLDER"
"""Environment variable naming the work folder; empty for none.  A command sets it for every process that it starts."""

NAMA_KERJA, BERKAS_KERJA = "data-kla", "kla.yaml"
"""The usual name of a work folder, and the file by which one is known."""


def folder_kerja() -> Path | None:
    """Return the work folder of whoever works here, or None.

    It is the one that KLA_FOLDER names; else the nearest from the current
    folder upwards, which may also lie in such a folder under its usual name.
    """
    disebut = os.environ.get(FOLDER_LAIN)
    if disebut is not None:
        return tempat_asli(Path(disebut)) if disebut.strip() else None
    try:
        kini = Path.cwd()
    except OSError:  # it was removed meanwhile
        return None
    calon = (f for induk in (kini, *kini.parents) for f in (induk, induk / NAMA_KERJA))
    return next((f for f in calon if _is_kerja(f)), None)


def _is_kerja(folder: Path) -> bool:
    try:
        return (folder / BERKAS_KERJA).is_file()
    except OSError:  # a folder above that is not ours to look into
        return False


def folder_outputs() -> Path:
    """Return where outputs go if nobody says otherwise: the work folder's, or where there is none the product's."""
    kerja = folder_kerja()
    return FOLDER_OUTPUTS if kerja is None else kerja / "outputs"


def folder_cuplikan() -> Path:
    """Return where the books lie that were read from databases: among her books, or beside outputs of the product."""
    kerja = folder_kerja()
    return (FOLDER_OUTPUTS / "_buku" if kerja is None else kerja / "buku") / "sql"


def tempat_asli(path: Path) -> Path:
    """Return the whole path without links; the path itself where no system can have it (links in a circle, a NUL)."""
    try:
        return path.resolve()
    except (OSError, RuntimeError, ValueError):
        return path


def nama_tampil(path: Path) -> str:
    """Return the path as a reader should see it: relative to the project or the work folder, or the bare name.

    Outputs must not tell how the folders of one machine are called.
    """
    path = tempat_asli(path)
    for akar in filter(None, (FOLDER_PROYEK, folder_kerja())):
        if path.is_relative_to(akar) and path != akar:
            return path.relative_to(akar).as_posix()
    return path.name.replace("\0", "\\0")
