"""What became of a promise follows from its status, its date and the day of the meeting."""

from datetime import date
from typing import Any

import pandas as pd
import pytest

from kla_lib.scoring.pekerjaan.janji import KEADAAN_JANJI, daftar_janji, ditepati_terlambat, hitung_janji, keadaan_of

RAPAT = date(2025, 2, 11)
KEMARIN, HARI_INI = date(2025, 2, 10), RAPAT


@pytest.mark.parametrize(
    ("status", "tenggat", "keadaan"),
    [
        ("selesai", KEMARIN, "ditepati"),
        ("selesai", None, "ditepati"),
        ("batal", KEMARIN, "dibatalkan"),
        ("belum", KEMARIN, "terlambat"),
        ("terhambat", KEMARIN, "terlambat"),
        (None, KEMARIN, "terlambat"),
        ("belum", HARI_INI, "berjalan"),
        ("berjalan", HARI_INI, "berjalan"),
        (None, HARI_INI, "berjalan"),
        ("terhambat", HARI_INI, "terhambat"),
        ("terhambat", None, "terhambat"),
        ("berjalan", None, "tanpa_tenggat"),
    ],
)
def test_the_last_day_still_belongs_to_the_promise(status: str | None, tenggat: date | None, keadaan: str) -> None:
    assert keadaan_of(status, tenggat, RAPAT) == keadaan


def tabel(*baris: dict[str, Any]) -> pd.DataFrame:
    kolom = ["id_keputusan", "rapat", "indikator", "pertanyaan", "tenggat", "status", "tanggal_status"]
    isi = [{"rapat": "lama"} | b for b in baris]
    return pd.DataFrame(
        {k: pd.Series([b.get(k) for b in isi], dtype=object, index=range(2, len(isi) + 2)) for k in kolom}
    )


def test_late_promises_come_first_and_the_longest_late_before_the_others() -> None:
    janji = daftar_janji(
        tabel(
            {"id_keputusan": "K1", "status": "selesai", "tenggat": KEMARIN},
            {"id_keputusan": "K2", "status": "berjalan"},
            {"id_keputusan": "K3", "status": "belum", "tenggat": KEMARIN},
            {"id_keputusan": "K4", "status": "batal"},
            {"id_keputusan": "K5", "status": "belum", "tenggat": date(2025, 1, 31)},
            {"id_keputusan": "K6", "status": "terhambat", "tenggat": HARI_INI},
            {"id_keputusan": "K7", "status": "belum", "tenggat": HARI_INI},
        ),
        RAPAT,
        "ini",
        {},
    )
    assert list(janji["id_keputusan"]) == ["K5", "K3", "K6", "K7", "K2", "K1", "K4"]
    assert list(janji["hari_lewat"]) == [11, 1, 0, 0, 0, 0, 0]
    assert list(janji.index) == [6, 4, 7, 8, 3, 2, 5]  # rows of the book
    assert hitung_janji(janji) == dict.fromkeys(KEADAAN_JANJI, 1) | {"terlambat": 2}


def test_a_decision_of_this_meeting_is_no_promise_yet() -> None:
    janji = daftar_janji(tabel({"id_keputusan": "K1", "rapat": "ini", "status": "belum"}), RAPAT, "ini", {})
    assert janji.empty
    assert hitung_janji(janji) == dict.fromkeys(KEADAAN_JANJI, 0)


def test_a_promise_kept_after_its_date_is_kept_and_told_apart() -> None:
    selesai = {"status": "selesai", "tenggat": date(2025, 1, 31)}
    janji = daftar_janji(
        tabel(
            {"id_keputusan": "K1", **selesai, "tanggal_status": date(2025, 2, 3)},
            {"id_keputusan": "K2", **selesai, "tanggal_status": date(2025, 1, 31)},
            {"id_keputusan": "K3", **selesai},
        ),
        RAPAT,
        "ini",
        {},
    )
    assert hitung_janji(janji)["ditepati"] == 3
    assert list(ditepati_terlambat(janji)["id_keputusan"]) == ["K1"]
    assert list(janji["hari_lewat"]) == [3, 0, 0]
