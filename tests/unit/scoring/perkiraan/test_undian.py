"""One region, drawn once: what is done in it never lowers a draw, and its record only weighs."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kla_lib.rules.verifikasi import UTAMA
from kla_lib.scoring.perkiraan.perkiraan import forecast, kenaikan_lengkap
from kla_lib.scoring.perkiraan.susunan import LETAK_BELUM, LETAK_LENGKAP, LETAK_TANPA
from kla_lib.scoring.perkiraan.undian import Undian
from tests.pembantu.perkiraan_uji import KATEGORI, kota, ramal, susunan_contoh, undian_contoh, undian_kota

SATU = Undian(np.array([0.9]), np.array([0.2]), np.array([0.8]), np.array([0.93]), terverifikasi=False, em=None)
"""A single draw whose numbers a pocket calculator can follow."""
STATUS = ("tidak_ada", "kurang", "belum_diperiksa", "lengkap")


def test_one_draw_worked_out_by_hand() -> None:
    # V = .9 (624 + .2 × 145.5) = .9 × 653.1 = 587.79; final = 587.79 × .93 = 546.6447
    s = kota([624, 145.5], [["lengkap"], ["kurang"]])
    assert SATU.verifikasi(s) == pytest.approx([587.79])
    assert SATU.total(s) == pytest.approx([546.64])
    # unknown documents count .2 + .8 × .8 = .84: V = .9 × .84 × 769.5 = 581.742; final 541.02006
    assert SATU.total(kota([769.5], [["belum_diperiksa"]])) == pytest.approx([541.02])


def test_the_final_score_never_exceeds_the_claimed_points() -> None:
    penuh = Undian(np.array([0.985]), np.array([0.2]), np.array([1.0]), np.array([1.05]), terverifikasi=False, em=None)
    assert penuh.tak_terbatas(kota([800.0], [["lengkap"]])) > 800
    assert penuh.total(kota([800.0], [["lengkap"]])) == [800.0]


def test_once_verified_documents_no_longer_count_and_the_claimed_points_are_the_cap_where_known() -> None:
    u = Undian(*(np.array([x]) for x in (0.9, 0.2, 0.8, 1.05)), terverifikasi=True, em=790.0)
    for status in STATUS:
        assert u.total(kota([780.0], [[status]])) == [790.0]
    tanpa = Undian(*(np.array([x]) for x in (0.9, 0.2, 0.8, 1.05)), terverifikasi=True, em=None)
    assert tanpa.total(kota([780.0], [["kurang"]], atap=1000.0)) == [819.0]


@given(st.data())
def test_completing_a_document_never_lowers_a_draw_and_raises_v_where_it_completes_a_question(
    data: st.DataObject,
) -> None:
    n = data.draw(st.integers(1, 8))
    nilai = data.draw(st.lists(st.floats(0.5, 200), min_size=n, max_size=n))
    dokumen = [data.draw(st.lists(st.sampled_from(STATUS), min_size=1, max_size=3)) for _n in range(n)]
    atap = data.draw(st.sampled_from([1e6, 150.0]))
    s = kota(nilai, dokumen, atap=atap)
    u = _contoh_undian()
    soal = data.draw(st.integers(0, n - 1))
    ke = data.draw(st.integers(0, len(dokumen[soal]) - 1))
    baru = s.dengan_status({f"D{soal}_{ke}": "lengkap"})
    assert (u.total(baru) >= u.total(s)).all()
    selesai = s.keadaan[soal] != LETAK_LENGKAP and baru.keadaan[soal] == LETAK_LENGKAP
    if selesai and atap > sum(nilai):
        assert (u.verifikasi(baru) > u.verifikasi(s)).all()


def _contoh_undian() -> Undian:
    return undian_contoh("kota-contoh")[UTAMA].pilih(slice(0, 300))


def test_a_point_that_is_added_never_lowers_a_draw() -> None:
    u, s = _contoh_undian(), susunan_contoh("kota-contoh")
    nilai = np.where(s.tercatat, s.nilai, np.nan)
    nilai[5] = s.nilai[5] + 3
    assert (u.total(s.dengan(nilai=nilai)) >= u.total(s)).all()


def test_the_states_of_documents_keep_their_order_in_every_draw() -> None:
    u = undian_contoh("kota-contoh")[UTAMA]
    lengkap, belum, tanpa = (u.akhir(k) for k in (LETAK_LENGKAP, LETAK_BELUM, LETAK_TANPA))
    assert (lengkap >= belum).all()
    assert (belum >= tanpa).all()
    assert (u.baru == lengkap).all()


def test_points_above_the_cap_of_an_indikator_bring_nothing() -> None:
    u = _contoh_undian()
    s = kota([100.0, 100.0], [["lengkap"], ["kurang"]], atap=100.0)
    # only 100 of the 200 points count, and complete documents alone bring less than that
    assert (u.verifikasi(s) <= 100).all()
    assert (u.total(s) <= 100).all()


def test_a_record_weighs_the_draws_and_cannot_cancel_a_gain() -> None:
    kurang, lengkap = (kota([624, 145.5], [["lengkap"], [d]]) for d in ("kurang", "lengkap"))
    tanpa, dengan = undian_kota(769.5), undian_kota(769.5, rekor=(2023, 600, 700))
    a, b = ramal(kurang, tanpa), ramal(kurang, dengan)
    assert b.p05 > a.p05 + 20
    assert b.p95 - b.p05 < a.p95 - a.p05
    naik = [kenaikan_lengkap(kurang, u, KATEGORI).naik for u in (tanpa, dengan)]
    assert naik[1] == pytest.approx(naik[0], abs=10)
    assert (dengan[UTAMA].total(lengkap) >= dengan[UTAMA].total(kurang)).all()


def test_an_older_record_says_less_and_an_impossible_one_breaks_nothing() -> None:
    s = kota([771.81])
    lebar = [ramal(s, undian_kota(771.81, rekor=(t, 700, 800))).p50 for t in (2024, 2021)]
    assert lebar[0] > lebar[1] > ramal(s).p50
    aneh = ramal(s, undian_kota(771.81, rekor=(2024, 999.9, 1000)))
    assert 0 < aneh.p05 < aneh.p95 <= 771.81


def test_an_exact_record_is_one_poin_wide() -> None:
    s = kota([771.81])
    tepat, sempit = (ramal(s, undian_kota(771.81, rekor=(2023, a, b))) for a, b in ((640, 640), (639.5, 640.5)))
    assert tepat.p50 == sempit.p50


def test_documents_that_cannot_be_made_any_more_are_left_out_of_the_gain() -> None:
    s = kota([624, 100, 45.5], [["lengkap"], ["kurang"], ["kurang"]])
    k = kenaikan_lengkap(s, undian_kota(769.5), KATEGORI, kecuali=["1/2"])
    assert k.dilengkapi == 100
    assert k.naik < kenaikan_lengkap(s, undian_kota(769.5), KATEGORI).naik


def test_the_main_figures_follow_the_setting_that_was_chosen_and_the_span_stays() -> None:
    s, undian = kota([624, 145.5], [["lengkap"], ["kurang"]]), undian_kota(769.5)
    utama, kurang = (forecast(s, undian, KATEGORI, "em", 1, setelan) for setelan in (UTAMA, "kurang_menentukan"))
    assert kurang.p50 < utama.p50 - 2
    assert kurang.rentang_kuantil == utama.rentang_kuantil
    assert kurang.rentang_kuantil["p50"][0] <= kurang.p50 <= kurang.rentang_kuantil["p50"][1]
