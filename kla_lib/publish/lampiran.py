"""Make the pages and sheets that stand beside the packs of a meeting: sessions, offices, leaders, children.

They need no notebook: each subject has one function that returns its files as
bytes by their place under the meeting's folder, and is named in PEMBUAT.
"""

from collections.abc import Callable, Iterable
from pathlib import Path

from kla_lib.berkas import write_whole
from kla_lib.publish.simpan import hash_isi
from kla_lib.views.konteks import Konteks

Berkas = dict[str, bytes]
"""Contents by place under the meeting's folder, with forward slashes: "opd/dinas_kesehatan.html"."""

PEMBUAT: tuple[Callable[[Konteks], Berkas], ...] = ()


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

    lama: the files of the run before; those that are not made any more go, so
    that no page of an office stays that has left the task force.
    """
    for tempat, isi in sorted(berkas.items()):
        write_whole(folder / tempat, isi)
    for tempat in set(lama) - set(berkas):
        (folder / tempat).unlink(missing_ok=True)
    return {tempat: hash_isi(isi) for tempat, isi in sorted(berkas.items())}
