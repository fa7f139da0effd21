"""Command about decisions: take those of a meeting into the book."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kla_lib.bahasa import _
from kla_lib.cli.keluaran import print_json
from kla_lib.cli.pengurai import add_dari_kerja

if TYPE_CHECKING:
    from kla_lib.data.keputusan.catat import Penerimaan


def add_commands(perintah: Any) -> None:
    """Add `kla decide`."""
    p = perintah.add_parser("decide", help=_("masukkan keputusan rapat ke buku data"))
    lembar = _("lembar keputusan yang sudah diisi: XLSX, ODS, atau CSV")
    add_dari_kerja(p, "berkas", metavar="FILE", type=Path, help=lembar)
    add_dari_kerja(p, "--buku", metavar="BUKU", help=_("buku data yang diisi"))
    p.add_argument(
        "--rapat", metavar="RAPAT", help=_("berkas atau id rapatnya, bila lembar itu tidak menyebut rapat yang dikenal")
    )
    p.add_argument("--json", action="store_true", help=_("hasil sebagai JSON di baris terakhir"))
    p.set_defaults(jalankan=_decide)


def _decide(args: argparse.Namespace) -> int:
    from kla_lib.cli.kini import load_rapat_kini, path_buku_disebut
    from kla_lib.data.keputusan.catat import take_keputusan
    from kla_lib.letak import folder_outputs
    from kla_lib.publish.kerja.kata_keputusan import lines_of
    from kla_lib.publish.lembar.keputusan import NAMA
    from kla_lib.rules.params import params_bawaan
    from kla_lib.rules.rapat import load_rapat

    params = params_bawaan()
    rapat = load_rapat(params, args.rapat) if args.rapat else None
    buku = path_buku_disebut(params, args.buku)
    berkas = args.berkas or folder_outputs() / (rapat or load_rapat_kini(params)).id / NAMA
    hasil = take_keputusan(params, buku, berkas, rapat)
    nama = args.buku or str(buku)
    print("\n".join(lines_of(hasil, nama)), file=sys.stderr if args.json else sys.stdout)
    if args.json:
        print_json(_sebagai_dict(hasil, nama))
    return 0


def _sebagai_dict(hasil: "Penerimaan", buku: str) -> dict[str, Any]:
    return {
        "buku": buku,
        "baru": list(hasil.baru),
        "diubah": [vars(p) for p in hasil.diubah],
        "tetap": hasil.tetap,
        "tidak_diambil": hasil.tidak_diambil,
        "berubah": hasil.berubah,
        "cadangan": None if hasil.cadangan is None else f"{hasil.cadangan.parent.name}/{hasil.cadangan.name}",
    }
