"""Weights read as priorities order the indikator by what is not safe."""

import pytest

from kla_lib.scoring.skenario.pembobotan import bobot_resmi
from kla_lib.scoring.skenario.perhatian import urutan_perhatian
from tests.pembantu.perkiraan_uji import buku_contoh


def test_the_order_follows_weight_times_the_part_that_is_not_documented() -> None:
    buku, hasil, _ = buku_contoh("kota-contoh")
    u = urutan_perhatian(hasil, buku.instrumen, {})
    assert len(u) == len(hasil.indikator)
    assert list(u["perhatian"]) == sorted(u["perhatian"], reverse=True)
    assert u["bobot"].sum() == pytest.approx(1)
    satu = hasil.indikator.set_index("indikator").loc[u["kode"].iloc[0]]
    assert u["belum_aman"].iloc[0] == pytest.approx(1 - satu["lengkap"] / satu["nilai_maksimal"])


def test_without_documents_the_points_not_reached_count() -> None:
    buku, hasil, _ = buku_contoh("ogan-ilir-2024")
    u = urutan_perhatian(hasil, buku.instrumen, {}).set_index("kode")
    i = hasil.indikator.set_index("indikator")
    assert u.loc["12", "belum_aman"] == pytest.approx(0), "indikator 12 has all its points"
    assert u.loc["6", "belum_aman"] == pytest.approx(1 - i.loc["6", "nilai"] / i.loc["6", "nilai_maksimal"])


def test_a_heavier_klaster_moves_its_indikator_forward() -> None:
    buku, hasil, _ = buku_contoh("ogan-ilir-2024")
    resmi = urutan_perhatian(hasil, buku.instrumen, {})
    berat = urutan_perhatian(hasil, buku.instrumen, {"klaster_4": 0.6})
    posisi = [list(u["klaster"]).index("klaster_4") for u in (resmi, berat)]
    assert posisi[1] == 0 < posisi[0]


def test_a_klaster_that_was_marked_as_a_whole_is_judged_by_its_own_points() -> None:
    buku, hasil, _ = buku_contoh("sumbawa-2022")
    u = urutan_perhatian(hasil, buku.instrumen, {})
    milik = u[u["klaster"] == "klaster_1"].iloc[0]
    assert milik["bobot"] == pytest.approx(bobot_resmi(buku.instrumen)[""]["klaster_1"])
    assert milik["belum_aman"] == pytest.approx(1 - 53 / 115)
