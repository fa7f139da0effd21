"""Fixtures of every test, and the settings of the property tests."""

import atexit
import gc
import os
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings

from kla_lib.publish.batch.hangat import OBJEK_BARU, bekukan
from tests.pembantu.buku_uji import Penulis
from tests.pembantu.contoh_uji import read_contoh_once
from tests.pembantu.hangat_uji import end_induk
from tests.pembantu.kernel_uji import mend_nbval

# The same examples in every run: a failure on one machine is a failure on all.
settings.register_profile("kla", deadline=None, derandomize=True, database=None, max_examples=15)
settings.register_profile("soak", deadline=None, database=None, max_examples=2000)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--soak", action="store_true", help="run the long matrices too, and property tests for long")


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Return one worker more than there are cores: browsers, kills and locks leave one waiting now and then."""
    return (os.cpu_count() or 1) + 1


def pytest_configure(config: pytest.Config) -> None:
    settings.load_profile("soak" if config.getoption("--soak") else "kla")
    gc.set_threshold(OBJEK_BARU)  # nearly all that is imported and collected stays: looking through it took a seventh
    if "KLA_FOLDER_KUNCI" not in os.environ:  # the key of these tests is nobody's own
        os.environ["KLA_FOLDER_KUNCI"] = kunci = tempfile.mkdtemp(prefix="kla-kunci-")
        atexit.register(shutil.rmtree, kunci, ignore_errors=True)
    os.environ["KLA_FOLDER"] = ""  # nor do they work in the folder of whoever runs them
    read_contoh_once()
    mend_nbval(config)


def pytest_collection_finish() -> None:
    bekukan()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--soak"):
        return
    for item in items:
        if "soak" in item.keywords:
            item.add_marker(pytest.mark.skip(reason="a long matrix: run `make soak`"))


def pytest_unconfigure() -> None:
    end_induk()


@pytest.fixture(autouse=True)
def _bahasa_indonesia(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KLA_BAHASA", raising=False)
    monkeypatch.delenv("KLA_FOLDER_RAPAT", raising=False)
    monkeypatch.setenv("KLA_FOLDER", "")


@pytest.fixture(params=["folder", "xlsx"])
def penulis(request: pytest.FixtureRequest, tmp_path: Path) -> Penulis:
    """Writes data books as a folder of CSV, and again as a workbook."""
    return Penulis(request.param, tmp_path)
