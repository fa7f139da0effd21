"""Open JupyterLab on a notebook of the workbook, with nothing that asks the network."""

import os
import subprocess
import sys
from pathlib import Path

from kla_lib.bahasa import _
from kla_lib.errors import Kesalahan, KlaError, maksud
from kla_lib.letak import FOLDER_NOTEBOOKS, FOLDER_PROYEK, nama_tampil

FOLDER_PENGATURAN = Path(__file__).resolve().parent / "jupyter"
"""Settings of JupyterLab: no news, which it would fetch from the web."""


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
    perintah = [*lab_command(), path.relative_to(FOLDER_PROYEK).as_posix()]
    return subprocess.run(perintah, cwd=FOLDER_PROYEK, env=lab_environment(), check=False).returncode


def lab_command() -> list[str]:
    """Return the command that starts JupyterLab; it listens on this machine only."""
    return [
        sys.executable,
        "-m",
        "jupyterlab",
        "--ServerApp.ip=127.0.0.1",
        "--LabApp.extension_manager=readonly",
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
    ]


def lab_environment() -> dict[str, str]:
    """Return the environment for JupyterLab, with the workbook's settings before the user's."""
    jalur = [str(FOLDER_PENGATURAN), *filter(None, [os.environ.get("JUPYTER_CONFIG_PATH")])]
    return os.environ | {"JUPYTER_CONFIG_PATH": os.pathsep.join(jalur)}
