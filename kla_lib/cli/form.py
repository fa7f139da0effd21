"""Commands about forms: look for what is wrong with one, take one in, compare two."""

import argparse
import sys
from pathlib import Path
from typing import Any

from kla_lib.bahasa import _
from kla_lib.cli.keluaran import print_json
from kla_lib.cli.pengurai import add_dari_kerja


def add_commands(perintah: Any) -> None:
    """Add `kla lint`, `kla form import` and `kla form compare`."""
    p = perintah.add_parser("lint", help=_("cari yang salah di sebuah form atau buku data"))
    add_dari_kerja(p, "form", metavar="FORM", help=_("tahun form, berkas .yaml, .csv, .xlsx, atau buku data"))
    p.add_argument(
        "--dinyatakan", metavar="BERKAS.yaml", type=Path, help=_("temuan yang sudah diperiksa dan memang begitu")
    )
    p.add_argument("--json", action="store_true", help=_("semua temuan sebagai JSON di baris terakhir"))
    p.set_defaults(jalankan=_lint)

    form = perintah.add_parser("form", help=_("ambil form baru, atau bandingkan dua form"))
    bawah = form.add_subparsers(required=True, metavar=_("PERINTAH"))
    p = bawah.add_parser("import", help=_("ambil form dari tabel dengan nama kolom apa pun"))
    p.add_argument("berkas", metavar="BERKAS", type=Path, help=_("tabel form: CSV, XLSX atau ODS"))
    p.add_argument("--peta", metavar="PETA.yaml", type=Path, required=True, help=_("kolom mana berarti apa"))
    p.add_argument(
        "-o", "--output", metavar="TUJUAN.csv", type=Path, required=True, help=_("misalnya params/instrumen/2026.csv")
    )
    p.add_argument("--force", action="store_true", help=_("ganti tabel yang sudah ada; kepala form tidak diganti"))
    p.add_argument("--json", action="store_true", help=_("hasil sebagai JSON di baris terakhir"))
    p.set_defaults(jalankan=_import)

    p = bawah.add_parser("compare", help=_("tampilkan peralihan dari satu form ke form lain"))
    p.add_argument("dari", metavar="DARI", help=_("tahun form lama"))
    p.add_argument("ke", metavar="KE", help=_("tahun form baru"))
    p.add_argument("--json", action="store_true", help=_("hasil sebagai JSON di baris terakhir"))
    p.set_defaults(jalankan=_compare)


def _lint(args: argparse.Namespace) -> int:
    from kla_lib.cli.kini import path_buku_disebut
    from kla_lib.data.janggal import adalah_buku, lint_buku
    from kla_lib.rules.form.bacaan import path_form
    from kla_lib.rules.form.dinyatakan import nyatakan
    from kla_lib.rules.form.lint import lint
    from kla_lib.rules.form.temuan import belum_dinyatakan
    from kla_lib.rules.params import params_bawaan

    params = params_bawaan()
    buku = path_buku_disebut(params, args.form)
    temuan = (
        lint_buku(params, buku)
        if args.form is None or adalah_buku(buku)
        else lint(params, path_form(params, args.form))
    )
    if args.dinyatakan is not None:
        temuan = nyatakan(temuan, args.dinyatakan)
    if args.json:
        print_json({"temuan": [t.sebagai_dict() for t in temuan], "jumlah": len(temuan)})
        return 1 if belum_dinyatakan(temuan) else 0
    for t in temuan:
        print(f"{t.kesalahan}{_(' (sudah dinyatakan)') if t.dinyatakan else ''}")
    if not temuan:
        print(_("Tidak ada temuan."))
        return 0
    sudah = sum(t.dinyatakan for t in temuan)
    print(_("{n} temuan, {sudah} di antaranya sudah dinyatakan.").format(n=len(temuan), sudah=sudah))
    return 1 if belum_dinyatakan(temuan) else 0


def _import(args: argparse.Namespace) -> int:
    from kla_lib.bahasa import format_angka
    from kla_lib.letak import nama_tampil
    from kla_lib.rules.params import params_bawaan
    from kla_lib.rules.peta.impor import import_form

    hasil = import_form(params_bawaan(), args.berkas, args.peta, args.output, args.force)
    ditulis = [nama_tampil(p) for p in (hasil.tabel, hasil.kepala) if p is not None]
    pesan = _("{n} pertanyaan, {poin} poin. Ditulis: {berkas}. Sekarang periksa dengan: kla lint {tujuan}").format(
        n=hasil.pertanyaan, poin=format_angka(hasil.poin), berkas=", ".join(ditulis), tujuan=args.output
    )
    print(pesan, file=sys.stderr if args.json else sys.stdout)
    if args.json:
        print_json({"pertanyaan": hasil.pertanyaan, "poin": round(hasil.poin, 6), "berkas": ditulis})
    return 0


def _compare(args: argparse.Namespace) -> int:
    from kla_lib.bahasa import format_angka
    from kla_lib.data.penilaian import maksimal_per_kode
    from kla_lib.rules.form.instrumen import load_instrumen
    from kla_lib.rules.form.kode import kode_bagian
    from kla_lib.rules.params import params_bawaan
    from kla_lib.rules.peta.peralihan import load_peralihan

    params = params_bawaan()
    peralihan = load_peralihan(params, args.dari, args.ke)
    lama, baru = (maksimal_per_kode(load_instrumen(params, f)) for f in (args.dari, args.ke))
    if args.json:
        butir = [
            {
                "jenis": b.jenis,
                "dari": [{"kode": kode_bagian(k), "nilai_maksimal": lama[k]} for k in b.dari],
                "ke": [{"kode": kode_bagian(k), "nilai_maksimal": baru[k]} for k in b.ke],
                "catatan": b.catatan,
            }
            for b in peralihan.butir
        ]
        print_json({"dari": args.dari, "ke": args.ke, "tingkat": peralihan.tingkat, "butir": butir})
        return 0
    for b in peralihan.butir:
        kiri = " + ".join(f"{kode_bagian(k)} ({format_angka(lama[k])})" for k in b.dari) or "-"
        kanan = " + ".join(f"{kode_bagian(k)} ({format_angka(baru[k])})" for k in b.ke) or "-"
        print(f"{b.jenis:<10} {kiri:<28} → {kanan:<28} {b.catatan or ''}".rstrip())
    return 0
