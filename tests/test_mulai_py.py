"""The bootstrap: plain Python, the same on every system, nothing fetched where all is ready or given in a folder."""

import ast
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from kla_lib.letak import FOLDER_PROYEK

BERKAS = FOLDER_PROYEK / "mulai.py"


@pytest.fixture(scope="module")
def mulai() -> ModuleType:
    spec = importlib.util.spec_from_file_location("mulai_uji", BERKAS)
    assert spec is not None and spec.loader is not None
    modul = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(modul)
    return modul


@pytest.fixture
def proyek(tmp_path: Path) -> Path:
    """A project whose environment is there, but for its mark."""
    for nama in ("requirements.lock", "pyproject.toml"):
        (tmp_path / nama).write_text(nama, encoding="utf-8")
    python = tmp_path / ".venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    python.parent.mkdir(parents=True)
    python.write_bytes(b"")
    return tmp_path


def test_it_needs_nothing_but_python() -> None:
    impor = [n for n in ast.walk(ast.parse(BERKAS.read_text(encoding="utf-8"))) if isinstance(n, ast.Import)]
    dari = [n for n in ast.walk(ast.parse(BERKAS.read_text(encoding="utf-8"))) if isinstance(n, ast.ImportFrom)]
    nama = {a.name for n in impor for a in n.names} | {str(n.module) for n in dari}
    assert nama <= sys.stdlib_module_names


def test_what_is_ready_is_not_prepared_again_until_the_lock_changes(mulai: ModuleType, proyek: Path) -> None:
    assert not mulai.is_siap(proyek)
    (proyek / ".venv" / "siap").write_text(mulai.sidik(proyek), encoding="utf-8")
    assert mulai.is_siap(proyek)
    assert mulai.siapkan(proyek, dari=proyek / "tidak-ada") is False
    (proyek / "requirements.lock").write_text("lain", encoding="utf-8")
    assert not mulai.is_siap(proyek)


def test_a_mark_of_an_earlier_version_holds_while_it_is_newer(mulai: ModuleType, proyek: Path) -> None:
    tanda = proyek / ".venv" / "siap"
    tanda.write_bytes(b"")
    assert mulai.is_siap(proyek)
    os.utime(tanda, (0, 0))
    assert not mulai.is_siap(proyek)


def test_packages_come_from_a_folder_alone_a_mirror_or_as_pip_is_set_up(mulai: ModuleType) -> None:
    assert mulai.pilihan_asal(dari=Path("paket")) == ["--no-index", "--find-links", "paket"]
    assert mulai.pilihan_asal(indeks="cermin") == ["--index-url", "cermin"]
    assert mulai.pilihan_asal() == []
    kunci, proyek = mulai.perintah_pasang("python", ["--no-index"])
    assert "--require-hashes" in kunci
    assert {"--no-index", "--no-deps", "-e"} <= set(proyek)


def test_a_folder_without_packages_is_told_before_anything_is_removed(mulai: ModuleType, proyek: Path) -> None:
    (proyek / "kosong").mkdir()
    for nama, pesan in (("tidak-ada", "folder ini tidak ada"), ("kosong", "tidak ada paket")):
        with pytest.raises(mulai.GagalError, match=rf"{pesan}.*--isi"):
            mulai.siapkan(proyek, dari=proyek / nama)
    assert mulai.path_python(proyek / ".venv").exists()


@pytest.mark.skipif(os.name == "nt", reason="builds the environment by a link")
def test_from_elsewhere_it_runs_any_command_of_a_ready_environment(tmp_path: Path) -> None:
    salinan = tmp_path / "produk"
    salinan.mkdir()
    for nama in ("mulai.py", "requirements.lock", "pyproject.toml"):
        shutil.copy(FOLDER_PROYEK / nama, salinan)
    (salinan / ".venv" / "bin").mkdir(parents=True)
    (salinan / ".venv" / "bin" / "python").symlink_to(sys.executable)
    (salinan / ".venv" / "siap").write_bytes(b"")
    lingkungan = os.environ | {"PYTHONPATH": os.pathsep.join([str(FOLDER_PROYEK), *filter(None, sys.path)])}
    p = subprocess.run(
        [sys.executable, str(salinan / "mulai.py"), "mulai", "--folder", "x"],
        cwd=tmp_path,
        env=lingkungan,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert p.returncode == 2
    assert "argumen DAERAH, --tahun, --rapat belum ada" in p.stderr


@pytest.mark.parametrize("nama", ["mulai", "lab", "app"])
def test_double_click_files_call_it_with_the_line_ends_of_windows(nama: str) -> None:
    isi = (FOLDER_PROYEK / f"{nama}.bat").read_bytes()
    assert isi.count(b"\n") == isi.count(b"\r\n") > 3
    assert b'"%~dp0mulai.py"' in isi
