"""Change single cells of an existing data book: checked before, copied before, whole or not at all."""

import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from kla_lib.bahasa import _
from kla_lib.berkas import kesalahan_tulis, nama_samping, sebut_tak_tertulis, write_whole
from kla_lib.data.baca_buku import nama_csv
from kla_lib.data.buku import hash_buku, inspect_buku, read_buku
from kla_lib.data.sunting.banding import check_lembar, check_tabel_tertulis, lembar_of, sama
from kla_lib.data.sunting.berkas_csv import sunting_folder
from kla_lib.data.sunting.cadangan import make_cadangan
from kla_lib.data.sunting.izin import berkas_buku, check_izin
from kla_lib.data.sunting.lembar import alamat
from kla_lib.data.sunting.sel import Suntingan, TabelUtuh, Ubahan, susun, tabel_utuh
from kla_lib.data.sunting.xlsx import BukuKerja, sunting_xlsx
from kla_lib.errors import Kesalahan, KlaError
from kla_lib.gembok import lock_buku
from kla_lib.letak import tempat_asli
from kla_lib.rules.params import Params
from kla_lib.tabel.baca import TabelMentah
from kla_lib.tabel.bentuk import Bentuk
from kla_lib.tukar import write_folder

__all__ = ["RencanaSunting", "Tersimpan", "Ubahan", "plan_ubahan", "save_rencana", "save_ubahan"]


@dataclass(frozen=True)
class RencanaSunting:
    """A change that is ready to be saved, tried on a copy; nothing of the book is touched yet.

    isi: the new content of each file, empty where nothing changes.  sel:
    how many cells change per table, baris_baru: how many rows are added.
    perlu_dihitung: cells whose formula rests on a changed cell; until a
    spreadsheet program has opened and saved the book they cannot be read.
    """

    path: Path
    hash_awal: str
    isi: Mapping[Path, bytes]
    sel: Mapping[str, int]
    baris_baru: Mapping[str, int]
    tabel_utuh: tuple[str, ...]
    perlu_dihitung: tuple[str, ...] = ()
    berpivot: bool = False


@dataclass(frozen=True)
class Tersimpan:
    """A saved book: its new hash, and where its last state lies; None where there was nothing to save."""

    hash: str
    cadangan: Path | None


def save_ubahan(
    params: Params,
    path: Path,
    ubahan: Sequence[Ubahan],
    hash_awal: str,
    tabel_utuh: Mapping[Bentuk, Sequence[Mapping[str, object]]] | None = None,
    waktu: datetime | None = None,
) -> str:
    """Write cells of a book and return its new hash.

    A key that a table does not hold becomes a new row at its end; a table
    that the book lacks is made.  `tabel_utuh` are whole tables to replace or
    add.  Raises KlaError, with the book as it was, where `plan_ubahan` or
    `save_rencana` do.
    """
    with lock_buku(path):
        return save_rencana(plan_ubahan(params, path, ubahan, hash_awal, tabel_utuh), waktu).hash


def _lembar_lain(berkas: str, mentah: Mapping[Bentuk, TabelMentah]) -> list[Kesalahan]:
    """Return the sheets whose name is ours but for signs that nobody sees: formulas know them by the one they have."""
    return [
        Kesalahan(
            "nama_tabel",
            berkas,
            _("lembar '{nama}' tidak ditulis tepat '{baku}'").format(nama=m.lembar, baku=bentuk.lembar),
            _("Ganti nama lembarnya menjadi '{baku}', lalu ulangi.").format(baku=bentuk.lembar),
            lembar=m.lembar,
        )
        for bentuk, m in mentah.items()
        if m.lembar != bentuk.lembar
    ]


def plan_ubahan(
    params: Params,
    path: Path,
    ubahan: Sequence[Ubahan],
    hash_awal: str,
    tabel_utuh: Mapping[Bentuk, Sequence[Mapping[str, object]]] | None = None,
) -> RencanaSunting:
    """Return a change ready to be saved.

    Raises KlaError for a book that must not be changed now (open elsewhere,
    changed since `hash_awal`, being changed by another process, read-only, an
    example, XLS or ODS), for a cell with a formula or behind a merged one, and
    for every fault that the changed book would have.
    """
    path = tempat_asli(path)
    check_izin(path, hash_awal)
    with lock_buku(path):
        return _plan(params, path, ubahan, hash_awal, tabel_utuh)


