"""A code survives chat programs, and a typing error never passes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kla_lib.errors import KlaError
from kla_lib.scoring.skenario.kode_teks import HURUF, from_kode, to_kode

Isi = st.binary(min_size=1, max_size=60)


@given(Isi)
def test_bytes_come_back_from_their_code(isi: bytes) -> None:
    kode = to_kode("2024", isi)
    assert from_kode(kode) == (1, "2024", isi)
    assert from_kode(to_kode("2024", isi, 2)) == (2, "2024", isi)
    assert set(kode) <= set(HURUF) | set("KLA-")


@pytest.mark.parametrize("pola", ["{k}", "  {k}\n", "Ini kodenya: {k}. Terima kasih", "“{k}”", "*{k}*", "kode:{k},"])
def test_words_around_a_code_and_small_letters_do_no_harm(pola: str) -> None:
    kode = to_kode("2024-uji", b"isi kode")
    assert from_kode(pola.format(k=kode)) == (1, "2024-uji", b"isi kode")
    assert from_kode(pola.format(k=kode.lower())) == (1, "2024-uji", b"isi kode")


def test_letters_that_look_like_digits_are_read_as_digits() -> None:
    kode = next(k for k in (to_kode("2024", bytes([n, 7])) for n in range(256)) if "0" in k[10:] and "1" in k[10:])
    mirip = kode[:10] + kode[10:].replace("0", "o").replace("1", "l")
    assert from_kode(mirip) == from_kode(kode)


@given(Isi, st.data())
def test_one_wrong_letter_is_always_found(isi: bytes, data: st.DataObject) -> None:
    kode = to_kode("2024", isi)
    letak = data.draw(st.integers(10, len(kode) - 1))
    huruf = data.draw(st.sampled_from([h for h in HURUF if h != kode[letak]]))
    with pytest.raises(KlaError, match="tidak utuh"):
        from_kode(kode[:letak] + huruf + kode[letak + 1 :])


@given(Isi, st.data())
def test_neighbours_that_changed_places_are_always_found(isi: bytes, data: st.DataObject) -> None:
    kode = to_kode("2024", isi)
    n = data.draw(st.integers(10, len(kode) - 2))
    if kode[n] != kode[n + 1]:
        with pytest.raises(KlaError, match="tidak utuh"):
            from_kode(kode[:n] + kode[n + 1] + kode[n] + kode[n + 2 :])


@pytest.mark.parametrize("teks", ["", "halo", "KLA", "KLA1", "KLA1-2024", "KLAx-2024-ABC"])
def test_what_is_no_code_is_told_what_one_looks_like(teks: str) -> None:
    with pytest.raises(KlaError, match="Kode dimulai dengan KLA1-"):
        from_kode(teks)


@pytest.mark.parametrize("teks", ["KLA1-2024-A", "KLA1-2024-UUUUUU", "KLA1-2024-" + "Z" * 400])
def test_a_code_that_no_page_wrote_is_damaged(teks: str) -> None:
    with pytest.raises(KlaError, match="tidak utuh"):
        from_kode(teks)


def test_a_code_cut_off_is_damaged() -> None:
    kode = to_kode("2024", b"isi kode yang panjang")
    for n in range(11, len(kode)):
        with pytest.raises(KlaError):
            from_kode(kode[:n])


def test_a_code_of_another_version_is_told_apart() -> None:
    with pytest.raises(KlaError, match="versi 2"):
        from_kode(to_kode("2024", b"isi").replace("KLA1", "KLA3"))
