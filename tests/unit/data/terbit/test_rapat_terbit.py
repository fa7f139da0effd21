"""The scores of all published meetings, and the folders that cannot be read."""

import json
from pathlib import Path

import pytest

from kla_lib.data.terbit.rapat import read_rapat_terbit
from tests.pembantu.rapat_terbit_uji import tentang, terbitkan


def test_a_meeting_is_read_with_its_three_scores(tmp_path: Path) -> None:
    terbitkan(tmp_path, "a", diklaim=700.5, terdukung=600.0, kuantil=(100, 400, 650))
    (r,), gagal = read_rapat_terbit(tmp_path)
    assert (r.folder, r.nama, r.form, r.maks, gagal) == ("a", "Kota Uji", "2024", 1000.0, {})
    assert (r.diklaim, r.terdukung, r.terendah, r.tengah, r.tertinggi) == (700.5, 600.0, 100, 400, 650)


def test_what_a_meeting_does_not_know_is_none_and_not_zero(tmp_path: Path) -> None:
    terbitkan(tmp_path, "a", terdukung=None)
    (r,), _gagal = read_rapat_terbit(tmp_path)
    assert (r.terdukung, r.terendah, r.tengah, r.tertinggi) == (None, None, None, None)


def test_meetings_come_by_city_form_and_day(tmp_path: Path) -> None:
    terbitkan(tmp_path, "c", tanggal="2025-03-01")
    terbitkan(tmp_path, "b", tanggal="2025-04-01")
    terbitkan(tmp_path, "a", tanggal="2025-05-01", nama="Kota Akhir", daerah="kota-akhir")
    assert [r.id for r in read_rapat_terbit(tmp_path)[0]] == ["a", "c", "b"]


@pytest.mark.parametrize(
    ("isi", "sebab"),
    [
        (b"{", "rusak"),
        (b"\xff\xfe", "rusak"),
        (b"[]", "rusak"),
        (b'{"rapat": 3}', "rusak"),
        (b'{"rapat": {"id": "x"}}', "lama"),
        (json.dumps({"rapat": tentang("x") | {"tanggal": "kemarin"}}).encode(), "rusak"),
        (json.dumps({"rapat": tentang("x") | {"nama": 3}}).encode(), "rusak"),
        (json.dumps({"rapat": tentang("x")}).encode(), "belum"),
    ],
)
def test_an_unreadable_folder_is_named_and_does_not_stop_the_others(tmp_path: Path, isi: bytes, sebab: str) -> None:
    terbitkan(tmp_path, "a")
    (tmp_path / "x").mkdir()
    (tmp_path / "x/manifest.json").write_bytes(isi)
    daftar, gagal = read_rapat_terbit(tmp_path)
    assert ([r.id for r in daftar], gagal) == (["a"], {"x": sebab})


def test_facts_that_are_not_those_of_the_pack_are_torn(tmp_path: Path) -> None:
    terbitkan(tmp_path, "a")
    (tmp_path / "a/ringkasan/fakta.json").write_text("[]", encoding="utf-8")
    assert read_rapat_terbit(tmp_path) == ([], {"a": "rusak"})


def test_other_folders_are_no_meetings(tmp_path: Path) -> None:
    (tmp_path / "perkiraan").mkdir()
    assert read_rapat_terbit(tmp_path) == ([], {})
    assert read_rapat_terbit(tmp_path / "tidak-ada") == ([], {})
