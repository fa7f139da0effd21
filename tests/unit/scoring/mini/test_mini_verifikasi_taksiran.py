"""The estimate of completeness hits the truth on average, and better answers never make the forecast worse."""

from functools import cache

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kla_lib.data.catatan_mini import Terundi
from kla_lib.scoring.mini.mini import Calon, draw_sampel, kerangka
from kla_lib.scoring.mini.taksiran import bagian_daftar, clopper_pearson, forecast_sampel, taksir
from kla_lib.scoring.perkiraan.susunan import Susunan
from tests.pembantu.berisi import berisi
from tests.pembantu.perkiraan_uji import KATEGORI, VERIFIKASI, kota, ramal, susunan_contoh, undian_contoh, undian_kota

SEED = VERIFIKASI.seed
BAIK = ("tidak_ada", "kurang", "lengkap")


@cache
def contoh() -> tuple[Susunan, tuple[Calon, ...]]:
    s = susunan_contoh("kota-contoh")
    return s, kerangka(s)


def sebenarnya(calon: tuple[Calon, ...]) -> dict[str, str]:
    """A truth that has to do with the points: large documents are less often complete."""
    acak = np.random.default_rng(7)
    return {c.id_dokumen: BAIK[2 if acak.random() < 0.9 - 0.04 * c.poin else int(acak.integers(2))] for c in calon}


def test_over_many_samples_the_estimate_is_right_on_average_and_the_interval_nine_times_in_ten() -> None:
    _, calon = contoh()
    status, jumlah = sebenarnya(calon), sum(c.poin for c in calon)
    benar = {b: sum(c.poin for c in calon if status[c.id_dokumen] == b) / jumlah for b in BAIK}
    taksiran = [taksir(draw_sampel(calon, 40, benih), status) for benih in range(2000)]
    for b in BAIK:
        nilai = np.array([t.bagian[b] for t in taksiran])
        assert abs(nilai.mean() - benar[b]) < 4 * nilai.std() / np.sqrt(len(nilai))
    assert np.mean([t.rendah <= benar["lengkap"] <= t.tinggi for t in taksiran]) >= 0.9
    # counting documents instead of points they stand for would be wrong here
    hitung = np.mean([status[c.id_dokumen] == "lengkap" for c in calon])
    assert abs(hitung - benar["lengkap"]) > 0.05


def test_a_sample_of_all_is_no_estimate() -> None:
    _, calon = contoh()
    t = taksir(draw_sampel(calon, len(calon), 1), sebenarnya(calon))
    assert t.terundi == 0
    assert t.rendah == t.tinggi == t.bagian["lengkap"]


def test_certain_documents_have_no_error_of_sampling() -> None:
    sampel = [
        Terundi(id_dokumen="D1", poin=50, peluang=1),
        Terundi(id_dokumen="D2", poin=5, peluang=0.1),
    ]
    t = taksir(sampel, {"D1": "lengkap", "D2": "kurang"})
    assert t.bagian == {"lengkap": 0.5, "kurang": 0.5, "tidak_ada": 0.0}
    assert (t.rendah, t.tinggi) == (0.5, pytest.approx(0.5 + 0.5 * 0.95))


def test_the_exact_interval_of_a_share() -> None:
    # Clopper and Pearson, 90 %: none of ten is compatible with at most 1 - .05^(1/10)
    assert clopper_pearson(0, 10) == (0.0, pytest.approx(1 - 0.05**0.1))
    assert clopper_pearson(10, 10) == (pytest.approx(0.05**0.1), 1.0)
    assert clopper_pearson(5, 10) == (pytest.approx(0.2224, abs=1e-4), pytest.approx(0.7776, abs=1e-4))


def test_the_register_is_summed_by_points() -> None:
    calon = kerangka(kota([6.0, 2.0, 2.0], [["lengkap"], ["kurang"], ["belum_diperiksa"]]))
    assert bagian_daftar(calon) == {"lengkap": 0.6, "kurang": 0.2, "tidak_ada": 0.0, "belum_diperiksa": 0.2}


