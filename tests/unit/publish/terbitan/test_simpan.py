"""The commit rule: each file whole, paket.json last."""

import json
import secrets
from itertools import count
from pathlib import Path

import pytest

from kla_lib.berkas import SEMENTARA, nama_samping, write_whole
from kla_lib.publish.terbitan.simpan import (
    PAKET_JSON,
    SIAP,
    check_utuh,
    hash_isi,
    publish_paket,
    read_paket,
    recover_paket,
    to_json,
)
from tests.pembantu.mati_uji import run_sampai_mati

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


def test_killed_at_any_change_one_whole_version_is_there_and_the_next_run_finishes(tmp_path: Path) -> None:
    lama, baru = {"fakta.json": b"1", "lama.html": b"1"}, {"fakta.json": b"2", "baru.html": b"2"}
    for n in count(1):
        folder = tmp_path / str(n)
        publish_paket(folder, lama, {"id": "lama"})
        mati = run_sampai_mati(lambda f=folder: publish_paket(f, baru, {"id": "baru"}), n)  # type: ignore[misc]
        recover_paket(folder)
        for sisa in folder.rglob(SEMENTARA):
            sisa.unlink()
        assert check_utuh(folder) == []
        ada = {p.name: p.read_bytes() for p in folder.iterdir() if p.name != PAKET_JSON}
        assert ada == (baru if (read_paket(folder) or {})["id"] == "baru" else lama), f"mixed at change {n}"
        publish_paket(folder, baru, {"id": "baru"})
        assert check_utuh(folder) == []
        if not mati:
            break
    assert n > 10


@pytest.mark.parametrize("nama", ["../luar", "/tmp/luar", "a/b", "..", ".siap", "paket.json", "a\\b", "a\0b", "\ud800"])
def test_a_pack_that_names_other_places_is_none_of_ours(nama: str, tmp_path: Path) -> None:
    luar = tmp_path / "luar"
    luar.write_text("milik orang lain")
    folder = tmp_path / "klaster_1"
    publish_paket(folder, BERKAS, {"id": "klaster_1"})
    sidik = {"berkas": {nama: hash_isi(luar.read_bytes())}}
    for tempat in (folder, folder / SIAP):
        tempat.mkdir(exist_ok=True)
        (tempat / PAKET_JSON).write_text(json.dumps(sidik))
    assert read_paket(folder) is None
    assert recover_paket(folder) is False
    publish_paket(folder, BERKAS, {"id": "klaster_1"})
    assert luar.read_text() == "milik orang lain"
    assert check_utuh(folder) == []


def test_what_is_written_aside_has_a_name_that_cannot_be_guessed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    samping = {nama_samping(tmp_path / "x.html").name for _n in range(50)}
    assert len(samping) == 50
    luar = tmp_path / "luar"
    luar.write_text("milik orang lain")
    monkeypatch.setattr(secrets, "token_urlsafe", lambda _n: "tertebak")
    nama_samping(tmp_path / "x.html").symlink_to(luar)
    with pytest.raises(FileExistsError):
        write_whole(tmp_path / "x.html", b"baru")
    assert luar.read_text() == "milik orang lain"