def _plan(
    params: Params,
    path: Path,
    ubahan: Sequence[Ubahan],
    hash_awal: str,
    tabel_utuh: Mapping[Bentuk, Sequence[Mapping[str, object]]] | None,
) -> RencanaSunting:
    mentah, salah = read_buku(path)
    salah += [] if path.is_dir() else _lembar_lain(path.name, mentah)
    if salah:
        raise KlaError(salah)
    suntingan, baru = susun(mentah, ubahan)
    utuh = [*baru, *_utuh(tabel_utuh or {})]
    if path.is_dir():
        isi = {path / nama: b for nama, b in sunting_folder(path, suntingan, utuh).items()}
        utuh = [u for u in utuh if path / nama_csv(path, u.bentuk) in isi]
        buku = None
    else:
        lama = lembar_of(path)
        utuh = [u for u in utuh if not sama(lama.get(u.bentuk.lembar), u.baris)]
        buku = sunting_xlsx(path.read_bytes(), suntingan, utuh, mentah.items()) if suntingan or utuh else None
        isi = {path: buku.isi} if buku else {}
    if isi:
        _coba(params, path, isi, mentah, suntingan, utuh, buku)
    return RencanaSunting(
        path,
        hash_awal,
        isi,
        {s.bentuk.lembar: len(s.tulisan) for s in suntingan},
        {s.bentuk.lembar: len(s.baris_baru) for s in suntingan if s.baris_baru},
        tuple(u.bentuk.lembar for u in utuh),
        tuple(f"{lembar} {alamat(b, k)}" for lembar, b, k in sorted(buku.basi)) if buku else (),
        buku.berpivot if buku else False,
    )


def save_rencana(rencana: RencanaSunting, waktu: datetime | None = None) -> Tersimpan:
    """Copy the book as it is, then put the new files in its place.

    waktu: for the name of the copy, now by default.  Raises KlaError where
    the book was changed or opened since the plan was made, or cannot be
    written; then all of it is as it was.
    """
    if not rencana.isi:
        return Tersimpan(rencana.hash_awal, None)
    path = rencana.path
    check_izin(path, rencana.hash_awal)
    with lock_buku(path):
        check_izin(path, rencana.hash_awal)
        try:
            cadangan = make_cadangan(path, waktu or datetime.now())
            _ganti(rencana)
        except OSError as e:
            raise KlaError(kesalahan_tulis(path.name, sebut_tak_tertulis(e))) from e
        return Tersimpan(hash_buku(path), cadangan)


def _ganti(rencana: RencanaSunting) -> None:
    """Put the new files in place: one by its rename, several with their folder."""
    if len(rencana.isi) > 1:
        isi = {p.name: b for p, b in rencana.isi.items()}
        write_folder(rencana.path, isi, lambda: check_izin(rencana.path, rencana.hash_awal))
        return
    for p, b in rencana.isi.items():
        write_whole(p, b, p.stat().st_mode & 0o777 if p.exists() else None)


def _utuh(tabel: Mapping[Bentuk, Sequence[Mapping[str, object]]]) -> list[TabelUtuh]:
    return [tabel_utuh(bentuk, baris) for bentuk, baris in tabel.items()]


def _coba(
    params: Params,
    path: Path,
    isi: Mapping[Path, bytes],
    mentah: Mapping[Bentuk, TabelMentah],
    suntingan: Sequence[Suntingan],
    utuh: Sequence[TabelUtuh],
    buku: BukuKerja | None,
) -> None:
    """Write the changed book to a scratch place and see that it reads as meant, and that nothing else changed."""
    with _tempat_coba(path) as salinan:
        if buku is None:
            salinan.mkdir()
            for p in berkas_buku(path):
                (salinan / p.name).write_bytes(p.read_bytes())
            for p, b in isi.items():
                (salinan / p.name).write_bytes(b)
        else:
            salinan.write_bytes(buku.tetap)
        hasil = inspect_buku(params, salinan)
        if hasil.salah:
            raise KlaError(replace(k, berkas=Path(k.berkas).name) for k in hasil.salah)
        check_tabel_tertulis(mentah, hasil.mentah, suntingan, utuh)
        if buku is not None:
            salinan.write_bytes(buku.isi)
            basi = buku.basi | buku.tak_dibaca
            check_lembar(path.name, lembar_of(path), lembar_of(salinan), suntingan, utuh, basi)


@contextmanager
def _tempat_coba(path: Path) -> Iterator[Path]:
    """Give a place for a copy of the book, for its owner only and gone afterwards.

    It lies beside the book: whoever holds the book next removes what a killed process has left.
    """
    folder = nama_samping(path)
    try:
        folder.mkdir(mode=0o700)
        yield folder / path.name
    except OSError as e:
        raise KlaError(kesalahan_tulis(path.name, sebut_tak_tertulis(e))) from e
    finally:
        shutil.rmtree(folder, ignore_errors=True)
