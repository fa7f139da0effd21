"""Core, swappable and never chosen: the same as looking at every plan that is nearly as cheap."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from kla_lib.scoring.rencana.inti import Kelompok, kelompok_kegiatan
from kla_lib.scoring.rencana.masalah import Masalah
from kla_lib.scoring.rencana.pilihan import cheapest_on_paper, syarat_masalah
from tests.pembantu.jalur_uji import masalah, masalah_acak, semua_rencana


def kelompok(m: Masalah, butuh: float, hampir_sama: float = 0.05) -> Kelompok | None:
    solusi = cheapest_on_paper(m, butuh)
    if solusi is None:
        return None
    syarat = syarat_masalah(m)
    syarat.tambah([(len(m.id) + t, 1.0) for t in range(len(m.ruang))], bawah=butuh)
    return kelompok_kegiatan(m, syarat, solusi.pilih, hampir_sama)


def berguna(m: Masalah, pilih: np.ndarray) -> bool:
    """Whether every action without points is there for one that needs it."""
    tanpa_poin = ~(m.sumbangan > 0).any(axis=0)
    return all(any(pilih[a] for a, b in m.butuh if b == n) for n in np.flatnonzero(pilih & tanpa_poin))


@given(masalah_acak(terbanyak=9), st.integers(1, 40).map(lambda n: n / 4), st.sampled_from([0.0, 0.051, 0.31]))
def test_the_groups_are_those_of_all_nearly_cheapest_plans(m: Masalah, butuh: float, dekat: float) -> None:
    k, semua = kelompok(m, butuh, dekat), semua_rencana(m)
    cukup = semua.poin >= butuh - 1e-9
    assert (k is not None) == cukup.any()
    if k is None:
        return
    batas = (1 + dekat) * np.array(semua.termurah(m, cukup))[:2] + 1e-6
    hampir = semua.pilih[cukup & (semua.ukuran(m)[:, :2] <= batas).all(axis=1)]
    hampir = np.array([p for p in hampir if berguna(m, p)])
    inti, ada = hampir.all(axis=0), hampir.any(axis=0)
    nama = np.array(m.id, dtype=object)
    assert k.terbukti
    assert (k.inti, k.bisa_ditukar, k.tidak_dipilih) == tuple(tuple(nama[g]) for g in (inti, ada & ~inti, ~ada))


def test_what_every_plan_needs_is_core_and_equal_ways_can_be_swapped() -> None:
    k = kelompok(masalah([2, 1, 1, 9], [4, 2, 2, 2]), 6)
    assert k is not None
    assert (k.inti, k.bisa_ditukar, k.tidak_dipilih) == (("K00",), ("K01", "K02"), ("K03",))
