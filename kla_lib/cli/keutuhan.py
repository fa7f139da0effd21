"""Command about published files: prove that they are those of their manifest."""

import argparse
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from kla_lib.bahasa import _, gabung
from kla_lib.cli.keluaran import print_json
from kla_lib.cli.pengurai import add_dari_kerja, bilangan, folder

if TYPE_CHECKING:
    from kla_lib.publish.terbitan.ulangi import HasilPembuktian


def add_commands(perintah: Any) -> None:
    """Add `kla verify`."""
    p = perintah.add_parser("verify", help=_("buktikan bahwa berkas terbitan sebuah rapat masih seperti manifesnya"))
    add_dari_kerja(p, "rapat", metavar="RAPAT", help=_("berkas rapat, atau id rapat"))
    p.add_argument("--quick", action="store_true", help=_("hanya berkasnya; paket tidak dijalankan ulang"))
    p.add_argument("--jobs", type=bilangan, metavar="N", help=_("berapa paket sekaligus; bawaannya satu per inti"))
    p.add_argument("--outputs", type=folder, metavar="FOLDER", help=_("folder keluaran; bawaannya outputs/"))
    p.add_argument("--json", action="store_true", help=_("hasil sebagai JSON di baris terakhir"))
    p.set_defaults(jalankan=_verify)


def _verify(args: argparse.Namespace) -> int:
    from kla_lib.publish.batch.hangat import siapkan_impor

    siapkan_impor()  # before anything imports numpy

    from kla_lib.cli.kini import path_rapat
    from kla_lib.letak import folder_outputs
    from kla_lib.publish.terbitan.ulangi import verify_rapat
    from kla_lib.rules.params import params_bawaan

    params = params_bawaan()
    rapat = path_rapat(params, args.rapat)
    v = verify_rapat(params, rapat, args.outputs or folder_outputs(), args.quick, args.jobs)
    print("\n".join(sebut_verifikasi(v)), file=sys.stderr if args.json else sys.stdout)
    if args.json:
        print_json(_sebagai_dict(v))
    if not v.terbukti:
        return 1
    return 2 if v.halangan else 0


def sebut_verifikasi(v: "HasilPembuktian") -> Iterator[str]:
    """Yield what was found: what has changed since, then the files, then the facts."""
    if v.masukan:
        yield _("Sejak rapat ini diterbitkan, ini berubah: {daftar}.").format(daftar=gabung(list(v.masukan)))
        yield _("Perubahan itu bukan kesalahan berkas terbitan; untuk memperbaruinya: kla run RAPAT.yaml.")
    b = v.berkas
    for kata, daftar in (
        (_("hilang"), b.hilang),
        (_("berubah"), b.berubah),
        (_("tidak disebut manifes"), b.asing),
        (_("diisi sesudah diterbitkan"), b.diisi),
    ):
        yield from (f"  {kata}: {tempat}" for tempat in daftar)
    if b.utuh:
        yield _("Berkas: {n} sama dengan manifesnya.").format(n=b.cocok)
    else:
        yield _("Berkas: {n} sama dengan manifesnya, {lain} tidak.").format(
            n=b.cocok, lain=len(b.hilang) + len(b.berubah) + len(b.asing)
        )
    yield from _sebut_fakta(v)


def _sebut_fakta(v: "HasilPembuktian") -> Iterator[str]:
    if v.halangan:
        yield _("Fakta: paket tidak bisa dijalankan ulang.")
        yield v.halangan
    if v.fakta is None:
        return
    from kla_lib.publish.terbitan.ulangi import BERBEDA, GAGAL, SAMA

    for paket, (keadaan, pesan) in v.fakta.items():
        if keadaan == BERBEDA:
            yield _("  faktanya berbeda: {paket}").format(paket=paket)
        elif keadaan == GAGAL:
            yield _("  gagal dijalankan ulang: {paket} ({pesan})").format(paket=paket, pesan=pesan)
    sama = sum(keadaan == SAMA for keadaan, _pesan in v.fakta.values())
    yield _("Fakta: {n} dari {banyak} paket memberi fakta yang sama ketika dijalankan ulang.").format(
        n=sama, banyak=len(v.fakta)
    )
    if v.masukan and not v.fakta_sama:
        yield _("Perbedaannya sejalan dengan yang berubah sejak diterbitkan.")


def _sebagai_dict(v: "HasilPembuktian") -> dict[str, Any]:
    fakta = None if v.fakta is None else {p: {"keadaan": k, "pesan": pesan} for p, (k, pesan) in v.fakta.items()}
    return {
        "rapat": v.rapat,
        "terbukti": v.terbukti,
        "masukan_berubah": list(v.masukan),
        "berkas": v.berkas.sebagai_dict(),
        "fakta": fakta,
        "fakta_sama": v.fakta_sama,
        "halangan": v.halangan or None,
    }
