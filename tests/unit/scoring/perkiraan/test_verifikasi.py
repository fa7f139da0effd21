"""The forecast of the final score: what it says, how it was checked, and which simpler models fail the same checks."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from kla_lib.rules.verifikasi import Verifikasi
from kla_lib.scoring.perkiraan.perkiraan import Perkiraan, draw_total, forecast, siapkan_meja
from kla_lib.scoring.perkiraan.regim import riwayat_daerah
from kla_lib.scoring.perkiraan.undian import dibatasi, meja, siapkan_acak
from tests.pembantu.berisi import berisi
from tests.pembantu.perkiraan_uji import KATEGORI, TAK_HINGGA, VERIFIKASI, buku_contoh, kota, pasangan, susunan_contoh


def perkiraan(nama: str, verifikasi: Verifikasi = VERIFIKASI, **lain: object) -> Perkiraan:
    hasil = forecast(susunan_contoh(nama), verifikasi, KATEGORI, buku_contoh(nama)[1].tahap, **lain)  # type: ignore[arg-type]
    assert hasil is not None
    return hasil


def test_the_chances_of_all_six_categories_add_to_exactly_one() -> None:
    for nama in ("ogan-ilir-2024", "kota-contoh"):
        p = perkiraan(nama)
        assert list(p.peluang) == ["di_bawah_pratama", "pratama", "madya", "nindya", "utama", "kla"]
        assert sum(p.peluang.values()) == 1.0
        assert p.p05 < p.p50 < p.p95 < p.diklaim


def test_the_same_seed_gives_the_same_forecast_and_another_one_differs_by_no_more_than_chance() -> None:
    p = perkiraan("kota-contoh")
    assert perkiraan("kota-contoh") == p
    lain = perkiraan("kota-contoh", seed=1)
    assert lain.total.tolist() != p.total.tolist()
    for k, galat in berisi(p.galat_mencapai.items()):
        assert abs(lain.mencapai[k] - p.mencapai[k]) < 5 * galat


def test_more_draws_make_the_stated_error_smaller() -> None:
    assert perkiraan("kota-contoh", draws=40_000).galat["madya"] < 0.6 * perkiraan("kota-contoh").galat["madya"]


def test_a_category_that_all_recorded_points_would_not_reach_is_out_of_reach_and_not_merely_unlikely() -> None:
    p = perkiraan("ogan-ilir-2024")
    assert p.diklaim == 771.81
    assert p.terjangkau == {"pratama": True, "madya": True, "nindya": True, "utama": False, "kla": False}
    assert p.peluang["utama"] == 0


def test_the_assumed_mixes_give_a_range_around_the_main_chance_when_documents_are_known() -> None:
    p = perkiraan("kota-contoh")
    for k, (bawah, atas) in berisi(p.rentang_anggapan.items()):
        assert bawah <= p.peluang[k] <= atas
    assert p.rentang_mencapai["madya"][1] - p.rentang_mencapai["madya"][0] > 0.05
    bawah, atas = p.rentang_kuantil["p50"]
    assert bawah < p.p50 < atas


def test_without_documents_the_mixes_make_no_difference() -> None:
    p = perkiraan("ogan-ilir-2024")
    assert {k: bawah for k, (bawah, _) in p.rentang_anggapan.items()} == p.peluang
    assert {k: atas for k, (_, atas) in p.rentang_anggapan.items()} == p.peluang


def test_nothing_is_left_to_forecast_at_the_final_stage() -> None:
    assert forecast(susunan_contoh("sumbawa-2022"), VERIFIKASI, KATEGORI, "vf") is None


def test_marks_of_whole_klaster_can_be_forecast() -> None:
    p = forecast(susunan_contoh("sumbawa-2022"), VERIFIKASI, KATEGORI, "em")
    assert p is not None
    assert p.p05 < p.p50 < p.p95 < 505.85


def test_a_city_without_marks_has_no_forecast() -> None:
    assert forecast(kota([float("nan")]), VERIFIKASI, KATEGORI, "em") is None


def test_the_second_assessor_cuts_what_the_first_one_left() -> None:
    s = susunan_contoh("ogan-ilir-2024")
    va = forecast(s, VERIFIKASI, KATEGORI, "em", "va")
    vf, dari_va = perkiraan("ogan-ilir-2024"), forecast(s, VERIFIKASI, KATEGORI, "va")
    assert va is not None and dari_va is not None
    assert vf.p50 < va.p50
    assert vf.bagian_rata == pytest.approx(va.bagian_rata * dari_va.bagian_rata, abs=0.01), "independent steps"


def test_documents_count_once_however_many_steps_are_left() -> None:
    """With complete documents only, the later step keeps the same share as with unknown ones."""
    nilai = [10.0] * 60
    lengkap, tak_tahu = kota(nilai, [["lengkap"]] * 60), kota(nilai)
    for s in (lengkap, tak_tahu):
        va, vf = (draw_total(s, VERIFIKASI, "em", ke).total for ke in ("va", "vf"))
        _, lanjut = siapkan_meja(s, VERIFIKASI, "em")
        assert vf == pytest.approx(va * lanjut, abs=0.02)


def test_points_that_were_never_recorded_are_not_forecast() -> None:
    a, b = kota([20.0, 30.0]), kota([20.0, 30.0, float("nan")])
    va = [forecast(s, VERIFIKASI, KATEGORI, "em") for s in (a, b)]
    assert va[0] is not None and va[1] is not None
    assert va[1].diklaim == 50
    assert va[1].belum_dinilai == ("1/2",)
    assert va[1].p95 < 50


def test_the_mean_share_of_unknown_documents_is_the_drawn_share_itself() -> None:
    s = susunan_contoh("ogan-ilir-2024")
    for bagian in (0.2, 0.55, 0.731, 0.93):
        m = meja(s, np.full(20_000, bagian), [VERIFIKASI.campuran["acuan"]], VERIFIKASI, siapkan_acak(s, 20_000, 3))
        total = m.poin_per_induk().sum(axis=0)[0] / s.nilai.sum()
        assert total.mean() == pytest.approx(bagian, abs=4 * total.std() / np.sqrt(20_000))


def test_offices_and_questions_keep_the_mean_of_a_city_with_the_reference_mix() -> None:
    s = kota(
        [5.0] * 100, [["lengkap"]] * 60 + [["kurang"]] * 30 + [["tidak_ada"]] * 10, [f"opd_{i % 9}" for i in range(100)]
    )
    for bagian in (0.4, 0.8):
        m = meja(s, np.full(20_000, bagian), [VERIFIKASI.campuran["acuan"]], VERIFIKASI, siapkan_acak(s, 20_000, 3))
        total = dibatasi(m.poin_per_induk(), s.atap)[0] / s.nilai.sum()
        assert total.mean() == pytest.approx(bagian, abs=0.003)


def test_independent_questions_agree_with_an_exact_convolution() -> None:
    """One fixed share, no office effect: the sum of points x Beta(4p, 4(1 - p)) is known exactly."""
    nilai, p, petak = [3.0, 5.0, 8.0, 2.0, 4.0, 6.0, 1.0, 7.0], 0.75, 100
    sebaran = np.ones(1)
    for n in nilai:
        tepi = np.clip((np.arange(int(n * petak) + 2) - 0.5) / (n * petak), 0, 1)
        sebaran = np.convolve(sebaran, np.diff(stats.beta.cdf(tepi, 4 * p, 4 * (1 - p))))
    v, n = replace(VERIFIKASI, kekuatan_opd=TAK_HINGGA), 40_000
    s = kota(nilai)
    m = meja(s, np.full(n, p), [v.campuran["acuan"]], v, siapkan_acak(s, n, 11))
    total = np.sort(dibatasi(m.poin_per_induk(), s.atap)[0])
    eksak = np.cumsum(sebaran)
    titik = np.arange(len(eksak)) / petak
    jarak = np.abs(np.searchsorted(total, titik + 0.5 / petak) / n - eksak).max()
    assert jarak < stats.kstwobign.ppf(0.999) / np.sqrt(n) + 0.002


def test_the_cap_of_an_indikator_holds_in_every_draw() -> None:
    assert draw_total(kota([30.0, 30.0], atap=40.0), VERIFIKASI, "em", "va").total.max() <= 40


URUT = ["tidak_ada", "kurang", "lengkap"]


@given(
    dokumen=st.lists(st.lists(st.sampled_from([*URUT, "belum_diperiksa"]), max_size=3), min_size=3, max_size=6),
    mana=st.tuples(st.integers(0, 5), st.integers(0, 2)),
    data=st.data(),
)
def test_a_better_document_never_lowers_any_drawn_total(
    dokumen: list[list[str]], mana: tuple[int, int], data: st.DataObject
) -> None:
    soal = mana[0] % len(dokumen)
    if not dokumen[soal]:
        dokumen[soal] = ["tidak_ada"]
    letak = mana[1] % len(dokumen[soal])
    lama = dokumen[soal][letak]
    naik = URUT[URUT.index(lama) + 1 :] if lama in URUT else ["lengkap"]
    if not naik:
        return
    nilai = [130.0] * len(dokumen)
    opd = [f"opd_{i % 2}" for i in range(len(dokumen))]
    a = kota(nilai, dokumen, opd, atap=450.0)
    b = a.dengan_status({f"D{soal}_{letak}": data.draw(st.sampled_from(naik))})
    for campuran in berisi(VERIFIKASI.campuran):
        sebelum, sesudah = (draw_total(s, VERIFIKASI, "em", campuran=campuran, draws=400).total for s in (a, b))
        assert (sesudah >= sebelum).all()
    lama_p, baru_p = (forecast(s, VERIFIKASI, KATEGORI, "em", draws=400) for s in (a, b))
    assert lama_p is not None and baru_p is not None
    assert all(baru_p.mencapai[k] >= lama_p.mencapai[k] for k in berisi(lama_p.mencapai))


def test_more_recorded_points_never_lower_any_drawn_total() -> None:
    s = susunan_contoh("kota-contoh")
    lebih = s.dengan(nilai=np.where(s.tercatat, s.nilai, 1.0))
    assert (draw_total(lebih, VERIFIKASI, "em").total >= draw_total(s, VERIFIKASI, "em").total).all()


def test_drawn_shares_per_office_are_what_points_with_complete_documents_keep() -> None:
    s = susunan_contoh("kota-contoh")
    u = draw_total(s, VERIFIKASI, "em")
    assert u.total.shape == (VERIFIKASI.draws,)
    assert u.bagian_lengkap.shape == (VERIFIKASI.draws, len(u.opd))
    assert u.opd == s.daftar_opd
    assert ((u.bagian_lengkap >= 0) & (u.bagian_lengkap <= 1)).all()
    rata = u.bagian_lengkap.mean(axis=0)
    assert rata == pytest.approx(np.full(len(rata), rata.mean()), abs=0.02), "no office is favoured"
    assert rata.mean() > perkiraan("kota-contoh").bagian_rata, "complete documents keep more"


def test_own_history_pulls_the_forecast_towards_it_but_not_all_the_way() -> None:
    rajin = (pasangan("Kota Uji", 0.95), pasangan("Kota Uji", 0.95))
    s = susunan_contoh("ogan-ilir-2024")
    va = [forecast(s, VERIFIKASI, KATEGORI, "em", "va", riwayat=r) for r in ((), rajin)]
    assert va[0] is not None and va[1] is not None
    assert va[0].p50 < va[1].p50 < 0.95 * va[1].diklaim
    assert va[1].p95 - va[1].p05 < va[0].p95 - va[0].p05


def test_the_forecast_says_what_it_rests_on_and_that_it_is_not_official() -> None:
    metode = perkiraan("ogan-ilir-2024").metode
    assert "8 pasangan nilai terbitan dari 6 daerah" in metode
    assert "2 pasangan nilai terbitan dari 2 daerah" in metode
    assert "anggapan kami" in metode
    assert metode.endswith("Bukan nilai resmi.")


def test_a_city_with_history_is_told_that_it_counts_and_its_own_pairs_are_not_counted_twice() -> None:
    sendiri = riwayat_daerah(VERIFIKASI, "Kabupaten Demak", 2024)
    metode = perkiraan("ogan-ilir-2024", riwayat=sendiri).metode
    assert "7 pasangan nilai terbitan dari 5 daerah" in metode
    assert "Riwayat daerah sendiri (1 pasangan)" in metode


def test_a_city_that_recorded_nothing_but_zeros_is_forecast_nothing() -> None:
    p = forecast(kota([0.0, 0.0]), VERIFIKASI, KATEGORI, "em", draws=100)
    assert p is not None
    assert (p.p05, p.p95, p.peluang["di_bawah_pratama"]) == (0, 0, 1)
    assert not any(p.terjangkau.values())


def test_where_shares_near_one_are_cut_matters_for_the_worst_outcomes_more_than_for_the_middle() -> None:
    """A share of 1.00 has no logit.  The cut is our assumption, .97; .95 and .99 would do as well."""
    p = {a: perkiraan("ogan-ilir-2024", replace(VERIFIKASI, bagian_tertinggi=a)) for a in (0.95, 0.97, 0.99)}
    assert max(x.p50 for x in p.values()) - min(x.p50 for x in p.values()) < 0.03 * 771.81
    assert 0.03 * 771.81 < max(x.p05 for x in p.values()) - min(x.p05 for x in p.values()) < 0.08 * 771.81
    assert all(abs(x.mencapai["madya"] - p[0.97].mencapai["madya"]) < 0.05 for x in berisi(p.values()))


# Leaving one region out: what would we have said about each published pair, had its region not published?
