"""Many meetings in one run: one that is faulty fails alone, what a killed process was making is made again, whole.

Slow, because meetings are made for real, here by warm processes and by workers of Dask.
"""

import os
import signal
import sys
import threading
import time
from pathlib import Path

import pytest

from kla_lib.cli import main
from kla_lib.data.terbit.paket import check_utuh
from kla_lib.errors import KlaError
from kla_lib.publish.banyak.dask import run_dask
from kla_lib.publish.banyak.pekerja import IndukHangat
from kla_lib.publish.banyak.pesanan import JADI, TETAP, AkhirRapat, PesananRapat
from tests.pembantu.rapat_kecil import ID, RapatKecil

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="processes are looked up in /proc")

BATAS_DETIK = 240.0


def pesan(r: RapatKecil) -> PesananRapat:
    return PesananRapat(ID, str(r.berkas), str(r.outputs), only=("klaster_1",))


def proses(penanda: str, induk: int | None = None) -> list[int]:
    """Return the processes whose command line holds some words, those of a parent only where it is named."""
    ada = []
    for p in Path("/proc").iterdir():
        try:
            if not p.name.isdigit() or penanda not in (p / "cmdline").read_bytes().decode(errors="replace"):
                continue
            if induk is None or f"PPid:\t{induk}\n" in (p / "status").read_text():
                ada.append(int(p.name))
        except OSError:  # it has ended meanwhile
            continue
    return ada


def bunuh_saat_mulai(r: RapatKecil, penanda: str, induk: int | None) -> list[int]:
    """Kill the first process of a kind as soon as a pack is under way; return its number."""
    habis = time.monotonic() + BATAS_DETIK
    while time.monotonic() < habis:
        if any(r.hasil.glob(".kerja-*")) and (ada := proses(penanda, induk)):
            os.kill(ada[0], signal.SIGKILL)
            return ada[:1]
        time.sleep(0.01)
    return []


def test_a_faulty_meeting_fails_alone_and_a_second_run_makes_nothing(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    r = RapatKecil(tmp_path / "a")
    rusak = tmp_path / "a" / "rusak.yaml"
    teks = r.berkas.read_text(encoding="utf-8")
    rusak.write_text(teks.replace(f"id: {ID}", "id: rusak").replace("buku_data: buku", "buku_data: tak-ada"))
    perintah = ["run", str(r.berkas.parent), "--only", "klaster_1", "--jobs", "2", "--outputs", str(r.outputs)]
    assert main(perintah) == 1
    keluar = capfd.readouterr()
    keadaan = {baris.split()[0]: baris.split()[1] for baris in keluar.out.splitlines()}
    assert keadaan == {"Rapat": "Keadaan", ID: "selesai", "rusak": "tidak"}
    assert "rusak: " in keluar.err and "buku data tidak ditemukan" in keluar.err
    assert check_utuh(r.hasil / "klaster_1") == []
    assert (r.outputs / "index.html").is_file()
    assert main(perintah) == 1
    assert "tidak berubah" in capfd.readouterr().out


def test_what_a_killed_warm_process_was_making_is_made_again_whole(tmp_path: Path) -> None:
    r = RapatKecil(tmp_path / "a")
    akhir: list[AkhirRapat] = []
    induk = IndukHangat()
    utas = threading.Thread(target=lambda: akhir.append(induk.kerjakan(pesan(r))))
    utas.start()
    terbunuh = bunuh_saat_mulai(r, "kla_lib.publish.banyak.induk", os.getpid())
    utas.join(BATAS_DETIK)
    induk.tutup()
    assert len(terbunuh) == 1
    assert [a.keadaan for a in akhir] == [JADI], akhir
    assert check_utuh(r.hasil / "klaster_1") == check_utuh(r.hasil / "ringkasan") == []
    assert not any(r.hasil.glob(".kerja-*"))


def test_a_killed_worker_of_dask_loses_its_meeting_to_the_next_one(tmp_path: Path) -> None:
    r = RapatKecil(tmp_path / "a")
    akhir: list[AkhirRapat] = []
    r.outputs.mkdir()

    def jalan() -> None:
        run_dask("lokal", [[pesan(r)]], r.outputs, 1, akhir.append)

    terbunuh: list[int] = []
    utas = threading.Thread(target=lambda: terbunuh.extend(bunuh_saat_mulai(r, "spawn_main", os.getpid())))
    utas.start()
    jalan()
    utas.join()
    assert len(terbunuh) == 1
    assert [a.keadaan for a in akhir] in ([JADI], [TETAP]), akhir
    assert check_utuh(r.hasil / "klaster_1") == check_utuh(r.hasil / "ringkasan") == []


def test_a_scheduler_that_does_not_answer_is_named_with_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kla_lib.publish.banyak.dask.TUNGGU", 0.5)
    with pytest.raises(KlaError, match=r"penjadwal Dask di tcp://127.0.0.1:9 tidak menjawab"):
        run_dask("tcp://127.0.0.1:9", [], tmp_path, 1, lambda _a: None)
