"""Make the pages and sheets that stand beside the packs of a meeting: sessions, offices, leaders, children.

They need no notebook: each subject has one function that returns its files as
bytes by their place under the meeting's folder, and is named in PEMBUAT.
"""

from collections.abc import Callable, Iterable
from datetime import datetime
from itertools import count
from pathlib import Path
from zipfile import is_zipfile

from kla_lib.berkas import write_whole
from kla_lib.data.terbit.paket import hash_berkas
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.publish.halaman.bahan import berkas_bahan
from kla_lib.publish.halaman.forum_anak import berkas_forum_anak
from kla_lib.publish.halaman.hadir import berkas_hadir
from kla_lib.publish.halaman.istilah import berkas_istilah
from kla_lib.publish.halaman.kantor import berkas_kantor
from kla_lib.publish.halaman.pimpinan import berkas_pimpinan
from kla_lib.publish.halaman.sesi import berkas_sesi
from kla_lib.publish.lembar.buku_rapat.buku import berkas_buku
from kla_lib.publish.lembar.keputusan import berkas_keputusan
from kla_lib.publish.paparan.berkas import berkas_paparan
from kla_lib.publish.terbitan.simpan import hash_isi
from kla_lib.tempat import is_tempat

CADANGAN = "cadangan"
LEMBAR_KERJA = (".xlsx", ".pptx")
"""What people fill in or change after it was made: never replaced without keeping theirs."""

Berkas = dict[str, bytes]
"""Contents by place under the meeting's folder, with forward slashes: "opd/dinas_kesehatan.html"."""

PEMBUAT: tuple[Callable[[Keadaan], Berkas], ...] = (
    berkas_buku,
    berkas_kantor,
    berkas_keputusan,
    berkas_sesi,
    berkas_bahan,
    berkas_paparan,
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


def publish_lampiran(folder: Path, berkas: Berkas, lama: set[tuple[str, str]]) -> list[str]:
    """Put the files in place, each whole; return where sheets went that somebody has filled in.

    lama: place and hash of every file that earlier runs wrote.  Those that are
    not made any more go, so that no page of an office stays that has left the
    task force.  A sheet that is none of theirs is kept in CADANGAN.
    """
    tersisih = []
    for tempat in sorted(berkas.keys() | {t for t, _sidik in lama}):
        isi = berkas.get(tempat)
        if tempat.endswith(LEMBAR_KERJA):
            kita = {s for t, s in lama if t == tempat} | ({hash_isi(isi)} if isi is not None else set())
            tersisih += _sisihkan(folder, tempat, kita)
        if isi is not None:
            write_whole(folder / tempat, isi)
        elif (folder / tempat).is_file():
            (folder / tempat).unlink(missing_ok=True)
    return tersisih


def check_lampiran(folder: Path, sidik: dict[str, str]) -> list[str]:
    """Return the files that are absent or damaged; a sheet or slides that somebody has changed are neither."""
    return [
        tempat
        for tempat, s in sidik.items()
        if not is_tempat(tempat)
        or not (folder / tempat).is_file()
        or (hash_berkas(folder / tempat) != s and not _terisi(folder / tempat))
    ]


def hash_lampiran(berkas: Berkas) -> dict[str, str]:
    """Return the hash of each file by its place."""
    return {tempat: hash_isi(isi) for tempat, isi in sorted(berkas.items())}


def _terisi(path: Path) -> bool:
    """Whether a sheet, or slides, not as we wrote them are still whole, so that somebody has saved them."""
    try:
        return path.suffix in LEMBAR_KERJA and is_zipfile(path)
    except OSError:
        return False


def _sisihkan(folder: Path, tempat: str, kita: set[str]) -> list[str]:
    """Move a sheet aside that is not one of ours; return where it is now."""
    berkas = folder / tempat
    if not berkas.is_file() or hash_isi(berkas.read_bytes()) in kita:
        return []
    waktu = datetime.fromtimestamp(berkas.stat().st_mtime).strftime("%Y%m%d-%H%M%S")
    for nomor in count(1):
        nama = f"{berkas.stem}-{waktu}{f'-{nomor}' if nomor > 1 else ''}{berkas.suffix}"
        simpanan = folder / CADANGAN / nama
        if not simpanan.exists():  # two versions may bear one time: a clock can be set back
            break
    simpanan.parent.mkdir(exist_ok=True)
    berkas.replace(simpanan)
    return [simpanan.relative_to(folder).as_posix()]
