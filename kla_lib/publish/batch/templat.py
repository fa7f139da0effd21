"""Prepare a notebook for one run: parameters checked, cells for people at the keyboard left out."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import nbformat
import papermill
from nbformat import NotebookNode

from kla_lib.bahasa import _, terjemahkan_prosa
from kla_lib.errors import Kesalahan, KlaError, maksud
from kla_lib.letak import FOLDER_NOTEBOOKS, nama_tampil

INTERAKTIF, INTERNAL = "interactive", "internal"

JENIS_PARAMETER: dict[str, tuple[type, ...]] = {
    "str": (str,),
    "int": (int,),
    "float": (int, float),
    "bool": (bool,),
    "list": (list,),
    "dict": (dict,),
}


def path_notebook(nama: str) -> Path:
    """Return the notebook `nama` ("30_paket_klaster")."""
    return FOLDER_NOTEBOOKS / f"{nama}.ipynb"


def check_parameter(path: Path, parameter: Mapping[str, Any]) -> None:
    """Refuse parameters that the notebook does not declare, or of another type than it declares.

    papermill alone only warns, runs with the default, and so makes the pack of
    the wrong klaster.
    """
    dikenal = papermill.inspect_notebook(str(path))
    salah = []
    for nama, nilai in parameter.items():
        if nama not in dikenal:
            salah.append(
                Kesalahan(
                    "parameter",
                    nama_tampil(path),
                    _("parameter '{nama}' tidak dikenal").format(nama=nama),
                    maksud(nama, dikenal),
                )
            )
            continue
        jenis = dikenal[nama]["inferred_type_name"]
        cocok = JENIS_PARAMETER[jenis]
        if not isinstance(nilai, cocok) or (isinstance(nilai, bool) and bool not in cocok):
            salah.append(
                Kesalahan(
                    "parameter",
                    nama_tampil(path),
                    _("parameter '{nama}' berisi {nilai!r}, bukan {jenis}").format(nama=nama, nilai=nilai, jenis=jenis),
                    _("Tulis nilai berjenis {jenis}.").format(jenis=jenis),
                )
            )
    if salah:
        raise KlaError(salah)


def prepare_notebook(path: Path) -> NotebookNode:
    """Return the notebook in the reader's language, without the cells that only make sense at the keyboard."""
    nb: NotebookNode = nbformat.read(path, as_version=4)
    nb.cells = [c for c in nb.cells if INTERAKTIF not in tag(c)]
    for sel in nb.cells:
        if sel.cell_type == "markdown":
            sel.source = terjemahkan_prosa(sel.source)
    return nb


def tag(sel: NotebookNode) -> list[str]:
    """Return a cell's tags."""
    return list(sel.metadata.get("tags", []))
