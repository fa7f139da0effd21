"""Take commands at the terminal; every command ends in a result or a message.

Exit codes: 0 done, 1 faults found or packs failed, 2 the input or the command cannot be used,
130 stopped from the keyboard.
With `--json` the result is the last line of standard output.
"""

import argparse
import errno
import os
import sys
from collections.abc import Sequence

from kla_lib.bahasa import _
from kla_lib.cli import app, daftar, form, isian, jadwal, keputusan, keutuhan, nilai, pdf, perubahan, rapat, rencana
from kla_lib.cli.keluaran import keluaran_tampak, print_json
from kla_lib.cli.pengurai import Pengurai
from kla_lib.errors import KlaError
from kla_lib.lingkungan import pakai_jalur_aman

SUBJEK = (nilai, isian, keputusan, daftar, rencana, form, rapat, jadwal, keutuhan, pdf, perubahan, app)
"""The modules that each add the commands of one subject, in the order of the help.

Each command imports what it needs when it runs, so that `kla --help` answers at once.
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    with keluaran_tampak():
        return _jalankan(argv)


def _jalankan(argv: Sequence[str] | None) -> int:
    try:
        pakai_jalur_aman()
        kode = _run(argv)
        sys.stdout.flush()
    except KeyboardInterrupt:
        print(_("Dihentikan. Berkas yang sudah jadi tetap utuh."), file=sys.stderr)
        return 130
    except BrokenPipeError:  # whoever reads our output has seen enough, as in `kla collect … | head`
        _discard_sisa()
        return 1
    except OSError as e:
        if e.errno != errno.ENOSPC:
            raise
        _discard_sisa()
        print(_("Hasil tidak bisa dituliskan: disk penuh. Kosongkan tempat, lalu ulangi."), file=sys.stderr)
        return 2
    return kode


def _run(argv: Sequence[str] | None) -> int:
    args = build_parser().parse_args(argv)
    try:
        return int(args.jalankan(args))
    except KlaError as e:
        if getattr(args, "json", False):
            print_json({"kesalahan": [k.sebagai_dict() for k in e.kesalahan], "jumlah": len(e.kesalahan)})
        print(e, file=sys.stderr)
        return 2


def _discard_sisa() -> None:
    """Send what still waits to be printed nowhere; it would fail once more when the process ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def build_parser() -> argparse.ArgumentParser:
    """Return the command line as it is documented."""
    parser = Pengurai(prog="kla", description=_("Buku kerja evaluasi Kabupaten/Kota Layak Anak."))
    perintah = parser.add_subparsers(required=True, metavar=_("PERINTAH"))
    for subjek in SUBJEK:
        subjek.add_commands(perintah)
    return parser
