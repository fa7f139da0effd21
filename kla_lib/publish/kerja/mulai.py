"""Make a work folder whole, or add what one lacks: at no moment is half of a new one there, and nothing is replaced."""

import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from kla_lib.bahasa import _
from kla_lib.berkas import is_tak_tertulis, nama_samping, sebut_tak_tertulis, write_whole
from kla_lib.data.kumpul.isian import daftar_peran, make_isian
from kla_lib.errors import Kesalahan, KlaError
from kla_lib.gembok import lock_buku
from kla_lib.letak import BERKAS_KERJA, FOLDER_PROYEK, NAMA_KERJA
from kla_lib.publish.kerja import baca_saya, buku_kerja
from kla_lib.publish.kerja.rapat_awal import rapat_awal
from kla_lib.publish.kerja.syarat import check_tahun, check_tempat, form_tahun
from kla_lib.publish.lembar.isian import nama_berkas, template_bytes
from kla_lib.rules.daerah.daerah import Daerah, load_daerah
from kla_lib.rules.daerah.peran import load_peran
from kla_lib.rules.daerah.semua_daerah import cari_daerah
from kla_lib.rules.daerah.wilayah import read_wilayah
from kla_lib.rules.folder_kerja import FolderKerja, load_kerja
from kla_lib.rules.params import Params
from kla_lib.rules.rapat import load_rapat

FOLDER_KOSONG = ("isian", "kembali", "outputs", "daerah", "skenario", "indeks")
"""Folders that are made empty."""

Isi = Callable[[], bytes]


@dataclass(frozen=True)
class HasilMulai:
    """What became of a work folder: the files added and kept, by their place in it; its meeting and book.

    dari_rapat: the meeting that was the current one until now, where another took its place.
    """

    folder: Path
    daerah: Daerah
    rapat: str
    buku: str
    ditambah: tuple[str, ...]
    tetap: tuple[str, ...]
    pesan: tuple[str, ...]
    baru: bool
    dari_rapat: str = ""


def folder_biasa() -> Path:
    """Return where a work folder goes if nobody says: here, but for the product's own folder beside that."""
    kini = Path.cwd()
    return (FOLDER_PROYEK.parent if kini.is_relative_to(FOLDER_PROYEK) else kini) / NAMA_KERJA


def mulai(
    params: Params,
    folder: Path,
    daerah: str | None = None,
    tahun: int | None = None,
    tanggal: date | None = None,
    wilayah: Path | None = None,
) -> HasilMulai:
    """Make a work folder for a region, an evaluated year and the day of a meeting; complete one that is there.

    Of a folder that is there, what is not told is its own.  Another day adds a
    meeting, which becomes the current one; every other file stays as it is.
    wilayah: a CSV of the region's kecamatan and kelurahan.  Raises KlaError,
    and leaves all as it was, for a region, year or day that cannot be meant,
    a place that cannot be a work folder, and another region's or year's.
    """
    folder = folder.absolute()
    check_tempat(folder)
    with lock_buku(folder), _tertulis(folder):
        ada = load_kerja(folder) if (folder / BERKAS_KERJA).exists() else None
        return _mulai(params, folder, ada, daerah, tahun, tanggal, wilayah)


def _mulai(
    params: Params,
    folder: Path,
    ada: FolderKerja | None,
    daerah: str | None,
    tahun: int | None,
    tanggal: date | None,
    wilayah: Path | None,
) -> HasilMulai:
    params = Params(*params.folder, rapat=params.rapat, skenario=params.skenario, kerja=folder)
    kota = _daerah(params, daerah or (ada.daerah if ada else ""), wilayah)
    tahun = tahun or (ada.tahun if ada else 0)
    check_tahun(params, tahun, tanggal)
    if ada is not None:
        _check_sama(folder, _daerah(params, ada.daerah, None).id, ada.tahun, kota.id, tahun)
    lama = ada.rapat if ada else None
    id_rapat = f"{kota.id}-{tanggal.isoformat()}" if tanggal else lama or ""
    isi = _susun(params, kota, tahun, tanggal, id_rapat, _sebelumnya(params, lama, tanggal), wilayah)
    salinan = buku_kerja.plan_salinan(folder / buku_kerja.FOLDER)
    kurang = {tempat: buat for tempat, buat in isi.items() if not (folder / tempat).exists()}
    tulis = {f"{buku_kerja.FOLDER}/{nama}": b for nama, b in salinan.berkas.items()}
    tulis |= {tempat: buat() for tempat, buat in kurang.items()}
    berganti = ada is not None and f"rapat/{id_rapat}.yaml" in kurang and lama != id_rapat
    if berganti:
        tulis[BERKAS_KERJA] = _tunjuk((folder / BERKAS_KERJA).read_text(encoding="utf-8"), id_rapat).encode()
    if folder.exists() and any(folder.iterdir()):
        _lengkapi(folder, tulis)
    else:
        _buat(folder, tulis)
    tetap = [t for t in isi if t not in kurang and not (berganti and t == BERKAS_KERJA)]
    tambah = [*kurang, *(f"{buku_kerja.FOLDER}/{n}" for n in salinan.baru)]
    tambah += [f"{buku_kerja.FOLDER}/{samping}" for _nama, samping in salinan.bersanding]
    return HasilMulai(
        folder,
        kota,
        id_rapat,
        f"buku/{kota.id}-{tahun}.xlsx",
        tuple(tambah),
        tuple(tetap),
        tuple(salinan.pesan),
        ada is None,
        (lama or "") if berganti else "",
    )


