"""The commit rule: each file whole, paket.json last."""

import json
from pathlib import Path

import pytest

from kla_lib.berkas import write_whole
from kla_lib.publish.terbitan.simpan import check_utuh, publish_paket, read_paket, to_json

BERKAS = {"fakta.json": b"[]\n", "ringkas.html": b"<!DOCTYPE html>"}


def test_a_published_pack_is_whole(tmp_path: Path) -> None:
    publish_paket(tmp_path / "klaster_1", BERKAS, {"id": "klaster_1"})
    assert check_utuh(tmp_path / "klaster_1") == []
    assert sorted(p.name for p in (tmp_path / "klaster_1").iterdir()) == ["fakta.json", "paket.json", "ringkas.html"]


def test_paket_json_names_the_hash_of_every_other_file(tmp_path: Path) -> None:
    publish_paket(tmp_path, BERKAS, {"id": "klaster_1"})
    paket = json.loads((tmp_path / "paket.json").read_text())
    assert paket["berkas"]["fakta.json"] == "sha256:37517e5f3dc66819f61f5a7bb8ace1921282415f10551d2defa5c3eb0985b570"
    assert sorted(paket["berkas"]) == ["fakta.json", "ringkas.html"]


@pytest.mark.parametrize("nama", ["fakta.json", "ringkas.html"])
def test_a_file_that_changed_or_went_missing_is_torn(tmp_path: Path, nama: str) -> None:
    publish_paket(tmp_path, BERKAS, {"id": "klaster_1"})
    (tmp_path / nama).write_bytes(b"half")
    assert check_utuh(tmp_path) == [nama]
    (tmp_path / nama).unlink()
    assert check_utuh(tmp_path) == [nama]


def test_a_folder_without_commit_is_not_a_pack(tmp_path: Path) -> None:
    write_whole(tmp_path / "fakta.json", b"[]\n")
    assert read_paket(tmp_path) is None
    assert check_utuh(tmp_path) == ["paket.json"]


@pytest.mark.parametrize("isi", [b"", b"{", b"[]", b'{"berkas": 1}', b"\xff"])
def test_a_half_written_commit_is_not_a_pack(tmp_path: Path, isi: bytes) -> None:
    (tmp_path / "paket.json").write_bytes(isi)
    assert read_paket(tmp_path) is None


def test_a_failed_write_leaves_the_old_file_and_no_litter(tmp_path: Path) -> None:
    write_whole(tmp_path / "index.html", b"old")
    with pytest.raises(TypeError):
        write_whole(tmp_path / "index.html", "not bytes")  # type: ignore[arg-type]
    assert [p.name for p in tmp_path.iterdir()] == ["index.html"]
    assert (tmp_path / "index.html").read_bytes() == b"old"


def test_json_is_the_same_whatever_the_order_of_keys() -> None:
    assert to_json({"b": 1, "a": "é"}) == to_json({"a": "é", "b": 1}) == b'{\n "a": "\xc3\xa9",\n "b": 1\n}\n'
