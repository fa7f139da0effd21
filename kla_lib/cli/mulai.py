"""Command about the first day: make the work folder, or complete it."""

import argparse
from pathlib import Path
from typing import Any

from kla_lib.bahasa import _
from kla_lib.cli.jadwal import tanggal
from kla_lib.cli.pengurai import tahun
from kla_lib.letak import BERKAS_KERJA, folder_kerja


def add_commands(perintah: Any) -> None:
    """Add `kla mulai`."""
    p = perintah.add_parser("mulai", help=_("buat folder kerja: buku data, templat kantor, rapat, buku kerja"))
    p.add_argument("daerah", nargs="?", metavar="DAERAH", help=_("nama, kode, atau id daerah, misalnya kota-bekasi"))
    p.add_argument("--tahun", type=tahun, metavar="TAHUN", help=_("tahun yang dinilai"))
    p.add_argument("--rapat", type=tanggal, metavar="TANGGAL", help=_("hari rapat, TTTT-BB-HH"))
    p.add_argument("--wilayah", type=Path, metavar="FILE.csv", help=_("daftar kecamatan dan kelurahan"))
    p.set_defaults(jalankan=_mulai, membuat=True, pengurai=p)


def _mulai(args: argparse.Namespace) -> int:
    from kla_lib.publish.kerja.kata_mulai import lines_of
    from kla_lib.publish.kerja.mulai import folder_biasa, mulai
    from kla_lib.rules.params import params_bawaan

    folder = getattr(args, "folder_kerja", None) or folder_kerja() or folder_biasa()
    if not (folder / BERKAS_KERJA).is_file():
        isi = {"DAERAH": args.daerah, "--tahun": args.tahun, "--rapat": args.rapat}
        kurang = [nama for nama, nilai in isi.items() if nilai is None]
        if kurang:
            args.pengurai.error(f"the following arguments are required: {', '.join(kurang)}")
    hasil = mulai(params_bawaan(), folder, args.daerah, args.tahun, args.rapat, args.wilayah)
    print("\n".join(lines_of(hasil)))
    return 0
