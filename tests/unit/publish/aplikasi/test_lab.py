"""`kla lab RAPAT.yaml`: the notebooks open with that meeting."""

from pathlib import Path

import pytest

from kla_lib.errors import KlaError
from kla_lib.letak import FOLDER_PARAMS, RAPAT_DISEBUT, RAPAT_LAIN
from kla_lib.lingkungan import setel
from kla_lib.publish.aplikasi.lab import lab_rapat
from kla_lib.rules.folder_kerja import rapat_kini
from kla_lib.rules.params import Params
from tests.pembantu.folder_kerja_uji import tulis_kerja, tulis_rapat_kerja
from tests.pembantu.params_uji import PARAMS


def test_the_meeting_that_was_named_stands_before_the_current_one_of_the_work_folder(tmp_path: Path) -> None:
    params = Params(FOLDER_PARAMS, kerja=tulis_kerja(tmp_path))
    lingkungan = lab_rapat(params, tulis_rapat_kerja(tmp_path, "susulan"))
    assert lingkungan == {RAPAT_DISEBUT: "susulan"}
    assert rapat_kini(params) == "musrenbang"
    with setel(RAPAT_DISEBUT, lingkungan[RAPAT_DISEBUT]):
        assert rapat_kini(params) == "susulan"


def test_a_meeting_that_lies_elsewhere_is_found_by_its_folder(tmp_path: Path) -> None:
    path = tulis_rapat_kerja(tmp_path, "di-luar")
    assert lab_rapat(PARAMS, path) == {RAPAT_DISEBUT: "di-luar", RAPAT_LAIN: str(path.parent)}


def test_a_meeting_file_that_is_not_there_is_refused_before_jupyterlab_starts(tmp_path: Path) -> None:
    with pytest.raises(KlaError, match="tidak-ada"):
        lab_rapat(PARAMS, tmp_path / "tidak-ada.yaml")
