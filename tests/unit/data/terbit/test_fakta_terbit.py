"""The facts of an earlier meeting: only whole ones of the official packs are used."""

import json
from pathlib import Path
from typing import Any

import pytest

from kla_lib.data.terbit.fakta import SEMUA_PAKET, read_fakta_terbit
from tests.pembantu.fakta_uji import satu, write_fakta

ISI = [satu("form:2024", 10.0), satu("nilai:em:1/1", 1.0)]


def test_whole_packs_are_read_and_absent_ones_named(tmp_path: Path) -> None:
    write_fakta(ISI, tmp_path / "r" / "klaster_1")
    t = read_fakta_terbit(tmp_path, "r")
    assert t.paket == {"klaster_1": ISI}
    assert t.belum == tuple(p for p in SEMUA_PAKET if p != "klaster_1")
    assert t.rusak == t.lama == ()


def test_a_scenario_is_never_read(tmp_path: Path) -> None:
    write_fakta(ISI, tmp_path / "r" / "skenario" / "coba" / "klaster_1")
    assert read_fakta_terbit(tmp_path, "r").paket == {}


def test_facts_of_another_run_than_paket_json_are_torn(tmp_path: Path) -> None:
    folder = tmp_path / "r" / "klaster_1"
    write_fakta(ISI, folder)
    (folder / "fakta.json").write_text(json.dumps(ISI[:1]), encoding="utf-8")
    assert read_fakta_terbit(tmp_path, "r", ["klaster_1"]).rusak == ("klaster_1",)


@pytest.mark.parametrize("hilang", ["fakta.json", "paket.json"])
def test_half_a_pack_is_torn(tmp_path: Path, hilang: str) -> None:
    folder = tmp_path / "r" / "klaster_1"
    write_fakta(ISI, folder)
    (folder / hilang).unlink()
    assert read_fakta_terbit(tmp_path, "r", ["klaster_1"]).rusak == ("klaster_1",)


@pytest.mark.parametrize(
    "isi",
    [
        {},
        ["form:2024"],
        [{"id": "form:2024"}],
        [{**ISI[0], "nilai": "10"}],
        [{**ISI[0], "nilai": True}],
        [ISI[0], ISI[0]],
    ],
)
def test_what_is_no_list_of_facts_is_torn(tmp_path: Path, isi: Any) -> None:
    write_fakta(isi, tmp_path / "r" / "klaster_1")
    assert read_fakta_terbit(tmp_path, "r", ["klaster_1"]).rusak == ("klaster_1",)


def test_facts_that_do_not_tell_their_form_are_of_an_older_version(tmp_path: Path) -> None:
    write_fakta(ISI[1:], tmp_path / "r" / "klaster_1")
    assert read_fakta_terbit(tmp_path, "r", ["klaster_1"]).lama == ("klaster_1",)
