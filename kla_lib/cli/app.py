"""Open the start page, the scenario panel or another notebook as an app."""

import argparse
from pathlib import Path
from typing import Any

from kla_lib.bahasa import _
from kla_lib.cli.pengurai import bilangan


def add_commands(perintah: Any) -> None:
    """Add `kla app`."""
    p = perintah.add_parser("app", help=_("buka halaman mulai sebagai aplikasi di peramban, tanpa kode"))
    p.add_argument(
        "rapat", nargs="?", metavar="RAPAT.yaml", type=Path, help=_("berkas rapat; bawaannya rapat di notebook")
    )
    p.add_argument(
        "--notebook",
        default="00_mulai",
        metavar="NAMA",
        help=_("notebook lain, misalnya 20_skenario; bawaannya 00_mulai"),
    )
    p.add_argument("--port", type=bilangan, metavar="N", help=_("nomor port; bawaannya yang bebas mulai 8866"))
    p.add_argument("--tanpa-peramban", action="store_true", help=_("jangan buka peramban; cetak alamatnya saja"))
    p.set_defaults(jalankan=_app)


def _app(args: argparse.Namespace) -> int:
    from kla_lib.publish.aplikasi.app import open_app
    from kla_lib.rules.params import params_bawaan

    return open_app(params_bawaan(), args.notebook, args.rapat, args.port, not args.tanpa_peramban)
