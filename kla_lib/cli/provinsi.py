"""Command about many regions at once: the view of a province."""

import argparse
import sys
from pathlib import Path
from typing import Any

from kla_lib.bahasa import BAHASA, _, bahasa, dalam_bahasa
from kla_lib.cli.pengurai import folder


def add_commands(perintah: Any) -> None:
    """Add `kla provinsi`."""
    p = perintah.add_parser("provinsi", help=_("buat pandangan atas banyak daerah"))
    p.add_argument("provinsi", metavar="PROVINSI.yaml", type=Path, help=_("berkas provinsi, atau idnya"))
    p.add_argument("--bahasa", choices=sorted(BAHASA), help=_("bahasa halaman: id atau en"))
    p.add_argument("--outputs", type=folder, metavar="FOLDER", help=_("folder keluaran; bawaannya outputs/"))
    p.set_defaults(jalankan=_provinsi)


def _provinsi(args: argparse.Namespace) -> int:
    from kla_lib.cli.kini import sebut_hasil
    from kla_lib.keadaan.provinsi import load_keadaan_provinsi
    from kla_lib.letak import folder_outputs
    from kla_lib.publish.provinsi.terbit import publish_provinsi
    from kla_lib.rules.params import params_bawaan
    from kla_lib.rules.provinsi import load_provinsi

    def maju(n: int, semua: int) -> None:
        if n % 10 == 0 or n == semua:
            print(_("{n} dari {semua} daerah").format(n=n, semua=semua), file=sys.stderr)

    params = params_bawaan()
    with dalam_bahasa(args.bahasa or bahasa()):
        k = load_keadaan_provinsi(params, load_provinsi(params, args.provinsi), maju)
        for g in k.gagal:
            print(f"{g.nama}: {g.sebab}", file=sys.stderr)
        if not k.daerah:
            print(_("Tidak ada daerah yang bisa dibaca, jadi tidak ada halaman yang dibuat."), file=sys.stderr)
            return 2
        hasil = publish_provinsi(k, args.outputs or folder_outputs())
        for tempat in hasil.tersisih:
            print(
                _("Lembar yang sudah diisi disimpan di {tempat}; lembar baru ada di tempat semula.").format(
                    tempat=tempat
                )
            )
        for untuk, index in hasil.index.items():
            print(f"{untuk}: {sebut_hasil(index, args.outputs)}")
    return 1 if k.gagal else 0
