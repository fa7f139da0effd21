"""Make the packs of a meeting side by side, and the sheets beside them."""

import multiprocessing
import os
import time
import traceback
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kla_lib.bahasa import _
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.keadaan.muat import load_keadaan, tersedia
from kla_lib.keadaan.perbandingan import banding_ringan
from kla_lib.publish.batch.cabang import GALAT, MATI, WAKTU, Akhir, Batas, Tugas, run_tugas
from kla_lib.publish.batch.hangat import siapkan_pustaka
from kla_lib.publish.batch.induk import jaga_induk
from kla_lib.publish.batch.kemajuan import Kemajuan
from kla_lib.publish.batch.lampiran import PEMBUAT, Berkas, gabung_lampiran
from kla_lib.publish.batch.log_paket import write_log_putus
from kla_lib.publish.batch.paket import DI_SINI, HasilPaket, PesananPaket, make_paket, publish_gagal, siapkan_pekerja
from kla_lib.publish.batch.perender import Perender
from kla_lib.publish.batch.saring import redact_teks
from kla_lib.publish.batch.waktu import Jam
from kla_lib.publish.halaman.kop import nama_skenario
from kla_lib.publish.terbitan.jurnal import PAKET_GAGAL, PAKET_JADI, PAKET_MULAI, Jurnal
from kla_lib.rules.params import Params
from kla_lib.rules.rapat import load_rapat


@dataclass(frozen=True)
class Pesanan:
    """What is to be made of a meeting: its packs, and the sheets beside them or not.

    jurnal: where each pack's begin and end are noted.  kemajuan: what tells
    whoever waits.  jam: what adds up the seconds of the parts.
    """

    keadaan: Keadaan
    paket: Sequence[PesananPaket]
    lampiran: bool
    jurnal: Jurnal
    kemajuan: Kemajuan
    jam: Jam = field(default_factory=Jam)

    def akhiri(self, h: HasilPaket) -> HasilPaket:
        """Note how a pack ended, in the journal and for whoever waits."""
        if h.berhasil:
            masukan = next(p.masukan for p in self.paket if p.id == h.id)
            self.jurnal.catat(PAKET_JADI, paket=h.id, masukan=masukan, berkas=h.berkas)
        else:
            self.jurnal.catat(PAKET_GAGAL, paket=h.id, pesan=h.pesan)
        self.kemajuan.catat(h)
        return h

    def gagalkan(self, id_paket: str, detik: float, sebab: str, jejak: str = "") -> HasilPaket:
        """Return the result of a pack whose process brought none, with a page that says so beside the last good one."""
        pesan = sebut_sebab(sebab, jejak)
        p = next(p for p in self.paket if p.id == id_paket)
        write_log_putus(p.folder, p.notebook, pesan, jejak)
        publish_gagal(p, _("Tidak selesai"), pesan)
        return HasilPaket(id_paket, detik, pesan)


@dataclass(frozen=True)
class LembarGagal:
    """A maker of sheets that failed: its subject ("kantor"), its seconds, why in a line; jejak: the traceback."""

    subjek: str
    detik: float
    pesan: str
    jejak: str = ""


@dataclass(frozen=True)
class Jadi:
    """What was made: the packs that were ordered, the sheets, and the makers of sheets that failed."""

    paket: dict[str, HasilPaket]
    lembar: Berkas
    salah: tuple[LembarGagal, ...] = ()


