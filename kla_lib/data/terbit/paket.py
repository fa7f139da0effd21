"""Read what a published pack says of itself, with the hashes that tell whether it is whole."""

import hashlib
from pathlib import Path
from typing import Any

from kla_lib.tempat import is_tempat, read_json

PAKET_JSON = "paket.json"


def hash_isi(isi: bytes) -> str:
    """Return "sha256:…" of some bytes."""
    return f"sha256:{hashlib.sha256(isi).hexdigest()}"


def hash_berkas(path: Path) -> str | None:
    """Return the hash of a file; None where there is none that can be read."""
    try:
        return hash_isi(path.read_bytes()) if path.is_file() else None
    except OSError:
        return None


def read_paket(folder: Path) -> dict[str, Any] | None:
    """Return paket.json of a published pack, or None where there is none yet or it is unreadable.

    One that names files outside the pack is not one of ours.
    """
    isi = read_json(folder / PAKET_JSON)
    if not isinstance(isi, dict) or not _milik_paket(isi.get("berkas")):
        return None
    return isi | {"kalimat": _kalimat(isi.get("kalimat"))}


def _milik_paket(berkas: Any) -> bool:
    """Whether these are files of a pack, which lie side by side, with their hashes."""
    return isinstance(berkas, dict) and all(
        is_tempat(nama) and "/" not in nama and nama[0] != "." and nama != PAKET_JSON and isinstance(sidik, str)
        for nama, sidik in berkas.items()
    )


def _kalimat(isi: Any) -> dict[str, Any]:
    """Return the sentences of a pack; none where they are not told as agreed."""
    utama, lanjutan = (isi.get("utama"), isi.get("lanjutan")) if isinstance(isi, dict) else (None, None)
    if isinstance(utama, str) and isinstance(lanjutan, list) and all(isinstance(k, str) for k in lanjutan):
        return {"utama": utama, "lanjutan": lanjutan}
    return {"utama": "", "lanjutan": []}


def check_utuh(folder: Path) -> list[str]:
    """Return the files of a pack that are absent or not those of its paket.json; empty means whole."""
    paket = read_paket(folder)
    if paket is None:
        return [PAKET_JSON]
    return [nama for nama, sidik in paket["berkas"].items() if hash_berkas(folder / nama) != sidik]
