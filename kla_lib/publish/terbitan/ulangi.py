"""Run the packs of a published meeting again, to see whether they still give the same facts."""

import multiprocessing
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from papermill.exceptions import PapermillExecutionError

from kla_lib.bahasa import _, bahasa
from kla_lib.data.buku import sidik_buku
from kla_lib.data.terbit.fakta import FAKTA_JSON
from kla_lib.data.terbit.keluaran import dalam_keluaran
from kla_lib.errors import KlaError
from kla_lib.keadaan.muat import tersedia
from kla_lib.letak import FOLDER_OUTPUTS
from kla_lib.publish.batch.cabang import Akhir, Batas, Tugas, bisa_bercabang, run_tugas
from kla_lib.publish.batch.hangat import siapkan_pustaka
from kla_lib.publish.batch.jalankan import default_jobs, sebut_sebab
from kla_lib.publish.batch.paket import DI_SINI, KERNEL, Mesin, PesananPaket, repeat_fakta, siapkan_pekerja
from kla_lib.publish.batch.rencana_terbit import RencanaTerbit, folder_bahasa, plan_terbit
from kla_lib.publish.batch.saring import redact_teks
from kla_lib.publish.terbitan.asal import beda_asal
from kla_lib.publish.terbitan.keutuhan import PeriksaBerkas, check_berkas, daftar_berkas, need_manifes
from kla_lib.publish.terbitan.simpan import hash_isi, to_json
from kla_lib.rules.params import Params
from kla_lib.rules.rapat import Rapat, load_rapat

SAMA, BERBEDA, GAGAL = "sama", "berbeda", "gagal"


@dataclass(frozen=True)
class HasilPembuktian:
    """What became of a proof.

    masukan: what has changed since the packs were made, in words; then other
    facts are no fault.  fakta: of each pack SAMA, BERBEDA, or GAGAL with the
    reason behind it; None where nothing was run.  halangan: why nothing could be run.
    """

    rapat: str
    berkas: PeriksaBerkas
    masukan: tuple[str, ...]
    fakta: dict[str, tuple[str, str]] | None
    halangan: str = ""

    @property
    def fakta_sama(self) -> bool | None:
        """Whether all packs gave the same facts; None where that was not tried."""
        return None if self.fakta is None else all(k == SAMA for k, _pesan in self.fakta.values())

    @property
    def terbukti(self) -> bool:
        """Whether nothing speaks against the files: they are those of the manifest, and nothing unexplained differs."""
        return self.berkas.utuh and (bool(self.masukan) or self.fakta_sama is not False)


def verify_rapat(
    params: Params, berkas: Path | str, outputs: Path = FOLDER_OUTPUTS, quick: bool = False, jobs: int | None = None
) -> HasilPembuktian:
    """Hold the published files of a meeting against its manifest, and run its packs again elsewhere.

    quick: only the first.  Nothing under `outputs` is written.  Raises KlaError
    where the meeting's file cannot be read or nothing was published; a faulty
    book is told in `halangan`, since it says nothing about the files.
    """
    rapat = load_rapat(params, berkas)
    folder = folder_bahasa(outputs / rapat.id, bahasa())
    manifes = need_manifes(folder)
    hasil = check_berkas(folder)
    try:
        rencana = plan_terbit(params, rapat, outputs)
        masukan = beda_asal(manifes, rencana)
        fakta = None if quick else _ulangi(rencana, manifes, outputs, jobs or default_jobs())
    except KlaError as e:
        return HasilPembuktian(rapat.id, hasil, _buku_berubah(rapat, manifes), None, "" if quick else str(e))
    return HasilPembuktian(rapat.id, hasil, masukan, fakta)


def _buku_berubah(rapat: Rapat, manifes: dict[str, Any]) -> tuple[str, ...]:
    """Return the word for the book where it is another one, though it cannot be used."""
    try:
        sama = sidik_buku(rapat.path_buku) == manifes.get("hash_data")
    except OSError:
        sama = False
    return () if sama else (_("buku data"),)


def _ulangi(rencana: RencanaTerbit, manifes: dict[str, Any], outputs: Path, jobs: int) -> dict[str, tuple[str, str]]:
    """Return per published pack whether it gives the same facts again."""
    terbit = daftar_berkas(manifes)
    with TemporaryDirectory() as sementara, dalam_keluaran(outputs):  # the ledger and the earlier meetings are there
        minta = [replace(p, folder=Path(sementara) / p.id) for p in rencana.paket if f"{p.id}/{FAKTA_JSON}" in terbit]
        if bisa_bercabang():
            siapkan_pustaka()
            with tersedia(rencana.keadaan):
                hasil = _bercabang(minta, jobs)
        else:
            hasil = _berkolam(minta, jobs)
    return {p: _banding(isi, terbit[f"{p}/{FAKTA_JSON}"]) for p, isi in hasil.items()}


Isi = tuple[bytes | None, str]
"""The facts of a pack as they would be published, or None with the reason."""


def _bercabang(minta: Sequence[PesananPaket], jobs: int) -> dict[str, Isi]:
    hasil: dict[str, Isi] = {}

    def catat(a: Akhir) -> None:
        hasil[a.id] = (None, sebut_sebab(a.sebab, a.isi)) if a.sebab else a.isi

    def satu(p: PesananPaket) -> Isi:
        siapkan_pekerja()
        return _satu(p, DI_SINI)

    tugas = [Tugas(p.id, lambda p=p: satu(p)) for p in minta[::-1]]  # type: ignore[misc]
    run_tugas(tugas, jobs, Batas(), catat)
    return {p.id: hasil[p.id] for p in minta}


def _berkolam(minta: Sequence[PesananPaket], jobs: int) -> dict[str, Isi]:
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, mp_context=spawn, initializer=siapkan_pekerja) as kolam:
        return dict(zip([p.id for p in minta], kolam.map(_satu, minta), strict=True))


def _satu(p: PesananPaket, mesin: Mesin = KERNEL) -> Isi:
    try:
        return to_json(repeat_fakta(p, mesin)), ""
    except PapermillExecutionError as e:
        return None, redact_teks(f"{e.ename}: {e.evalue}")


def _banding(isi: Isi, terbit: str) -> tuple[str, str]:
    fakta, pesan = isi
    if fakta is None:
        return GAGAL, pesan
    return (SAMA if hash_isi(fakta) == terbit else BERBEDA), ""
