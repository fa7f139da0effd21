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
from contextlib import nullcontext
from pathlib import Path

from kla_lib.bahasa import _
from kla_lib.berkas import TERTOLAK, is_tak_tertulis, sebut_tak_tertulis
from kla_lib.cli import (
    app,
    contoh,
    daftar,
    form,
    indeks,
    isian,
    jadwal,
    keputusan,
    keutuhan,
    mulai,
    nilai,
    pdf,
    perubahan,
    provinsi,
    rapat,
    rencana,
    vlh,
)
from kla_lib.cli.keluaran import keluaran_tampak, print_json
from kla_lib.cli.kini import di_folder
from kla_lib.cli.pengurai import Pengurai
from kla_lib.errors import Kesalahan, KlaError
from kla_lib.letak import nama_tampil
from kla_lib.lingkungan import pakai_jalur_aman

SUBJEK = (
    mulai,
    nilai,
    indeks,
    isian,
    keputusan,
    daftar,
    rencana,
    form,
    rapat,
    jadwal,
    keutuhan,
    pdf,
    vlh,
    perubahan,
    provinsi,
    contoh,
    app,
)
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
        kode = _run(argv) if _berpijak() else 2
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


def _berpijak() -> bool:
    """Whether the folder in which the terminal stands is still there; a message where it is not."""
    try:
        Path.cwd()
    except FileNotFoundError:
        pesan = _(
            "Folder tempat terminal ini berada sudah diganti atau dihapus. Masuk lagi ke folder itu, lalu ulangi."
        )
        print(pesan, file=sys.stderr)
        return False
    return True


def _run(argv: Sequence[str] | None) -> int:
    args = build_parser().parse_args(argv)
    try:
        membuat = getattr(args, "membuat", False)  # its folder need not be there yet
        with nullcontext() if membuat else di_folder(getattr(args, "folder_kerja", None)):
            return int(args.jalankan(args))
    except KlaError as e:
        return _tolak(e, getattr(args, "json", False))
    except OSError as e:  # a place that the system keeps from us, wherever it was met
        if e.errno == errno.ENOSPC or e.filename is None or not is_tak_tertulis(e):
            raise
        return _tolak(KlaError(_tak_terbuka(e)), getattr(args, "json", False))


def _tolak(e: KlaError, json: bool) -> int:
    if json:
        print_json({"kesalahan": [k.sebagai_dict() for k in e.kesalahan], "jumlah": len(e.kesalahan)})
    print(e, file=sys.stderr)
    return 2


def _tak_terbuka(e: OSError) -> Kesalahan:
    sebab = _("kita tidak berhak membukanya") if e.errno in TERTOLAK else sebut_tak_tertulis(e)
    return Kesalahan(
        "sistem",
        nama_tampil(Path(os.fsdecode(e.filename))),
        _("tidak dapat dibaca atau ditulis ({pesan})").format(pesan=sebab),
        _("Periksa izin berkas dan foldernya, tutup program lain yang memakainya, lalu ulangi."),
    )


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
