"""The fingerprint that everybody sees of a book cannot be used to try what a hidden figure is."""

import hashlib
import os
import shutil
import stat
from pathlib import Path

import pytest

from kla_lib.data.buku import hash_buku, load_buku, sidik_buku
from kla_lib.data.pribadi.sidik import FOLDER_KUNCI, sidik_publik
from kla_lib.errors import KlaError
from kla_lib.letak import FOLDER_CONTOH
from tests.pembantu.params_uji import PARAMS

CONTOH = FOLDER_CONTOH / "kota-contoh"


@pytest.fixture
def kunci(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "pengaturan" / "kla"
    monkeypatch.setenv(FOLDER_KUNCI, str(folder))
    return folder


def test_the_fingerprint_is_no_function_of_the_book_alone(
    kunci: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    satu = sidik_publik("sha256:abc", contoh=False)
    monkeypatch.setenv(FOLDER_KUNCI, str(tmp_path / "orang-lain"))
    assert satu.startswith("hmac-sha256:") and satu != sidik_publik("sha256:abc", contoh=False)
    assert hashlib.sha256(b"sha256:abc").hexdigest() not in satu


def test_the_key_is_made_once_and_read_by_its_owner_only(kunci: Path) -> None:
    assert sidik_publik("sha256:abc", contoh=False) == sidik_publik("sha256:abc", contoh=False)
    (berkas,) = kunci.iterdir()
    if os.name != "nt":
        assert [stat.S_IMODE(p.stat().st_mode) for p in (berkas, kunci)] == [0o600, 0o700]


def test_a_shipped_example_has_one_fingerprint_everywhere_and_its_copy_another(kunci: Path, tmp_path: Path) -> None:
    salinan = Path(shutil.copytree(CONTOH, tmp_path / "buku"))
    assert load_buku(PARAMS, CONTOH).sidik == sidik_buku(CONTOH)
    assert not kunci.exists(), "nothing is hidden there, so no key is needed"
    assert hash_buku(salinan) == hash_buku(CONTOH) and sidik_buku(salinan) != sidik_buku(CONTOH)


@pytest.mark.parametrize("isi", ["", "xyz", "00" * 31])
def test_a_damaged_key_is_told(kunci: Path, isi: str) -> None:
    kunci.mkdir(parents=True)
    (kunci / "kunci-sidik").write_text(isi)
    with pytest.raises(KlaError, match="kunci-sidik"):
        sidik_publik("sha256:abc", contoh=False)


def test_a_place_that_cannot_hold_the_key_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "berkas").write_text("")
    monkeypatch.setenv(FOLDER_KUNCI, str(tmp_path / "berkas"))
    with pytest.raises(KlaError, match="kunci-sidik"):
        sidik_publik("sha256:abc", contoh=False)
