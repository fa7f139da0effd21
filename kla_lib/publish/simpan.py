"""Put the files of a pack in place so that a reader never sees half a pack.

Each file is written aside on the same disk and moved with one `os.replace`;
`paket.json`, with the hashes of the others, comes last: that is the commit.
"""

import json
from pathlib import Path
from typing import Any

from kla_lib.berkas import write_whole
from kla_lib.data.paket_terbit import PAKET_JSON, check_utuh, hash_isi, read_paket

__all__ = ["PAKET_JSON", "check_utuh", "hash_isi", "publish_paket", "read_paket", "to_json"]


def to_json(isi: Any) -> bytes:
    """Return JSON text that is the same on every run."""
    return (json.dumps(isi, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def publish_paket(folder: Path, berkas: dict[str, bytes], keterangan: dict[str, Any]) -> dict[str, str]:
    """Put a pack's files in place, paket.json last; return the hash of each file.

    `keterangan` is what paket.json says besides the hashes.
    """
    lama = (read_paket(folder) or {}).get("berkas", {})
    sidik = {nama: hash_isi(isi) for nama, isi in sorted(berkas.items())}
    for nama in sorted(berkas):
        write_whole(folder / nama, berkas[nama])
    write_whole(folder / PAKET_JSON, to_json({**keterangan, "berkas": sidik}))
    for nama in lama.keys() - sidik.keys():  # a page that this pack has no more
        (folder / nama).unlink(missing_ok=True)
    return sidik
