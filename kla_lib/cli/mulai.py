"""Command about the first day: make the work folder, or complete it."""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kla_lib.bahasa import _
from kla_lib.cli.jadwal import tanggal
from kla_lib.cli.pengurai import tahun
from kla_lib.letak import BERKAS_KERJA, FOLDER_PROYEK, NAMA_KERJA, folder_kerja

if TYPE_CHECKING:
    from kla_lib.publish.kerja.mulai import HasilMulai

PALING_BANYAK = 6
"""Places of files that are named; the others are counted."""


def add_commands(perintah: Any) -> None:
    """Add `kla mulai`."""
    p = perintah.add_parser("mulai", help=_("buat folder kerja: buku data, templat kantor, rapat, buku kerja"))
    p.add_argument("daerah", nargs="?", metavar="DAERAH", help=_("nama, kode, atau id daerah, misalnya kota-bekasi"))
    p.add_argument("--tahun", type=tahun, metavar="TAHUN", help=_("tahun yang dinilai"))
    p.add_argument("--rapat", type=tanggal, metavar="TANGGAL", help=_("hari rapat, TTTT-BB-HH"))
    p.add_argument("--wilayah", type=Path, metavar="FILE.csv", help=_("daftar kecamatan dan kelurahan"))
    p.set_defaults(jalankan=_mulai, membuat=True, pengurai=p)


def _mulai(args: argparse.Namespace) -> int:
    from kla_lib.publish.kerja.mulai import mulai
    from kla_lib.rules.params import params_bawaan

    folder = getattr(args, "folder_kerja", None) or folder_kerja() or _folder_biasa()
    if not (folder / BERKAS_KERJA).is_file():
        isi = {"DAERAH": args.daerah, "--tahun": args.tahun, "--rapat": args.rapat}
        kurang = [nama for nama, nilai in isi.items() if nilai is None]
        if kurang:
            args.pengurai.error(f"the following arguments are required: {', '.join(kurang)}")
    hasil = mulai(params_bawaan(), folder, args.daerah, args.tahun, args.rapat, args.wilayah)
    print("\n".join(_lines(hasil)))
    return 0


def _folder_biasa() -> Path:
    """Return where a work folder goes if nobody says: here, but for the product's own folder beside that."""
    kini = Path.cwd()
    return (FOLDER_PROYEK.parent if kini.is_relative_to(FOLDER_PROYEK) else kini) / NAMA_KERJA


def _lines(h: "HasilMulai") -> Iterator[str]:
    """Yield what was made, what stayed, and the next step."""
    kalimat = _("Folder kerja {daerah} dibuat: {folder}") if h.baru else _("Folder kerja {daerah}: {folder}")
    yield kalimat.format(daerah=h.daerah.nama, folder=h.folder)
    if h.tetap:
        yield _("Sudah ada dan tidak diubah: {daftar}.").format(daftar=_daftar(h.tetap))
    if h.ditambah:
        yield _("Ditambahkan: {daftar}.").format(daftar=_daftar(h.ditambah))
    else:
        yield _("Tidak ada yang kurang, jadi tidak ada yang ditambahkan.")
    if h.dari_rapat:
        yield _("Rapat yang disiapkan kini {baru}, bukan lagi {lama} (baris rapat di kla.yaml).").format(
            baru=h.rapat, lama=h.dari_rapat
        )
    yield from h.pesan
    yield _("Berikutnya: kirim berkas di {isian}, simpan yang kembali di {kembali}, lalu dari folder itu:").format(
        isian=h.folder / "isian", kembali=h.folder / "kembali"
    )
    yield "  kla collect"
    yield "  kla check"
    yield "  kla run"


def _daftar(tempat: tuple[str, ...]) -> str:
    """Return the places, files of one folder together where there are many."""
    per_folder: dict[str, list[str]] = {}
    for t in tempat:
        per_folder.setdefault(t.rpartition("/")[0], []).append(t)
    hasil = []
    for folder, isi in per_folder.items():
        banyak = folder and len(isi) > PALING_BANYAK
        hasil += [_("{folder}/ ({n} berkas)").format(folder=folder, n=len(isi))] if banyak else isi
    return ", ".join(hasil)
