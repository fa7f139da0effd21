"""Command that makes generated regions, to try what looks over many of them."""

import argparse
import sys
from pathlib import Path
from typing import Any

from kla_lib.bahasa import _
from kla_lib.cli.pengurai import bilangan

SETIAP = 50
"""After how many regions progress is told."""


def add_commands(perintah: Any) -> None:
    """Add `kla contoh`."""
    p = perintah.add_parser("contoh", help=_("buat folder kerja berisi daerah-daerah buatan, untuk mencoba"))
    p.add_argument("tujuan", metavar="FOLDER", type=Path, help=_("folder baru yang akan dibuat"))
    p.add_argument("--daerah", type=bilangan, required=True, metavar="N", help=_("berapa daerah, paling banyak 999"))
    p.set_defaults(jalankan=_contoh, membuat=True)


def _contoh(args: argparse.Namespace) -> int:
    from kla_lib.contoh.buat.banyak import TERBANYAK, write_daerah_contoh
    from kla_lib.errors import Kesalahan, KlaError
    from kla_lib.rules.params import params_bawaan

    if args.daerah > TERBANYAK:
        salah = _("{n} daerah terlalu banyak").format(n=args.daerah)
        raise KlaError(Kesalahan("banyak", "--daerah", salah, _("Tulis 1 sampai {n}.").format(n=TERBANYAK)))

    def maju(nomor: int) -> None:
        if nomor % SETIAP == 0:
            print(_("{n} dari {semua} daerah").format(n=nomor, semua=args.daerah), file=sys.stderr)

    write_daerah_contoh(params_bawaan(), args.daerah, args.tujuan, maju)
    print(_("{n} daerah buatan di {tempat}; baca BACA-SAYA.txt.").format(n=args.daerah, tempat=args.tujuan))
    return 0
