"""Command about two meetings: what changed between them."""

import argparse
import sys
from typing import Any

from kla_lib.bahasa import _
from kla_lib.cli.keluaran import print_json
from kla_lib.cli.pengurai import add_dari_kerja, folder
from kla_lib.errors import Kesalahan, KlaError


def add_commands(perintah: Any) -> None:
    """Add `kla diff`."""
    p = perintah.add_parser("diff", help=_("bandingkan dua rapat yang sudah diterbitkan"))
    add_dari_kerja(p, "sebelum", metavar="RAPAT_A", help=_("rapat yang lebih dulu: id atau berkas YAML"))
    add_dari_kerja(p, "sesudah", metavar="RAPAT_B", help=_("rapat sesudahnya: id atau berkas YAML"))
    p.add_argument("--outputs", type=folder, metavar="FOLDER", help=_("folder keluaran; bawaannya outputs/"))
    p.add_argument("--json", action="store_true", help=_("hasil sebagai JSON di baris terakhir"))
    p.set_defaults(jalankan=_diff)


def _diff(args: argparse.Namespace) -> int:
    from kla_lib.cli.kini import load_rapat_kini
    from kla_lib.letak import folder_outputs
    from kla_lib.rules.params import params_bawaan
    from kla_lib.views.perubahan.dua_buku import banding_dua, sebut_dua

    params = params_bawaan()
    kini = load_rapat_kini(params) if args.sesudah is None else None
    sebelum = args.sebelum or (kini.sebelumnya if kini else None)
    if sebelum is None:
        salah = _("rapat ini tidak menyebut rapat sebelumnya, jadi tidak ada yang dibandingkan")
        perbaikan = _("Isi kunci sebelumnya di berkas rapat, atau tulis kla diff RAPAT_A RAPAT_B.")
        raise KlaError(Kesalahan("rapat", kini.id if kini else "RAPAT_A", salah, perbaikan))
    dua = banding_dua(params, sebelum, args.sesudah or (kini.id if kini else ""), args.outputs or folder_outputs())
    for pesan in dua.pesan:
        print(pesan, file=sys.stderr)
    if args.json:
        print_json(dua.sebagai_dict())
    else:
        print("\n".join(sebut_dua(dua)))
    if dua.berubah:
        return 1
    return 0 if dua.seluruhnya else 2  # of what was not compared nobody can say that nothing changed
