"""A question without a recorded document, tried as documented, counts so everywhere the meeting is asked."""

import pytest

from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.rules.skenario import IsiSkenario
from kla_lib.scoring.perkiraan.susunan import KEADAAN_DOKUMEN
from tests.pembantu.keadaan_uji import keadaan_contoh

KODE = ("1/2b", "1/2c")


@pytest.fixture(scope="module")
def contoh() -> Keadaan:
    return keadaan_contoh("kota-contoh-1")


def lengkap(keadaan: Keadaan) -> float:
    assert keadaan.hasil is not None
    return float(keadaan.hasil.klaster["lengkap"].sum())


def nilai(keadaan: Keadaan) -> float:
    assert keadaan.hasil is not None
    p = keadaan.hasil.pertanyaan
    return float(p.loc[(p["indikator"] + "/" + p["pertanyaan"]).isin(KODE), "nilai"].sum())


def test_its_points_count_as_documented_and_nothing_else_changes(contoh: Keadaan) -> None:
    coba = contoh.dengan(IsiSkenario(berdokumen=KODE))
    assert contoh.hasil is not None and coba.hasil is not None
    assert contoh.hasil.terdukung is not None and coba.hasil.terdukung is not None
    assert coba.hasil.terdukung == pytest.approx(contoh.hasil.terdukung + nilai(contoh))
    assert coba.hasil.diklaim == contoh.hasil.diklaim
    assert coba.buku.data_dukung is contoh.buku.data_dukung, "no document is made up"


def test_the_forecast_takes_its_documents_for_complete(contoh: Keadaan) -> None:
    coba = contoh.dengan(IsiSkenario(berdokumen=KODE))
    assert coba.susunan is not None and contoh.susunan is not None
    beda = {
        k: KEADAAN_DOKUMEN[b]
        for k, a, b in zip(coba.susunan.kode, contoh.susunan.keadaan, coba.susunan.keadaan, strict=True)
        if a != b
    }
    assert beda == dict.fromkeys(KODE, "lengkap")
    assert coba.perkiraan is not None and contoh.perkiraan is not None
    assert coba.perkiraan.p50 >= contoh.perkiraan.p50


def test_where_no_document_is_recorded_at_all_the_total_stays_unknown_and_the_points_are_told() -> None:
    tanpa = keadaan_contoh("ogan-ilir-2024")
    coba = tanpa.dengan(IsiSkenario(berdokumen=KODE))
    assert coba.hasil is not None and coba.hasil.terdukung is None
    assert lengkap(coba) - lengkap(tanpa) == pytest.approx(nilai(tanpa))
