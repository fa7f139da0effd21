"""Command about paper: the packs of a meeting as PDF."""

import argparse
from pathlib import Path
from typing import Any

from kla_lib.bahasa import _


def add_commands(perintah: Any) -> None:
    """Add `kla pdf`."""
    p = perintah.add_parser("pdf", help=_("buat PDF dari paket rapat yang sudah diterbitkan"))
    p.add_argument("rapat", metavar="RAPAT.yaml", type=Path, help=_("berkas rapat"))
    p.add_argument("--only", nargs="+", metavar="PAKET", default=[], help=_("hanya paket ini, tanpa rapat.pdf"))
    p.add_argument("--outputs", type=Path, metavar="FOLDER", help=_("folder keluaran; bawaannya outputs/"))
    p.set_defaults(jalankan=_pdf)


def _pdf(args: argparse.Namespace) -> int:
    from kla_lib.letak import FOLDER_OUTPUTS, nama_tampil
    from kla_lib.publish.cetak import make_pdf

    hasil = make_pdf(args.rapat, args.outputs or FOLDER_OUTPUTS, args.only)
    for tempat in hasil.dibuat:
        pdf = hasil.folder / tempat
        print(_("Dibuat: {pdf}").format(pdf=nama_tampil(pdf) if args.outputs is None else pdf))
    if hasil.tetap:
        print(_("Sudah sesuai halamannya: {n} PDF.").format(n=len(hasil.tetap)))
    return 0
