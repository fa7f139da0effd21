"""Record what a meeting's outputs were made from."""

import json
import platform
import subprocess
from importlib.metadata import version
from pathlib import Path
from typing import Any

from kla_lib.letak import FOLDER_NOTEBOOKS, FOLDER_PARAMS, FOLDER_PROYEK
from kla_lib.publish.simpan import hash_isi

PUSTAKA = ("altair", "nbconvert", "numpy", "pandas", "papermill", "vl-convert-python")


MANIFES = "manifest.json"


def make_manifes(
    hash_data: str,
    rapat: Path,
    skenario: str,
    paket: dict[str, Any],
    lampiran: dict[str, str],
    waktu: dict[str, Any],
) -> dict[str, Any]:
    """Return the manifest; everything but `waktu` is the same on every run over the same inputs.

    skenario: the scenario's name, "" for the official packs.  lampiran: hash
    of every file beside the packs, by its place.
    """
    aturan = sorted(p for p in FOLDER_PARAMS.rglob("*") if p.suffix in (".yaml", ".csv") and p.is_file())
    return {
        "rapat": {"id": rapat.stem, "hash": hash_isi(rapat.read_bytes())},
        "hash_data": hash_data,
        "skenario": skenario or None,
        "aturan": {p.relative_to(FOLDER_PROYEK).as_posix(): hash_isi(p.read_bytes()) for p in aturan},
        "notebook": {p.name: hash_isi(p.read_bytes()) for p in sorted(FOLDER_NOTEBOOKS.glob("*.ipynb"))},
        "kunci": hash_isi((FOLDER_PROYEK / "requirements.lock").read_bytes()),
        "git": _git(),
        "versi": {"python": platform.python_version(), **{nama: version(nama) for nama in PUSTAKA}},
        "paket": paket,
        "lampiran": lampiran,
        "waktu": waktu,
    }


def read_lampiran(folder: Path) -> dict[str, str]:
    """Return the files beside the packs that the last manifest of a meeting names; none where it cannot be read."""
    lampiran = _read(folder).get("lampiran")
    return {str(k): str(v) for k, v in lampiran.items()} if isinstance(lampiran, dict) else {}


def read_hash_data(folder: Path) -> str:
    """Return the hash of the book from which the last run has made a meeting; "" where it cannot be read."""
    return str(_read(folder).get("hash_data", ""))


def _read(folder: Path) -> dict[str, Any]:
    try:
        isi = json.loads((folder / MANIFES).read_text(encoding="utf-8"))
    except (FileNotFoundError, json.JSONDecodeError, UnicodeDecodeError):
        return {}
    return isi if isinstance(isi, dict) else {}


def _git() -> dict[str, Any] | None:
    """Return the commit and whether files differ from it; None outside a checkout or without git."""
    try:
        commit, ubah = (
            subprocess.run(["git", *p], cwd=FOLDER_PROYEK, capture_output=True, text=True, check=True).stdout.strip()
            for p in (["rev-parse", "HEAD"], ["status", "--porcelain"])
        )
    except (OSError, subprocess.CalledProcessError):
        return None
    return {"commit": commit, "berubah": bool(ubah)}
