"""The fitted model: the figures it was built to reach, what moves it, and whether it can be trusted with doubt."""

from dataclasses import replace

import numpy as np
import pytest

from kla_lib.keadaan.model import fit, load_model, read_model, sidik_model, write_model
from kla_lib.rules.bukti.pengamatan import DIPAKAI, load_bukti
from kla_lib.rules.verifikasi import UTAMA
from kla_lib.scoring.perkiraan.model import bagian_nasional, fit_model, momen_diterima
from kla_lib.scoring.perkiraan.perkiraan import LETAK, kenaikan_lengkap
from tests.pembantu.params_uji import PARAMS
from tests.pembantu.perkiraan_uji import KATEGORI, MODEL, VERIFIKASI, kota, ramal, undian_kota

BUKTI = load_bukti(PARAMS)
LENGKAP, KURANG, BELUM = ["lengkap"], ["kurang"], ["belum_diperiksa"]
DUA_TAHUN_LALU = 2023


# The figures of a prototype of the same model on the same rows: (points by state), record, p05 · p50 · p95.
@pytest.mark.parametrize(
    ("lengkap", "kurang", "belum", "rekor", "harap"),
    [
        (624, 145.5, 0, None, (425, 560, 652)),
        (769.5, 0, 0, None, (502, 664, 770)),
        (624, 145.5, 0, (600, 700), (477, 571, 653)),
        (0, 0, 771.81, None, (334, 565, 700)),
        (0, 0, 854.29, None, (368, 616, 763)),
        (0, 0, 950, (800, 900), (667, 792, 887)),
        (0, 0, 742.34, (623, 658), (471, 602, 690)),
    ],
)
def test_the_forecast_is_that_of_the_prototype(
    lengkap: float,
    kurang: float,
    belum: float,
    rekor: tuple[float, float] | None,
    harap: tuple[float, float, float],
) -> None:
    em = lengkap + kurang + belum
    undian = undian_kota(em, rekor=rekor and (DUA_TAHUN_LALU, *rekor))
    p = ramal(kota([lengkap, kurang, belum], [LENGKAP, KURANG, BELUM]), undian)
    assert (p.p05, p.p95) == (pytest.approx(harap[0], abs=30), pytest.approx(harap[2], abs=30))
    assert p.p50 == pytest.approx(harap[1], abs=15)


def test_from_a_known_administrative_check_the_forecast_is_that_of_the_prototype() -> None:
    undian = undian_kota(854.29, va=780.61, rekor=(DUA_TAHUN_LALU, 500, 600))
    p = ramal(kota([780.61]), undian)
    assert (p.p05, p.p50, p.p95) == (
        pytest.approx(573, abs=30),
        pytest.approx(672, abs=15),
        pytest.approx(765, abs=30),
    )


def test_completing_all_documents_of_145_5_points_brings_about_a_hundred_and_the_settings_span_it() -> None:
    k = kenaikan_lengkap(kota([624, 145.5], [LENGKAP, KURANG]), undian_kota(769.5), KATEGORI)
    assert k.dilengkapi == 145.5
    assert k.naik == pytest.approx(104, abs=10)
    assert k.antara == (pytest.approx(69, abs=10), pytest.approx(129, abs=10))
    assert k.rentang == (pytest.approx(64, abs=10), pytest.approx(125, abs=10))


def test_the_chance_of_madya_with_all_documents_is_three_times_that_of_today() -> None:
    undian = undian_kota(769.5)
    kini, nanti = (ramal(kota([624, 145.5], [LENGKAP, d]), undian).mencapai["madya"] for d in (KURANG, LENGKAP))
    assert (kini, nanti) == (pytest.approx(0.26, abs=0.05), pytest.approx(0.78, abs=0.05))


def test_what_is_left_of_the_prior_is_what_the_prototype_found() -> None:
    m = MODEL.setelan[UTAMA]
    for larik, tengah, simpangan in (
        (m.kappa, 0.895, 0.043),
        (m.delta, 0.805, 0.062),
        (m.lam, 0.169, 0.106),
        (m.mu, 0.925, 0.025),
        (m.s, 0.075, 0.022),
        (m.beta, -0.030, 0.017),
    ):
        assert (larik.mean(), larik.std()) == (pytest.approx(tengah, abs=0.01), pytest.approx(simpangan, abs=0.01))


