from pathlib import Path

import pytest

from kla_lib.letak import FOLDER_CONTOH, FOLDER_OUTPUTS, FOLDER_PARAMS, folder_kerja, folder_outputs, nama_tampil
from tests.pembantu.folder_kerja_uji import tulis_kerja


def test_a_file_of_the_project_is_shown_relative_to_it() -> None:
    assert nama_tampil(FOLDER_PARAMS / "kategori.yaml") == "params/kategori.yaml"
    assert nama_tampil(FOLDER_CONTOH / ".." / "contoh" / "sumbawa-2022") == "kla_lib/contoh/sumbawa-2022"


def test_a_file_elsewhere_is_shown_without_the_folders_of_the_machine(tmp_path: Path) -> None:
    assert nama_tampil(tmp_path / "rahasia" / "buku.xlsx") == "buku.xlsx"


def test_a_relative_path_starts_at_the_working_directory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(FOLDER_PARAMS / "rapat")
    assert nama_tampil(Path("../sumber.yaml")) == "params/sumber.yaml"


@pytest.fixture
def _cari_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KLA_FOLDER")


@pytest.mark.usefixtures("_cari_folder")
def test_the_work_folder_is_the_nearest_from_here_upwards(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    luar, dalam = tulis_kerja(tmp_path / "data-kla"), tulis_kerja(tmp_path / "data-kla" / "coba")
    for kini, harap in ((luar / "buku", luar), (dalam / "rapat", dalam), (tmp_path, luar), (tmp_path / "lain", luar)):
        kini.mkdir(exist_ok=True)
        monkeypatch.chdir(kini)
        assert folder_kerja() == harap
    assert folder_outputs() == luar / "outputs"
    assert nama_tampil(luar / "rapat" / "musrenbang.yaml") == "rapat/musrenbang.yaml"


@pytest.mark.usefixtures("_cari_folder")
def test_the_environment_names_the_work_folder_or_that_there_is_none(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tulis_kerja(tmp_path / "sini"))
    monkeypatch.setenv("KLA_FOLDER", str(tmp_path / "sana"))
    assert folder_kerja() == tmp_path / "sana"
    monkeypatch.setenv("KLA_FOLDER", "")
    assert folder_kerja() is None
    assert folder_outputs() == FOLDER_OUTPUTS
