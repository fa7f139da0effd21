"""How much the forecast hangs on which few regions published."""

from kla_lib.scoring.perkiraan.bootstrap import bootstrap_daerah
from kla_lib.scoring.perkiraan.perkiraan import forecast
from tests.pembantu.berisi import berisi
from tests.pembantu.perkiraan_uji import KATEGORI, VERIFIKASI, dengan_pasangan, kota, pasangan

S = kota([200.0] * 4, opd=["a", "b", "c", "d"])


def test_resampled_regions_move_the_median_around_the_forecast() -> None:
    g = bootstrap_daerah(S, VERIFIKASI, KATEGORI, "em", ulang=60)
    p = forecast(S, VERIFIKASI, KATEGORI, "em")
    assert g is not None and p is not None
    assert g.p50[0] < p.p50 < g.p50[1]
    assert all(0 <= bawah <= atas <= 1 for bawah, atas in berisi(g.mencapai.values()))
    assert g == bootstrap_daerah(S, VERIFIKASI, KATEGORI, "em", ulang=60)


def test_regions_that_agree_move_nothing() -> None:
    sama = [pasangan(d, 0.7) for d in "abcd"] + [pasangan(d, 0.9, "va", "vf") for d in "ab"]
    g = bootstrap_daerah(S, dengan_pasangan(*sama), KATEGORI, "em", ulang=20)
    assert g is not None
    assert g.p50[1] - g.p50[0] < 1e-6


def test_a_final_score_has_nothing_to_resample() -> None:
    assert bootstrap_daerah(S, VERIFIKASI, KATEGORI, "vf") is None