def run_bercabang(pesanan: Pesanan, jobs: int, perender: Perender) -> Jadi:
    """Make everything in processes forked from this one, which has the meeting loaded; see cabang.bisa_bercabang.

    The summary takes longest and is begun first.  What a page needs of the
    plan is worked out once, here.
    """
    perender.siapkan()  # it warms up while this process still prepares
    keadaan = pesanan.keadaan
    siapkan_pustaka()
    with pesanan.jam.ukur("hitung_bersama"):
        hitung_bersama(keadaan)

    def paket(p: PesananPaket) -> HasilPaket:
        siapkan_pekerja()
        with tersedia(keadaan, nama_skenario(keadaan)):
            return make_paket(p, DI_SINI)

    def lembar(nomor: int) -> Berkas:
        siapkan_pekerja()
        return PEMBUAT[nomor](keadaan)

    tugas = [Tugas(p.id, lambda p=p: paket(p)) for p in pesanan.paket[::-1]]  # type: ignore[misc]
    pembuat = {f"lampiran-{n}": n for n in range(len(PEMBUAT))} if pesanan.lampiran else {}
    tugas += [Tugas(i, lambda n=n: lembar(n)) for i, n in pembuat.items()]  # type: ignore[misc]
    kemajuan = pesanan.kemajuan
    hasil: dict[str, HasilPaket] = {}
    bagian: list[Berkas] = []
    salah: list[LembarGagal] = []

    def sebut(id_tugas: str) -> str:
        return nama_lembar(pembuat[id_tugas]) if id_tugas in pembuat else id_tugas

    def mulai(id_tugas: str) -> None:
        kemajuan.mulai(sebut(id_tugas))
        if id_tugas not in pembuat:
            pesanan.jurnal.catat(PAKET_MULAI, paket=id_tugas)

    def selesai(a: Akhir) -> None:
        if a.id not in pembuat:
            h = pesanan.gagalkan(a.id, a.detik, a.sebab, a.isi or "") if a.sebab else a.isi
            hasil[a.id] = pesanan.akhiri(h)
            return
        pesanan.jam.tambah("lampiran", a.detik)
        kemajuan.usai(sebut(a.id))
        if a.sebab:
            subjek = subjek_lembar(pembuat[a.id])
            salah.append(LembarGagal(subjek, a.detik, sebut_sebab(a.sebab, a.isi), a.isi or ""))
        else:
            bagian.append(a.isi)

    run_tugas(tugas, jobs, Batas(), selesai, perender, mulai, lambda i: kemajuan.ulang(sebut(i)))
    kemajuan.tutup()
    return Jadi(hasil, gabung_lampiran(bagian), tuple(salah))


def run_berkolam(pesanan: Pesanan, jobs: int) -> Jadi:
    """Make everything with fresh processes that load the meeting once each: wherever this process cannot be forked.

    A process makes its packs one after the other.  Where one dies, all packs
    that were under way are begun once more.
    """
    hasil: dict[str, HasilPaket] = {}
    for kali in range(2):
        sisa = [p for p in pesanan.paket[::-1] if p.id not in hasil]
        for p in sisa if kali else ():
            pesanan.kemajuan.ulang(p.id)
        for h in _kolam(sisa, jobs, pesanan):
            hasil[h.id] = pesanan.akhiri(h)
    for p in pesanan.paket:
        if p.id not in hasil:
            hasil[p.id] = pesanan.akhiri(pesanan.gagalkan(p.id, 0.0, MATI))
    pesanan.kemajuan.tutup()
    return Jadi(hasil, *_lembar(pesanan))


def run_di_proses_ini(pesanan: Pesanan) -> Jadi:
    """Make everything in this process, one after the other: for a process that is there for nothing else."""
    siapkan_pekerja()
    hasil: dict[str, HasilPaket] = {}
    with tersedia(pesanan.keadaan, nama_skenario(pesanan.keadaan)):
        for p in pesanan.paket[::-1]:
            pesanan.jurnal.catat(PAKET_MULAI, paket=p.id)
            pesanan.kemajuan.mulai(p.id)
            dari = time.monotonic()
            try:
                h = make_paket(p, DI_SINI)
            except Exception:  # told as the end of this pack; the others go on
                h = pesanan.gagalkan(p.id, time.monotonic() - dari, GALAT, traceback.format_exc())
            hasil[p.id] = pesanan.akhiri(h)
    pesanan.kemajuan.tutup()
    return Jadi(hasil, *_lembar(pesanan))


