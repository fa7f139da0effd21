"""Compare the packs of a meeting with the papermill and nbconvert commands, and with a floor, all in one run.

    .venv/bin/python benchmarks/packs.py [--json] [--rapat ID]

rasio_stok: seconds of the commands for one finished pack, two at a time, over
ours with two jobs, once our parent is warm and has loaded the meeting.
rasio_stok_dengan_awal: the same with all that our process does before its
first pack (imports, the data book, the forecast, the plan) spread over the
seven packs.  Both without the sheets beside the packs.
rasio_lantai: ours with one job over the same packs made one after another in
one warm process, without isolation; both after the meeting is loaded.
puncak_memori_mb: the most that one of our processes held.
The ratios hold better than the seconds.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from kla_lib.letak import FOLDER_NOTEBOOKS

# Nothing heavy is imported up here: rendering processes import this script once more.

DUA = 2
NOTEBOOK = str(FOLDER_NOTEBOOKS / "30_paket_klaster.ipynb")


def run_stok(rapat: str, folder: Path, klaster: str) -> None:
    """Make one pack as a person would without this project's batch."""
    keluar = str(folder / f"{klaster}.ipynb")
    perintah = (
        ("papermill", NOTEBOOK, keluar, "-p", "rapat", rapat, "-p", "klaster", klaster),
        ("nbconvert", "--to", "html", keluar),
    )
    for p in perintah:
        subprocess.run([sys.executable, "-m", *p], check=True, capture_output=True)


def time_stok(rapat: str) -> float:
    """Return seconds per pack of all klaster, two at a time."""
    from kla_lib.rules.form.instrumen import KLASTER

    with tempfile.TemporaryDirectory() as t, ThreadPoolExecutor(DUA) as kolam:
        mulai = time.perf_counter()
        list(kolam.map(lambda k: run_stok(rapat, Path(t), k), KLASTER))
        return (time.perf_counter() - mulai) / len(KLASTER)


def time_kita(cara: str, rapat: str) -> dict[str, float]:
    """Return what a fresh process of this script measures, and the seconds that it took as a whole."""
    mulai = time.perf_counter()
    hasil = subprocess.run(
        [sys.executable, __file__, "--cara", cara, "--rapat", rapat], check=True, capture_output=True, text=True
    )
    semua = time.perf_counter() - mulai
    return {**json.loads(hasil.stdout.splitlines()[-1]), "semua": semua}


def ukur(cara: str, rapat: str) -> dict[str, float]:
    """Make the klaster packs in this process (lantai), or in children of it (satu, dua)."""
    from kla_lib.publish.batch.hangat import siapkan_impor, siapkan_pustaka

    siapkan_impor()

    from kla_lib.data.terbit.keluaran import dalam_keluaran
    from kla_lib.keadaan.muat import load_keadaan, tersedia
    from kla_lib.publish.batch.cabang import Batas, Tugas, run_tugas
    from kla_lib.publish.batch.daftar_paket import RINGKASAN, daftar_paket
    from kla_lib.publish.batch.jalankan import hitung_bersama
    from kla_lib.publish.batch.paket import DI_SINI, HasilPaket, PesananPaket, make_paket, siapkan_pekerja
    from kla_lib.publish.batch.perender import Perender
    from kla_lib.rules.params import params_bawaan
    from kla_lib.rules.rapat import load_rapat
    from kla_lib.views.rupa.svg import pakai_perender

    perender = Perender(None)
    perender.siapkan()  # as publish.jalankan does
    siapkan_pustaka()
    params = params_bawaan()
    keadaan = load_keadaan(params, load_rapat(params, rapat))
    hitung_bersama(keadaan)
    hasil: list[Any] = []
    with tempfile.TemporaryDirectory() as t, dalam_keluaran(Path(t)), tersedia(keadaan):
        outputs = Path(t)
        daftar = [p for p in daftar_paket(keadaan, outputs / rapat, (), None) if p.id != RINGKASAN]

        def paket(p: PesananPaket) -> HasilPaket:
            siapkan_pekerja()
            return make_paket(p, DI_SINI)

        mulai = time.perf_counter()
        if cara == "lantai":
            pakai_perender(perender.render)
            hasil = [paket(p) for p in daftar]
        else:
            tugas = [Tugas(p.id, lambda p=p: paket(p)) for p in daftar]  # type: ignore[misc]
            run_tugas(tugas, DUA if cara == "dua" else 1, Batas(), lambda a: hasil.append(a.isi), perender)
        detik = time.perf_counter() - mulai
    perender.tutup()
    if not all(h is not None and h.berhasil for h in hasil):
        raise SystemExit(f"{cara}: not every pack succeeded")
    siapa = resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN
    return {
        "paket": len(hasil),
        "detik": detik,
        "puncak_mb": max(resource.getrusage(s).ru_maxrss for s in siapa) / 1024,
    }


def main() -> None:
    """Run all ways and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--rapat", default="ogan-ilir-2024")
    parser.add_argument("--cara", choices=("lantai", "satu", "dua"), help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.cara:
        print(json.dumps(ukur(args.cara, args.rapat)))
        return
    stok = time_stok(args.rapat)
    dua, satu, lantai = (time_kita(c, args.rapat) for c in ("dua", "satu", "lantai"))
    banyak = dua["paket"]
    hasil = {
        "rasio_stok": round(stok / (dua["detik"] / banyak), 1),
        "rasio_lantai": round(satu["detik"] / lantai["detik"], 2),
        "detik_per_paket": round(dua["detik"] / banyak, 2),
        "puncak_memori_mb": round(max(d["puncak_mb"] for d in (dua, satu))),
        "rasio_stok_dengan_awal": round(stok / (dua["semua"] / banyak), 1),
        "detik_semua_dengan_awal": round(dua["semua"], 1),
        "detik_per_paket_stok": round(stok, 2),
    }
    print(json.dumps(hasil) if args.json else "\n".join(f"{k}: {v}" for k, v in hasil.items()))


if __name__ == "__main__":
    main()
