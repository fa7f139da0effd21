"""A published forecast enters the ledger once, under the day of the meeting."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kla_lib.data.catatan_perkiraan import read_catatan
from kla_lib.data.terbit.keluaran import path_catatan
from kla_lib.errors import KlaError
from kla_lib.letak import FOLDER_PARAMS
from kla_lib.publish.batch.rapat import catat_perkiraan, run_rapat
from tests.pembantu.keadaan_uji import keadaan_contoh
from tests.pembantu.params_uji import PARAMS


def test_the_line_bears_the_day_of_the_meeting_and_the_hash_of_the_data(tmp_path: Path) -> None:
    k, path = keadaan_contoh("kota-contoh-1"), path_catatan(tmp_path, "kota-contoh")
    assert catat_perkiraan(k, path)
    (c,) = read_catatan(path)
    assert (c.tanggal, c.hash_data, c.dari, c.tahap) == (date(2025, 2, 11), k.buku.sidik, "em", "vf")
    assert k.perkiraan is not None
    assert c.kuantil == k.perkiraan.kuantil


def test_the_same_data_and_meeting_add_no_second_line(tmp_path: Path) -> None:
    path = path_catatan(tmp_path, "kota-contoh")
    assert catat_perkiraan(keadaan_contoh("kota-contoh-1"), path)
    sebelum = path.read_bytes()
    assert not catat_perkiraan(keadaan_contoh("kota-contoh-1"), path)
    assert path.read_bytes() == sebelum


def test_what_was_published_first_stays_when_the_forecast_has_changed_since(tmp_path: Path) -> None:
    k, path = keadaan_contoh("kota-contoh-1"), path_catatan(tmp_path, "kota-contoh")
    catat_perkiraan(k, path)
    assert k.perkiraan is not None
    lain = replace(k)
    lain.__dict__["perkiraan"] = replace(k.perkiraan, p50=1.0, kuantil=(1.0,) * 19)
    assert not catat_perkiraan(lain, path)
    assert read_catatan(path)[0].kuantil == k.perkiraan.kuantil


def test_another_day_adds_a_line_after_the_first(tmp_path: Path) -> None:
    k, path = keadaan_contoh("kota-contoh-1"), path_catatan(tmp_path, "kota-contoh")
    nanti = replace(k, rapat=k.rapat.model_copy(update={"tanggal": date(2025, 3, 18)}))
    catat_perkiraan(k, path)
    awal = path.read_bytes()
    assert catat_perkiraan(nanti, path)
    assert path.read_bytes().startswith(awal)
    assert [c.tanggal for c in read_catatan(path)] == [date(2025, 2, 11), date(2025, 3, 18)]


@pytest.mark.parametrize("rapat", ["sumbawa-2022", "kota-bekasi"])
def test_where_nothing_is_forecast_there_is_no_ledger(tmp_path: Path, rapat: str) -> None:
    k = keadaan_contoh(rapat)
    path = path_catatan(tmp_path, k.daerah.id)
    assert not catat_perkiraan(k, path)
    assert not path.exists()


def test_a_faulty_ledger_stops_the_run_before_anything_is_written(tmp_path: Path) -> None:
    path = path_catatan(tmp_path, "kota-contoh")
    path.parent.mkdir()
    path.write_text("bukan catatan\n", encoding="utf-8")
    with pytest.raises(KlaError, match="bukan catatan perkiraan"):
        run_rapat(PARAMS, FOLDER_PARAMS / "rapat" / "kota-contoh-1.yaml", tmp_path, jobs=1)
    assert not (tmp_path / "kota-contoh-1").exists()
