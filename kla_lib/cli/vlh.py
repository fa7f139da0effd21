"""Commands about the field verification and about a handover."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kla_lib.bahasa import _
from kla_lib.cli.keluaran import print_json
from kla_lib.cli.pengurai import add_dari_kerja, folder

if TYPE_CHECKING:
    from datetime import datetime

    from kla_lib.keadaan.vlh import Vlh


def add_commands(perintah: Any) -> None:
    """Add `kla vlh` and `kla serah`."""
    p = perintah.add_parser("vlh", help=_("buat halaman hari verifikasi lapangan, papan 2 x 24 jam, dan lembarnya"))
    _add_rapat(p)
    p.add_argument(
        "--terima",
        nargs="?",
        const="",
        metavar="FILE",
        help=_("masukkan dulu lembar vlh.xlsx yang sudah diisi; bawaannya yang di folder rapat"),
    )
    p.add_argument(
        "--pada", metavar="WAKTU", help=_("anggap sekarang waktu ini, jam kota: TTTT-BB-HH JJ:MM; untuk latihan")
    )
    p.set_defaults(jalankan=_vlh)

    p = perintah.add_parser("serah", help=_("buat paket serah terima untuk rekan yang menggantikan"))
    _add_rapat(p)
    p.set_defaults(jalankan=_serah)


def _add_rapat(p: argparse.ArgumentParser) -> None:
    add_dari_kerja(p, "rapat", metavar="RAPAT", help=_("berkas rapat, atau idnya"))
    p.add_argument("--outputs", type=folder, metavar="FOLDER", help=_("folder keluaran; bawaannya outputs/"))
    p.add_argument("--json", action="store_true", help=_("hasil sebagai JSON di baris terakhir"))


def _vlh(args: argparse.Namespace) -> int:
    from kla_lib.keadaan.vlh import load_vlh
    from kla_lib.publish.vlh.berkas import LEMBAR, PAPAN
    from kla_lib.publish.vlh.terbit import berkas_vlh, take_vlh

    vlh = _load(args.rapat)
    kini, tempat = _kini(vlh, args.pada), _folder(args, vlh)
    if args.terima is not None:
        d = take_vlh(vlh, Path(args.terima) if args.terima else tempat / LEMBAR)
        pesan = _("{n} baris latihan dan {m} permintaan dibaca.").format(n=d.latihan, m=d.permintaan)
        print(pesan if d.berubah else f"{pesan} " + _("Tidak ada yang baru."), file=sys.stderr)
        vlh = load_vlh(vlh.keadaan)
    return _tulis(args, vlh, berkas_vlh(vlh, kini), PAPAN)


def _serah(args: argparse.Namespace) -> int:
    from kla_lib.publish.vlh.berkas import SERAH
    from kla_lib.publish.vlh.serah import berkas_serah

    vlh = _load(args.rapat)
    return _tulis(args, vlh, berkas_serah(vlh), SERAH)


def _load(rapat: str | None) -> "Vlh":
    from kla_lib.cli.kini import path_rapat
    from kla_lib.keadaan.muat import load_keadaan
    from kla_lib.keadaan.vlh import load_vlh
    from kla_lib.rules.params import params_bawaan
    from kla_lib.rules.rapat import load_rapat

    params = params_bawaan()
    return load_vlh(load_keadaan(params, load_rapat(params, path_rapat(params, rapat))))


def _folder(args: argparse.Namespace, vlh: "Vlh") -> Path:
    from kla_lib.letak import folder_outputs

    return Path(args.outputs or folder_outputs()) / vlh.keadaan.rapat.id


def _kini(vlh: "Vlh", pada: str | None) -> "datetime":
    """Return the moment that the command was told, on the clock of the city, else now."""
    from datetime import UTC, datetime

    from kla_lib.errors import Kesalahan, KlaError
    from kla_lib.rules.vlh.zona import baca_waktu, load_zona

    if pada is None:
        return datetime.now(UTC)
    zona = load_zona(vlh.keadaan.params)
    try:
        return baca_waktu(pada, zona[vlh.hari.zona or "WIB"])  # without a zone there are no hours, and no page shows it
    except ValueError as e:
        raise KlaError(Kesalahan("waktu", "--pada", str(e), _("Perbaiki waktunya, atau hapus --pada."))) from None


def _tulis(args: argparse.Namespace, vlh: "Vlh", berkas: dict[str, bytes], buka: str) -> int:
    from kla_lib.cli.kini import sebut_hasil
    from kla_lib.publish.vlh.terbit import publish_vlh

    tempat = _folder(args, vlh)
    tersisih = publish_vlh(vlh.keadaan, tempat, berkas)
    tampil = sys.stderr if args.json else sys.stdout
    for lama in tersisih:
        simpanan = sebut_hasil(tempat / lama, args.outputs)
        print(_("Lembar sebelumnya disimpan di {tempat}.").format(tempat=simpanan), file=tampil)
    for nama in berkas:
        print(_("Dibuat: {pdf}").format(pdf=sebut_hasil(tempat / nama, args.outputs)), file=tampil)
    if args.json:
        print_json({"folder": str(tempat), "berkas": list(berkas), "buka": buka, "disisihkan": tersisih})
    return 0
