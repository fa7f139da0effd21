"""Make many meetings on this machine: cities side by side, the meetings of one city day by day."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue

from kla_lib.bahasa import dalam_bahasa
from kla_lib.data.terbit.keluaran import dalam_keluaran
from kla_lib.publish.banyak.pekerja import IndukHangat
from kla_lib.publish.banyak.pesanan import AkhirRapat, PesananRapat
from kla_lib.publish.batch.penggambar import SIMPANAN, perender_run
from kla_lib.publish.halaman.indeks import ASLI
from kla_lib.publish.halaman.semua_rapat import write_semua_rapat

Deret = Sequence[PesananRapat]
"""The meetings of one city, in the order in which they have to be made."""


def run_di_sini(deret: Sequence[Deret], jobs: int, saat_selesai: Callable[[AkhirRapat], None]) -> None:
    """Make the meetings with `jobs` warm processes, and tell of each when it ends.

    The threads here only wait for those processes.  A meeting that fails stops no other.
    """
    bebas: SimpleQueue[IndukHangat] = SimpleQueue()
    induk = [IndukHangat() for _ in range(min(jobs, len(deret)))]
    for i in induk:
        bebas.put(i)

    def kerjakan(satu: Deret) -> None:
        milik = bebas.get()
        try:
            for pesanan in satu:
                saat_selesai(milik.kerjakan(pesanan))
        finally:
            bebas.put(milik)

    kolam = ThreadPoolExecutor(max(len(induk), 1))
    try:
        for selesai in [kolam.submit(kerjakan, d) for d in deret]:
            selesai.result()
    finally:
        kolam.shutdown(wait=False, cancel_futures=True)
        for i in induk:
            i.tutup()


def tutup_run(outputs: Path) -> None:
    """Do once, at the end of a run, what concerns all meetings: their index, the limit of kept pictures."""
    if outputs.is_dir():
        with perender_run(outputs / SIMPANAN, None), dalam_keluaran(outputs), dalam_bahasa(ASLI):
            write_semua_rapat(outputs)
