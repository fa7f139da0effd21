"""Keep what was dropped on the start page aside, until it was looked at and is taken in."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from kla_lib.bahasa import _, format_angka
from kla_lib.berkas import write_result
from kla_lib.data.buku import hash_buku
from kla_lib.data.kumpul.pengumpulan import Pengumpulan, collect
from kla_lib.data.sunting.izin import check_izin
from kla_lib.errors import Kesalahan, KlaError
from kla_lib.gembok import lock_buku
from kla_lib.publish.lembar.buku_kumpulan import layout_buku
from kla_lib.publish.mulai.sementara import folder_sementara
from kla_lib.rules.params import Params
from kla_lib.tempat import is_milik_lain, is_tempat

TERBESAR = 8 << 20
"""Bytes of a dropped file: templates have some 50 thousand, and a connection to the kernel takes 10 million at once."""


class Jatuhan:
    """Files in a scratch folder that stand, for a look, beside or in place of those of the folder `kembali`."""

    def __init__(self) -> None:
        self._folder = folder_sementara(self, "kla-jatuhan-")
        self._bisa: frozenset[str] = frozenset()

    @property
    def berkas(self) -> list[Path]:
        """What was dropped and not taken in, by name."""
        return sorted(self._folder.iterdir())

    def taruh(self, nama: str, isi: bytes, diubah: float | None = None) -> None:
        """Keep a file; one of the same name makes room.  diubah: when it was saved last, in seconds.

        Raises KlaError for what is too large or bears the name of no file that an office sends.
        """
        check_besar(nama, len(isi))
        if not is_tempat(nama) or "/" in nama or is_milik_lain(nama):
            raise KlaError(
                Kesalahan("nama", nama[:80], _("bukan nama berkas isian"), _("Ganti namanya, lalu taruh lagi."))
            )
        path = self._folder / nama
        path.write_bytes(isi)
        self._bisa -= {nama}
        if diubah is not None:
            os.utime(path, (diubah, diubah))

    def buang(self) -> None:
        """Forget what was dropped."""
        for p in self.berkas:
            p.unlink()

    def lihat(self, params: Params, kembali: Path, buku: Path) -> Pengumpulan:
        """Return what collecting would bring: done as `kla collect` does it, on a copy of the book.

        Raises KlaError as collecting does, and where the book must not be changed now.
        """
        if buku.exists():
            check_izin(buku, hash_buku(buku))
        with salinan(buku) as coba, TemporaryDirectory(prefix="kla-coba-") as f:
            folder = Path(f) / kembali.name
            if kembali.is_dir():
                shutil.copytree(kembali, folder)
            folder.mkdir(exist_ok=True)
            for p in self.berkas:
                shutil.copy2(p, folder)
            hasil = collect(params, folder, coba, partial(layout_buku, params))
        self._bisa = frozenset(k.berkas for k in hasil.kiriman)
        return hasil

    def ambil(self, params: Params, kembali: Path, buku: Path) -> tuple[Pengumpulan, tuple[str, ...]]:
        """Put the files that the last look could take into `kembali`, and collect it; return also what made room.

        The others are not written anywhere.  An older file of the same name
        goes to the folder `cadangan` beside `kembali`.
        """
        with lock_buku(buku):
            if buku.exists():
                check_izin(buku, hash_buku(buku))
            tersisih = [s for p in self.berkas if p.name in self._bisa for s in _simpan(p, kembali)]
            hasil = collect(params, kembali, buku, partial(layout_buku, params))
        self.buang()
        return hasil, tuple(tersisih)


@contextmanager
def salinan(buku: Path) -> Iterator[Path]:
    """Give a copy of a book under its own name: what is done to it is a rehearsal."""
    with TemporaryDirectory(prefix="kla-coba-") as f:
        tempat = Path(f) / buku.name
        if buku.is_dir():
            shutil.copytree(buku, tempat, ignore=shutil.ignore_patterns("cadangan"))
        elif buku.is_file():
            shutil.copyfile(buku, tempat)
        yield tempat


def check_besar(nama: str, bait: int) -> None:
    """Refuse a file that is too large to be what an office fills in."""
    if bait > TERBESAR:
        raise KlaError(
            Kesalahan(
                "besar",
                nama[:80],
                _("{besar} MB, terlalu besar untuk isian (paling banyak {batas} MB)").format(
                    besar=format_angka(bait / (1 << 20), 0), batas=TERBESAR >> 20
                ),
                _("Taruh XLSX dari templatnya; dokumen pendukung disimpan di folder lain."),
            )
        )


def _simpan(asal: Path, folder: Path) -> Iterator[str]:
    """Put one file into a folder with its time; yield where an older one of its name went."""
    isi, tujuan = asal.read_bytes(), folder / asal.name
    if tujuan.is_file():
        lama = tujuan.read_bytes()
        if lama == isi:
            return
        tempat = f"cadangan/{tujuan.stem}-{datetime.now():%Y%m%d-%H%M%S-%f}{tujuan.suffix}"
        write_result(folder.parent / tempat, lama)
        yield tempat
    write_result(tujuan, isi)
    shutil.copystat(asal, tujuan)
