"""Files as the world writes them: tests/cases/berkas, one folder per case, with its right outcome in one line.

`kasus.yaml` says where the idea is from (`asal`) and, for each command that is
tried, its exit code and words that must be printed: `check: [1, "sel E2"]`.
Words that begin with "bukan " must not be. What a case does not
have is taken from `_dasar`. A new case needs no Python.
"""

import shutil
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from kla_lib.cli import main
from tests.pembantu.keluaran_uji import kla

FOLDER = Path(__file__).parent / "cases" / "berkas"
KASUS = sorted(p.parent for p in FOLDER.glob("*/kasus.yaml"))
BUKAN = "bukan "


def argumen(perintah: str, folder: Path) -> list[str]:
    """Return the command line that tries a case."""
    buku = next(p for p in sorted(folder.glob("buku.*")) or [folder / "buku"])
    return {
        "check": ["check", str(buku)],
        "score": ["score", str(buku)],
        "plan": ["plan", str(buku), "--sasaran", "nindya", "--tanggal", "2025-03-31"],
        "collect": ["collect", str(folder / "kembali"), "-o", str(folder / "hasil.xlsx")],
        "run": ["run", str(folder / "rapat.yaml"), "--only", "klaster_1", "--outputs", str(folder / "keluaran")],
    }[perintah]


def jalankan(perintah: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    if perintah == "run":
        jalan = kla(*argumen(perintah, folder))
        return jalan.kode, jalan.keluar + jalan.pesan
    kode = main(argumen(perintah, folder))
    keluar = capsys.readouterr()
    return kode, keluar.out + keluar.err


@pytest.mark.parametrize("kasus", KASUS, ids=[k.name for k in KASUS])
def test_a_file_of_the_world_ends_right(kasus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    isi: dict[str, Any] = YAML(typ="safe").load(kasus / "kasus.yaml")
    assert isi.pop("asal")
    assert isi, "no command is tried"
    shutil.copytree(FOLDER / "_dasar", tmp_path, dirs_exist_ok=True)
    shutil.copytree(kasus, tmp_path, dirs_exist_ok=True)
    for perintah, (kode_harapan, *kata) in isi.items():
        kode, tampak = jalankan(perintah, tmp_path, capsys)
        assert kode == kode_harapan, f"{perintah}: {tampak}"
        assert "Traceback" not in tampak
        for k in kata:
            if k.startswith(BUKAN):
                assert k.removeprefix(BUKAN) not in tampak, tampak
            else:
                assert k in tampak, f"{perintah}: {tampak}"


def test_there_are_cases_enough_to_stand_for_the_world() -> None:
    assert len(KASUS) >= 60
