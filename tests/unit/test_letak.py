from pathlib import Path

import pytest

from kla_lib.letak import FOLDER_CONTOH, FOLDER_PARAMS, nama_tampil


def test_a_file_of_the_project_is_shown_relative_to_it() -> None:
    assert nama_tampil(FOLDER_PARAMS / "kategori.yaml") == "params/kategori.yaml"
    assert nama_tampil(FOLDER_CONTOH / ".." / "contoh" / "sumbawa-2022") == "kla_lib/contoh/sumbawa-2022"


def test_a_file_elsewhere_is_shown_without_the_folders_of_the_machine(tmp_path: Path) -> None:
    assert nama_tampil(tmp_path / "rahasia" / "buku.xlsx") == "buku.xlsx"


def test_a_relative_path_starts_at_the_working_directory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(FOLDER_PARAMS / "rapat")
    assert nama_tampil(Path("../sumber.yaml")) == "params/sumber.yaml"
