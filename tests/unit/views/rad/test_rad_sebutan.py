"""Words for an action of the RAD: its state, its progress, its points."""

from pathlib import Path
from typing import Any

import pytest

from kla_lib.scoring.pekerjaan.rad import KegiatanRad
from kla_lib.views.rad.sebutan import sebut_keadaan, sebut_kemajuan, sebut_poin_rad, sebut_uraian
from tests.pembantu.rad_uji import keadaan_rad


def satu(tmp_path: Path, **isi: Any) -> KegiatanRad:
    daftar = keadaan_rad(tmp_path, isi).rad
    assert daftar is not None
    return daftar[0]


@pytest.mark.parametrize(
    ("target", "realisasi", "satuan", "kata"),
    [
        (30, 9, "sertifikat", "9 dari 30 sertifikat, 30 %"),
        (30, 36, "sertifikat", "36 dari 30 sertifikat, 120 %, melebihi target"),
        (4, 0, "laporan", "0 dari 4 laporan, 0 %"),
        (1000, 3, "laporan", "3 dari 1.000 laporan, kurang dari 1 %"),
        (1000, 998, "laporan", "998 dari 1.000 laporan, hampir 100 %"),
        (0, 12, "siaran", "12 siaran; targetnya belum dicatat"),
        (None, 12, "siaran", "12 siaran; targetnya belum dicatat"),
        (12, None, "siaran", "belum dicatat; targetnya 12 siaran"),
        (None, None, None, "belum dicatat"),
        (20, 10, None, "10 dari 20, 50 %"),
    ],
)
def test_progress_is_said_with_its_target_or_as_unknown(
    tmp_path: Path, target: float | None, realisasi: float | None, satuan: str | None, kata: str
) -> None:
    assert sebut_kemajuan(satu(tmp_path, target=target, realisasi=realisasi, satuan=satuan)) == kata


@pytest.mark.parametrize(
    ("target", "realisasi", "satuan"), [(20, 2, "anak"), (3, 0, "Anak korban"), (4, None, "kasus"), (30, 1, "xyz")]
)
def test_a_small_count_of_persons_is_hidden_together_with_its_share(
    tmp_path: Path, target: float, realisasi: float | None, satuan: str
) -> None:
    kata = sebut_kemajuan(satu(tmp_path, target=target, realisasi=realisasi, satuan=satuan))
    assert kata == "angka kecil disamarkan"


def test_done_short_of_its_target_is_told(tmp_path: Path) -> None:
    k = satu(tmp_path, status="selesai", target=10, realisasi=6, satuan="laporan")
    assert sebut_keadaan(k) == "selesai, tetapi targetnya belum tercapai"


def test_a_late_action_says_how_late_and_that_it_never_began(tmp_path: Path) -> None:
    assert sebut_keadaan(satu(tmp_path, status="belum", tenggat="2025-03-08")) == "terlambat 10 hari, belum dimulai"


def test_what_should_have_begun_says_since_when(tmp_path: Path) -> None:
    k = satu(tmp_path, status="belum", mulai="2025-03-03", tenggat="2025-03-31")
    assert sebut_keadaan(k) == "belum dimulai, seharusnya sejak 3 Maret 2025"


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        ({"poin_min": 2, "poin": 3.25, "poin_maks": 4.25}, "2 sampai 4,25"),
        ({"poin": 3}, "3"),
        ({}, "belum ditaksir"),
        ({"jenis_celah": "siklus_berikutnya"}, "siklus berikutnya"),
        ({"status": "selesai", "poin": 3}, "–"),
    ],
)
def test_points_are_a_range_or_a_reason(tmp_path: Path, isi: dict[str, Any], kata: str) -> None:
    assert sebut_poin_rad(satu(tmp_path, **isi)) == kata


def test_an_action_is_named_with_its_id_and_the_question_or_indikator_it_serves(tmp_path: Path) -> None:
    assert sebut_uraian(satu(tmp_path)) == "Menulis matriks (R1)"
    assert sebut_uraian(satu(tmp_path, indikator="12")) == "Menulis matriks (R1 · 12)"
    assert sebut_uraian(satu(tmp_path, indikator="12", pertanyaan="1")) == "Menulis matriks (R1 · 12/1)"
