"""What follows from a meeting is worked out once for its whole publication: the children find it done."""

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

from kla_lib.letak import FOLDER_PARAMS, FOLDER_PROYEK
from tests.pembantu.berisi import berisi

PEMBUAT = {
    "kla_lib.keadaan.keadaan": (
        "dokumen_penentu",
        "daftar_unggah",
        "jenis_celah",
        "register_dokumen",
        "celah_pertanyaan",
        "poin_tercapai",
        "daftar_rad",
        "daftar_janji",
        "pertanyaan_berstatus",
        "pekerjaan_per_kantor",
        "susunan_of",
        "forecast",
    ),
    "kla_lib.keadaan.rencana": ("daftar_kegiatan", "susun_masalah", "ramalan_rencana"),
    "kla_lib.keadaan.muat": ("load_buku", "mask_buku", "score_buku"),
}
"""Who makes each derived thing, in the module that keeps it."""

PROGRAM = """
import functools, importlib, json, os, sys
from pathlib import Path
from kla_lib.publish.batch.hangat import siapkan_impor

siapkan_impor()
from kla_lib.publish.batch.cabang import bisa_bercabang
from kla_lib.publish.batch.rapat import run_rapat
from kla_lib.rules.params import params_bawaan

berkas, keluaran, catatan, pembuat = sys.argv[1:]

def catat(asli, nama):
    @functools.wraps(asli)
    def hitung(*args, **kwargs):
        with open(catatan, "a", encoding="utf-8") as f:
            f.write(json.dumps([os.getpid(), nama]) + chr(10))
        return asli(*args, **kwargs)
    return hitung

for modul, semua in json.loads(pembuat).items():
    m = importlib.import_module(modul)
    for nama in semua:
        setattr(m, nama, catat(getattr(m, nama), nama))
assert bisa_bercabang()
assert run_rapat(params_bawaan(), Path(berkas), Path(keluaran), jobs=2).berhasil
"""
"""Publishes a meeting while every maker notes in a file that it was called, and in which process."""


def test_each_derived_thing_is_made_once_for_the_whole_publication(tmp_path: Path) -> None:
    berkas, catatan = FOLDER_PARAMS / "rapat" / "kota-contoh-1.yaml", tmp_path / "hitungan.jsonl"
    perintah = [sys.executable, "-c", PROGRAM, str(berkas), str(tmp_path / "keluar"), str(catatan), json.dumps(PEMBUAT)]
    lingkungan = os.environ | {"PYTHONPATH": str(FOLDER_PROYEK)}
    selesai = subprocess.run(perintah, env=lingkungan, capture_output=True, text=True, check=False, timeout=300)
    assert selesai.returncode == 0, selesai.stderr
    panggilan = [json.loads(b) for b in catatan.read_text(encoding="utf-8").splitlines()]
    banyak = Counter(nama for _pid, nama in berisi(panggilan))
    assert set(banyak) == {n for semua in PEMBUAT.values() for n in semua}, (
        "a maker that is never called proves nothing"
    )
    assert {nama: n for nama, n in banyak.items() if n > 1} == {}
