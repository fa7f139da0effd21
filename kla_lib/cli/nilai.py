"""Commands about a data book: score it, check it."""

import argparse
import sys
from functools import partial
from typing import Any

from kla_lib.bahasa import _
from kla_lib.cli.keluaran import print_json
from kla_lib.cli.pengurai import add_dari_kerja
from kla_lib.errors import KlaError


def add_commands(perintah: Any) -> None:
    """Add `kla score` and `kla check`."""
    p = perintah.add_parser("score", help=_("hitung nilai sebuah buku data"))
    add_dari_kerja(p, "buku", metavar="BUKU", help=_("folder CSV, berkas XLSX, contoh:NAMA, atau sql:NAMA"))
    p.add_argument("--instrumen", metavar="TAHUN", help=_("form yang dipakai; bawaannya yang disebut buku"))
    p.add_argument("--tahap", choices=["em", "va", "vl", "vf"], help=_("tahap yang dihitung; bawaannya tahap berjalan"))
    p.add_argument("--json", action="store_true", help=_("hasil sebagai JSON di baris terakhir"))
    p.set_defaults(jalankan=_score)

    p = perintah.add_parser("check", help=_("periksa sebuah buku data"))
    add_dari_kerja(p, "buku", metavar="BUKU", help=_("folder CSV, berkas XLSX, contoh:NAMA, atau sql:NAMA"))
    p.add_argument("--json", action="store_true", help=_("semua kesalahan sebagai JSON di baris terakhir"))
    p.set_defaults(jalankan=_check)


def _score(args: argparse.Namespace) -> int:
    from kla_lib.bahasa import format_angka
    from kla_lib.cli.kini import path_buku_disebut
    from kla_lib.data.kumpul.asal import check_bentrok
    from kla_lib.keadaan.muat import load_keadaan_buku
    from kla_lib.rules.params import params_bawaan
    from kla_lib.scoring.nilai.laporan import report
    from kla_lib.views.perkiraan.perkiraan import kalimat_perkiraan

    params = params_bawaan()
    buku = path_buku_disebut(params, args.buku)
    keadaan = load_keadaan_buku(params, buku, args.tahap, instrumen=args.instrumen)
    hasil, perkiraan = keadaan.hasil_wajib, keadaan.perkiraan
    if args.json:
        print_json(report(keadaan.buku, hasil, perkiraan, keadaan.ramalan.rekor, keadaan.ramalan.bukti))
        return 0
    print(
        (
            _("{daerah} {tahun}, tahap {tahap}: sementara {nilai} poin ({kategori} bila berhenti di sini)")
            if hasil.belum_dinilai
            else _("{daerah} {tahun}, tahap {tahap}: {nilai} poin, setara {kategori}")
        ).format(
            daerah=keadaan.daerah.nama,
            tahun=keadaan.buku.keterangan.tahun_evaluasi,
            tahap=hasil.tahap,
            nilai=format_angka(hasil.diklaim),
            kategori=keadaan.kategori.nama(hasil.kategori),
        )
    )
    terdukung = _("belum dicatat") if hasil.terdukung is None else format_angka(hasil.terdukung)
    print(_("Berdokumen lengkap: {terdukung}").format(terdukung=terdukung))
    for k in hasil.klaster.itertuples(index=False):
        nilai = format_angka(k.nilai) if k.nilai == k.nilai else _("belum dinilai")
        print(f"  {k.nama_pendek:<28} {nilai:>10} / {format_angka(k.nilai_maksimal)}")
    if hasil.belum_dinilai:
        print(_("{n} pertanyaan belum dinilai.").format(n=hasil.belum_dinilai))
    if bentrok := check_bentrok(keadaan.buku, keadaan.daerah.nama_opd):
        print(_("{n} isian masih bentrok antarkantor; lihat kla check.").format(n=len(bentrok)))
    if perkiraan is not None:
        print(kalimat_perkiraan(keadaan), _("Bukan nilai resmi."))
    return 0


def _check(args: argparse.Namespace) -> int:
    from kla_lib.cli.kini import path_buku_disebut
    from kla_lib.publish.kerja.pemeriksaan import check_buku
    from kla_lib.rules.params import params_bawaan

    params = params_bawaan()
    p = check_buku(params, partial(path_buku_disebut, params, args.buku))
    for kalimat in p.catatan:
        print(kalimat, file=sys.stderr if p.salah else sys.stdout)
    if p.salah:
        print(KlaError(p.salah), file=sys.stderr)
        print(p.kalimat, file=sys.stderr)
    elif not args.json:
        print(p.kalimat)
    if args.json:
        isi = {"kesalahan": [k.sebagai_dict() for k in p.salah], "jumlah": len(p.salah)}
        print_json(isi | {"disamakan": list(p.disamakan)})
    return 1 if p.salah else 0