def _lembar(pesanan: Pesanan) -> tuple[Berkas, tuple[LembarGagal, ...]]:
    """Make the sheets in this process, where they are ordered; return them, and the makers that failed."""
    bagian: list[Berkas] = []
    salah: list[LembarGagal] = []
    with pesanan.jam.ukur("lampiran"):
        for nomor, buat in enumerate(PEMBUAT if pesanan.lampiran else ()):
            dari = time.monotonic()
            try:
                bagian.append(buat(pesanan.keadaan))
            except Exception:  # told at the end of the run, beside the packs
                jejak = traceback.format_exc()
                detik = time.monotonic() - dari
                salah.append(LembarGagal(subjek_lembar(nomor), detik, sebut_sebab(GALAT, jejak), jejak))
    return gabung_lampiran(bagian), tuple(salah)


def _kolam(sisa: Sequence[PesananPaket], jobs: int, pesanan: Pesanan) -> Iterator[HasilPaket]:
    """Make packs in a pool of fresh processes; those that are missing at the end went with a process that died."""
    if not sisa:
        return
    spawn, k = multiprocessing.get_context("spawn"), pesanan.keadaan
    muatan = (k.params, k.rapat.path, nama_skenario(k), k.untuk)
    with ProcessPoolExecutor(
        min(jobs, len(sisa)), mp_context=spawn, initializer=_pekerja_kolam, initargs=muatan
    ) as kolam:
        antre: list[Future[HasilPaket]] = []
        for p in sisa:
            pesanan.jurnal.catat(PAKET_MULAI, paket=p.id)
            antre.append(kolam.submit(make_paket, p, DI_SINI))
        try:
            for selesai in as_completed(antre):
                try:
                    yield selesai.result()
                except BrokenProcessPool:
                    continue
        except KeyboardInterrupt:  # packs under way are finished, the others not begun
            kolam.shutdown(wait=True, cancel_futures=True)
            raise


def _pekerja_kolam(params: Params, berkas: Path, skenario: str, untuk: str) -> None:
    """Prepare a process of the pool: it holds the meeting for as long as it lives."""
    jaga_induk()
    siapkan_pekerja()
    keadaan = load_keadaan(params, load_rapat(params, berkas), skenario, untuk)
    tersedia(keadaan, skenario).__enter__()


def nama_lembar(nomor: int) -> str:
    """Return what the progress calls the maker of some sheets: its subject."""
    return _("lembar {subjek}").format(subjek=subjek_lembar(nomor))


def subjek_lembar(nomor: int) -> str:
    """Return the subject of a maker of sheets: "kantor"."""
    return PEMBUAT[nomor].__name__.removeprefix("berkas_")


def sebut_sebab(sebab: str, isi: str | None) -> str:
    """Return why a pack has no result, for a reader and without personal data."""
    if sebab == WAKTU:
        return _("terlalu lama, jadi dihentikan")
    akhir = redact_teks(str(isi or "").strip().rpartition("\n")[2])
    if sebab == MATI:
        return _("prosesnya berhenti mendadak, dua kali: {sebab}").format(
            sebab=akhir or _("sebabnya tertulis di terminal ini")
        )
    return akhir


def hitung_bersama(keadaan: Keadaan) -> None:
    """Work out what several packs and sheets show a part of: kept by the meeting, so that the children find it done."""
    from kla_lib.publish.batch.hangat import bekukan

    resmi = keadaan.resmi or keadaan
    bersama: list[Any] = [keadaan.pekerjaan, keadaan.susunan, keadaan.perkiraan, resmi.pekerjaan]
    if keadaan.hasil is not None:
        bersama += [keadaan.celah, keadaan.tercapai, keadaan.jarak]
    if keadaan.rencana is not None:
        bersama += [keadaan.rencana.lengkap, keadaan.rencana.kegiatan]
    bersama.append(resmi.diminta)
    bersama += [keadaan.fakta[k] for k in (None, *(k.id for k in keadaan.instrumen.klaster))]
    bersama.append(banding_ringan(resmi))
    bekukan()


def default_jobs() -> int:
    """Return how many packs are made at a time unless asked otherwise: one per core."""
    return os.cpu_count() or 1
