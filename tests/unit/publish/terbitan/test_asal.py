"""What has changed since a meeting was made, in words; whether anything has, its keys say."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kla_lib.publish.batch.rencana_terbit import RencanaTerbit, plan_terbit
from kla_lib.publish.terbitan.asal import asal_rapat, beda_asal
from kla_lib.publish.terbitan.manifes import MANIFES
from kla_lib.rules.rapat import load_rapat
from tests.pembantu.params_uji import PARAMS
from tests.pembantu.terbitan_uji import ID, salin_rapat, terbitkan


@pytest.fixture(scope="module")
def rencana(tmp_path_factory: pytest.TempPathFactory) -> RencanaTerbit:
    folder = tmp_path_factory.mktemp("asal")
    terbitkan(salin_rapat(folder), folder / "keluaran")
    return plan_terbit(PARAMS, load_rapat(PARAMS, folder / f"{ID}.yaml"), folder / "keluaran")


@pytest.fixture
def manifes(rencana: RencanaTerbit) -> dict[str, Any]:
    isi: dict[str, Any] = json.loads((rencana.folder / MANIFES).read_text(encoding="utf-8"))
    return isi


def ubah(r: RencanaTerbit, **subjek: Any) -> RencanaTerbit:
    """Return the plan over other inputs, with the keys that these have."""
    return replace(r, masukan=r.masukan | subjek, paket=tuple(replace(p, masukan=f"{p.masukan}-lain") for p in r.paket))


def test_the_manifest_keeps_each_subject_of_the_keys_and_names(rencana: RencanaTerbit) -> None:
    asal = asal_rapat(rencana)
    assert asal["masukan"].keys() == rencana.masukan.keys()
    assert "params/kategori.yaml" in asal["aturan"]


def test_the_same_keys_differ_in_nothing(manifes: dict[str, Any], rencana: RencanaTerbit) -> None:
    assert beda_asal(manifes, rencana) == ()


@pytest.mark.parametrize(
    ("subjek", "kata"),
    [
        ("data", "buku data"),
        ("kode", "program kla_lib"),
        ("kunci", "versi pustaka (requirements.lock)"),
        ("fakta_sebelumnya", "fakta rapat sebelumnya (–)"),
        ("perkiraan_sebelumnya", "perkiraan yang diterbitkan sebelumnya"),
        ("bahasa", "bahasa"),
    ],
)
def test_each_subject_that_changed_is_named(
    manifes: dict[str, Any], rencana: RencanaTerbit, subjek: str, kata: str
) -> None:
    assert beda_asal(manifes, ubah(rencana, **{subjek: "lain"})) == (kata,)


def test_the_file_of_the_meeting_is_told_from_that_of_the_one_before(
    manifes: dict[str, Any], rencana: RencanaTerbit
) -> None:
    lain = ubah(rencana, rapat="lain")
    assert beda_asal(manifes, lain) == ("berkas rapat sebelumnya (None)",)
    manifes["rapat"]["hash"] = "sha256:lain"
    assert beda_asal(manifes, lain) == ("berkas rapat",)


def test_rules_are_named_by_file_whether_changed_new_or_gone(manifes: dict[str, Any], rencana: RencanaTerbit) -> None:
    manifes["aturan"] |= {"params/kategori.yaml": "lain", "params/dihapus.yaml": "x", "params/rapat/lain.yaml": "x"}
    del manifes["aturan"]["params/peran.yaml"]
    kata = "aturan (params/dihapus.yaml, params/kategori.yaml, params/peran.yaml)"
    assert beda_asal(manifes, ubah(rencana, aturan="lain")) == (kata,)


def test_files_of_other_meetings_and_scenarios_do_not_count(manifes: dict[str, Any], rencana: RencanaTerbit) -> None:
    manifes["aturan"] |= {"params/rapat/kota-contoh-1.yaml": "lain", "params/skenario/x.yaml": "baru"}
    assert beda_asal(manifes, rencana) == ()


def test_a_notebook_is_named_where_only_packs_have_other_keys(manifes: dict[str, Any], rencana: RencanaTerbit) -> None:
    manifes["notebook"]["30_paket_klaster.ipynb"] = "sha256:lain"
    assert beda_asal(manifes, ubah(rencana)) == ("notebook (30_paket_klaster.ipynb)",)


def test_what_the_last_run_did_not_reach_is_named(manifes: dict[str, Any], rencana: RencanaTerbit) -> None:
    assert beda_asal(manifes | {"masukan_lampiran": ""}, rencana) == ("lembar yang belum dibuat ulang",)
    manifes["paket"]["klaster_2"]["masukan"] = "sha256:lain"
    assert beda_asal(manifes, rencana) == ("paket yang belum dibuat ulang (klaster_2)",)


def test_a_manifest_of_an_earlier_version_counts_as_changed(manifes: dict[str, Any], rencana: RencanaTerbit) -> None:
    beda = beda_asal({"paket": {"klaster_1": 1}, "aturan": "rusak", "versi": None}, rencana)
    assert {"buku data", "program kla_lib"} <= set(beda)


def test_what_the_meeting_before_has_published_counts(tmp_path: Path) -> None:
    salin_rapat(tmp_path, "lalu", "2022-02-10")
    berkas = salin_rapat(tmp_path)
    teks = berkas.read_text(encoding="utf-8").replace("sebelumnya: null", "sebelumnya: lalu")
    berkas.write_text(teks, encoding="utf-8")
    folder = terbitkan(berkas, tmp_path / "keluaran")
    manifes = json.loads((folder / MANIFES).read_text(encoding="utf-8"))
    (tmp_path / "keluaran" / "lalu" / "klaster_1").mkdir(parents=True)
    (tmp_path / "keluaran" / "lalu" / "klaster_1" / "fakta.json").write_bytes(b"[]\n")
    beda = beda_asal(manifes, plan_terbit(PARAMS, load_rapat(PARAMS, berkas), tmp_path / "keluaran"))
    assert beda == ("fakta rapat sebelumnya (lalu)",)