def test_the_evidence_fixes_what_is_accepted_in_all_and_hardly_what_a_document_is_worth() -> None:
    diterima = {nama: float(momen_diterima(m)[0].mean()) for nama, m in MODEL.setelan.items()}
    assert max(diterima.values()) - min(diterima.values()) < 0.03
    assert MODEL.setelan["menentukan"].lam.mean() < 0.1 < 0.4 < MODEL.setelan["kurang_menentukan"].lam.mean()


def test_the_shipped_fit_is_that_of_the_shipped_evidence() -> None:
    baru = fit_model(BUKTI, VERIFIKASI, VERIFIKASI.setelan[UTAMA], VERIFIKASI.seed)
    for nama, lama in vars(MODEL.setelan[UTAMA]).items():
        assert getattr(baru, nama) == pytest.approx(lama, abs=1e-6), nama
    kept = read_model(PARAMS.path("bukti/model.npz"), BUKTI, VERIFIKASI)
    assert kept is not None, "run make bukti: evidence or assumptions have changed"


def test_a_further_observation_changes_the_forecast_without_a_line_of_code(tmp_path) -> None:
    sedikit = replace(VERIFIKASI, banyak=20_000, draws=1_000)
    turun = replace(BUKTI[0], id="P999", tahun=2024, rendah=300.0, tinggi=300.0)
    lebih = (*BUKTI, turun)
    assert sidik_model(BUKTI, sedikit) != sidik_model(lebih, sedikit)
    tengah = [float(momen_diterima(fit_model(b, sedikit, sedikit.setelan[UTAMA], 1))[0].mean()) for b in (BUKTI, lebih)]
    assert tengah[1] < tengah[0] - 0.005
    berkas = tmp_path / "model.npz"
    write_model(berkas, BUKTI, sedikit)
    assert read_model(berkas, BUKTI, sedikit) is not None
    assert read_model(berkas, lebih, sedikit) is None
    berkas.write_bytes(b"PK\x03\x04")
    assert read_model(berkas, BUKTI, sedikit) is None


def test_what_is_doubtful_is_never_fitted() -> None:
    assert sidik_model(BUKTI, VERIFIKASI) == sidik_model(tuple(p for p in BUKTI if p.guna == DIPAKAI), VERIFIKASI)


def test_another_seed_moves_the_middle_by_six_points_at_most_and_the_ends_by_fifteen() -> None:
    s = kota([624, 145.5], [LENGKAP, KURANG])
    setengah = replace(VERIFIKASI, banyak=VERIFIKASI.banyak // 2)  # half the draws, so that it is harder and quicker
    semua = []
    for seed in range(8):
        m = fit_model(BUKTI, setengah, VERIFIKASI.setelan[UTAMA], seed)
        semua.append([getattr(_ramal_dengan(m, s, seed), k) for k in ("p05", "p50", "p95")])
    gerak = np.ptp(np.array(semua), axis=0)
    assert gerak[1] <= 6
    assert max(gerak[0], gerak[2]) <= 15


def test_the_national_counts_of_2025_are_likely_under_the_fit() -> None:
    rata, simpangan = np.full(8_000, 850.0), np.full(8_000, 116.0)
    bagian = bagian_nasional(MODEL.setelan[UTAMA], rata, simpangan, [500, 600, 700, 800, 900], 1000).mean(axis=1)
    ada = np.array([109, 139, 125, 69, 22, 0]) / 464
    assert bagian == pytest.approx(ada, abs=0.06)
    assert bagian.sum() == pytest.approx(1)


def test_a_fit_without_any_evidence_is_the_prior() -> None:
    m = fit_model((), replace(VERIFIKASI, banyak=20_000), VERIFIKASI.setelan[UTAMA], 1)
    assert (m.kappa.mean(), m.kappa.std()) == (pytest.approx(0.90, abs=0.005), pytest.approx(0.05, abs=0.005))
    assert fit((), replace(VERIFIKASI, banyak=2_000, draws=100)).perpindahan.banyak == 0


def test_the_model_is_read_once_for_a_set_of_rules() -> None:
    assert load_model(PARAMS, 2024) is load_model(PARAMS, 2024)


def _ramal_dengan(m, s, seed):
    from kla_lib.scoring.perkiraan.undian import Asal, undi

    u = undi(Asal(769.5, False, None, 2025), m, MODEL.perpindahan, VERIFIKASI.batas_hasil, seed)
    return ramal(s, {UTAMA: u})


def test_every_quantile_has_its_name() -> None:
    p = ramal(kota([624, 145.5], [LENGKAP, KURANG]))
    assert [getattr(p, k) for k in LETAK] == sorted(getattr(p, k) for k in LETAK)
