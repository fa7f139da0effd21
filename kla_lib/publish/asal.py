"""Tell by hashes what a meeting is made from, so that a later look can name what has changed since."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from kla_lib.bahasa import _
from kla_lib.data.buku import hash_buku
from kla_lib.data.fakta_terbit import FAKTA_JSON, SEMUA_PAKET
from kla_lib.letak import FOLDER_NOTEBOOKS, FOLDER_PARAMS, FOLDER_PROYEK
from kla_lib.publish.manifes import hash_kunci, versi_pustaka
from kla_lib.publish.simpan import hash_isi, read_paket
from kla_lib.rules.rapat import Rapat

TANPA = ("__pycache__", "contoh")
"""Folders of the package that make no page: compiled code, and example books, whose data have a hash of their own."""
MILIK_RAPAT = ("params/rapat/", "params/skenario/")
"""Rules that belong to one meeting or scenario; a change of another one's says nothing about this one."""


def asal_rapat(rapat: Rapat, hash_data: str, outputs: Path) -> dict[str, Any]:
    """Return the hashes of all that the packs of a meeting are made from, by subject, as the manifest keeps them.

    sebelumnya: the facts that the meeting before has published in these outputs.
    """
    aturan = sorted(p for p in FOLDER_PARAMS.rglob("*") if p.suffix in (".yaml", ".csv") and p.is_file())
    return {
        "rapat": {"id": rapat.id, "hash": hash_isi(rapat.path.read_bytes())},
        "hash_data": hash_data,
        "aturan": {p.relative_to(FOLDER_PROYEK).as_posix(): hash_isi(p.read_bytes()) for p in aturan},
        "notebook": {p.name: hash_isi(p.read_bytes()) for p in sorted(FOLDER_NOTEBOOKS.glob("*.ipynb"))},
        "sebelumnya": _fakta(outputs / rapat.sebelumnya) if rapat.sebelumnya else None,
        "kode": hash_kode(),
        "kunci": hash_kunci(),
        "versi": versi_pustaka(),
    }


def beda_asal(lama: dict[str, Any], kini: dict[str, Any], sebelumnya: str | None) -> tuple[str, ...]:
    """Return in words what differs between a manifest and what is there now; empty where nothing does.

    sebelumnya: id of the meeting before, whose file counts among the rules.
    """
    beda = []
    if lama.get("rapat") != kini["rapat"]:
        beda.append(_("berkas rapat"))
    if lama.get("hash_data") != kini["hash_data"]:
        beda.append(_("buku data"))
    aturan = [
        nama
        for nama in _berbeda(lama.get("aturan"), kini["aturan"])
        if not nama.startswith(MILIK_RAPAT) or nama == f"params/rapat/{sebelumnya}.yaml"
    ]
    if aturan:
        beda.append(_("aturan ({daftar})").format(daftar=", ".join(aturan)))
    notebook = _berbeda(lama.get("notebook"), kini["notebook"])
    if notebook:
        beda.append(_("notebook ({daftar})").format(daftar=", ".join(notebook)))
    if lama.get("sebelumnya") != kini["sebelumnya"]:
        beda.append(_("fakta rapat sebelumnya ({rapat})").format(rapat=sebelumnya or "–"))
    if lama.get("kode") != kini["kode"]:
        beda.append(_("program kla_lib"))
    versi = _berbeda(lama.get("versi"), kini["versi"])
    if versi or lama.get("kunci") != kini["kunci"]:
        beda.append(_("versi pustaka ({daftar})").format(daftar=", ".join(versi or ["requirements.lock"])))
    return tuple(beda)


def hash_data(rapat: Rapat) -> str:
    """Return the hash of the meeting's book as it lies there now; "" where it cannot be read at all."""
    try:
        return hash_buku(rapat.path_buku)
    except OSError:
        return ""


def hash_kode() -> str:
    """Return the hash of the package as this process has loaded it."""
    return _hash_folder(FOLDER_PROYEK / "kla_lib")


@cache
def _hash_folder(akar: Path) -> str:
    """Return one hash over names and contents; kept, since a program cannot change while it runs."""
    semua = (p for p in akar.rglob("*") if p.is_file() and not set(p.relative_to(akar).parts) & set(TANPA))
    return hash_isi("".join(_baris_hash(sorted(semua), akar)).encode())


def _baris_hash(berkas: Iterable[Path], akar: Path) -> list[str]:
    return [f"{p.relative_to(akar).as_posix()}\0{hash_isi(p.read_bytes())}\n" for p in berkas]


def _berbeda(lama: Any, kini: dict[str, str]) -> list[str]:
    """Return the names whose hash is another one, is new or is gone, sorted."""
    dulu = lama if isinstance(lama, dict) else {}
    return sorted(nama for nama in dulu.keys() | kini.keys() if dulu.get(nama) != kini.get(nama))


def _fakta(folder: Path) -> dict[str, str]:
    """Return the hash of the facts of each pack that a meeting has published."""
    hasil = {}
    for paket in SEMUA_PAKET:
        terbit = read_paket(folder / paket)
        if terbit is not None and FAKTA_JSON in terbit["berkas"]:
            hasil[paket] = str(terbit["berkas"][FAKTA_JSON])
    return hasil
