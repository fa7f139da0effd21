"""What a meeting is made from, and in words what has changed since."""

from pathlib import Path
from typing import Any

import pytest

from kla_lib.publish.asal import asal_rapat, beda_asal, hash_kode
from kla_lib.publish.simpan import publish_paket
from kla_lib.rules.rapat import load_rapat
from tests.terbitan_uji import salin_rapat


@pytest.fixture(scope="module")
def asal(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("asal")
    return asal_rapat(load_rapat(salin_rapat(folder)), "sha256:a", folder / "keluaran")


def test_it_names_every_subject_with_hashes(asal: dict[str, Any]) -> None:
    assert set(asal) == {"rapat", "hash_data", "aturan", "notebook", "sebelumnya", "kode", "kunci", "versi"}
    assert asal["kode"] == hash_kode()
    assert "params/kategori.yaml" in asal["aturan"]


def test_the_same_inputs_differ_in_nothing(asal: dict[str, Any]) -> None:
    assert beda_asal(asal, asal, None) == ()


@pytest.mark.parametrize(
    ("ubah", "kata"),
    [
        ({"rapat": {"id": "x", "hash": "lain"}}, "berkas rapat"),
        ({"hash_data": "sha256:b"}, "buku data"),
        ({"kode": "lain"}, "program kla_lib"),
        ({"kunci": "lain"}, "versi pustaka (requirements.lock)"),
        ({"sebelumnya": {"klaster_1": "lain"}}, "fakta rapat sebelumnya (rapat-lalu)"),
    ],
)
def test_each_subject_that_changed_is_named(asal: dict[str, Any], ubah: dict[str, Any], kata: str) -> None:
    assert beda_asal(asal | ubah, asal, "rapat-lalu") == (kata,)


def test_rules_are_named_by_file_whether_changed_new_or_gone(asal: dict[str, Any]) -> None:
    aturan = {**asal["aturan"], "params/kategori.yaml": "lain", "params/dihapus.yaml": "x"}
    del aturan["params/peran.yaml"]
    kata = "aturan (params/dihapus.yaml, params/kategori.yaml, params/peran.yaml)"
    assert beda_asal(asal | {"aturan": aturan}, asal, None) == (kata,)


def test_files_of_other_meetings_and_scenarios_do_not_count(asal: dict[str, Any]) -> None:
    aturan = asal["aturan"] | {"params/rapat/kota-contoh-1.yaml": "lain", "params/skenario/x.yaml": "baru"}
    assert beda_asal(asal | {"aturan": aturan}, asal, None) == ()
    assert beda_asal(asal | {"aturan": aturan}, asal, "kota-contoh-1") == ("aturan (params/rapat/kota-contoh-1.yaml)",)


def test_a_manifest_of_an_earlier_version_counts_as_changed(asal: dict[str, Any]) -> None:
    lama = {k: v for k, v in asal.items() if k != "kode"}
    assert beda_asal(lama, asal, None) == ("program kla_lib",)
    assert "buku data" in beda_asal({"aturan": "rusak", "versi": None}, asal, None)


def test_what_the_meeting_before_has_published_counts(tmp_path: Path) -> None:
    berkas = salin_rapat(tmp_path)
    berkas.write_text(
        berkas.read_text(encoding="utf-8").replace("sebelumnya: null", "sebelumnya: lalu"), encoding="utf-8"
    )
    rapat, keluaran = load_rapat(berkas), tmp_path / "keluaran"
    dulu = asal_rapat(rapat, "sha256:a", keluaran)
    publish_paket(keluaran / "lalu" / "klaster_1", {"fakta.json": b"[]\n"}, {"id": "klaster_1"})
    assert beda_asal(dulu, asal_rapat(rapat, "sha256:a", keluaran), "lalu") == ("fakta rapat sebelumnya (lalu)",)
