"""Forecasts stand beside what came out, misses included."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kla_lib.data.catatan_perkiraan import CatatanPerkiraan, append_catatan, read_catatan
from kla_lib.data.terbit.keluaran import KELUARAN_LAIN, path_catatan
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.notebook import load_keadaan, tabel_ketepatan
from kla_lib.scoring.perkiraan.ketepatan import catatan_of
from kla_lib.scoring.perkiraan.perkiraan import METODE
from tests.pembantu.rapat_2022 import keadaan, nilai

RAPAT = date(2025, 3, 18)


@pytest.fixture
def keluaran(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(KELUARAN_LAIN, str(tmp_path / "outputs"))
    return tmp_path / "outputs"


def catatan(k: Keadaan, hari: date) -> CatatanPerkiraan:
    assert k.perkiraan is not None
    return catatan_of(k.perkiraan, hari, k.daerah.id, k.buku.keterangan.tahun_evaluasi, k.buku.hash)


def terbitkan(keluaran: Path, k: Keadaan, *hari: date) -> None:
    for h in hari:
        append_catatan(path_catatan(keluaran, k.daerah.id), catatan(k, h))


def test_without_a_ledger_there_is_nothing_on_the_page(keluaran: Path) -> None:
    assert tabel_ketepatan(load_keadaan("kota-contoh-1")).html == ""


def test_a_hit_a_miss_and_how_often_we_were_right(keluaran: Path, tmp_path: Path) -> None:
    dulu = keadaan(tmp_path / "a", *nilai(640))
    terbitkan(keluaran, dulu, date(2025, 2, 1))
    append_catatan(
        path_catatan(keluaran, "kota-contoh"),
        catatan(dulu, date(2025, 2, 2)).model_copy(
            update={"kuantil": tuple(float(n) for n in range(600, 619)), "hash_data": "sha256:lain"}
        ),
    )
    kini = keadaan(tmp_path / "b", *nilai(640), *nilai(420, "vf"), tahap="vf")
    teks = tabel_ketepatan(kini).teks.splitlines()
    assert teks[1].startswith("1 Februari 2025 | EM | ")
    assert " | 420 | di dalam rentang; kategori yang terjadi (di bawah Pratama) kami beri peluang kira-kira " in teks[1]
    assert " | 600 sampai 620 | 420 | meleset: 180 poin di bawah rentang; " in teks[2]
    assert teks[3] == "1 dari 2 hasil jatuh di dalam rentang perkiraan; yang kami harapkan 9 dari 10."
    assert "(CRPS, makin kecil makin baik)" in teks[4]


def test_a_forecast_of_the_model_before_is_held_against_its_outcome_too(keluaran: Path, tmp_path: Path) -> None:
    dulu = keadaan(tmp_path / "a", *nilai(640))
    assert catatan(dulu, date(2025, 2, 1)).metode == METODE
    baris = catatan(dulu, date(2025, 2, 1)).model_dump(mode="json", exclude={"metode"})
    path = path_catatan(keluaran, dulu.daerah.id)
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps(baris) + "\n", encoding="utf-8")
    terbitkan(keluaran, dulu, date(2025, 2, 2))
    assert [c.metode for c in read_catatan(path)] == ["", METODE]
    kini = keadaan(tmp_path / "b", *nilai(640), *nilai(420, "vf"), tahap="vf")
    assert "2 dari 2 hasil jatuh di dalam rentang" in tabel_ketepatan(kini).teks


def test_an_outcome_above_the_range_is_a_miss_too(keluaran: Path, tmp_path: Path) -> None:
    terbitkan(keluaran, keadaan(tmp_path / "a", *nilai(500)), date(2025, 2, 1))
    kini = keadaan(tmp_path / "b", *nilai(500, "vf"), tahap="vf")
    assert "poin di atas rentang" in tabel_ketepatan(kini).teks


def test_a_forecast_whose_outcome_is_not_known_waits(keluaran: Path, tmp_path: Path) -> None:
    dulu = keadaan(tmp_path / "a", *nilai(640))
    terbitkan(keluaran, dulu, date(2025, 2, 1))
    kini = keadaan(tmp_path / "b", *nilai(640), *nilai(600, "va"), tahap="va")
    teks = tabel_ketepatan(kini).teks
    assert " | – | nilai akhir belum ada" in teks
    assert teks.endswith("1 perkiraan masih menunggu hasil.")


def test_what_this_meeting_publishes_is_not_yet_history(keluaran: Path, tmp_path: Path) -> None:
    k = keadaan(tmp_path, *nilai(640))
    terbitkan(keluaran, k, RAPAT)
    assert k.rapat.tanggal == RAPAT
    assert tabel_ketepatan(k).html == ""


def test_the_forecast_of_another_year_is_not_judged(keluaran: Path, tmp_path: Path) -> None:
    k = keadaan(tmp_path, *nilai(640))
    lain = catatan(k, date(2024, 2, 1)).model_copy(update={"tahun_evaluasi": 2023})
    append_catatan(path_catatan(keluaran, k.daerah.id), lain)
    assert tabel_ketepatan(k).html == ""


def test_a_page_with_history_tells_no_path_and_no_hash(keluaran: Path, tmp_path: Path) -> None:
    dulu = keadaan(tmp_path / "a", *nilai(640))
    terbitkan(keluaran, dulu, date(2025, 2, 1))
    k = keadaan(tmp_path / "b", *nilai(640))
    k = replace(k, rapat=k.rapat.model_copy(update={"tanggal": date(2025, 3, 1)}))
    html = tabel_ketepatan(k).html
    assert "1 Februari 2025" in html
    assert str(tmp_path) not in html
    assert "sha256" not in html
