"""Put the files of a pack in place so that a reader never sees half a pack.

Each file is written aside on the same disk and moved with one `os.replace`;
`paket.json`, with the hashes of the others, comes last: that is the commit.
"""

import hashlib
import json
from pathlib import Path
from typing import Any

from kla_lib.berkas import write_whole

PAKET_JSON = "paket.json"


def hash_isi(isi: bytes) -> str:
    """Return "sha256:…" of some bytes."""
    return f"sha256:{hashlib.sha256(isi).hexdigest()}"


def to_json(isi: Any) -> bytes:
    """Return JSON text that is the same on every run."""
    return (json.dumps(isi, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def publish_paket(folder: Path, berkas: dict[str, bytes], keterangan: dict[str, Any]) -> dict[str, str]:
    """Put a pack's files in place, paket.json last; return the hash of each file.

    `keterangan` is what paket.json says besides the hashes.
    """
    sidik = {nama: hash_isi(isi) for nama, isi in sorted(berkas.items())}
    for nama in sorted(berkas):
        write_whole(folder / nama, berkas[nama])
    write_whole(folder / PAKET_JSON, to_json({**keterangan, "berkas": sidik}))
    return sidik


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
