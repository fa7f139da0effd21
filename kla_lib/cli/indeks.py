"""Command about outcomes: the index of a book, its cover, and what it lacks."""

import argparse
from typing import Any

from kla_lib.bahasa import _
from kla_lib.cli.keluaran import print_json
from kla_lib.cli.pengurai import add_dari_kerja, tahun


def add_commands(perintah: Any) -> None:
    """Add `kla indeks`."""
    p = perintah.add_parser("indeks", help=_("hitung indeks capaian sebuah buku data"))
    add_dari_kerja(p, "buku", metavar="BUKU", help=_("folder CSV, berkas XLSX, contoh:NAMA, atau sql:NAMA"))
    p.add_argument("--indeks", default="hak-anak", metavar="NAMA", help=_("indeks yang dipakai; bawaannya hak-anak"))
    p.add_argument(
        "--tahun", type=tahun, metavar="TAHUN", help=_("tahun yang disebut; bawaannya tahun bernilai terakhir")
    )
    p.add_argument("--json", action="store_true", help=_("hasil sebagai JSON di baris terakhir"))
    p.set_defaults(jalankan=_indeks)


def _indeks(args: argparse.Namespace) -> int:
    from kla_lib.bahasa import format_angka
    from kla_lib.cli.kini import path_buku_disebut
    from kla_lib.keadaan.indeks import indeks_kota, report_indeks
    from kla_lib.keadaan.muat import load_keadaan_buku
    from kla_lib.rules.params import params_bawaan
    from kla_lib.views.indeks.kalimat import jawaban, peringatan, temuan_audit
    from kla_lib.views.indeks.pasti import kalimat_pasti

    params = params_bawaan()
    keadaan = load_keadaan_buku(params, path_buku_disebut(params, args.buku))
    kota = indeks_kota(keadaan, args.indeks, args.tahun)
    ingat = [*kalimat_pasti(kota, keadaan.instrumen), *peringatan(kota, keadaan.instrumen)]
    temuan = [] if kota.audit is None else temuan_audit(kota.audit)
    if args.json:
        print_json(report_indeks(kota, ingat) | {"audit": temuan})
        return 0

    def sebut(nilai: float | None) -> str:
        return "–" if nilai is None else format_angka(nilai, kota.indeks.desimal)

    print(jawaban(kota))
    for k, (nilai, cakupan) in kota.klaster.items():
        nama = keadaan.instrumen.klaster_of(k).nama_pendek
        print(f"  {nama:<28} {sebut(nilai):>8}   " + _("datanya {n} %").format(n=format_angka(100 * cakupan, 0)))
    for t, nilai, cakupan in kota.tahunan:
        print(f"  {t:<28} {sebut(nilai):>8}   " + _("datanya {n} %").format(n=format_angka(100 * cakupan, 0)))
    for kalimat in (*ingat, *temuan):
        print(f"- {kalimat}")
    return 0
