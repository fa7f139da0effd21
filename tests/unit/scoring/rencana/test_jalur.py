"""The cheapest plan on paper: equal to trying every plan, the same every time, proven, fast."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kla_lib.scoring.rencana.jarak_em import JarakEm
from kla_lib.scoring.rencana.masalah import Masalah, boleh, poin_kegiatan, poin_tempat
from kla_lib.scoring.rencana.pilihan import cheapest_on_paper, most_on_paper
from tests.pembantu.jalur_uji import masalah, masalah_acak, masalah_em_acak, semua_rencana


def terpilih(m: Masalah, butuh: float) -> list[str]:
    solusi = cheapest_on_paper(m, butuh)
    assert solusi is not None and solusi.terbukti
    return [i for i, ya in zip(m.id, solusi.pilih, strict=True) if ya]


def poin(m: Masalah, pilih: np.ndarray) -> float:
    return float(poin_tempat(m, pilih).sum())


def check_termurah(m: Masalah, butuh: float) -> None:
    """The solver's plan is as cheap as the cheapest of all that are enough, or there is none."""
    semua, solusi = semua_rencana(m), cheapest_on_paper(m, butuh)
    cukup = semua.poin >= butuh - 1e-9
    assert (solusi is not None) == cukup.any()
    if solusi is None:
        return
    assert solusi.terbukti and boleh(m, solusi.pilih)
    letak = int(np.flatnonzero((semua.pilih == solusi.pilih).all(axis=1))[0])
    assert semua.poin[letak] >= butuh - 1e-5
    assert tuple(semua.ukuran(m)[letak]) == semua.termurah(m, cukup)


@given(masalah_acak(), st.integers(1, 60).map(lambda n: n / 4))
def test_the_cheapest_plan_is_the_best_of_all_plans(m: Masalah, butuh: float) -> None:
    check_termurah(m, butuh)


@settings(max_examples=10)
@given(masalah_acak(sedikit=14, terbanyak=14), st.integers(8, 60).map(lambda n: n / 4))
@example(masalah([3, 1, 2] * 4 + [1, 1], [1.25, 0.5, 0.75] * 4 + [2, 3]), 9.5)
def test_fourteen_actions_are_still_equal_to_trying_every_plan(m: Masalah, butuh: float) -> None:
    check_termurah(m, butuh)


@given(masalah_em_acak(), st.integers(0, 40).map(lambda n: n / 4))
def test_the_cheapest_plan_that_also_closes_the_distance_of_the_em_is_the_best_of_all_plans(
    m: Masalah, butuh: float
) -> None:
    check_termurah(m, butuh)


@given(masalah_em_acak())
def test_the_most_on_paper_is_sought_among_the_plans_that_close_the_distance_of_the_em(m: Masalah) -> None:
    semua, solusi = semua_rencana(m), most_on_paper(m)
    if len(semua.pilih):
        assert m.em is not None and m.em.cukup(solusi.pilih)
        assert poin(m, solusi.pilih) == pytest.approx(semua.poin.max(), abs=1e-5)


@given(masalah_em_acak(), st.data())
def test_what_a_choice_adds_to_the_em_never_passes_its_rooms_and_breaks_the_condition_that_names_it(
    m: Masalah, data: st.DataObject
) -> None:
    assert m.em is not None
    pilih = np.array(data.draw(st.lists(st.booleans(), min_size=len(m.id), max_size=len(m.id))))
    assert m.em.tambah(pilih) <= min(float(m.em.poin @ pilih), float(m.em.ruang[2])) + 1e-9
    faktor, butuh = m.em.syarat_pilihan(pilih)
    assert (faktor @ pilih >= butuh - 1e-6) == (m.em.tambah(pilih) >= m.em.butuh - 1e-6)
    for faktor, butuh in m.em.syarat():
        assert faktor @ pilih >= butuh - 1e-6 or m.em.tambah(pilih) < m.em.butuh


def test_an_answer_that_only_the_em_needs_is_in_no_plan_that_has_enough_of_it() -> None:
    em = JarakEm(np.array([0.0, 5.0]), np.zeros((0, 2), dtype=bool), np.zeros(0), 3.0)
    assert terpilih(masalah([1, 0], [2, 0], em=em), 1) == ["K00", "K01"]
    assert terpilih(masalah([1, 0], [2, 0], em=replace(em, butuh=0.0)), 1) == ["K00"]
    assert cheapest_on_paper(masalah([1, 0], [2, 0], em=replace(em, butuh=5.5)), 1) is None


