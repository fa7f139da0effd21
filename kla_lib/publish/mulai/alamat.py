"""Know the address at which the server of this page shows a published file."""

import os
from pathlib import Path
from urllib.parse import quote

from kla_lib.letak import folder_outputs

HASIL_APP = "KLA_HASIL_APP"
"""Environment variable naming the file in which the app's pages name the outputs that its server shows, a line each."""
AKAR_LAB = "KLA_AKAR_LAB"
"""Environment variable naming the folder that JupyterLab shows."""
AWALAN = "hasil"
"""Where the app's server shows outputs: hasil/NUMBER OF THE LINE/place."""


def alamat_terbitan(tempat: str) -> str:
    """Return the address of a file under the outputs, from the server's own; "" where no server shows it."""
    outputs = folder_outputs().resolve()
    if (daftar := os.environ.get(HASIL_APP)) is not None:
        return f"{AWALAN}/{daftarkan(Path(daftar), outputs)}/{quote(tempat)}"
    akar = os.environ.get(AKAR_LAB)
    if akar and outputs.is_relative_to(akar):
        return f"files/{quote((outputs / tempat).relative_to(akar).as_posix())}"
    return ""


def daftarkan(daftar: Path, folder: Path) -> int:
    """Let the app's server show a folder of outputs; return its number."""
    if folder not in terdaftar(daftar):
        with daftar.open("a", encoding="utf-8") as f:  # another tab may write at the same time
            f.write(f"{folder}\n")
    return terdaftar(daftar).index(folder)


def terdaftar(daftar: Path) -> list[Path]:
    """Return the folders that the app's server may show."""
    return [Path(baris) for baris in daftar.read_text(encoding="utf-8").splitlines()] if daftar.is_file() else []
