"""Open JupyterLab on a notebook of the workbook, with nothing that asks the network."""

import subprocess
import sys

from kla_lib.bahasa import _
from kla_lib.errors import Kesalahan, KlaError, maksud
from kla_lib.letak import FOLDER_NOTEBOOKS, FOLDER_PROYEK, nama_tampil

TANPA_JARINGAN = (
    "--LabApp.extension_manager=readonly",
    "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
    "--LabApp.news_url=None",
)


def open_lab(notebook: str) -> int:
    """Start JupyterLab at the notebook and return its exit code when it ends."""
    path = FOLDER_NOTEBOOKS / f"{notebook.removesuffix('.ipynb')}.ipynb"
    if not path.is_file():
        raise KlaError(
            Kesalahan(
                "notebook",
                nama_tampil(FOLDER_NOTEBOOKS),
                _("notebook '{nama}' tidak ada").format(nama=notebook),
                maksud(notebook, [p.stem for p in FOLDER_NOTEBOOKS.glob("*.ipynb")]),
            )
        )
    perintah = [sys.executable, "-m", "jupyterlab", *TANPA_JARINGAN, path.relative_to(FOLDER_PROYEK).as_posix()]
    return subprocess.run(perintah, cwd=FOLDER_PROYEK, check=False).returncode
