"""Cut off at every step of putting a pack in place: a whole version is always there, and nothing is left over."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kla_lib.berkas import write_whole
from kla_lib.letak import FOLDER_PROYEK
from kla_lib.publish.batch.sisa import rapikan_sisa
from kla_lib.publish.terbitan.simpan import SIAP, check_utuh, publish_paket, read_paket, recover_paket

LAMA = {"fakta.json": b"[1]\n", "interaktif.html": b"<p>lama", "ringkas.html": b"<h1>lama"}
BARU = {"fakta.json": b"[2]\n", "paket.pdf": b"%PDF", "ringkas.html": b"<h1>baru"}

PUTUS = """
import json, os, signal, sys, traceback
from pathlib import Path
from kla_lib.publish.terbitan.simpan import publish_paket

berkas = {n: b.encode() for n, b in json.loads(sys.argv[1]).items()}

def terbitkan(folder, henti):
    langkah = 0

    def hitung(kejadian, isi):
        nonlocal langkah
        if kejadian in ("os.rename", "os.remove", "os.rmdir", "os.mkdir", "open"):
            langkah += 1
            if langkah == henti:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hitung)
    publish_paket(Path(folder), berkas, {"id": "klaster_1"})

for baris in sys.stdin:
    pid = os.fork()
    if pid == 0:
        try:
            terbitkan(*json.loads(baris))
            os._exit(0)
        except BaseException:
            traceback.print_exc()
            os._exit(1)
    print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), flush=True)
"""
"""Publishes a pack in one child per line, which kills itself before the given step that touches the disk."""


def isi(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in folder.iterdir() if p.is_file() and p.name != "paket.json"}


@pytest.fixture
def penerbit() -> Iterator[subprocess.Popen[str]]:
    berkas = json.dumps({n: b.decode() for n, b in BARU.items()})
    with subprocess.Popen(
        [sys.executable, "-c", PUTUS, berkas],
        cwd=FOLDER_PROYEK,
        env=os.environ | {"PYTHONPATH": str(FOLDER_PROYEK)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as p:
        yield p


def terbitkan_sampai(penerbit: subprocess.Popen[str], folder: Path, langkah: int) -> bool:
    """Publish BARU and kill that process before a step; return whether it came to its end."""
    assert penerbit.stdin is not None and penerbit.stdout is not None
    penerbit.stdin.write(json.dumps([str(folder), langkah]) + "\n")
    penerbit.stdin.flush()
    akhir = int(penerbit.stdout.readline())
    assert akhir in (0, -9)
    return akhir == 0


@pytest.mark.skipif(sys.platform == "win32", reason="a process cannot kill itself with SIGKILL there")
def test_killed_before_any_step_a_pack_is_the_old_or_the_new_one_and_the_next_run_finishes(
    tmp_path: Path, penerbit: subprocess.Popen[str]
) -> None:
    versi = []
    for langkah in range(1, 200):
        rapat = tmp_path / str(langkah)
        folder = rapat / "klaster_1"
        publish_paket(folder, LAMA, {"id": "klaster_1"})
        tuntas = terbitkan_sampai(penerbit, folder, langkah)
        for nama, b in isi(folder).items():
            assert nama.startswith(".") or b in (LAMA.get(nama), BARU.get(nama)), f"step {langkah}: {nama} is torn"
        torn = check_utuh(folder) != []
        pulih = rapikan_sisa(rapat)
        assert check_utuh(folder) == [], f"step {langkah}: no whole version"
        assert isi(folder) in (LAMA, BARU), f"step {langkah}: mixed, or something is left over"
        assert not (folder / SIAP).exists()
        assert pulih == ["klaster_1"] or not torn
        versi.append(isi(folder) == BARU)
        if tuntas:
            break
    assert versi == sorted(versi), "once the new version is complete it stays"
    assert versi[0] is False
    assert versi[-1] is True
    assert len(versi) > 15


def test_a_version_that_was_never_complete_is_dropped(tmp_path: Path) -> None:
    publish_paket(tmp_path / "klaster_1", LAMA, {"id": "klaster_1"})
    write_whole(tmp_path / "klaster_1" / SIAP / "ringkas.html", b"<h1>baru")
    assert rapikan_sisa(tmp_path) == []
    assert isi(tmp_path / "klaster_1") == LAMA


def test_a_version_that_was_damaged_meanwhile_is_dropped(tmp_path: Path) -> None:
    folder = tmp_path / "klaster_1"
    publish_paket(folder, BARU, {"id": "klaster_1"})
    folder.rename(tmp_path / "baru")
    publish_paket(folder, LAMA, {"id": "klaster_1"})
    (tmp_path / "baru").rename(folder / SIAP)
    (folder / SIAP / "ringkas.html").write_bytes(b"<h1>ba")
    assert not recover_paket(folder)
    assert isi(folder) == LAMA


def test_a_begun_version_is_finished_before_another_is_put_in_place(tmp_path: Path) -> None:
    folder = tmp_path / "klaster_1"
    publish_paket(folder, BARU, {"id": "klaster_1"})
    folder.rename(tmp_path / "baru")
    publish_paket(folder, LAMA, {"id": "klaster_1"})
    (tmp_path / "baru").rename(folder / SIAP)
    (folder / SIAP / "fakta.json").replace(folder / "fakta.json")  # where a kill left it
    publish_paket(folder, {"fakta.json": b"[3]\n"}, {"id": "klaster_1"})
    assert isi(folder) == {"fakta.json": b"[3]\n"}
    assert read_paket(folder) is not None


def test_scratch_folders_and_half_files_of_a_killed_run_go_and_nothing_else(tmp_path: Path) -> None:
    publish_paket(tmp_path / "klaster_1", LAMA, {"id": "klaster_1"})
    for sisa in (".kerja-klaster_1-0a/masuk.ipynb", ".index.html.77.baru", "skenario/x/.kerja-a/keluar.ipynb"):
        write_whole(tmp_path / sisa, b"{}")
    for milik in ("cadangan/keputusan-1.xlsx", "index.html", ".jurnal.jsonl"):
        write_whole(tmp_path / milik, b"isi")
    rapikan_sisa(tmp_path)
    ada = {p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*") if p.is_file()}
    paket = {f"klaster_1/{n}" for n in (*LAMA, "paket.json")}
    assert ada == {"cadangan/keputusan-1.xlsx", "index.html", ".jurnal.jsonl", *paket}
