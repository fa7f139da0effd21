"""Make the packs of a meeting side by side, and the sheets beside them."""

import multiprocessing
import os
from collections.abc import Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from pathlib import Path
from typing import Any

from kla_lib.bahasa import _
from kla_lib.publish.hangat import siapkan_pustaka
from kla_lib.publish.kemajuan import Kemajuan
from kla_lib.publish.lampiran import PEMBUAT, Berkas, gabung_lampiran
from kla_lib.publish.log_paket import write_log_putus
from kla_lib.publish.paket import DI_SINI, HasilPaket, Permintaan, make_paket, siapkan_pekerja
from kla_lib.publish.waktu import Jam
from kla_lib.views.jalur import rencana_of
from kla_lib.views.konteks import Konteks, siapkan_konteks

SIMPANAN = ".gambar"
"""Folder under the outputs that keeps pictures of charts from one run to the next."""


def run_bercabang(
    konteks: Konteks, permintaan: Sequence[Permintaan], jobs: int, outputs: Path, lampiran: bool, jam: Jam
) -> tuple[tuple[HasilPaket, ...], Berkas]:
    """Make everything in processes forked from this one, which has the meeting loaded; see cabang.bisa_bercabang.

    The summary takes longest and is begun first.  What a page needs of the
    plan is worked out once, here.
    """
    from kla_lib.publish.cabang import Akhir, Batas, Tugas, run_tugas

    siapkan_pustaka()
    siapkan_konteks(konteks, permintaan[0].parameter["skenario"])
    with jam.ukur("hitung_bersama"):
        _hitung_bersama(konteks)

    def paket(p: Permintaan) -> HasilPaket:
        siapkan_pekerja(outputs)
        return make_paket(p, DI_SINI)

    def lembar(nomor: int) -> Berkas:
        siapkan_pekerja(outputs)
        return PEMBUAT[nomor](konteks)

    tugas = [Tugas(p.id, lambda p=p: paket(p)) for p in permintaan[::-1]]  # type: ignore[misc]
    pembuat = {f"lampiran-{n}": n for n in range(len(PEMBUAT))} if lampiran else {}
    tugas += [Tugas(i, lambda n=n: lembar(n)) for i, n in pembuat.items()]  # type: ignore[misc]
    kemajuan = Kemajuan(len(permintaan))
    hasil: dict[str, HasilPaket] = {}
    bagian: list[Berkas] = []

    def mulai(id_tugas: str) -> None:
        kemajuan.mulai(nama_lembar(pembuat[id_tugas]) if id_tugas in pembuat else id_tugas)

    def catat(a: Akhir) -> None:
        if a.id in pembuat:
            jam.tambah("lampiran", a.detik)
            kemajuan.usai(nama_lembar(pembuat[a.id]))
            if a.sebab:
                raise RuntimeError(f"{PEMBUAT[pembuat[a.id]].__name__}: {a.sebab}\n{a.isi}")
            bagian.append(a.isi)
            return
        if a.sebab:
            h = HasilPaket(a.id, a.detik, sebut_sebab(a.sebab, a.isi))
            p = next(p for p in permintaan if p.id == a.id)
            write_log_putus(p.folder, p.notebook, h.pesan, a.isi or "")
        else:
            h = a.isi
        hasil[h.id] = h
        kemajuan.catat(h)

    run_tugas(tugas, jobs, Batas(), catat, outputs / SIMPANAN, mulai)
    kemajuan.tutup()
    return tuple(hasil[p.id] for p in permintaan), gabung_lampiran(bagian)


def run_berkolam(
    konteks: Konteks, permintaan: Sequence[Permintaan], jobs: int, outputs: Path, lampiran: bool, jam: Jam
) -> tuple[tuple[HasilPaket, ...], Berkas]:
    """Make everything with fresh processes and a kernel per pack: wherever this process cannot be forked."""
    kemajuan = Kemajuan(len(permintaan))
    hasil: dict[str, HasilPaket] = {}
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, mp_context=spawn, initializer=siapkan_pekerja, initargs=(outputs,)) as kolam:
        antre: dict[Future[Any], str] = {kolam.submit(make_paket, p): p.id for p in permintaan[::-1]}
        try:
            for selesai in as_completed(antre):
                h = selesai.result()
                hasil[h.id] = h
                kemajuan.catat(h)
        except KeyboardInterrupt:  # packs under way are finished, the others not begun
            kolam.shutdown(wait=True, cancel_futures=True)
            raise
    kemajuan.tutup()
    with jam.ukur("lampiran"):
        bagian = gabung_lampiran(buat(konteks) for buat in PEMBUAT) if lampiran else {}
    return tuple(hasil[p.id] for p in permintaan), bagian


def nama_lembar(nomor: int) -> str:
    """Return what the progress calls the maker of some sheets: its subject."""
    return _("lembar {subjek}").format(subjek=PEMBUAT[nomor].__name__.removeprefix("berkas_"))


def sebut_sebab(sebab: str, isi: str | None) -> str:
    """Return why a pack has no result, for a reader."""
    return {
        "mati": _("prosesnya berhenti mendadak, dua kali; periksa memori komputer"),
        "waktu": _("terlalu lama, jadi dihentikan"),
    }.get(sebab, str(isi or "").strip().rpartition("\n")[2])


def _hitung_bersama(konteks: Konteks) -> tuple[Any, ...]:
    """Work out what every pack shows a part of: kept by the meeting, so that the children find it done."""
    rencana = rencana_of(konteks)
    return konteks.susunan, konteks.perkiraan, rencana and (rencana.lengkap, rencana.kegiatan)


def default_jobs() -> int:
    """Return how many packs are made at a time unless asked otherwise: one per core."""
    return os.cpu_count() or 1
