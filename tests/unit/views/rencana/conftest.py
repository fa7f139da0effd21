"""Fixtures of this folder."""

import pytest

from kla_lib.keadaan.keadaan import Konteks
from tests.pembantu.konteks_uji import konteks_contoh
from tests.pembantu.rencana_uji import dengan_sasaran, kota_klaster


@pytest.fixture(scope="module")
def konteks() -> Konteks:
    return konteks_contoh("kota-contoh-1")


@pytest.fixture(scope="module")
def madya() -> Konteks:
    return dengan_sasaran(konteks_contoh("kota-contoh-1"), "madya")


@pytest.fixture(scope="module")
def mudah(tmp_path_factory: pytest.TempPathFactory) -> Konteks:
    """A city after the first check that can make eight out of ten, but not nine."""
    return kota_klaster(tmp_path_factory.mktemp("mudah"), "va", 0.76, "pratama", 30)
