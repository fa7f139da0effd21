"""Command about paper: the packs of a meeting as PDF."""

import argparse
import sys
from pathlib import Path
from typing import Any

from kla_lib.bahasa import _, dalam_bahasa
from kla_lib.cli.pengurai import add_dari_kerja, folder


def add_commands(perintah: Any) -> None:
    """Add `kla pdf`."""
    p = perintah.add_parser("pdf", help=_("buat PDF dari paket rapat yang sudah diterbitkan"))
    add_dari_kerja(p, "rapat", metavar="RAPAT.yaml", type=Path, help=_("berkas rapat"))
    p.add_argument("--only", nargs="+", metavar="PAKET", default=[], help=_("hanya paket ini, tanpa rapat.pdf"))
    p.add_argument(
        "--lampiran", action="store_true", help=_("buat juga lampiran.pdf: bagian rujukan yang tidak ada di rapat.pdf")
    )
    p.add_argument("--outputs", type=folder, metavar="FOLDER", help=_("folder keluaran; bawaannya outputs/"))
    p.set_defaults(jalankan=_pdf)


def _pdf(args: argparse.Namespace) -> int:
    from kla_lib.cli.kini import path_rapat, sebut_hasil
    from kla_lib.letak import folder_outputs
    from kla_lib.publish.cetak.cetak import make_pdf
    from kla_lib.rules.params import params_bawaan

    params = params_bawaan()
    rapat = Path(path_rapat(params, args.rapat))
    hasil = make_pdf(params, rapat, args.outputs or folder_outputs(), args.only, args.lampiran)
    for tempat in hasil.dibuat:
        pdf = hasil.folder / tempat
        print(_("Dibuat: {pdf}").format(pdf=sebut_hasil(pdf, args.outputs)))
    if hasil.tetap:
        print(_("Sudah sesuai halamannya: {n} PDF.").format(n=len(hasil.tetap)))
    return 0 if refresh_index_pdf(rapat, hasil.folder) else 1


def refresh_index_pdf(berkas: Path, folder: Path) -> bool:
    """Let the index of the meeting name its PDF files; False, with a message, where the book has changed since."""
    from kla_lib.errors import KlaError
    from kla_lib.gembok import lock_folder
    from kla_lib.keadaan.muat import load_keadaan
    from kla_lib.publish.halaman.indeks import ASLI, refresh_sesuai
    from kla_lib.rules.params import params_bawaan
    from kla_lib.rules.rapat import load_rapat

    try:
        params = params_bawaan()
        keadaan = load_keadaan(params, load_rapat(params, berkas))
        with lock_folder(folder), dalam_bahasa(ASLI):
            if refresh_sesuai(keadaan, folder):
                return True
    except KlaError as e:
        print(_("Indeks rapat belum menyebut PDF ini."), e, sep="\n", file=sys.stderr)
        return False
    pesan = _("Buku data berubah sesudah paket ini dibuat, jadi indeks rapat tidak diubah. Jalankan kla run lagi.")
    print(pesan, file=sys.stderr)
    return False
