"""The databases of these tests: both servers are started once, each table of a book is made anew."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.pembantu.basis_data_uji import VARIABEL, Basis, basis_sqlite, peladen_mariadb, peladen_postgres


@pytest.fixture(scope="session")
def postgres() -> Iterator[Basis]:
    with peladen_postgres() as basis:
        yield basis


@pytest.fixture(scope="session")
def mariadb() -> Iterator[Basis]:
    with peladen_mariadb() as basis:
        yield basis


@pytest.fixture
def sqlite(tmp_path: Path) -> Basis:
    basis = basis_sqlite(tmp_path)
    basis.jalankan("SELECT 1")  # makes its file
    return basis


@pytest.fixture(params=["sqlite", "postgres", "mariadb"])
def basis(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Basis:
    """One database after the other, with its address for readers in the environment."""
    ini: Basis = request.getfixturevalue(request.param)
    monkeypatch.setenv(VARIABEL, ini.alamat)
    return ini


@pytest.fixture
def kerja(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A work folder; this is where whoever asks now works."""
    folder = tmp_path / "data-kla"
    folder.mkdir()
    monkeypatch.setenv("KLA_FOLDER", str(folder))
    return folder
