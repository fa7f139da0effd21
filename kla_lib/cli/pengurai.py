"""Parse the command line with Indonesian help and complaints."""

import argparse
import errno
import re
import sys
from pathlib import Path
from typing import Any, NoReturn

from kla_lib.bahasa import _, bahasa
from kla_lib.letak import folder_kerja

TERPANJANG = 40
"""Letters that are repeated of an argument too long for a name."""


class Bantuan(argparse.HelpFormatter):
    """Help that begins with an Indonesian word."""

    def add_usage(self, usage: str | None, actions: Any, groups: Any, prefix: str | None = None) -> None:
        """Add the usage line."""
        super().add_usage(usage, actions, groups, _("pemakaian: ") if prefix is None else prefix)


class Pengurai(argparse.ArgumentParser):
    """A parser whose help and complaints are Indonesian."""

    def __init__(self, **pilihan: Any):
        super().__init__(**{"allow_abbrev": False, "add_help": False, "formatter_class": Bantuan, **pilihan})
        self._positionals.title = _("yang ditulis")
        self._optionals.title = _("pilihan")
        self.add_argument("-h", "--help", action="help", help=_("tampilkan bantuan ini"))
        self.add_argument(
            "--folder",
            dest="folder_kerja",
            type=folder,
            default=argparse.SUPPRESS,
            metavar="FOLDER",
            help=_("folder kerja; bawaannya yang terdekat dari sini ke atas"),
        )

    def parse_args(self, args: Any = None, namespace: Any = None) -> Any:
        """Return the arguments; what no file, folder or option can be called is refused before anything starts."""
        hasil = super().parse_args(args, namespace)
        for teks in sys.argv[1:] if args is None else args:
            self._check_nama(str(teks))
        _check_dari_kerja(hasil)
        return hasil

    def _check_nama(self, teks: str) -> None:
        if not teks.strip():
            self.error(_("ada argumen yang kosong; hapus, atau tulis isinya"))
        pilihan, _tanda, isi = teks.partition("=")
        try:
            Path(isi if isi and pilihan.startswith("-") else teks).stat()
        except ValueError:
            self.error(_("ada argumen dengan tanda yang tidak bisa menjadi nama berkas"))
        except OSError as e:
            if e.errno == errno.ENAMETOOLONG:
                self.error(_("'{awal}…' terlalu panjang untuk nama berkas").format(awal=teks[:TERPANJANG]))
            if e.errno == errno.ELOOP:
                self.error(_("'{nama}' adalah tautan yang menunjuk dirinya sendiri").format(nama=teks))

    def error(self, message: str) -> NoReturn:
        """Print usage and fault, and end with 2."""
        self.print_usage(sys.stderr)
        for pola, ganti in PESAN if bahasa() == "id" else ():  # argparse itself speaks English
            message = re.sub(pola, ganti, message)
        self.exit(2, _("{prog}: {pesan}. Lihat: {prog} --help").format(prog=self.prog, pesan=message) + "\n")


def add_dari_kerja(pengurai: argparse.ArgumentParser, nama: str, **pilihan: Any) -> None:
    """Add an argument that the work folder gives where it is not written; without one it is required."""
    bebas: dict[str, Any] = {} if nama.startswith("-") else {"nargs": "?"}
    aksi = pengurai.add_argument(nama, **pilihan, **bebas)
    lain = pengurai.get_default("dari_kerja") or ()
    pengurai.set_defaults(dari_kerja=(*lain, aksi), pengurai=pengurai)


def _check_dari_kerja(args: argparse.Namespace) -> None:
    """End a command that was not told what only a work folder could give, where there is none."""
    kurang = [a for a in getattr(args, "dari_kerja", ()) if getattr(args, a.dest) is None]
    if kurang and getattr(args, "folder_kerja", None) is None and folder_kerja() is None:
        nama = ", ".join(a.option_strings[0] if a.option_strings else str(a.metavar) for a in kurang)
        args.pengurai.error(f"the following arguments are required: {nama}")


PESAN = (
    (r"^the following arguments are required: (.*)$", r"argumen \1 belum ada (tulis sebelum pilihan yang diawali --)"),
    (r"^unrecognized arguments: (.*)$", r"argumen \1 tidak dikenal"),
    (r"^argument (\S+): expected at least one argument$", r"\1 perlu diikuti isinya"),
    (r"^argument (\S+): expected one argument$", r"\1 perlu diikuti satu isi"),
    (r"^argument (\S+): invalid choice: (\S+) \(choose from (.*)\)$", r"\1: \2 tidak dikenal; pilihannya \3"),
    (r"^argument (\S+): (.*)$", r"\1: \2"),
)


def folder(teks: str) -> Path:
    """Return a folder, as the value of an option; an empty one is a variable that was never set, and no folder."""
    if not teks.strip():
        raise argparse.ArgumentTypeError(_("kosong; tulis nama folder"))
    return Path(teks)


def tahun(teks: str) -> int:
    """Return a year of four digits, as the value of an option."""
    if not (teks.isdecimal() and teks.isascii()) or len(teks) != 4:
        raise argparse.ArgumentTypeError(_("'{teks}' bukan tahun").format(teks=teks))
    return int(teks)


def bilangan(teks: str) -> int:
    """Return a whole number from 1, as the value of an option."""
    if not teks.isdecimal() or int(teks) < 1:
        raise argparse.ArgumentTypeError(_("'{teks}' bukan bilangan mulai dari 1").format(teks=teks))
    return int(teks)
