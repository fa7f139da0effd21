"""Make the pages and sheets that stand beside the packs of a meeting: sessions, offices, leaders, children.

They need no notebook: each subject has one function that returns its files as
bytes by their place under the meeting's folder, and is named in PEMBUAT.
"""

from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path

from kla_lib.berkas import write_whole
from kla_lib.publish.bahan import berkas_bahan
from kla_lib.publish.buku_rapat import berkas_buku
from kla_lib.publish.forum_anak import berkas_forum_anak
from kla_lib.publish.istilah import berkas_istilah
from kla_lib.publish.kantor import berkas_kantor
from kla_lib.publish.lembar_hadir import berkas_hadir
from kla_lib.publish.lembar_keputusan import berkas_keputusan
from kla_lib.publish.pimpinan import berkas_pimpinan
from kla_lib.publish.sesi import berkas_sesi
from kla_lib.publish.simpan import hash_isi
from kla_lib.views.konteks import Konteks

CADANGAN = "cadangan"
LEMBAR_KERJA = ".xlsx"

Berkas = dict[str, bytes]
"""Contents by place under the meeting's folder, with forward slashes: "opd/dinas_kesehatan.html"."""

PEMBUAT: tuple[Callable[[Konteks], Berkas], ...] = (
    berkas_buku,
    berkas_kantor,
    berkas_keputusan,
    berkas_sesi,
    berkas_bahan,
    berkas_hadir,
    berkas_pimpinan,
    berkas_forum_anak,
    berkas_istilah,
)
"""One function per subject, the slowest first."""


def gabung_lampiran(bagian: Iterable[Berkas]) -> Berkas:
    """Return the files of several makers together; two makers never share a place."""
    semua: Berkas = {}
    for berkas in bagian:
        dua = semua.keys() & berkas.keys()
        if dua:
            raise ValueError(f"two makers of {sorted(dua)}")
        semua |= berkas
    return semua


def publish_lampiran(folder: Path, berkas: Berkas, lama: dict[str, str]) -> dict[str, str]:
    """Put the files in place, each whole; return the hash of each.

    lama: the files of the run before with their hashes; those that are not made any
    more go, so that no page of an office stays that has left the task force.
    A sheet that somebody has filled in since then is kept in CADANGAN.
    """
    for tempat, isi in sorted(berkas.items()):
        if tempat.endswith(LEMBAR_KERJA):
            _sisihkan(folder, tempat, lama.get(tempat), hash_isi(isi))
        write_whole(folder / tempat, isi)
    for tempat in set(lama) - set(berkas):
        (folder / tempat).unlink(missing_ok=True)
    return {tempat: hash_isi(isi) for tempat, isi in sorted(berkas.items())}


def _sisihkan(folder: Path, tempat: str, lama: str | None, baru: str) -> None:
    """Move a sheet aside that differs from what the run before wrote and from what comes now."""
    berkas = folder / tempat
    if not berkas.is_file() or hash_isi(berkas.read_bytes()) in (lama, baru):
        return
    waktu = datetime.fromtimestamp(berkas.stat().st_mtime).strftime("%Y%m%d-%H%M%S")
    simpanan = folder / CADANGAN / f"{berkas.stem}-{waktu}{berkas.suffix}"
    simpanan.parent.mkdir(exist_ok=True)
    berkas.replace(simpanan)
