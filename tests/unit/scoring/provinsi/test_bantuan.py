"""A day of help: the most points an hour first, within the day, and never more than the documents can bring."""

from collections.abc import Mapping

import numpy as np
import pytest

from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.rules.form.kode import kolom_kode
from kla_lib.rules.kerja import load_kerja
from kla_lib.scoring.provinsi.bantuan import Bantuan, bantuan_dokumen
from tests.pembantu.keadaan_uji import keadaan_contoh
from tests.pembantu.params_uji import PARAMS


@pytest.fixture(scope="module")
def keadaan() -> Keadaan:
    return keadaan_contoh("kota-contoh-1")


def bantu(k: Keadaan, batas: float, jam: Mapping[str, float] | None = None) -> Bantuan:
    assert k.susunan is not None and k.buku.data_dukung is not None
    jenis = dict(zip(kolom_kode(k.jenis_celah), k.jenis_celah["jenis"], strict=True))
    d = k.buku.data_dukung
    judul = dict(zip(d["id_dokumen"], d["judul"], strict=True))
    jam = jam or load_kerja(PARAMS, 2024).jam
    return bantuan_dokumen(k.susunan, k.ramalan.undian["utama"], jenis, judul, jam, k.kategori, batas)


def test_the_work_fits_the_day_and_a_longer_day_brings_more(keadaan: Keadaan) -> None:
    satu, lima = bantu(keadaan, 8), bantu(keadaan, 40)
    assert 0 < satu.jam <= 8 < lima.jam <= 40
    assert 0 < satu.naik < lima.naik
    assert {x.id for x in satu.langkah} < {x.id for x in lima.langkah}


def test_no_help_without_time_and_nothing_changes(keadaan: Keadaan) -> None:
    b = bantu(keadaan, 0.5)
    assert (b.langkah, b.jam, b.naik) == ((), 0, 0.0)
    assert keadaan.perkiraan is not None
    assert b.mencapai == keadaan.perkiraan.mencapai


def test_what_the_steps_bring_one_by_one_is_what_they_bring_together(keadaan: Keadaan) -> None:
    """The mean of a sum is the sum of means, as long as no cap of an indikator binds."""
    b = bantu(keadaan, 24)
    assert sum(x.poin for x in b.langkah) == pytest.approx(b.naik, abs=0.5)
    assert b.antara[0] < b.naik < b.antara[1]


def test_all_the_help_in_the_world_does_not_exceed_completing_every_document(keadaan: Keadaan) -> None:
    semua = keadaan.ramalan.kenaikan
    assert semua is not None
    b = bantu(keadaan, 1000)
    assert b.naik <= semua.naik
    assert all(b.mencapai[k] <= semua.mencapai[k] + 1e-9 for k in b.mencapai)


def test_absent_documents_and_those_of_the_next_cycle_are_not_worked_on(keadaan: Keadaan) -> None:
    d = keadaan.buku.data_dukung
    assert d is not None and keadaan.register is not None
    status = dict(zip(d["id_dokumen"], d["status"], strict=True))
    nanti = set(keadaan.register.loc[keadaan.register["nanti"], "id_dokumen"])
    dikerjakan = {x.id for x in bantu(keadaan, 1000).langkah}
    assert dikerjakan and {status[i] for i in dikerjakan} <= {"kurang", "belum_diperiksa"}
    assert not dikerjakan & nanti


def test_work_with_more_points_an_hour_comes_first(keadaan: Keadaan) -> None:
    laju = [x.poin / x.jam for x in bantu(keadaan, 12, jam=dict.fromkeys(load_kerja(PARAMS, 2024).jam, 1.0)).langkah]
    assert len(laju) > 3
    assert np.all(np.diff(laju[:3]) <= 1e-9)
