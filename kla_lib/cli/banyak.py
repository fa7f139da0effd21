"""Run many meetings at once: progress over all of them, one table at the end."""

import argparse
import shlex
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kla_lib.bahasa import _, bahasa, format_angka

if TYPE_CHECKING:
    from kla_lib.publish.banyak.pesanan import AkhirRapat, PesananRapat
    from kla_lib.rules.rapat import Rapat


def run_banyak(args: argparse.Namespace) -> int:
    """Make the meetings of the files and folders that `kla run` was told."""
    from kla_lib.letak import folder_outputs
    from kla_lib.publish.banyak.daftar import daftar_rapat
    from kla_lib.publish.banyak.jalankan import run_di_sini, tutup_run
    from kla_lib.publish.banyak.pesanan import kode_keluar
    from kla_lib.publish.batch.jalankan import default_jobs
    from kla_lib.rules.params import params_bawaan

    outputs: Path = (args.outputs or folder_outputs()).absolute()
    deret, akhir = daftar_rapat(params_bawaan(), [t for t in (args.rapat, *args.lain) if t is not None])
    pesanan = [[_pesanan(r, args, outputs) for r in satu] for satu in deret]
    if args.perintah:
        print("\n".join(perintah(satu) for satu in pesanan))
        sebut_salah(akhir)
        return kode_keluar(akhir) if not pesanan else 1 if akhir else 0
    kemajuan = _Kemajuan(sum(map(len, pesanan)))

    def selesai(a: "AkhirRapat") -> None:
        akhir.append(a)
        kemajuan.catat(a)

    jobs = args.jobs or default_jobs()
    if pesanan and args.dask:
        from kla_lib.publish.banyak.dask import run_dask

        run_dask(args.dask, pesanan, outputs, jobs, selesai)
    elif pesanan:
        run_di_sini(pesanan, jobs, selesai)
    if pesanan:
        tutup_run(outputs)
    print("\n".join(tabel_rapat(akhir)))
    sebut_salah(akhir)
    return kode_keluar(akhir)


def _pesanan(r: "Rapat", args: argparse.Namespace, outputs: Path) -> "PesananRapat":
    from kla_lib.letak import folder_kerja
    from kla_lib.publish.banyak.pesanan import PesananRapat

    kerja = str(folder_kerja() or "")
    return PesananRapat(
        r.id,
        str(r.path),
        str(outputs),
        tuple(args.only),
        args.skenario,
        args.force,
        args.untuk,
        args.bahasa or bahasa(),
        kerja,
    )


def sebut_salah(akhir: Sequence["AkhirRapat"]) -> None:
    """Print what went wrong, meeting by meeting."""
    for a in akhir:
        for pesan in a.pesan:
            print(f"{a.id}: {pesan}", file=sys.stderr)


def perintah(deret: Sequence["PesananRapat"]) -> str:
    """Return the command that makes the meetings of one city in their order, for whoever hands out commands."""
    p = deret[0]
    kata = ["kla", *(["--folder", p.kerja] if p.kerja else []), "run", *(r.berkas for r in deret)]
    kata += ["--jobs", "1", "--outputs", p.outputs]
    kata += ["--only", *p.only] if p.only else []
    kata += ["--skenario", p.skenario] if p.skenario else []
    kata += ["--force"] if p.force else []
    kata += ["--untuk", p.untuk, "--bahasa", p.bahasa]
    return shlex.join(kata)


def tabel_rapat(akhir: Sequence["AkhirRapat"]) -> list[str]:
    """Return a line per meeting: its id, how it ended, its seconds."""
    sebutan = {
        "jadi": _("selesai"),
        "tetap": _("tidak berubah"),
        "gagal": _("GAGAL"),
        "tak_bisa": _("tidak bisa dibuat"),
    }
    baris = [(a.id, sebutan[a.keadaan], format_angka(a.detik, 1)) for a in sorted(akhir, key=lambda a: a.id)]
    semua = [(_("Rapat"), _("Keadaan"), _("Detik")), *baris]
    lebar = [max(len(b[n]) for b in semua) for n in range(3)]
    return [f"{b[0].ljust(lebar[0])}  {b[1].ljust(lebar[1])}  {b[2].rjust(lebar[2])}" for b in semua]


class _Kemajuan:
    """Tells on standard error how many meetings are done, and how long the others may take."""

    def __init__(self, banyak: int) -> None:
        self._banyak, self._selesai, self._awal = banyak, 0, time.monotonic()

    def catat(self, a: "AkhirRapat") -> None:
        """Note a meeting that has ended."""
        self._selesai += 1
        keadaan = _("selesai") if a.berhasil else _("GAGAL")
        sisa = (time.monotonic() - self._awal) / self._selesai * (self._banyak - self._selesai)
        baris = _("{n}/{banyak} rapat · {id} {keadaan} ({detik} dtk)").format(
            n=self._selesai, banyak=self._banyak, id=a.id, keadaan=keadaan, detik=format_angka(a.detik, 1)
        )
        lagi = _("kira-kira {detik} dtk lagi").format(detik=format_angka(max(sisa, 1.0), 0))
        print(" · ".join([baris, lagi] if self._selesai < self._banyak else [baris]), file=sys.stderr, flush=True)
