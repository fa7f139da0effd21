"""Record what a meeting's outputs were made from."""

import json
import platform
import subprocess
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import Any

from kla_lib.letak import FOLDER_NOTEBOOKS, FOLDER_PARAMS, FOLDER_PROYEK
from kla_lib.publish.simpan import hash_isi

PUSTAKA = ("altair", "nbconvert", "numpy", "pandas", "papermill", "vl-convert-python")


MANIFES = "manifest.json"


@dataclass(frozen=True)
class Lampiran:
    """The pages and sheets beside the packs: hash of each by its place, and the hash of what they were made of."""

    berkas: dict[str, str] = field(default_factory=dict)
    masukan: str = ""


def make_manifes(
    hash_data: str,
    rapat: Path,
    skenario: str,
    paket: dict[str, Any],
    lampiran: Lampiran,
    waktu: dict[str, Any],
) -> dict[str, Any]:
    """Return the manifest; everything but `waktu` is the same on every run over the same inputs.

    skenario: the scenario's name, "" for the official packs.
    """
    aturan = sorted(p for p in FOLDER_PARAMS.rglob("*") if p.suffix in (".yaml", ".csv") and p.is_file())
    return {
        "rapat": {"id": rapat.stem, "hash": hash_isi(rapat.read_bytes())},
        "hash_data": hash_data,
        "skenario": skenario or None,
        "aturan": {p.relative_to(FOLDER_PROYEK).as_posix(): hash_isi(p.read_bytes()) for p in aturan},
        "notebook": {p.name: hash_isi(p.read_bytes()) for p in sorted(FOLDER_NOTEBOOKS.glob("*.ipynb"))},
        "kunci": hash_kunci(),
        "git": _git(),
        "versi": versi_pustaka(),
        "paket": paket,
        "lampiran": lampiran.berkas,
        "masukan_lampiran": lampiran.masukan,
        "waktu": waktu,
    }


def read_manifes(folder: Path) -> dict[str, Any]:
    """Return the last manifest of a meeting; empty where there is none or it cannot be read."""
    try:
        isi = json.loads((folder / MANIFES).read_text(encoding="utf-8"))
    except (FileNotFoundError, json.JSONDecodeError, UnicodeDecodeError):
        return {}
    return isi if isinstance(isi, dict) else {}


def read_lampiran(folder: Path) -> Lampiran:
    """Return the files beside the packs as the last manifest of a meeting names them; none where it cannot be read."""
    isi = read_manifes(folder)
    berkas = isi.get("lampiran")
    return Lampiran(
        {str(k): str(v) for k, v in berkas.items()} if isinstance(berkas, dict) else {},
        str(isi.get("masukan_lampiran") or ""),
    )


def detik_paket(folder: Path) -> dict[str, float]:
    """Return how long each pack took when it was last made, as the last manifest says."""
    waktu = read_manifes(folder).get("waktu")
    detik = waktu.get("detik") if isinstance(waktu, dict) else None
    return dict(detik) if isinstance(detik, dict) else {}


def hash_kunci() -> str:
    """Return the hash of the file that fixes the version of every library."""
    return hash_isi((FOLDER_PROYEK / "requirements.lock").read_bytes())


def versi_pustaka() -> dict[str, str]:
    """Return the versions that run here, of Python and of the libraries that shape the pages."""
    return {"python": platform.python_version(), **{nama: version(nama) for nama in PUSTAKA}}


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
