"""Drawing documents by the points that rest on them: chances exact, every point once, the same for both readers."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kla_lib.scoring.mini.mini import (
    Calon,
    benih_sampel,
    draw_sampel,
    kerangka,
    peluang_terundi,
    siklus_lain,
    urutan_baca,
)
from tests.pembantu.perkiraan_uji import buku_contoh, kota, susunan_contoh


def daftar(*poin: float) -> list[Calon]:
    return [Calon(f"D{i}", p, "lengkap", ("1/1",)) for i, p in enumerate(poin)]


def test_points_of_a_question_are_shared_and_a_document_adds_up_its_shares() -> None:
    s = kota([6.0, 4.0, float("nan"), 3.0], [["lengkap", "kurang"], ["lengkap"], ["lengkap"], []])
    bersama = (("D0_0", "lengkap"), ("D0_1", "kurang"))
    s = replace(s, penentu=(bersama, (("D0_1", "kurang"),), *s.penentu[2:]))
    calon = {c.id_dokumen: (c.poin, c.status, c.kode) for c in kerangka(s)}
    assert calon == {"D0_0": (3.0, "lengkap", ("1/0",)), "D0_1": (7.0, "kurang", ("1/0", "1/1"))}


def test_every_recorded_point_with_documents_counts_once() -> None:
    s = susunan_contoh("kota-contoh")
    berdokumen = sum(float(n) for n, milik in zip(s.nilai, s.penentu, strict=True) if milik)
    assert sum(c.poin for c in kerangka(s)) == pytest.approx(berdokumen)


def test_a_chance_is_proportional_to_points_and_large_documents_are_certain() -> None:
    assert peluang_terundi([1, 2, 3, 4], 1).tolist() == pytest.approx([0.1, 0.2, 0.3, 0.4])
    assert peluang_terundi([1, 1, 2, 100], 2).tolist() == pytest.approx([0.25, 0.25, 0.5, 1])
    # taking 100 for certain makes 10 certain too
    assert peluang_terundi([1, 1, 10, 100], 3).tolist() == pytest.approx([0.5, 0.5, 1, 1])


@given(st.lists(st.floats(0.25, 50), min_size=1, max_size=60), st.integers(1, 70), st.integers(0, 2**64 - 1))
def test_as_many_as_asked_are_drawn_each_once_or_all(poin: list[float], banyak: int, benih: int) -> None:
    sampel = draw_sampel(daftar(*poin), banyak, benih)
    id_dokumen = [t.id_dokumen for t in sampel]
    assert len(id_dokumen) == len(set(id_dokumen)) == min(banyak, len(poin))
    assert sum(t.poin / t.peluang for t in sampel) == pytest.approx(sum(poin))
    if banyak >= len(poin):
        assert {t.peluang for t in sampel} == {1.0}


def test_over_many_draws_each_document_comes_as_often_as_its_chance_says() -> None:
    calon = kerangka(susunan_contoh("kota-contoh"))
    peluang = peluang_terundi([c.poin for c in calon], 40)
    kali, ulang = dict.fromkeys((c.id_dokumen for c in calon), 0), 3000
    for benih in range(ulang):
        for t in draw_sampel(calon, 40, benih):
            kali[t.id_dokumen] += 1
    n = np.array(list(kali.values()))
    assert (n[peluang == 1] == ulang).all()
    acak = peluang < 1
    z = (n[acak] - ulang * peluang[acak]) / np.sqrt(ulang * peluang[acak] * (1 - peluang[acak]))
    # under the exact chances the sum of squares is near its number of terms; equal chances would give thousands
    assert 0.6 < (z**2).mean() < 1.4
    assert np.abs(z).max() < 4.5


def test_the_same_book_and_meeting_give_the_same_documents_and_another_book_gives_others() -> None:
    calon = kerangka(susunan_contoh("kota-contoh"))
    benih = benih_sampel("sha256:a", "rapat-1")
    assert draw_sampel(calon, 40, benih) == draw_sampel(calon, 40, benih_sampel("sha256:a", "rapat-1"))
    assert draw_sampel(calon, 40, benih) != draw_sampel(calon, 40, benih_sampel("sha256:b", "rapat-1"))
    assert draw_sampel(calon, 40, benih) != draw_sampel(calon, 40, benih_sampel("sha256:a", "rapat-2"))


def test_both_readers_see_the_same_documents_in_orders_of_their_own() -> None:
    sampel = draw_sampel(kerangka(susunan_contoh("kota-contoh")), 40, 1)
    a, b = urutan_baca(sampel, 1, "a"), urutan_baca(sampel, 1, "b")
    assert set(a) == set(b) == {t.id_dokumen for t in sampel}
    assert a != b
    assert a == urutan_baca(sampel, 1, "a")


def test_nothing_is_drawn_from_nothing_and_a_sample_of_none_is_refused() -> None:
    assert draw_sampel([], 40, 1) == ()
    with pytest.raises(ValueError, match="at least one"):
        draw_sampel(daftar(1), 0, 1)


def test_documents_of_another_cycle_are_known() -> None:
    buku, _hasil, _kategori = buku_contoh("kota-contoh")
    lama = buku.data_dukung
    assert lama is not None
    baru = lama.copy()
    baru.loc[baru.index[0], ["tahun_dokumen", "tahun_ini"]] = [2025, False]
    assert lama["id_dokumen"].iloc[0] in siklus_lain(replace(buku, data_dukung=baru))
    assert lama["id_dokumen"].iloc[0] not in siklus_lain(buku)
    assert siklus_lain(replace(buku, data_dukung=None)) == frozenset()
