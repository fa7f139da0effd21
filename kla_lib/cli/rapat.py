"""Commands about a meeting: make its packs, open its workbook."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kla_lib.bahasa import BAHASA, _, bahasa, dalam_bahasa, gabung
from kla_lib.cli.pengurai import add_dari_kerja, bilangan, folder
from kla_lib.cli.tabel_akhir import tabel_akhir

if TYPE_CHECKING:
    from kla_lib.publish.batch.rapat import HasilRapat

MULAI = "00_mulai"
"""The notebook with the start page."""


def add_commands(perintah: Any) -> None:
    """Add `kla run` and `kla lab`."""
    p = perintah.add_parser("run", help=_("buat paket semua klaster sebuah rapat"))
    add_dari_kerja(p, "rapat", metavar="RAPAT.yaml", type=Path, help=_("berkas rapat"))
    p.add_argument("lain", nargs="*", metavar="LAIN", type=Path, help=_("berkas rapat lain, atau folder yang berisi"))
    p.add_argument("--only", nargs="+", metavar="KLASTER", default=[], help=_("hanya klaster ini (dan ringkasan)"))
    p.add_argument("--jobs", type=bilangan, metavar="N", help=_("berapa paket sekaligus; bawaannya satu per inti"))
    p.add_argument(
        "--skenario", default="", metavar="NAMA", help=_("di bawah skenario tersimpan ini, di folder sendiri")
    )
    p.add_argument("--bahasa", choices=sorted(BAHASA), help=_("bahasa halaman: id atau en"))
    p.add_argument(
        "--untuk",
        choices=("publik", "internal"),
        default="publik",
        help=_("publik (bawaan), atau internal: memuat angka kecil, di folder sendiri, jangan diteruskan"),
    )
    p.add_argument("--outputs", type=folder, metavar="FOLDER", help=_("folder keluaran; bawaannya outputs/"))
    p.add_argument("--force", action="store_true", help=_("buat juga yang tidak berubah sejak pembuatan terakhir"))
    p.add_argument(
        "--dask", metavar="ALAMAT", help=_("bagikan banyak rapat lewat Dask: alamat penjadwalnya (tcp://…), atau lokal")
    )
    p.add_argument("--perintah", action="store_true", help=_("hanya tulis perintahnya, satu baris per daerah"))
    p.set_defaults(jalankan=_run)

    p = perintah.add_parser("lab", help=_("buka buku kerja di JupyterLab"))
    p.add_argument(
        "notebook",
        nargs="?",
        default=MULAI,
        metavar="RAPAT.yaml|NOTEBOOK",
        help=_("berkas rapat, atau nama notebook; bawaannya 00_mulai"),
    )
    p.set_defaults(jalankan=_lab)


def _run(args: argparse.Namespace) -> int:
    banyak = args.lain or (args.rapat is not None and args.rapat.is_dir())
    if banyak or (args.rapat is not None and (args.dask or args.perintah)):
        from kla_lib.cli.banyak import run_banyak

        return run_banyak(args)
    from kla_lib.publish.batch.hangat import siapkan_impor

    siapkan_impor()  # before anything imports numpy

    from kla_lib.cli.kini import path_rapat, sebut_hasil, segarkan
    from kla_lib.letak import folder_outputs
    from kla_lib.publish.batch.rapat import run_rapat
    from kla_lib.rules.params import params_bawaan
    from kla_lib.rules.rapat import load_rapat

    params, outputs = params_bawaan(), args.outputs or folder_outputs()
    rapat = Path(path_rapat(params, args.rapat))
    with dalam_bahasa(args.bahasa or bahasa()):
        segarkan(params, load_rapat(params, rapat).buku_data)
        hasil = run_rapat(params, rapat, outputs, args.only, args.jobs, args.skenario, args.force, args.untuk)
        for pesan in _pesan(hasil):
            print(pesan, file=sys.stderr)
        print("\n".join(tabel_akhir(hasil.paket, hasil.salah)))
        index = hasil.folder / "index.html"
        print(_("Buka {index}").format(index=sebut_hasil(index, args.outputs)))
        if args.untuk != "publik":
            print(_("Isi folder ini internal: jangan diteruskan."))
    return 0 if hasil.berhasil else 1


def _pesan(hasil: "HasilRapat") -> Iterator[str]:
    """Yield what a run has to tell besides its progress."""
    if hasil.lanjutan:
        yield _("Pembuatan sebelumnya terputus di tengah jalan; yang belum jadi dibuat dalam pembuatan ini.")
    if hasil.robek:
        yield _("Satu baris jurnalnya terpotong dan dilewati; paketnya diperiksa sendiri-sendiri, jadi tetap benar.")
    if hasil.tanpa_pembanding:
        yield _(
            "Rapat sebelumnya ({rapat}) belum diterbitkan di folder keluaran ini, jadi yang berubah sejak itu tidak "
            "disebut. Periksa kunci sebelumnya di berkas rapat, atau terbitkan rapat itu dahulu."
        ).format(rapat=hasil.tanpa_pembanding)
    tetap = [p.id for p in hasil.paket if p.tetap]
    if tetap:
        yield _("{paket} tidak berubah, jadi tidak dibuat lagi (kecuali dengan --force).").format(paket=gabung(tetap))
    for tempat in hasil.tersisih:
        yield _("Lembar yang sudah diisi disimpan di {tempat}; lembar baru ada di tempat semula.").format(tempat=tempat)
    for p in hasil.paket:
        if not p.berhasil:
            yield f"{p.id}: {p.pesan}"
    for g in hasil.salah:
        yield _("lembar {subjek}: {pesan}").format(subjek=g.subjek, pesan=g.pesan)


def _lab(args: argparse.Namespace) -> int:
    from kla_lib.publish.aplikasi.lab import lab_rapat, open_lab, prepare_lab
    from kla_lib.rules.params import params_bawaan

    rapat = args.notebook.endswith((".yaml", ".yml"))
    lingkungan = lab_rapat(params_bawaan(), Path(args.notebook)) if rapat else {}
    path, pesan = prepare_lab(MULAI if rapat else args.notebook)
    for kalimat in pesan:
        print(kalimat)
    return open_lab(path, lingkungan)
