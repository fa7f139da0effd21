"""The pool of fresh processes: what died with one of them is made in another.

Slow, because a notebook is run for real in a kernel.
"""

import io
import os
import signal
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

from kla_lib.keadaan.muat import load_keadaan
from kla_lib.publish.batch.daftar_paket import daftar_paket
from kla_lib.publish.batch.jalankan import Pesanan, run_berkolam
from kla_lib.publish.batch.kemajuan import Kemajuan
from kla_lib.publish.batch.lampiran import PEMBUAT
from kla_lib.publish.batch.rapat import HasilRapat
from kla_lib.publish.terbitan.jurnal import PAKET_JADI, PAKET_MULAI, Jurnal, read_jurnal
from kla_lib.publish.terbitan.simpan import check_utuh
from tests.pembantu.params_uji import PARAMS
from tests.pembantu.rapat_kecil import RapatKecil


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks for the process in /proc")
def test_a_pack_whose_process_was_killed_is_made_by_another(tmp_path: Path) -> None:
    r = RapatKecil(tmp_path)
    keadaan = load_keadaan(PARAMS, str(r.berkas))
    paket = daftar_paket(keadaan, r.hasil, ["klaster_1"], r.folder)[:1]
    r.hasil.mkdir(parents=True)
    terbunuh: list[int] = []
    siap = threading.Event()

    def bunuh() -> None:
        while not siap.wait(0.01):
            for kerja in r.hasil.glob(".kerja-*"):  # a worker has begun
                pekerja = pekerja_of(os.getpid())
                if kerja.is_dir() and pekerja:
                    os.kill(pekerja[0], signal.SIGKILL)
                    terbunuh.append(pekerja[0])
                    return

    kabar = io.StringIO()
    utas = threading.Thread(target=bunuh)
    utas.start()
    jadi = run_berkolam(Pesanan(keadaan, paket, False, Jurnal(r.hasil), Kemajuan(1, kabar)), 1)
    siap.set()
    utas.join()
    assert len(terbunuh) == 1
    assert jadi.paket["klaster_1"].berhasil
    assert check_utuh(r.hasil / "klaster_1") == []
    assert kabar.getvalue().startswith("klaster_1 dimulai sekali lagi")
    kejadian = [p["kejadian"] for p in read_jurnal(r.hasil)[0]]
    assert kejadian == [PAKET_MULAI, PAKET_MULAI, PAKET_JADI]


def test_a_maker_of_sheets_that_fails_is_named_and_stops_no_other(tmp_path: Path) -> None:
    tanpa_rapat: Any = None
    pesanan = Pesanan(tanpa_rapat, [], True, Jurnal(tmp_path), Kemajuan(0, io.StringIO()))
    jadi = run_berkolam(pesanan, 1)
    assert [g.subjek for g in jadi.salah] == [b.__name__.removeprefix("berkas_") for b in PEMBUAT]
    assert all(g.pesan.startswith("AttributeError: ") and "Traceback" in g.jejak for g in jadi.salah)
    assert "Traceback" not in "".join(g.pesan for g in jadi.salah)
    assert not HasilRapat(tmp_path, (), jadi.salah).berhasil


def pekerja_of(induk: int) -> list[int]:
    """Return the spawned children of a process that are workers, not what multiprocessing itself needs."""
    ada = []
    for p in Path("/proc").iterdir():
        try:
            if p.name.isdigit() and f"PPid:\t{induk}\n" in (p / "status").read_text():
                ada += [int(p.name)] if b"spawn_main" in (p / "cmdline").read_bytes() else []
        except OSError:
            continue
    return ada
