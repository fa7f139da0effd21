"""What a total can still be: missing marks from nothing to their maximum, capped at both ends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kla_lib.rules.form.instrumen import load_instrumen
from kla_lib.rules.kategori import load_kategori
from kla_lib.scoring.nilai.hasil import Hasil, score
from kla_lib.scoring.nilai.rentang import jawaban_awal, rentang_nilai
from tests.pembantu.params_uji import PARAMS
from tests.pembantu.penilaian_uji import penilaian, penilaian_acak

FORM = load_instrumen(PARAMS, "2024")
KATEGORI = load_kategori(PARAMS, 2024)


def hasil(*baris) -> Hasil:
    return score(penilaian(*baris), "em", FORM, KATEGORI)


def semua_indikator(kode: str, nilai: float | None = None):
    """Return a mark for every question of an indikator: its maximum, or `nilai`."""
    p = FORM.pertanyaan[FORM.pertanyaan["indikator"] == kode]
    return [
        ("em", r.klaster, r.indikator, r.pertanyaan, r.nilai_maksimal if nilai is None else nilai)
        for r in p.itertuples()
    ]


def test_without_any_mark_everything_is_possible() -> None:
    r = rentang_nilai(hasil(("em", "klaster_1", "4", "1", float("nan"))))
    assert (r.diketahui, r.terendah, r.tertinggi) == (0, 0, 1000)


def test_what_is_missing_runs_from_nothing_to_its_maximum() -> None:
    r = rentang_nilai(hasil(("em", "klaster_1", "4", "4", 2)))
    assert (r.diketahui, r.terendah, r.tertinggi) == (2, 2, 1000 - 3)


def test_the_upper_end_is_capped_at_the_maximum_of_the_indikator() -> None:
    """The questions of indikator 19 add to 54 points, its maximum is 51: losing 3 of them loses nothing yet."""
    satu = [("em", "klaster_4", "19", "9", 2)]
    assert rentang_nilai(hasil(*satu)).tertinggi == 1000
    assert rentang_nilai(hasil(*satu, ("em", "klaster_4", "19", "1", 3))).tertinggi == 999


def test_the_lower_end_is_capped_too_while_the_recorded_points_are_not() -> None:
    r = rentang_nilai(hasil(*semua_indikator("19")))
    assert (r.diketahui, r.terendah) == (54, 51)


def test_a_mark_of_a_whole_indikator_or_klaster_settles_its_questions() -> None:
    r = rentang_nilai(hasil(("em", "klaster_1", "4", None, 10), ("em", "klaster_2", None, None, 100)))
    assert (r.diketahui, r.terendah, r.tertinggi) == (110, 110, 1000 - 5 - 56)


def test_a_form_without_questions_is_open_where_no_mark_stands() -> None:
    lama = load_instrumen(PARAMS, "2022")
    h = score(penilaian(("em", "klaster_1", None, None, 60.5)), "em", lama, KATEGORI)
    r = rentang_nilai(h)
    assert (r.terendah, r.tertinggi) == (60.5, 1000 - 115 + 60.5)


@given(st.integers(0, 10_000))
def test_the_recorded_total_lies_in_the_range_and_the_range_in_the_form(benih: int) -> None:
    h = score(penilaian_acak(FORM, benih), "em", FORM, KATEGORI)
    r = rentang_nilai(h)
    assert 0 <= r.terendah == h.diklaim <= r.tertinggi <= 1000
    assert r.terendah <= r.diketahui + 0.01


@given(st.integers(0, 10_000), st.integers(1, 300))
def test_another_mark_never_widens_the_range(benih: int, n: int) -> None:
    tabel = penilaian_acak(FORM, benih)
    awal = rentang_nilai(score(tabel.iloc[: n // 2], "em", FORM, KATEGORI))
    nanti = rentang_nilai(score(tabel.iloc[:n], "em", FORM, KATEGORI))
    assert awal.terendah <= nanti.terendah <= nanti.tertinggi <= awal.tertinggi


def test_the_questions_with_most_points_answer_first() -> None:
    teratas = FORM.pertanyaan.sort_values("nilai_maksimal", ascending=False, kind="stable").head(2)
    r = teratas.iloc[0]
    j = jawaban_awal(hasil(("em", r["klaster"], r["indikator"], r["pertanyaan"], 1.5)), 2)
    assert (j.n, j.dinilai, j.memegang) == (2, 1, teratas["nilai_maksimal"].sum())
    assert (j.teratas.terendah, j.teratas.tertinggi) == (1.5, 1.5 + teratas.iloc[1]["nilai_maksimal"])
    assert j.semua.tertinggi == 1000 - r["nilai_maksimal"] + 1.5


def test_a_form_with_fewer_questions_answers_with_all() -> None:
    j = jawaban_awal(hasil(("em", "klaster_1", "4", "1", 1)), 10_000)
    assert (j.n, j.memegang) == (274, 1000)
    assert j.teratas.tertinggi == j.semua.tertinggi


@pytest.mark.parametrize("n", [1, 40, 274])
def test_the_top_questions_are_part_of_the_whole(n: int) -> None:
    j = jawaban_awal(hasil(*semua_indikator("21A"), *semua_indikator("6", 0)), n)
    assert j.teratas.terendah <= j.semua.terendah
    assert j.teratas.tertinggi <= j.semua.tertinggi


def test_marks_of_other_stages_change_nothing() -> None:
    a = rentang_nilai(hasil(("em", "klaster_1", "4", "4", 2)))
    assert a == rentang_nilai(hasil(("em", "klaster_1", "4", "4", 2), ("va", "klaster_1", "4", "5", 1)))
