"""Progress of the RAD: in which state each action is on the day of the meeting."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kla_lib.scoring.pekerjaan.rad import (
    BELUM,
    BERJALAN,
    KEADAAN_RAD,
    SELESAI,
    TERHAMBAT,
    TERLAMBAT,
    KegiatanRad,
    daftar_rad,
    di_luar_siklus,
    jumlah_keadaan,
    kemajuan,
    poin_bergantung,
    yang_mendesak_dulu,
)
from tests.pembantu.rad_uji import HARI, keadaan_rad


def satu(tmp_path: Path, **isi: Any) -> KegiatanRad:
    """Return one action as it stands on the day of the meeting."""
    daftar = daftar_rad(keadaan_rad(tmp_path, isi).buku, HARI)
    assert daftar is not None
    return daftar[0]


@pytest.mark.parametrize(
    ("status", "tenggat", "keadaan", "hari"),
    [
        ("berjalan", "2025-03-17", TERLAMBAT, 1),
        ("terhambat", "2025-02-18", TERLAMBAT, 28),
        ("belum", "2025-03-17", TERLAMBAT, 1),
        ("berjalan", "2025-03-18", BERJALAN, 0),  # the last day still belongs to the action
        ("terhambat", "2025-03-19", TERHAMBAT, 0),
        ("belum", None, BELUM, 0),
        ("selesai", "2024-01-01", SELESAI, 0),
    ],
)
def test_an_action_is_late_from_the_day_after_its_deadline_unless_done(
    tmp_path: Path, status: str, tenggat: str | None, keadaan: str, hari: int
) -> None:
    k = satu(tmp_path, status=status, tenggat=tenggat)
    assert (k.keadaan, k.hari_lewat, k.status) == (keadaan, hari, status)


@pytest.mark.parametrize(
    ("status", "mulai", "seharusnya"),
    [("belum", "2025-03-17", True), ("belum", "2025-03-18", False), ("berjalan", "2025-03-17", False)],
)
def test_an_action_should_have_begun_when_its_first_day_is_past_and_nothing_was_done(
    tmp_path: Path, status: str, mulai: str, seharusnya: bool
) -> None:
    assert satu(tmp_path, status=status, mulai=mulai, tenggat="2025-04-30").seharusnya_mulai is seharusnya


@pytest.mark.parametrize(
    ("target", "realisasi", "bagian"),
    [(30.0, 9.0, 0.3), (30.0, 36.0, 1.2), (4.0, 0.0, 0.0), (0.0, 3.0, None), (None, 3.0, None), (5.0, None, None)],
)
def test_progress_is_a_share_that_may_exceed_one_and_is_unknown_without_a_target(
    target: float | None, realisasi: float | None, bagian: float | None
) -> None:
    assert kemajuan(target, realisasi) == bagian


def test_without_a_rad_nothing_is_known_and_with_an_empty_one_there_is_nothing(tmp_path: Path) -> None:
    buku = keadaan_rad(tmp_path, {}).buku
    assert buku.rad is not None
    assert daftar_rad(replace(buku, rad=None), HARI) is None
    assert daftar_rad(replace(buku, rad=buku.rad.iloc[:0]), HARI) == ()


def test_the_longest_overdue_comes_first_then_the_stuck_and_the_done_last(tmp_path: Path) -> None:
    keadaan = keadaan_rad(
        tmp_path,
        {"status": "selesai"},
        {"status": "berjalan", "tenggat": "2025-05-01"},
        {"status": "terhambat", "tenggat": "2025-04-01"},
        {"status": "berjalan", "tenggat": "2025-03-10"},
        {"status": "belum", "tenggat": "2025-02-10"},
        {"status": "belum", "mulai": "2025-01-01", "tenggat": "2025-06-01"},
        {"status": "belum", "tenggat": "2025-04-01"},
    )
    urut = yang_mendesak_dulu(daftar_rad(keadaan.buku, HARI) or ())
    assert [k.id for k in urut] == ["R5", "R4", "R3", "R6", "R7", "R2", "R1"]


def test_every_action_is_counted_in_exactly_one_state_and_empty_states_are_zero(tmp_path: Path) -> None:
    keadaan = keadaan_rad(tmp_path, {"status": "selesai"}, {"status": "selesai"}, {"tenggat": "2025-01-01"})
    banyak = jumlah_keadaan(daftar_rad(keadaan.buku, HARI) or ())
    assert banyak == {SELESAI: 2, TERLAMBAT: 1, TERHAMBAT: 0, BERJALAN: 0, BELUM: 0}
    assert tuple(banyak) == KEADAAN_RAD


def test_points_of_two_actions_for_one_question_are_not_added(tmp_path: Path) -> None:
    milik = {"indikator": "12", "pertanyaan": "1"}
    keadaan = keadaan_rad(tmp_path, {**milik, "poin": 2}, {**milik, "poin": 3}, {"poin": 1.5}, {"poin": 0.25}, {})
    assert poin_bergantung(daftar_rad(keadaan.buku, HARI) or ()) == 3 + 1.5 + 0.25


@pytest.mark.parametrize(
    ("mulai", "tenggat", "asing"),
    [
        (date(2022, 1, 3), date(2022, 12, 20), True),
        (date(2026, 1, 5), None, True),
        (None, date(2023, 12, 31), True),
        (date(2022, 1, 3), date(2026, 12, 20), False),  # a plan of several years covers the cycle
        (date(2023, 11, 1), date(2024, 1, 1), False),
        (date(2025, 12, 31), None, False),
        (None, None, False),
    ],
)
def test_an_action_belongs_to_another_year_only_if_it_wholly_lies_outside_the_cycle(
    tmp_path: Path, mulai: date | None, tenggat: date | None, asing: bool
) -> None:
    assert di_luar_siklus(satu(tmp_path, mulai=mulai, tenggat=tenggat), 2024) is asing
