"""What the system keeps from us ends in a message with place and remedy, whichever command met it."""

import os
from pathlib import Path

import pytest

from kla_lib.cli import main
from kla_lib.rules.rapat import path_buku


def test_a_place_that_we_may_not_open_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def tolak(*_isi: object, **_pilihan: object) -> object:
        raise PermissionError(13, "Permission denied", str(tmp_path / "rahasia.yaml"))

    monkeypatch.setattr("kla_lib.rules.params.params_bawaan", tolak)
    assert main(["check", str(path_buku("contoh:sumbawa-2022"))]) == 2
    assert "rahasia.yaml: tidak dapat dibaca atau ditulis (kita tidak berhak membukanya)" in capsys.readouterr().err


def test_a_terminal_whose_folder_is_gone_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "buku").mkdir()
    monkeypatch.chdir(tmp_path / "buku")
    os.rmdir(tmp_path / "buku")  # noqa: PTH106  # as another program does
    assert main(["check", "."]) == 2
    assert "Masuk lagi ke folder itu" in capsys.readouterr().err
