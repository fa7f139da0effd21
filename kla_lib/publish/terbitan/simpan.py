"""Put the files of a pack in place so that a reader never sees half a pack.

A version is first written whole into SIAP, inside the pack's folder; its
paket.json, with the hashes of the others, comes last and says that it is
complete.  Then each file is moved with one `os.replace`, paket.json last
again: that is the commit.  Whoever is killed between two moves leaves the rest
in SIAP, and `recover_paket` moves it: nothing has to be made again.
"""

import json
import shutil
from pathlib import Path
from typing import Any

from kla_lib.berkas import sync_folder, write_whole
from kla_lib.data.terbit.paket import PAKET_JSON, check_utuh, hash_berkas, hash_isi, read_paket

__all__ = [
    "PAKET_JSON",
    "SIAP",
    "check_utuh",
    "hash_isi",
    "publish_paket",
    "read_paket",
    "recover_paket",
    "to_json",
]

SIAP = ".siap"
"""Folder inside a pack's folder that holds its next version until that is in place."""


def to_json(isi: Any) -> bytes:
    """Return JSON text that is the same on every run."""
    return (json.dumps(isi, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def publish_paket(folder: Path, berkas: dict[str, bytes], keterangan: dict[str, Any]) -> dict[str, str]:
    """Put a pack's files in place, paket.json last; return the hash of each file.

    `keterangan` is what paket.json says besides the hashes.  What an earlier
    version has begun to move is finished first, so that at every moment a
    whole version lies in place or in SIAP.
    """
    recover_paket(folder)
    siap = folder / SIAP
    sidik = {nama: hash_isi(isi) for nama, isi in sorted(berkas.items())}
    try:
        for nama in sorted(berkas):
            write_whole(siap / nama, berkas[nama])
        write_whole(siap / PAKET_JSON, to_json({**keterangan, "berkas": sidik}))
    except OSError:  # a full disk: the old version stays, and its room is not taken
        shutil.rmtree(siap, ignore_errors=True)
        raise
    sync_folder(siap)
    _move(folder)
    return sidik


def recover_paket(folder: Path) -> bool:
    """Finish what a killed process was putting in place; return whether there was something to finish.

    A version that is not complete was never begun to be moved: it goes, and
    what is in place stays.
    """
    siap = folder / SIAP
    if not siap.is_dir():
        return False
    paket = read_paket(siap)
    lengkap = paket is not None and all(
        hash_berkas(siap / nama) == sidik or (not (siap / nama).exists() and hash_berkas(folder / nama) == sidik)
        for nama, sidik in paket["berkas"].items()
    )
    if lengkap:
        _move(folder)
    else:
        shutil.rmtree(siap)
    return lengkap


def _move(folder: Path) -> None:
    """Move the complete version of SIAP into its folder, paket.json last; files of the old version go before that."""
    siap = folder / SIAP
    baru = (read_paket(siap) or {})["berkas"]
    for nama in (read_paket(folder) or {"berkas": {}})["berkas"].keys() - baru.keys():
        (folder / nama).unlink(missing_ok=True)  # a page that this pack has no more
    for nama in sorted(baru):
        if (siap / nama).exists():
            (siap / nama).replace(folder / nama)
    (siap / PAKET_JSON).replace(folder / PAKET_JSON)
    shutil.rmtree(siap)
    sync_folder(folder)
