"""The three sentences at the head of a meeting's index."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kla_lib.keadaan.muat import load_keadaan
from kla_lib.views.rapat.kabar_rapat import kabar_rapat, perubahan_klaster
from tests.pembantu.buku_uji import tabel
from tests.pembantu.fakta_uji import publish_fakta
from tests.pembantu.keadaan_uji import keadaan_contoh
from tests.pembantu.params_uji import PARAMS
from tests.pembantu.rapat_2022 import keadaan

NILAI = ["em", "klaster_1", "", "", "50"]


def janji(tmp_path: Path, *keputusan: dict[str, Any]) -> str:
    isi = [{"id_keputusan": f"K{n}", "rapat": "lama", "keputusan": f"Janji {n}"} | k for n, k in enumerate(keputusan)]
    return dict(kabar_rapat(keadaan(tmp_path, NILAI, Tindak_lanjut=tabel("Tindak lanjut", *isi))))["Janji rapat"]


def test_of_the_example_the_longest_overdue_action_and_promise_are_named(tmp_path: Path) -> None:
    kabar = dict(kabar_rapat(keadaan_contoh("kota-contoh-2"), tmp_path))
    assert kabar["Kegiatan RAD"] == (
        "17 dari 47 kegiatan RAD terlambat dan 2 terhambat; paling lama: Mengumpulkan sertifikat KHA anggota Gugus "
        "Tugas dari tiap kantor (DP3A, 46 hari)."
    )
    assert kabar["Janji rapat"].startswith("5 dari 20 janji rapat sebelumnya terlambat; paling lama: ")


def test_a_meeting_before_that_is_not_in_these_outputs_is_not_compared(tmp_path: Path) -> None:
    kabar = dict(kabar_rapat(keadaan_contoh("kota-contoh-2"), tmp_path))
    assert "belum diterbitkan di folder keluaran ini" in kabar["Sejak rapat sebelumnya"]


def test_what_is_not_recorded_is_not_said_to_be_on_time(tmp_path: Path) -> None:
    kabar = dict(kabar_rapat(keadaan(tmp_path, NILAI)))
    assert kabar["Kegiatan RAD"].startswith("RAD belum dicatat")
    assert kabar["Janji rapat"] == "Belum ada janji yang dicatat: ini rapat pertama."
    assert kabar["Sejak rapat sebelumnya"].startswith("Ini rapat pertama yang dicatat")


@pytest.mark.parametrize(
    ("tenggat", "kalimat"),
    [
        (date(2025, 3, 18), "Tidak ada dari 1 janji rapat sebelumnya yang terlambat."),
        (
            date(2025, 3, 17),
            "1 dari 1 janji rapat sebelumnya terlambat; paling lama: Janji 0 "
            "(kantor belum dicatat, tenggat 17 Maret 2025, 1 hari).",
        ),
    ],
)
def test_a_promise_is_late_from_the_day_after_its_date(tmp_path: Path, tenggat: date, kalimat: str) -> None:
    assert janji(tmp_path, {"status": "berjalan", "tenggat": tenggat}) == kalimat


def test_each_klaster_says_in_one_sentence_what_changed_in_it(tmp_path: Path) -> None:
    kedua = load_keadaan(PARAMS, "kota-contoh-2")
    assert perubahan_klaster(kedua, tmp_path / "kosong") == {}
    publish_fakta(keadaan_contoh("kota-contoh-1"), tmp_path)
    berubah = perubahan_klaster(kedua, tmp_path)
    assert list(berubah) == [k.id for k in kedua.instrumen.klaster]
    assert berubah["klaster_2"].startswith("Sejak rapat 11 Februari 2025: +1,5 poin terisi, ")
    assert len(set(berubah.values())) > len(berubah) // 2
