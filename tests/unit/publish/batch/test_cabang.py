"""Tasks in forked children: one that is killed is begun once more, one that meets an error is not."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kla_lib.letak import FOLDER_PROYEK
from tests.pembantu.keluarga import check_tak_ada_yatim, keluarga

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="packs are forked on Linux only")

KEPALA = """
import os, signal, sys, time
from pathlib import Path
from kla_lib.publish.batch.cabang import Batas, Tugas, run_tugas
from kla_lib.publish.batch.perender import Perender
from kla_lib.views.rupa.svg import render_svg

tanda = Path(sys.argv[1])

def hitung():
    with tanda.open("a") as f:
        f.write("x")
    return len(tanda.read_text())

def mati():
    os.kill(os.getpid(), signal.SIGKILL)

def jalan(kerja, **batas):
    with Perender(None) as perender:
        perender.siapkan()
        tulis = lambda a: print(a.sebab or "jadi", a.isi, flush=True)
        run_tugas([Tugas("t", kerja)], 1, Batas(**batas), tulis, perender)
"""


def jalan(tmp_path: Path, badan: str) -> list[str]:
    """Run a program that forks, which this one with its threads must not; return what it says, and its count."""
    p = subprocess.run(
        [sys.executable, "-c", KEPALA + badan, str(tmp_path / "tanda")],
        cwd=FOLDER_PROYEK,
        env=os.environ | {"PYTHONPATH": str(FOLDER_PROYEK)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert p.returncode == 0, p.stderr
    return p.stdout.rstrip().splitlines()


def berapa_kali(tmp_path: Path) -> int:
    return len((tmp_path / "tanda").read_text())


def test_a_killed_child_is_begun_once_more(tmp_path: Path) -> None:
    assert jalan(tmp_path, "jalan(lambda: hitung() > 1 or mati())") == ["jadi True"]
    assert berapa_kali(tmp_path) == 2


def test_whoever_waits_is_told_of_the_second_begin(tmp_path: Path) -> None:
    kata = "saat_mulai=lambda i: print('mulai', i, flush=True), saat_ulang=lambda i: print('ulang', i, flush=True)"
    tugas = "[Tugas('t', lambda: hitung() > 1 or mati())]"
    assert jalan(tmp_path, f"run_tugas({tugas}, 1, Batas(), lambda a: print('akhir'), {kata})") == [
        "mulai t",
        "ulang t",
        "akhir",
    ]


def test_killed_twice_it_has_no_result(tmp_path: Path) -> None:
    assert jalan(tmp_path, "jalan(lambda: hitung() and mati())") == [
        "mati dihentikan oleh sistem, biasanya karena memori komputer habis"
    ]
    assert berapa_kali(tmp_path) == 2


def test_an_error_is_told_and_not_tried_again(tmp_path: Path) -> None:
    keluar = jalan(tmp_path, "jalan(lambda: hitung() / 0)")
    assert keluar[0].startswith("galat Traceback")
    assert keluar[-1] == "ZeroDivisionError: division by zero"
    assert berapa_kali(tmp_path) == 1


def test_what_takes_too_long_is_stopped_and_not_tried_again(tmp_path: Path) -> None:
    assert jalan(tmp_path, "jalan(lambda: hitung() and time.sleep(60), detik=0.2)") == ["waktu None"]
    assert berapa_kali(tmp_path) == 1


def test_more_memory_than_the_limit_is_an_error_of_that_task(tmp_path: Path) -> None:
    keluar = jalan(tmp_path, "jalan(lambda: len(bytearray(2 << 30)), memori=1 << 30)")
    assert keluar[-1] == "MemoryError"


def test_when_the_renderer_is_killed_the_task_is_begun_again_with_another(tmp_path: Path) -> None:
    badan = """
import multiprocessing
SPEC = {"mark": "bar", "data": {"values": [{"a": 1}]}, "encoding": {"x": {"field": "a", "type": "quantitative"}}}

def gambar():
    if hitung() == 1:
        perender = [int(p.name) for p in Path("/proc").iterdir() if p.name.isdigit() and milik(p)]
        os.kill(perender[0], signal.SIGKILL)
    return render_svg(SPEC)[:4]

def milik(p):
    try:
        kolom = (p / "stat").read_text().rpartition(")")[2].split()
        return int(kolom[1]) == os.getppid() and int(p.name) != os.getpid() and b"spawn_main" in (
            p / "cmdline").read_bytes()
    except OSError:
        return False

if __name__ == "__main__":
    jalan(gambar)
"""
    assert jalan(tmp_path, badan) == ["jadi <svg"]
    assert berapa_kali(tmp_path) == 2


def test_children_and_renderers_die_with_a_parent_that_is_killed(tmp_path: Path) -> None:
    badan = """
def lama():
    print(os.getpid(), flush=True)
    time.sleep(600)

if __name__ == "__main__":
    jalan(lama)
"""
    program = tmp_path / "program.py"
    program.write_text(KEPALA + badan, encoding="utf-8")
    p = subprocess.Popen(
        [sys.executable, str(program), str(tmp_path / "tanda")],
        env=os.environ | {"PYTHONPATH": str(FOLDER_PROYEK)},
        stdout=subprocess.PIPE,
        start_new_session=True,
    )
    assert p.stdout is not None
    assert int(p.stdout.readline()) in keluarga(p.pid)
    assert len(keluarga(p.pid)) >= 3  # the parent, the task, the renderer
    p.kill()
    p.wait()
    p.stdout.close()
    check_tak_ada_yatim(p.pid)
