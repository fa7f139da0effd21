"""Open JupyterLab on a notebook of the workbook, with nothing that asks the network."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from kla_lib.bahasa import _
from kla_lib.errors import Kesalahan, KlaError, maksud
from kla_lib.letak import FOLDER_NOTEBOOKS, RAPAT_DISEBUT, RAPAT_LAIN, folder_kerja, nama_tampil
from kla_lib.publish.kerja.buku_kerja import FOLDER, renew_salinan
from kla_lib.publish.mulai.alamat import AKAR_LAB
from kla_lib.rules.params import RAPAT, Params
from kla_lib.rules.rapat import load_rapat

FOLDER_PENGATURAN = Path(__file__).resolve().parent / "jupyter"
"""Settings of JupyterLab: no news, which it would fetch from the web."""


def open_lab(path: Path, lingkungan: Mapping[str, str] | None = None) -> int:
    """Start JupyterLab at the notebook, over the folder that its folder lies in; return the exit code when it ends.

    lingkungan: further variables for its kernels.
    """
    akar = path.parent.parent
    perintah = [*lab_command(), path.relative_to(akar).as_posix()]
    return subprocess.run(
        perintah, cwd=akar, env=lab_environment() | {AKAR_LAB: str(akar)} | dict(lingkungan or {}), check=False
    ).returncode


def prepare_lab(notebook: str) -> tuple[Path, list[str]]:
    """Return the notebook of a name, and what became of the copies of whoever works here.

    In a work folder it is her copy, renewed where she left it alone: saving it
    never touches the product.  Elsewhere it is the product's own.
    """
    kerja = folder_kerja()
    folder = FOLDER_NOTEBOOKS if kerja is None else kerja / FOLDER
    pesan = [] if kerja is None else renew_salinan(folder).pesan
    path = folder / f"{notebook.removesuffix('.ipynb')}.ipynb"
    if not path.is_file():
        raise KlaError(
            Kesalahan(
                "notebook",
                nama_tampil(folder),
                _("notebook '{nama}' tidak ada").format(nama=notebook),
                maksud(notebook, [p.stem for p in folder.glob("*.ipynb")]),
            )
        )
    return path, pesan


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


def lab_rapat(params: Params, rapat: Path) -> dict[str, str]:
    """Return what tells the notebooks which meeting they show; KlaError where its file is faulty."""
    r = load_rapat(params, rapat)
    di_luar = {} if params.daftar(RAPAT).get(r.id) == r.path else {RAPAT_LAIN: str(r.path.parent)}
    return {RAPAT_DISEBUT: r.id, **di_luar}
