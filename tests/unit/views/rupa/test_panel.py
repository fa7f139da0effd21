"""The panel in a live notebook: choosing a klaster shows that klaster."""

import pytest

from kla_lib.notebook import panel_klaster
from kla_lib.rules.form.instrumen import KLASTER
from tests.pembantu.keadaan_uji import keadaan_contoh


def test_choosing_a_klaster_shows_its_pack(capsys: pytest.CaptureFixture[str]) -> None:
    dilihat: list[str] = []
    panel = panel_klaster(keadaan_contoh("ogan-ilir-2024"), lambda paket: dilihat.append(paket.klaster.id))
    pilihan = panel.children[0]
    assert [nilai for _label, nilai in pilihan.options] == list(KLASTER)
    assert pilihan.description == "Klaster"
    pilihan.value = "klaster_4"
    assert dilihat == ["kelembagaan", "klaster_4"]
