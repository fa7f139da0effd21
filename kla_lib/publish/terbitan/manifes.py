"""Record what a meeting's outputs were made from."""

import platform
import subprocess
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import Any

from kla_lib.berkas import write_whole
from kla_lib.letak import FOLDER_PROYEK
from kla_lib.publish.terbitan.simpan import hash_isi, to_json
from kla_lib.tempat import is_tempat, read_json

PUSTAKA = ("altair", "nbconvert", "numpy", "pandas", "papermill", "vl-convert-python")


MANIFES = "manifest.json"
INDEX = "index.html"
INDEKS_LAMA = "indeks_lama"
"""Hash of the index page that may still be in place while another one is put there."""


@dataclass(frozen=True)
class Lampiran:
    """The pages and sheets beside the packs: hash of each by its place, and the hash of what they were made of."""

    berkas: dict[str, str] = field(default_factory=dict)
    masukan: str = ""


def make_manifes(
    asal: dict[str, Any],
    skenario: str,
    paket: dict[str, Any],
    lampiran: Lampiran,
    indeks: str,
    waktu: dict[str, Any],
) -> dict[str, Any]:
    """Return the manifest; everything but `waktu` is the same on every run over the same inputs.

    asal: what all of it was made from, as publish.asal tells.  skenario: the
    scenario's name, "" for the official packs.  indeks: hash of the index page.
    """
    return {
        **asal,
        "skenario": skenario or None,
        "git": _git(),
        "paket": paket,
        "lampiran": lampiran.berkas,
        "masukan_lampiran": lampiran.masukan,
        "indeks": indeks,
        "waktu": waktu,
    }


def read_manifes(folder: Path) -> dict[str, Any]:
    """Return the last manifest of a meeting; empty where there is none or it cannot be read."""
    isi = read_json(folder / MANIFES)
    return isi if isinstance(isi, dict) else {}


def read_lampiran(folder: Path) -> Lampiran:
    """Return the files beside the packs as the last manifest of a meeting names them; none where it cannot be read.

    What it names outside the meeting's folder was not written by us.
    """
    isi = read_manifes(folder)
    berkas = isi.get("lampiran")
    return Lampiran(
        {k: str(v) for k, v in berkas.items() if is_tempat(k)} if isinstance(berkas, dict) else {},
        str(isi.get("masukan_lampiran") or ""),
    )


def write_indeks(folder: Path, halaman: bytes) -> None:
    """Replace the index page after its run is over, and its hash in the manifest; no index is begun here.

    The manifest names the page before and the one to come until that is in
    place: whoever is killed in between leaves a meeting that is whole.
    """
    manifes = read_manifes(folder)
    if not (folder / INDEX).is_file() or not manifes:
        return
    baru = {**manifes, "indeks": hash_isi(halaman)}
    write_whole(folder / MANIFES, to_json({**baru, INDEKS_LAMA: manifes.get("indeks")}))
    write_whole(folder / INDEX, halaman)
    write_whole(folder / MANIFES, to_json({k: v for k, v in baru.items() if k != INDEKS_LAMA}))


def read_waktu(folder: Path, bagian: str) -> dict[str, Any]:
    """Return per pack what a part of the last manifest's `waktu` says of it."""
    waktu = read_manifes(folder).get("waktu")
    isi = waktu.get(bagian) if isinstance(waktu, dict) else None
    return dict(isi) if isinstance(isi, dict) else {}


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
