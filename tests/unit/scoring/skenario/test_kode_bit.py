"""Numbers packed into bits come out as they went in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kla_lib.scoring.skenario.kode_bit import Pembaca, Penulis

Angka = st.lists(st.tuples(st.integers(0, 1000), st.integers(1, 10**6), st.sets(st.integers(0, 300), max_size=20)))


@given(Angka)
def test_every_number_and_every_set_comes_out_as_it_went_in(daftar: list[tuple[int, int, set[int]]]) -> None:
    bit = Penulis()
    for a, g, h in daftar:
        bit.angka(a, 10)
        bit.gamma(g)
        bit.himpunan(h)
    baca = Pembaca(bit.isi())
    assert [(baca.angka(10), baca.gamma(), set(baca.himpunan())) for _n in daftar] == daftar
    assert baca.habis()


@given(st.binary(max_size=40))
def test_any_bytes_are_read_or_refused(isi: bytes) -> None:
    baca = Pembaca(isi)
    try:
        while True:
            assert all(n >= 0 for n in baca.himpunan())
    except ValueError:
        pass


@pytest.mark.parametrize(("nilai", "lebar"), [(1024, 10), (-1, 3)])
def test_a_number_that_does_not_fit_is_refused(nilai: int, lebar: int) -> None:
    with pytest.raises(ValueError, match="does not fit"):
        Penulis().angka(nilai, lebar)


def test_bits_that_are_left_over_are_noticed() -> None:
    assert not Pembaca(b"\x01").habis()
    assert not Pembaca(b"\x00\x00").habis()
    assert Pembaca(b"").habis()