@given(masalah_acak())
def test_the_most_that_can_be_reached_is_the_best_of_all_plans(m: Masalah) -> None:
    semua, solusi = semua_rencana(m), most_on_paper(m)
    letak = int(np.flatnonzero((semua.pilih == solusi.pilih).all(axis=1))[0])
    assert solusi.terbukti
    assert semua.poin[letak] == pytest.approx(semua.poin.max(), abs=1e-5)
    assert tuple(semua.ukuran(m)[letak]) == semua.termurah(m, semua.poin >= semua.poin.max() - 1e-9)


@given(masalah_acak())
def test_the_points_of_a_plan_are_counted_place_by_place(m: Masalah) -> None:
    semua = semua_rencana(m)
    for n in range(0, len(semua.pilih), 1 + len(semua.pilih) // 20):
        np.testing.assert_allclose(poin_tempat(m, semua.pilih[n]), semua.tambah[n])


@given(masalah_acak(), st.data())
def test_the_points_of_the_actions_add_to_those_of_the_plan(m: Masalah, data: st.DataObject) -> None:
    pilih = np.array(data.draw(st.lists(st.booleans(), min_size=len(m.id), max_size=len(m.id))))
    per_kegiatan = poin_kegiatan(m, pilih)
    assert per_kegiatan.sum() == pytest.approx(poin_tempat(m, pilih).sum())
    assert (per_kegiatan[~pilih] == 0).all()


def test_without_costs_the_fewest_actions_are_taken() -> None:
    assert terpilih(masalah([0, 0, 0], [1, 2, 4]), 4) == ["K02"]


def test_with_costs_the_cheaper_of_two_ways_is_taken_even_if_it_is_longer() -> None:
    assert terpilih(masalah([1, 1, 9], [2, 2, 4]), 4) == ["K00", "K01"]


def test_of_two_equal_actions_the_one_that_takes_fewer_hours_is_taken_then_the_first_id() -> None:
    assert terpilih(masalah([5, 5], [2, 2], jam=np.array([4.0, 1.0])), 2) == ["K01"]
    assert terpilih(masalah([5, 5, 5], [2, 2, 2]), 2) == ["K00"]


def test_what_an_action_needs_comes_with_it_and_what_it_excludes_does_not() -> None:
    assert terpilih(masalah([1, 5], [4, 0], butuh=((0, 1),)), 4) == ["K00", "K01"]
    assert cheapest_on_paper(masalah([1, 1], [2, 2], bentrok=((0, 1),)), 4) is None


def test_documents_that_serve_one_question_together_count_only_together() -> None:
    m = masalah([1, 1], [0, 0], sumbangan=np.array([[2.0, 2.0]]), bersama=np.array([True]), ruang=np.array([4.0]))
    m = masalah(
        [1, 1],
        [0, 0],
        sumbangan=m.sumbangan,
        bersama=m.bersama,
        ruang=m.ruang,
        atap=np.zeros((0, 1), dtype=bool),
    )
    assert poin(m, np.array([True, False])) == 0
    assert terpilih(m, 1) == ["K00", "K01"]


def test_several_actions_on_one_question_never_bring_more_than_is_missing_there() -> None:
    m = masalah([1, 1], [0, 0], sumbangan=np.array([[3.0, 3.0]]), bersama=np.array([False]), ruang=np.array([4.0]),
                atap=np.zeros((0, 1), dtype=bool))  # fmt: skip
    assert poin(m, np.array([True, True])) == 4
    assert cheapest_on_paper(m, 4.5) is None


def test_questions_of_one_indikator_never_bring_more_than_its_room() -> None:
    m = masalah([1, 1], [3, 3], atap=np.array([[True, True]]), ruang_atap=np.array([4.0]))
    assert poin(m, np.array([True, True])) == 4
    assert list(poin_kegiatan(m, np.array([True, True]))) == [2, 2]
    assert cheapest_on_paper(m, 4.5) is None


def test_an_office_without_hours_and_a_budget_that_is_too_small_are_kept() -> None:
    jam = masalah([1, 1], [3, 3], kapasitas=np.array([1.0]))
    assert terpilih(jam, 3) == ["K00"]
    assert cheapest_on_paper(jam, 6) is None
    assert cheapest_on_paper(masalah([3, 4], [3, 3], anggaran=6), 6) is None


def test_a_target_already_passed_needs_nothing_and_one_out_of_reach_has_no_plan() -> None:
    assert terpilih(masalah([1], [3]), 0) == terpilih(masalah([1], [3]), -5) == []
    assert cheapest_on_paper(masalah([1], [3]), 3.01) is None


def test_a_choice_without_any_action_can_be_asked() -> None:
    kosong = masalah([], [])
    assert cheapest_on_paper(kosong, 1) is None
    assert most_on_paper(kosong).pilih.shape == (0,)


def test_amounts_in_rupiah_are_told_apart_to_the_thousand() -> None:
    m = masalah([250_001_000, 250_000_000], [2, 2])
    assert terpilih(m, 2) == ["K01"]
