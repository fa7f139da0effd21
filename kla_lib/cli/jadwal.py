"""Command about the calendar: make the packs of the meetings that come up."""

import argparse
import os
import re
import shlex
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kla_lib.bahasa import _, format_tanggal, gabung
from kla_lib.cli.kait import run_kait
from kla_lib.cli.keluaran import print_json
from kla_lib.cli.pengurai import bilangan, folder
from kla_lib.cli.tabel_akhir import tabel_akhir

if TYPE_CHECKING:
    from kla_lib.publish.terbitan.jadwal import HasilJadwal

MINGGU = 7


def add_commands(perintah: Any) -> None:
    """Add `kla due`."""
    p = perintah.add_parser("due", help=_("buat paket rapat yang akan datang dan yang masukannya berubah"))
    p.add_argument(
        "--within", type=hari, default=MINGGU, metavar="7d", help=_("berapa hari ke depan, misalnya 7d; bawaannya 7d")
    )
    p.add_argument("--today", type=tanggal, metavar="TANGGAL", help=_("anggap hari ini TANGGAL, misalnya 2025-03-12"))
    p.add_argument("--rapat", type=Path, metavar="FOLDER", help=_("folder berkas rapat; bawaannya params/rapat"))
    p.add_argument("--outputs", type=folder, metavar="FOLDER", help=_("folder keluaran; bawaannya outputs/"))
    p.add_argument("--jobs", type=bilangan, metavar="N", help=_("berapa paket sekaligus; bawaannya satu per inti"))
    p.add_argument(
        "--hook",
        metavar="PERINTAH",
        help=_("jalankan perintah ini sesudahnya, bila ada yang dibuat atau terhalang; ringkasannya JSON di stdin"),
    )
    p.add_argument("--json", action="store_true", help=_("hasil sebagai JSON di baris terakhir"))
    p.set_defaults(jalankan=_due)


def hari(teks: str) -> int:
    """Return a number of days, written 7d or 7, as the value of an option."""
    if not re.fullmatch(r"\d{1,4}d?", teks):
        raise argparse.ArgumentTypeError(_("'{teks}' bukan banyaknya hari; tulis misalnya 7d").format(teks=teks))
    return int(teks.rstrip("d"))


def tanggal(teks: str) -> date:
    """Return a day, written 2025-03-12, as the value of an option."""
    try:
        return date.fromisoformat(teks)
    except ValueError:
        pesan = _("'{teks}' bukan tanggal; tulis misalnya 2025-03-12").format(teks=teks)
        raise argparse.ArgumentTypeError(pesan) from None


def _due(args: argparse.Namespace) -> int:
    from kla_lib.publish.batch.hangat import siapkan_impor

    siapkan_impor()  # before anything imports numpy

    from kla_lib.errors import Kesalahan, KlaError
    from kla_lib.letak import folder_outputs
    from kla_lib.publish.terbitan.jadwal import hari_ini, run_jadwal
    from kla_lib.rules.params import RAPAT, params_bawaan

    kait = split_kait(args.hook)
    if args.rapat is not None and not args.rapat.is_dir():
        salah = _("folder berkas rapat ini tidak ada")
        raise KlaError(Kesalahan("rapat", str(args.rapat), salah, _("Periksa isi --rapat.")))
    params = params_bawaan()
    milik = params.tempat(RAPAT) if params.kerja is None else (params.kerja / RAPAT,)  # not the examples
    folder = milik if args.rapat is None else (args.rapat,)
    hasil = run_jadwal(
        params, folder, args.today or hari_ini(), args.within, args.outputs or folder_outputs(), args.jobs
    )
    print("\n".join(sebut_jadwal(hasil)), file=sys.stderr if args.json else sys.stdout)
    pesan = run_kait(kait, hasil.sebagai_dict()) if kait and hasil.ada_kabar else ""
    if pesan:
        print(pesan, file=sys.stderr)
    if args.json:
        print_json(hasil.sebagai_dict())
    return 0 if hasil.berhasil and not pesan else 1


def sebut_jadwal(hasil: "HasilJadwal") -> Iterator[str]:
    """Yield what was made with why, what could not be, what was left out with why."""
    from kla_lib.publish.terbitan.jadwal import JAUH, LEWAT, TETAP

    yield _("Rapat dari {dari} sampai {sampai}:").format(
        dari=format_tanggal(hasil.dari), sampai=format_tanggal(hasil.sampai)
    )
    for d in hasil.dibuat:
        yield _("{rapat} ({tanggal}) dibuat karena: {sebab}.").format(
            rapat=d.rapat, tanggal=format_tanggal(d.tanggal), sebab=gabung(list(d.sebab))
        )
        yield from (f"  {baris}" for baris in tabel_akhir(d.hasil.paket))
        yield from (f"  {p.id}: {p.pesan}" for p in d.hasil.paket if not p.berhasil)
        yield _("  Buka {index}").format(index=d.hasil.folder / "index.html")
    for t in hasil.terhalang:
        yield _("{rapat} tidak bisa dibuat:").format(rapat=t.rapat)
        yield from (f"  {baris}" for baris in str(t).splitlines())
    kata = {
        LEWAT: _("sudah lewat"),
        JAUH: _("belum dekat"),
        TETAP: _("tidak ada yang berubah sejak paketnya dibuat"),
    }
    for x in hasil.lewati:
        yield _("{rapat} ({tanggal}) dilewati: {sebab}.").format(
            rapat=x.rapat, tanggal=format_tanggal(x.tanggal), sebab=kata[x.sebab]
        )
    if not (hasil.dibuat or hasil.terhalang or hasil.lewati):
        yield _("Tidak ada berkas rapat.")


def split_kait(perintah: str | None) -> list[str]:
    """Return a hook as the list of words that is started, without a shell; KlaError where quotes do not close."""
    from kla_lib.errors import Kesalahan, KlaError

    try:
        # Windows paths keep their backslashes, so there quotes stay around the words.
        kata = [k.strip('"') for k in shlex.split(perintah or "", posix=os.name == "posix")]
    except ValueError:
        kata = []
    if perintah is not None and not any(kata[:1]):
        salah = _("perintah '{perintah}' tidak bisa dibaca").format(perintah=perintah)
        raise KlaError(Kesalahan("kait", "--hook", salah, _("Tulis nama program dan isinya; tutup tanda kutipnya.")))
    return kata