def test_before_anything_is_read_the_forecast_is_the_published_one() -> None:
    s, calon = contoh()
    lama = ramal(s)
    baru = forecast_sampel(s, undian_contoh("kota-contoh"), KATEGORI, draw_sampel(calon, 40, 1), {}, SEED)
    assert (baru.p05, baru.p50, baru.p95, baru.mencapai) == (lama.p05, lama.p50, lama.p95, lama.mencapai)
    assert baru.rentang_mencapai == lama.rentang_mencapai
    assert baru.terjangkau == lama.terjangkau
    assert baru.diganti == 0


def test_reading_what_the_register_says_moves_only_the_documents_nobody_had_looked_at() -> None:
    s, calon = contoh()
    sampel = draw_sampel(calon, 40, 1)
    klaim = {c.id_dokumen: c.status for c in calon}
    status = {t.id_dokumen: klaim[t.id_dokumen] for t in sampel if klaim[t.id_dokumen] != "belum_diperiksa"}
    belum = sum(k == "belum_diperiksa" for k in klaim.values())
    p = forecast_sampel(s, undian_contoh("kota-contoh"), KATEGORI, sampel, status, SEED)
    assert p.diganti >= belum > 0


def test_documents_nobody_looked_at_follow_those_that_were_read() -> None:
    n = 30
    s = kota([20.0] * n, [["lengkap"]] * 10 + [["belum_diperiksa"]] * 20)
    calon = kerangka(s)
    sampel = [Terundi(id_dokumen=c.id_dokumen, poin=c.poin, peluang=1 / 3) for c in calon[:10]]
    tengah = {}
    for b in BAIK:
        p = forecast_sampel(s, undian_kota(600), KATEGORI, sampel, {t.id_dokumen: b for t in sampel}, SEED)
        q = ramal(s.dengan_status({c.id_dokumen: b for c in calon}), undian_kota(600))
        # a sample of one kind leaves no doubt about the rest
        assert (p.p05, p.p50, p.p95) == pytest.approx((q.p05, q.p50, q.p95), abs=0.02)
        assert p.diganti == 20
        tengah[b] = p.p50
    assert tengah["tidak_ada"] == tengah["kurang"] < tengah["lengkap"]


def test_a_register_that_is_not_believed_is_judged_by_what_was_read_of_the_same_claim() -> None:
    s = kota([20.0] * 30, [["lengkap"]] * 20 + [["kurang"]] * 10)
    calon = kerangka(s)
    baca = [*calon[:5], *calon[20:25]]
    sampel = [Terundi(id_dokumen=c.id_dokumen, poin=c.poin, peluang=1 / 3) for c in baca]
    status = {c.id_dokumen: "tidak_ada" if c.status == "lengkap" else "kurang" for c in baca}
    semua = [c.id_dokumen for c in calon]
    p = forecast_sampel(s, undian_kota(600), KATEGORI, sampel, status, SEED, semua)
    q = ramal(s.dengan_status({c.id_dokumen: "tidak_ada" for c in calon if c.status == "lengkap"}), undian_kota(600))
    assert (p.p05, p.p50, p.p95) == pytest.approx((q.p05, q.p50, q.p95), abs=0.02)
    assert p.diganti == 20


@given(st.data())
def test_a_better_answer_never_lowers_the_forecast(data: st.DataObject) -> None:
    s, calon = contoh()
    sampel = draw_sampel(calon, 12, 3)
    status = {t.id_dokumen: data.draw(st.sampled_from(BAIK)) for t in sampel}
    d = data.draw(st.sampled_from([k for k, v in status.items() if v != "lengkap"] or [sampel[0].id_dokumen]))
    lebih = status | {d: BAIK[min(BAIK.index(status[d]) + 1, 2)]}
    tak_dipercaya = data.draw(st.sampled_from([(), tuple(c.id_dokumen for c in calon)]))
    undian = {nama: u.pilih(slice(0, 400)) for nama, u in undian_contoh("kota-contoh").items()}
    a, b = (forecast_sampel(s, undian, KATEGORI, sampel, x, SEED, tak_dipercaya) for x in (status, lebih))
    assert a.p05 <= b.p05 and a.p50 <= b.p50 and a.p95 <= b.p95
    assert all(a.mencapai[k] <= b.mencapai[k] for k in berisi(a.mencapai))
