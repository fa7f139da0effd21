"""The distance to the target: what is open, how far it reaches, and the fewest questions that close the gap."""

from itertools import pairwise
from pathlib import Path

import pytest

from kla_lib.scoring.nilai.jarak import Jarak
from kla_lib.views.nilai.kalimat import lanjutan_rapat
from tests.pembantu.buku_uji import Tabel
from tests.pembantu.jarak_uji import DASAR, FORM, PENUH, keadaan_jarak, kosong, rad_nanti
from tests.pembantu.keadaan_uji import keadaan_contoh


def jarak(tmp_path: Path, nilai: dict[str, float | None], sasaran: str = "utama", **lain: Tabel) -> Jarak:
    j = keadaan_jarak(tmp_path, nilai, sasaran, **lain).jarak
    assert j is not None
    return j


def test_open_questions_are_those_that_nobody_answered(tmp_path: Path) -> None:
    j = jarak(tmp_path, {"21C/1": None, "21C/5": None, "11/5": 0, "6/3": 4})
    assert (j.terbuka, j.poin_terbuka) == (2, PENUH["21C/1"] + PENUH["21C/5"]), "0 and 4 are answers"
    assert j.tertinggi == round(j.sekarang + j.poin_terbuka, 2)
    assert j.tercapai
    assert j.jalan == ()


def test_the_fewest_open_questions_close_the_gap_the_largest_first(tmp_path: Path) -> None:
    terbuka = {"12/1": None, "11/5": None, "21C/1": None, "21C/5": None, "21C/4": None}
    j = jarak(tmp_path, DASAR | terbuka)
    assert j.kurang == 800 - j.sekarang > 0
    assert j.terbuka_cukup
    poin = [PENUH[t.kode] for t in j.jalan]
    assert poin == sorted(poin, reverse=True)
    assert j.sekarang + sum(poin) > 800 >= j.sekarang + sum(poin[:-1])
    assert "21C/4" not in {t.kode for t in j.jalan}, "two points more are not needed"


def test_at_an_edge_that_must_be_passed_one_more_question_is_needed(tmp_path: Path) -> None:
    tepat = DASAR | {"21C/1": 0, "21C/5": 0, "11/6": None}
    j = jarak(tmp_path, tepat)
    assert (j.sekarang, j.kurang, j.tercapai) == (797, 3, False)
    assert (j.tertinggi, j.terbuka_cukup) == (800, False), "Utama begins above 800"
    assert [(t.kode, t.terbuka) for t in j.jalan] == [("21A/2", False)]


def test_equal_questions_stand_in_the_order_of_the_form() -> None:
    j = keadaan_contoh("kota-contoh-2").jarak
    assert j is not None
    urut = list(PENUH)
    for a, b in pairwise(j.jalan):
        assert a.poin > b.poin or urut.index(a.kode) < urut.index(b.kode)


def test_where_open_questions_are_not_enough_answers_that_are_not_full_are_named() -> None:
    j = keadaan_contoh("kota-contoh-2").jarak
    assert j is not None
    assert (j.sekarang, j.terbuka, j.poin_terbuka, j.tertinggi) == (769.5, 9, 20.75, 790.25)
    assert (j.kurang, j.sisa, j.terbuka_cukup) == (30.5, 9.75, False)
    assert j.jalan
    assert not any(t.terbuka for t in j.jalan)


def test_what_the_rad_says_of_a_question_limits_what_it_can_bring() -> None:
    k = keadaan_contoh("kota-contoh-2")
    assert k.jarak is not None
    belum = k.celah[k.celah["nilai"].isna()]
    assert belum["nilai_maksimal"].sum() == 22, "11/7 has an action worth 2,5 of 3 and 16/8 one worth 3,25 of 4"
    assert k.jarak.poin_terbuka == 20.75


def test_questions_of_the_next_cycle_are_not_open(tmp_path: Path) -> None:
    k = keadaan_jarak(tmp_path, {"21C/1": None, "21C/5": None}, RAD=rad_nanti("21C/1"))
    assert k.jarak is not None and k.hasil is not None
    assert k.nanti == {"21C/1"}
    assert (k.hasil.belum_dinilai, k.jarak.terbuka, k.jarak.nanti, k.jarak.poin_terbuka) == (2, 1, 1, PENUH["21C/5"])
    assert lanjutan_rapat(k)[-2] == (
        "1 pertanyaan lain belum dinilai, dan baru bisa menambah poin pada siklus berikutnya."
    )


def test_the_maximum_of_an_indikator_holds(tmp_path: Path) -> None:
    lebih = FORM.pertanyaan.groupby("indikator")["nilai_maksimal"].sum()
    batas = FORM.indikator.set_index("indikator")["nilai_maksimal"]
    indikator = next(i for i in batas.index if lebih.get(i, 0) > batas[i])
    soal = [kode for kode in PENUH if kode.split("/")[0] == indikator]
    j = jarak(tmp_path, {soal[0]: None})
    assert (j.tertinggi, j.terbuka) == (1000, 1)


def test_harm_is_answered_last_and_never_raised(tmp_path: Path) -> None:
    j = jarak(tmp_path, DASAR | {"24A/4": None, "21C/1": None, "21C/5": None, "21C/4": 1}, "kla")
    assert j.terbuka == 3, "whoever has not recorded it does not know its points"
    assert not [t.kode for t in j.jalan if t.merugikan]
    j = jarak(tmp_path / "dijawab", DASAR | {"24A/4": 0}, "kla")
    assert (j.terbuka, "24A/4" in {t.kode for t in j.jalan}) == (0, False)


def test_out_of_reach_nothing_is_named_and_the_most_is_told(tmp_path: Path) -> None:
    j = jarak(tmp_path, kosong("klaster_5"), "kla", RAD=rad_nanti(*kosong("klaster_5")))
    assert (j.jalan, j.penuh, j.terbuka) == ((), 795, 0)


@pytest.mark.parametrize(
    ("id_rapat", "dirinci"), [("ogan-ilir-2024", True), ("sumbawa-2022", False), ("kota-contoh-1", True)]
)
def test_marks_of_whole_klaster_tell_no_open_questions(id_rapat: str, dirinci: bool) -> None:
    j = keadaan_contoh(id_rapat).jarak
    assert j is not None
    assert j.dirinci is dirinci


def test_without_marks_there_is_no_distance() -> None:
    assert keadaan_contoh("kota-bekasi").jarak is None
