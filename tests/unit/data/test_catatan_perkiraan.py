"""The ledger of forecasts: added to, never changed."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kla_lib.data.catatan_perkiraan import CatatanPerkiraan, append_catatan, read_catatan
from kla_lib.errors import KlaError


def catatan(hari: int = 18, diklaim: float = 771.81) -> CatatanPerkiraan:
    return CatatanPerkiraan(
        tanggal=date(2025, 3, hari),
        daerah="kota-contoh",
        tahun_evaluasi=2024,
        hash_data="sha256:abc",
        dari="em",
        tahap="vf",
        diklaim=diklaim,
        tingkat=(0.05, 0.5, 0.95),
        kuantil=(120.5, 460.25, 671.0),
        peluang={"pratama": 0.4, "madya": 0.6},
        draws=10_000,
        seed=1,
    )


def test_forecasts_are_kept_in_the_order_in_which_they_were_added(tmp_path: Path) -> None:
    path = tmp_path / "kota" / "perkiraan.jsonl"
    assert read_catatan(path) == ()
    assert append_catatan(path, catatan(18))
    assert append_catatan(path, catatan(4))
    assert read_catatan(path) == (catatan(18), catatan(4))


def test_the_same_forecast_is_kept_once(tmp_path: Path) -> None:
    path = tmp_path / "perkiraan.jsonl"
    append_catatan(path, catatan())
    sebelum = path.read_bytes()
    assert not append_catatan(path, catatan())
    assert path.read_bytes() == sebelum


def test_earlier_lines_stay_as_they_were_even_without_a_last_line_end(tmp_path: Path) -> None:
    path = tmp_path / "perkiraan.jsonl"
    append_catatan(path, catatan())
    lama = path.read_bytes().rstrip(b"\n")
    path.write_bytes(lama)
    append_catatan(path, catatan(diklaim=780.0))
    assert path.read_bytes().startswith(lama + b"\n")
    assert len(read_catatan(path)) == 2


def test_nothing_but_the_ledger_is_left_in_the_folder(tmp_path: Path) -> None:
    append_catatan(tmp_path / "perkiraan.jsonl", catatan())
    assert [p.name for p in tmp_path.iterdir()] == ["perkiraan.jsonl"]


def test_lines_that_are_no_forecasts_are_named_all_at_once_and_nothing_is_added(tmp_path: Path) -> None:
    path = tmp_path / "perkiraan.jsonl"
    append_catatan(path, catatan())
    rusak = path.read_text("utf-8") + "bukan catatan\n" + path.read_text("utf-8").replace(",671.0]", "]")
    path.write_text(rusak, "utf-8")
    with pytest.raises(KlaError) as e:
        append_catatan(path, catatan(4))
    assert [k.sel for k in e.value.kesalahan] == ["baris 2", "baris 3"]
    assert path.read_text("utf-8") == rusak


@pytest.mark.parametrize("buat", [Path.mkdir, lambda p: p.write_bytes(b"\xff\n"), lambda p: p.symlink_to(p)])
def test_a_ledger_that_cannot_be_read_is_told(buat: Callable[[Path], object], tmp_path: Path) -> None:
    path = tmp_path / "kota.jsonl"
    buat(path)
    with pytest.raises(KlaError, match=r"kota.jsonl.*cadangan"):
        append_catatan(path, catatan())