def _daerah(params: Params, teks: str, wilayah: Path | None) -> Daerah:
    """Return the region that is meant, with the areas of a table if one is given."""
    try:
        kota = load_daerah(params, teks)
    except KlaError:
        cari_daerah(params, teks, "DAERAH")  # says better what a region may be called
        raise
    return kota if wilayah is None else replace(kota, wilayah=read_wilayah(wilayah))


def _sebelumnya(params: Params, lama: str | None, tanggal: date | None) -> str | None:
    """Return the meeting before a new one: the current one, where that is held earlier."""
    if lama is None or tanggal is None:
        return None
    try:
        return lama if load_rapat(params, lama).tanggal < tanggal else None
    except KlaError:  # its file is gone or being written: the new one says that there is none
        return None


def _check_sama(folder: Path, daerah_ada: str, tahun_ada: int, daerah: str, tahun: int) -> None:
    for apa, lama, baru in ((_("daerah"), daerah_ada, daerah), (_("tahun"), str(tahun_ada), str(tahun))):
        if lama != baru:
            raise KlaError(
                Kesalahan(
                    "folder_kerja",
                    BERKAS_KERJA,
                    _("folder kerja {folder} untuk {apa} {lama}, bukan {baru}").format(
                        folder=folder.name, apa=apa, lama=lama, baru=baru
                    ),
                    _("Buat folder lain: tambahkan --folder {contoh}.").format(contoh=f"{folder.name}-{baru}"),
                )
            )


def _susun(
    params: Params,
    kota: Daerah,
    tahun: int,
    tanggal: date | None,
    id_rapat: str,
    sebelumnya: str | None,
    wilayah: Path | None,
) -> dict[str, Isi]:
    """Return every file of a whole work folder by its place, each with its maker; kla.yaml, its mark, last."""
    form = form_tahun(params, tahun)
    buku = f"buku/{kota.id}-{tahun}.xlsx"

    def templat(opd: str | None) -> bytes:
        return template_bytes(make_isian(params, kota, form, tahun, opd))

    isi: dict[str, Isi] = {buku: partial(templat, None)}
    isi |= {f"isian/{nama_berkas(kota.id, opd)}": partial(templat, opd) for opd in daftar_peran(form)}
    if wilayah is not None:
        isi[f"wilayah/{kota.id}.csv"] = wilayah.read_bytes
    if tanggal is not None:
        teks = rapat_awal(id_rapat, kota, tanggal, form, load_peran(params), f"../{buku}", sebelumnya)
        isi[f"rapat/{id_rapat}.yaml"] = teks.encode
    elif (params.path(f"rapat/{id_rapat}.yaml")).is_file():
        isi[f"rapat/{id_rapat}.yaml"] = bytes  # it is there, so nobody makes it
    isi[baca_saya.NAMA] = baca_saya.baca_saya(kota, tahun, buku, f"rapat/{id_rapat}.yaml").encode
    isi[BERKAS_KERJA] = _kla_yaml(kota.id, tahun, id_rapat).encode
    return isi


def _kla_yaml(daerah: str, tahun: int, rapat: str) -> str:
    baris = [
        _("# Folder kerja KLA. Perintah dan buku kerja memakai rapat ini, bila tidak diminta yang lain."),
        f"daerah: {daerah}",
        f"tahun: {tahun}",
        f"rapat: {rapat}",
    ]
    return "\n".join(baris) + "\n"


def _tunjuk(teks: str, rapat: str) -> str:
    """Return the text of kla.yaml with another meeting as the current one, all else as she wrote it."""
    baru, banyak = re.subn(r"(?m)^rapat:.*$", f"rapat: {rapat}", teks, count=1)
    return baru if banyak else f"{teks.rstrip()}\nrapat: {rapat}\n"


def _buat(folder: Path, isi: Mapping[str, bytes]) -> None:
    """Put a new work folder in its place in one step."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    samping = nama_samping(folder)
    try:
        _tulis(samping, isi)
        if folder.exists():
            folder.rmdir()  # it is empty
        samping.rename(folder)
    finally:
        shutil.rmtree(samping, ignore_errors=True)


def _lengkapi(folder: Path, isi: Mapping[str, bytes]) -> None:
    """Add files to a work folder; where that fails, what was added goes again."""
    baru = [folder / t for t in isi if not (folder / t).exists()]
    folder_baru = [f for f in {folder / n for n in FOLDER_KOSONG} | {p.parent for p in baru} if not f.exists()]
    try:
        _tulis(folder, isi)
    except OSError:
        for path in baru:
            with suppress(OSError):
                path.unlink(missing_ok=True)
        for f in folder_baru:
            with suppress(OSError):  # never made, or something of hers is in it by now
                f.rmdir()
        raise


def _tulis(folder: Path, isi: Mapping[str, bytes]) -> None:
    for kosong in FOLDER_KOSONG:
        (folder / kosong).mkdir(parents=True, exist_ok=True)
    for tempat, b in isi.items():
        write_whole(folder / tempat, b)


@contextmanager
def _tertulis(folder: Path) -> Iterator[None]:
    """Say as a message that the place of a work folder cannot be written."""
    try:
        yield
    except OSError as e:
        if not is_tak_tertulis(e):
            raise
        raise KlaError(
            Kesalahan(
                "folder_kerja",
                str(folder),
                _("folder kerja tidak bisa dibuat atau ditulisi ({pesan})").format(pesan=sebut_tak_tertulis(e)),
                _("Periksa izin dan sisa ruang disk, atau pilih tempat lain dengan --folder. Tidak ada yang berubah."),
            )
        ) from e
