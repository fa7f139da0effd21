from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kla_lib.rules.form.pita import Pita, celah_dan_tumpang, parse_pita, ujung_terbuka


def bands(teks: str) -> tuple[Pita, ...]:
    pita, asing = parse_pita(teks)
    assert asing == ()
    return pita


def test_a_bound_a_range_a_number_and_words_are_conditions() -> None:
    pita = bands("0=0; 1-5=1,5; >5=3; ya=2")
    assert [(p.syarat, p.poin, p.kata) for p in pita] == [
        ("0", 0, False),
        ("1-5", 1.5, False),
        (">5", 3, False),
        ("ya", 2, True),
    ]
    assert (pita[1].bawah, pita[1].atas) == (1, 5)
    assert (pita[2].bawah, pita[2].bawah_termasuk) == (5, False)


@pytest.mark.parametrize("teks", ["≤5=1", "<=5=1", "≤ 5 % = 1", "<= 5,0 = 1"])
def test_a_bound_may_be_written_in_several_ways(teks: str) -> None:
    (pita,) = bands(teks)
    assert (pita.atas, pita.atas_termasuk, pita.poin) == (5, True, 1)


@pytest.mark.parametrize("teks", ["6-10=2", "6–10=2", "6 s.d. 10 = 2", "6 sampai 10=2", "6% - 10%=2"])
def test_a_range_may_be_written_in_several_ways(teks: str) -> None:
    (pita,) = bands(teks)
    assert (pita.bawah, pita.atas) == (6, 10)


def test_what_is_no_band_is_named() -> None:
    pita, asing = parse_pita("≤5=1; 6-10; =3; banyak=dua; ; <=5; 10-6=2; 6-10=1=2")
    assert [p.syarat for p in pita] == ["≤5"]
    assert asing == ("6-10", "=3", "banyak=dua", "<=5", "10-6=2", "6-10=1=2")


@pytest.mark.parametrize(
    ("teks", "pecahan", "celah", "tumpang"),
    [
        ("≤5=1; 6-10=2; 11-20=3; ≥30=4", False, ["21 sampai 29"], []),
        ("≤5=1; 6-10=2; ≥11=3", False, [], []),
        ("≥11=3; ≤5=1; 6-10=2", False, [], []),
        ("0=0; 1-5=1; >5=2", False, [], []),
        ("<5=1; >5=2", False, ["5"], []),
        ("10-20=1; 20-80=2; 80-100=3", True, [], ["20 masuk '10-20' dan '20-80'", "80 masuk '20-80' dan '80-100'"]),
        ("0-20=1; 21-40=2", True, ["di antara 20 dan 21"], []),
        ("<20=1; 20-40=2; >40=3", True, [], []),
        ("<20=1; >20=2", True, ["20"], []),
        ("0-50=1; 10-20=2; 51-60=3", False, [], ["10 sampai 20 masuk '0-50' dan '10-20'"]),
        ("≤2.5=1; 2.6-4=2", False, ["di antara 2,5 dan 2,6"], []),
        ("ya=1; tidak=0", False, [], []),
        ("ya=1; Ya=0", False, [], ["Ya masuk 'Ya' dan 'Ya'"]),
    ],
)
def test_gaps_and_overlaps_are_named(teks: str, pecahan: bool, celah: list[str], tumpang: list[str]) -> None:
    assert celah_dan_tumpang(bands(teks), pecahan) == (celah, tumpang)


@pytest.mark.parametrize(
    ("teks", "persen", "ujung"),
    [
        ("10-20=1; >20=2", False, ["kurang dari 10"]),
        ("0-50=1; 50-100=2", True, []),
        ("0-50=1; 51-90=2", True, ["lebih dari 90"]),
        ("0-5=1; 6-10=2", False, ["lebih dari 10"]),
        ("≤5=1; ≥6=2", False, []),
        ("ya=1; tidak=0", False, []),
    ],
)
def test_open_ends_are_named(teks: str, persen: bool, ujung: list[str]) -> None:
    assert ujung_terbuka(bands(teks), persen) == ujung


@given(st.lists(st.integers(1, 200), min_size=2, max_size=6, unique=True), st.integers(0, 5), st.booleans())
def test_bands_cut_from_one_line_have_neither_gap_nor_overlap_until_one_is_taken_out(
    batas: list[int], mana: int, terbalik: bool
) -> None:
    tepi = [0, *sorted(batas)]
    bagian = [f"{a}-{b - 1}={n}" for n, (a, b) in enumerate(pairwise(tepi))]
    urut = bagian[::-1] if terbalik else bagian
    assert celah_dan_tumpang(bands("; ".join(urut)), pecahan=False) == ([], [])
    dalam = bagian[1:-1]
    if dalam:
        hilang = dalam[mana % len(dalam)]
        celah, tumpang = celah_dan_tumpang(bands("; ".join(b for b in urut if b != hilang)), pecahan=False)
        assert (len(celah), tumpang) == (1, [])
        celah, tumpang = celah_dan_tumpang(bands("; ".join([*urut, hilang])), pecahan=False)
        assert (celah, len(tumpang)) == ([], 1)


@given(st.text(alphabet="0123456789-–;=<>≤≥%., yatidk", max_size=40))
def test_any_text_ends_in_bands_or_in_parts_that_are_named(teks: str) -> None:
    pita, asing = parse_pita(teks)
    assert len(pita) + len(asing) == sum(1 for b in teks.split(";") if b.strip())
    for pecahan in (True, False):
        celah_dan_tumpang(pita, pecahan)
