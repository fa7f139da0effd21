"""Two ways to make packs, one result: forked children with the engine `kla`, a pool of fresh processes.

Slow, because a meeting is run for real, both ways at the same time.
"""

import os
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from kla_lib.keadaan.muat import load_keadaan
from kla_lib.letak import FOLDER_NOTEBOOKS, FOLDER_PROYEK, RAPAT_LAIN
from kla_lib.publish.terbitan.simpan import to_json
from kla_lib.rules.rapat import load_rapat
from kla_lib.views.rupa.tema import MIME_FAKTA
from tests.pembantu.fakta_uji import publish_fakta
from tests.pembantu.params_uji import PARAMS
from tests.pembantu.rapat_kecil import ID, RapatKecil

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="packs are forked on Linux only")

RAPAT, KLASTER = ID, "klaster_1"
SEBELUMNYA = "rapat-lalu"
PAKET = (KLASTER, "ringkasan")
SENDIRI = ("manifest.json", ".jurnal.jsonl", ".gembok")
"""What tells of the run itself."""

PROGRAM = """
import sys, threading
from pathlib import Path
from kla_lib.publish.batch.hangat import siapkan_impor

if __name__ == "__main__":
    siapkan_impor()
    from kla_lib.publish.batch.cabang import bisa_bercabang
    from kla_lib.publish.batch.rapat import run_rapat
    from kla_lib.rules.params import params_bawaan

    berkas, keluaran, klaster, cara = sys.argv[1:]
    if cara == "kolam":  # a process with a second thread cannot be forked, like any process on Windows
        threading.Thread(target=threading.Event().wait, daemon=True).start()
    assert bisa_bercabang() == (cara == "cabang")
    hasil = run_rapat(params_bawaan(), Path(berkas), Path(keluaran), [klaster], 2)
    assert bisa_bercabang() == (cara == "cabang"), "what has drawn cannot fork any more"
    sys.exit(0 if hasil.berhasil else [p.pesan for p in hasil.paket])
"""


@pytest.fixture(scope="module")
def dua(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return the folder of the meeting as each way has made it."""
    folder = tmp_path_factory.mktemp("dua")
    program = folder / "program.py"
    program.write_text(PROGRAM, encoding="utf-8")
    rapat = RapatKecil(folder)
    lalu = rapat.berkas.with_name(f"{SEBELUMNYA}.yaml")
    teks = rapat.berkas.read_text(encoding="utf-8")
    lalu.write_text(
        teks.replace(f"id: {ID}", f"id: {SEBELUMNYA}").replace("tanggal: 2023-02-10", "tanggal: 2023-01-10"),
        encoding="utf-8",
    )
    rapat.berkas.write_text(teks.replace("sebelumnya: null", f"sebelumnya: {SEBELUMNYA}"), encoding="utf-8")
    berkas = str(rapat.berkas)
    rapat.isi_buku("B")
    for cara in ("cabang", "kolam"):
        publish_fakta(load_keadaan(PARAMS, load_rapat(PARAMS, lalu)), folder / cara)
    rapat.isi_buku("A")
    proses = {
        cara: subprocess.Popen(
            [sys.executable, str(program), berkas, str(folder / cara), KLASTER, cara],
            env=os.environ | {"PYTHONPATH": str(FOLDER_PROYEK)},
            stderr=subprocess.PIPE,
            text=True,
        )
        for cara in ("cabang", "kolam")
    }
    for cara, p in proses.items():
        _keluar, salah = p.communicate(timeout=120)
        assert p.returncode == 0, f"{cara}: {salah}"
    return {cara: folder / cara / RAPAT for cara in proses}


def isi(folder: Path) -> dict[str, bytes]:
    semua = {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}
    return {tempat: b for tempat, b in semua.items() if tempat not in SENDIRI}


@pytest.mark.parametrize("paket", PAKET)
def test_both_engines_state_the_same_facts(dua: dict[str, Path], paket: str) -> None:
    fakta = [(folder / paket / "fakta.json").read_bytes() for folder in dua.values()]
    assert fakta[0] == fakta[1]
    assert b'"nilai"' in fakta[0]


@pytest.mark.parametrize("paket", PAKET)
def test_both_engines_leave_the_same_notebook(dua: dict[str, Path], paket: str) -> None:
    kla, stok = (nbformat.read(folder / paket / "paket.ipynb", as_version=4) for folder in dua.values())
    assert [(s.cell_type, s.source) for s in kla.cells] == [(s.cell_type, s.source) for s in stok.cells]
    for a, b in zip(kla.cells, stok.cells, strict=True):
        assert a == b, a.source
    assert kla.metadata == stok.metadata
    assert any(s.get("outputs") for s in kla.cells)


def test_both_ways_write_the_same_files_to_the_byte(dua: dict[str, Path]) -> None:
    kla, stok = (isi(folder) for folder in dua.values())
    assert kla.keys() == stok.keys()
    assert [tempat for tempat in kla if kla[tempat] != stok[tempat]] == []
    assert "Sejak rapat 10 Januari 2023:" in kla["sesi/1.html"].decode(), "the earlier meeting was not found"
    assert {f"{KLASTER}/interaktif.html", "ringkasan/ringkas.html", "index.html", "buku.xlsx"} <= kla.keys()


def test_papermill_runs_a_notebook_with_the_engine_kla(dua: dict[str, Path], tmp_path: Path) -> None:
    keluar = tmp_path / "paket.ipynb"
    notebook = str(FOLDER_NOTEBOOKS / "30_paket_klaster.ipynb")
    perintah = [sys.executable, "-m", "papermill", "--engine", "kla", "--no-progress-bar", notebook, str(keluar)]
    perintah += ["-p", "rapat", RAPAT, "-p", "klaster", KLASTER]
    keluaran = dua["cabang"].parent
    env = os.environ | {"PYTHONPATH": str(FOLDER_PROYEK), "KLA_FOLDER_KELUARAN": str(keluaran)}
    env |= {RAPAT_LAIN: str(keluaran.parent)}
    p = subprocess.run(perintah, env=env, cwd=tmp_path, capture_output=True, text=True, timeout=120, check=False)
    assert p.returncode == 0, p.stderr
    nb = nbformat.read(keluar, as_version=4)
    sel = [o.data for s in nb.cells for o in s.get("outputs", []) if "data" in o]
    (fakta,) = [d[MIME_FAKTA] for d in sel if MIME_FAKTA in d]
    assert to_json(fakta) == (dua["cabang"] / KLASTER / "fakta.json").read_bytes()
    assert any("image/svg+xml" in d for d in sel)
    assert nb.metadata.papermill.exception is None
