"""A disk or a folder that takes nothing more: a message, and the last good pack stays.

A limit on the size of files stands for the full disk: the system refuses the
write in the middle of a file, as it does when the disk is full.
"""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kla_lib.letak import FOLDER_PROYEK
from kla_lib.publish.terbitan.simpan import SIAP, check_utuh, publish_paket
from tests.pembantu.keluaran_uji import kla_run
from tests.pembantu.rapat_kecil import HANYA, PAKET, RapatKecil, isi, terbitkan_kecil

SEMPIT = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), int(sys.argv[1])))
from kla_lib.cli import main
sys.exit(main(sys.argv[2:]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of files")
def test_what_does_not_fit_is_told_and_the_last_good_packs_stay(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    r = terbitkan_kecil(tmp_path, tmp_path_factory)
    sebelum = isi(r.hasil)
    r.isi_buku("B")
    p = subprocess.run(
        [sys.executable, "-c", SEMPIT, "12000", "run", str(r.berkas), "--outputs", str(r.outputs), *HANYA],
        cwd=FOLDER_PROYEK,
        env=os.environ | {"PYTHONPATH": str(FOLDER_PROYEK)},
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert p.returncode == 2
    assert "folder keluaran tidak bisa ditulisi (disk penuh)" in p.stderr
    assert "Traceback" not in p.stderr
    paket = {n: b for n, b in sebelum.items() if n.startswith(PAKET)}
    assert {n: b for n, b in isi(r.hasil).items() if n.startswith(PAKET)} == paket
    assert all(check_utuh(r.hasil / n) == [] for n in PAKET)

    assert kla_run(r.berkas, r.outputs, *HANYA).kode == 0
    sesudah = isi(r.hasil)
    assert sesudah.keys() == sebelum.keys()
    assert all(sesudah[f"{n}/fakta.json"] != sebelum[f"{n}/fakta.json"] for n in PAKET)


@pytest.mark.parametrize("kali", range(1, 5))
def test_a_pack_that_does_not_fit_whole_leaves_the_old_one_and_takes_no_room(
    tmp_path: Path, kali: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    lama = {"fakta.json": b"[1]\n", "ringkas.html": b"<h1>lama"}
    publish_paket(tmp_path, lama, {"id": "klaster_1"})
    sinkron, hitung = os.fsync, iter(range(1, 100))

    def penuh(f: int) -> None:
        if next(hitung) == kali:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        sinkron(f)

    monkeypatch.setattr(os, "fsync", penuh)
    baru = {"fakta.json": b"[2]\n", "paket.ipynb": b"{}", "ringkas.html": b"<h1>baru"}
    with pytest.raises(OSError, match="No space left"):
        publish_paket(tmp_path, baru, {"id": "klaster_1"})
    assert check_utuh(tmp_path) == []
    assert (tmp_path / "fakta.json").read_bytes() == b"[1]\n"
    assert not (tmp_path / SIAP).exists()


def test_outputs_that_cannot_be_written_are_told_before_anything_runs(tmp_path: Path) -> None:
    r = RapatKecil(tmp_path)
    r.outputs.write_text("bukan folder")
    jalan = kla_run(r.berkas, r.outputs, *HANYA)
    assert jalan.kode == 2
    assert "folder keluaran tidak bisa ditulisi" in jalan.pesan
    assert "paket" not in jalan.pesan.split("folder keluaran")[0]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="whoever is root may write everywhere")
def test_outputs_that_may_only_be_read_are_told(tmp_path: Path) -> None:
    r = RapatKecil(tmp_path)
    r.outputs.mkdir(mode=0o555)
    jalan = kla_run(r.berkas, r.outputs, *HANYA)
    assert jalan.kode == 2
    assert "kita tidak berhak menulis" in jalan.pesan
