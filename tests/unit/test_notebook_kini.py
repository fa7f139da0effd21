"""A notebook that names no meeting shows the current one; without a work folder, its example."""

from pathlib import Path

import pytest

import kla_lib.notebook as kla
from kla_lib.errors import KlaError
from tests.pembantu.folder_kerja_uji import tulis_kerja


def test_without_a_work_folder_it_is_the_example() -> None:
    assert kla.load_keadaan("").rapat.id == "ogan-ilir-2024"
    assert kla.load_keadaan("", contoh="sumbawa-2022").rapat.id == "sumbawa-2022"
    assert kla.load_keadaan("kota-contoh-2", contoh="sumbawa-2022").rapat.id == "kota-contoh-2"


def test_in_a_work_folder_it_is_the_current_meeting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KLA_FOLDER")
    kerja = tulis_kerja(tmp_path)
    (kerja / "buku-kerja").mkdir()
    monkeypatch.chdir(kerja / "buku-kerja")
    assert kla.load_keadaan("", contoh="sumbawa-2022").rapat.path == kerja / "rapat" / "musrenbang.yaml"
    assert kla.load_paket("", "klaster_1").keadaan.rapat.id == kla.open_meja("").rapat == "musrenbang"
    assert kla.load_keadaan("sumbawa-2022").rapat.id == "sumbawa-2022"
    (kerja / "kla.yaml").write_text("daerah: 1\n", encoding="utf-8")
    with pytest.raises(KlaError, match=r"kla\.yaml"):
        kla.load_keadaan("")
