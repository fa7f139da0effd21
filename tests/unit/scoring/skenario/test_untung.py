"""The best scenario has the higher chance, then the higher middle; what cannot be told apart is not ranked."""

import pytest

from kla_lib.rules.skenario import IsiSkenario
from kla_lib.scoring.skenario.untung import (
    KerjaRad,
    PekerjaanSkenario,
    Terbaik,
    Untung,
    pekerjaan_skenario,
    pilih_terbaik,
)


def untung(peluang: float | None, tengah: float | None, banyak: int = 1, biaya: float = 0.0, lepas: int = 0) -> Untung:
    return Untung(peluang, tengah, 4.0, PekerjaanSkenario(banyak, 0, biaya, lepas))


@pytest.mark.parametrize(
    ("daftar", "terbaik"),
    [
        ([untung(0.3, 10.0), untung(0.5, 8.0)], Terbaik("terbaik", (1,))),
        ([untung(0.30, 10.0), untung(0.31, 20.0)], Terbaik("terbaik", (1,))),
        ([untung(0.31, 10.0), untung(0.30, 20.0)], Terbaik("terbaik", (1,))),
        ([untung(0.30, 10.2, 5), untung(0.31, 10.4, 2)], Terbaik("setara", (1, 0))),
        ([untung(0.20, 0.5), untung(0.21, -3.0)], Terbaik("tidak_ada")),
        ([untung(0.1, -20.0)], Terbaik("tidak_ada")),
        ([untung(0.20, 3.0)], Terbaik("terbaik", (0,))),
        ([untung(None, None), untung(0.5, 8.0)], Terbaik("terbaik", (1,))),
        ([untung(None, None)], Terbaik("tanpa_perkiraan")),
        ([], Terbaik("tanpa_perkiraan")),
    ],
)
def test_the_best_is_named_or_that_none_is(daftar: list[Untung], terbaik: Terbaik) -> None:
    assert pilih_terbaik(0.2, daftar) == terbaik


def test_without_a_forecast_nothing_is_best() -> None:
    assert pilih_terbaik(None, [untung(None, None)]) == Terbaik("tanpa_perkiraan")


def test_gains_are_shared_out_over_documents_and_rupiah() -> None:
    u = untung(0.3, 12.0, banyak=4, biaya=6_000_000.0)
    assert u.per_pekerjaan == (3.0, 1.0)
    assert u.rupiah_per_poin == 500_000.0
    assert untung(0.3, 12.0, banyak=0).per_pekerjaan is None


@pytest.mark.parametrize(
    "u", [untung(0.3, 12.0, 4, 6e6, lepas=1), untung(0.3, 0.0, 4, 6e6), untung(None, None, 4, 6e6), untung(0.3, 9.0, 0)]
)
def test_rupiah_for_each_point_need_all_costs_and_a_gain(u: Untung) -> None:
    assert u.rupiah_per_poin is None


RAD = [
    KerjaRad("R1", {"1/1": 6.0}, frozenset({"D1"}), 5e6),
    KerjaRad("R1", {}, frozenset({"D2"}), 5e6),
    KerjaRad("R2", {}, frozenset({"D3"}), None),
]
RESMI = {"1/1": 4.0, "1/2": 3.0, "1/3": float("nan")}


def test_the_work_of_a_scenario_is_what_it_completes_and_raises_with_the_costs_of_the_rad() -> None:
    isi = IsiSkenario(
        nilai={"1/1": 6.0, "1/2": 1.0, "1/3": 0.5},
        status={"D1": "lengkap", "D2": "lengkap", "D3": "lengkap", "D4": "kurang"},
        berdokumen=("1/2",),
    )
    p = pekerjaan_skenario(isi, RESMI, RAD)
    assert (p.dokumen, p.nilai, p.biaya) == (4, 2, 5e6), "one action costs once"
    assert p.tanpa_biaya == 3, "D3 has no known amount, 1/2 and 1/3 no action"


def test_an_action_half_done_costs_nothing_yet() -> None:
    p = pekerjaan_skenario(IsiSkenario(nilai={"1/1": 5.0}, status={"D1": "lengkap"}), RESMI, RAD)
    assert (p.biaya, p.tanpa_biaya) == (0.0, 2)
