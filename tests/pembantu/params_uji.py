"""The rules that the repository ships, and rules in which a test has changed something."""

import shutil
from pathlib import Path

from kla_lib.letak import FOLDER_PARAMS
from kla_lib.rules.params import Params, params_bawaan

PARAMS = params_bawaan()


def params_dengan(folder: Path) -> Params:
    """Return the shipped rules, of which the files in a folder stand before the others."""
    return Params(folder, FOLDER_PARAMS)


def params_skenario(folder: Path, rapat: Path | None = None) -> Params:
    """Return the shipped rules with the scenarios of a folder, and meetings of another.

    Neither is among the rules that are read once, so what was read of those serves here too.
    """
    params = Params(FOLDER_PARAMS, rapat=rapat, skenario=folder)
    vars(params)["_terbaca"] = vars(PARAMS)["_terbaca"]
    return params


def salin_aturan(folder: Path, letak: str) -> Path:
    """Return a copy of a shipped file in a folder, at its place."""
    tujuan = folder / letak
    tujuan.parent.mkdir(parents=True, exist_ok=True)
    return Path(shutil.copyfile(FOLDER_PARAMS / letak, tujuan))
