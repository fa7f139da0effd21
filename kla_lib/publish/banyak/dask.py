"""Hand many meetings out to the workers of a Dask cluster, each of which has a warm process."""

import importlib
import secrets
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from kla_lib.bahasa import _
from kla_lib.berkas import write_whole
from kla_lib.errors import Kesalahan, KlaError
from kla_lib.publish.banyak.pekerja import IndukHangat
from kla_lib.publish.banyak.pesanan import GAGAL, TAK_BISA, AkhirRapat, PesananRapat, sidik_program

LOKAL = "lokal"
"""The address that means: begin a cluster on this machine."""
TUNGGU = 10.0
"""Seconds to wait for a scheduler to answer."""
ULANG = 2
"""How often a meeting is handed out again after it was lost."""
INDUK = "kla_induk"
"""The attribute of a worker under which its warm process is kept."""


def run_dask(
    alamat: str,
    deret: Sequence[Sequence[PesananRapat]],
    outputs: Path,
    jobs: int,
    saat_selesai: Callable[[AkhirRapat], None],
) -> None:
    """Make the meetings on a cluster, and tell of each when it ends; the next of a city follows the one before.

    Raises KlaError before anything is made where Dask is not installed, no
    scheduler answers, or no worker has this program and sees this folder.  A
    worker that dies loses its meeting to another; a run whose client dies is
    simply started again.
    """
    distributed = _distributed()
    sidik = sidik_program()
    with _klien(distributed, alamat, jobs) as klien:
        pekerja = _pekerja_cocok(klien, outputs, sidik)
        sisa = [[replace(p, sidik=sidik) for p in satu][::-1] for satu in deret]
        milik: dict[Any, tuple[PesananRapat, list[PesananRapat]]] = {}

        def kirim(antre: list[PesananRapat]) -> Any:
            p = antre.pop()
            # A nanny's worker that begins again has another port, so the machine is named, not the worker.
            tugas = klien.submit(buat_di_pekerja, p, pure=False, retries=ULANG, workers=pekerja)
            milik[tugas] = p, antre
            return tugas

        jalan = distributed.as_completed([kirim(antre) for antre in sisa])
        for tugas in jalan:
            p, antre = milik.pop(tugas)
            galat = tugas.exception()
            saat_selesai(tugas.result() if galat is None else AkhirRapat(p.id, GAGAL, pesan=(_sebut_hilang(galat),)))
            tugas.release()
            if antre:
                jalan.add(kirim(antre))


def buat_di_pekerja(pesanan: PesananRapat) -> AkhirRapat:
    """Make a meeting by the warm process of the worker that runs this; refused where its program is another one."""
    if pesanan.sidik != sidik_program():
        pesan = _("pekerja ini memakai versi program, notebook, atau aturan yang lain; samakan versinya, lalu ulangi")
        return AkhirRapat(pesanan.id, TAK_BISA, pesan=(pesan,))
    milik_pekerja: dict[str, Any] = vars(_distributed().get_worker())
    akhir: AkhirRapat = milik_pekerja.setdefault(INDUK, IndukHangat()).kerjakan(pesanan)
    return akhir


def _distributed() -> Any:
    """Return the library; KlaError where this extra is not installed."""
    try:
        return importlib.import_module("distributed")
    except ImportError:
        salah = _("--dask memerlukan paket distributed, yang belum dipasang")
        raise KlaError(Kesalahan("dask", "--dask", salah, _("Pasang dengan: pip install 'distributed'"))) from None


@contextmanager
def _klien(distributed: Any, alamat: str, jobs: int) -> Iterator[Any]:
    if alamat == LOKAL:
        with (
            distributed.LocalCluster(n_workers=jobs, threads_per_worker=1, dashboard_address=None) as kluster,
            distributed.Client(kluster) as klien,
        ):
            yield klien
        return
    try:
        klien = distributed.Client(alamat, timeout=TUNGGU)
    except (OSError, ValueError) as e:
        salah = _("penjadwal Dask di {alamat} tidak menjawab").format(alamat=alamat)
        perbaikan = _("Jalankan dask scheduler di komputer itu, periksa alamat dan tembok apinya, lalu ulangi.")
        raise KlaError(Kesalahan("dask", "--dask", salah, perbaikan)) from e
    with klien:
        yield klien


def _pekerja_cocok(klien: Any, outputs: Path, sidik: str) -> list[str]:
    """Return the machines whose workers have this program and see this folder of outputs; KlaError for none."""
    isi = secrets.token_hex(8)
    bukti = outputs / f".kla-coba-{isi}"
    write_whole(bukti, isi.encode())
    try:
        jawab: dict[str, Any] = klien.run(_periksa, str(bukti), on_error="return")
    finally:
        with suppress(OSError):
            bukti.unlink()
    cocok = {_mesin(p) for p, j in jawab.items() if j == (sidik, isi)}
    cocok -= {_mesin(p) for p, j in jawab.items() if j != (sidik, isi)}
    if cocok:
        return sorted(cocok)
    if not jawab:
        salah, perbaikan = _("belum ada pekerja Dask"), _("Jalankan dask worker ALAMAT --nthreads 1 di tiap komputer.")
    elif any(isinstance(j, Exception) for j in jawab.values()):
        salah = _("pekerja Dask tidak punya buku kerja ini")
        perbaikan = _("Pasang buku kerja versi yang sama di tiap komputer, lalu jalankan lagi dask worker.")
    elif any(j[0] != sidik for j in jawab.values()):
        salah = _("pekerja Dask memakai versi program, notebook, atau aturan yang lain")
        perbaikan = _("Samakan versi buku kerja di tiap komputer, lalu jalankan lagi dask worker.")
    else:
        salah = _("folder keluaran tidak terlihat dari pekerja Dask")
        perbaikan = _("Pakai folder bersama yang sama alamatnya di semua komputer, dan sebut dengan --outputs.")
    raise KlaError(Kesalahan("dask", "--dask", salah, perbaikan))


def _mesin(pekerja: str) -> str:
    """Return the host of a worker's address."""
    return pekerja.partition("://")[2].rpartition(":")[0]


def _periksa(bukti: str) -> tuple[str, str]:
    """Return what a worker knows: the hash of its program, and what it reads in a file of the client."""
    try:
        isi = Path(bukti).read_text(encoding="utf-8")
    except OSError:
        isi = ""
    return sidik_program(), isi


def _sebut_hilang(galat: BaseException) -> str:
    """Return why a task has no result: its workers died, or the cluster could not even read it."""
    sebab = type(galat).__name__
    if sebab == "KilledWorker":
        return _("pekerjanya berhenti mendadak, berulang kali ({sebab})").format(sebab=sebab)
    return _(
        "kluster Dask tidak bisa menjalankannya ({sebab}); "
        "jalankan penjadwal dan pekerja dari buku kerja versi yang sama"
    ).format(sebab=sebab)
