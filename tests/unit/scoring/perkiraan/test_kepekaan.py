"""What the forecast hangs on: documents by the chance lost without them, offices by points at risk."""

import numpy as np
import pytest

from kla_lib.rules.verifikasi import UTAMA
from kla_lib.scoring.perkiraan.kepekaan import Kepekaan, kepekaan
from kla_lib.scoring.perkiraan.susunan import Susunan
from tests.pembantu.berisi import berisi
from tests.pembantu.perkiraan_uji import KATEGORI, kota, susunan_contoh, undian_contoh, undian_kota

UNDIAN = undian_contoh("kota-contoh")[UTAMA]


def periksa(susunan: Susunan, sasaran: str) -> Kepekaan:
    return kepekaan(susunan, undian_kota(susunan.diklaim)[UTAMA], KATEGORI, sasaran)


def test_the_loss_without_a_document_is_that_of_a_whole_new_forecast() -> None:
    s = susunan_contoh("kota-contoh")
    k, kini = periksa(s, "pratama"), UNDIAN.total(s)
    assert k.peluang == float((kini >= 500).mean())
    for d in (*k.dokumen[:3], k.dokumen[-1]):
        tanpa = UNDIAN.total(s.dengan_status({d.id_dokumen: "tidak_ada"}))
        assert d.peluang_hilang == pytest.approx(k.peluang - float((tanpa >= 500).mean()), abs=1e-9)
        assert d.poin_hilang == pytest.approx((kini - tanpa).mean(), abs=0.001)


def test_documents_come_in_order_of_the_chance_lost_and_none_is_worth_less_than_nothing() -> None:
    k = periksa(susunan_contoh("kota-contoh"), "madya")
    hilang = [d.peluang_hilang for d in k.dokumen]
    assert hilang == sorted(hilang, reverse=True)
    assert min(hilang) >= 0
    assert hilang[0] > 0.01


def test_a_document_behind_many_points_weighs_more_and_an_absent_one_is_not_listed() -> None:
    s = kota([400.0, 40.0, 400.0], [["lengkap"], ["lengkap"], ["tidak_ada"]], ["a", "b", "c"])
    k = periksa(s, "pratama")
    assert [d.id_dokumen for d in k.dokumen] == ["D0_0", "D1_0"]
    assert k.dokumen[0].kode == ("1/0",)


def test_a_document_of_a_question_that_another_one_already_spoils_changes_less() -> None:
    s = kota([400.0, 400.0], [["lengkap", "kurang"], ["lengkap"]], ["a", "b"])
    k = periksa(s, "pratama")
    poin = {d.id_dokumen: d.poin_hilang for d in k.dokumen}
    assert poin["D0_0"] == 0, "thin with it, thin without it"
    assert poin["D1_0"] > 0


def test_points_above_a_cap_are_no_loss() -> None:
    s = kota([300.0] * 6, [["lengkap"]] * 6, [f"opd_{i}" for i in range(6)], atap=10.0)
    assert all(d.poin_hilang < 1 for d in berisi(periksa(s, "pratama").dokumen))


def test_offices_hold_all_points_between_them_those_with_most_at_risk_first() -> None:
    s = susunan_contoh("kota-contoh")
    opd = periksa(s, "madya").opd
    assert sum(o.nilai for o in opd) == pytest.approx(s.nilai.sum())
    assert [o.berisiko for o in opd] == sorted((o.berisiko for o in opd), reverse=True)
    assert all(o.berisiko == pytest.approx(o.nilai - o.harapan) for o in opd)
    rata = UNDIAN.total(s).mean()
    assert sum(o.harapan for o in opd) == pytest.approx(rata, abs=2), "the caps hardly bind"


def test_equal_documents_weigh_alike() -> None:
    poin = [d.poin_hilang for d in periksa(kota([3.0] * 200, [["lengkap"]] * 200), "pratama").dokumen]
    assert len(poin) == 200
    assert np.ptp(poin) < 1e-9
