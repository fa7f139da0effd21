"""Commands about a meeting: make its packs, open its workbook."""

import argparse
import sys
from pathlib import Path
from typing import Any

from kla_lib.bahasa import _
from kla_lib.cli.pengurai import bilangan


def add_commands(perintah: Any) -> None:
    """Add `kla run` and `kla lab`."""
    p = perintah.add_parser("run", help=_("buat paket semua klaster sebuah rapat"))
    p.add_argument("rapat", metavar="RAPAT.yaml", type=Path, help=_("berkas rapat"))
    p.add_argument("--only", nargs="+", metavar="KLASTER", default=[], help=_("hanya klaster ini (dan ringkasan)"))
    p.add_argument("--jobs", type=bilangan, metavar="N", help=_("berapa paket sekaligus; bawaannya satu per inti"))
    p.add_argument(
        "--skenario", default="", metavar="NAMA", help=_("di bawah skenario tersimpan ini, di folder sendiri")
    )
    p.add_argument(
        "--untuk",
        choices=("publik", "internal"),
        default="publik",
        help=_("publik (bawaan), atau internal: memuat angka kecil, di folder sendiri, jangan diteruskan"),
    )
    p.add_argument("--outputs", type=Path, metavar="FOLDER", help=_("folder keluaran; bawaannya outputs/"))
    p.set_defaults(jalankan=_run)

    p = perintah.add_parser("lab", help=_("buka buku kerja di JupyterLab"))
    p.add_argument("notebook", nargs="?", default="00_mulai", metavar="NOTEBOOK", help=_("nama notebook"))
    p.set_defaults(jalankan=_lab)


def _run(args: argparse.Namespace) -> int:
    from kla_lib.publish.hangat import siapkan_impor

    siapkan_impor()  # before anything imports numpy

    from kla_lib.letak import FOLDER_OUTPUTS, nama_tampil
    from kla_lib.publish.rapat import run_rapat

    hasil = run_rapat(args.rapat, args.outputs or FOLDER_OUTPUTS, args.only, args.jobs, args.skenario, args.untuk)
    for p in hasil.paket:
        if not p.berhasil:
            print(f"{p.id}: {p.pesan}", file=sys.stderr)
    index = hasil.folder / "index.html"
    print(_("Buka {index}").format(index=nama_tampil(index) if args.outputs is None else index))
    if args.untuk != "publik":
        print(_("Isi folder ini internal: jangan diteruskan."))
    return 0 if hasil.berhasil else 1


def _lab(args: argparse.Namespace) -> int:
    from kla_lib.publish.lab import open_lab

    return open_lab(args.notebook)
