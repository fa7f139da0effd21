"""Fixtures of this folder."""

import pytest

from kla_lib.keadaan.keadaan import Keadaan
from tests.pembantu.keadaan_uji import keadaan_contoh
from tests.pembantu.rencana_uji import dengan_sasaran, kota_klaster


@pytest.fixture(scope="module")
def keadaan() -> Keadaan:
    return keadaan_contoh("kota-contoh-1")


@pytest.fixture(scope="module")
def madya() -> Keadaan:
    return dengan_sasaran(keadaan_contoh("kota-contoh-1"), "madya")


@pytest.fixture(scope="module")
def mudah(tmp_path_factory: pytest.TempPathFactory) -> Keadaan:
    """A city after the first check that can make eight out of ten, but not nine."""
    return kota_klaster(tmp_path_factory.mktemp("mudah"), "va", 0.54, "pratama", 8)
