"""Commands about what offices fill in: make the templates, collect what came back, take in the verifier's table."""

import argparse
import sys
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kla_lib.bahasa import _
from kla_lib.cli.keluaran import print_json
from kla_lib.cli.pengurai import add_dari_kerja, tahun
from kla_lib.errors import Kesalahan, KlaError

if TYPE_CHECKING:
    from kla_lib.data.buku import Buku
    from kla_lib.rules.daerah.daerah import Daerah
    from kla_lib.rules.form.instrumen import Instrumen
    from kla_lib.rules.params import Params

SEMUA, FORM = "semua", "2024"
ISIAN, KEMBALI = "isian", "kembali"
"""Folders of the work folder: templates that go out, files that came back."""


def add_commands(perintah: Any) -> None:
    """Add `kla template`, `kla collect` and `kla return`."""
    p = perintah.add_parser("template", help=_("buat XLSX isian untuk daerah atau untuk satu kantor"))
    add_dari_kerja(p, "daerah", metavar="DAERAH", help=_("id, nama, atau kode daerah"))
    p.add_argument("--instrumen", metavar="TAHUN", help=_("form yang dipakai; bawaannya 2024, atau milik rapat"))
    p.add_argument("--tahun", type=tahun, metavar="TAHUN", help=_("tahun yang dinilai; bawaannya tahun form"))
    p.add_argument("--opd", metavar="PERAN", help=_("hanya satu kantor, atau 'semua': satu berkas per kantor"))
    p.add_argument(
        "--wilayah", metavar="KODE", help=_("satu kecamatan atau kelurahan, atau 'semua': satu berkas per wilayah")
    )
    p.add_argument("--buku", metavar="BUKU", help=_("buku tahun ini atau tahun lalu; isinya dipakai sebagai awal"))
    p.add_argument("--tenggat", type=_hari, metavar="TANGGAL", help=_("kapan ditunggu kembali, TTTT-BB-HH"))
    add_dari_kerja(p, "-o", dest="tujuan", type=Path, metavar="FILE", help=_("berkas .xlsx; folder untuk --opd semua"))
    p.add_argument("--force", action="store_true", help=_("timpa berkas yang sudah ada; salinannya di folder cadangan"))
    p.set_defaults(jalankan=_template)

    p = perintah.add_parser("collect", help=_("gabungkan isian kantor menjadi satu buku data"))
    add_dari_kerja(p, "folder", metavar="FOLDER", type=Path, help=_("folder berisi berkas yang dikirim kembali"))
    add_dari_kerja(p, "-o", dest="buku", type=Path, metavar="BUKU", help=_("buku data: berkas .xlsx atau folder CSV"))
    p.add_argument("--laporan", type=Path, metavar="FILE", help=_("simpan laporannya sebagai XLSX, per kantor"))
    p.add_argument("--json", action="store_true", help=_("laporan sebagai JSON di baris terakhir"))
    p.set_defaults(jalankan=_collect)

    p = perintah.add_parser("return", help=_("masukkan nilai dan catatan verifikator ke buku data"))
    p.add_argument("berkas", metavar="FILE", type=Path, help=_("tabel verifikator: CSV, XLSX, atau ODS"))
    add_dari_kerja(p, "--buku", type=Path, metavar="BUKU", help=_("buku data yang diisi"))
    p.add_argument("--tahap", required=True, choices=["va", "vl", "vf"], help=_("tahap verifikasinya"))
    p.add_argument(
        "--peta", type=Path, metavar="PETA.yaml", help=_("nama kolom di tabel itu, bila lain dari nama kita")
    )
    p.add_argument("--json", action="store_true", help=_("hasil sebagai JSON di baris terakhir"))
    p.set_defaults(jalankan=_return)


def _hari(teks: str) -> date:
    try:
        return date.fromisoformat(teks)
    except ValueError:
        raise argparse.ArgumentTypeError(_("'{teks}' bukan tanggal, tulis TTTT-BB-HH").format(teks=teks)) from None


def _template(args: argparse.Namespace) -> int:
    from kla_lib.berkas import write_result
    from kla_lib.cli.kini import path_buku_disebut
    from kla_lib.data.buku import load_buku
    from kla_lib.data.kumpul.isian import make_isian
    from kla_lib.data.sunting.cadangan import make_cadangan
    from kla_lib.publish.lembar.isian import template_bytes
    from kla_lib.rules.daerah.daerah import load_daerah
    from kla_lib.rules.form.instrumen import load_instrumen
    from kla_lib.rules.params import params_bawaan

    params = params_bawaan()
    _lengkapi(params, args)
    daerah, instrumen = load_daerah(params, args.daerah), load_instrumen(params, args.instrumen)
    buku = load_buku(params, path_buku_disebut(params, args.buku)) if args.buku else None
    tahun_dinilai = args.tahun or (buku.keterangan.tahun_evaluasi if buku else instrumen.kepala.berlaku.year)
    tujuan = _tujuan(args, daerah, instrumen, buku)
    _check_belum_ada(list(tujuan.values()), args.force)
    isi = {
        (opd, wilayah): template_bytes(
            make_isian(params, daerah, instrumen, tahun_dinilai, opd, buku, wilayah), args.tenggat
        )
        for opd, wilayah in tujuan
    }
    for p, berkas in tujuan.items():
        if berkas.exists():
            make_cadangan(berkas, datetime.now())
        write_result(berkas, isi[p])
    print(_("{n} berkas isian di {tempat}").format(n=len(tujuan), tempat=args.tujuan))
    return 0


