"""Command about two meetings: what changed between them."""

import argparse
import sys
from typing import Any

from kla_lib.bahasa import _
from kla_lib.cli.keluaran import print_json
from kla_lib.cli.pengurai import folder


def add_commands(perintah: Any) -> None:
    """Add `kla diff`."""
    p = perintah.add_parser("diff", help=_("bandingkan dua rapat yang sudah diterbitkan"))
    p.add_argument("sebelum", metavar="RAPAT_A", help=_("rapat yang lebih dulu: id atau berkas YAML"))
    p.add_argument("sesudah", metavar="RAPAT_B", help=_("rapat sesudahnya: id atau berkas YAML"))
    p.add_argument("--outputs", type=folder, metavar="FOLDER", help=_("folder keluaran; bawaannya outputs/"))
    p.add_argument("--json", action="store_true", help=_("hasil sebagai JSON di baris terakhir"))
    p.set_defaults(jalankan=_diff)


def _diff(args: argparse.Namespace) -> int:
    from kla_lib.letak import FOLDER_OUTPUTS
    from kla_lib.rules.params import params_bawaan
    from kla_lib.views.perubahan.dua_buku import banding_dua, sebut_dua

    dua = banding_dua(params_bawaan(), args.sebelum, args.sesudah, args.outputs or FOLDER_OUTPUTS)
    for pesan in dua.pesan:
        print(pesan, file=sys.stderr)
    if args.json:
        print_json(dua.sebagai_dict())
    else:
        print("\n".join(sebut_dua(dua)))
    return 0 if dua.seluruhnya else 1
