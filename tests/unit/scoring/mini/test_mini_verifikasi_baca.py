"""Two readers: how far they agree, and what is taken of what they found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kla_lib.data.catatan_mini import JAWABAN
from kla_lib.scoring.mini.baca import SEBAGAI_STATUS, kesepakatan, status_terbaca

ISI = st.dictionaries(st.sampled_from([f"D{i}" for i in range(12)]), st.sampled_from(JAWABAN))


def dua_pembaca(*kali: tuple[str, str, int]) -> tuple[dict[str, str], dict[str, str]]:
    pasang = [(a, b) for a, b, n in kali for _ in range(n)]
    return {f"D{i}": a for i, (a, _) in enumerate(pasang)}, {f"D{i}": b for i, (_, b) in enumerate(pasang)}


def test_kappa_of_the_textbook_example() -> None:
    # 50 grant proposals, two readers: 20 yes-yes, 5 yes-no, 10 no-yes, 15 no-no; p_o .7, p_e .5, kappa .4
    k = kesepakatan(
        *dua_pembaca(
            ("lengkap", "lengkap", 20), ("lengkap", "kurang", 5), ("kurang", "lengkap", 10), ("kurang", "kurang", 15)
        )
    )
    assert (k.banyak, k.sama, len(k.beda)) == (50, 35, 15)
    assert k.kappa == pytest.approx(0.4)


def test_equal_answers_of_two_kinds_are_full_agreement_and_of_one_kind_say_nothing() -> None:
    assert kesepakatan(*dua_pembaca(("lengkap", "lengkap", 3), ("kurang", "kurang", 2))).kappa == 1
    assert kesepakatan(*dua_pembaca(("lengkap", "lengkap", 3))).kappa is None
    assert kesepakatan({}, {}).kappa is None


def test_readers_who_always_differ_are_worse_than_chance() -> None:
    assert kesepakatan(*dua_pembaca(("lengkap", "kurang", 5), ("kurang", "lengkap", 5))).kappa == -1


@given(ISI, ISI)
def test_agreement_does_not_depend_on_who_is_called_a(a: dict[str, str], b: dict[str, str]) -> None:
    k, balik = kesepakatan(a, b), kesepakatan(b, a)
    assert (k.banyak, k.sama, set(k.beda)) == (balik.banyak, balik.sama, set(balik.beda))
    assert k.kappa == balik.kappa
    assert k.banyak == len(set(a) & set(b)) == k.sama + len(k.beda)
    assert k.kappa is None or -1 <= k.kappa <= 1


def test_what_was_settled_goes_first_and_until_then_the_worse_answer_counts() -> None:
    a = {"D1": "lengkap", "D2": "lengkap", "D3": "tidak_terbuka"}
    b = {"D1": "lengkap", "D2": "kurang", "D4": "kurang"}
    assert status_terbaca(a, b, {}) == {"D1": "lengkap", "D2": "kurang", "D3": "tidak_ada", "D4": "kurang"}
    assert status_terbaca(a, b, {"D2": "lengkap"})["D2"] == "lengkap"


def test_a_document_of_another_cycle_stays_absent_whatever_was_found() -> None:
    assert status_terbaca({"D1": "lengkap"}, {"D1": "lengkap"}, {"D1": "lengkap"}, {"D1"}) == {"D1": "tidak_ada"}


def test_every_answer_has_a_status() -> None:
    assert set(SEBAGAI_STATUS) == set(JAWABAN)