def _lengkapi(params: "Params", args: argparse.Namespace) -> None:
    """Fill in what the command was not told from the work folder: its city and year, all offices, its folder."""
    from kla_lib.cli.kini import load_rapat_kini
    from kla_lib.publish.lembar.isian import nama_berkas
    from kla_lib.rules.daerah.daerah import id_daerah_baku
    from kla_lib.rules.folder_kerja import load_kerja

    if args.daerah is None and params.kerja is not None:
        kerja = load_kerja(params.kerja)
        args.daerah, args.tahun = kerja.daerah, args.tahun or kerja.tahun
        args.instrumen = args.instrumen or load_rapat_kini(params).instrumen
    args.instrumen = args.instrumen or FORM
    args.daerah = id_daerah_baku(params, args.daerah) or args.daerah
    if args.tujuan is None and params.kerja is not None:
        args.opd = args.opd or (None if args.wilayah else SEMUA)
        banyak = SEMUA in (args.opd, args.wilayah)
        args.tujuan = params.kerja / ISIAN / ("" if banyak else nama_berkas(args.daerah, args.opd or args.wilayah))


def _tujuan(
    args: argparse.Namespace, daerah: "Daerah", instrumen: "Instrumen", buku: "Buku | None"
) -> dict[tuple[str | None, str | None], Path]:
    """Return the file to write for each office or area that is asked for."""
    from kla_lib.data.kumpul.isian import daftar_peran
    from kla_lib.data.kumpul.isian_wilayah import daftar_wilayah
    from kla_lib.publish.lembar.isian import nama_berkas

    opd = None if args.opd in (None, SEMUA) else daerah.peran_of(args.opd) or args.opd
    if args.wilayah == SEMUA:
        kode = [w.kode for w in daftar_wilayah(daerah, buku, opd)]
        if not kode:
            raise KlaError(
                Kesalahan(
                    "wilayah",
                    f"params/daerah/{daerah.id}.yaml",
                    _("daftar kecamatan dan kelurahan belum ada"),
                    _("Tulis kuncinya, wilayah, seperti di params/daerah/kota-contoh.yaml."),
                )
            )
        return {(opd, k): args.tujuan / nama_berkas(daerah.id, k) for k in kode}
    if args.opd == SEMUA:
        return {(p, None): args.tujuan / nama_berkas(daerah.id, p) for p in daftar_peran(instrumen)}
    _check_xlsx(args.tujuan)
    return {(opd, args.wilayah): args.tujuan}


def _collect(args: argparse.Namespace) -> int:
    from kla_lib.berkas import write_result
    from kla_lib.cli.kini import load_rapat_kini
    from kla_lib.data.kumpul.pengumpulan import collect, find_cells
    from kla_lib.publish.kerja.kata_kumpul import lines_of, report
    from kla_lib.publish.lembar.buku_kumpulan import layout_buku
    from kla_lib.publish.lembar.laporan_kumpul import laporan_bytes
    from kla_lib.publish.lembar.tujuan import check_tujuan
    from kla_lib.rules.params import params_bawaan

    if args.laporan:
        _check_xlsx(args.laporan)
        check_tujuan(args.laporan, lambda lembar: "Bentrok" in lembar)
    params = params_bawaan()
    folder = args.folder or Path(params.kerja or "") / KEMBALI
    buku = args.buku or load_rapat_kini(params).path_buku
    hasil = collect(params, folder, buku, partial(layout_buku, params))
    sel = find_cells(params, buku, [k.letak for k in hasil.bentrok])
    print("\n".join(lines_of(hasil, sel)), file=sys.stderr if args.json else sys.stdout)
    if args.laporan:
        write_result(args.laporan, laporan_bytes(hasil, sel))
    if args.json:
        print_json(report(hasil))
    else:
        print(_("Buku: {buku}").format(buku=buku))
    return 1 if hasil.salah or hasil.bentrok else 0


def _return(args: argparse.Namespace) -> int:
    from dataclasses import asdict

    from kla_lib.bahasa import format_angka
    from kla_lib.cli.kini import path_buku_disebut
    from kla_lib.data.kumpul.verifikator import peta_biasa, take_verifikasi
    from kla_lib.rules.params import params_bawaan
    from kla_lib.rules.peta.peta import Peta, load_peta

    peta = load_peta(args.peta, Peta) if args.peta else peta_biasa(args.berkas)
    params = params_bawaan()
    buku = args.buku or path_buku_disebut(params, None)
    hasil = take_verifikasi(params, buku, args.berkas, args.tahap, peta)
    if args.json:
        print_json(asdict(hasil))
        return 0
    print(_("{n} nilai dan {c} catatan tahap {tahap} dibaca.").format(n=hasil.nilai, c=hasil.catatan, tahap=args.tahap))
    for g in hasil.diganti:
        print(
            _("  {kode}: {lama} diganti {baru}").format(
                kode=g.kode, lama=format_angka(g.lama), baru=format_angka(g.baru)
            )
        )
    print(_("Buku tidak berubah.") if not hasil.berubah else _("Buku: {buku}").format(buku=buku))
    return 0


def _check_belum_ada(daftar: list[Path], boleh: bool) -> None:
    """Refuse to write over files that may hold answers, all of them named."""
    ada = [] if boleh else [p for p in daftar if p.exists()]
    if ada:
        raise KlaError(
            Kesalahan(
                "sudah_ada",
                str(p),
                _("berkas sudah ada, mungkin sudah diisi"),
                _("Pilih nama atau folder lain, atau tambahkan --force; isinya disalin dulu ke folder cadangan."),
            )
            for p in ada
        )


def _check_xlsx(path: Path) -> None:
    if path.suffix.lower() != ".xlsx":
        raise KlaError(Kesalahan("berkas", str(path), _("bukan nama berkas .xlsx"), _("Tulis misalnya -o isian.xlsx.")))
