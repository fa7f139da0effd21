"""Know where the workbook keeps its files, whatever the working directory.

JupyterLab, nbval and papermill each start a notebook in another directory,
so no notebook and no module builds a path of its own.
"""

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

SKENARIO_LAIN = "KLA_FOLDER_SKENARIO"
"""Environment variable naming the folder of scenarios, where that is not params/skenario."""


def tempat_asli(path: Path) -> Path:
    """Return the whole path without links; the path itself where no system can have it (links in a circle, a NUL)."""
    try:
        return path.resolve()
    except (OSError, RuntimeError, ValueError):
        return path


def nama_tampil(path: Path) -> str:
    """Return the path as a reader should see it: relative to the project, or the bare name.

    Outputs must not tell how the folders of one machine are called.
    """
    path = tempat_asli(path)
    if path.is_relative_to(FOLDER_PROYEK):
        return path.relative_to(FOLDER_PROYEK).as_posix()
    return path.name.replace("\0", "\\0")
