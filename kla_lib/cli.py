"""Take commands at the terminal; every command ends in a result or a message.

Exit codes: 0 done, 1 faults found or packs failed, 2 the input or the command cannot be used,
130 stopped from the keyboard.
With `--json` the result is the last line of standard output.
"""

import argparse
import json
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

from kla_lib.bahasa import _
from kla_lib.errors import KlaError

# Each command imports what it needs when it runs, so that `kla --help` answers at once.


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    args = build_parser().parse_args(argv)
    try:
        return int(args.jalankan(args))
    except KlaError as e:
        if getattr(args, "json", False):
            _print_json({"kesalahan": [k.sebagai_dict() for k in e.kesalahan], "jumlah": len(e.kesalahan)})
        print(e, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print(_("Dihentikan. Paket yang sudah jadi tetap utuh."), file=sys.stderr)
        return 130


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

    def error(self, message: str) -> NoReturn:
        """Print usage and fault, and end with 2."""
        self.print_usage(sys.stderr)
        for pola, ganti in PESAN:
            message = re.sub(pola, ganti, message)
        self.exit(2, _("{prog}: {pesan}. Lihat: {prog} --help").format(prog=self.prog, pesan=message) + "\n")


PESAN = (
    (r"^the following arguments are required: (.*)$", r"argumen \1 belum ada (tulis sebelum pilihan yang diawali --)"),
    (r"^unrecognized arguments: (.*)$", r"argumen \1 tidak dikenal"),
    (r"^argument (\S+): expected at least one argument$", r"\1 perlu diikuti isinya"),
    (r"^argument (\S+): expected one argument$", r"\1 perlu diikuti satu isi"),
    (r"^argument (\S+): invalid choice: (\S+) \(choose from (.*)\)$", r"\1: \2 tidak dikenal; pilihannya \3"),
    (r"^argument (\S+): (.*)$", r"\1: \2"),
)


def build_parser() -> argparse.ArgumentParser:
    """Return the command line as it is documented."""
    parser = Pengurai(prog="kla", description=_("Buku kerja evaluasi Kabupaten/Kota Layak Anak."))
    perintah = parser.add_subparsers(required=True, metavar=_("PERINTAH"))

    p = perintah.add_parser("score", help=_("hitung nilai sebuah buku data"))
    p.add_argument("buku", metavar="BUKU", help=_("folder CSV, berkas XLSX, atau contoh:NAMA"))
    p.add_argument("--instrumen", metavar="TAHUN", help=_("form yang dipakai; bawaannya yang disebut buku"))
    p.add_argument("--tahap", choices=["em", "va", "vl", "vf"], help=_("tahap yang dihitung; bawaannya tahap berjalan"))
    p.add_argument("--json", action="store_true", help=_("hasil sebagai JSON di baris terakhir"))
    p.set_defaults(jalankan=_score)

    p = perintah.add_parser("check", help=_("periksa sebuah buku data"))
    p.add_argument("buku", metavar="BUKU", help=_("folder CSV, berkas XLSX, atau contoh:NAMA"))
    p.add_argument("--json", action="store_true", help=_("semua kesalahan sebagai JSON di baris terakhir"))
    p.set_defaults(jalankan=_check)

    p = perintah.add_parser("run", help=_("buat paket semua klaster sebuah rapat"))
    p.add_argument("rapat", metavar="RAPAT.yaml", type=Path, help=_("berkas rapat"))
    p.add_argument("--only", nargs="+", metavar="KLASTER", default=[], help=_("hanya klaster ini (dan ringkasan)"))
    p.add_argument("--jobs", type=_jumlah, metavar="N", help=_("berapa paket sekaligus; bawaannya satu per inti"))
    p.add_argument("--outputs", type=Path, metavar="FOLDER", help=_("folder keluaran; bawaannya outputs/"))
    p.set_defaults(jalankan=_run)

    p = perintah.add_parser("lab", help=_("buka buku kerja di JupyterLab"))
    p.add_argument("notebook", nargs="?", default="00_mulai", metavar="NOTEBOOK", help=_("nama notebook"))
    p.set_defaults(jalankan=_lab)
    return parser


def _jumlah(teks: str) -> int:
    if not teks.isdecimal() or int(teks) < 1:
        raise argparse.ArgumentTypeError(_("'{teks}' bukan bilangan mulai dari 1").format(teks=teks))
    return int(teks)


def _print_json(isi: Any) -> None:
    print(json.dumps(isi, ensure_ascii=False))


def _score(args: argparse.Namespace) -> int:
    from kla_lib.bahasa import format_angka
    from kla_lib.data.buku import load_buku
    from kla_lib.rules.daerah import nama_daerah
    from kla_lib.rules.kategori import load_kategori
    from kla_lib.rules.rapat import path_buku
    from kla_lib.scoring.laporan import report, score_buku

    buku = load_buku(path_buku(args.buku), args.instrumen)
    kategori = load_kategori(buku.keterangan.tahun_evaluasi)
    hasil = score_buku(buku, args.tahap, kategori)
    if args.json:
        _print_json(report(buku, hasil))
        return 0
    print(
        (
            _("{daerah} {tahun}, tahap {tahap}: sementara {nilai} poin ({kategori} bila berhenti di sini)")
            if hasil.belum_dinilai
            else _("{daerah} {tahun}, tahap {tahap}: {nilai} poin, setara {kategori}")
        ).format(
            daerah=nama_daerah(buku.keterangan.daerah),
            tahun=buku.keterangan.tahun_evaluasi,
            tahap=hasil.tahap,
            nilai=format_angka(hasil.diklaim),
            kategori=kategori.nama(hasil.kategori),
        )
    )
    terdukung = _("belum dicatat") if hasil.terdukung is None else format_angka(hasil.terdukung)
    print(_("Berdokumen lengkap: {terdukung}").format(terdukung=terdukung))
    for k in hasil.klaster.itertuples(index=False):
        nilai = format_angka(k.nilai) if k.nilai == k.nilai else _("belum dinilai")
        print(f"  {k.nama_pendek:<28} {nilai:>10} / {format_angka(k.nilai_maksimal)}")
    if hasil.belum_dinilai:
        print(_("{n} pertanyaan belum dinilai.").format(n=hasil.belum_dinilai))
    return 0


def _check(args: argparse.Namespace) -> int:
    from kla_lib.data.buku import load_buku
    from kla_lib.rules.rapat import path_buku

    try:
        load_buku(path_buku(args.buku))
    except KlaError as e:
        print(e, file=sys.stderr)
        print(_("{n} kesalahan.").format(n=len(e.kesalahan)), file=sys.stderr)
        if args.json:
            _print_json({"kesalahan": [k.sebagai_dict() for k in e.kesalahan], "jumlah": len(e.kesalahan)})
        return 1
    if args.json:
        _print_json({"kesalahan": [], "jumlah": 0})
    else:
        print(_("Tidak ada kesalahan."))
    return 0


def _run(args: argparse.Namespace) -> int:
    from kla_lib.letak import FOLDER_OUTPUTS, nama_tampil
    from kla_lib.publish.rapat import run_rapat

    hasil = run_rapat(args.rapat, args.outputs or FOLDER_OUTPUTS, args.only, args.jobs)
    for p in hasil.paket:
        if not p.berhasil:
            print(f"{p.id}: {p.pesan}", file=sys.stderr)
    index = hasil.folder / "index.html"
    print(_("Buka {index}").format(index=nama_tampil(index) if args.outputs is None else index))
    return 0 if hasil.berhasil else 1


def _lab(args: argparse.Namespace) -> int:
    from kla_lib.publish.lab import open_lab

    return open_lab(args.notebook)


if __name__ == "__main__":
    sys.exit(main())
