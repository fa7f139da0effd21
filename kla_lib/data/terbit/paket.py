"""Read what a published pack says of itself, with the hashes that tell whether it is whole."""

import hashlib
import json
from pathlib import Path
from typing import Any

PAKET_JSON = "paket.json"


def hash_isi(isi: bytes) -> str:
    """Return "sha256:…" of some bytes."""
    return f"sha256:{hashlib.sha256(isi).hexdigest()}"


def read_paket(folder: Path) -> dict[str, Any] | None:
    """Return paket.json of a published pack, or None where there is none yet or it is unreadable."""
    try:
        isi = json.loads((folder / PAKET_JSON).read_text(encoding="utf-8"))
    except (FileNotFoundError, json.JSONDecodeError, UnicodeDecodeError):
        return None
    return isi if isinstance(isi, dict) and isinstance(isi.get("berkas"), dict) else None


def check_utuh(folder: Path) -> list[str]:
    """Return the files of a pack that are absent or not those of its paket.json; empty means whole."""
    paket = read_paket(folder)
    if paket is None:
        return [PAKET_JSON]
    return [
        nama
        for nama, sidik in paket["berkas"].items()
        if not (folder / nama).is_file() or hash_isi((folder / nama).read_bytes()) != sidik
    ]
