"""What a process tells those that it starts."""

import os
import subprocess
import sys
from pathlib import Path

from kla_lib.letak import FOLDER_PROYEK
from kla_lib.lingkungan import JALUR_AMAN, tanpa_jalur_aman

ANAK_BARU = """
import multiprocessing, sys
from kla_lib.cli import main
try:
    main(["--help"])
except SystemExit:
    pass
anak = multiprocessing.get_context("spawn").Process(target=print, args=("anak hidup",))
anak.start()
anak.join()
sys.exit(anak.exitcode)
"""


def test_modules_in_the_working_folder_shadow_nothing_in_children(tmp_path: Path) -> None:
    for nama in ("random", "json", "socket", "pickle", "tempfile", "copyreg"):
        (tmp_path / f"{nama}.py").write_text("raise RuntimeError('bukan pustaka')")
    lingkungan = {n: isi for n, isi in os.environ.items() if n != JALUR_AMAN} | {"PYTHONPATH": str(FOLDER_PROYEK)}
    p = subprocess.run(
        [sys.executable, "-P", "-c", ANAK_BARU],
        cwd=tmp_path,
        env=lingkungan,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert p.returncode == 0, p.stderr
    assert p.stdout.endswith("anak hidup\n")


def test_a_program_of_somebody_else_looks_where_it_always_does() -> None:
    assert JALUR_AMAN not in tanpa_jalur_aman()
    assert tanpa_jalur_aman()["PATH"] == os.environ["PATH"]
