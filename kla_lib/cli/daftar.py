"""Command about work: the list that an evaluator prints and sorts."""

import argparse
import sys
from pathlib import Path
from typing import Any

from kla_lib.bahasa import _
from kla_lib.cli.keluaran import print_json
from kla_lib.cli.pengurai import add_dari_kerja


def add_commands(perintah: Any) -> None:
    """Add `kla worklist`."""
    p = perintah.add_parser("worklist", help=_("tulis daftar kerja sebuah buku data atau rapat sebagai XLSX"))
    add_dari_kerja(p, "sumber", metavar="BUKU|RAPAT", help=_("buku data, contoh:NAMA, berkas rapat, atau id rapat"))
    p.add_argument("-o", dest="tujuan", required=True, type=Path, metavar="FILE", help=_("berkas .xlsx yang ditulis"))
    p.add_argument("--json", action="store_true", help=_("hasil sebagai JSON di baris terakhir"))
    p.set_defaults(jalankan=_worklist)


def _worklist(args: argparse.Namespace) -> int:
    from kla_lib.errors import Kesalahan, KlaError
    from kla_lib.publish.lembar.daftar_kerja import write_daftar_kerja

    if args.tujuan.suffix.lower() != ".xlsx":
        raise KlaError(
            Kesalahan(
                "akhiran",
                args.tujuan.name,
                _("daftar kerja ditulis sebagai XLSX"),
                _("Beri nama yang berakhir .xlsx, misalnya daftar.xlsx."),
            )
        )
    lembar = write_daftar_kerja(_load(args.sumber), args.tujuan)
    print(_("Ditulis: {berkas}").format(berkas=args.tujuan), file=sys.stderr)
    if args.json:
        print_json({"berkas": str(args.tujuan), "lembar": lembar})
    return 0


def _load(sumber: str | None) -> Any:
    """Return the meeting or the book that the word names, by default the current meeting.

    What exists as a file or folder is not looked up as an id.
    """
    from kla_lib.cli.kini import load_rapat_kini, path_buku_disebut
    from kla_lib.keadaan.muat import load_keadaan, load_keadaan_buku
    from kla_lib.rules.params import params_bawaan
    from kla_lib.rules.rapat import CONTOH, SQL, load_rapat

    params = params_bawaan()
    if sumber is None:
        return load_keadaan(params, load_rapat_kini(params))
    if sumber.endswith(".yaml"):
        return load_keadaan(params, load_rapat(params, sumber))
    if sumber.startswith((CONTOH, SQL)) or Path(sumber).exists():
        return load_keadaan_buku(params, path_buku_disebut(params, sumber))
    return load_keadaan(params, sumber)
