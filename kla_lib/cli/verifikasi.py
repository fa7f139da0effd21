"""Command about what was published: prove it."""

import argparse
from pathlib import Path
from typing import Any

from kla_lib.bahasa import _, gabung
from kla_lib.cli.keluaran import print_json


def add_commands(perintah: Any) -> None:
    """Add `kla verify`."""
    p = perintah.add_parser("verify", help=_("buktikan bahwa yang terbit utuh dan faktanya sama bila dibuat ulang"))
    p.add_argument("rapat", metavar="RAPAT.yaml", type=Path, help=_("berkas rapat"))
    p.add_argument("--quick", action="store_true", help=_("periksa berkasnya saja, tanpa membuat ulang"))
    p.add_argument("--outputs", type=Path, metavar="FOLDER", help=_("folder keluaran; bawaannya outputs/"))
    p.add_argument("--json", action="store_true", help=_("hasil sebagai JSON di baris terakhir"))
    p.set_defaults(jalankan=_verify)


def _verify(args: argparse.Namespace) -> int:
    from kla_lib.publish.hangat import siapkan_impor

    siapkan_impor()  # before anything imports numpy

    from kla_lib.letak import FOLDER_OUTPUTS
    from kla_lib.publish.periksa_terbit import bahan_berubah, check_berkas, fakta_berbeda
    from kla_lib.rules.rapat import load_rapat

    outputs = args.outputs or FOLDER_OUTPUTS
    folder = outputs / load_rapat(args.rapat).id
    b = check_berkas(folder)
    bahan = bahan_berubah(args.rapat, outputs)
    beda = None if args.quick else fakta_berbeda(args.rapat, outputs)
    terbukti = b.utuh and (bool(bahan) or not beda)
    if args.json:
        berkas = {"hilang": b.hilang, "berubah": b.berubah, "asing": b.asing, "terisi": b.terisi}
        print_json({"terbukti": terbukti, "berkas": berkas, "bahan_berubah": bahan, "fakta_berbeda": beda})
        return 0 if terbukti else 1
    if b.utuh:
        print(_("{n} berkas sama dengan yang tercatat di manifes.").format(n=b.banyak))
    for judul, daftar in (
        (_("hilang"), b.hilang),
        (_("berubah sesudah diterbitkan"), b.berubah),
        (_("tidak tercatat di manifes"), b.asing),
        (_("diisi sesudah diterbitkan, jadi boleh berbeda"), b.terisi),
    ):
        for tempat in daftar:
            print(f"{tempat}: {judul}")
    if bahan:
        print(_("Berubah sejak diterbitkan, jadi hasil yang baru boleh berbeda: {bahan}.").format(bahan=gabung(bahan)))
    if beda == []:
        print(_("Dibuat ulang: semua fakta sama."))
    elif beda:
        print(_("Dibuat ulang: fakta berbeda di {paket}.").format(paket=gabung(beda)))
    return 0 if terbukti else 1
